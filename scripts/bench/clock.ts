/** The stop-watch inside the measured page. The same for both pages. */
import type { Page } from "@playwright/test";

/** What is waited for: an attribute that changes on an element that fits the selector. */
export interface Change {
  readonly selector: string;
  readonly attribute: string;
  /** Whether the time runs from each key press, each move of the pointer or, once, the navigation. */
  readonly from: "key" | "pointer" | "navigation";
}

/** What the oldest change not taken yet took, ms. */
export interface Taken {
  /** Until the frame that shows it had been handed over. */
  readonly painted: number;
  /** The same without the wait for that frame to begin: what the page itself takes. */
  readonly worked: number;
}

interface Clock {
  /** Waits for the next change if there is none. */
  readonly take: () => Promise<Taken>;
  /** What each frame of the page took over so many ms, ms. */
  readonly frames: (ms: number) => Promise<number[]>;
}

declare global {
  interface Window {
    benchClock: Clock;
  }
}

/** Puts the stop-watch into a page before anything of the page itself runs. */
export async function installClock(page: Page, change: Change): Promise<void> {
  await page.addInitScript(startClock, change);
}

/** From the input to the frame that shows the change. */
export async function takeTime(page: Page): Promise<Taken> {
  return page.evaluate(() => window.benchClock.take());
}

export async function frameTimes(page: Page, ms: number): Promise<number[]> {
  return page.evaluate((ms) => window.benchClock.frames(ms), ms);
}

/**
 * Runs in the page, so it refers to nothing outside itself. A message posted in the animation frame
 * after the change arrives when that frame has been styled, laid out, painted and handed over. Where
 * something moves, the next frame may begin before the message comes: that one is over by then too.
 * (PerformanceEventTiming would round to 8 ms, and knows no change that comes from a worker.)
 */
function startClock({ selector, attribute, from }: Change): void {
  let start: number | null = from === "navigation" ? 0 : null;
  const times: Taken[] = [];
  let waiting: ((time: Taken) => void) | null = null;

  // A frame that the page itself has asked for; to ask for one here would hold the message back.
  const ask = requestAnimationFrame.bind(window);
  let isFrameOver: ((now: number) => void) | null = null;
  window.requestAnimationFrame = (callback) =>
    ask((now) => {
      isFrameOver?.(now);
      callback(now);
    });

  const afterFrame = (callback: (waited: number) => void): void => {
    const since = performance.now();
    ask((shown) => {
      const waited = performance.now() - since;
      const end = (): void => {
        if (isFrameOver === null) return;
        isFrameOver = null;
        callback(waited);
      };
      isFrameOver = (now) => now > shown && end();
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener("message", end);
      port1.start();
      port2.postMessage(null);
    });
  };
  const add = (time: Taken): void => {
    if (waiting === null) times.push(time);
    else waiting(time);
    waiting = null;
  };
  if (from !== "navigation") {
    // A move that is heard between frames comes again with the next one, under the same time.
    const types = from === "key" ? ["keydown"] : ["pointerrawupdate", "pointermove"];
    for (const type of types) {
      addEventListener(type, (event) => (start = event.timeStamp), { capture: true });
    }
  }
  new MutationObserver((records) => {
    if (start === null) return;
    if (!records.some(({ target }) => target instanceof Element && target.matches(selector))) {
      return;
    }
    const since = start;
    start = null;
    afterFrame((waited) => {
      const painted = performance.now() - since;
      add({ painted, worked: painted - waited });
    });
  }).observe(document, { subtree: true, attributes: true, attributeFilter: [attribute] });

  window.benchClock = {
    take: () =>
      new Promise((resolve) => {
        const time = times.shift();
        if (time === undefined) waiting = resolve;
        else resolve(time);
      }),
    frames: (ms) =>
      new Promise((resolve) => {
        const starts: number[] = [];
        const note = (now: number): void => {
          starts.push(now);
          if (now - starts[0] < ms) requestAnimationFrame(note);
          else resolve(starts.slice(1).map((start, k) => start - starts[k]));
        };
        requestAnimationFrame(note);
      }),
  };
}
