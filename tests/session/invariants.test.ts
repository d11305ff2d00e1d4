/** What holds after any command on any network. */
import { expect } from "vitest";
import { fc, test } from "@fast-check/vitest";
import { computeTrace } from "../../src/engine/compute.ts";
import { LIMITS, neuronIndex, weightIndex } from "../../src/engine/layout.ts";
import { isComplete, outputActivationOf, type Network } from "../../src/engine/network.ts";
import { edgeExists } from "../../src/engine/trace.ts";
import type { Command, Neuron } from "../../src/session/command.ts";
import { refExists } from "../../src/session/exists.ts";
import { ref } from "../../src/engine/ref.ts";
import { nameOf } from "../../src/session/names.ts";
import { reduce } from "../../src/session/reduce.ts";
import { refusalOf } from "../../src/session/refusal.ts";
import type { Session } from "../../src/session/session.ts";
import { track, trackAddress, type Track } from "../../src/session/track.ts";
import { writeAddress } from "../../src/steps/address.ts";
import { createPlan, phaseStep, stepAt, stepOf } from "../../src/steps/plan.ts";
import { anyCommand, wildCommand } from "./commands.ts";
import { anyNetwork } from "./networks.ts";

const anySession = anyNetwork().map((network): Session => ({ rev: 0, network, parked: null }));

function neuronsOf({ layout }: Network): Neuron[] {
  return layout.sizes.flatMap((size, k) =>
    Array.from({ length: size }, (_, n) => ({ l: k + 1, i: n + 1 })),
  );
}

function expectWellFormed({ network, parked }: Session): void {
  const { layout, activations, loss, w, b, x, t, mask } = network;
  const { sizes, L } = layout;
  expect(L).toBeLessThanOrEqual(LIMITS.layers);
  expect(sizes.every((size) => size >= 1 && size <= LIMITS.neurons)).toBe(true);
  expect(layout.weights).toBeLessThanOrEqual(LIMITS.connections);
  expect([w.length, b.length]).toEqual([layout.weights, layout.neurons]);
  expect([x.length, t.length]).toEqual([sizes.at(0) ?? 0, sizes.at(-1) ?? 0]);
  expect([...w, ...b, ...x, ...t].every(Number.isFinite)).toBe(true);
  expect(b.subarray(0, sizes.at(0) ?? 0).every((bias) => bias === 0)).toBe(true);

  expect(activations).toHaveLength(Math.max(0, L - 1));
  expect(activations.slice(0, -1)).not.toContain("softmax");
  if (L >= 2) expect([activations.at(-1), null]).toContain(outputActivationOf(loss));

  if (mask !== null) {
    expect(mask).toHaveLength(layout.weights);
    expect(mask).toContain(0);
    expect(mask.every((edge, k) => edge === 1 || (edge === 0 && w[k] === 0))).toBe(true);
  }
  if (parked !== null) {
    expect(parked).toHaveLength(layout.weights);
    expect(parked.every((weight, k) => Number.isNaN(weight) || mask?.[k] === 0)).toBe(true);
    expect(parked.some((weight) => !Number.isNaN(weight))).toBe(true);
  }
}

function expectComputes(network: Network): void {
  const trace = computeTrace(network, 1);
  expect(trace.delta).toHaveLength(network.layout.neurons);
  expect(trace.wNext).toHaveLength(network.layout.weights);
  for (const by of ["layer", "neuron", "term"] as const) {
    const plan = createPlan(network, by);
    expect(plan.length > 0).toBe(isComplete(network));
    const steps = Array.from({ length: plan.length + 1 }, (_, n) => n);
    expect(steps.map((n) => stepOf(plan, stepAt(plan, n)))).toEqual(steps);
    expect(phaseStep(plan, 0, -1)).toBe(0);
    expect(phaseStep(plan, plan.length, 1)).toBe(plan.length);
  }
}

/** Commands that change nothing but the structure of a drawing. */
function isStructural({ type }: Command): boolean {
  return ["addNeuron", "addLayer", "moveNeuron", "remove", "resizeLayer", "clear"].includes(type);
}

function isRemovedEdge(command: Command, l: number, i: number, j: number): boolean {
  return (
    command.type === "remove" &&
    command.items.some((e) => e.kind === "edge" && e.l === l && e.i === i && e.j === j)
  );
}

