import type { KeyboardEvent } from "react";
import type { JacobianProduct } from "../../engine/jacobian.ts";
import { activationOf } from "../../engine/network.ts";
import { shownTerms } from "../../formula/elision.ts";
import { CHOICES } from "../../session/selection.ts";
import { hasModifier } from "../common/hasModifier.ts";
import { formatCount } from "../common/count.ts";
import { Prose } from "../common/Prose.tsx";
import { Switch } from "../common/Switch.tsx";
import { useBackstep, useBackstepStore } from "../context.ts";
import { Icon, type IconName } from "../icons.tsx";
import { CurrentMultiplication, type ChainProps } from "./CurrentMultiplication.tsx";
import { within } from "./gridKeys.ts";
import { hasNumbers, NotFinite } from "./NotFinite.tsx";
import { multiplicationAt, multiplications, type Multiplication } from "./multiplication.ts";
import { useWords } from "./reading.ts";
import { FactorName } from "./symbols.tsx";

/** D^(L) w^(L) ⋯ D^(2) w^(2), multiplied one factor at a time. */
export function ProductPart({ trace, chain }: ChainProps) {
  const words = useWords();
  const { actions } = useBackstepStore().getState();
  const order = useBackstep(({ view }) => view.order);
  const count = multiplications(chain);
  const n = useBackstep(({ view }) => within(view.product, count));
  const current = multiplicationAt(chain, order, n);
  const softmax = activationOf(trace, trace.layout.L) === "softmax";
  return (
    <>
      <p className="says">
        <Prose
          text={softmax ? `${words.productProse} ${words.productSoftmax}` : words.productProse}
          typeset
        />
      </p>
      <Chain chain={chain} current={current} />
      <div className="controls">
        <Switch
          label={words.order}
          options={CHOICES.order.map((id) => [id, words.orders[id]] as const)}
          value={order}
          onChoice={(id) => actions.choose({ order: id, product: 1 })}
        />
        <Steps n={n} count={count} />
      </div>
      <CurrentMultiplication trace={trace} chain={chain} current={current} order={order} />
      {hasNumbers(current.result) || !hasNumbers(chain.jacobian) ? null : (
        <NotFinite
          lost={null}
          chain={chain}
          products={order === "right" ? chain.fromRight : chain.fromLeft}
        />
      )}
      <Costs chain={chain} n={n} />
    </>
  );
}

/** The factors side by side, those of the product so far underlined. */
function Chain({ chain, current }: { chain: JacobianProduct; current: Multiplication }) {
  const words = useWords();
  const { first, last } = current.result;
  const added = current.left.kind === "product" ? current.right.first : current.left.first;
  return (
    <ol className="chain" aria-label={words.factors}>
      <li className="whole">∂y/∂x =</li>
      {shownTerms(chain.factors.length, added).map((place, n) => {
        if ("omit" in place) {
          return (
            <li key={`gap ${n}`} className="gap">
              ⋯
            </li>
          );
        }
        const factor = chain.factors[place.show];
        const isIn = place.show >= first && place.show <= last;
        return (
          <li key={place.show} data-in={isIn ? "" : undefined}>
            <FactorName {...factor} />
            <span className="shape">
              {factor.rows}×{factor.columns}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

function Steps({ n, count }: { n: number; count: number }) {
  const words = useWords();
  const { actions } = useBackstepStore().getState();
  const go = (to: number): void => actions.choose({ product: within(to, count) });
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = { ArrowLeft: n - 1, ArrowRight: n + 1, Home: 1, End: count }[event.key];
    if (to === undefined || hasModifier(event)) return;
    // Here the arrows are not the lecture's.
    event.preventDefault();
    event.stopPropagation();
    go(to);
  };
  const button = (icon: IconName, name: string, to: number, end: boolean) => (
    <button
      type="button"
      className="step"
      aria-label={name}
      title={name}
      aria-disabled={end}
      onClick={() => go(to)}
    >
      <Icon name={icon} />
    </button>
  );
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys of its buttons
    <div className="steps" onKeyDown={onKeyDown}>
      {button("first", words.toFirst, 1, n === 1)}
      {button("previous", words.previous, n - 1, n === 1)}
      <span className="count" aria-hidden="true" data-testid="multiplication">
        {words.multiplication(n, count)}
      </span>
      <span className="visually-hidden" role="status">
        {words.multiplicationOf(n, count)}
      </span>
      {button("next", words.next, n + 1, n === count)}
      {button("last", words.toLast, count, n === count)}
    </div>
  );
}

/** What this multiplication, all so far and all of them cost in both orders. */
function Costs({ chain, n }: { chain: JacobianProduct; n: number }) {
  const words = useWords();
  const { fromRight, fromLeft } = chain;
  const end = fromRight.length - 1;
  const less = fromLeft[end].total - fromRight[end].total;
  const verdict =
    less === 0
      ? words.cheaper.same
      : words.cheaper[less > 0 ? "right" : "left"](formatCount(Math.abs(less)));
  return (
    <>
      <table className="numbers costs" data-testid="costs">
        <thead>
          <tr>
            <th scope="col">{words.costs}</th>
            <th scope="col">{words.costHere}</th>
            <th scope="col">{words.costSoFar}</th>
            <th scope="col">{words.costInAll}</th>
          </tr>
        </thead>
        <tbody>
          {CHOICES.order.map((order) => {
            const products = order === "right" ? fromRight : fromLeft;
            return (
              <tr key={order} data-order={order}>
                <th scope="row">{words.orders[order]}</th>
                <td>{formatCount(products[n].cost)}</td>
                <td>{formatCount(products[n].total)}</td>
                <td>{formatCount(products[end].total)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="says">{verdict}</p>
    </>
  );
}
