/**
 * How long it takes from an input to the frame that shows its change, by the browser's own record.
 * The page marks the input and the change on the record's clock; the record says when the next frame
 * of the main thread had been styled, laid out, painted and handed over to the compositor. A message
 * posted in the frame would come later by whatever else waits, and a question asked of the page while
 * it works would be part of what is measured. (PerformanceEventTiming would round to 8 ms, and knows no
 * change that comes from a worker.)
 */
import type { Browser, CDPSession, Page } from "@playwright/test";

/** What is waited for: an attribute that changes on an element that fits the selector. */
export interface Change {
  readonly selector: string;
  readonly attribute: string;
  /** Whether the time runs from each key press, each move of the pointer or, once, the navigation. */
  readonly from: "key" | "pointer" | "navigation";
}

/** What a change took, ms. */
export interface Taken {
  /** From the input until the frame that shows it had been handed over. */
  readonly painted: number;
  /**
   * Of it, what the page's main thread worked: its processor time. Other than the time by the clock it
   * does not grow where other programs want the processor too.
   */
  readonly worked: number;
}

const INPUT = "bench-input";
const CHANGE = "bench-change";
const HANDLED = "WidgetBaseInputHandler::OnHandleInputEvent";
const FRAME = "ProxyMain::BeginMainFrame";

/** Puts the marks into a page before anything of the page itself runs. */
export async function installMarks(page: Page, change: Change): Promise<void> {
  await page.addInitScript(markChanges, { ...change, input: INPUT, change: CHANGE });
}

/** Runs in the page, so it refers to nothing outside itself. */
function markChanges({
  selector,
  attribute,
  from,
  input,
  change,
}: Change & { readonly input: string; readonly change: string }): void {
  let start: number | null = from === "navigation" ? 0 : null;
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
    performance.mark(input, { startTime: start });
    performance.mark(change);
    start = null;
  }).observe(document, { subtree: true, attributes: true, attributeFilter: [attribute] });
}

/** How many changes the page has marked. */
export async function changesIn(page: Page): Promise<number> {
  return page.evaluate((name) => performance.getEntriesByName(name).length, CHANGE);
}

/** One event of the record: when it began and how long it took, by the clock and of its thread's time; µs. */
interface Recorded {
  readonly name: string;
  readonly pid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tts?: number;
  readonly tdur?: number;
}

/** What the changes took that were marked while `act` ran, in their order. */
export async function record(browser: Browser, act: () => Promise<void>): Promise<Taken[]> {
  const devtools = await browser.newBrowserCDPSession();
  await devtools.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["blink.user_timing", "benchmark"] },
  });
  await act();
  const events = await endOf(devtools);
  await devtools.detach();
  return timesIn(events);
}

async function endOf(devtools: CDPSession): Promise<Recorded[]> {
  const events: Recorded[] = [];
  devtools.on("Tracing.dataCollected", ({ value }) => {
    for (const event of value as unknown as Recorded[]) {
      if ([INPUT, CHANGE, HANDLED, FRAME].includes(event.name)) events.push(event);
    }
  });
  const ended = new Promise((resolve) => {
    devtools.once("Tracing.tracingComplete", resolve);
  });
  await devtools.send("Tracing.end");
  await ended;
  return events.toSorted((p, q) => p.ts - q.ts);
}

function timesIn(events: readonly Recorded[]): Taken[] {
  const inputs = events.filter(({ name }) => name === INPUT);
  const changes = events.filter(({ name }) => name === CHANGE);
  return changes.flatMap((change, k) => {
    const frame = events.find(
      ({ name, pid, ts, dur = 0 }) => name === FRAME && pid === change.pid && ts + dur > change.ts,
    );
    // The last one may have come after the end of the record.
    if (frame === undefined) return [];
    const { ts: since } = inputs[k];
    const painted = (frame.ts + (frame.dur ?? 0) - since) / 1000;
    const handled = events.find(
      ({ name, pid, ts }) => name === HANDLED && pid === change.pid && ts >= since,
    );
    const worked = ((frame.tts ?? 0) + (frame.tdur ?? 0) - (handled?.tts ?? 0)) / 1000;
    return [{ painted, worked }];
  });
}

/** What each frame of the page took over so many ms, ms. */
export async function frameTimes(page: Page, ms: number): Promise<number[]> {
  return page.evaluate(
    (ms) =>
      new Promise<number[]>((resolve) => {
        const starts: number[] = [];
        const note = (now: number): void => {
          starts.push(now);
          if (now - starts[0] < ms) requestAnimationFrame(note);
          else resolve(starts.slice(1).map((start, k) => start - starts[k]));
        };
        requestAnimationFrame(note);
      }),
    ms,
  );
}
