import { IDBFactory, IDBObjectStore } from "fake-indexeddb";
import { createStore, set } from "idb-keyval";
import { beforeEach, describe, expect, it, vi } from "vitest";
import {
  openLibrary,
  type KeptForm,
  type Library,
  type SavedNetwork,
} from "../../src/storage/library.ts";

const LINK = "v=1&net=2-3-1&at=d2.1";
const FORM: KeptForm = { link: LINK, file: null };
let library: Library;
let time: number;

beforeEach(() => {
  vi.stubGlobal("indexedDB", new IDBFactory());
  time = 1000;
  library = openLibrary(() => ++time);
});

async function names(): Promise<string[]> {
  const listed = await library.list();
  return listed.ok ? listed.value.map(({ name }) => name) : [];
}

async function save(name: string, link = LINK): Promise<SavedNetwork> {
  const saved = await library.save(name, { link, file: null });
  if (!saved.ok) throw new Error(saved.problem);
  return saved.value;
}

describe("the library", () => {
  it("lists what was saved, newest first, also after the page is opened again", async () => {
    expect(await library.list()).toEqual({ ok: true, value: [] });
    const one = await save("one");
    const two = await save("two", "net=");
    expect(one).toMatchObject({ name: "one", link: LINK, time: 1001, sizes: [2, 3, 1] });
    expect(two.sizes).toEqual([]);
    expect(await openLibrary().list()).toEqual({ ok: true, value: [two, one] });
  });

  it("keeps two of one name", async () => {
    await save("x");
    await save("x");
    expect(await names()).toEqual(["x", "x"]);
  });

  it("replaces one, which can be put back beside the new one", async () => {
    const earlier = await save("x");
    const form = { link: "v=1&net=1-1", file: "{}" };
    expect(await library.replace(earlier, form)).toEqual({ ok: true, value: earlier });
    const listed = await library.list();
    expect(listed).toMatchObject({ ok: true, value: [{ name: "x", ...form, sizes: [1, 1] }] });
    await library.restore(earlier);
    expect(await library.list()).toMatchObject({ value: [form, earlier] });
  });

  it("keeps what would be replaced where the new one cannot be saved", async () => {
    const earlier = await save("x");
    const put = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    expect(await library.replace(earlier, FORM)).toEqual({ ok: false, problem: "quota" });
    put.mockRestore();
    expect(await library.list()).toEqual({ ok: true, value: [earlier] });
  });

  it("replaces one that another tab has deleted", async () => {
    const earlier = await save("x");
    await library.remove(earlier.id);
    expect(await library.replace(earlier, FORM)).toEqual({ ok: true, value: earlier });
    expect(await names()).toEqual(["x"]);
  });

  it("lists what was saved before there were files beside links", async () => {
    const old = { v: 1, id: "old", name: "old", time: 1, link: LINK, sizes: [2, 3, 1] };
    await set("old", old, createStore("backstep", "networks"));
    const { v: _v, ...saved } = old;
    expect(await library.list()).toEqual({ ok: true, value: [{ ...saved, file: null }] });
  });

  it("renames, and keeps the rest", async () => {
    const saved = await save("one");
    expect(await library.rename(saved.id, "uno")).toEqual({
      ok: true,
      value: { ...saved, name: "uno" },
    });
    expect(await names()).toEqual(["uno"]);
  });

  it("removes, and takes back what was removed", async () => {
    const saved = await save("one");
    await save("two");
    expect(await library.remove(saved.id)).toEqual({ ok: true, value: saved });
    expect(await names()).toEqual(["two"]);
    expect(await library.restore(saved)).toEqual({ ok: true, value: saved });
    expect(await library.list()).toMatchObject({ value: [{ name: "two" }, saved] });
  });

  it("says where a network is not there any more", async () => {
    const { id } = await save("one");
    await library.remove(id);
    expect(await library.remove(id)).toEqual({ ok: false, problem: "missing" });
    expect(await library.rename(id, "uno")).toEqual({ ok: false, problem: "missing" });
    expect(await names()).toEqual([]);
  });

  it("saves nothing that could not be opened", async () => {
    expect(await library.save("?", { link: "net=99-99", file: null })).toEqual({
      ok: false,
      problem: "unreadable",
    });
    expect(await names()).toEqual([]);
  });

  it("leaves out what it cannot read, and leaves it there", async () => {
    const store = createStore("backstep", "networks");
    const later = { v: 2, id: "later", name: "later", time: 1, link: LINK, sizes: [2] };
    const odd = [null, 7, later, { ...later, v: 1, sizes: "2" }, { ...later, v: 1, name: 7 }];
    for (const [k, record] of odd.entries()) await set(`odd ${k}`, record, store);
    await save("one");
    expect(await names()).toEqual(["one"]);
    expect(await library.remove("odd 2")).toEqual({ ok: false, problem: "missing" });
    await set("odd 2", { ...later, v: 1 }, store);
    expect(await names()).toEqual(["one", "later"]);
  });
});

const everything = (): Promise<unknown>[] => [
  library.list(),
  library.save("one", FORM),
  library.rename("1", "one"),
  library.remove("1"),
];

describe("a browser that keeps nothing", () => {
  it("is told where there is no IndexedDB", async () => {
    vi.stubGlobal("indexedDB", undefined);
    for (const result of everything()) {
      expect(await result).toEqual({ ok: false, problem: "unavailable" });
    }
  });

  it("is told where it refuses, and asked again", async () => {
    const open = vi.spyOn(indexedDB, "open").mockImplementation(() => {
      throw new DOMException("private window", "InvalidStateError");
    });
    for (const result of everything()) {
      expect(await result).toEqual({ ok: false, problem: "unavailable" });
    }
    open.mockRestore();
    expect(await library.save("one", FORM)).toMatchObject({ ok: true });
  });

  it("is told where it is full", async () => {
    await save("one");
    const put = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    expect(await library.save("two", FORM)).toEqual({ ok: false, problem: "quota" });
    put.mockRestore();
    expect(await names()).toEqual(["one"]);
  });
});
