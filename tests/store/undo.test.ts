import { describe, expect, it } from "vitest";
import { fc, test } from "@fast-check/vitest";
import { ref } from "../../src/engine/ref.ts";
import type { Command } from "../../src/session/command.ts";
import { ETA } from "../../src/session/session.ts";
import { EXAMPLES } from "../../src/share/examples.ts";
import { readLink } from "../../src/share/link.ts";
import { parseAddress, writeAddress } from "../../src/steps/address.ts";
import { sameWork } from "../../src/store/history.ts";
import { currentLink } from "../../src/store/links.ts";
import { createBackstepStore, type BackstepStore } from "../../src/store/store.ts";
import { promptEngine, SlowEngine } from "./page.ts";

const W = ref("w", 2, 1, 1);
const open = (link = ""): BackstepStore =>
  createBackstepStore({ engine: promptEngine, link, lang: "en" });
const set = (value: number, of = W): Command => ({ type: "setValue", ref: of, value });
const first = (store: BackstepStore): number => store.getState().session.network.w[0];
const place = (store: BackstepStore): string => writeAddress(store.getState().view.at);
const at = (text: string) => parseAddress(text)!;

/** What the link says of where one is in the views. */
const chosen = (store: BackstepStore): readonly (string | null)[] => {
  const found = new Map(new URLSearchParams(currentLink(store.getState())));
  return ["forward", "place", "merge", "path", "entry"].map((key) => found.get(key) ?? null);
};

describe("an empty stage", () => {
  it("is one change, and offers the work it took the place of", () => {
    const store = open("#net=2-1&w2=3,4&at=d2.1");
    const { actions } = store.getState();
    const before = currentLink(store.getState());
    actions.openEmpty();
    expect(store.getState().session.network.layout.L).toBe(0);
    expect(place(store)).toBe("x");
    expect(store.getState()).toMatchObject({
      undoName: { code: "clear" },
      previousWork: { link: before, from: "page" },
    });
    actions.goBackToPrevious();
    expect(currentLink(store.getState())).toBe(before);
  });

  it("need not be offered, nor an example as it comes", () => {
    const store = open();
    const { actions } = store.getState();
    actions.openEmpty();
    expect(store.getState().previousWork).toBeNull();
    actions.openExample("xor");
    expect(store.getState().previousWork).toBeNull();
  });

  it("stays where it is", () => {
    const store = open("#net=");
    const before = store.getState();
    before.actions.openEmpty();
    expect(store.getState()).toBe(before);
  });
});

describe("undo", () => {
  it("takes changes back, by name, and redo does them again", () => {
    const store = open();
    const { actions } = store.getState();
    expect(store.getState()).toMatchObject({ undoName: null, redoName: null });
    actions.dispatch(set(1));
    actions.dispatch({ type: "setLoss", loss: "bce" });
    expect(store.getState()).toMatchObject({ undoName: { code: "setLoss" }, redoName: null });
    actions.undo();
    expect(store.getState()).toMatchObject({
      session: { network: { loss: "l2" } },
      undoName: { code: "setValue", symbol: "w₁₁⁽²⁾" },
      redoName: { code: "setLoss" },
    });
    actions.redo();
    expect(store.getState().session.network.loss).toBe("bce");
    actions.undo();
    actions.undo();
    expect(first(store)).toBe(0.15);
    expect(store.getState()).toMatchObject({ example: "mazur", undoName: null });
    expect(store.getState().trace!.w[0]).toBe(0.15);
    const state = store.getState();
    actions.undo();
    expect(store.getState()).toBe(state);
  });

  it("loses what was undone with another change", () => {
    const store = open();
    const { actions } = store.getState();
    actions.dispatch(set(1));
    actions.undo();
    actions.dispatch(set(2));
    actions.redo();
    expect(first(store)).toBe(2);
  });

  it("takes a gesture back as one, until it has ended", () => {
    const store = open();
    const { actions } = store.getState();
    for (const value of [1, 2, 3]) actions.dispatch(set(value), { gesture: "w.2.1.1" });
    actions.endGesture();
    actions.dispatch(set(4), { gesture: "w.2.1.1" });
    actions.undo();
    expect(first(store)).toBe(3);
    actions.undo();
    expect(first(store)).toBe(0.15);
  });

  it("has nothing of a drag that ended where it began", () => {
    const store = open();
    const { actions } = store.getState();
    for (const value of [1, 2, 0.15]) actions.dispatch(set(value), { gesture: "w.2.1.1" });
    expect(store.getState()).toMatchObject({ undoName: null, example: "mazur" });
  });

  it("leaves steps, looks and selections alone", () => {
    const store = open();
    const { actions } = store.getState();
    actions.dispatch(set(1));
    actions.goTo(at("d2.1"));
    actions.select(ETA);
    actions.setLang("zh");
    actions.undo();
    expect(place(store)).toBe("d2.1");
    expect(store.getState()).toMatchObject({ selected: ETA, view: { lang: "zh" } });
  });

  it("comes back to the place in a network that was left", () => {
    const store = open("#net=2-3-1&by=term&at=d2.3.1");
    const { actions } = store.getState();
    actions.select(ref("w", 2, 3, 1));
    const before = currentLink(store.getState());
    actions.openExample("chain");
    expect(store.getState()).toMatchObject({ undoName: { code: "open" }, selected: null });
    expect(store.getState().previousWork).toEqual({ link: before, from: "page" });
    actions.goTo(at("u"));
    actions.undo();
    expect(currentLink(store.getState())).toBe(before);
    // What is open need not be offered.
    expect(store.getState()).toMatchObject({
      selected: ref("w", 2, 3, 1),
      previousWork: null,
      redoName: { code: "open" },
    });
    actions.redo();
    expect(store.getState().example).toBe("chain");
    expect(place(store)).toBe("u");
  });

  it("takes back clearing the stage, a step of descent, and a link", () => {
    const store = open("#at=d2.1");
    const { actions } = store.getState();
    const before = currentLink(store.getState());
    actions.takeStep();
    actions.dispatch({ type: "clear" });
    expect(store.getState().session.network.layout.L).toBe(0);
    actions.openLink("#net=3-3");
    for (let k = 0; k < 3; k++) actions.undo();
    expect(currentLink(store.getState())).toBe(before);
  });

  it("waits for the engine as any change does", () => {
    const engine = new SlowEngine();
    const store = createBackstepStore({ engine: engine.connect, link: "#at=d2.1", lang: "en" });
    engine.answer();
    const { actions } = store.getState();
    actions.openExample("chain");
    actions.undo();
    expect(store.getState().trace!.layout.L).toBe(3);
    engine.answer();
    expect(place(store)).toBe("d2.1");
    expect(store.getState().arrival).toBeNull();
  });
});

