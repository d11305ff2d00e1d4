/** A canvas context that notes what is asked of it, in the px it is asked in. */

export interface Stroke {
  /** Where its last curve begins. */
  readonly x: number;
  /** How many curves it has. */
  readonly edges: number;
  readonly width: number;
  readonly dashed: boolean;
  readonly colour: string;
  readonly opacity: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function fakeContext() {
  const strokes: Stroke[] = [];
  const cleared: Box[] = [];
  const texts: { readonly text: string; readonly x: number; readonly font: string }[] = [];
  const boxes: { readonly box: Box; readonly rim: string; readonly fill: string }[] = [];
  let dashed = false;
  let x = 0;
  let edges = 0;
  let box: Box | null = null;
  const context = {
    strokeStyle: "",
    fillStyle: "",
    font: "",
    textAlign: "start",
    lineWidth: 1,
    globalAlpha: 1,
    save: () => {},
    restore: () => {},
    clip: () => {},
    rect: () => {},
    setTransform: () => {},
    resetTransform: () => {},
    clearRect: (left: number, y: number, width: number, height: number) =>
      cleared.push({ x: left, y, width, height }),
    setLineDash: (dash: number[]) => (dashed = dash.length > 0),
    beginPath() {
      edges = 0;
      box = null;
    },
    moveTo: (left: number) => (x = left),
    bezierCurveTo: () => edges++,
    roundRect: (left: number, y: number, width: number, height: number) =>
      (box = { x: left, y, width, height }),
    fill: () => {},
    fillText: (text: string, at: number) => texts.push({ text, x: at, font: context.font }),
    stroke() {
      const { lineWidth: width, strokeStyle: colour, globalAlpha: opacity } = context;
      if (box !== null) boxes.push({ box, rim: colour, fill: context.fillStyle });
      else strokes.push({ x, edges, width, dashed, colour, opacity });
    },
  };
  return { context, strokes, cleared, texts, boxes };
}

/** The same as the type that a canvas gives. */
export function asContext(
  fake: ReturnType<typeof fakeContext>,
): CanvasRenderingContext2D & ImageBitmapRenderingContext {
  return fake.context as unknown as CanvasRenderingContext2D & ImageBitmapRenderingContext;
}
