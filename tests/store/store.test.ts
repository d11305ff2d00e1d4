import { describe, expect, it } from "vitest";
import { fc, test } from "@fast-check/vitest";
import { ref } from "../../src/engine/ref.ts";
import { computeShifted } from "../../src/engine/shift.ts";
import { refExists } from "../../src/session/exists.ts";
import { seedOf } from "../../src/session/forward.ts";
import { shiftOf } from "../../src/session/shift.ts";
import { CHOICES, DEFAULT_SELECTION, type Selection } from "../../src/session/selection.ts";
import { ETA, TABS, type Command } from "../../src/session/session.ts";
import { EXAMPLES, exampleLink } from "../../src/share/examples.ts";
import { readLink, writeNetwork } from "../../src/share/link.ts";
import { createBackstepStore, type BackstepStore } from "../../src/store/store.ts";
import { currentLink } from "../../src/store/links.ts";
import { parseAddress, writeAddress } from "../../src/steps/address.ts";
import {
  createPassPlan,
  createPlan,
  createTangentPlan,
  GRANULARITIES,
  stepAt,
  stepOf,
} from "../../src/steps/plan.ts";
import { promptEngine, SlowEngine } from "./page.ts";

const open = (link = ""): BackstepStore =>
  createBackstepStore({ engine: promptEngine, link, lang: "en" });

const openSlow = (link = ""): { store: BackstepStore; engine: SlowEngine } => {
  const engine = new SlowEngine();
  return { engine, store: createBackstepStore({ engine: engine.connect, link, lang: "en" }) };
};

const at = (text: string) => parseAddress(text)!;
const W = ref("w", 2, 1, 1);

/** What must hold in every state. */
function expectConsistent(store: BackstepStore): void {
  const { session, trace, moved, plan, n, view, arrival, selected } = store.getState();
  expect(selected === null || refExists(session.network, selected)).toBe(true);
  expect(plan === null).toBe(trace === null);
  if (trace === null || plan === null) return;
  expect(plan.by).toBe(view.by);
  expect(n).toBe(stepOf(plan, view.at));
  // A view of another network, which is on its way, has its steps when that arrives.
  if (arrival?.place !== undefined) return;
  const { layout, activations, loss, mask } = trace;
  const shape = { layout, activations, loss, mask };
  const seed = seedOf(view, shape);
  const shift = shiftOf(view, layout);
  expect(plan).toEqual(
    shift !== null
      ? createPassPlan(shape, view.by)
      : seed === null
        ? createPlan(shape, view.by)
        : createTangentPlan(shape, view.by, seed),
  );
  expect(moved).toEqual(shift === null ? null : computeShifted(trace, shift));
  expect(trace.tangent?.seed ?? null).toEqual(seed);
  if (arrival !== null) return;
  expect(trace.rev).toBe(session.rev);
  expect(trace.w).toEqual(session.network.w);
  expect(trace.b).toEqual(session.network.b);
}