/** Everything that is still there has the very doubles it had. */
function expectUntouched(before: Session, command: Command, after: Session, moves: Track): void {
  const { network: old } = before;
  const { network } = after;
  const was: unknown[] = [];
  const is: unknown[] = [];
  for (const { l, i } of neuronsOf(old)) {
    const now = moves.neuron(l, i);
    if (now === null) continue;
    if (l >= 2 && now.l >= 2) {
      was.push(old.b[neuronIndex(old.layout, l, i)]);
      is.push(network.b[neuronIndex(network.layout, now.l, now.i)]);
    }
    if (l === 1 && now.l === 1) {
      was.push(old.x[i - 1]);
      is.push(network.x[now.i - 1]);
    }
    if (l === old.layout.L && now.l === network.layout.L) {
      was.push(old.t[i - 1], now.i);
      is.push(network.t[now.i - 1], moves.output(i));
    }
    const below = l >= 2 ? old.layout.sizes[l - 2] : 0;
    for (let j = 1; j <= below; j++) {
      const lower = moves.neuron(l - 1, j);
      if (lower === null || now.l !== lower.l + 1 || isRemovedEdge(command, l, i, j)) continue;
      const k = weightIndex(old.layout, l, i, j);
      const slot = weightIndex(network.layout, now.l, now.i, lower.i);
      was.push(old.w[k], edgeExists(old, l, i, j), before.parked?.[k] ?? NaN);
      is.push(network.w[slot], edgeExists(network, now.l, now.i, lower.i));
      is.push(after.parked?.[slot] ?? NaN);
    }
  }
  expect(is).toEqual(was);
}

function expectInjective({ network }: Session, after: Session, moves: Track): void {
  const places = neuronsOf(network).flatMap(({ l, i }) => moves.neuron(l, i) ?? []);
  expect(new Set(places.map(({ l, i }) => `${l}.${i}`)).size).toBe(places.length);
  expect(places.every(({ l, i }) => refExists(after.network, ref("a", l, i)))).toBe(true);
}

/** A step of a neuron that still computes stays a step of it. */
function expectFollowed({ network }: Session, after: Session, moves: Track): void {
  const [plan, next] = [network, after.network].map((shape) => createPlan(shape, "term"));
  const strayed: string[] = [];
  for (let n = 0; n <= plan.length; n++) {
    const at = stepAt(plan, n);
    const moved = trackAddress(at, moves);
    const step = stepOf(next, moved);
    if (!(step >= 0 && step <= next.length)) strayed.push(writeAddress(at));
    const neuron = moves.neuron(at.l, at.i);
    if (neuron === null || neuron.l < 2 || next.length === 0) continue;
    const { l, i } = stepAt(next, step);
    const isThere = l === neuron.l && i === neuron.i;
    // A neuron that lost all its edges has no ∂E/∂w.
    if (!isThere && at.kind !== "gw") strayed.push(`${writeAddress(at)} ${writeAddress(moved)}`);
  }
  expect(strayed).toEqual([]);
}

function expectStep(before: Session, command: Command): Session {
  const copy = structuredClone(before);
  const after = reduce(before, command);
  expect(before).toEqual(copy);
  if (refusalOf(before, command) !== null) expect(after).toBe(before);
  expect(after.rev).toBe(after === before ? before.rev : before.rev + 1);
  expectWellFormed(after);
  const moves = track(before, command);
  expectInjective(before, after, moves);
  if (isStructural(command)) expectUntouched(before, command, after, moves);
  expectFollowed(before, after, moves);
  expect(nameOf(command).code).toBe(command.type);
  return after;
}

test.prop([anySession, fc.array(anyCommand, { maxLength: 8 })])(
  "commands one after another",
  (session, commands) => {
    const end = commands.reduce(expectStep, session);
    expectComputes(end.network);
  },
);

test.prop([anySession, fc.array(wildCommand, { maxLength: 6 })])(
  "commands that name anything at all",
  (session, commands) => {
    commands.reduce(expectStep, session);
  },
);

test.prop([anySession, anyCommand])("the same command does the same again", (session, command) => {
  expect(reduce(session, command)).toEqual(reduce(session, command));
});
