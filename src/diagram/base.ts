/**
 * The resting network, the lower of the two layers. Elements are made when the topology or the
 * stage changes and cached; after that a change of step or value touches only what differs.
 */
import { weightIndex } from "../engine/layout.ts";
import { ref, refKey, sameRef, type Ref } from "../engine/ref.ts";
import { valueOf, type Trace } from "../engine/trace.ts";
import type { NumberFormat } from "../numbers/format.ts";
import { hiddenBy, type Claims } from "../steps/known.ts";
import type { Plan } from "../steps/plan.ts";
import { drawCaptions, type CaptionWords } from "./captions.ts";
import type { Content } from "./cell.ts";
import { append, toggle } from "./dom.ts";
import type { RestingEdges } from "./edgeLook.ts";
import { drawEdges } from "./edges.ts";
import type { EdgeAt, Emphasis } from "./emphasis.ts";
import { knownSteps, shownBy, type KnownSteps, type Shown } from "./knownSteps.ts";
import { Neuron } from "./neuron.ts";
import { Loss, Target } from "./outputs.ts";
import { edgeWidth } from "./scales.ts";
import { edgesInto, type Edge, type Scene } from "./scene.ts";
import type { PlacedLabel } from "./overlay.ts";
import { drawStepEdges, type StepCanvases, type StepEdge, type StepEdges } from "./stepEdges.ts";
import type { View } from "./view.ts";
import { WeightLabel } from "./weightLabel.ts";

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
  /** By key what is shown in the place of δ, and nothing where there is none; null shows δ. */
  readonly claims: Claims | null;
}

/** For edges that are too many for the SVG: a canvas below it, and those above it for the step's. */
export interface Canvases {
  readonly resting: HTMLCanvasElement;
  readonly step: StepCanvases;
}

export class Base {
  readonly #canvases: Canvases;
  readonly #svg: SVGSVGElement;
  #scene!: Scene;
  #edges: Edge[] = [];
  #edgeOf = new Map<number, Edge>();
  #edgeOfKey: Map<string, Edge> | null = null;
  #resting: RestingEdges | null = null;
  #labels = new Map<number, WeightLabel>();
  #neurons: Neuron[] = [];
  #targets: Target[] = [];
  #loss!: Loss;
  #step: StepEdges | null = null;
  #byKey = new Map<string, Element[]>();
  #lit: Element[] = [];
  #on: Element[] = [];
  #selected: Element[] = [];
  #known: KnownSteps | null = null;
  #shown!: Shown;

  constructor(canvases: Canvases, svg: SVGSVGElement) {
    this.#canvases = canvases;
    this.#svg = svg;
  }

