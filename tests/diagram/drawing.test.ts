// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createDiagram, type Diagram, type DiagramCallbacks } from "../../src/diagram/diagram.ts";
import type { DrawCallbacks } from "../../src/diagram/edits.ts";
import { computeTrace } from "../../src/engine/compute.ts";
import { parseRefKey, ref } from "../../src/engine/ref.ts";
import { createPlan } from "../../src/steps/plan.ts";
import { plainNetwork, WORDS } from "./networks.ts";

let host: HTMLElement;
let diagram: Diagram;
const calls = {
  onHover: vi.fn<DiagramCallbacks["onHover"]>(),
  onSelect: vi.fn<DiagramCallbacks["onSelect"]>(),
  onScrub: vi.fn<DiagramCallbacks["onScrub"]>(),
  onAnchorsMoved: vi.fn<DiagramCallbacks["onAnchorsMoved"]>(),
  onEdit: vi.fn<DrawCallbacks["onEdit"]>(),
  onPick: vi.fn<DrawCallbacks["onPick"]>(),
  onMenu: vi.fn<DrawCallbacks["onMenu"]>(),
  onRefused: vi.fn<DrawCallbacks["onRefused"]>(),
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe(): void {}
      disconnect(): void {}
    },
  );
  HTMLElement.prototype.setPointerCapture = () => {};
  for (const call of Object.values(calls)) call.mockClear();
  host = document.createElement("div");
  document.body.append(host);
  Object.defineProperty(host, "clientWidth", { configurable: true, value: 850 });
  Object.defineProperty(host, "clientHeight", { configurable: true, value: 640 });
  diagram = createDiagram(host, calls);
});