describe("at the start", () => {
  it("opens the opening example at its start", () => {
    const store = open();
    expect(store.getState()).toMatchObject({
      n: 0,
      example: "mazur",
      problems: [],
      playing: false,
    });
    expect(store.getState().trace!.E).toBeCloseTo(0.298371109, 9);
    expectConsistent(store);
  });

  it("opens the link it is given", () => {
    const store = open("#net=1-1-1&w2=2&w3=3&at=d2.1&by=term&lang=zh&theme=slate&digits=6");
    const { session, view, example } = store.getState();
    expect(session.network.w).toEqual(Float64Array.of(2, 3));
    expect(view).toEqual({
      at: at("d2.1"),
      by: "term",
      tab: "step",
      eq: null,
      forward: "written",
      ...DEFAULT_SELECTION,
      lang: "zh",
      theme: "slate",
      digits: 6,
    });
    expect(example).toBeNull();
    expectConsistent(store);
  });

  it("opens forward mode at its own step, with what it carries", () => {
    const store = open("#net=1-1-1&w2=2&w3=3&x=1&view=forward&forward=w3.1.1&at=ta3.1");
    const { trace, plan, n } = store.getState();
    expect(trace!.tangent!.Edot).toBeCloseTo(trace!.gw[1], 14);
    expect(writeAddress(stepAt(plan!, n))).toBe("ta3.1");
    expectConsistent(store);
  });

  it("carries forward mode along with a change of its network, and lays it down with its tab", () => {
    const store = open("#net=1-1-1&w2=2&w3=3&x=1&view=forward&forward=w3.1.1&at=ta3.1");
    const { actions } = store.getState();
    actions.dispatch({ type: "setValue", ref: ref("w", 2, 1, 1), value: 0.5 });
    const { trace } = store.getState();
    expect(trace!.tangent!.Edot).toBeCloseTo(trace!.gw[1], 14);
    actions.setTab("step");
    const { trace: plain, plan, n } = store.getState();
    expect(plain!.tangent).toBeUndefined();
    expect(writeAddress(stepAt(plan!, n))).toBe("a3.1");
    actions.setTab("forward");
    expect(store.getState().trace!.tangent!.seed).toEqual({ q: "w", l: 3, i: 1, j: 1 });
    expectConsistent(store);
  });

  it("keeps the product one stands at when forward mode is opened and left", () => {
    const store = open("#net=2-2-1&x=1,1&by=term&at=z3.1.2&forward=w2.1.1");
    const here = (): string => {
      const { plan, n } = store.getState();
      return writeAddress(stepAt(plan!, n));
    };
    const { actions } = store.getState();
    actions.setTab("forward");
    expect(here()).toBe("tz3.1.2");
    expectConsistent(store);
    actions.next();
    expect(store.getState().view.at).toEqual(at("tz3.1"));
    actions.setTab("step");
    expect(here()).toBe("z3.1");
    expectConsistent(store);
  });

  const RUN = "#net=2-1-1&w2=2,3&w3=3&x=1,5&view=jacobian&jacobian=difference&entry=1.2&h=0.1";

  it("opens the pass of a moved input at its step, beside the network’s own numbers", () => {
    const store = open(`${RUN}&run=minus&at=a3.1`);
    const { trace, moved, plan, n } = store.getState();
    expect([trace!.a[1], moved!.a[1]]).toEqual([5, 4.9]);
    expect(trace!.shift).toBeUndefined();
    expect(moved!.shift).toEqual({ j: 2, h: -0.1 });
    expect([writeAddress(stepAt(plan!, n)), n]).toEqual(["a3.1", plan!.length]);
    expectConsistent(store);
  });

  it("keeps the step of the pass while j, h, the sign or a number change, and the trace while no number does", () => {
    const store = open(`${RUN}&run=plus&at=z3.1`);
    const { actions, trace, plan } = store.getState();
    const changes: readonly [() => void, { j: number; h: number }][] = [
      [() => actions.choose({ run: "minus" }), { j: 2, h: -0.1 }],
      [() => actions.choose({ h: 1e-3 }), { j: 2, h: -1e-3 }],
      [() => actions.choose({ entry: { i: 1, j: 1 } }), { j: 1, h: -1e-3 }],
      // The nearest that there is.
      [() => actions.choose({ entry: { i: 1, j: 9 }, h: 0.2 }), { j: 2, h: -0.1 }],
    ];
    for (const [change, shift] of changes) {
      change();
      expect(store.getState().moved!.shift).toEqual(shift);
      expect(store.getState()).toMatchObject({ n: 3 });
      expect(store.getState().trace).toBe(trace);
      expect(store.getState().plan).toBe(plan);
      expectConsistent(store);
    }
    actions.dispatch({ type: "setValue", ref: ref("w", 2, 1, 2), value: -1 });
    expect(store.getState()).toMatchObject({ n: 3 });
    expect(store.getState().moved!.z[2]).toBeCloseTo(2 - 4.9, 14);
    expectConsistent(store);
    actions.undo();
    expect(store.getState().moved!.z[2]).toBeCloseTo(2 + 3 * 4.9, 14);
    expectConsistent(store);
  });

  it("lays the pass down with its part, and stands at its end where the steps of the network are further", () => {
    const store = open(`${RUN}&at=d2.1`);
    const { actions } = store.getState();
    actions.choose({ run: "plus" });
    const { plan, n } = store.getState();
    expect(writeAddress(stepAt(plan!, n))).toBe("a3.1");
    for (const leave of [
      () => actions.choose({ jacobian: "product" }),
      () => actions.setTab("step"),
      () => actions.choose({ run: "none" }),
    ]) {
      leave();
      const state = store.getState();
      expect([state.moved, writeAddress(stepAt(state.plan!, state.n))]).toEqual([null, "d2.1"]);
      expectConsistent(store);
      actions.setTab("jacobian");
      actions.choose({ jacobian: "difference", run: "plus" });
      expectConsistent(store);
    }
  });

  it("opens the opening example for a link it cannot use, and says why", () => {
    const { example, problems, view } = open("#net=nonsense&theme=slate").getState();
    expect(example).toBe("mazur");
    expect(view.theme).toBe("slate");
    expect(problems).toMatchObject([{ code: "sizes" }]);
  });

  it("opens what the browser kept where it is given no link", () => {
    const kept = {
      link: "v=1&net=2-3-1&at=d2.1&by=term&theme=slate",
      edited: true,
      parked: [],
      continues: false,
    };
    for (const link of ["", "#"]) {
      const store = createBackstepStore({ engine: promptEngine, link, kept, lang: "en" });
      expect(store.getState()).toMatchObject({
        restored: "visit",
        previousWork: null,
        view: { theme: "slate", by: "term", at: at("d2.1") },
      });
      expect(store.getState().session.network.layout.sizes).toEqual([2, 3, 1]);
      expectConsistent(store);
      store.getState().actions.dismissProblems();
      expect(store.getState().restored).toBeNull();
    }
  });

  it.each([
    ["an example", (store: BackstepStore) => store.getState().actions.openExample("xor")],
    ["a link", (store: BackstepStore) => store.getState().actions.openLink("#net=1-1")],
    ["the empty stage", (store: BackstepStore) => store.getState().actions.openEmpty()],
  ])("says no more that it is open again once %s is open", (_what, openOther) => {
    const kept = { link: "v=1&net=2-3-1", edited: true, parked: [], continues: false };
    const store = createBackstepStore({ engine: promptEngine, link: "", kept, lang: "en" });
    openOther(store);
    expect(store.getState().restored).toBeNull();
  });

  it("opens the opening example where what was kept cannot be read", () => {
    const kept = { link: "net=99-99", edited: true, parked: [], continues: true };
    const store = createBackstepStore({ engine: promptEngine, link: "", kept, lang: "en" });
    expect(store.getState()).toMatchObject({ example: "mazur", restored: null, problems: [] });
  });

  it("goes on with newer work where the page is loaded again", () => {
    const kept = { link: "v=1&net=2-1&w2=5,6&at=u", edited: true, parked: [], continues: true };
    const link = "#net=2-1&w2=1,2";
    const store = createBackstepStore({ engine: promptEngine, link, kept, lang: "en" });
    expect(store.getState()).toMatchObject({
      restored: "reload",
      previousWork: null,
      problems: [],
    });
    expect(store.getState().session.network.w).toEqual(Float64Array.of(5, 6));
    expect(store.getState().view.at).toEqual(at("u"));
  });

  it.each([
    ["#net=3-1", { link: "v=1&net=2-1&w2=5,6&at=u", edited: true }, true],
    ["#net=what", { link: "v=1&net=2-1&w2=5,6", edited: true }, true],
    ["#net=3-1", { link: exampleLink("xor"), edited: false }, false],
    ["#net=2-1&w2=5,6", { link: "v=1&net=2-1&w2=5,6&at=u", edited: true }, false],
    ["#net=3-1", { link: "net=99-99", edited: true }, false],
    ["#net=3-1", { link: "net=", edited: true }, false],
    ["#net=3-1", null, false],
  ])("given %s beside kept %j, offers it: %s", (link, other, isOffered) => {
    const kept = other && { ...other, parked: [], continues: false };
    const store = createBackstepStore({ engine: promptEngine, link, kept, lang: "en" });
    const { previousWork, actions, restored } = store.getState();
    expect(previousWork).toEqual(isOffered ? { link: kept!.link, from: "browser" } : null);
    expect(restored).toBeNull();
    const open = store.getState().session.network;
    const expected = isOffered ? readLink(kept!.link).network! : open;
    actions.goBackToPrevious();
    expect(store.getState().session.network).toEqual(expected);
  });

  it.each([
    ["", false],
    ["#v=1&net=2-1&w2=5,_", false],
    ["#v=1&net=2-1&w2=1,_", true],
    ["#v=1&net=2-1&w2=5,6", true],
  ])(
    "given %j, has the weights of removed connections only with their network",
    (link, isOther) => {
      const kept = {
        link: "v=1&net=2-1&w2=5,_",
        edited: true,
        // Of what is there, and of what there is no place for, nothing is taken.
        parked: [
          [0, 3],
          [1, 6],
          [9, 4],
          [-1, 4],
          [0.5, 4],
          [1e9, 4],
        ] as const,
        continues: false,
      };
      const store = createBackstepStore({ engine: promptEngine, link, kept, lang: "en" });
      expect(store.getState().session.parked).toEqual(isOther ? null : Float64Array.of(NaN, 6));
    },
  );

  it("has no trace until the engine answers", () => {
    const { store, engine } = openSlow("#at=d2.1");
    expectConsistent(store);
    store.getState().actions.next();
    store.getState().actions.togglePlaying();
    expect(store.getState()).toMatchObject({ trace: null, plan: null, n: 0, playing: false });
    engine.answer();
    expect(store.getState().n).toBe(12);
    expectConsistent(store);
  });
});

