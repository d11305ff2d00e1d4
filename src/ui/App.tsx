import { useEffect, useState } from "react";
import { Board } from "./Board.tsx";
import { useBackstep } from "./context.ts";
import { Header } from "./Header.tsx";
import { Stage } from "./Stage.tsx";
import { Timeline } from "./Timeline.tsx";
import "./fonts.css";
import "./theme.css";
import "./base.css";
import "./App.css";

interface AppProps {
  readonly shareUrl: () => string;
  /** Called when the network stands on the screen for the first time. */
  readonly onDrawn: () => void;
}

/** The page. */
export function App({ shareUrl, onDrawn }: AppProps) {
  const lang = useBackstep((state) => state.view.lang);
  const theme = useBackstep((state) => state.view.theme);
  const [drawn, setDrawn] = useState(false);
  useEffect(() => {
    document.documentElement.lang = lang === "zh" ? "zh-Hans" : "en";
  }, [lang]);
  useEffect(() => {
    if (theme === null) delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = theme;
  }, [theme]);
  return (
    <div className="app">
      <Header shareUrl={shareUrl} />
      <Stage
        onDrawn={() => {
          onDrawn();
          afterPaint(() => setDrawn(true));
        }}
      />
      {/* The network does not wait for the board. */}
      {drawn ? <Board /> : <section className="board" />}
      <Timeline />
    </div>
  );
}

function afterPaint(act: () => void): void {
  requestAnimationFrame(() => setTimeout(act));
}
