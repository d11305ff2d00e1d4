import { describe, expect, it, vi } from "vitest";
import { ref } from "../../src/engine/ref.ts";
import { compressLink, LONG_LINK } from "../../src/share/compress.ts";
import { createBackstepStore, type BackstepStore } from "../../src/store/store.ts";
import { currentLink } from "../../src/store/links.ts";
import { bindUrl, plainLink, type UrlBinding } from "../../src/store/url.ts";
import { FakePage, promptEngine, SlowEngine } from "./page.ts";

const HREF = "https://example.org/backstep/?a=b";
const W = ref("w", 2, 1, 1);

function openPage(hash = ""): { page: FakePage; store: BackstepStore; url: UrlBinding } {
  const page = new FakePage(HREF + hash);
  const store = createBackstepStore({ engine: promptEngine, link: page.location.hash, lang: "en" });
  return { page, store, url: bindUrl(store, page) };
}

describe("writing the address", () => {
  it("names the language once the person or a link has named it", async () => {
    const { page, store } = openPage();
    store.getState().actions.setLang("en");
    page.tick(1e4);
    expect(page.writes.at(-1)).toContain("&lang=en");
    expect(await openPage("#net=1-1&lang=en").url.shareUrl()).toContain("&lang=en");
    expect(await openPage("#net=1-1").url.shareUrl()).not.toContain("lang");
  });

  it("waits for a change", () => {
    const { page, store } = openPage();
    store.getState().actions.hover("w.2.1.1");
    page.tick(1e4);
    page.fire("pagehide");
    expect(page.writes).toEqual([]);
  });

  it("writes the last of many changes when they rest, and every two seconds before that", () => {
    const { page, store } = openPage();
    const change = (k: number): void => {
      store.getState().actions.dispatch({ type: "setValue", ref: W, value: k });
      page.tick(10);
    };
    for (let k = 1; k <= 500; k++) change(k);
    expect(page.writes).toHaveLength(2);
    page.tick(290);
    expect(page.writes).toHaveLength(2);
    page.tick(1e4);
    expect(page.writes).toHaveLength(3);
    expect(page.location.hash).toContain("&w2=500,0.2;");
    expect(page.location.hash).toBe(`#${currentLink(store.getState())}`);
    change(1);
    page.tick(310);
    expect(page.writes).toHaveLength(4);
  });

  it("writes what is open when the page is left", () => {
    const { page, store } = openPage();
    store.getState().actions.goToStep(12);
    page.fire("pagehide");
    expect(page.location.hash).toContain("&at=d2.1");
    expect(page.waiting).toBe(0);
  });

  it("does not write a change that was taken back", () => {
    const { page, store } = openPage("#at=d2.1");
    store.getState().actions.next();
    store.getState().actions.previous();
    page.tick(1e4);
    expect(page.writes).toEqual([]);
  });

  it("tries again after the browser refused", () => {
    const { page, store } = openPage();
    page.refuses = true;
    store.getState().actions.next();
    page.tick(1e4);
    page.refuses = false;
    store.getState().actions.hover("E");
    page.fire("pagehide");
    expect(page.location.hash).toContain("&at=z2.1");
  });

  it("leaves the address alone when unbound", () => {
    const { page, store, url } = openPage();
    store.getState().actions.next();
    url.unbind();
    store.getState().actions.next();
    page.tick(1e4);
    page.goTo("#net=3-3");
    expect(page.writes).toEqual([]);
    expect(store.getState().session.network.layout.sizes).toEqual([2, 2, 2]);
  });
});

