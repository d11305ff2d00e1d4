type Rows = readonly (readonly [keys: string, meaning: string])[];

export const keys = {
  steps: [
    ["→ · Page Down", "one step on"],
    ["← · Page Up", "one step back"],
    ["Shift + → / ←", "next / previous phase"],
    ["Home / End", "start / end"],
    ["Space", "play or pause"],
    ["[ / ]", "coarser / finer steps"],
    ["Enter on the drawing", "walk through it with the arrow keys"],
    ["Ctrl / ⌘ + Z", "undo; with Shift: redo"],
    ["?", "this list"],
  ] as Rows,
  drawingTitle: "Drawing",
  drawing: [
    ["D", "draw, or read again"],
    ["Enter on an empty stage", "the first neuron"],
    ["Arrow keys", "walk"],
    ["N · Shift + N", "a neuron below, connected · without connections"],
    ["L · Shift + L", "a layer after · before this one"],
    ["C", "begin a connection here, complete it there"],
    ["F", "connect fully"],
    ["Space · Shift + arrow", "select · select on the way"],
    ["Enter", "type the number"],
    ["Delete", "delete what is selected, or this"],
    ["Alt + ↑ / ↓", "move the neuron within its layer"],
    ["Alt + ← / →", "move the neuron to the neighbouring layer"],
    ["Menu · Shift + F10", "what else can be done here"],
    ["Escape", "call off, select nothing, leave"],
  ] as Rows,
};
