import { describe, expect, it } from "vitest";
import { ETA } from "../../../src/session/session.ts";
import { createBackstepStore, type BackstepStore } from "../../../src/store/store.ts";
import { openKept } from "../../../src/ui/library/kept.ts";
import { nameToSave, nameWork, workName } from "../../../src/ui/library/workName.ts";
import { promptEngine } from "../../store/page.ts";

const open = (link: string): BackstepStore =>
  createBackstepStore({ engine: promptEngine, link, lang: "en" });

describe("the name of what is open", () => {
  it("belongs to the work, through its changes, and goes and comes back with it", () => {
    const store = open("#net=2-3-1");
    const { actions } = store.getState();
    expect(workName(store)).toBeNull();
    nameWork(store, "Homework");
    actions.dispatch({ type: "setValue", ref: ETA, value: 0.25 });
    expect(workName(store)).toBe("Homework");
    actions.openEmpty();
    expect(workName(store)).toBeNull();
    actions.undo();
    expect(workName(store)).toBe("Homework");
    openKept(store, { link: "#net=1-1", file: null });
    nameWork(store, "Chain");
    actions.undo();
    expect(workName(store)).toBe("Homework");
    actions.redo();
    expect(workName(store)).toBe("Chain");
  });

  it("is proposed for saving; without one the example's, or what it is", () => {
    const store = open("#net=2-3-1&lang=en");
    expect(nameToSave(store)).toBe("2–3–1 network");
    store.getState().actions.openExample("xor");
    expect(nameToSave(store)).toBe("XOR, 2-3-1");
    store.getState().actions.setLang("zh");
    expect(nameToSave(store)).toBe("异或，2-3-1");
    nameWork(store, "Mine");
    expect(nameToSave(store)).toBe("Mine");
  });
});
