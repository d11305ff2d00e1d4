import type { ReactNode } from "react";

/** A row of a statement: what it is, and what it says. */
export function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="line">
      <span className="name">{name}</span>
      <div className="said">{children}</div>
    </div>
  );
}