describe("moving", () => {
  it("goes to steps, phases and ends, and no further", () => {
    const store = open();
    const { actions } = store.getState();
    const seen: number[] = [];
    store.subscribe(({ n }) => seen.push(n));
    actions.next();
    actions.next();
    actions.previous();
    actions.phase(1);
    actions.phase(1);
    actions.phase(-1);
    actions.last();
    actions.next();
    actions.goToStep(12);
    actions.goTo(at("gb3.2"));
    actions.goToStep(-5);
    actions.previous();
    expect(seen.filter((n, k) => n !== seen[k - 1])).toEqual([1, 2, 1, 9, 10, 9, 26, 12, 19, 0]);
    actions.goToStep(NaN);
    expect(store.getState().n).toBe(0);
  });

  it("keeps the place by meaning when the steps' size changes", () => {
    const store = open("#at=d2.1");
    const { actions } = store.getState();
    const place = (): string => {
      const { view, plan, n } = store.getState();
      return `${view.by} ${n}/${plan!.length}`;
    };
    expect(place()).toBe("neuron 12/26");
    actions.coarser();
    expect(place()).toBe("layer 7/12");
    actions.coarser();
    expect(place()).toBe("layer 7/12");
    actions.finer();
    expect(place()).toBe("neuron 12/26");
    actions.finer();
    actions.finer();
    expect(place()).toBe("term 24/40");
    actions.setBy("neuron");
    expect(place()).toBe("neuron 12/26");
  });

  it("keeps a product's place through coarser steps until it moves", () => {
    const store = open("#at=d2.1.2&by=term");
    const { actions } = store.getState();
    const before = store.getState().n;
    actions.setBy("neuron");
    actions.goToStep(store.getState().n);
    actions.setBy("term");
    expect(store.getState().n).toBe(before);
  });
});

