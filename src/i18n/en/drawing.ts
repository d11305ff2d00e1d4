export const drawing = {
  toolbar: "Drawing and view",
  draw: "Draw",
  drawTitle: "Draw on the network (D)",
  fit: "Fit",
  fitTitle: "Show the whole network",
  zoomOut: "Zoom out",
  zoomIn: "Zoom in",
  dismiss: "Dismiss",

  /** What is possible, by pointer, by finger, by keyboard. */
  hints: {
    mouse:
      "Click: add a neuron, or select. Click again: its number. Drag a neuron: connect or move it. Drag the background: select several. Right click: menu.",
    touch:
      "Tap: add a neuron, or select. +: add a connected neuron or layer. Tap again: its number. Drag a neuron: connect or move it. Hold: menu.",
    walk: "Arrows: walk. N: neuron. L: layer. C: connect. F: connect fully. Space: select. Enter: number. Delete: delete. Alt + arrow: move.",
  },
  firstHints: {
    mouse: "Click anywhere to put down the first neuron of the input layer.",
    touch: "Tap anywhere to put down the first neuron of the input layer.",
    walk: "By keyboard: press Enter on the stage.",
  },
  secondHints: {
    mouse:
      "Click above or below for another neuron of this layer, and beside it for the next layer.",
    touch: "Tap above or below for another neuron of this layer, and beside it for the next layer.",
    walk: "N: another neuron of this layer. L: the next layer.",
  },
  emptyTitle: "An empty stage",
  drawToBegin: "Press Draw to begin a network.",

  nothingYetWhere: "Not begun",
  nothingYet: "There is nothing to step through yet",
  nothingYetProse:
    "Forward pass and backward recursion need at least two layers: an input layer and an output layer. Draw them on the stage; the steps appear here.",
};
