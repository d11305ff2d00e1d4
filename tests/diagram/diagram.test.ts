// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createDiagram, type Diagram, type DiagramCallbacks } from "../../src/diagram/diagram.ts";
import { textWidth } from "../../src/diagram/text.ts";
import { computeTrace } from "../../src/engine/compute.ts";
import type { Network } from "../../src/engine/network.ts";
import { parseRefKey, ref } from "../../src/engine/ref.ts";
import { computeTangent } from "../../src/engine/tangent.ts";
import { parseAddress } from "../../src/steps/address.ts";
import { createPlan, createTangentPlan, stepOf, type Granularity } from "../../src/steps/plan.ts";
import { mazur, plainNetwork, WORDS } from "./networks.ts";

let resized: (() => void) | null = null;
let host: HTMLElement;
let diagram: Diagram;
const calls = {
  onHover: vi.fn<DiagramCallbacks["onHover"]>(),
  onSelect: vi.fn<DiagramCallbacks["onSelect"]>(),
  onScrub: vi.fn<DiagramCallbacks["onScrub"]>(),
  onAnchorsMoved: vi.fn<DiagramCallbacks["onAnchorsMoved"]>(),
};

/** jsdom lays nothing out: the host is as large as it says. */
function setSize(width: number, height: number): void {
  Object.defineProperty(host, "clientWidth", { configurable: true, value: width });
  Object.defineProperty(host, "clientHeight", { configurable: true, value: height });
}

beforeEach(() => {
  vi.stubGlobal(
    "ResizeObserver",
    class {
      constructor(callback: () => void) {
        resized = callback;
      }
      observe(): void {}
      disconnect(): void {
        resized = null;
      }
    },
  );
  HTMLElement.prototype.setPointerCapture = () => {};
  for (const call of Object.values(calls)) call.mockClear();
  host = document.createElement("div");
  document.body.append(host);
  setSize(880, 690);
  diagram = createDiagram(host, calls);
});

afterEach(() => {
  diagram.destroy();
  host.remove();
  vi.unstubAllGlobals();
});

function draw(network: Network, address: string, by: Granularity = "neuron", rev = 1) {
  const trace = computeTrace(network, rev);
  const plan = createPlan(trace, by);
  diagram.setWords(WORDS);
  diagram.setTrace(trace);
  diagram.setStep(plan, stepOf(plan, parseAddress(address)!), null);
  return { trace, plan };
}

const find = (key: string, part: string): Element | null =>
  host.querySelector(`[data-ref="${key}"][data-part="${part}"]`);
/** The text of a value as it can be seen: nothing if it is hidden. */
function shown(key: string): string {
  const value = find(key, "value");
  return value === null || value.closest("[data-hidden]") !== null ? "" : value.textContent;
}

const point = (type: string, x: number, y: number, init: PointerEventInit = {}): void => {
  const surface = host.querySelector(".diagram")!;
  surface.dispatchEvent(
    new PointerEvent(type, {
      clientX: x,
      clientY: y,
      pointerId: 1,
      pointerType: "mouse",
      ...init,
    }),
  );
};

const middleOf = (key: string): [number, number] => {
  const { x, y, width, height } = diagram.anchor(parseRefKey(key)!)!;
  return [x + width / 2, y + height / 2];
};

/** One element a line, so that a change reads as a diff. */
const markup = (): string =>
  host.querySelector(".resting")!.outerHTML.replaceAll("><", ">\n<").replaceAll("\u200b", "");

const masked = (): Network =>
  plainNetwork([2, 3, 2], { mask: Uint8Array.of(1, 0, 1, 1, 0, 1, 1, 0, 1, 1, 1, 1) });

/** z_1^(3) is the first quantity that leaves the range. */
function overflowing(): Network {
  const network = { ...mazur(), activations: ["identity", "identity"] as const };
  return { ...network, w: network.w.slice().fill(1e200) };
}

