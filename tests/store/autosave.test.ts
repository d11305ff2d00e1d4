import { beforeEach, expect, it, vi } from "vitest";
import { ref } from "../../src/engine/ref.ts";
import { bindAutosave, type WorkKeeper } from "../../src/store/autosave.ts";
import { currentLink } from "../../src/store/links.ts";
import { createBackstepStore, type BackstepStore } from "../../src/store/store.ts";
import { FakePage, promptEngine } from "./page.ts";

let store: BackstepStore;
let page: FakePage;
let unbind: () => void;
const keep = vi.fn<WorkKeeper["keep"]>();
const keepAside = vi.fn<WorkKeeper["keepAside"]>();

const edit = (value: number): void =>
  store.getState().actions.dispatch({ type: "setValue", ref: ref("w", 2, 1, 1), value });
const now = (): string => currentLink(store.getState());

beforeEach(() => {
  store = createBackstepStore({ engine: promptEngine, link: "", lang: "en" });
  page = new FakePage();
  keep.mockReset().mockReturnValue(true);
  keepAside.mockReset();
  unbind = bindAutosave(store, page, { keep, keepAside });
});

it("keeps nothing before anything is changed", () => {
  store.getState().actions.hover("w.2.1.1");
  page.fire("pagehide");
  page.tick(1e4);
  expect(keep).not.toHaveBeenCalled();
});

it("keeps the last of many changes, less than a second behind", () => {
  for (let k = 1; k <= 50; k++) {
    edit(k);
    page.tick(50);
  }
  expect(keep.mock.calls.length).toBeLessThan(4);
  page.tick(1000);
  expect(keep).toHaveBeenLastCalledWith(now(), true, []);
});

it("keeps the step too, and tells an example from one's own work", () => {
  store.getState().actions.next();
  page.tick(1000);
  expect(keep).toHaveBeenLastCalledWith(expect.stringContaining("&at=z2.1"), false, []);
});

it.each(["pagehide", "visibilitychange"] as const)("does not wait at %s", (event) => {
  edit(1);
  page.fire(event);
  expect(keep).toHaveBeenCalledExactlyOnceWith(now(), true, []);
  page.fire(event);
  page.tick(1e4);
  expect(keep).toHaveBeenCalledOnce();
});

it("keeps nothing of a change that was taken back", () => {
  edit(1);
  store.getState().actions.undo();
  page.tick(1e4);
  expect(keep).not.toHaveBeenCalled();
});

it("keeps what a change was taken back to, where the address tells of the change", () => {
  edit(1);
  page.history.replaceState(page.history.state, "", `#${now()}`);
  store.getState().actions.undo();
  page.fire("pagehide");
  expect(keep).toHaveBeenCalledExactlyOnceWith(now(), false, []);
});

it("does not keep what was opened only because the address follows it", () => {
  edit(1);
  store.getState().actions.undo();
  page.history.replaceState(page.history.state, "", `#${now()}`);
  page.tick(1e4);
  expect(keep).not.toHaveBeenCalled();
});

it("tries again where the browser refuses, and says so once", () => {
  keep.mockReturnValue(false);
  edit(1);
  page.tick(1000);
  expect(store.getState().unkept).toBe(true);
  store.getState().actions.dismissProblems();
  edit(2);
  page.tick(1000);
  expect(keep).toHaveBeenCalledTimes(2);
  expect(store.getState().unkept).toBe(false);
});

it("stops when unbound", () => {
  edit(1);
  unbind();
  edit(2);
  page.fire("pagehide");
  page.tick(1e4);
  expect(keep).not.toHaveBeenCalled();
});

it("keeps the weights of removed connections, which a link has no place for", () => {
  const { actions } = store.getState();
  actions.dispatch({ type: "remove", items: [{ kind: "edge", l: 2, i: 1, j: 2 }] });
  page.tick(1000);
  expect(keep).toHaveBeenLastCalledWith(now(), true, [[1, 0.2]]);
});

it("keeps aside one's own work that another is opened over, and no example", () => {
  const { actions } = store.getState();
  actions.openExample("xor");
  expect(keepAside).not.toHaveBeenCalled();
  edit(7);
  const work = now();
  actions.openExample("and");
  expect(keepAside).toHaveBeenCalledExactlyOnceWith(work);
  edit(8);
  const next = now();
  actions.openEmpty();
  expect(keepAside).toHaveBeenLastCalledWith(next);
  actions.goBackToPrevious();
  expect(keepAside).toHaveBeenCalledTimes(2);
});
