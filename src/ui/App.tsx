import { Board } from "./Board.tsx";
import type { Drawing } from "./drawing.ts";
import { Header } from "./Header.tsx";
import { Stage } from "./Stage.tsx";
import { Timeline } from "./Timeline.tsx";

/** The page. */
export function App({ drawing }: { drawing: Drawing }) {
  return (
    <div className="app">
      <Header />
      <Stage drawing={drawing} />
      <Board />
      <Timeline />
    </div>
  );
}
