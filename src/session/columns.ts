/** What a change of structure does to the columns of neurons: the plan that all else follows. */
import type { Layout } from "../engine/layout.ts";
import type { Item, Neuron, StructureCommand } from "./command.ts";

/** A column of the network to be, and where it and its neurons come from. */
export interface Column {
  /** The number of the old layer that this one is; null where it is new. */
  readonly from: number | null;
  /** For i = 1 …, the old neuron; null where it is new. */
  readonly neurons: readonly (Neuron | null)[];
}

/** The columns of a network as they are. */
export function columnsOf(layout: Pick<Layout, "sizes">): readonly Column[] {
  return layout.sizes.map((size, k) => ({
    from: k + 1,
    neurons: Array.from({ length: size }, (_, n) => ({ l: k + 1, i: n + 1 })),
  }));
}

/** The columns after a command that is not refused; those left empty are gone. */
export function columnsAfter(layout: Layout, command: StructureCommand): readonly Column[] {
  const columns = columnsOf(layout);
  switch (command.type) {
    case "addNeuron": {
      const { l, at } = command;
      return edited(columns, l, (neurons) => neurons.toSpliced(at - 1, 0, null));
    }
    case "addLayer": {
      const neurons = Array.from({ length: command.size }, () => null);
      return columns.toSpliced(command.l - 1, 0, { from: null, neurons });
    }
    case "moveNeuron":
      return moved(columns, command, command.to).filter(({ neurons }) => neurons.length > 0);
    case "remove":
      return kept(columns, command.items);
    case "resizeLayer": {
      const { l, size } = command;
      const old = columns[l - 1].neurons;
      return edited(columns, l, () => Array.from({ length: size }, (_, n) => old[n] ?? null));
    }
    case "clear":
      return [];
  }
}

/** Whether each neuron stands where it stood. */
export function isUnmoved(columns: readonly Column[], layout: Layout): boolean {
  return (
    columns.length === layout.L &&
    columns.every(
      ({ neurons }, k) =>
        neurons.length === layout.sizes[k] &&
        neurons.every((old, n) => old?.l === k + 1 && old.i === n + 1),
    )
  );
}

function edited(
  columns: readonly Column[],
  l: number,
  edit: (neurons: Column["neurons"]) => Column["neurons"],
): readonly Column[] {
  const column = columns[l - 1];
  return columns.with(l - 1, { ...column, neurons: edit(column.neurons) });
}

function moved(
  columns: readonly Column[],
  { l, i }: Neuron,
  to: Extract<StructureCommand, { type: "moveNeuron" }>["to"],
): readonly Column[] {
  const neuron = { l, i };
  const without = edited(columns, l, (neurons) => neurons.toSpliced(i - 1, 1));
  if ("newLayer" in to) {
    // A neuron that was alone takes its layer along, with its activation.
    const from = columns[l - 1].neurons.length === 1 ? l : null;
    return without.toSpliced(to.newLayer - 1, 0, { from, neurons: [neuron] });
  }
  return edited(without, to.l, (neurons) => neurons.toSpliced(to.at - 1, 0, neuron));
}

function kept(columns: readonly Column[], items: readonly Item[]): readonly Column[] {
  const layers = new Set(items.flatMap((item) => (item.kind === "layer" ? [item.l] : [])));
  const neurons = new Set(
    items.flatMap((item) => (item.kind === "neuron" ? [neuronKey(item)] : [])),
  );
  return columns
    .filter((_, k) => !layers.has(k + 1))
    .map(({ from, neurons: old }) => ({
      from,
      neurons: old.filter((neuron) => neuron === null || !neurons.has(neuronKey(neuron))),
    }))
    .filter(({ neurons: left }) => left.length > 0);
}

function neuronKey({ l, i }: Neuron): string {
  return `${l}.${i}`;
}
