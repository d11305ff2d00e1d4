import { useId, useState, type MouseEvent } from "react";
import type { Layout } from "../../engine/layout.ts";
import { INIT_METHODS, type InitMethod } from "../../session/initialize.ts";
import { Tex } from "../common/Tex.tsx";
import { useBackstep, useBackstepStore } from "../context.ts";
import { Modal } from "../Modal.tsx";
import { initTex } from "./initTex.ts";
import { useNumbersWords } from "./words.ts";

interface InitializeDialogProps {
  /** The layer that is chosen at first. */
  readonly l: number | "all";
  readonly onClose: () => void;
}

/** New weights for a layer, or for all: which, how, and from which seed. */
export function InitializeDialog({ l, onClose }: InitializeDialogProps) {
  const words = useNumbersWords();
  return (
    <Modal title={words.initialiseTitle} open onClose={onClose}>
      <InitializeForm l={l} />
    </Modal>
  );
}

const MOST_SEED = 2 ** 32 - 1;

function InitializeForm({ l: first }: Pick<InitializeDialogProps, "l">) {
  const words = useNumbersWords();
  const { actions } = useBackstepStore().getState();
  const layout = useBackstep((state) => state.session.network.layout);
  const [l, setL] = useState(first);
  const [method, setMethod] = useState<InitMethod>("xavier");
  const [seedText, setSeedText] = useState("1");
  const id = useId();
  const isDrawn = method !== "zeros" && method !== "equal";
  const seed = readSeed(seedText);
  const isReady = seed !== null || !isDrawn;

  const initialize = ({ currentTarget }: MouseEvent): void => {
    actions.dispatch({ type: "initialize", l, method, seed: seed ?? 0 });
    currentTarget.closest("dialog")?.close();
  };
  return (
    <div className="init-form">
      <div className="field">
        <label htmlFor={`${id}-l`}>{words.whichLayers}</label>
        <select
          id={`${id}-l`}
          className="select"
          value={l}
          onChange={({ target: { value } }) => setL(value === "all" ? "all" : Number(value))}
        >
          <option value="all">{words.allLayers}</option>
          {layout.sizes.slice(1).map((_, k) => (
            <option key={k + 2} value={k + 2}>
              {words.layer(k + 2)}
            </option>
          ))}
        </select>
      </div>
      <fieldset className="methods">
        <legend>{words.method}</legend>
        {INIT_METHODS.map((name) => (
          <label key={name}>
            <input
              type="radio"
              name={`${id}-method`}
              checked={name === method}
              onChange={() => setMethod(name)}
            />
            {words.methods[name].name}
          </label>
        ))}
      </fieldset>
      <MethodNote method={method} layer={l === "all" ? null : layerOf(layout, l)} />
      <div className="field">
        <label htmlFor={`${id}-seed`}>{words.seed}</label>
        <input
          id={`${id}-seed`}
          type="number"
          min={0}
          max={MOST_SEED}
          step={1}
          value={seedText}
          disabled={!isDrawn}
          aria-invalid={!isReady}
          aria-describedby={isReady ? undefined : `${id}-problem`}
          onChange={(event) => setSeedText(event.target.value)}
        />
        {isReady ? null : (
          <span className="problem" id={`${id}-problem`} role="alert">
            {words.seedProblem}
          </span>
        )}
      </div>
      <p className="forms">{isDrawn ? words.initialiseNote : words.initialiseNoteFixed}</p>
      <button type="button" className="button primary" disabled={!isReady} onClick={initialize}>
        {words.initialiseDo}
      </button>
    </div>
  );
}

interface MethodNoteProps {
  readonly method: InitMethod;
  readonly layer: Parameters<typeof initTex>[1];
}

/** How the method chooses a weight: its formula, and a sentence that also says it. */
function MethodNote({ method, layer }: MethodNoteProps) {
  const words = useNumbersWords();
  const digits = useBackstep((state) => state.view.digits);
  return (
    <div className="method-note" role="status">
      {/* The sentence says it in words. */}
      <span aria-hidden="true">
        <Tex tex={initTex(method, layer, { digits })} />
      </span>
      <p>{words.methods[method].text}</p>
    </div>
  );
}

function layerOf({ sizes }: Layout, l: number) {
  return { l, nIn: sizes[l - 2], nOut: sizes[l - 1] };
}

/** A seed as links have it; null where the text is none. */
function readSeed(text: string): number | null {
  const seed = Number(text);
  return /^\d+$/.test(text) && seed <= MOST_SEED ? seed : null;
}
