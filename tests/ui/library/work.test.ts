import { describe, expect, it } from "vitest";
import { ETA } from "../../../src/session/session.ts";
import { writeAddress } from "../../../src/steps/address.ts";
import { currentLink } from "../../../src/store/links.ts";
import { createBackstepStore, type BackstepStore } from "../../../src/store/store.ts";
import { nameToSave, openKept } from "../../../src/ui/library/work.ts";
import { nameWork, workName } from "../../../src/ui/library/workName.ts";
import { promptEngine } from "../../store/page.ts";

const open = (link: string): BackstepStore =>
  createBackstepStore({ engine: promptEngine, link, lang: "en" });

describe("opening kept work", () => {
  it("brings the numbers and the place back, and leaves language and theme alone", () => {
    const kept = currentLink(open("#lang=zh&theme=slate&net=2-1&w2=0.1,-0&at=d2.1").getState());
    const store = open("#net=1-1&by=term&digits=6&theme=paper&lang=en");
    expect(openKept(store, kept)).toBe(true);
    const { session, view } = store.getState();
    expect([...session.network.w]).toEqual([0.1, -0]);
    expect(writeAddress(view.at)).toBe("d2.1");
    expect(view).toMatchObject({ by: "neuron", digits: 4, lang: "en", theme: "paper" });
    expect(store.getState().undoName).toEqual({ code: "open" });
  });

  it("changes nothing where the link cannot be read", () => {
    const store = open("#net=1-1");
    const before = store.getState();
    expect(openKept(store, "#net=banana")).toBe(false);
    expect(store.getState()).toBe(before);
  });
});

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
    openKept(store, "#net=1-1");
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
