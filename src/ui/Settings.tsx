import { useId } from "react";
import { ACTIVATIONS, LOSSES, type Activation, type Loss } from "../engine/network.ts";
import { DIGITS_RANGE } from "../numbers/format.ts";
import { ETA } from "../session/session.ts";
import { useBackstep, useBackstepStore, useMessages } from "./context.ts";
import { NumberInput } from "./NumberInput.tsx";

/** Activations, loss, learning rate; theme, digits. */
export function Settings() {
  const { ui } = useMessages();
  const { actions } = useBackstepStore().getState();
  const network = useBackstep((state) => state.session.network);
  const digits = useBackstep((state) => state.view.digits);
  const theme = useBackstep((state) => state.view.theme);
  const id = useId();
  const [fewest, most] = DIGITS_RANGE;
  return (
    <>
      <h3>{ui.settingsNetwork}</h3>
      {network.activations.map((activation, k) => {
        const l = k + 2;
        return (
          <div className="field" key={l}>
            <label htmlFor={`${id}-a${l}`}>{ui.activationOfLayer(l)}</label>
            <select
              id={`${id}-a${l}`}
              className="select"
              value={activation}
              onChange={(event) =>
                actions.dispatch({
                  type: "setActivation",
                  l,
                  activation: event.target.value as Activation,
                })
              }
            >
              {ACTIVATIONS.filter((name) => name !== "softmax" || l === network.layout.L).map(
                (name) => (
                  <option key={name} value={name}>
                    {ui.activations[name]}
                  </option>
                ),
              )}
            </select>
          </div>
        );
      })}
      <div className="field">
        <label htmlFor={`${id}-loss`}>{ui.loss}</label>
        <select
          id={`${id}-loss`}
          className="select"
          value={network.loss}
          onChange={(event) =>
            actions.dispatch({ type: "setLoss", loss: event.target.value as Loss })
          }
        >
          {LOSSES.map((name) => (
            <option key={name} value={name}>
              {ui.losses[name]}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}-eta`}>{ui.eta}</label>
        <NumberInput
          id={`${id}-eta`}
          value={network.eta}
          onValue={(value) =>
            actions.dispatch({ type: "setValue", ref: ETA, value }, { gesture: "eta" })
          }
          onBlur={actions.endGesture}
        />
      </div>
      <h3>{ui.settingsDisplay}</h3>
      <div className="field">
        <label htmlFor={`${id}-theme`}>{ui.theme}</label>
        <select
          id={`${id}-theme`}
          className="select"
          value={theme ?? "system"}
          onChange={({ target: { value } }) =>
            actions.setTheme(value === "paper" || value === "slate" ? value : null)
          }
        >
          {(["system", "paper", "slate"] as const).map((name) => (
            <option key={name} value={name}>
              {ui.themes[name]}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}-digits`}>{ui.digits}</label>
        <select
          id={`${id}-digits`}
          className="select"
          value={digits}
          onChange={(event) => actions.setDigits(Number(event.target.value))}
        >
          {Array.from({ length: most - fewest + 1 }, (_, k) => (
            <option key={k} value={fewest + k}>
              {fewest + k}
            </option>
          ))}
        </select>
      </div>
    </>
  );
}
