import { ref } from "../../engine/ref.ts";
import type { Shape } from "../../engine/trace.ts";
import { targetOf, type Target } from "../../homework/place.ts";
import type { DerivationMessages } from "../../i18n/derivation.ts";
import { placeOfRef } from "../../session/selection.ts";
import { Choice } from "../Choice.tsx";
import { SelectedOffer } from "../common/SelectedOffer.tsx";
import { useLastSelected } from "../common/useLastSelected.ts";
import { Symbol } from "../Symbol.tsx";
import type { ChosenTarget } from "./place.ts";

interface TargetChooserProps extends ChosenTarget {
  readonly shape: Shape;
  readonly words: DerivationMessages;
}

/** Layer, neuron and weight that the equations are filled in for, by index or from the drawing. */
export function TargetChooser({ shape, words, target, choose }: TargetChooserProps) {
  const { sizes, L } = shape.layout;
  const selected = useLastSelected(shape);
  // η is nowhere in the network.
  const other = selected && placeOfRef(selected, L) && targetOf(selected, shape);
  const fit = ({ l, i, j }: Target): Target => ({
    l,
    i: Math.min(i, sizes[l - 1]),
    j: Math.min(j, sizes[l - 2]),
  });
  const fields = [
    { name: "l", label: words.layer, from: 2, to: L },
    { name: "i", label: words.neuron, from: 1, to: sizes[target.l - 1] },
    { name: "j", label: words.from, from: 1, to: sizes[target.l - 2] },
  ] as const;
  return (
    <div className="target" role="group" aria-label={words.target}>
      <span className="target-symbol">
        <Symbol of={ref("w", target.l, target.i, target.j)} />
      </span>
      {fields.map(({ name, label, from, to }) => (
        <Choice
          key={name}
          label={label}
          title={label}
          value={String(target[name])}
          options={numbers(from, to).map((n) => [String(n), `${name} = ${n}`] as const)}
          onChoice={(choice) => choose(fit({ ...target, [name]: Number(choice) }))}
        />
      ))}
      {selected === null || other === null || sameTarget(other, target) ? null : (
        <SelectedOffer of={selected} label={words.useSelected} onAccept={() => choose(other)} />
      )}
    </div>
  );
}

function sameTarget(p: Target, q: Target): boolean {
  return p.l === q.l && p.i === q.i && p.j === q.j;
}

function numbers(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, k) => from + k);
}