describe("a change of structure", () => {
  it("takes the place and the selected number along", () => {
    const store = open("#net=2-3-1&at=d2.2");
    const { actions } = store.getState();
    actions.select(ref("w", 2, 2, 1));
    actions.dispatch({ type: "addNeuron", l: 2, at: 1, connected: true });
    expect(place(store)).toBe("d2.3");
    expect(store.getState().selected).toEqual(ref("w", 2, 3, 1));
    actions.dispatch({ type: "remove", items: [{ kind: "neuron", l: 2, i: 3 }] });
    expect(store.getState().selected).toBeNull();
    actions.undo();
    actions.undo();
    expect(place(store)).toBe("d2.2");
    expect(store.getState().selected).toEqual(ref("w", 2, 2, 1));
  });

  it("takes what is chosen in the views along, and undoing brings it back", () => {
    const forward = open("#net=2-3-2-1&view=forward&forward=w3.2.3&entry=1.2");
    const { actions } = forward.getState();
    actions.dispatch({ type: "addNeuron", l: 1, at: 1, connected: true });
    actions.dispatch({ type: "addNeuron", l: 3, at: 1, connected: true });
    expect(chosen(forward)).toEqual(["w3.3.3", null, null, null, "1.3"]);
    expect(forward.getState().plan!.tangent!.seed).toEqual({ q: "w", l: 3, i: 3, j: 3 });
    // Only where one stands comes back; a choice of another kind stays as it is now.
    actions.setLang("zh");
    actions.choose({ comparison: "open" });
    actions.undo();
    actions.undo();
    expect(chosen(forward)).toEqual(["w3.2.3", null, null, null, "1.2"]);
    expect(forward.getState().view).toMatchObject({ lang: "zh", comparison: "open" });
    actions.redo();
    actions.redo();
    expect(chosen(forward)).toEqual(["w3.3.3", null, null, null, "1.3"]);

    const paths = open("#net=2-3-2-1&view=derivation&eq=paths&place=2.3.1&merge=3&path=2");
    paths.getState().actions.dispatch({ type: "addLayer", l: 1, size: 1, connected: true });
    expect(chosen(paths)).toEqual([null, "3.3.1", "4", null, null]);
    paths.getState().actions.undo();
    expect(chosen(paths)).toEqual([null, "2.3.1", "3", "2", null]);
  });

  it("that removes θ leaves the first one, and links name what is shown", () => {
    const store = open("#net=2-3-1&view=forward&forward=b2.2");
    const { actions } = store.getState();
    actions.dispatch({ type: "remove", items: [{ kind: "neuron", l: 2, i: 2 }] });
    // There is another b₂⁽²⁾ now, which nobody has chosen.
    expect(store.getState().plan!.tangent!.seed).toEqual({ q: "w", l: 2, i: 1, j: 1 });
    expect(store.getState().view.forward).not.toEqual({ q: "w", l: 2, i: 1, j: 1 });
    expect(chosen(store)[0]).toBe("w2.1.1");
    actions.undo();
    expect(chosen(store)[0]).toBe("b2.2");
  });

  it("keeps what is chosen before the engine has answered", () => {
    const engine = new SlowEngine();
    const link = "#net=2-3-1&view=forward&forward=b2.2&entry=1.2";
    const store = createBackstepStore({ engine: engine.connect, link, lang: "en" });
    engine.answer();
    const { actions } = store.getState();
    actions.dispatch({ type: "addNeuron", l: 2, at: 1, connected: true });
    // Until then θ is that of the old network.
    expect(store.getState().view.forward).toEqual({ q: "b", l: 2, i: 2 });
    expect(store.getState().plan!.tangent!.seed).toEqual({ q: "b", l: 2, i: 2 });
    expect(chosen(store)[0]).toBe("b2.3");
    actions.setForward({ q: "b", l: 2, i: 4 });
    actions.choose({ entry: { i: 1, j: 1 } });
    actions.select(ref("w", 2, 4, 1));
    engine.answer();
    expect(store.getState().plan!.tangent!.seed).toEqual({ q: "b", l: 2, i: 4 });
    expect(store.getState().view).toMatchObject({
      forward: { q: "b", l: 2, i: 4 },
      entry: { i: 1, j: 1 },
      place: { l: 2, i: 4, j: 1 },
    });
  });

  it("that only removes an edge deselects it, and brings its weight back when undone", () => {
    const store = open("#at=d2.1");
    const { actions } = store.getState();
    actions.select(W);
    actions.dispatch({ type: "remove", items: [{ kind: "edge", l: 2, i: 1, j: 1 }] });
    expect(store.getState()).toMatchObject({ selected: null, session: { network: { mask: {} } } });
    actions.dispatch({ type: "connect", from: { l: 1, i: 1 }, to: { l: 2, i: 1 } });
    expect(first(store)).toBe(0.15);
    actions.undo();
    actions.undo();
    expect(store.getState()).toMatchObject({ example: "mazur", session: { parked: null } });
  });

  it("that is refused says why, until the next change", () => {
    const store = open();
    const { actions, session } = store.getState();
    const skip: Command = { type: "connect", from: { l: 1, i: 1 }, to: { l: 3, i: 1 } };
    actions.dispatch(skip);
    expect(store.getState()).toMatchObject({ session, refused: { code: "notNeighbours" } });
    actions.dismissRefusal();
    expect(store.getState().refused).toBeNull();
    actions.dispatch(skip);
    actions.dispatch(set(1));
    expect(store.getState().refused).toBeNull();
  });
});

