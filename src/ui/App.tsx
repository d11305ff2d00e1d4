import { Board } from "./Board.tsx";
import type { Drawing } from "./drawing.ts";
import { Header } from "./Header.tsx";
import { Stage } from "./Stage.tsx";
import { Timeline } from "./Timeline.tsx";

interface AppProps {
  readonly drawing: Drawing;
  readonly shareUrl: () => Promise<string>;
}

/** The page. */
export function App({ drawing, shareUrl }: AppProps) {
  return (
    <div className="app">
      <Header shareUrl={shareUrl} />
      <Stage drawing={drawing} />
      <Board />
      <Timeline />
    </div>
  );
}
