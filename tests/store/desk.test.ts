import { describe, expect, test } from "vitest";
import { ref } from "../../src/engine/ref.ts";
import type { Item } from "../../src/session/command.ts";
import {
  change,
  createDesk,
  extendPicked,
  pickByPointer,
  toggleDrawing,
  togglePicked,
} from "../../src/store/desk.ts";
import { createBackstepStore } from "../../src/store/store.ts";
import { promptEngine } from "./page.ts";

function at(link: string) {
  const store = createBackstepStore({ engine: promptEngine, link, lang: "en" });
  return { store, desk: createDesk(store) };
}

const neuron = (l: number, i: number): Item => ({ kind: "neuron", l, i });
const edge = (l: number, i: number, j: number): Item => ({ kind: "edge", l, i, j });

describe("the mode", () => {
  test("is drawing by itself where there is nothing to read yet, and stays when there is", () => {
    const { store, desk } = at("net=1");
    expect(desk.getState().mode).toBe("draw");
    change(store, desk, { type: "addLayer", l: 2, size: 1, connected: true });
    expect(desk.getState().mode).toBe("draw");
  });

  test("becomes drawing when the stage is cleared", () => {
    const { store, desk } = at("net=2-1");
    expect(desk.getState().mode).toBe("read");
    store.getState().actions.dispatch({ type: "clear" });
    expect(desk.getState().mode).toBe("draw");
  });

  test("lets go of what is picked when it ends", () => {
    const { desk } = at("net=1");
    pickByPointer(desk, [neuron(1, 1)]);
    toggleDrawing(desk);
    expect(desk.getState()).toMatchObject({ mode: "read", picked: [] });
  });
});

describe("after a change", () => {
  test("by pointer what was made is picked", () => {
    const { store, desk } = at("net=2-2-1&w2=_,1;1,1");
    change(store, desk, { type: "addNeuron", l: 2, at: 1, connected: false });
    expect(desk.getState()).toMatchObject({ picked: [neuron(2, 1)], walk: null });
    change(store, desk, { type: "connect", from: { l: 2, i: 2 }, to: { l: 1, i: 1 } });
    expect(desk.getState().picked).toEqual([edge(2, 2, 1)]);
    change(store, desk, { type: "moveNeuron", l: 2, i: 1, to: { l: 2, at: 3 } });
    expect(desk.getState().picked).toEqual([neuron(2, 3)]);
  });

  test("by keyboard one walks to what was made", () => {
    const { store, desk } = at("net=2-2-1");
    desk.setState({ walk: ref("a", 2, 1) });
    change(store, desk, { type: "addNeuron", l: 2, at: 2, connected: true });
    expect(desk.getState()).toMatchObject({ walk: ref("a", 2, 2), picked: [] });
  });

  test("what was picked goes along with its neurons, and what is gone is picked no more", () => {
    const { store, desk } = at("net=2-3-1");
    desk.setState({ walk: ref("a", 2, 2), picked: [neuron(2, 1), neuron(2, 3), edge(3, 1, 1)] });
    change(store, desk, { type: "remove", items: [neuron(2, 1)] });
    expect(desk.getState()).toMatchObject({ walk: ref("a", 2, 1), picked: [neuron(2, 2)] });
  });

  test("whose own place is gone stands at the nearest neuron", () => {
    const { store, desk } = at("net=2-3-1");
    desk.setState({ walk: ref("a", 2, 3) });
    change(store, desk, { type: "remove", items: [neuron(2, 3)] });
    expect(desk.getState().walk).toEqual(ref("a", 2, 2));
    desk.setState({ walk: ref("w", 3, 1, 2) });
    change(store, desk, { type: "remove", items: [edge(3, 1, 2)] });
    expect(desk.getState().walk).toEqual(ref("a", 3, 1));
    change(store, desk, { type: "remove", items: [1, 2, 3].map((l) => ({ kind: "layer", l })) });
    expect(desk.getState().walk).toBeNull();
  });

  test("whose weight is gone stands at its neuron, wherever that is now", () => {
    const { store, desk } = at("net=1-1-4");
    desk.setState({ walk: ref("w", 3, 2, 1) });
    change(store, desk, { type: "remove", items: [{ kind: "layer", l: 2 }, neuron(3, 1)] });
    // The weight of the layer before is another one.
    expect(desk.getState().walk).toEqual(ref("a", 2, 1));
  });

  test("that is refused everything stays, and there is no news", () => {
    const { store, desk } = at("net=2-2-1");
    desk.setState({ picked: [neuron(1, 1)] });
    const before = desk.getState();
    change(store, desk, { type: "connect", from: { l: 1, i: 1 }, to: { l: 3, i: 1 } });
    expect(desk.getState()).toBe(before);
    expect(store.getState().refused).toMatchObject({ code: "notNeighbours" });
  });

  test("that came from elsewhere nothing is picked that may be another thing now", () => {
    const { store, desk } = at("net=2-2-1");
    change(store, desk, { type: "addNeuron", l: 2, at: 1, connected: true });
    store.getState().actions.undo();
    expect(desk.getState()).toMatchObject({ picked: [], walk: null, pending: null });
  });
});

