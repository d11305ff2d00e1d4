/**
 * The resting network, the lower of the two layers. Elements are made when the topology or the
 * stage changes and cached; after that a change of step or value touches only what differs.
 */
import { select } from "d3-selection";
import { neuronIndex, weightIndex } from "../engine/layout.ts";
import { ref, refKey, sameRef, type Ref } from "../engine/ref.ts";
import { valueOf, type Trace } from "../engine/trace.ts";
import type { NumberFormat } from "../numbers/format.ts";
import { establishedBy, isInRange } from "../steps/known.ts";
import { stepOf, type Plan } from "../steps/plan.ts";
import { ValueCell, type Content } from "./cell.ts";
import type { Box } from "./box.ts";
import { curvePath, round } from "./curve.ts";
import type { EdgeAt, Emphasis } from "./emphasis.ts";
import {
  detailBox,
  neuronPoint,
  SMALLEST_TEXT,
  targetBox,
  targetCurve,
  type Line,
} from "./layout.ts";
import { appendSymbol, appendUpright } from "./notation.ts";
import { edgeWidth } from "./scales.ts";
import { edgesInto, type Edge, type Scene } from "./scene.ts";
import { textWidth } from "./text.ts";
import { WeightLabel } from "./weightLabel.ts";

/** Beyond so many edges their thickness stays fixed: rewriting them all would cost frames. */
const MOST_SCALED = 1000;

export interface Words {
  /** Caption of l = 1. */
  readonly inputLayer: string;
  /** Name of σ_(l) at index l − 2. */
  readonly activations: readonly string[];
  /** In place of the quantity that left the range. */
  readonly overflow: string;
}

/** Everything the drawing shows at one moment. */
export interface Moment {
  readonly trace: Trace;
  readonly plan: Plan;
  readonly n: number;
  readonly format: NumberFormat;
  readonly words: Words;
}

interface NeuronNodes {
  readonly l: number;
  readonly i: number;
  readonly group: SVGGElement;
  readonly a: { readonly node: SVGTextElement; readonly cell: ValueCell } | null;
  readonly d: ValueCell | null;
  readonly z: { readonly node: SVGGElement; readonly cell: ValueCell } | null;
  readonly b: { readonly node: SVGGElement; readonly cell: ValueCell } | null;
}

interface TargetNodes {
  readonly group: SVGGElement;
  readonly cell: ValueCell | null;
  readonly prefix: number;
  readonly box: SVGRectElement;
}

export class Base {
  readonly #svg: SVGSVGElement;
  #scene!: Scene;
  #edges: Edge[] = [];
  #edgeOf = new Map<number, Edge>();
  #paths: SVGPathElement[] = [];
  #labels = new Map<number, WeightLabel>();
  #weights = new Float64Array(0);
  #neurons: NeuronNodes[] = [];
  #raised: boolean[] = [];
  #targets: TargetNodes[] = [];
  #sum!: { group: SVGGElement; cell: ValueCell };
  #strong!: SVGGElement;
  #byKey = new Map<string, Element[]>();
  #lit: Element[] = [];
  #on: Element[] = [];
  #known = new KnownSteps();

  constructor(svg: SVGSVGElement) {
    this.#svg = svg;
  }