describe("editing", () => {
  it("shows all of a change at once, when the engine has answered", () => {
    const { store, engine } = openSlow("#at=d2.1");
    engine.answer();
    const { actions, trace, plan } = store.getState();
    actions.dispatch({ type: "setValue", ref: W, value: 9 });
    expect(store.getState().session.network.w[0]).toBe(9);
    expect(store.getState().trace).toBe(trace);
    engine.answer();
    expect(store.getState().trace!.w[0]).toBe(9);
    // Only numbers changed: the plan is the same one, and so is the place.
    expect(store.getState().plan).toBe(plan);
    expect(store.getState().n).toBe(12);
    expect(store.getState().example).toBeNull();
  });

  it("drops an answer to an older request", () => {
    const { store, engine } = openSlow();
    engine.answer();
    const { actions } = store.getState();
    actions.dispatch({ type: "setValue", ref: W, value: 1 });
    actions.dispatch({ type: "setValue", ref: W, value: 2 });
    engine.answer(1);
    expect(store.getState().trace!.rev).toBe(0);
    engine.answer(2);
    expect(store.getState().trace!.w[0]).toBe(2);
    engine.answer(0);
    expect(store.getState().trace!.rev).toBe(2);
  });

  it("has the numbers of what follows the pointer when the command returns", () => {
    const { store, engine } = openSlow();
    engine.answer();
    const { actions } = store.getState();
    actions.dispatch({ type: "setValue", ref: W, value: 1 });
    actions.dispatch({ type: "setValue", ref: W, value: 2 }, { gesture: "w", atOnce: true });
    expect(store.getState().trace!.w[0]).toBe(2);
    // The answer to the one before is late.
    engine.answer();
    expect(store.getState().trace!.w[0]).toBe(2);
  });

  it("has the numbers of what is taken back when undo returns, and of what is done again", () => {
    const { store, engine } = openSlow();
    engine.answer();
    const { actions } = store.getState();
    actions.dispatch({ type: "setValue", ref: W, value: 2 });
    engine.answer();
    actions.undo();
    expect(store.getState().trace!.w[0]).toBe(0.15);
    actions.redo();
    expect(store.getState().trace!.w[0]).toBe(2);
    expect(store.getState().trace!.rev).toBe(store.getState().session.rev);
  });

  it("does not ask, or tell anyone, when nothing changes", () => {
    const { store, engine } = openSlow();
    engine.answer();
    let told = 0;
    store.subscribe(() => told++);
    const { actions } = store.getState();
    actions.dispatch({ type: "setValue", ref: W, value: 0.15 });
    actions.hover(null);
    actions.setBy("neuron");
    actions.finer();
    const before = told;
    actions.finer();
    expect(engine.requests).toHaveLength(1);
    expect([before, told]).toEqual([1, 1]);
  });

  it("drops a selection that no longer exists, and refuses one that does not", () => {
    const store = open("#net=2-3-1");
    const { actions } = store.getState();
    actions.select(ref("w", 2, 3, 1));
    actions.dispatch({ type: "setValue", ref: ETA, value: 1 });
    expect(store.getState().selected).toEqual(ref("w", 2, 3, 1));
    actions.openExample("mazur");
    expect(store.getState().selected).toBeNull();
    actions.select(ref("w", 2, 3, 1));
    expect(store.getState().selected).toBeNull();
    actions.select(W);
    actions.select(null);
    expect(store.getState().selected).toBeNull();
  });

  it("forgets what the pointer was on when the network becomes another one", () => {
    const store = open();
    const { actions } = store.getState();
    actions.hover("w.2.2.1");
    actions.dispatch({ type: "setValue", ref: W, value: 3 });
    expect(store.getState().hovered).toBe("w.2.2.1");
    actions.openExample("chain");
    expect(store.getState().hovered).toBeNull();
  });

  it("says that the engine was started again until the work goes on", () => {
    const { store, engine } = openSlow();
    engine.callbacks.onRestart();
    expect(store.getState().restarted).toBe(true);
    store.getState().actions.dispatch({ type: "setValue", ref: W, value: 3 });
    expect(store.getState().restarted).toBe(false);
  });
});

