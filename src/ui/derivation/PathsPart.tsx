import { ref, refKey } from "../../engine/ref.ts";
import type { PathStart } from "../../engine/paths.ts";
import { edgeExists } from "../../engine/trace.ts";
import type { Target } from "../../homework/place.ts";
import { derivationMessages } from "../../i18n/derivation.ts";
import { homeworkMessages } from "../../i18n/homework.ts";
import { refText } from "../../session/names.ts";
import { CHOICES, type Chosen } from "../../session/selection.ts";
import { Choice } from "../Choice.tsx";
import { useBackstep, useBackstepStore } from "../context.ts";
import { derivativeBy } from "./merge.ts";
import { PathSum } from "./PathSum.tsx";
import type { Reader } from "./place.ts";

type Kind = Chosen<"from">;

/** All ways from a number to E, and how they become the recursion. */
export function PathsPart({ plan, trace, target }: Reader) {
  const lang = useBackstep((state) => state.view.lang);
  const words = derivationMessages(lang);
  const chosen = useBackstep((state) => state.view.from);
  const { actions } = useBackstepStore().getState();
  const kinds = CHOICES.from.filter((kind) => kind !== "x" || target.l === 2);
  const kind = kinds.includes(chosen) ? chosen : "w";
  const start = startAt(kind, target);
  const exists = start.q !== "w" || edgeExists(plan.shape, start.l, start.i, start.j);
  return (
    <>
      <p className="intro">{words.pathsIntro}</p>
      <label className="choice">
        {words.start}
        <Choice
          label={words.start}
          value={kind}
          options={kinds.map((q) => [q, nameOf(q, target)] as const)}
          onChoice={(choice) =>
            actions.choose({ from: kinds.find((q) => q === choice) ?? "w", path: null })
          }
        />
      </label>
      {exists ? (
        <PathSum key={refKey(derivativeBy(start))} plan={plan} trace={trace} start={start} />
      ) : (
        <p className="aside">{homeworkMessages(lang).absences.noEdge}</p>
      )}
    </>
  );
}

function startAt(kind: Kind, { l, i, j }: Target): PathStart {
  switch (kind) {
    case "w":
      return { q: "w", l, i, j };
    case "x":
      return { q: "x", i: j };
    default:
      return { q: kind, l, i };
  }
}

function nameOf(kind: Kind, { l, i, j }: Target): string {
  return refText(kind === "x" ? ref("a", 1, j) : ref(kind, l, i, kind === "w" ? j : 0));
}