describe("a file", () => {
  it("opens with its place and what it has parked, and can be undone", () => {
    const store = open("#theme=slate&at=d2.1");
    const { network } = readLink("#net=2-2-1&w2=1,2;3,_");
    const parked = Float64Array.of(NaN, NaN, NaN, 5, NaN, NaN);
    const { actions } = store.getState();
    actions.openFile({ network: network!, parked, view: { at: at("z2.1") } });
    expect(place(store)).toBe("z2.1");
    expect(store.getState().view.theme).toBe("slate");
    actions.dispatch({ type: "connect", from: { l: 1, i: 2 }, to: { l: 2, i: 2 } });
    expect(store.getState().session.network.w[3]).toBe(5);
    actions.undo();
    actions.undo();
    expect(store.getState().example).toBe("mazur");
    actions.redo();
    expect(store.getState().session.parked).toEqual(parked);
  });
});

describe("whatever is changed", () => {
  const small = fc.integer({ min: 1, max: 4 });
  const neuron = fc.record({ l: small, i: small });
  const command: fc.Arbitrary<Command> = fc.oneof(
    fc.record({
      type: fc.constant("setValue" as const),
      ref: fc.tuple(small, small, small).map(([l, i, j]) => ref("w", l, i, j)),
      value: fc.double({ noNaN: true, noDefaultInfinity: true }),
    }),
    fc.record({
      type: fc.constant("addNeuron" as const),
      l: small,
      at: small,
      connected: fc.boolean(),
    }),
    fc.record({
      type: fc.constant("addLayer" as const),
      l: small,
      size: small,
      connected: fc.boolean(),
    }),
    neuron.map(({ l, i }) => ({ type: "remove", items: [{ kind: "neuron", l, i }] }) as const),
    fc
      .tuple(small, small, small)
      .map(([l, i, j]) => ({ type: "remove", items: [{ kind: "edge", l, i, j }] }) as const),
    fc.record({ type: fc.constant("connect" as const), from: neuron, to: neuron }),
    fc.record({
      type: fc.constant("open" as const),
      network: fc.constantFrom(...EXAMPLES).map(({ link }) => readLink(link).network!),
    }),
    fc.constant({ type: "clear" } as const),
  );

  test.prop([fc.array(command, { maxLength: 25 })])(
    "undoing and redoing all of it leads back to the bit",
    (commands) => {
      const store = open();
      const { actions } = store.getState();
      const works = [store.getState().session];
      for (const change of commands) {
        actions.dispatch(change);
        const { session } = store.getState();
        if (!sameWork(session, works.at(-1)!)) works.push(session);
      }
      for (const work of works.slice(0, -1).toReversed()) {
        actions.undo();
        expect(sameWork(store.getState().session, work)).toBe(true);
      }
      expect(store.getState().undoName).toBeNull();
      for (const work of works.slice(1)) {
        actions.redo();
        expect(sameWork(store.getState().session, work)).toBe(true);
      }
      expect(store.getState().redoName).toBeNull();
    },
  );
});