describe("taking the step", () => {
  it("takes the trace's own new parameters, keeps the place, and remembers E", () => {
    const { store, engine } = openSlow("#at=u");
    engine.answer();
    const { actions, trace } = store.getState();
    actions.takeStep();
    expect(store.getState().session.network.w).toEqual(trace!.wNext);
    expect(store.getState().lastStep).toBeNull();
    engine.answer();
    const after = store.getState();
    expect(after.lastStep).toEqual({ eBefore: trace!.E });
    expect(after.trace!.E).toBe(trace!.ENext);
    expect(after.trace!.E).toBeLessThan(trace!.E);
    expect(after.n).toBe(after.plan!.length);
    expect(after.trace!.w[4]).toBeCloseTo(0.35891648, 8);
    expect(after.trace!.w[0]).toBeCloseTo(0.149780716, 9);
  });

  it("waits for the numbers it would be taken from", () => {
    const { store, engine } = openSlow();
    const { actions } = store.getState();
    actions.takeStep();
    engine.answer();
    actions.dispatch({ type: "setValue", ref: W, value: 1 });
    const { session } = store.getState();
    actions.takeStep();
    expect(store.getState().session).toBe(session);
  });

  it("is forgotten with the next edit, not with moving", () => {
    const store = open();
    const { actions } = store.getState();
    actions.takeStep();
    actions.next();
    actions.coarser();
    expect(store.getState().lastStep).not.toBeNull();
    actions.dispatch({ type: "setValue", ref: W, value: 1 });
    expect(store.getState().lastStep).toBeNull();
  });

  it("has been taken where it changes nothing", () => {
    const store = open("#net=1-1&act=relu&x=1&w2=-1&t=1");
    const { actions, session } = store.getState();
    actions.takeStep();
    expect(store.getState()).toMatchObject({ session, lastStep: { eBefore: 0.5 } });
  });

  it("is not taken from numbers out of range, but may lead there", () => {
    const overflow = open("#net=1-1&act=identity&x=1e200&w2=1e200");
    const { session } = overflow.getState();
    overflow.getState().actions.takeStep();
    expect(overflow.getState()).toMatchObject({ session, lastStep: null });
    // δ = 1 − 2, and η makes the next z so large that only E leaves the range.
    const diverging = open("#net=1-1&act=identity&x=1&w2=1&t=2&eta=1e200");
    expect(diverging.getState().trace!.overflow).toEqual(ref("nE"));
    diverging.getState().actions.takeStep();
    expect(diverging.getState().trace!.w[0]).toBe(1e200);
  });
});

