import { describe, expect, it } from "vitest";
import { writeAddress } from "../../../src/steps/address.ts";
import { createBackstepStore, type BackstepStore } from "../../../src/store/store.ts";
import { formOf, openKept } from "../../../src/ui/library/kept.ts";
import { promptEngine } from "../../store/page.ts";

const open = (link: string): BackstepStore =>
  createBackstepStore({ engine: promptEngine, link, lang: "en" });

/** A 2-1 network of which the connection from neuron 1, with the weight 0.1, has been removed. */
function withoutFirstEdge(): BackstepStore {
  const store = open("#net=2-1&w2=0.1,-0.25&at=d2.1&view=numbers");
  const edge = { kind: "edge", l: 2, i: 1, j: 1 } as const;
  store.getState().actions.dispatch({ type: "remove", items: [edge] });
  return store;
}

function drawFirstEdge(store: BackstepStore): number {
  store.getState().actions.dispatch({ type: "connect", from: { l: 1, i: 1 }, to: { l: 2, i: 1 } });
  return store.getState().session.network.w[0];
}

describe("opening kept work", () => {
  it("brings the numbers and the place back, and leaves language and theme alone", () => {
    const kept = formOf(open("#lang=zh&theme=slate&net=2-1&w2=0.1,-0&at=d2.1"));
    expect(kept.file).toBeNull();
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
    expect(openKept(store, { link: "#net=banana", file: null })).toBe(false);
    expect(store.getState()).toBe(before);
  });

  it("brings back the weights that removed connections had", () => {
    const kept = formOf(withoutFirstEdge());
    const store = open("#net=1-1");
    openKept(store, kept);
    expect([...store.getState().session.network.w]).toEqual([0, -0.25]);
    expect(store.getState().view.tab).toBe("numbers");
    expect(writeAddress(store.getState().view.at)).toBe("d2.1");
    expect(drawFirstEdge(store)).toBe(0.1);
  });

  it("brings them back where the same network is open already, without them", () => {
    const kept = formOf(withoutFirstEdge());
    const store = open(kept.link);
    openKept(store, kept);
    expect(drawFirstEdge(store)).toBe(0.1);
  });

  it("has the network of the link where the file cannot be read", () => {
    const { link } = formOf(withoutFirstEdge());
    const store = open("#net=1-1");
    expect(openKept(store, { link, file: "{" })).toBe(true);
    expect([...store.getState().session.network.w]).toEqual([0, -0.25]);
  });
});
