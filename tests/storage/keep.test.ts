import { beforeEach, describe, expect, it } from "vitest";
import { createKeeper, type Keeper, type KeeperPage } from "../../src/storage/keep.ts";

/** A storage as browsers have it: its keys are its own properties. */
class FakeStorage {
  [key: string]: unknown;
  getItem(key: string): string | null {
    return Object.hasOwn(this, key) ? (this[key] as string) : null;
  }
  setItem(key: string, value: string): void {
    this[key] = value;
  }
  removeItem(key: string): void {
    delete this[key];
  }
}
const fakeStorage = (): Storage => new FakeStorage() as unknown as Storage;

function navigation(type: NavigationTimingType): KeeperPage["performance"] {
  const entry = { entryType: "navigation", type };
  return { getEntriesByType: (asked) => (asked === "navigation" ? [entry as never] : []) };
}

/** A tab of one browser; its storage outlives the pages it shows. */
class Tab {
  readonly sessionStorage: Storage;
  /** The fragment of the address it shows. */
  hash = "";
  private leaving: (() => void)[] = [];
  private coming: (() => void)[] = [];

  constructor(sessionStorage: Storage = fakeStorage()) {
    this.sessionStorage = sessionStorage;
  }

  load(how: "navigate" | "reload" | "back_forward" = "reload"): Keeper {
    this.leaving = [];
    this.coming = [];
    const page: KeeperPage = {
      localStorage,
      sessionStorage: this.sessionStorage,
      location: { hash: this.hash },
      performance: navigation(how),
      addEventListener: (type, listener) =>
        (type === "pagehide" ? this.leaving : this.coming).push(listener),
    };
    return createKeeper(page, () => ++time);
  }

  leave(): void {
    for (const listener of this.leaving) listener();
  }

  comeBack(): void {
    for (const listener of this.coming) listener();
  }

  /** A new tab with a copy of what the sessionStorage holds at the moment. */
  duplicate(): Tab {
    return new Tab(Object.assign(fakeStorage(), this.sessionStorage));
  }
}

let localStorage: Storage;
let time: number;
beforeEach(() => {
  localStorage = fakeStorage();
  time = 1_700_000_000_000;
});

const links = (keeper: Keeper): string[] => keeper.recentWork().map(({ link }) => link);

describe("one tab", () => {
  it("finds its work again after it is loaded again", () => {
    const tab = new Tab();
    const keeper = tab.load();
    expect(keeper.last).toBeNull();
    expect(keeper.keep("v=1&net=1-1", false)).toBe(true);
    expect(keeper.keep("v=1&net=2-2", true)).toBe(true);
    expect(keeper.recentWork()).toEqual([]);
    tab.leave();
    const { last } = tab.load();
    expect(last).toMatchObject({ link: "v=1&net=2-2", edited: true, time });
  });

  it("finds it after a crash and in a new tab", () => {
    const tab = new Tab();
    tab.load().keep("v=1&net=2-2", true);
    expect(tab.load().last?.link).toBe("v=1&net=2-2");
    expect(new Tab().load().last?.link).toBe("v=1&net=2-2");
  });
});

describe("removed connections", () => {
  it("are found with their weights", () => {
    const tab = new Tab();
    tab.load().keep("v=1&net=2-1&w2=1,_", true, [[1, 0.5]]);
    tab.leave();
    expect(tab.load().last?.parked).toEqual([[1, 0.5]]);
  });

  it("are none where the slot has none, or what is no such list", () => {
    const tab = new Tab();
    tab.load().keep("v=1&net=2-1", true);
    const [key] = Object.keys(localStorage);
    const slot = JSON.parse(localStorage.getItem(key)!) as object;
    for (const parked of [undefined, null, 7, "x", {}, [1, 2], [[1]], [["1", 2]], [[1, 2, 3]]]) {
      localStorage.setItem(key, JSON.stringify({ ...slot, parked }));
      expect(tab.load().last?.parked).toEqual([]);
    }
  });
});

describe("work that gives way", () => {
  it("is among the recent work, once, and not while it is the open one", () => {
    const tab = new Tab();
    const keeper = tab.load();
    keeper.keep("v=1&net=1-1", true);
    keeper.keepAside("v=1&net=1-1");
    keeper.keepAside("v=1&net=1-1");
    expect(links(keeper)).toEqual(["v=1&net=1-1"]);
    keeper.keep("v=1&net=1-1", true);
    expect(links(keeper)).toEqual([]);
    keeper.keep("v=1&net=3-3", true);
    expect(links(keeper)).toEqual(["v=1&net=1-1"]);
    tab.leave();
    const again = tab.load();
    expect(again.last?.link).toBe("v=1&net=3-3");
    expect(links(again)).toEqual(["v=1&net=1-1"]);
  });

  it("takes no more room than the work of other tabs", () => {
    const keeper = new Tab().load();
    keeper.keep("v=1&net=1-1", true);
    for (let n = 2; n <= 30; n++) keeper.keepAside(`v=1&net=${n}-1`);
    expect(Object.keys(localStorage)).toHaveLength(8);
    expect(links(keeper)[0]).toBe("v=1&net=30-1");
  });
});