afterEach(() => {
  diagram.destroy();
  host.remove();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

async function draw(sizes: readonly number[], mask?: Uint8Array): Promise<void> {
  const trace = computeTrace(plainNetwork(sizes, mask === undefined ? {} : { mask }), 1);
  diagram.setWords(WORDS);
  diagram.setTrace(trace);
  diagram.setStep(createPlan(trace, "neuron"), 0, null);
  await diagram.setMode("draw");
}

const point = (type: string, [x, y]: readonly number[], init: PointerEventInit = {}): void => {
  const surface = host.querySelector(".diagram")!;
  const event = { clientX: x, clientY: y, pointerId: 1, pointerType: "mouse", ...init };
  surface.dispatchEvent(new PointerEvent(type, { cancelable: true, ...event }));
};
const middleOf = (key: string): [number, number] => {
  const { x, y, width, height } = diagram.anchor(parseRefKey(key)!)!;
  return [x + width / 2, y + height / 2];
};
const marks = (selector: string): Element[] => [
  ...host.querySelectorAll(`.diagram > .marks ${selector}`),
];
const touch = (type: string, at: [number, number], pointerId: number): void =>
  point(type, at, { pointerId, pointerType: "touch" });
/** A drag by ten px to the right. */
const pull = (button: number): void => {
  point("pointerdown", [20, 20], { button });
  point("pointermove", [30, 20]);
  point("pointerup", [30, 20], { button });
};
/** The gestures of the view come once the page is at rest. */
const rest = async (): Promise<void> => {
  await vi.advanceTimersByTimeAsync(2000);
  await vi.dynamicImportSettled();
};
const wheel = (init: WheelEventInit): boolean =>
  host.dispatchEvent(
    new WheelEvent("wheel", { clientX: 425, clientY: 320, cancelable: true, ...init }),
  );

describe("drawing on the network", () => {
  test("what is picked in a network that is on its way is not marked in the one before", async () => {
    await draw([2, 1]);
    diagram.setPicked([
      { kind: "neuron", l: 2, i: 1 },
      { kind: "neuron", l: 2, i: 2 },
      { kind: "edge", l: 3, i: 1, j: 1 },
      { kind: "layer", l: 3 },
    ]);
    diagram.setPending({ l: 3, i: 1 });
    expect(host.querySelectorAll(".marks .halo, .trails .halo")).toHaveLength(1);
    expect(marks(".begun")).toHaveLength(0);
    expect(host.innerHTML).not.toContain("NaN");
    await draw([2, 2, 1]);
    expect(host.querySelectorAll(".marks .halo, .trails .halo")).toHaveLength(4);
    expect(marks(".begun")).toHaveLength(1);
  });

  test("shows buttons, and where a neuron would go", async () => {
    await draw([2, 3, 1]);
    expect(marks(".plus")).toHaveLength(3 + 4);
    expect(marks(".ghost")).toHaveLength(0);
    point("pointermove", [20, 600]);
    expect(marks(".ghost")).toHaveLength(1);
    point("pointerleave", [0, 0]);
    expect(marks(".ghost")).toHaveLength(0);
    await diagram.setMode("read");
    expect(host.querySelector(".marks")).toBeNull();
  });

  test("asks for the edit of a click, and scrubs nothing", async () => {
    await draw([2, 3, 1]);
    const [x, y] = middleOf("w.2.1.1");
    point("pointerdown", [x, y]);
    point("pointermove", [x + 40, y]);
    point("pointerup", [x + 40, y]);
    expect(calls.onScrub).not.toHaveBeenCalled();
    expect(calls.onSelect).not.toHaveBeenCalled();
    point("pointerdown", [20, 600]);
    point("pointerup", [20, 600]);
    expect(calls.onEdit.mock.calls).toEqual([
      [{ type: "addLayer", l: 1, size: 1, connected: false }],
    ]);
  });

  test("shows the line to another neuron, and a refused one as such", async () => {
    await draw([2, 3, 1]);
    point("pointerdown", middleOf("a.1.1"));
    point("pointermove", middleOf("a.3.1"));
    expect(marks(".line.refused")).toHaveLength(1);
    expect(marks(".goal.refused")).toHaveLength(1);
    point("pointerup", middleOf("a.3.1"));
    expect(calls.onRefused.mock.calls).toEqual([
      [
        { l: 1, i: 1 },
        { l: 3, i: 1 },
      ],
    ]);
    expect(marks(".line")).toHaveLength(0);
  });

  test("Escape calls the gesture off and reaches nobody else; so does the browser", async () => {
    await draw([2, 3, 1]);
    const heard = vi.fn<() => void>();
    host.addEventListener("keydown", heard);
    const escape = () =>
      host.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
    point("pointerdown", middleOf("a.1.1"));
    point("pointermove", [20, 600]);
    escape();
    expect(heard).not.toHaveBeenCalled();
    expect(marks(".line")).toHaveLength(0);
    point("pointerup", [20, 600]);
    point("pointerdown", middleOf("a.1.1"));
    point("pointermove", [20, 600]);
    point("pointercancel", [20, 600]);
    point("pointerup", [20, 600]);
    expect(calls.onEdit).not.toHaveBeenCalled();
    escape();
    expect(heard).toHaveBeenCalledTimes(1);
  });

  test("lights what is pointed at, once", async () => {
    await draw([2, 3, 1]);
    const [x, y] = middleOf("a.2.1");
    point("pointermove", [x, y]);
    point("pointermove", [x + 1, y]);
    expect(calls.onHover.mock.calls).toEqual([["a.2.1"]]);
  });

  test("lights nothing once the network is changed, until the pointer moves on", async () => {
    await draw([2, 3, 1]);
    const [x, y] = middleOf("a.2.1");
    point("pointermove", [x, y]);
    point("pointerdown", [x, y]);
    point("pointermove", [x, 630]);
    point("pointerup", [x, 630]);
    expect(calls.onEdit).toHaveBeenCalledOnce();
    expect(calls.onHover.mock.calls).toEqual([["a.2.1"], [null]]);
  });

  test("a long press and the other button ask for the menu", async () => {
    await draw([2, 3, 1]);
    const at = middleOf("a.2.1");
    const item = { kind: "neuron", l: 2, i: 1 } as const;
    point("pointerdown", at, { pointerType: "touch" });
    vi.advanceTimersByTime(499);
    expect(calls.onMenu).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(calls.onMenu).toHaveBeenLastCalledWith(item, ...at);
    point("pointerup", at, { pointerType: "touch" });
    expect(calls.onPick.mock.calls).toEqual([[[item]]]);
    point("contextmenu", [20, 600]);
    expect(calls.onMenu).toHaveBeenLastCalledWith(null, 20, 600);
  });

  test("a finger that moves on is no long press", async () => {
    await draw([2, 3, 1]);
    const [x, y] = middleOf("a.2.1");
    point("pointerdown", [x, y], { pointerType: "touch" });
    point("pointermove", [x + 30, y + 30], { pointerType: "touch" });
    vi.advanceTimersByTime(1000);
    expect(calls.onMenu).not.toHaveBeenCalled();
    expect(marks(".line")).toHaveLength(1);
  });

  test("shows what is picked, and the button that connects it", async () => {
    await draw([2, 3, 1], Uint8Array.of(1, 1, 0, 1, 1, 1, 1, 1, 1));
    diagram.setPicked([
      { kind: "neuron", l: 2, i: 2 },
      { kind: "edge", l: 3, i: 1, j: 2 },
      { kind: "layer", l: 1 },
    ]);
    expect(marks(".halo")).toHaveLength(2);
    // Below the network, where it covers no weight.
    expect(host.querySelectorAll(".trails:has(+ .resting) > path.halo")).toHaveLength(1);
    expect(marks(".chip")[0].textContent).toBe(WORDS.connectFully);
    diagram.setPicked([]);
    expect(host.querySelectorAll(".marks .halo, .trails .halo, .chip")).toHaveLength(0);
    await diagram.setMode("read");
    expect(host.querySelector(".trails")).toBeNull();
  });

  test("keeps what is around a picked input clear of the edge of a narrow stage", async () => {
    diagram.destroy();
    Object.defineProperty(host, "clientWidth", { configurable: true, value: 390 });
    Object.defineProperty(host, "clientHeight", { configurable: true, value: 356 });
    diagram = createDiagram(host, calls);
    await draw([4, 5, 4]);
    for (const item of [
      { kind: "neuron", l: 1, i: 1 } as const,
      { kind: "layer", l: 1 } as const,
    ]) {
      diagram.setPicked([item]);
      expect(Number(marks(".halo")[0].getAttribute("x"))).toBeGreaterThanOrEqual(3);
    }
  });

  test("shows the connection begun by keyboard up to the neuron that is walked to", async () => {
    await draw([2, 3, 1], Uint8Array.of(1, 1, 0, 1, 1, 1, 1, 1, 1));
    diagram.setPending({ l: 1, i: 1 });
    expect(marks(".begun")).toHaveLength(1);
    expect(marks(".line")).toHaveLength(0);
    diagram.setSelected(ref("a", 2, 2));
    expect(marks(".line.connect")).toHaveLength(1);
    diagram.setSelected(ref("a", 3, 1));
    expect(marks(".line.refused")).toHaveLength(1);
    diagram.setPending(null);
    expect(marks(".begun, .line")).toHaveLength(0);
  });

  test("another network calls the gesture off and keeps what is set", async () => {
    await draw([2, 3, 1]);
    point("pointerdown", middleOf("a.1.1"));
    point("pointermove", [20, 600]);
    await draw([2, 3, 2]);
    expect(marks(".line")).toHaveLength(0);
    expect(marks(".plus")).toHaveLength(3 + 4);
  });
});

describe("unfinished networks", () => {
  test("the empty stage holds nothing, and takes the first neuron", async () => {
    await draw([]);
    expect(diagram.neighbour(null, "right")).toBeNull();
    expect(diagram.anchor(ref("E"))).toBeNull();
    expect(host.querySelectorAll(".resting text:not([data-hidden] *)")).toHaveLength(0);
    point("pointermove", [100, 100]);
    expect(marks(".ghost")).toHaveLength(1);
    point("pointerdown", [100, 100]);
    point("pointerup", [100, 100]);
    expect(calls.onEdit).toHaveBeenCalledWith({
      type: "addLayer",
      l: 1,
      size: 1,
      connected: false,
    });
  });

  test("one layer stands there without targets and E", async () => {
    await draw([3]);
    expect(host.querySelectorAll(".neuron")).toHaveLength(3);
    expect(host.querySelectorAll(".target, .sum:not([data-hidden])")).toHaveLength(0);
    expect(host.querySelector(".captions")!.textContent).toContain("input layer");
    expect(diagram.neighbour(ref("a", 1, 3), "right")).toEqual(ref("a", 1, 3));
    expect(diagram.anchor(ref("t", 0, 1))).toBeNull();
  });
});

describe("the view", () => {
  test("is enlarged around a point; anchors and hits go along", async () => {
    await draw([2, 3, 1]);
    await diagram.setMode("read");
    const [x, y] = middleOf("a.2.1");
    calls.onAnchorsMoved.mockClear();
    diagram.zoom(2, { x, y });
    expect(calls.onAnchorsMoved).toHaveBeenCalledTimes(1);
    expect(diagram.view().k).toBe(2);
    expect(middleOf("a.2.1")).toEqual([x, y]);
    point("pointermove", middleOf("b.2.1"));
    expect(calls.onHover).toHaveBeenLastCalledWith("b.2.1");
    const boxes = [...host.querySelectorAll("svg")].map((svg) => svg.getAttribute("viewBox"));
    expect(new Set(boxes).size).toBe(1);
    diagram.fit();
    expect(diagram.view()).toEqual({ k: 1, x: 0, y: 0 });
  });

  test("is enlarged by the wheel with Ctrl, and moved by it alone while there is more", async () => {
    await draw([2, 3, 1]);
    await rest();
    expect(wheel({ deltaY: 40 })).toBe(true);
    expect(wheel({ deltaY: -40, ctrlKey: true })).toBe(false);
    const { k, y } = diagram.view();
    expect(k).toBeGreaterThan(1);
    expect(wheel({ deltaY: 20 })).toBe(false);
    expect(diagram.view().y).toBeCloseTo(y - 20);
  });

  test("is moved by a drag of the empty stage, which then selects nothing", async () => {
    await draw([2, 3, 1]);
    await diagram.setMode("read");
    await rest();
    diagram.zoom(2);
    const { x, y } = diagram.view();
    point("pointerdown", [20, 20]);
    point("pointermove", [50, 30]);
    point("pointermove", [60, 40]);
    point("pointerup", [60, 40]);
    expect(diagram.view()).toMatchObject({ x: x + 40, y: y + 20 });
    expect(calls.onSelect).not.toHaveBeenCalled();
    point("pointerdown", [20, 20]);
    point("pointerup", [20, 20]);
    expect(calls.onSelect).toHaveBeenCalledWith(null);
  });

  test("is moved with the middle button and the space bar while the network is drawn on", async () => {
    await draw([2, 3, 1]);
    await rest();
    diagram.zoom(2);
    const { x } = diagram.view();
    pull(1);
    expect(diagram.view().x).toBe(x + 10);
    host.dispatchEvent(new PointerEvent("pointerenter"));
    document.dispatchEvent(new KeyboardEvent("keydown", { code: "Space" }));
    pull(0);
    document.dispatchEvent(new KeyboardEvent("keyup", { code: "Space" }));
    expect(diagram.view().x).toBe(x + 20);
    expect(calls.onPick).not.toHaveBeenCalled();
    expect(calls.onEdit).not.toHaveBeenCalled();
  });

  test("follows two fingers, and calls what one had begun off", async () => {
    await draw([2, 3, 1]);
    await rest();
    touch("pointerdown", middleOf("a.2.1"), 1);
    touch("pointermove", [400, 300], 1);
    expect(marks(".line")).toHaveLength(1);
    touch("pointerdown", [500, 300], 2);
    expect(marks(".line")).toHaveLength(0);
    touch("pointermove", [600, 300], 2);
    expect(diagram.view().k).toBeCloseTo(2);
    touch("pointerup", [600, 300], 2);
    touch("pointerup", [400, 300], 1);
    expect(calls.onEdit).not.toHaveBeenCalled();
    expect(calls.onPick).not.toHaveBeenCalled();
  });
});