describe("a walk over a network that is undone", () => {
  test("goes on at the nearest neuron where its own is gone, and that is news", () => {
    const { store, desk } = at("net=2-2-1");
    desk.setState({ walk: ref("a", 2, 2) });
    change(store, desk, { type: "addNeuron", l: 2, at: 3, connected: true });
    expect(desk.getState().walk).toEqual(ref("a", 2, 3));
    store.getState().actions.undo();
    expect(desk.getState()).toMatchObject({ walk: ref("a", 2, 2), news: { code: "changed" } });
    change(store, desk, { type: "addLayer", l: 4, size: 1, connected: true });
    store.getState().actions.undo();
    expect(desk.getState().walk).toEqual(ref("a", 3, 1));
  });

  test("leaves a connection that is gone for the neuron it led to", () => {
    const { store, desk } = at("net=2-2-1&w2=_,1;1,1");
    desk.setState({ walk: ref("a", 2, 1) });
    change(store, desk, { type: "connect", from: { l: 1, i: 1 }, to: { l: 2, i: 1 } });
    expect(desk.getState().walk).toEqual(ref("w", 2, 1, 1));
    store.getState().actions.undo();
    expect(desk.getState()).toMatchObject({ walk: ref("a", 2, 1), news: { code: "changed" } });
  });

  test("says nothing where only numbers are others, and ends on the empty stage", () => {
    const { store, desk } = at("net=2-2-1");
    desk.setState({ walk: ref("b", 2, 1) });
    store.getState().actions.dispatch({ type: "setValue", ref: ref("b", 2, 1), value: 7 });
    store.getState().actions.undo();
    expect(desk.getState()).toMatchObject({ walk: ref("b", 2, 1), news: null });
    store.getState().actions.dispatch({ type: "clear" });
    expect(desk.getState()).toMatchObject({ walk: null, news: null });
  });
});

test("what is picked alone and meant again is not only picked", () => {
  const { desk } = at("net=2-2-1");
  expect(pickByPointer(desk, [neuron(1, 1)])).toBe("picked");
  expect(pickByPointer(desk, [neuron(1, 2)])).toBe("picked");
  expect(pickByPointer(desk, [neuron(1, 2)])).toBe("meantAgain");
  expect(pickByPointer(desk, [neuron(1, 2), neuron(1, 1)])).toBe("picked");
});

test("items are picked one by one and on the way, none twice", () => {
  const { desk } = at("net=2-2-1");
  togglePicked(desk, neuron(1, 1));
  extendPicked(desk, [neuron(1, 1), neuron(1, 2)]);
  expect(desk.getState().picked).toEqual([neuron(1, 1), neuron(1, 2)]);
  togglePicked(desk, neuron(1, 1));
  expect(desk.getState()).toMatchObject({
    picked: [neuron(1, 2)],
    news: { code: "picked", isOn: false, count: 1 },
  });
});

describe("the news", () => {
  test("of a deletion names what was deleted, and ends with its undoing", () => {
    const { store, desk } = at("net=2-3-1");
    change(store, desk, { type: "remove", items: [neuron(2, 1), neuron(2, 3)] });
    expect(desk.getState().news).toEqual({ code: "removedSeveral", kind: "neuron", count: 2 });
    store.getState().actions.undo();
    expect(desk.getState().news).toBeNull();
  });

  test("of a lost connection ends with its undoing", () => {
    const { store, desk } = at("net=2-3-1");
    change(store, desk, { type: "remove", items: [edge(2, 1, 1)] });
    expect(desk.getState().news).toEqual({ code: "removed", item: edge(2, 1, 1) });
    store.getState().actions.undo();
    expect(desk.getState().news).toBeNull();
  });

  test("of what is picked by pointer counts it", () => {
    const { desk } = at("net=2-2-1");
    const news = (items: readonly Item[]) => {
      pickByPointer(desk, items);
      return desk.getState().news;
    };
    expect(news([])).toBeNull();
    expect(news([neuron(1, 1), neuron(1, 2)])).toEqual({
      code: "pickedSeveral",
      kind: "neuron",
      count: 2,
    });
    expect(news([neuron(1, 1), edge(2, 1, 1)])).toMatchObject({ kind: null, count: 2 });
    expect(news([neuron(1, 2)])).toMatchObject({ code: "picked", item: neuron(1, 2), count: 1 });
    expect(news([])).toEqual({ code: "unpicked" });
  });
});