  /** Draws the network anew, without values: `write` and `emphasize` come after it. */
  build(scene: Scene, { trace, plan, words }: Moment): void {
    this.#scene = scene;
    this.#shown = shownBy(plan);
    this.#byKey.clear();
    this.#lit = [];
    this.#on = [];
    this.#selected = [];
    const { stage } = scene;
    this.#svg.replaceChildren();
    const layer = (name: string): SVGGElement => append(this.#svg, "g", { class: name });
    drawCaptions(layer("captions"), stage, words);

    this.#indexEdges(allEdges(scene, trace));
    const links = layer("links");
    this.#resting?.destroy();
    this.#step?.destroy();
    const { resting, step } = this.#canvases;
    this.#resting = drawEdges(layer("edges"), resting, this.#edges, stage, keyOf);
    this.#step = drawStepEdges(layer("strong"), step, this.#edges.length, stage);

    const neurons = layer("neurons");
    const details = layer("details");
    this.#neurons = [];
    for (let l = 1; l <= stage.sizes.length; l++) {
      for (let i = 1; i <= stage.sizes[l - 1]; i++) {
        const neuron = new Neuron(neurons, details, stage, this.#shown, l, i, trace.shift);
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
    // Without a layer before it the last one has no targets.
    const outputs = stage.sizes.length < 2 ? 0 : stage.sizes[stage.sizes.length - 1];
    for (let i = 1; i <= outputs; i++) {
      const target = new Target(targets, links, stage, i);
      this.#targets.push(target);
      this.#index(refKey(ref("t", 0, i)), target.node);
    }
    this.#loss = new Loss(targets, stage);
    this.#index("E", this.#loss.node);
  }

  /**
   * Takes other connections on the same stage, to be drawn by `write`; false where the network has
   * to be drawn anew, as wherever a connection has its lasting label.
   */
  rewire({ trace }: Moment): boolean {
    if (this.#resting === null || this.#scene.places !== null) return false;
    const edges = allEdges(this.#scene, trace, this.#edgeOf);
    if (!this.#resting.rewire(edges)) return false;
    this.#indexEdges(edges);
    this.#lit = [];
    this.#selected = [];
    return true;
  }

  /** Writes every value that differs from what stands there. */
  write(moment: Moment): void {
    const { trace, format } = moment;
    this.#resting?.write(trace.w);
    for (const [slot, label] of this.#labels) label.write(trace.w[slot], format);
    this.#targets.forEach((target, index) => target.write(trace.t[index], format));
    this.writeStep(moment);
  }

  /** Writes what depends on the step: which neurons' values are known, and E. */
  writeStep(moment: Moment): void {
    const { trace, plan, n, format, words, claims } = moment;
    if (this.#known?.plan !== plan) this.#known = knownSteps(plan);
    const known = this.#known;
    const content = (r: Ref, since: number): Content => {
      if (since > n) return null;
      const hidden = hiddenBy(plan, trace, r);
      if (hidden === null) return valueOf(trace, r);
      return sameRef(hidden, r) ? words.overflow : null;
    };
    const { above, own, under } = this.#shown;
    const overflow = this.#placeOf(trace.overflow) ?? this.#placeOf(trace.tangent?.overflow);
    this.#neurons.forEach((neuron, slot) => {
      const { l, i } = neuron;
      const out = overflow !== null && overflow.l === l && overflow.i === i;
      neuron.write(
        {
          own: content(ref(own, l, i), known.own[slot]),
          under:
            claims === null || under !== "d"
              ? content(ref(under, l, i), known.under[slot])
              : (claims.get(refKey(ref("d", l, i))) ?? null),
          above: content(ref(above, l, i), known.above[slot]),
          b: trace.b[slot],
          overflow: out && known[overflow.place][slot] <= n,
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
    this.#resting?.setUpdate(emphasis.update);
    this.strengthen(emphasis, moment);
  }

  /** The step's edges: anew for another step, and for other weights. `label` comes after it. */
  strengthen(emphasis: Emphasis, { trace }: Moment): void {
    this.#step?.setEdges(this.#stepEdges(emphasis, trace), emphasis.tone);
  }

  /** Gets the edges and labels of a step ready to be shown. */
  prepare(emphasis: Emphasis, { trace, format }: Moment, labels: readonly PlacedLabel[]): void {
    this.#step?.prepare(this.#stepEdges(emphasis, trace), emphasis.tone, labels, format);
  }

  #stepEdges({ light, strong }: Emphasis, trace: Trace): StepEdge[] {
    const { thin, thick } = this.#scene.stage.stroke;
    const least = thin + (thick - thin) * 0.32;
    return [...light, ...strong].map((edge, index) => {
      const slot = weightIndex(trace.layout, edge.l, edge.i, edge.j);
      const weight = trace.w[slot];
      return {
        curve: this.#edgeOf.get(slot)!.curve,
        width: Math.max(least, edgeWidth(weight, thin, thick)),
        negative: weight < 0,
        past: index < light.length,
      };
    });
  }

  /** Shows the step's edges with those labels on demand that are drawn with them; answers the others. */
  label(labels: readonly PlacedLabel[], format: NumberFormat): readonly PlacedLabel[] {
    return this.#step?.show(labels, format) ?? labels;
  }

  /** The keys drawn in the lit state; patterns are resolved by the caller. */
  light(keys: ReadonlySet<string>): void {
    for (const element of this.#lit) element.removeAttribute("data-lit");
    this.#lit = [];
    for (const key of keys) {
      for (const element of this.#elementsOf(key)) {
        // A thing with several names takes the colour of the first.
        if (element.hasAttribute("data-lit")) continue;
        element.setAttribute("data-lit", key.slice(0, key.search(/\.|$/)));
        this.#lit.push(element);
      }
    }
    this.#resting?.tidy();
  }

  /** Every key that has something of its own to light. */
  keys(): ReadonlySet<string> {
    return new Set([...this.#byKey.keys(), ...this.#edgesByKey().keys()]);
  }

  /** The one selected thing. */
  select(key: string | null): void {
    for (const element of this.#selected) element.removeAttribute("data-selected");
    this.#selected = key === null ? [] : this.#elementsOf(key);
    for (const element of this.#selected) element.setAttribute("data-selected", "");
    this.#resting?.tidy();
  }

  setView(view: View): void {
    this.#resting?.setView(view);
    this.#step?.setView(view);
  }

  get edges(): readonly Edge[] {
    return this.#edges;
  }

  edgeAt(slot: number): Edge | undefined {
    return this.#edgeOf.get(slot);
  }

  /** Whether what stands above the neuron in this slot, or E, is established at step n. */
  isKnown(place: "above" | "E", slot: number, n: number): boolean {
    if (this.#known === null) return false;
    return (place === "E" ? this.#known.E : this.#known.above[slot]) <= n;
  }

  /** What the neurons show. */
  get shown(): Shown {
    return this.#shown;
  }

  /** Where in its neuron a quantity is shown; null if it is no neuron's or not shown. */
  #placeOf(r: Ref | null | undefined): { place: keyof Shown; l: number; i: number } | null {
    if (!r) return null;
    const { q, l, i } = r;
    const { above, own, under } = this.#shown;
    // σ'(z) is known with the activation.
    if (q === own || q === "s") return { place: "own", l, i };
    if (q === above) return { place: "above", l, i };
    return q === under ? { place: "under", l, i } : null;
  }

  /** What stands for a key; the path of an edge that is a stroke on the canvas is made now. */
  #elementsOf(key: string): Element[] {
    const edge = key.startsWith("w.") ? this.#edgesByKey().get(key) : undefined;
    const others = this.#byKey.get(key) ?? [];
    return edge === undefined ? others : [this.#resting!.path(edge), ...others];
  }

  /** Thousands of keys, which nothing asks for until something is pointed at. */
  #edgesByKey(): ReadonlyMap<string, Edge> {
    return (this.#edgeOfKey ??= new Map(this.#edges.map((edge) => [keyOf(edge), edge])));
  }

  #indexEdges(edges: Edge[]): void {
    this.#edges = edges;
    this.#edgeOf = new Map(edges.map((edge) => [edge.slot, edge]));
    this.#edgeOfKey = null;
  }

  #index(key: string, element: Element): void {
    const list = this.#byKey.get(key);
    if (list === undefined) this.#byKey.set(key, [element]);
    else list.push(element);
  }
}

function allEdges({ stage }: Scene, trace: Trace, drawn?: ReadonlyMap<number, Edge>): Edge[] {
  return stage.sizes.slice(1).flatMap((_, index) => edgesInto(stage, trace, index + 2, drawn));
}

function keyOf({ l, i, j }: EdgeAt): string {
  return refKey(ref("w", l, i, j));
}