describe("links", () => {
  it("opens another one, and goes back to what was open with one click", () => {
    const store = open("#at=d2.1");
    const { actions } = store.getState();
    actions.dispatch({ type: "setValue", ref: W, value: 0.1 + 0.2 });
    const before = currentLink(store.getState());
    actions.openLink("#net=3-3-3&at=z3.1&theme=slate");
    expect(store.getState()).toMatchObject({
      previousWork: { link: before, from: "page" },
      example: null,
    });
    expect(writeAddress(store.getState().view.at)).toBe("z3.1");
    const other = currentLink(store.getState());
    actions.goBackToPrevious();
    expect(currentLink(store.getState())).toBe(before);
    expect(store.getState().session.network.w[0]).toBe(0.1 + 0.2);
    actions.goBackToPrevious();
    expect(currentLink(store.getState())).toBe(other);
    actions.dismissProblems();
    actions.goBackToPrevious();
    expect(currentLink(store.getState())).toBe(other);
  });

  it("keeps the work where a link has no usable network, and says why", () => {
    const store = open("#at=d2.1&by=term&place=2.1.1&entry=2.1");
    const { session, trace, n, view } = store.getState();
    store
      .getState()
      .actions.openLink("#net=2-99-2&at=u&by=layer&lang=zh&place=3.2.1&entry=1.2&forward=b2.1");
    expect(store.getState()).toMatchObject({
      problems: [{ code: "limit", what: "neurons" }],
      previousWork: null,
      view: { ...view, lang: "zh" },
    });
    expect(store.getState().session).toBe(session);
    expect(store.getState().trace).toBe(trace);
    expect(store.getState().n).toBe(n);
    expectConsistent(store);
  });

  it("uses what it can, and lists the rest until dismissed", () => {
    const store = open();
    const { actions } = store.getState();
    actions.openLink("#net=2-1&x=1,what&w2=1,2");
    expect(store.getState().problems).toMatchObject([{ code: "number", key: "x" }]);
    expect(store.getState().session.network.x).toEqual(Float64Array.of(1, 0));
    actions.dismissProblems();
    expect(store.getState()).toMatchObject({ problems: [], previousWork: null });
  });

  it("offers the way back only from work that would be lost", () => {
    const store = open();
    const { actions } = store.getState();
    actions.openExample("xor");
    actions.openLink(`${exampleLink("xor")}&at=d2.1&digits=6`);
    expect(store.getState().previousWork).toBeNull();
    actions.dispatch({ type: "setValue", ref: W, value: 7 });
    const work = currentLink(store.getState());
    actions.openExample("chain");
    expect(store.getState().previousWork).toEqual({ link: work, from: "page" });
    actions.openExample("xor");
    expect(store.getState().previousWork).toEqual({ link: work, from: "page" });
  });

  it("shows a new network and its place together", () => {
    const { store, engine } = openSlow("#at=d2.1");
    engine.answer();
    const { actions } = store.getState();
    actions.openLink("#net=3-1&at=u&by=layer");
    expectConsistent(store);
    expect(store.getState()).toMatchObject({ n: 12, view: { by: "neuron" } });
    // The link to share is the new one already.
    expect(currentLink(store.getState())).toMatch(/net=3-1.*&by=layer&at=u/);
    actions.finer();
    actions.dispatch({ type: "setValue", ref: ETA, value: 2 });
    engine.answer();
    const { plan, n, view, arrival } = store.getState();
    expect([n, view.by, arrival]).toEqual([plan!.length, "neuron", null]);
    expectConsistent(store);
  });

  it("only moves where the network is the same", () => {
    const { store, engine } = openSlow();
    engine.answer();
    store.getState().actions.openLink("#at=d2.1&by=term&digits=6");
    expect(engine.requests).toHaveLength(1);
    expect(store.getState()).toMatchObject({ n: 24, view: { by: "term", digits: 6 } });
    expectConsistent(store);
  });

  it.each(EXAMPLES)("opens the example $id from its start", ({ id }) => {
    const store = open("#net=2-1&w2=1,2&at=u&by=layer&theme=slate&digits=6");
    store.getState().actions.openExample(id);
    const { session, example, n, view } = store.getState();
    expect(writeNetwork(session.network)).toBe(writeNetwork(readLink(exampleLink(id)).network!));
    expect([example, n]).toEqual([id, 0]);
    expect(view).toMatchObject({ by: "layer", theme: "slate", digits: 6 });
    expectConsistent(store);
  });
});