describe("the drawing", () => {
  test("shows only what the step has established", () => {
    draw(mazur(), "z2.1");
    expect(shown("a.1.1")).toBe("0.05");
    expect(shown("w.2.1.1")).toBe("0.15");
    expect(shown("b.2.1")).toBe("0.35");
    expect(shown("t.2")).toBe("0.99");
    expect(shown("z.2.1")).toBe("0.3775");
    for (const key of ["z.2.2", "a.2.1", "d.2.1", "E"]) expect(shown(key), key).toBe("");
  });

  test("shows δ and E once they are known, with the full double beside the shown text", () => {
    const { trace } = draw(mazur(), "d2.1");
    expect(shown("d.3.2")).toBe("−0.0381");
    expect(shown("d.2.1")).toBe("0.008771");
    expect(shown("d.2.2")).toBe("");
    expect(shown("E")).toBe("0.2984");
    expect(Number(find("E", "value")!.getAttribute("data-value"))).toBe(trace.E);
    const delta = find("d.3.2", "value")!.getAttribute("data-value")!;
    expect(Number(delta.replace("−", "-"))).toBe(trace.delta[5]);
    expect(find("d.2.2", "value")!.hasAttribute("data-value")).toBe(false);
  });

  test("takes values back when the steps are walked backward", () => {
    const { plan } = draw(mazur(), "u");
    diagram.setStep(plan, 0, null);
    for (const key of ["z.2.1", "a.3.1", "d.3.1", "E"]) expect(shown(key), key).toBe("");
    expect(host.querySelectorAll("[data-on]")).toHaveLength(0);
  });

  test("rings the neuron and colours the edges of the step", () => {
    const { plan } = draw(mazur(), "d2.1");
    expect(find("a.2.1", "neuron")!.getAttribute("data-on")).toBe("d");
    expect(find("w.3.1.1", "label")!.getAttribute("data-on")).toBe("d");
    expect(find("w.3.1.2", "label")!.hasAttribute("data-on")).toBe(false);
    expect(host.querySelectorAll(".strong path")).toHaveLength(2);
    diagram.setStep(plan, stepOf(plan, parseAddress("z2.2")!), null);
    expect(find("a.2.1", "neuron")!.hasAttribute("data-on")).toBe(false);
    expect(find("a.2.2", "neuron")!.getAttribute("data-on")).toBe("z");
    expect(host.querySelector(".strong")!.getAttribute("data-tone")).toBe("a");
  });

  test("an edit touches only what it changes", async () => {
    const network = mazur();
    draw(network, "z2.1");
    const seen: MutationRecord[] = [];
    const observer = new MutationObserver((records) => seen.push(...records));
    observer.observe(host, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    const w = network.w.slice();
    w[7] = -0.55;
    diagram.setTrace(computeTrace({ ...network, w }, 2));
    await Promise.resolve();
    seen.push(...observer.takeRecords());
    observer.disconnect();
    expect(shown("w.3.2.2")).toBe("−0.55");
    expect(find("w.3.2.2", "edge")!.hasAttribute("data-negative")).toBe(true);
    const touched = seen
      .map(({ target }) => (target instanceof Element ? target : target.parentElement)!)
      .filter((element) => element.closest(".edges, .labels > *") !== null)
      .map((element) => element.closest("[data-ref]")!.getAttribute("data-ref"));
    expect(new Set(touched)).toEqual(new Set(["w.3.2.2"]));
  });

  test("names the quantity that left the range, and shows no number after it", () => {
    draw(overflowing(), "u");
    expect(shown("z.2.1")).not.toBe("");
    expect(shown("z.3.1")).toBe("out of range");
    expect(find("a.3.1", "neuron")!.hasAttribute("data-overflow")).toBe(true);
    for (const key of ["z.3.2", "a.3.1", "E", "d.3.1"]) expect(shown(key), key).toBe("");
    expect(host.textContent).not.toMatch(/NaN|Infinity|∞|—/);
  });

  test("names what forward mode lost first, and shows none of its numbers after it", () => {
    const { trace } = draw(mazur(), "u");
    const plan = createTangentPlan(trace, "neuron", { q: "x", i: 1 });
    const tangent = computeTangent(trace, { q: "x", i: 1 });
    diagram.setTrace({ ...trace, tangent: { ...tangent, overflow: ref("tz", 3, 1) } });
    diagram.setStep(plan, plan.length, null);
    expect(shown("tz.2.1")).not.toBe("");
    expect(shown("tz.3.1")).toBe("out of range");
    expect(find("a.3.1", "neuron")!.hasAttribute("data-overflow")).toBe(true);
    for (const key of ["tz.3.2", "ta.3.1"]) expect(shown(key), key).toBe("");
    for (const key of ["a.3.1", "E"]) expect(shown(key), key).not.toBe("");
  });

  test.each([
    [588, 620],
    [398, 876],
  ])("shows ż in the place of ȧ until that is known, where none fits above: %i", (...size) => {
    setSize(...size);
    resized?.();
    const { trace } = draw(plainNetwork([3, 4, 4, 2]), "u");
    const plan = createTangentPlan(trace, "neuron", { q: "x", i: 1 });
    diagram.setTrace({ ...trace, tangent: computeTangent(trace, { q: "x", i: 1 }) });
    const goTo = (address: string) =>
      diagram.setStep(plan, stepOf(plan, parseAddress(address)!), null);
    goTo("tz3.2");
    expect(find("tz.3.2", "detail")).toBeNull();
    for (const key of ["ta.2.4", "tz.3.1", "tz.3.2"]) expect(shown(key), key).not.toBe("");
    for (const key of ["tz.2.4", "ta.3.2"]) expect(find(key, "value"), key).toBeNull();
    expect(shown("ta.3.3")).toBe("");
    goTo("ta3.2");
    expect(shown("ta.3.2")).not.toBe("");
    expect(shown("tz.3.3")).not.toBe("");
    goTo("tz3.2");
    expect(shown("tz.3.2")).not.toBe("");
  });

  test("sets the dot of ż by itself, which no face of the page has on its letter", () => {
    const { trace } = draw(mazur(), "u");
    const plan = createTangentPlan(trace, "term", { q: "x", i: 1 });
    diagram.setTrace({ ...trace, tangent: computeTangent(trace, { q: "x", i: 1 }) });
    diagram.setStep(plan, plan.length, null);
    expect(find("tz.2.1", "detail")!.textContent).toMatch(/^z\u02d9\(2\)1/);
    diagram.setTrace(trace);
    diagram.setStep(createPlan(trace, "term"), 0, null);
    expect(find("z.2.1", "detail")!.textContent).toMatch(/^z\(2\)1/);
  });

  test("draws no edge where there is none", () => {
    draw(plainNetwork([2, 2, 1], { mask: Uint8Array.of(1, 0, 1, 1, 1, 1) }), "z2.1");
    expect(host.querySelectorAll(".edges path")).toHaveLength(5);
    expect(find("w.2.1.2", "edge")).toBeNull();
    expect(find("w.2.1.2", "label")).toBeNull();
  });

  test("a trace of another shape waits for its plan, and nothing mixes", () => {
    draw(mazur(), "E");
    diagram.setTrace(computeTrace(plainNetwork([3, 2, 1]), 2));
    expect(host.querySelectorAll(".neuron")).toHaveLength(6);
    expect(shown("E")).toBe("0.2984");
    draw(plainNetwork([3, 2, 1]), "z2.1", "neuron", 2);
    expect(host.querySelectorAll(".neuron.input")).toHaveLength(3);
    expect(host.querySelectorAll(".target")).toHaveLength(1);
  });

  test("more digits, other words", () => {
    draw(mazur(), "E");
    diagram.setFormat({ digits: 9 });
    expect(shown("E")).toBe("0.298371109");
    diagram.setWords({ ...WORDS, inputLayer: "输入层" });
    expect(host.textContent).toContain("输入层");
  });
});

describe("labels that come and go", () => {
  const deep = plainNetwork([7, 8, 8, 8, 8, 8, 8, 1]);

  test("where not all fit, the resting network has none", () => {
    draw(deep, "x");
    expect(host.querySelectorAll(".label")).toHaveLength(0);
  });

  test("a highlighted weight has its label even where it is too long for its place", () => {
    setSize(390, 360);
    resized!();
    for (const sizes of [
      [2, 2, 1],
      [3, 4, 4, 2],
    ]) {
      const network = plainNetwork(sizes);
      const w = network.w.slice();
      w[0] = -12345.678;
      draw({ ...network, w }, "z2.1");
      const keys = [...host.querySelectorAll(".edges path")].map((e) =>
        e.getAttribute("data-ref")!,
      );
      expect(keys).toHaveLength(w.length);
      for (const key of keys) {
        diagram.setSelected(parseRefKey(key));
        expect(shown(key), `selected ${key}`).not.toBe("");
        diagram.setSelected(null);
        diagram.setLit([key]);
        expect(shown(key), `lit ${key}`).not.toBe("");
        diagram.setLit([]);
      }
    }
  });

  test("a weight that grows beyond its label's room is drawn anew, and still shown", () => {
    setSize(390, 360);
    resized!();
    const network = plainNetwork([2, 2, 1]);
    draw(network, "x");
    expect(shown("w.2.1.1")).toBe("0.41");
    const w = network.w.slice();
    w[0] = -1.2345e-300;
    diagram.setTrace(computeTrace({ ...network, w }, 2));
    diagram.setLit(["w.2.1.1"]);
    expect(shown("w.2.1.1")).toMatch(/−1\.2/);
  });

  test("a lit edge gets its label, and loses it again", () => {
    draw(deep, "x");
    diagram.setLit(["w.2.1.1"]);
    expect(shown("w.2.1.1")).toBe("0.41");
    expect(find("w.2.1.1", "edge")!.getAttribute("data-lit")).toBe("w");
    diagram.setLit([]);
    expect(host.querySelectorAll(".label, [data-lit]")).toHaveLength(0);
  });
});

describe("highlighting", () => {
  test("patterns light all that fit", () => {
    draw(mazur(), "u");
    diagram.setLit(["w.3.*.1"]);
    expect([...host.querySelectorAll(".edges [data-lit]")].map((e) => e.getAttribute("data-ref")))
      // In the order they are drawn.
      .toEqual(["w.3.1.1", "w.3.2.1"]);
  });

  test("a gradient lights its edge, σ' and δ their neuron, in the first name's colour", () => {
    draw(mazur(), "u");
    diagram.setLit(["gw.2.1.2"]);
    expect(find("w.2.1.2", "edge")!.hasAttribute("data-lit")).toBe(true);
    diagram.setLit(["d.2.1", "a.2.1"]);
    expect(find("a.2.1", "neuron")!.getAttribute("data-lit")).toBe("d");
    expect(find("w.2.1.2", "edge")!.hasAttribute("data-lit")).toBe(false);
  });

  test("one thing is selected", () => {
    draw(mazur(), "x");
    diagram.setSelected(ref("w", 2, 1, 1));
    diagram.setSelected(ref("b", 2, 1));
    const selected = [...host.querySelectorAll("[data-selected]")];
    expect(selected.map((e) => e.getAttribute("data-ref"))).toEqual(["b.2.1"]);
    diagram.setSelected(null);
    expect(host.querySelectorAll("[data-selected]")).toHaveLength(0);
  });
});

describe("motion", () => {
  test("the state is there before anything moves, and finishing leaves nothing behind", async () => {
    const { plan } = draw(mazur(), "x");
    diagram.setStep(plan, stepOf(plan, parseAddress("z2.1")!), { durationMs: 1000 });
    expect(shown("z.2.1")).toBe("0.3775");
    expect(host.querySelectorAll(".moving > *")).toHaveLength(0);
    await vi.waitFor(() => expect(host.querySelector(".passing .dot")).not.toBeNull());
    diagram.finish();
    expect(host.querySelectorAll(".moving > *")).toHaveLength(0);
  });

  test("the next step takes the place of a running one", () => {
    const { plan } = draw(mazur(), "x");
    const n = stepOf(plan, parseAddress("z2.1")!);
    diagram.setStep(plan, n, { durationMs: 1000 });
    diagram.setStep(plan, n + 1, null);
    expect(host.querySelectorAll(".moving > *")).toHaveLength(0);
  });

  test("at most two hundred products move", async () => {
    const { plan } = draw(plainNetwork([32, 32]), "x", "layer");
    diagram.setStep(plan, 1, { durationMs: 1000 });
    await vi.waitFor(() => expect(host.querySelectorAll(".dot")).toHaveLength(200));
  });
});

describe("pointing", () => {
  test.each(["w.3.2.1", "a.2.1", "b.2.1", "t.1", "E"])("%s is hovered at its anchor", (key) => {
    draw(mazur(), "u");
    point("pointermove", ...middleOf(key));
    expect(calls.onHover).toHaveBeenLastCalledWith(key);
    point("pointerleave", 0, 0);
    expect(calls.onHover).toHaveBeenLastCalledWith(null);
    expect(calls.onHover).toHaveBeenCalledTimes(2);
  });

  test("what is not known yet cannot be pointed at", () => {
    draw(mazur(), "x");
    point("pointermove", ...middleOf("E"));
    expect(calls.onHover).not.toHaveBeenCalled();
  });

  test("a click selects, on the empty stage nothing", () => {
    draw(mazur(), "x");
    const at = middleOf("w.2.1.1");
    point("pointerdown", ...at);
    point("pointerup", at[0] + 2, at[1]);
    expect(calls.onSelect).toHaveBeenLastCalledWith(ref("w", 2, 1, 1));
    point("pointerdown", 3, 3);
    point("pointerup", 3, 3);
    expect(calls.onSelect).toHaveBeenLastCalledWith(null);
    expect(calls.onScrub).not.toHaveBeenCalled();
  });

  test("dragging a value counts steps of four pixels from where it began, right and up", () => {
    draw(mazur(), "x");
    const [x, y] = middleOf("w.2.1.1");
    point("pointerdown", x, y);
    point("pointermove", x + 3, y);
    expect(calls.onScrub).not.toHaveBeenCalled();
    point("pointermove", x + 10, y - 2);
    point("pointermove", x - 20, y);
    point("pointerup", x - 20, y);
    const w = ref("w", 2, 1, 1);
    expect(calls.onScrub.mock.calls).toEqual([
      [w, "start", 0],
      [w, "move", 3],
      [w, "end", -5],
    ]);
    expect(calls.onSelect).not.toHaveBeenCalled();
  });

  test("a drag is heard between frames, and acted on once in each", () => {
    vi.useFakeTimers();
    try {
      draw(mazur(), "x");
      const [x, y] = middleOf("w.2.1.1");
      const w = ref("w", 2, 1, 1);
      point("pointerdown", x, y);
      point("pointerrawupdate", x + 8, y);
      point("pointerrawupdate", x + 12, y);
      point("pointermove", x + 16, y);
      expect(calls.onScrub.mock.calls).toEqual([
        [w, "start", 0],
        [w, "move", 2],
      ]);
      vi.advanceTimersByTime(20);
      expect(calls.onScrub).toHaveBeenLastCalledWith(w, "move", 4);
      point("pointermove", x + 20, y);
      point("pointerup", x + 20, y);
      vi.advanceTimersByTime(40);
      expect(calls.onScrub.mock.calls.slice(3)).toEqual([[w, "end", 5]]);
    } finally {
      vi.useRealTimers();
    }
  });

  describe("under a finger", () => {
    const touch = { pointerType: "touch" } as const;
    const w = ref("w", 2, 1, 1);

    test("only the way sideways drags", () => {
      draw(mazur(), "x");
      const [x, y] = middleOf("w.2.1.1");
      point("pointerdown", x, y, touch);
      point("pointermove", x + 2, y - 80, touch);
      expect(calls.onScrub).not.toHaveBeenCalled();
      point("pointermove", x + 12, y - 80, touch);
      point("pointerup", x + 12, y - 80, touch);
      expect(calls.onScrub.mock.calls).toEqual([
        [w, "start", 0],
        [w, "move", 3],
        [w, "end", 3],
      ]);
    });

    test("a scroll of the page takes back what was dragged, and selects nothing", () => {
      draw(mazur(), "x");
      const [x, y] = middleOf("w.2.1.1");
      point("pointerdown", x, y, touch);
      point("pointermove", x + 8, y - 20, touch);
      point("pointercancel", x + 8, y - 20, touch);
      expect(calls.onScrub).toHaveBeenLastCalledWith(w, "end", 0);
      point("pointerdown", x, y, touch);
      point("pointercancel", x, y, touch);
      point("pointerup", x, y, touch);
      expect(calls.onSelect).not.toHaveBeenCalled();
      expect(calls.onScrub.mock.calls.filter(([, phase]) => phase === "end")).toHaveLength(1);
    });
  });

  test("Escape calls a drag off, and reaches nobody else", () => {
    draw(mazur(), "x");
    const [x, y] = middleOf("w.2.1.1");
    const heard = vi.fn<() => void>();
    host.addEventListener("keydown", heard);
    const escape = () =>
      host.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
    point("pointerdown", x, y);
    point("pointermove", x + 12, y);
    escape();
    expect(calls.onScrub).toHaveBeenLastCalledWith(ref("w", 2, 1, 1), "end", 0);
    expect(heard).not.toHaveBeenCalled();
    point("pointermove", x + 40, y);
    point("pointerup", x + 40, y);
    expect(calls.onScrub).toHaveBeenCalledTimes(3);
    expect(calls.onSelect).not.toHaveBeenCalled();
    escape();
    expect(heard).toHaveBeenCalledTimes(1);
  });

  test("a computed value cannot be dragged", () => {
    draw(mazur(), "u");
    const [x, y] = middleOf("a.2.1");
    point("pointerdown", x, y);
    point("pointermove", x + 40, y);
    point("pointerup", x + 40, y);
    expect(calls.onScrub).not.toHaveBeenCalled();
    expect(calls.onSelect).not.toHaveBeenCalled();
  });
});

describe("the stage", () => {
  test("tells when anchors move, and draws itself anew for another size", () => {
    draw(mazur(), "z2.1");
    calls.onAnchorsMoved.mockClear();
    const before = diagram.anchor(ref("a", 2, 1))!;
    setSize(390, 380);
    resized!();
    expect(calls.onAnchorsMoved).toHaveBeenCalledTimes(1);
    expect(diagram.anchor(ref("a", 2, 1))!.x).toBeLessThan(before.x);
    expect(shown("z.2.1")).toBe("0.3775");
    resized!();
    expect(calls.onAnchorsMoved).toHaveBeenCalledTimes(1);
  });

  test("keeps the captions within its edges", () => {
    setSize(360, 300);
    resized!();
    draw(plainNetwork([8, 16, 3]), "x");
    const first = host.querySelector(".captions .caption")!;
    const half = (textWidth(first.textContent) * Number(first.getAttribute("font-size"))) / 2;
    expect(first.textContent).toContain("l = 1");
    expect(Number(first.getAttribute("x")) - half).toBeGreaterThanOrEqual(0);
  });

  test("has no anchor for what is not on it", () => {
    draw(mazur(), "x");
    for (const key of ["a.4.1", "a.2.3", "t.3", "w.4.1.1", "eta"]) {
      expect(diagram.anchor(parseRefKey(key)!), key).toBeNull();
    }
    expect(diagram.anchor(ref("d", 2, 1))).toEqual(diagram.anchor(ref("a", 2, 1)));
    expect(diagram.anchor(ref("gw", 2, 1, 1))).toEqual(diagram.anchor(ref("w", 2, 1, 1)));
  });

  test("is walked from neighbour to neighbour", () => {
    draw(mazur(), "x");
    expect(diagram.neighbour(null, "right")).toEqual(ref("a", 1, 1));
    expect(diagram.neighbour(ref("a", 1, 1), "right")!.q).toBe("w");
    expect(diagram.neighbour(ref("z", 2, 1), "down")).toEqual(ref("b", 2, 1));
  });

  test("leaves nothing behind when destroyed", () => {
    draw(mazur(), "x");
    diagram.destroy();
    expect(host.childNodes).toHaveLength(0);
    expect(resized).toBeNull();
  });
});

describe("snapshots of the resting network", () => {
  test.each([
    ["mazur-start", mazur(), "x", "neuron", 880, 690],
    ["mazur-backward", mazur(), "d2.1", "neuron", 880, 690],
    ["mazur-phone", mazur(), "E", "neuron", 390, 380],
    ["xor-gradient", plainNetwork([2, 3, 1]), "gw2.3.1", "neuron", 620, 560],
    ["classifier-term", plainNetwork([3, 4, 4, 2]), "d2.2.3", "term", 880, 690],
    ["chain", plainNetwork(Array<number>(20).fill(1)), "d12.1", "neuron", 880, 690],
    ["layer", plainNetwork([4, 5, 4]), "a2", "layer", 880, 690],
    ["mazur-loss", mazur(), "E", "neuron", 880, 690],
    ["mazur-update", mazur(), "u", "neuron", 880, 690],
    ["masked", masked(), "d2.2", "neuron", 880, 690],
    ["overflow", overflowing(), "u", "neuron", 880, 690],
    ["xor-phone", plainNetwork([2, 3, 1]), "z2.2", "neuron", 390, 360],
  ] as const)("%s", async (name, network, address, by, width, height) => {
    setSize(width, height);
    resized!();
    draw(network, address, by);
    await expect(markup()).toMatchFileSnapshot(`snapshots/${name}.svg.txt`);
  });
});
