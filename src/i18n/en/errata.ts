import type { ErratumId } from "../../homework/ids.ts";

/** One mistake of the sheet, or what it has right. TeX stands between dollar signs. */
export interface ErratumWords {
  /** What the sheet says. */
  readonly says: string;
  /** What is wrong with it; null where nothing is. */
  readonly wrong: string | null;
  readonly why: string;
  /** The right statement. */
  readonly correct: string;
}

const tex = String.raw;

export const errata: Readonly<Record<ErratumId, ErratumWords>> = {
  S1: {
    says: tex`$a^{(l)}$ is the output of “layer 1”, as are several other symbols of “layer 1”.`,
    wrong: tex`The digit 1 stands where the letter $l$ is meant, six times in the table.`,
    why: tex`The letter was read as a digit when the sheet was scanned. With a 1 the superscript $(l)$ would have no meaning.`,
    correct: tex`Layer $l$. The input has no activation function, so $a^{(l)} = \sigma(z^{(l)})$ holds for $l \ge 2$ only.`,
  },
  S2: {
    says: tex`The output of the last layer is $y = a^{(L)}$.`,
    wrong: null,
    why: tex`It names the answer of the network. Keep it in mind: in the derivation of $\delta^{(L)}$ the sheet uses $y$ for the target instead (E3).`,
    correct: tex`$y = a^{(L)}$, and $t$ for the target.`,
  },
  S3: {
    says: tex`The input is $x = a^{(1)}$.`,
    wrong: null,
    why: tex`This fixes the numbering: layer 1 is the input and the first weights are $w^{(2)}$. The sheet forgets it in (3c), which starts at $l = 1$, and in Question 2, which has a $w^{(1)}$.`,
    correct: tex`$a^{(1)} = x$; parameters, $z^{(l)}$ and $\delta^{(l)}$ exist for $2 \le l \le L$.`,
  },
  S4: {
    says: tex`In $w_{ij}^{(l)}$ the neuron $i$ is in layer $l$ and $j$ in layer $l-1$.`,
    wrong: null,
    why: tex`With this order of the indices $w^{(l)} a^{(l-1)}$ is an ordinary matrix product, and no transpose is needed in the forward pass.`,
    correct: tex`$w^{(l)}$ has $n_l$ rows and $n_{l-1}$ columns.`,
  },
  S5: {
    says: tex`The bias is written $b^{(L)}$.`,
    wrong: tex`The superscript: $L$ is the last layer, but every layer from 2 on has a bias.`,
    why: tex`The definition of $z^{(l)}$ two rows further down adds $b^{(l)}$.`,
    correct: tex`$b^{(l)}$ for $2 \le l \le L$.`,
  },
  S6: {
    says: tex`$z^{(l)} = w^{(l)}a^{(l-1)}+b^{(l)}$ is an affine “change” of the outputs of layer $l-1$.`,
    wrong: tex`The formula is right. Its range is missing, and the Chinese term has a wrong character.`,
    why: tex`For $l = 1$ there would be an $a^{(0)}$, which does not exist. What is meant is an affine transformation.`,
    correct: tex`$z^{(l)} = w^{(l)}a^{(l-1)}+b^{(l)}$ for $2 \le l \le L$.`,
  },
  S7: {
    says: tex`$\sigma_{(l)}$ is the activation function of the layer: $a^{(l)} = \sigma_{(l)}(z^{(l)})$.`,
    wrong: null,
    why: tex`The function acts on each component by itself, and so its Jacobian is the diagonal matrix $D^{(l)}$. Softmax does not act like that.`,
    correct: tex`$D^{(l)} = \operatorname{diag}(\sigma'(z^{(l)}))$; for softmax at the output $\operatorname{diag}(y) - y y^T$ takes the place of $D^{(L)}$.`,
  },
  S8: {
    says: tex`$\delta_j^{(l)} = \partial E/\partial z_i^{(l)}$ is the derivative by the “weighted output”.`,
    wrong: tex`The index is $j$ on the left and $i$ on the right, and $z$ is called an output.`,
    why: tex`Both sides must speak of the same neuron. $z$ is what goes into the activation function.`,
    correct: tex`$\delta_j^{(l)} = \partial E/\partial z_j^{(l)}$, by the weighted input $z$.`,
  },
  S9: {
    says: tex`$E = \frac{1}{2}\sum_k (y_k-t_k)^2$ is called the L2 norm.`,
    wrong: tex`The name: the formula is not the norm. In the Chinese text a character of “is used” is wrong as well.`,
    why: tex`The L2 norm is the square root of the sum of squares. Squared and halved, its derivative is simply $y_k - t_k$.`,
    correct: tex`Half the squared L2 norm, $E = \frac{1}{2}\lVert y-t\rVert_2^2$.`,
  },
  S10: {
    says: tex`$\theta$ stands for all weights $w$.`,
    wrong: tex`The biases are left out.`,
    why: tex`The task is to find the gradient by weights and biases.`,
    correct: tex`$\theta = \{w^{(l)}, b^{(l)}\}_{l=2}^{L}$.`,
  },
  S11: {
    says: tex`$L$ is the “number of layers of the last layer”.`,
    wrong: tex`Nothing, if it is read as the index of the last layer.`,
    why: tex`Since the input counts as layer 1, that index is also the number of layers.`,
    correct: tex`There are $L$ layers, the input among them, and $L-1$ of them have weights.`,
  },
  S12: {
    says: tex`Forward propagation and “direction propagation” both serve to find the gradient.`,
    wrong: tex`One character of “backpropagation” is wrong, and the forward pass does not find a gradient.`,
    why: tex`The forward pass computes $z$, $a$ and $E$. The gradient comes from backpropagation, or from forward-mode differentiation, which is what part (b) is after.`,
    correct: tex`The forward pass finds the values, backpropagation the gradient.`,
  },
  E1: {
    says: tex`(1a) and (1b) multiply $\partial E/\partial z^{(l)}$ by $\partial z^{(l)}/\partial w_{ij}^{(l)}$, and by $\partial z^{(l)}/\partial b_j^{(l)}$.`,
    wrong: tex`Right only if the first factor is a row and the second a column. The index $j$ means two things, and the label (1b) is lost.`,
    why: tex`$E$ depends on $w_{ij}^{(l)}$ through all components $z_k^{(l)}$, so the chain rule is a sum over $k$. And $j$ counts layer $l-1$ in $w_{ij}$, but layer $l$ in $b_j$.`,
    correct: tex`$\frac{\partial E}{\partial w_{ij}^{(l)}} = \sum_k \frac{\partial E}{\partial z_k^{(l)}} \frac{\partial z_k^{(l)}}{\partial w_{ij}^{(l)}}$, and the same with $b_i^{(l)}$.`,
  },
  E2: {
    says: tex`(2a) and (2b) put $\delta^{(l)}$ in place of $\partial E/\partial z^{(l)}$.`,
    wrong: tex`A transpose is missing.`,
    why: tex`Everywhere later $\delta^{(l)}$ is a column, and the product of two columns is not defined. That all layers share one $\sigma$ is an assumption, no mistake: the formulas hold with $\sigma_{(l)}$ too.`,
    correct: tex`$(\delta^{(l)})^T \frac{\partial z^{(l)}}{\partial w_{ij}^{(l)}} = \sum_k \delta_k^{(l)} \frac{\partial z_k^{(l)}}{\partial w_{ij}^{(l)}}$, and the same with $b_i^{(l)}$.`,
  },
  E3: {
    says: tex`$\delta^{(L)} = \sum_k (a^{(L)} - y_k)\,\sigma'(z^{(L)})$, from a loss written with $y_k - a_k^{(L)}$.`,
    wrong: tex`Four things: $y$ is used for the target, the sum remains, a number is taken from a vector, and two vectors are multiplied without $\odot$.`,
    why: tex`By the table $y = a^{(L)}$, so this loss would always be 0. Of the sum only the term $k = i$ depends on $a_i$; kept whole it gives $(n_L a_i - \sum_k t_k)\,\sigma'(z_i)$, which is right for $n_L = 1$ only.`,
    correct: tex`$\delta^{(L)} = (a^{(L)} - t) \odot \sigma'(z^{(L)})$, that is $\delta_i^{(L)} = (a_i^{(L)} - t_i)\,\sigma'(z_i^{(L)})$.`,
  },
  E4: {
    says: tex`For $1 \le l \le L-1$, $\delta^{(l)} = \delta^{(l+1)} \frac{\partial z^{(l+1)}}{\partial z^{(l)}}$.`,
    wrong: tex`The range starts one too early, and the order of the factors is right for rows only.`,
    why: tex`There is no $z^{(1)}$. If one agrees on $z^{(1)} := x$, $l = 1$ gives $\partial E/\partial x = (w^{(2)})^T \delta^{(2)}$. For columns the Jacobian has to be transposed and stand on the left.`,
    correct: tex`$\delta^{(l)} = \big(\frac{\partial z^{(l+1)}}{\partial z^{(l)}}\big)^T \delta^{(l+1)}$ for $2 \le l \le L-1$.`,
  },
  E5: {
    says: tex`$\frac{\partial z^{(l+1)}}{\partial z^{(l)}} = w^{(l+1)}\sigma'(z^{(l)})$.`,
    wrong: tex`The right side is a vector; a Jacobian is a matrix.`,
    why: tex`A matrix times the column $\sigma'(z^{(l)})$ gives the row sums of the Jacobian. Each column $j$ of $w^{(l+1)}$ has to be scaled by its own $\sigma'(z_j^{(l)})$.`,
    correct: tex`$\frac{\partial z^{(l+1)}}{\partial z^{(l)}} = w^{(l+1)} D^{(l)}$, with the entries $w_{ij}^{(l+1)}\,\sigma'(z_j^{(l)})$.`,
  },
  E6: {
    says: tex`$\delta^{(l)} = \sigma'(z^{(l)})(w^{(l+1)})^T\delta^{(l+1)}$.`,
    wrong: tex`$\odot$ is missing.`,
    why: tex`A column of $n_l$ times a matrix of $n_l$ rows fits for $n_l = 1$ only. The transpose is right, but comes from nowhere: up to here the sheet had written rows.`,
    correct: tex`$\delta^{(l)} = \big((w^{(l+1)})^T \delta^{(l+1)}\big) \odot \sigma'(z^{(l)}) = D^{(l)} (w^{(l+1)})^T \delta^{(l+1)}$.`,
  },
  E7: {
    says: tex`From the definition of $z^{(l+1)}$ follows $\frac{\partial z^{(l)}}{\partial w_{ij}^{(l)}} = a^{(l-1)}$.`,
    wrong: tex`The definition is of the wrong layer; the result has no index $j$ and the wrong length.`,
    why: tex`$w_{ij}^{(l)}$ appears in $z_i^{(l)}$ alone, with the factor $a_j^{(l-1)}$. So one of $n_l$ components is not 0, while $a^{(l-1)}$ has $n_{l-1}$.`,
    correct: tex`$\frac{\partial z^{(l)}}{\partial w_{ij}^{(l)}} = a_j^{(l-1)} e_i$.`,
  },
  E8: {
    says: tex`$\frac{\partial z^{(l)}}{\partial b_i^{(l)}} = 1$, announced with $b_j$ and from the definition of $z^{(l+1)}$.`,
    wrong: tex`The derivative of a vector is no number; index and layer do not fit either.`,
    why: tex`$b_i^{(l)}$ is added to $z_i^{(l)}$ alone. The 1 is the component $k = i$; all others are 0.`,
    correct: tex`$\frac{\partial z^{(l)}}{\partial b_i^{(l)}} = e_i$, together $\frac{\partial z^{(l)}}{\partial b^{(l)}} = I$.`,
  },
  E9: {
    says: tex`(3a) $\delta^{(l)}a^{(l-1)}$, (3b) $\delta^{(l)}$, (3c) with the cases $l = 1 \dots L-1$ and $l = L$.`,
    wrong: tex`The indices of $\delta$ and $a$ are missing, as is the transpose of the matrix form; the range starts at 1; E3 and E6 come back.`,
    why: tex`A number is equated with a product of two columns. $\delta^{(l)}(a^{(l-1)})^T$ is a matrix of the size of $w^{(l)}$. In (3c) the scan repeats (3b) and has lost the word “where”.`,
    correct: tex`$\frac{\partial E}{\partial w_{ij}^{(l)}} = \delta_i^{(l)} a_j^{(l-1)}$, $\frac{\partial E}{\partial b_i^{(l)}} = \delta_i^{(l)}$, with the corrected $\delta$ for $2 \le l \le L$.`,
  },
  B1: {
    says: tex`For “forward propagation” only the chain rule for $\delta^{(l)}$ has to be written with layer $l-1$.`,
    wrong: tex`The idea: $\delta$ cannot travel forward.`,
    why: tex`$E$ depends on $z^{(l-1)}$ through $z^{(l)}$, not the other way round. $\delta$ has its start at the output; what can start at the front is $\partial z^{(l)}/\partial\theta$.`,
    correct: tex`Forward mode: carry $\dot z^{(l)} = w^{(l)}\dot a^{(l-1)} + s^{(l)}$ and $\dot a^{(l)} = \sigma'(z^{(l)}) \odot \dot z^{(l)}$ to the output; $(\delta^{(l)})^T \dot z^{(l)} = \partial E/\partial\theta$ at every layer from that of $\theta$ on.`,
  },
  B2: {
    says: tex`For the first layer: $\delta^{(L)} = \frac{\partial E}{\partial x}\frac{\partial x}{\partial z^{(L)}}$.`,
    wrong: tex`The superscript must be $(1)$, as “$0,\ l = 1$” in (4c) shows.`,
    why: tex`With $(L)$ the recursion from $l = 2$ on would have no start, and it would contradict (3c).`,
    correct: tex`$\delta^{(1)} = \partial E/\partial z^{(1)}$ with $z^{(1)} := x$.`,
  },
  B3: {
    says: tex`$x$ is constant, so $\partial x/\partial z^{(1)} = 0$ and $\delta^{(1)} = 0$.`,
    wrong: tex`With $z^{(1)} := x$ this derivative is the identity, not 0.`,
    why: tex`That $x$ is constant means $\partial x/\partial\theta = 0$: where forward mode starts, not where $\delta$ does. Starting from 0 the recursion gives 0 for every gradient of every network, whatever $t$ is, and $0/0$ where a $w$ or a $\sigma'$ is 0.`,
    correct: tex`$\delta^{(1)} = \partial E/\partial x = (w^{(2)})^T\delta^{(2)}$.`,
  },
  B4: {
    says: tex`For $2 \le l \le L$, $\delta^{(l)} = \delta^{(l-1)}\frac{\partial z^{(l-1)}}{\partial z^{(l)}}$.`,
    wrong: tex`It holds under a condition that the sheet does not name.`,
    why: tex`With $J^{(l)} = \partial z^{(l)}/\partial z^{(l-1)}$ backpropagation says $(J^{(l)})^T \delta^{(l)} = \delta^{(l-1)}$. This determines $\delta^{(l)}$ if and only if $J^{(l)}$ has rank $n_l$: never when the layer expands, nor when a unit of a square layer is dead.`,
    correct: tex`$(J^{(l)})^T \delta^{(l)} = \delta^{(l-1)}$ always; solved for $\delta^{(l)}$ only where $\operatorname{rank} J^{(l)} = n_l$.`,
  },
  B5: {
    says: tex`To go on, $\frac{\partial z^{(l+1)}}{\partial z^{(l)}}$ is needed, from $z^{(l+1)} = w^{(l+1)}\sigma(z^{(l)}) + b^{(l+1)}$.`,
    wrong: tex`Both are copied from part (a), and of the wrong layer.`,
    why: tex`The recursion just stated has the factor $\frac{\partial z^{(l-1)}}{\partial z^{(l)}}$ in it.`,
    correct: tex`$z^{(l)} = w^{(l)}\sigma(z^{(l-1)}) + b^{(l)}$, to be solved for $z^{(l-1)}$.`,
  },
  B6: {
    says: tex`$z^{(l-1)} = \sigma^{-1}\big(\frac{z^{(l)}-b^{(l)}}{w^{(l)}}\big)$.`,
    wrong: tex`One cannot divide by a matrix, and not every $\sigma$ has an inverse.`,
    why: tex`For single neurons with $w^{(l)} \ne 0$, an injective $\sigma$ and $l \ge 3$ it is right: the fraction is $a^{(l-1)}$. ReLU and softmax have no inverse, layer 1 has no $\sigma$, and a sigmoid that has rounded to 1 gives $\infty$.`,
    correct: tex`$\sigma^{-1}\big((w^{(l)})^{-1}(z^{(l)} - b^{(l)})\big)$ where $w^{(l)}$ is square and regular.`,
  },
  B7: {
    says: tex`$\frac{\partial z^{(l-1)}}{\partial z^{(l)}} = \big(\sigma^{-1}(\cdot)\big)'$.`,
    wrong: tex`The prime has two meanings.`,
    why: tex`Read as $d/dz^{(l)}$ it is right. Read as $(\sigma^{-1})'$ at the argument, as in $\sigma'(z)$ everywhere else, the factor $1/w^{(l)}$ is missing.`,
    correct: tex`For single neurons $\frac{1}{w^{(l)}\,\sigma'(z^{(l-1)})}$; for square layers $(D^{(l-1)})^{-1}(w^{(l)})^{-1}$.`,
  },
  B8: {
    says: tex`(4a) and (4b) as in part (a), (4c) with “$0,\ l = 1$”.`,
    wrong: tex`(4a) and (4b) have the mistakes of E9. Of (4c) the scan has lost the first case, and the second one is B3.`,
    why: tex`Where (4c) should give the recursion, (4b) stands twice.`,
    correct: tex`$\frac{\partial E}{\partial w_{ij}^{(l)}} = \delta_i^{(l)} a_j^{(l-1)}$, $\frac{\partial E}{\partial b_i^{(l)}} = \delta_i^{(l)}$, and $\delta^{(1)} = (w^{(2)})^T\delta^{(2)}$ in place of 0.`,
  },
  "Q2.1": {
    says: tex`$y = \sigma(w^{(n)}\sigma(w^{(n-1)}\sigma(\dots)+b^{(n-1)})+b^{(n)})$ for $n$ layers.`,
    wrong: tex`Right only if $n$ counts the layers of weights from 1, that is with $x = a^{(0)}$.`,
    why: tex`Question 1 has fixed $x = a^{(1)}$.`,
    correct: tex`In the notation of Question 1 $n = L-1$ and every superscript is one higher: $w^{(2)}, \dots, w^{(L)}$.`,
  },
  "Q2.2": {
    says: tex`$\frac{\partial y}{\partial x} = \sigma'(z^{(n)}+b)\times w^{(n)}\times\cdots\times\sigma'(w^{(1)}x+b^{(1)})\times w^{(1)}$.`,
    wrong: tex`The bias is counted twice, and the product of a vector and a matrix is not defined.`,
    why: tex`$z^{(n)}$ already contains $b^{(n)}$; the last factor is written without that slip. $\sigma'$ must be a diagonal matrix. The order of the factors is right.`,
    correct: tex`$\frac{\partial y}{\partial x} = D^{(L)}w^{(L)} \cdots D^{(2)}w^{(2)}$, a matrix of $n_L$ rows and $n_1$ columns.`,
  },
  "Q2.3": {
    says: tex`$\frac{\partial y}{\partial x} = \frac{DNN(x+h)-DNN(x-h)}{2h}$ with a small number $h$.`,
    wrong: tex`It is right for a single input only, and it is an approximation.`,
    why: tex`A number $h$ added to all components gives the sums $\sum_j \partial y_i/\partial x_j$ of the rows. The error is $O(h^2)$ from cutting off and $O(\varepsilon/h)$ from rounding; about $h = 10^{-5}$ is best in doubles. At a kink of ReLU it gives the mean of both slopes.`,
    correct: tex`Column $j$ is $\frac{\partial y}{\partial x_j} \approx \frac{DNN(x + h e_j) - DNN(x - h e_j)}{2h}$.`,
  },
};