describe("looks", () => {
  it("are set, within what can be shown", () => {
    const store = open();
    const { actions } = store.getState();
    actions.setLang("zh");
    actions.setTheme("paper");
    actions.setDigits(99);
    actions.setSpeed(100);
    expect(store.getState()).toMatchObject({
      view: { lang: "zh", theme: "paper", digits: 10 },
      speed: 4,
    });
    actions.setSpeed(0);
    actions.setSpeed(NaN);
    actions.setTheme(null);
    expect(store.getState()).toMatchObject({ view: { theme: null }, speed: 0.25 });
  });
});

/** One thing that a person or the engine does. */
type Deed = (store: BackstepStore, engine: SlowEngine) => void;
const act =
  (run: (actions: ReturnType<BackstepStore["getState"]>["actions"]) => void): Deed =>
  (store) =>
    run(store.getState().actions);

describe("the place of the derivation", () => {
  it("is what was selected last, or what the step is about once one steps on", () => {
    const store = open("#net=2-3-2&at=d3.1");
    const { actions } = store.getState();
    const place = () => store.getState().view.place;
    expect(place()).toBeNull();
    actions.select(ref("w", 2, 3, 1));
    expect(place()).toEqual({ l: 2, i: 3, j: 1 });
    actions.select(ETA);
    actions.select(null);
    expect(place()).toEqual({ l: 2, i: 3, j: 1 });
    actions.select(ref("t", 0, 2));
    expect(place()).toEqual({ l: 3, i: 2, j: 0 });
    actions.next();
    expect(place()).toBeNull();
  });

  it("stays where it is while something is unfolded, whatever is selected", () => {
    const store = open("#net=2-3-2&view=derivation&eq=paths&place=2.3.1&path=2");
    const { actions } = store.getState();
    const { view } = store.getState();
    actions.select(ref("w", 3, 1, 2));
    expect(store.getState().selected).toEqual(ref("w", 3, 1, 2));
    expect(store.getState().view).toBe(view);
    actions.openPassage("2a");
    actions.select(ref("w", 3, 2, 2));
    expect(store.getState().view.place).toEqual({ l: 3, i: 2, j: 2 });
  });

  it("is in the link of the derivation, and not taken along to an example", () => {
    const store = open("#net=2-3-2&view=derivation&place=2.3");
    const { actions } = store.getState();
    expect(currentLink(store.getState())).toContain("&place=2.3");
    actions.openExample(EXAMPLES[1].id);
    expect(currentLink(store.getState())).not.toContain("place");
  });

  it.each(["", "2", "0.1", "2.1.1.1", "w2.1"])("a link to no place, “%s”, is told", (text) => {
    const { problems, view } = open(`#view=derivation&place=${text}`).getState();
    expect(problems).toMatchObject([{ key: "place" }]);
    expect(view.place).toBeNull();
  });
});