  /** Draws the network anew, without values: `write` and `emphasize` come after it. */
  build(scene: Scene, trace: Trace, words: Words): void {
    this.#scene = scene;
    this.#byKey.clear();
    this.#lit = [];
    this.#on = [];
    const { stage } = scene;
    const svg = select(this.#svg);
    svg.selectAll("*").remove();
    const layer = (name: string): SVGGElement => svg.append("g").attr("class", name).node()!;
    this.#captions(layer("captions"), words);

    this.#edges = [];
    for (let l = 2; l <= stage.sizes.length; l++) this.#edges.push(...edgesInto(stage, trace, l));
    this.#edgeOf = new Map(this.#edges.map((edge) => [edge.slot, edge]));
    this.#weights = new Float64Array(this.#edges.length).fill(NaN);
    const links = select(layer("links"));
    const edges = select(layer("edges"))
      .attr("stroke-width", this.#scaled ? null : Math.min(1, stage.stroke.thick))
      .attr("stroke-opacity", this.#scaled ? null : 0.5);
    this.#paths = edges
      .selectAll<SVGPathElement, Edge>("path")
      .data(this.#edges)
      .join("path")
      .attr("d", (edge) => curvePath(edge.curve))
      .attr("data-ref", (edge) => keyOf(edge))
      .attr("data-part", "edge")
      .nodes();
    this.#edges.forEach((edge, index) => this.#index(keyOf(edge), this.#paths[index]));
    this.#strong = layer("strong");

    const neurons = layer("neurons");
    const details = layer("details");
    this.#neurons = [];
    for (let l = 1; l <= stage.sizes.length; l++) {
      for (let i = 1; i <= stage.sizes[l - 1]; i++) {
        this.#neurons.push(this.#neuron(neurons, details, l, i));
      }
    }
    this.#raised = this.#neurons.map(() => false);

    const labels = layer("labels");
    this.#labels.clear();
    if (scene.places !== null) {
      for (const edge of this.#edges) {
        const label = new WeightLabel(labels, keyOf(edge), stage);
        label.place(scene.places.get(edge.slot)!);
        this.#labels.set(edge.slot, label);
        this.#index(keyOf(edge), label.node);
      }
    }

    const targets = layer("targets");
    this.#targets = [];
    for (let i = 1; i <= stage.sizes[stage.sizes.length - 1]; i++) {
      links
        .append("path")
        .attr("class", "link")
        .attr("d", curvePath(targetCurve(stage, i)));
      this.#targets.push(this.#target(targets, i));
    }
    this.#sum = this.#loss(targets);
  }

  /** Writes every value that differs from what stands there. */
  write(moment: Moment): void {
    const { trace, format } = moment;
    this.#edges.forEach((edge, index) => {
      const weight = trace.w[edge.slot];
      this.#labels.get(edge.slot)?.write(weight, format);
      if (Object.is(weight, this.#weights[index])) return;
      const before = this.#weights[index];
      this.#weights[index] = weight;
      const path = select(this.#paths[index]);
      if (this.#scaled) {
        const width = this.#width(weight);
        if (width !== this.#width(before)) path.attr("stroke-width", width);
      }
      if (weight < 0 !== before < 0) path.attr("data-negative", weight < 0 ? "" : null);
    });
    this.#targets.forEach((target, index) => this.#writeTarget(target, trace.t[index], format));
    this.writeStep(moment);
  }

  /** Writes what depends on the step: which neurons' values are known, and E. */
  writeStep(moment: Moment): void {
    const { trace, plan, n, format, words } = moment;
    this.#known.learn(plan);
    const content = (r: Ref, since: number): Content => {
      if (since > n) return null;
      if (sameRef(trace.overflow, r)) return words.overflow;
      return isInRange(plan, trace.overflow, r) ? valueOf(trace, r) : null;
    };
    this.#neurons.forEach(({ l, i, group, a, d, z, b }, slot) => {
      const delta = l < 2 ? null : content(ref("d", l, i), this.#known.d[slot]);
      d?.write(delta, format);
      if (a !== null) {
        a.cell.write(content(ref("a", l, i), this.#known.a[slot]), format);
        this.#raise(slot, a.node, d !== null && d.width > 0);
      }
      if (z !== null) show(z.node, z.cell, content(ref("z", l, i), this.#known.z[slot]), format);
      if (b !== null) show(b.node, b.cell, trace.b[slot], format);
      const out =
        trace.overflow !== null &&
        trace.overflow.l === l &&
        trace.overflow.i === i &&
        OVERFLOWING[trace.overflow.q] !== undefined &&
        this.#known[OVERFLOWING[trace.overflow.q]!][slot] <= n;
      toggle(group, "data-overflow", out ? "" : null);
    });
    show(this.#sum.group, this.#sum.cell, content(ref("E"), this.#known.E), format);
  }

  /** Rings, colours and outlines of the current step. */
  emphasize(emphasis: Emphasis, moment: Moment): void {
    for (const element of this.#on) element.removeAttribute("data-on");
    this.#on = [];
    const mark = (key: string, part: string, tone: string): void => {
      for (const element of this.#byKey.get(key) ?? []) {
        if (element.getAttribute("data-part") !== part) continue;
        element.setAttribute("data-on", tone);
        this.#on.push(element);
      }
    };
    for (const { l, i, tone } of emphasis.rings) mark(refKey(ref("a", l, i)), "neuron", tone);
    for (const { l, i } of emphasis.biases) mark(refKey(ref("b", l, i)), "detail", emphasis.tone);
    for (const i of emphasis.targets) mark(refKey(ref("t", 0, i)), "target", "t");
    if (emphasis.E) mark("E", "sum", "t");
    for (const edge of emphasis.strong) mark(keyOf(edge), "label", emphasis.tone);
    for (const edge of emphasis.light) mark(keyOf(edge), "label", "past");
    toggle(this.#svg, "data-update", emphasis.update ? "" : null);
    this.#drawStrong(emphasis, moment);
  }

  /** The keys drawn in the lit state; patterns are resolved by the caller. */
  light(keys: ReadonlySet<string>): void {
    for (const element of this.#lit) element.removeAttribute("data-lit");
    this.#lit = [];
    for (const key of keys) {
      for (const element of this.#byKey.get(key) ?? []) {
        // A thing with several names takes the colour of the first.
        if (element.hasAttribute("data-lit")) continue;
        element.setAttribute("data-lit", key.slice(0, key.search(/\.|$/)));
        this.#lit.push(element);
      }
    }
  }

  /** Every key that has an element of its own. */
  keys(): Iterable<string> {
    return this.#byKey.keys();
  }

  /** The one selected thing. */
  select(key: string | null): void {
    select(this.#svg).selectAll("[data-selected]").attr("data-selected", null);
    if (key === null) return;
    for (const element of this.#byKey.get(key) ?? []) element.setAttribute("data-selected", "");
  }

  get edges(): readonly Edge[] {
    return this.#edges;
  }

  edgeAt(slot: number): Edge | undefined {
    return this.#edgeOf.get(slot);
  }

  isLossKnown(n: number): boolean {
    return this.#known.E <= n;
  }

  /** Whether z, a or δ of the neuron in this slot is established at step n. */
  isKnown(q: "z" | "a" | "d", slot: number, n: number): boolean {
    return this.#known[q][slot] <= n;
  }

  get #scaled(): boolean {
    return this.#edges.length <= MOST_SCALED;
  }

  #width(weight: number): number {
    const { thin, thick } = this.#scene.stage.stroke;
    return edgeWidth(weight, thin, thick);
  }

  #index(key: string, element: Element): void {
    const list = this.#byKey.get(key);
    if (list === undefined) this.#byKey.set(key, [element]);
    else list.push(element);
  }

  /** The step's edges are drawn once more above the resting ones, in the colour of what runs. */
  #drawStrong(emphasis: Emphasis, { trace }: Moment): void {
    const { stroke } = this.#scene.stage;
    const drawn = [
      ...emphasis.light.map((edge) => ({ edge, strength: "past" })),
      ...emphasis.strong.map((edge) => ({ edge, strength: "now" })),
    ].map(({ edge, strength }) => {
      const slot = weightIndex(trace.layout, edge.l, edge.i, edge.j);
      return { curve: this.#edgeOf.get(slot)!.curve, weight: trace.w[slot], strength };
    });
    const least = stroke.thin + (stroke.thick - stroke.thin) * 0.32;
    select(this.#strong)
      .attr("data-tone", emphasis.tone)
      .selectAll("path")
      .data(drawn)
      .join("path")
      .attr("d", ({ curve }) => curvePath(curve))
      .attr("data-strength", ({ strength }) => strength)
      .attr("data-negative", ({ weight }) => (weight < 0 ? "" : null))
      .attr("stroke-width", ({ weight }) => round(Math.max(least, this.#width(weight))));
  }

  /** An activation makes room for the δ under it. */
  #raise(slot: number, node: SVGTextElement, raised: boolean): void {
    const { values } = this.#scene.stage;
    if (values === null || values.turned || raised === this.#raised[slot]) return;
    this.#raised[slot] = raised;
    select(node).attr("y", round((raised ? values.above : values.alone).dy));
  }

  #captions(layer: SVGGElement, words: Words): void {
    const { stage } = this.#scene;
    const { caption, columns } = stage;
    const L = columns.length;
    columns.forEach((x, index) => {
      const l = index + 1;
      if (index % caption.every !== 0 && l !== L) return;
      // The last one is always there; the one before it gives way.
      if (caption.every > 1 && l !== L && L - l < caption.every) return;
      const first = text(layer, "caption", x, caption.y, caption.size);
      if (caption.full) {
        appendSymbol(first, { letter: "l" });
        if (l === L) {
          appendUpright(first, " = ");
          appendSymbol(first, { letter: "L" });
        }
        appendUpright(first, ` = ${l}`);
      } else {
        appendUpright(first, String(l));
      }
      if (caption.second === null) return;
      const { y, size } = caption.second;
      if (l === 1) {
        text(layer, "caption words", x, y, size * 0.87).textContent = words.inputLayer;
      } else {
        const second = text(layer, "caption", x, y, size);
        appendSymbol(second, { letter: "σ" });
        appendUpright(second, ` = ${words.activations[l - 2]}`);
      }
    });
  }

  #neuron(layer: SVGGElement, details: SVGGElement, l: number, i: number): NeuronNodes {
    const { stage } = this.#scene;
    const { radius, halfWidth, halo, values, detail } = stage;
    const { x, y } = neuronPoint(stage, l, i);
    const key = refKey(ref("a", l, i));
    const group = select(layer)
      .append("g")
      .attr("class", l === 1 ? "neuron input" : "neuron")
      .attr("data-ref", key)
      .attr("data-part", "neuron")
      .attr("transform", `translate(${round(x)},${round(y)})`);
    const pill = (name: string, extra: number): void => {
      group
        .append("rect")
        .attr("class", name)
        .attr("x", round(-halfWidth - extra))
        .attr("y", round(-radius - extra))
        .attr("width", round(2 * (halfWidth + extra)))
        .attr("height", round(2 * (radius + extra)))
        .attr("rx", round(radius + extra));
    };
    pill("halo", halo);
    pill("body", 0);
    this.#index(key, group.node()!);
    this.#index(refKey(ref("d", l, i)), group.node()!);

    const value = (q: "a" | "d", line: Line, room: Line) => {
      const node = group
        .append("text")
        .attr("class", `value kind-${q}`)
        .attr("dy", "0.36em")
        .attr("data-ref", refKey(ref(q, l, i)))
        .attr("data-part", "value")
        .node()!;
      if (values!.turned) {
        select(node)
          .attr("x", round(-line.dy))
          .attr("transform", "rotate(-90)")
          .attr("data-turned", line.dy < 0 ? "start" : "end");
      } else {
        select(node).attr("y", round(line.dy));
      }
      const cell = new ValueCell(node, {
        width: room.width,
        size: room.size,
        smallest: SMALLEST_TEXT,
        family: "sans",
      });
      return { node, cell };
    };
    const a = values && value("a", values.alone, l === 1 ? values.alone : values.above);
    const d = values && l > 1 ? value("d", values.below, values.below).cell : null;

    const line = (side: "above" | "below", q: "z" | "b") => {
      const box = detailBox(stage, l, i, side);
      if (box === null || detail === null) return null;
      const place = refKey(ref(q, l, i));
      const { node, words } = this.#line(details, box, place, "detail");
      appendSymbol(
        words,
        q === "z"
          ? { letter: "z", kind: "z", sup: `(${l})`, sub: String(i) }
          : { letter: "b", sup: `(${l})`, sub: String(i) },
      );
      appendUpright(words, " = ");
      const number = appendUpright(words, "");
      select(number).attr("data-ref", place).attr("data-part", "value");
      const width = detail.width - (DETAIL_PREFIX + (l > 9 ? 0.4 : 0)) * detail.size;
      const cell = new ValueCell(number, {
        width,
        size: detail.size,
        smallest: SMALLEST_TEXT,
        family: "math",
      });
      return { node, cell };
    };
    if (l === 1 && detail !== null) {
      const { words } = this.#line(details, detailBox(stage, l, i, "above")!, key, "name");
      appendSymbol(words, { letter: "a", kind: "a", sup: "(1)", sub: String(i) });
      appendUpright(words, " = ");
      appendSymbol(words, { letter: "x", sub: String(i) });
    }
    const z = l > 1 ? line("above", "z") : null;
    const b = l > 1 ? line("below", "b") : null;
    return { l, i, group: group.node()!, a, d, z, b };
  }

  /** A line above or below a neuron, with a ground that shows when the line is singled out. */
  #line(
    layer: SVGGElement,
    box: Box,
    key: string,
    part: "detail" | "name",
  ): { node: SVGGElement; words: SVGTextElement } {
    const node = select(layer)
      .append("g")
      .attr("class", "detail")
      .attr("data-ref", key)
      .attr("data-part", part)
      .node()!;
    select(node)
      .append("rect")
      .attr("x", round(box.x))
      .attr("y", round(box.y))
      .attr("width", round(box.width))
      .attr("height", round(box.height))
      .attr("rx", 6);
    this.#index(key, node);
    const { size } = this.#scene.stage.detail!;
    const words = text(node, "", box.x + box.width / 2, box.y + box.height * 0.62, size);
    return { node, words };
  }

  #target(layer: SVGGElement, i: number): TargetNodes {
    const { stage } = this.#scene;
    const { size, prefix } = stage.target;
    const area = targetBox(stage, i);
    const key = refKey(ref("t", 0, i));
    const group = select(layer)
      .append("g")
      .attr("class", "target")
      .attr("data-ref", key)
      .attr("data-part", "target")
      .attr("transform", `translate(${round(stage.target.x)},${round(area.y + area.height / 2)})`);
    this.#index(key, group.node()!);
    const box = group
      .append("rect")
      .attr("x", round(-area.width / 2))
      .attr("y", round(-area.height / 2))
      .attr("width", round(area.width))
      .attr("height", round(area.height))
      .attr("rx", round(Math.min(6, area.height / 4)))
      .node()!;
    if (size === 0) return { group: group.node()!, cell: null, prefix: 0, box };
    const node = text(group.node()!, "", 0, 0, size);
    select(node).attr("dy", "0.36em");
    const lead = prefix ? "t = " : "";
    if (prefix) select(node).append("tspan").text(lead);
    const number = select(node)
      .append("tspan")
      .attr("data-ref", key)
      .attr("data-part", "value")
      .node()!;
    const before = textWidth(lead) * size;
    const cell = new ValueCell(number, {
      width: area.width - before - 8,
      size,
      smallest: SMALLEST_TEXT - 1,
      family: "sans",
    });
    return { group: group.node()!, cell, prefix: before, box };
  }

  #writeTarget({ cell, prefix, box }: TargetNodes, value: number, format: NumberFormat): void {
    if (cell === null || !cell.write(value, format)) return;
    const { width: most, size } = this.#scene.stage.target;
    const width = round(Math.min(most, Math.max(size * 3, prefix + cell.width + size * 1.1)));
    select(box)
      .attr("x", -width / 2)
      .attr("width", width);
    const i = this.#targets.findIndex((target) => target.box === box) + 1;
    const link = this.#svg.querySelectorAll(".link")[i - 1];
    const curve = targetCurve(this.#scene.stage, i);
    select(link).attr("d", curvePath({ ...curve, x1: this.#scene.stage.target.x - width / 2 }));
  }

  #loss(layer: SVGGElement): { group: SVGGElement; cell: ValueCell } {
    const { box, size } = this.#scene.stage.E;
    const group = select(layer)
      .append("g")
      .attr("class", "sum")
      .attr("data-ref", "E")
      .attr("data-part", "sum")
      .attr("data-hidden", "")
      .node()!;
    this.#index("E", group);
    const node = text(group, "", box.x + box.width / 2, box.y + box.height / 2, size);
    select(node).attr("dy", "0.36em").append("tspan").text("E = ");
    const number = select(node)
      .append("tspan")
      .attr("data-ref", "E")
      .attr("data-part", "value")
      .node()!;
    const cell = new ValueCell(number, {
      width: box.width - textWidth("E = ") * size,
      size,
      smallest: SMALLEST_TEXT,
      family: "sans",
    });
    return { group, cell };
  }
}

/** Width in em of symbol and equals sign before a detail's number. */
const DETAIL_PREFIX = 2.75;

/** The list of steps in which an overflow of a neuron's quantity becomes visible. */
const OVERFLOWING: Partial<Record<Ref["q"], "z" | "a" | "d">> = { z: "z", a: "a", s: "a", d: "d" };

/** The step that establishes z, a, δ of every neuron slot, and E; looked up once for each plan. */
class KnownSteps {
  z = new Int32Array(0);
  a = new Int32Array(0);
  d = new Int32Array(0);
  E = 0;
  #plan: Plan | null = null;

  learn(plan: Plan): void {
    if (plan === this.#plan) return;
    this.#plan = plan;
    const { layout } = plan.shape;
    for (const q of ["z", "a", "d"] as const) {
      this[q] = new Int32Array(layout.neurons);
      for (let l = 1; l <= layout.L; l++) {
        for (let i = 1; i <= layout.sizes[l - 1]; i++) {
          this[q][neuronIndex(layout, l, i)] = since(plan, ref(q, l, i));
        }
      }
    }
    this.E = since(plan, ref("E"));
  }
}

function since(plan: Plan, r: Ref): number {
  const by = establishedBy(r);
  return by === null ? 0 : stepOf(plan, by);
}

function keyOf({ l, i, j }: EdgeAt): string {
  return refKey(ref("w", l, i, j));
}

function text(
  parent: SVGGElement,
  name: string,
  x: number,
  y: number,
  size: number,
): SVGTextElement {
  return select(parent)
    .append("text")
    .attr("class", name || null)
    .attr("x", round(x))
    .attr("y", round(y))
    .attr("font-size", round(size))
    .node()!;
}

/** A line with its value, or hidden altogether. */
function show(node: Element, cell: ValueCell, content: Content, format: NumberFormat): void {
  cell.write(content, format);
  toggle(node, "data-hidden", content === null ? "" : null);
}

function toggle(element: Element, name: string, value: string | null): void {
  if (element.getAttribute(name) === value) return;
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}
