import { ref, refKey } from "../../engine/ref.ts";
import type { RepairedDelta, RepairedLayer } from "../../engine/repairedDelta.ts";
import type { Trace } from "../../engine/trace.ts";
import { Symbol } from "../Symbol.tsx";
import { useRepaired } from "./useRepaired.ts";
import { useWords } from "./useWords.ts";
import { Value } from "./Value.tsx";

/** More layers than this are shown closed, to be opened one by one. */
const MOST_OPEN = 6;
/** From here on fewer than half of a double's digits are right. */
const INACCURATE = 1e-8;

/** The recursion from the right start: what each layer allows, and what comes out. */
export function RepairedPart({ trace }: { trace: Trace }) {
  const words = useWords();
  const { found, failed } = useRepaired(trace);
  return (
    <>
      <h2>{words.repairedTitle}</h2>
      <p className="forward-prose">{words.repairedProse}</p>
      {found === null ? (
        <p className="forward-prose" role="status">
          {failed ? words.failed : words.working}
        </p>
      ) : (
        <Layers of={found} />
      )}
    </>
  );
}

function Layers({ of: { layers, valid } }: { of: RepairedDelta }) {
  const words = useWords();
  const first = layers.find((layer) => !layer.valid);
  return (
    <>
      <p className="forward-prose" data-testid="outcome" data-valid={valid} role="status">
        {first === undefined ? words.allValid : words.notValid(first.l)}
      </p>
      {layers.map((layer, k) => (
        <details
          key={layer.l}
          className="repaired"
          data-testid="repaired-layer"
          data-layer={layer.l}
          open={layers.length <= MOST_OPEN}
        >
          <summary>
            <span className="where">{words.layer(layer.l)}</span>{" "}
            <b data-testid="verdict" data-valid={layer.valid}>
              {layer.valid ? words.valid : words.impossible}
            </b>
          </summary>
          <LayerFacts
            layer={layer}
            startsRight={layers.slice(0, k).every((before) => before.valid)}
          />
          <LayerDelta layer={layer} />
        </details>
      ))}
    </>
  );
}

interface LayerFactsProps {
  readonly layer: RepairedLayer;
  /** Whether δ of the layer before is what backpropagation gives, but for rounding. */
  readonly startsRight: boolean;
}

function LayerFacts({ layer, startsRight }: LayerFactsProps) {
  const words = useWords();
  const isInaccurate = layer.valid && !layer.underflow && layer.relativeError > INACCURATE;
  const { jacobian, rank, condition, amplification, lost, relativeError } = layer;
  const facts = [
    ["shape", words.shape, `${jacobian.rows} × ${jacobian.columns}`],
    ["rank", words.rank, Number.isNaN(rank) ? "—" : words.rankOf(`${rank}`, jacobian.rows)],
    ["condition", words.condition, <Value key="" value={condition} />],
    ["amplification", words.amplification, <Value key="" value={amplification} />],
    ["lost", words.lost, <Value key="" value={lost} />],
    ["error", words.relativeError, <Value key="" value={relativeError} />],
  ] as const;
  return (
    <>
      <p className="forward-prose">
        {words.verdicts[layer.verdict]} {layer.underflow ? words.underflow : ""}
        {startsRight ? (isInaccurate ? words.inaccurate : "") : words.wrongStart}
      </p>
      <dl>
        {facts.map(([id, name, fact]) => (
          <div key={id}>
            <dt>{name}</dt>
            <dd data-testid={id}>{fact}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function LayerDelta({ layer: { l, valid, delta, backprop } }: { layer: RepairedLayer }) {
  const words = useWords();
  return (
    <table className="forward-table">
      <thead>
        <tr>
          <th scope="col">
            <Symbol of={ref("d")} />
          </th>
          <th scope="col">{valid ? words.recursion : words.leastNorm}</th>
          <th scope="col">{words.backprop}</th>
        </tr>
      </thead>
      <tbody>
        {Array.from(delta, (value, k) => (
          <tr key={k} data-ref={refKey(ref("d", l, k + 1))}>
            <th scope="row">
              <Symbol of={ref("d", l, k + 1)} />
            </th>
            <td data-testid="recursion">
              <Value value={value} />
            </td>
            <td data-testid="backprop">
              <Value value={backprop[k]} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
