import { beforeEach, expect, it } from "vitest";
import { bindPlayer, STEP_MS } from "../../src/store/player.ts";
import { createBackstepStore, type BackstepStore } from "../../src/store/store.ts";
import { FakeClock, promptEngine } from "./page.ts";

let store: BackstepStore;
let clock: FakeClock;
let unbind: () => void;

beforeEach(() => {
  store = createBackstepStore({ engine: promptEngine, link: "#net=1-1", lang: "en" });
  clock = new FakeClock();
  unbind = bindPlayer(store, clock);
});

it("moves on a step at a time, and stops at the end", () => {
  const { actions, plan } = store.getState();
  actions.togglePlaying();
  clock.tick(STEP_MS - 1);
  expect(store.getState().n).toBe(0);
  clock.tick(1);
  expect(store.getState()).toMatchObject({ n: 1, playing: true });
  clock.tick((plan!.length - 1) * STEP_MS);
  expect(store.getState()).toMatchObject({ n: plan!.length, playing: false });
  expect(clock.waiting).toBe(0);
});

it("begins again from the end", () => {
  store.getState().actions.last();
  store.getState().actions.togglePlaying();
  expect(store.getState()).toMatchObject({ n: 0, playing: true });
});

it("follows the speed at once", () => {
  const { actions } = store.getState();
  actions.setSpeed(4);
  actions.togglePlaying();
  clock.tick(STEP_MS / 4);
  expect(store.getState().n).toBe(1);
  actions.setSpeed(0.25);
  clock.tick(4 * STEP_MS - 1);
  expect(store.getState().n).toBe(1);
  clock.tick(1);
  expect(store.getState().n).toBe(2);
});

it("gives way to a hand on the transport", () => {
  const { actions } = store.getState();
  actions.togglePlaying();
  actions.next();
  expect(store.getState()).toMatchObject({ n: 1, playing: false });
  clock.tick(10 * STEP_MS);
  expect(store.getState().n).toBe(1);
});

it("pauses, and plays on through an edit", () => {
  const { actions } = store.getState();
  actions.togglePlaying();
  actions.togglePlaying();
  clock.tick(10 * STEP_MS);
  expect(store.getState().n).toBe(0);
  actions.togglePlaying();
  actions.dispatch({ type: "setLoss", loss: "bce" });
  clock.tick(STEP_MS);
  expect(store.getState()).toMatchObject({ n: 1, playing: true });
});

it("stops with another network, and for good when unbound", () => {
  const { actions } = store.getState();
  actions.togglePlaying();
  actions.openExample("xor");
  expect(store.getState().playing).toBe(false);
  actions.togglePlaying();
  unbind();
  clock.tick(10 * STEP_MS);
  expect(store.getState().n).toBe(0);
});