describe("reading the address", () => {
  it("opens another link, without writing it", () => {
    const { page, store } = openPage();
    page.goTo("#net=3-3-1&at=d2.2");
    expect(store.getState().session.network.layout.sizes).toEqual([3, 3, 1]);
    page.tick(1e4);
    expect(page.writes).toEqual([]);
    expect(page.location.hash).toBe("#net=3-3-1&at=d2.2");
  });

  it("keeps what was not written yet within one click", () => {
    const { page, store } = openPage();
    store.getState().actions.dispatch({ type: "setValue", ref: W, value: 42 });
    page.goTo("#net=3-3-1");
    page.tick(1e4);
    expect(page.location.hash).toBe("#net=3-3-1");
    store.getState().actions.goBackToPrevious();
    expect(store.getState().session.network.w[0]).toBe(42);
    page.tick(1e4);
    expect(page.location.hash).toContain("&w2=42,");
  });

  it.each(["#net=x", "#net=2-2-2&x=oops,1", "#v=9"])(
    "leaves %s for its author to mend until something is changed",
    (hash) => {
      for (const { page, store } of [openPage(hash), openPage()]) {
        page.goTo(hash);
        expect(store.getState().problems).toHaveLength(1);
        store.getState().actions.dismissProblems();
        page.tick(1e4);
        page.fire("pagehide");
        expect(page.location.hash).toBe(hash);
        store.getState().actions.dispatch({ type: "setValue", ref: W, value: 3 });
        page.tick(1e4);
        expect(page.location.hash).toMatch(/^#v=1&net=2-2-2/);
      }
    },
  );

  it("writes nothing while the engine has not answered", () => {
    const engine = new SlowEngine();
    const page = new FakePage(`${HREF}#at=d2.1`);
    const { hash } = page.location;
    const store = createBackstepStore({ engine: engine.connect, link: hash, lang: "en" });
    bindUrl(store, page);
    page.tick(1e4);
    engine.answer();
    page.tick(1e4);
    page.goTo("#net=1-1&at=u&by=term");
    page.tick(1e4);
    engine.answer();
    page.tick(1e4);
    expect(page.writes).toEqual([]);
  });
});

describe("long links", () => {
  const LONG = "#net=16-16-16&seed=7";
  const settle = () => vi.waitFor(() => expect(compressed).toHaveBeenCalled());
  const compressed = vi.fn<() => void>();

  /** A page whose address notes when it becomes a compressed one. */
  function openLong(hash = LONG): ReturnType<typeof openPage> {
    const opened = openPage(hash);
    compressed.mockClear();
    const { page } = opened;
    const write = page.history.replaceState;
    page.history.replaceState = (state, title, url) => {
      write(state, title, url);
      if (String(url).includes("&z=")) compressed();
    };
    return opened;
  }

  it("are written compressed, and open the same", async () => {
    const { page, store } = openLong();
    store.getState().actions.dispatch({ type: "setValue", ref: W, value: 0.1 + 0.2 });
    page.tick(1e4);
    expect(page.writes).toEqual([]);
    await settle();
    const link = currentLink(store.getState());
    expect(link.length).toBeGreaterThan(LONG_LINK);
    expect(page.location.hash.length).toBeLessThan(link.length);
    expect(await plainLink(page.location.hash)).toBe(link);
    // Nothing more to write.
    page.tick(1e4);
    page.fire("pagehide");
    expect(page.writes).toHaveLength(1);
  });

  it("are shared compressed", async () => {
    const { store, url } = openLong();
    const shared = await url.shareUrl();
    expect(shared).toMatch(/#v=1&z=/);
    expect(await plainLink(shared.slice(HREF.length))).toBe(currentLink(store.getState()));
  });

  it("are written plain when the page is left, since nothing can be waited for then", async () => {
    const { page, store } = openLong();
    store.getState().actions.dispatch({ type: "setValue", ref: W, value: 7 });
    page.tick(1e4);
    page.fire("pagehide");
    const link = `#${currentLink(store.getState())}`;
    expect(page.location.hash).toBe(link);
    await compressLink(link);
    expect(page.location.hash).toBe(link);
  });

  it("do not come too late over a newer state", async () => {
    const { page, store } = openLong();
    const { actions } = store.getState();
    actions.dispatch({ type: "setValue", ref: W, value: 7 });
    page.tick(1e4);
    actions.openLink("#net=1-1");
    page.tick(1e4);
    await compressLink(LONG);
    expect(page.writes).toEqual([`#${currentLink(store.getState())}`]);
  });

  it("open when they come into the address, which is not written over meanwhile", async () => {
    const { page, store } = openPage();
    const hash = `#${await compressLink("v=1&net=3-3-1&at=d2.2")}`;
    store.getState().actions.next();
    page.goTo(hash);
    page.tick(1e4);
    page.fire("pagehide");
    expect(page.writes).toEqual([]);
    await vi.waitFor(() =>
      expect(store.getState().session.network.layout.sizes).toEqual([3, 3, 1]),
    );
    page.tick(1e4);
    expect(page.location.hash).toBe(hash);
  });

  it("give way to another address that comes before they are read", async () => {
    const { page, store } = openPage();
    page.goTo(`#${await compressLink("v=1&net=3-3-1")}`);
    page.goTo("#net=1-1");
    await compressLink(LONG);
    expect(store.getState().session.network.layout.sizes).toEqual([1, 1]);
  });
});

describe("work that the browser kept", () => {
  it.each([
    ["", false],
    ["#net=1-1&w2=2", true],
  ])("gets into the address %j at once", (link, continues) => {
    const page = new FakePage(HREF + link);
    const kept = { link: "v=1&net=1-1&w2=3&at=d2.1", edited: true, parked: [], continues };
    const store = createBackstepStore({ engine: promptEngine, link, kept, lang: "en" });
    bindUrl(store, page);
    page.tick(1e4);
    expect(page.location.hash).toBe(`#${kept.link}`);
  });
});

describe("sharing", () => {
  it("gives the whole address, up to date", async () => {
    const { page, store, url } = openPage();
    store.getState().actions.goToStep(12);
    const shared = await url.shareUrl();
    expect(shared).toBe(`${HREF}#${currentLink(store.getState())}`);
    expect(page.href).toBe(shared);
    const again = openPage(shared.slice(HREF.length)).store;
    expect(again.getState().session.network).toEqual(store.getState().session.network);
    expect(again.getState().n).toBe(12);
  });

  it("names nothing of a link that could not be read", async () => {
    const { page, url } = openPage("#net=2-2-2&x=oops,1");
    expect(await url.shareUrl()).toMatch(/#v=1&net=2-2-2&x=0,1&w2=/);
    expect(page.writes).toEqual([]);
  });
});
