import { Fragment } from "react";

/** The letters of forward mode, which the page's fonts have only without their dot. */
const BARE: Readonly<Record<string, string>> = { ż: "z", ȧ: "a", Ė: "E" };

/** A text in which the dot of ż, ȧ and Ė is drawn, not set. */
export function Dotted({ text }: { text: string }) {
  return text.split(/([żȧĖ])/).map((part, n) =>
    part in BARE ? (
      <span key={n} className="dotted">
        <span aria-hidden="true">{BARE[part]}</span>
        <span className="visually-hidden">{part}</span>
      </span>
    ) : (
      <Fragment key={n}>{part}</Fragment>
    ),
  );
}
