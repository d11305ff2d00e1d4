import { ref, refKey, type Ref } from "../../engine/ref.ts";
import type { Seed } from "../../engine/tangent.ts";
import { edgeExists, type Trace } from "../../engine/trace.ts";
import { refOfSeed, sameSeed, seedOfRef } from "../../session/forward.ts";
import type { Plan } from "../../steps/plan.ts";
import { Choice } from "../Choice.tsx";
import { SelectedOffer } from "../common/SelectedOffer.tsx";
import { useLastSelected } from "../common/useLastSelected.ts";
import { useBackstepStore } from "../context.ts";
import { Gradient } from "./Gradient.tsx";
import { SeedName } from "./SeedName.tsx";
import { useWords } from "./useWords.ts";

interface SeedChooserProps {
  readonly plan: Plan;
  readonly trace: Trace;
  readonly seed: Seed;
}

/** The number θ to differentiate by, chosen by its indices or taken from the drawing. */
export function SeedChooser({ plan, trace, seed }: SeedChooserProps) {
  const words = useWords();
  const { actions } = useBackstepStore().getState();
  const selected = useLastSelected(trace);
  const other = selected && seedOfRef(selected);
  const choose = (wanted: Ref): void => {
    const near = nearest(trace, wanted);
    if (near !== null) actions.setForward(near);
  };
  const { q, l, i, j } = refOfSeed(seed);
  const { sizes, L } = trace.layout;
  const rows = count(sizes[l - 1]).filter(
    (row) => q !== "w" || columnsOf(trace, l, row).length > 0,
  );
  return (
    <div className="seed" data-testid="seed" data-ref={refKey(refOfSeed(seed))}>
      <span className="theta">
        <span className="symbol">θ</span> = <SeedName of={seed} />
      </span>
      <Choice
        label={words.kind}
        value={seed.q}
        options={(["w", "b", "x"] as const).map((kind) => [kind, words.kinds[kind]])}
        onChoice={(kind) =>
          choose(
            kind === "x" ? ref("a", 1, 1) : ref(kind === "b" ? "b" : "w", Math.max(2, l), i, 1),
          )
        }
      />
      {seed.q === "x" ? null : (
        <Choice
          label={words.layerOf}
          value={String(l)}
          options={count(L - 1).map((k) => [String(k + 1), `l = ${k + 1}`])}
          onChoice={(layer) => choose(ref(q, Number(layer), 1, j))}
        />
      )}
      <Choice
        label={words.rowOf}
        value={String(i)}
        options={rows.map((row) => [String(row), `i = ${row}`])}
        onChoice={(row) => choose(ref(q, l, Number(row), j))}
      />
      {seed.q !== "w" ? null : (
        <Choice
          label={words.columnOf}
          value={String(j)}
          options={columnsOf(trace, l, i).map((column) => [String(column), `j = ${column}`])}
          onChoice={(column) => choose(ref(q, l, i, Number(column)))}
        />
      )}
      {other === null || sameSeed(other, seed) ? null : (
        <SelectedOffer
          of={refOfSeed(other)}
          label={words.useSelected}
          onAccept={() => actions.setForward(other)}
        />
      )}
      <span className="gradient" data-testid="gradient">
        <span className="symbol gw">∂E/∂θ</span> ={" "}
        <Gradient plan={plan} trace={trace} seed={seed} />
      </span>
    </div>
  );
}

/** The parameter with these indices, or the nearest one the network has. */
function nearest(trace: Trace, { q, l, i, j }: Ref): Seed | null {
  const row = Math.min(i, trace.layout.sizes[l - 1]);
  if (q !== "w") return seedOfRef(ref(q, l, row));
  for (const other of [row, ...count(trace.layout.sizes[l - 1])]) {
    const columns = columnsOf(trace, l, other);
    if (columns.length > 0) {
      const column = columns.includes(j) ? j : columns[0];
      return { q: "w", l, i: other, j: column };
    }
  }
  return null;
}

/** The neurons of layer l − 1 that a connection leads from to neuron i of layer l. */
function columnsOf(trace: Trace, l: number, i: number): number[] {
  return count(trace.layout.sizes[l - 2]).filter((j) => edgeExists(trace, l, i, j));
}

function count(n: number): number[] {
  return Array.from({ length: n }, (_, k) => k + 1);
}
