/** Random networks for property tests. */
import { fc } from "@fast-check/vitest";
import { createLayout } from "../../src/engine/layout.ts";
import { ACTIVATIONS, LOSSES, outputActivationOf, type Network } from "../../src/engine/network.ts";
import type { ForwardChoice } from "../../src/session/forward.ts";
import { CHOICES, COUNTS, type ChosenPlace, type Selection } from "../../src/session/selection.ts";
import { TABS, type View } from "../../src/session/session.ts";
import { PASSAGES } from "../../src/session/view.ts";
import { GRANULARITIES, createPlan, stepAt } from "../../src/steps/plan.ts";

/** Every double that a Session may hold: −0, denormals and the largest included. */
export const anyDouble = fc.double({ noNaN: true, noDefaultInfinity: true });

export const anySizes = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 5 });

/** Networks of up to 5 layers of up to 4 neurons, with numbers from `value`. */
export function anyNetwork(value: fc.Arbitrary<number> = anyDouble): fc.Arbitrary<Network> {
  return anySizes.chain((sizes) => {
    const layout = createLayout(sizes);
    const numbers = (length: number): fc.Arbitrary<Float64Array> =>
      fc
        .array(value, { minLength: length, maxLength: length })
        .map((values) => Float64Array.from(values));
    const hidden = ACTIVATIONS.filter((activation) => activation !== "softmax");
    return fc
      .record({
        hidden: fc.array(fc.constantFrom(...hidden), {
          minLength: sizes.length - 2,
          maxLength: sizes.length - 2,
        }),
        output: fc.constantFrom(...ACTIVATIONS),
        loss: fc.constantFrom(...LOSSES),
        w: numbers(layout.weights),
        b: numbers(layout.neurons),
        x: numbers(sizes[0]),
        t: numbers(sizes[layout.L - 1]),
        eta: value,
        mask: fc.option(
          fc.array(fc.constantFrom(0, 1, 1), {
            minLength: layout.weights,
            maxLength: layout.weights,
          }),
        ),
      })
      .map(({ hidden: inner, output, loss, w, b, x, t, eta, mask }) => {
        const edges = mask === null || !mask.includes(0) ? null : Uint8Array.from(mask);
        if (edges !== null) for (let k = 0; k < w.length; k++) if (edges[k] === 0) w[k] = 0;
        b.fill(0, 0, sizes[0]);
        const activations = [...inner, outputActivationOf(loss) ?? output];
        return { layout, activations, loss, w, b, mask: edges, x, t, eta };
      });
  });
}

function upTo(count: number): fc.Arbitrary<number> {
  return fc.integer({ min: 1, max: count });
}

const anySelection: fc.Arbitrary<Omit<Selection, "place">> = fc.record({
  from: fc.constantFrom(...CHOICES.from),
  merge: fc.option(upTo(COUNTS.merge[1])),
  lines: upTo(COUNTS.lines[1]),
  path: fc.option(upTo(COUNTS.path[1])),
  jacobian: fc.constantFrom(...CHOICES.jacobian),
  run: fc.constantFrom(...CHOICES.run),
  order: fc.constantFrom(...CHOICES.order),
  paths: fc.constantFrom(...CHOICES.paths),
  comparison: fc.constantFrom(...CHOICES.comparison),
  product: upTo(COUNTS.product[1]),
  entry: fc.record({ i: upTo(32), j: upTo(32) }, { noNullPrototype: true }),
  through: upTo(COUNTS.through[1]),
  h: fc.double({ min: 1e-15, max: 1e-1, noNaN: true }),
  check: fc.constantFrom(...CHOICES.check),
  against: fc.constantFrom(...CHOICES.against),
  sort: fc.constantFrom(...CHOICES.sort),
  page: upTo(COUNTS.page[1]),
  growth: fc.constantFrom(...CHOICES.growth),
  costs: fc.constantFrom(...CHOICES.costs),
  size: fc.option(upTo(COUNTS.size[1])),
});

const anyPlace = fc.option(
  fc.record({ l: upTo(24), i: upTo(32), j: fc.nat(32) }, { noNullPrototype: true }),
);

/** The number, or one as far beyond the last of them from the first. */
function turned(index: number, count: number): number {
  return ((index - 1) % count) + 1;
}

/** A selection in the largest network as one that this network has. */
function selectionOf<
  Chosen extends Pick<Selection, "entry" | "product" | "page" | "merge" | "lines" | "through">,
>(chosen: Chosen, { layout: { L, sizes, neurons, weights }, mask }: Network): Chosen {
  const { entry, product, page, merge, lines, through } = chosen;
  const edges = mask === null ? weights : mask.filter((edge) => edge === 1).length;
  return {
    ...chosen,
    merge: merge === null ? null : turned(merge, L),
    lines: turned(lines, 2 * L + 1),
    through: turned(through, Math.max(...sizes)),
    entry: { i: turned(entry.i, sizes[L - 1]), j: turned(entry.j, sizes[0]) },
    product: turned(product, 2 * L - 3),
    page: turned(page, Math.ceil((edges + neurons - sizes[0]) / 16)),
  };
}

function placeIn({ l, i, j }: ChosenPlace, { layout: { L, sizes } }: Network): ChosenPlace {
  const layer = j === 0 ? turned(l, L) : 1 + turned(l, L - 1);
  const neuron = turned(i, sizes[layer - 1]);
  return { l: layer, i: neuron, j: j === 0 ? 0 : turned(j, sizes[layer - 2]) };
}

/** A view that stands on some step of the network, and chooses what it has. */
export function anyView(network: Network): fc.Arbitrary<View> {
  return fc
    .record({
      step: fc.nat(),
      by: fc.constantFrom(...GRANULARITIES),
      lang: fc.constantFrom("en" as const, "zh" as const),
      theme: fc.constantFrom("paper" as const, "slate" as const, null),
      tab: fc.constantFrom(...TABS),
      eq: fc.constantFrom(...PASSAGES, null),
      forward: fc.constantFrom<ForwardChoice>("written", "repaired", "written.3", {
        q: "b",
        l: 2,
        i: 1,
      }),
      selection: anySelection,
      place: anyPlace,
      digits: fc.integer({ min: 2, max: 10 }),
    })
    .map(({ step, selection, place, ...view }) => {
      const plan = createPlan(network, view.by);
      // Links name the place of the derivation alone.
      const named = view.tab === "derivation" ? place && placeIn(place, network) : null;
      const chosen = selectionOf(selection, network);
      return { ...view, ...chosen, place: named, at: stepAt(plan, step % (plan.length + 1)) };
    });
}