describe("work that the address does not tell of yet", () => {
  const OLD = "#v=1&net=1-1";
  const NEW = "v=1&net=2-2";

  /** A tab with an address in it, where newer work was kept. */
  function leftBehind(): Tab {
    const tab = new Tab();
    tab.hash = OLD;
    tab.load("navigate").keep(NEW, true);
    tab.leave();
    return tab;
  }

  it.each(["reload", "back_forward"] as const)("is what a %s goes on with", (how) => {
    expect(leftBehind().load(how).last).toMatchObject({ link: NEW, continues: true });
  });

  it("gives way to a link that is followed, be it the same", () => {
    expect(leftBehind().load("navigate").last).toMatchObject({ link: NEW, continues: false });
  });

  it("gives way to another address", () => {
    const tab = leftBehind();
    tab.hash = "#v=1&net=3-3";
    expect(tab.load().last).toMatchObject({ link: NEW, continues: false });
  });

  it("is no other tab's", () => {
    leftBehind();
    const other = new Tab();
    other.hash = OLD;
    expect(other.load().last).toMatchObject({ link: NEW, continues: false });
  });

  it("is not known of what was kept without an address", () => {
    const tab = leftBehind();
    const [key] = Object.keys(localStorage);
    localStorage.setItem(key, JSON.stringify({ v: 1, time, edited: true, link: NEW }));
    expect(tab.load().last).toMatchObject({ link: NEW, continues: false });
  });
});

describe("two tabs", () => {
  it("do not write over each other, and each finds its own", () => {
    const [one, two] = [new Tab(), new Tab()];
    const [first, second] = [one.load(), two.load()];
    first.keep("v=1&net=1-1", true);
    second.keep("v=1&net=2-2", true);
    first.keep("v=1&net=1-1-1", true);
    expect(links(first)).toEqual(["v=1&net=2-2"]);
    expect(links(second)).toEqual(["v=1&net=1-1-1"]);
    one.leave();
    two.leave();
    expect(two.load().last?.link).toBe("v=1&net=2-2");
    expect(one.load().last?.link).toBe("v=1&net=1-1-1");
    expect(new Tab().load().last?.link).toBe("v=1&net=1-1-1");
  });

  it("stay two where one is a duplicate, even of a page that was left and came back", () => {
    const tab = new Tab();
    const keeper = tab.load();
    keeper.keep("v=1&net=1-1", true);
    tab.leave();
    tab.comeBack();
    const copy = tab.duplicate().load();
    expect(copy.last?.link).toBe("v=1&net=1-1");
    copy.keep("v=1&net=2-2", true);
    expect(links(keeper)).toEqual(["v=1&net=2-2"]);
    expect(links(copy)).toEqual(["v=1&net=1-1"]);
  });
});

describe("many tabs", () => {
  it("are kept up to eight: examples go first, then what is oldest, and never its own", () => {
    new Tab().load().keep("first", true);
    new Tab().load().keep("example", false);
    for (let k = 1; k <= 7; k++) new Tab().load().keep(`work ${k}`, true);
    expect(Object.keys(localStorage)).toHaveLength(8);
    expect(links(new Tab().load())).toEqual([
      ...[7, 6, 5, 4, 3, 2, 1].map((k) => `work ${k}`),
      "first",
    ]);
    new Tab().load().keep("another example", false);
    expect(links(new Tab().load())).toEqual([7, 6, 5, 4, 3, 2, 1].map((k) => `work ${k}`));
    expect(new Tab().load().last?.link).toBe("another example");
  });
});

describe("what cannot be read", () => {
  it.each(["", "{", "null", "7", '{"v":2,"time":1,"link":"x"}', '{"v":1,"time":"1","link":"x"}'])(
    "%j is passed over, and left",
    (text) => {
      localStorage.setItem("backstep.work.other", text);
      localStorage.setItem("somebody else's", '{"v":1,"time":1,"link":"x","edited":true}');
      const keeper = new Tab().load();
      expect(keeper.last).toBeNull();
      expect(keeper.recentWork()).toEqual([]);
      expect(keeper.keep("v=1&net=1-1", true)).toBe(true);
      expect(localStorage.getItem("backstep.work.other")).toBe(text);
    },
  );
});

function refuse(): never {
  throw new DOMException("no", "SecurityError");
}

describe("a browser that keeps nothing", () => {
  it("is borne, and told", () => {
    const page = {
      get localStorage(): Storage {
        return refuse();
      },
      get sessionStorage(): Storage {
        return refuse();
      },
      location: { hash: "" },
      performance: navigation("navigate"),
      addEventListener: (_type: string, listener: () => void) => listener(),
    };
    const keeper = createKeeper(page);
    expect([keeper.last, keeper.recentWork()]).toEqual([null, []]);
    expect(keeper.keep("v=1&net=1-1", true)).toBe(false);
  });

  it("keeps what it kept where it is full", () => {
    const tab = new Tab();
    const keeper = tab.load();
    keeper.keep("v=1&net=1-1", true);
    localStorage.setItem = refuse;
    expect(keeper.keep("v=1&net=2-2", true)).toBe(false);
    tab.leave();
    expect(tab.load().last?.link).toBe("v=1&net=1-1");
  });
});
