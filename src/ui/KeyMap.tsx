import { keysMessages } from "../i18n/keys.ts";
import { useBackstep } from "./context.ts";
import "./KeyMap.css";

/** The keys of the page, and those of drawing on the stage. */
export function KeyMap() {
  const { steps, drawingTitle, drawing } = keysMessages(useBackstep((state) => state.view.lang));
  return (
    <>
      <KeyList rows={steps} />
      <h3>{drawingTitle}</h3>
      <KeyList rows={drawing} />
    </>
  );
}

function KeyList({ rows }: { rows: readonly (readonly [keys: string, meaning: string])[] }) {
  return (
    <dl className="keys">
      {rows.map(([keys, meaning]) => (
        <div key={keys} style={{ display: "contents" }}>
          <dt>{keys}</dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