describe("whatever is done, in any order", () => {
  const deeds: fc.Arbitrary<Deed> = fc.oneof(
    fc.constantFrom<Deed>(
      (_, engine) => engine.answer(),
      (_, engine) => engine.answer(0),
      (_, engine) => engine.answer(Math.floor(engine.requests.length / 2)),
      (_, engine) => engine.callbacks.onRestart(),
      act((actions) => actions.next()),
      act((actions) => actions.previous()),
      act((actions) => actions.advance()),
      act((actions) => actions.phase(1)),
      act((actions) => actions.last()),
      act((actions) => actions.togglePlaying()),
      act((actions) => actions.takeStep()),
      act((actions) => actions.goBackToPrevious()),
      act((actions) => actions.coarser()),
      act((actions) => actions.finer()),
      act((actions) => actions.undo()),
      act((actions) => actions.redo()),
      act((actions) => actions.endGesture()),
      act((actions) => actions.dispatch({ type: "clear" })),
    ),
    fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 }))
      .chain(([l, i]) =>
        fc.constantFrom<Command>(
          { type: "addNeuron", l, at: i, connected: true },
          { type: "addLayer", l, size: i, connected: i > 1 },
          { type: "moveNeuron", l, i, to: { newLayer: i } },
          { type: "remove", items: [{ kind: "neuron", l, i }] },
          { type: "remove", items: [{ kind: "edge", l, i, j: 1 }] },
        ),
      )
      .map((command) => act((actions) => actions.dispatch(command))),
    fc.constantFrom(...GRANULARITIES).map((by) => act((actions) => actions.setBy(by))),
    fc.constantFrom(...TABS).map((tab) => act((actions) => actions.setTab(tab))),
    fc
      .constantFrom<Partial<Selection>>(
        ...CHOICES.run.map((run) => ({ run })),
        ...CHOICES.jacobian.map((jacobian) => ({ jacobian })),
        { entry: { i: 1, j: 2 } },
        { h: 0.1 },
      )
      .map((chosen) => act((actions) => actions.choose(chosen))),
    fc.constantFrom(...EXAMPLES).map(({ id }) => act((actions) => actions.openExample(id))),
    fc
      .constantFrom(
        "#net=2-3-1&at=d2.3",
        "#net=1-1&by=layer&at=u",
        "#net=3-2&w2=1,_,2;_,_,_&by=term",
        "#net=x",
        "",
        "#at=E",
        "#net=2-2&view=jacobian&jacobian=difference&run=plus",
        "#net=x&view=jacobian&jacobian=difference&run=minus",
        "#net=2-2&view=forward&forward=w2.1.1",
      )
      .map((link) => act((actions) => actions.openLink(link))),
    fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.constantFrom("relu" as const, "softmax" as const))
      .map(([l, activation]) =>
        act((actions) => actions.dispatch({ type: "setActivation", l, activation })),
      ),
    fc
      .constantFrom("l2" as const, "ce" as const, "bce" as const)
      .map((loss) => act((actions) => actions.dispatch({ type: "setLoss", loss }))),
    fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 }), fc.double())
      .map(([l, i, value]) =>
        act((actions) => {
          actions.select(ref("w", l, i, 1));
          actions.dispatch({ type: "setValue", ref: ref("w", l, i, 1), value }, { gesture: "w" });
        }),
      ),
    fc.nat({ max: 40 }).map((n) => act((actions) => actions.goToStep(n))),
  );

  test.prop([fc.array(deeds, { maxLength: 40 })])("the state agrees with itself", (sequence) => {
    const { store, engine } = openSlow();
    store.subscribe(() => expectConsistent(store));
    for (const deed of sequence) deed(store, engine);
    engine.answer();
    expectConsistent(store);
    const { session, arrival, trace } = store.getState();
    expect([trace!.rev, arrival]).toEqual([session.rev, null]);
    // And what the address bar holds opens it again.
    const link = currentLink(store.getState());
    expect(currentLink(open(link).getState())).toBe(link);
  });
});

describe("moving while another network is on its way", () => {
  it("moves in the network that is coming", () => {
    const { engine, store } = openSlow("#net=2-2");
    engine.answer();
    store.getState().actions.openExample("chain");
    store.getState().actions.next();
    store.getState().actions.next();
    engine.answer();
    expect(store.getState().view.at).toEqual(at("a2.1"));
    expect(store.getState().n).toBe(2);
  });
});
