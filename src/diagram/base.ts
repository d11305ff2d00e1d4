/**
 * The resting network, the lower of the two layers. Elements are made when the topology or the
 * stage changes and cached; after that a change of step or value touches only what differs.
 */
import { select } from "d3-selection";
import { weightIndex } from "../engine/layout.ts";
import { ref, refKey, sameRef, type Ref } from "../engine/ref.ts";
import { valueOf, type Trace } from "../engine/trace.ts";
import type { NumberFormat } from "../numbers/format.ts";
import { isInRange } from "../steps/known.ts";
import type { Plan } from "../steps/plan.ts";
import { drawCaptions, type CaptionWords } from "./captions.ts";
import type { Content } from "./cell.ts";
import { curvePath, round } from "./curve.ts";
import { toggle } from "./dom.ts";
import type { EdgeAt, Emphasis } from "./emphasis.ts";
import { knownSteps, type KnownSteps } from "./knownSteps.ts";
import { Neuron } from "./neuron.ts";
import { Loss, Target } from "./outputs.ts";
import { edgeWidth } from "./scales.ts";
import { edgesInto, type Edge, type Scene } from "./scene.ts";
import { WeightLabel } from "./weightLabel.ts";

/** Beyond so many edges their thickness stays fixed: rewriting them all would cost frames. */
const MOST_SCALED = 1000;

export interface Words extends CaptionWords {
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

export class Base {
  readonly #svg: SVGSVGElement;
  #scene!: Scene;
  #edges: Edge[] = [];
  #edgeOf = new Map<number, Edge>();
  #paths: SVGPathElement[] = [];
  #labels = new Map<number, WeightLabel>();
  #weights = new Float64Array(0);
  #neurons: Neuron[] = [];
  #targets: Target[] = [];
  #loss!: Loss;
  #strong!: SVGGElement;
  #byKey = new Map<string, Element[]>();
  #lit: Element[] = [];
  #on: Element[] = [];
  #known: KnownSteps | null = null;

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
    drawCaptions(layer("captions"), stage, words);

    this.#edges = [];
    for (let l = 2; l <= stage.sizes.length; l++) this.#edges.push(...edgesInto(stage, trace, l));
    this.#edgeOf = new Map(this.#edges.map((edge) => [edge.slot, edge]));
    this.#weights = new Float64Array(this.#edges.length).fill(NaN);
    const links = layer("links");
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
        const neuron = new Neuron(neurons, details, stage, l, i);
        for (const [key, element] of neuron.elements) this.#index(key, element);
        this.#neurons.push(neuron);
      }
    }

    const labels = layer("labels");
    this.#labels.clear();
    if (scene.places !== null) {
      for (const edge of this.#edges) {
        const at = scene.places.get(edge.slot);
        if (at === undefined) continue;
        const label = new WeightLabel(labels, keyOf(edge), stage);
        label.place(at);
        this.#labels.set(edge.slot, label);
        this.#index(keyOf(edge), label.node);
      }
    }

    const targets = layer("targets");
    this.#targets = [];
    for (let i = 1; i <= stage.sizes[stage.sizes.length - 1]; i++) {
      const target = new Target(targets, links, stage, i);
      this.#targets.push(target);
      this.#index(refKey(ref("t", 0, i)), target.node);
    }
    this.#loss = new Loss(targets, stage);
    this.#index("E", this.#loss.node);
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
    this.#targets.forEach((target, index) => target.write(trace.t[index], format));
    this.writeStep(moment);
  }

  /** Writes what depends on the step: which neurons' values are known, and E. */
  writeStep(moment: Moment): void {
    const { trace, plan, n, format, words } = moment;
    if (this.#known?.plan !== plan) this.#known = knownSteps(plan);
    const known = this.#known;
    const content = (r: Ref, since: number): Content => {
      if (since > n) return null;
      if (sameRef(trace.overflow, r)) return words.overflow;
      return isInRange(plan, trace.overflow, r) ? valueOf(trace, r) : null;
    };
    const overflow = trace.overflow === null ? null : neuronQuantity(trace.overflow);
    this.#neurons.forEach((neuron, slot) => {
      const { l, i } = neuron;
      const out = overflow !== null && overflow.l === l && overflow.i === i;
      neuron.write(
        {
          a: content(ref("a", l, i), known.a[slot]),
          d: content(ref("d", l, i), known.d[slot]),
          z: content(ref("z", l, i), known.z[slot]),
          b: trace.b[slot],
          overflow: out && known[overflow.q][slot] <= n,
        },
        format,
      );
    });
    this.#loss.write(content(ref("E"), known.E), format);
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
    this.strengthen(emphasis, moment);
  }

  /**
   * The step's edges, drawn once more above the resting ones in the colour of what runs: anew for
   * another step, and for other weights.
   */
  strengthen(emphasis: Emphasis, { trace }: Moment): void {
    const { stroke } = this.#scene.stage;
    const slots = [...emphasis.light, ...emphasis.strong].map((edge) =>
      weightIndex(trace.layout, edge.l, edge.i, edge.j),
    );
    const least = stroke.thin + (stroke.thick - stroke.thin) * 0.32;
    toggle(this.#strong, "data-tone", emphasis.tone);
    const paths = select(this.#strong).selectAll<SVGPathElement, number>("path").data(slots);
    paths.join("path").each((slot, index, nodes) => {
      const weight = trace.w[slot];
      const path = nodes[index];
      toggle(path, "d", curvePath(this.#edgeOf.get(slot)!.curve));
      toggle(path, "data-strength", index < emphasis.light.length ? "past" : "now");
      toggle(path, "data-negative", weight < 0 ? "" : null);
      toggle(path, "stroke-width", String(round(Math.max(least, this.#width(weight)))));
    });
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

  /** Whether z of the neuron in this slot, or E, is established at step n. */
  isKnown(q: "z" | "E", slot: number, n: number): boolean {
    if (this.#known === null) return false;
    return (q === "E" ? this.#known.E : this.#known.z[slot]) <= n;
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
}

/** The quantity under which a neuron's overflow becomes known; null if it is no neuron's. */
function neuronQuantity({ q, l, i }: Ref): { q: "z" | "a" | "d"; l: number; i: number } | null {
  if (q === "z" || q === "a" || q === "d") return { q, l, i };
  // σ'(z) is known with the activation.
  return q === "s" ? { q: "a", l, i } : null;
}

function keyOf({ l, i, j }: EdgeAt): string {
  return refKey(ref("w", l, i, j));
}
