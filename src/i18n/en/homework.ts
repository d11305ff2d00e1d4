import type { ItemId } from "../../homework/ids.ts";
import type { Justification, Verdict } from "../../homework/item.ts";
import type { Absence } from "../../homework/place.ts";
import type { SectionId } from "../../homework/sheet.ts";

const tex = String.raw;

export interface HomeworkWords {
  readonly sections: Readonly<Record<SectionId, string>>;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  /** The rule an equation is got by, as the answer to “why?”. */
  readonly reasons: Readonly<Record<Justification, string>>;
  /** Why an equation has no numbers here. */
  readonly absences: Readonly<Record<Absence, string>>;
  /** What stands before each statement. TeX between dollar signs. */
  readonly items: Readonly<Record<ItemId, string>>;
}

export const homework: HomeworkWords = {
  sections: {
    symbols: "Table 1: symbols",
    backward: "Question 1 (a): backpropagation",
    forward: "Question 1 (b): “forward propagation”",
    input: "Question 2: the derivative by the input",
  },
  verdicts: {
    right: "right",
    reading: "right in one reading",
    wrong: "wrong",
    typo: "slip",
  },
  reasons: {
    definition: "by definition",
    notation: "agreed notation",
    chainRule: "chain rule",
    linearity: "the derivative is linear",
    powerRule: "derivative of a square, of which one term depends on the variable",
    componentwise: "σ acts on each component by itself",
    transposition: "written out as columns, the Jacobian is transposed",
    substitution: "one definition put into another",
    oneTerm: "one term of the sum is not 0",
    induction: "from the last layer back, one layer after the other",
    inverse: "solved for the layer before",
    limit: "the limit is replaced by a small h",
  },
  absences: {
    incomplete: "Draw a second layer first: until then there is nothing to derive.",
    noHiddenLayer: "This network has no hidden layer, so this equation says nothing about it.",
    noEdge: "There is no connection here: a missing weight is no parameter.",
    otherLoss: "This form is for the homework’s own loss; this network has another one.",
    otherPoint: "Its numbers are those of neighbouring inputs; they are in Question 2’s own table.",
    ifInvertible:
      "It exists only where the matrix ∂z⁽ˡ⁾/∂z⁽ˡ⁻¹⁾ has an inverse, which it then is. The numbers of that matrix are with B7.",
    noNumber: "This names something; there is nothing to compute.",
  },
  items: {
    "symbol-a": tex`The outputs of layer $l$, after its activation function.`,
    "symbol-y": tex`The output of the last layer is the network’s answer.`,
    "symbol-x": tex`The input is the output of layer 1.`,
    "symbol-w": tex`The weight of the connection from neuron $j$ of layer $l-1$ to neuron $i$ of layer $l$.`,
    "symbol-b": tex`The biases of layer $l$.`,
    "symbol-z": tex`The weighted inputs: an affine map of the outputs of layer $l-1$.`,
    "symbol-sigma": tex`The activation function of layer $l$.`,
    "symbol-delta": tex`The error: the derivative of the loss by a weighted input.`,
    "symbol-t": tex`The target, what the output should be.`,
    "symbol-E": tex`The loss that compares output and target.`,
    "symbol-theta": tex`All parameters together.`,
    "symbol-L": tex`The index of the last layer.`,
    "claim-purpose": tex`What the two passes are for.`,
    "1a": tex`The loss depends on a weight through the weighted inputs of its layer.`,
    "1b": tex`The loss depends on a bias, too, through the weighted inputs of its layer.`,
    "2a": tex`The first factor is the error by definition.`,
    "2b": tex`For the bias, too, the first factor is the error by definition. What remains to be found is $\delta^{(l)}$, $\partial z^{(l)}/\partial w_{ij}^{(l)}$ and $\partial z^{(l)}/\partial b_i^{(l)}$.`,
    output: tex`First the error of the last layer. Its outputs are`,
    "delta-out-chain": tex`The loss depends on $z^{(L)}$ through the outputs.`,
    "delta-out": tex`With both derivatives worked out, this is the error of the last layer.`,
    recursion: tex`The error of a hidden layer comes from the error of the layer after it.`,
    "next-z": tex`To find the Jacobian in it, take the weighted inputs of the next layer.`,
    jacobian: tex`Their derivatives by the weighted inputs of layer $l$ are`,
    "delta-hidden": tex`Put into the recursion, this gives the error of a hidden layer.`,
    "z-for-w": tex`Now the derivatives by the parameters. The weighted inputs are`,
    "dz-dw": tex`A weight acts on one of them only.`,
    "z-for-b": tex`For the bias, again from the definition.`,
    "dz-db": tex`A bias is added to one weighted input, with the factor 1.`,
    "3a": tex`So the gradient of a weight is the error at its end times the output at its beginning.`,
    "3b": tex`The gradient of a bias is the error of its neuron.`,
    "3c": tex`The errors come from the last layer and the recursion.`,
    "claim-forward": tex`What changes in the forward direction. The sheet wants to write the error with the layer before; what can travel forward is the derivative of $z$.`,
    "forward-input": tex`The first layer is the input.`,
    "forward-first-chain": tex`For its error the sheet writes`,
    "forward-constant": tex`It argues that the input is constant.`,
    "forward-first": tex`From this it takes the start of its recursion.`,
    "forward-recursion": tex`From there the error of each layer is to follow from that of the layer before.`,
    "forward-needed": tex`The derivative that is needed for this.`,
    "forward-z": tex`It is to come from the weighted inputs.`,
    "forward-inverse": tex`Solved for the layer before, they give`,
    "forward-jacobian": tex`The derivative of this is`,
    "forward-delta": tex`Put into the recursion, this gives`,
    "4a": tex`The gradient of a weight is taken over from part (a).`,
    "4b": tex`So is the gradient of a bias.`,
    "4c": tex`The errors are to come from the first layer and the recursion.`,
    composition: tex`The network is one function inside the other.`,
    product: tex`By the chain rule its derivative is a product of matrices.`,
    difference: tex`Or the derivative is found by trying inputs nearby.`,
  },
};
