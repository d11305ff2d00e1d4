/**
 * The examples of the menu, in its order, as links: each can be read, and written into a handout.
 * First what is learnt by hand, then what networks are for, then what goes wrong.
 */

export interface Example {
  readonly id: string;
  /** What follows `#` in its link. */
  readonly link: string;
}

export const EXAMPLES = [
  {
    // Matt Mazur, A Step by Step Backpropagation Example, 2015.
    id: "mazur",
    link:
      "v=1&net=2-2-2&act=sigmoid&x=0.05,0.1&t=0.01,0.99" +
      "&w2=0.15,0.2;0.25,0.3&b2=0.35,0.35&w3=0.4,0.45;0.5,0.55&b3=0.6,0.6",
  },
  {
    id: "chain",
    link: "v=1&net=1-1-1-1&act=sigmoid&x=0.5&t=1&w2=0.6&b2=0.1&w3=-1.2&b3=0.3&w4=0.8&b4=-0.2",
  },
  {
    // The same weights as in `and`: only the bias differs.
    id: "or",
    link: "v=1&net=2-1&act=sigmoid&x=1,0&t=1&w2=4,4&b2=-2",
  },
  {
    id: "and",
    link: "v=1&net=2-1&act=sigmoid&x=1,0&t=0&w2=4,4&b2=-6",
  },
  {
    id: "xor",
    link:
      "v=1&net=2-3-1&act=tanh,sigmoid&x=0,1&t=1" +
      "&w2=1.2,-0.7;-0.9,1.1;0.4,0.6&b2=-0.3,-0.2,0.1&w3=1.3,1.5,-0.8&b3=-0.4",
  },
  {
    id: "classifier",
    link:
      "v=1&net=3-4-4-2&act=relu,relu,softmax&loss=ce&x=0.07,-0.7254,1.0609&t=0,1" +
      "&w2=0.7853,0.7144,-0.7606;0.1285,-0.9976,-0.437;0.6043,0.0854,-0.9476;0.1155,-0.2957,0.5241" +
      "&b2=-0.0312,-0.2607,0.3044,0.1053" +
      "&w3=0.4928,0.6228,0.5716,-0.427;0.2722,0.3146,0.9672,-0.2794" +
      ";0.6171,-0.7561,0.706,0.2788;0.0975,0.8499,-0.0998,-0.5102" +
      "&b3=-0.1313,0.1905,0.0113,0.0529" +
      "&w4=-0.5004,-0.8593,-0.3998,-0.8332;-0.5806,-0.1569,-0.7669,-0.3064&b4=-0.0128,-0.2975",
  },
  {
    id: "bottleneck",
    link:
      "v=1&net=3-1-3&act=tanh,identity&x=0.5,-0.25,1&t=0.5,-0.25,1" +
      "&w2=0.5,-0.5,1&b2=0.1&w3=0.6;-0.3;0.9&b3=0,0.1,-0.1",
  },
  {
    id: "sparse",
    link:
      "v=1&net=3-3-2&act=tanh,sigmoid&x=1,-0.5,0.8&t=1,0" +
      "&w2=0.5,-0.4,_;_,0.8,0.3;_,_,0.6&b2=0.1,0,-0.2&w3=0.7,_,-0.5;_,0.9,0.4&b3=0.2,-0.1",
  },
  {
    id: "symmetry",
    link: "v=1&net=2-3-1&act=sigmoid&x=1,0.5&t=1&w2=0.5,0.5;0.5,0.5;0.5,0.5&w3=0.5,0.5,0.5",
  },
  {
    id: "dead",
    link:
      "v=1&net=2-3-1&act=relu,identity&x=1,0.5&t=1" +
      "&w2=0.8,0.4;0.6,-0.9;-0.3,1.2&b2=0.1,-2,0.2&w3=0.7,1.5,-0.6&b3=0.1",
  },
  {
    id: "saturated",
    link: "v=1&net=2-2-1&act=sigmoid&x=1,1&t=0&w2=9,6;-7,-8&b2=-1,2&w3=14,5&b3=-2",
  },
  {
    id: "vanishing",
    link:
      "v=1&net=1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1&act=sigmoid&x=-0.5081&t=0.8227" +
      "&w2=0.1729&b2=0.4244&w3=-0.2751&b3=-0.0284&w4=-0.8946&b4=-0.2458&w5=0.3023&b5=0.2088" +
      "&w6=0.9009&b6=-0.0385&w7=0.1864&b7=-0.2509&w8=0.1378&b8=0.1215&w9=0.4911&b9=-0.3641" +
      "&w10=0.2554&b10=0.2934&w11=0.2402&b11=0.3343&w12=-0.4941&b12=-0.3366&w13=-0.6965&b13=-0.2821" +
      "&w14=0.2835&b14=0.4389&w15=-0.8291&b15=-0.2133&w16=0.8577&b16=0.3011&w17=-0.1285&b17=0.1583" +
      "&w18=0.3219&b18=-0.1857&w19=-0.2931&b19=0.1887&w20=-0.2485&b20=-0.4759",
  },
  {
    id: "exploding",
    link:
      "v=1&net=1-1-1-1-1-1-1-1-1-1&act=identity&x=0.001&t=1&w2=2&w3=2.5&w4=-3&w5=2.2&w6=2.8" +
      "&w7=-2.4&w8=2.6&w9=3&w10=2.5",
  },
] as const satisfies readonly Example[];

export type ExampleId = (typeof EXAMPLES)[number]["id"];

/** The example the page opens with, and the network of a link that gives none. */
export const OPENING: Example = EXAMPLES[0];

/** The link of an example. */
export function exampleLink(id: ExampleId): string {
  return EXAMPLES.find((example) => example.id === id)!.link;
}
