/** x_3 or y_2. */
export function Component({ of, index }: { of: "x" | "y"; index: number }) {
  return (
    <span className="symbol a">
      {of}
      <span className="scripts">
        <span />
        <span>{index}</span>
      </span>
    </span>
  );
}
