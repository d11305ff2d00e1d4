import type { Item, Size } from "../../homework/item.ts";
import { instantiateItem, sizeAt } from "../../homework/live.ts";
import { derivationMessages } from "../../i18n/derivation.ts";
import { Tex } from "../common/Tex.tsx";
import { useBackstep } from "../context.ts";
import type { Reader } from "./place.ts";
import { Line } from "./Line.tsx";

/** Rows × columns of what stands in the matrix form, in symbols and in numbers. */
export function Shapes({ item, plan, target }: Reader & { readonly item: Item }) {
  const words = derivationMessages(useBackstep((state) => state.view.lang));
  if (item.shapes.length === 0) return null;
  const { equations } = instantiateItem(item.id, plan.shape, target);
  const l = equations[0]?.equation.binding.l ?? target.l;
  const number = (size: Size): number | null => sizeAt(size, plan.shape.layout, l);
  return (
    <Line name={words.shapes}>
      <ul className="shapes">
        {item.shapes.map(({ tex, rows, cols }) => {
          const [m, n] = [number(rows), number(cols)];
          const symbols = `${rows} \\times ${cols}`;
          const known = m !== null && n !== null && !(rows === 1 && cols === 1);
          return (
            <li key={tex}>
              <Tex tex={`${tex}\\colon\\ ${symbols}${known ? ` = ${m} \\times ${n}` : ""}`} />
            </li>
          );
        })}
      </ul>
    </Line>
  );
}
