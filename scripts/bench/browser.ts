/** The built page in Chromium beside a bare React page: latency, loading, frames a second. */
import { chromium, type Browser, type Page } from "@playwright/test";
import { findBrowser, LAUNCH_ARGS } from "../browser.mjs";
import { changesIn, frameTimes, installMarks, record, type Change, type Taken } from "./clock.ts";
import { quantile } from "./interleave.ts";
import { inMilliseconds, type Row } from "./row.ts";
import { servePages } from "./serve.ts";

const NETWORK = "7-8-8-8-8-8-8-1";
/** 4,992 connections: about the largest network the product takes. It is set against frames. */
const LARGE = "24-32-32-32-32-32-4";
/** A frame at 60 a second, ms. */
const FRAME = 1000 / 60;

const ROUNDS = 12;
const PRESSES = 10;
/** From one key press to the next, ms: someone who leafs through the steps. */
const PACE = 150;
const LONGEST_WAIT = 5000;
/** Until the motion of the last step has ended, ms. */
const SETTLE = 700;
/** Until the browser has done what the start of its record costs, ms. */
const LEAD = 1000;
const LOADS = 15;
const PLAYED = 4000;

/** Ratios to the bare page; frames a second; at the largest size ms, for a step and for a change. */
const LIMITS = { latency: 2, drawn: 1.6, framesPerSecond: 55, oneFrame: 17, twoFrames: 33 };

const DRAWN: Change = { selector: "html", attribute: "data-ready", from: "navigation" };
const REDRAWN: Change = { selector: "svg", attribute: "data-rev", from: "key" };
const STEPPED: Change = { selector: ".board", attribute: "data-at", from: "key" };
const EDITED: Change = {
  selector: ".stage .label[data-selected] [data-value]",
  attribute: "data-value",
  from: "key",
};

/** The drawing and the bar show another step; the board follows them. */
const SOUGHT: Change = { selector: ".scrubber", attribute: "aria-valuenow", from: "pointer" };
const SCRUBBED: Change = { ...EDITED, from: "pointer" };
/** The canvas of the edges carries their number. */
const REWIRED: Change = { selector: ".strokes", attribute: "data-edges", from: "key" };

/** A page that is acted on, and what it took each time. */
interface Subject {
  readonly page: Page;
  /** The k-th press or move. */
  readonly act: (k: number) => Promise<void>;
  readonly times: Taken[];
}

/** Builds and serves both pages; `cache` is a folder for what is built. */
export async function benchBrowser(root: string, cache: string): Promise<Row[]> {
  const { ours, bare } = await servePages(root, cache);
  const executablePath = await findBrowser();
  const browser = await chromium.launch({
    args: LAUNCH_ARGS,
    ...(executablePath !== null && { executablePath }),
  });
  try {
    return [
      ...(await latencyRows(browser, ours.url, bare.url)),
      ...(await drawnRows(browser, `${ours.url}${link(NETWORK)}`, bare.url, 1)),
      ...(await drawnRows(browser, `${ours.url}${link(NETWORK)}`, bare.url, 4)),
      ...(await frameRows(browser, ours.url, bare.url)),
    ];
  } finally {
    await browser.close();
    await Promise.all([ours.close(), bare.close()]);
  }
}

/** All inputs are 1, so that a change of a weight changes what comes after it. */
function link(network: string, at = "x"): string {
  const x = Array.from({ length: parseInt(network, 10) }, () => 1).join(",");
  return `#v=1&net=${network}&x=${x}&at=${at}&by=neuron&lang=en`;
}

/** *Next* to paint and edit to paint, all pages in turns, against the bare page's redraw. */
async function latencyRows(browser: Browser, ours: string, bare: string): Promise<Row[]> {
  const reference = await pressed(browser, bare, REDRAWN, "Enter");
  const measured = [
    { what: "next to paint", subject: await pressed(browser, `${ours}${link(NETWORK)}`, STEPPED) },
    { what: "edit to paint", subject: await edited(browser, ours, NETWORK) },
  ];
  const large = [
    {
      what: "next to paint",
      limit: LIMITS.oneFrame,
      subject: await pressed(browser, `${ours}${link(LARGE)}`, STEPPED),
    },
    {
      what: "edit to paint",
      limit: LIMITS.twoFrames,
      subject: await edited(browser, ours, LARGE),
    },
    {
      what: "drag of a weight to paint",
      limit: LIMITS.oneFrame,
      subject: await scrubbed(browser, ours, LARGE),
    },
    {
      what: "drag along the timeline to paint",
      limit: LIMITS.oneFrame,
      subject: await sought(browser, ours, LARGE),
    },
    {
      what: "undo of a removed connection to paint",
      limit: LIMITS.twoFrames,
      subject: await undone(browser, ours, LARGE),
    },
  ];
  const all = [reference, ...[...measured, ...large].map(({ subject }) => subject)];
  // The first round is for the caches and compilers of all of them.
  for (let round = 0; round <= ROUNDS; round++) {
    if (round === 1) for (const { times } of all) times.length = 0;
    for (const one of all) await act(browser, one);
  }
  await Promise.all(all.map(({ page }) => page.context().close()));
  return [
    ...measured.flatMap(({ what, subject: { times } }) =>
      [0.5, 0.95].map((q) =>
        row(
          `${what}, ${NETWORK}, p${100 * q}`,
          paintedAt(times, q),
          paintedAt(reference.times, q),
          LIMITS.latency,
        ),
      ),
    ),
    ...large.flatMap(({ what, limit, subject: { times } }) =>
      frameRowsOf(`${what}, ${LARGE}`, times, limit),
    ),
    ...frameRowsOf("a redraw of the bare page to paint", reference.times, null),
  ];
}

/** Times against a frame's: by the clock, where a limit may stand, and of the page's own thread. */
function frameRowsOf(what: string, times: readonly Taken[], limit: number | null): Row[] {
  const worked = times.map((taken) => taken.worked);
  return [
    row(`${what}, p50`, paintedAt(times, 0.5), FRAME, null),
    row(`${what}, p95`, paintedAt(times, 0.95), FRAME, limit && limit / FRAME),
    row(`${what}, its own work, p95`, quantile(worked, 0.95), FRAME, null),
  ];
}

function paintedAt(times: readonly Taken[], q: number): number {
  return quantile(
    times.map(({ painted }) => painted),
    q,
  );
}

async function edited(browser: Browser, ours: string, network: string): Promise<Subject> {
  const subject = await pressed(browser, `${ours}${link(network, "d2.1")}`, EDITED, "ArrowUp");
  await selectWeight(subject.page);
  return subject;
}

/** The selected weight's label, held down and moved to and fro. */
async function scrubbed(browser: Browser, ours: string, network: string): Promise<Subject> {
  const { page, times } = await pressed(browser, `${ours}${link(network, "d2.1")}`, SCRUBBED);
  await selectWeight(page);
  const box = await page.locator(EDITED.selector).boundingBox();
  if (box === null) throw new Error("the selected weight has no label");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  return { page, times, act: (k) => page.mouse.move(x + 20 + 8 * (k % 7), y) };
}

/** The bar's handle, held down and moved to steps that were not seen before. */
async function sought(browser: Browser, ours: string, network: string): Promise<Subject> {
  const { page, times } = await pressed(browser, `${ours}${link(network)}`, SOUGHT);
  const box = await page.locator(".scrubber .track").boundingBox();
  if (box === null) throw new Error("there is no timeline");
  const y = box.y + box.height / 2;
  const at = (share: number): Promise<void> => page.mouse.move(box.x + share * box.width, y);
  await at(0.02);
  await page.mouse.down();
  let moves = 0;
  return { page, times, act: () => at(0.02 + ((++moves * 0.137) % 0.95)) };
}

/** A connection is removed, and then that is undone and done again in turns. */
async function undone(browser: Browser, ours: string, network: string): Promise<Subject> {
  const { page, times } = await pressed(browser, `${ours}${link(network, "d2.1")}`, REWIRED);
  await page.locator(".stage [role=application]").focus();
  for (const key of ["d", "Enter", "ArrowRight", "Delete"]) await page.keyboard.press(key);
  await sleep(SETTLE);
  let presses = 0;
  return {
    page,
    times,
    act: () => page.keyboard.press(++presses % 2 === 1 ? "Control+z" : "Control+Shift+z"),
  };
}

/** Walks from the first input onto one of its edges and opens the field of its weight. */
async function selectWeight(page: Page): Promise<void> {
  await page.locator(".stage [role=application]").focus();
  for (const key of ["Enter", "ArrowRight", "Enter"]) await page.keyboard.press(key);
  await page.locator(EDITED.selector).waitFor();
  await page.locator("[data-testid=value-field] input:focus").waitFor();
}

async function pressed(
  browser: Browser,
  url: string,
  change: Change,
  key = "ArrowRight",
): Promise<Subject> {
  const page = await fresh(browser);
  await installMarks(page, change);
  await page.goto(url);
  await page.locator('html[data-ready="true"]').waitFor();
  return { page, act: () => page.keyboard.press(key), times: [] };
}

/**
 * One round: again and again, no sooner than the last change was seen. The first press is not counted:
 * it finds the processor's caches full of the other pages.
 */
async function act(browser: Browser, { page, act: press, times }: Subject): Promise<void> {
  const before = await changesIn(page);
  const [, ...taken] = await record(browser, async () => {
    await sleep(LEAD);
    for (let k = 0; k <= PRESSES; k++) {
      await press(k);
      await sleep(PACE);
      for (let wait = 0; (await changesIn(page)) <= before + k; wait += PACE) {
        if (wait > LONGEST_WAIT) throw new Error(`change ${k + 1} of a round was not seen`);
        await sleep(PACE);
      }
    }
    await sleep(SETTLE);
  });
  times.push(...taken);
}

/** From the start of the navigation until the network stands, in contexts with nothing cached. */
async function drawnRows(
  browser: Browser,
  ours: string,
  bare: string,
  throttle: number,
): Promise<Row[]> {
  const times: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
  for (let run = 0; run < LOADS; run++) {
    times.ours.push(await load(browser, ours, throttle));
    times.bare.push(await load(browser, bare, throttle));
  }
  const what = `network drawn${throttle === 1 ? "" : `, CPU ${throttle}× slower`}`;
  return [row(what, quantile(times.ours, 0.5), quantile(times.bare, 0.5), LIMITS.drawn)];
}

async function load(browser: Browser, url: string, throttle: number): Promise<number> {
  const page = await fresh(browser);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: throttle });
  await installMarks(page, DRAWN);
  const taken = await record(browser, async () => {
    await page.goto(url);
    await page.locator('html[data-ready="true"]').waitFor();
    await sleep(SETTLE);
  });
  await page.context().close();
  if (taken.length === 0) throw new Error(`nothing was drawn at ${url}`);
  return taken[0].painted;
}

/** Frames while playing, beside those of the bare page at rest: all there can be. */
async function frameRows(browser: Browser, ours: string, bare: string): Promise<Row[]> {
  const rest = await pressed(browser, bare, REDRAWN);
  const most = await frameTimes(rest.page, PLAYED);
  await rest.page.context().close();
  const rows: Row[] = [];
  for (const network of [NETWORK, LARGE]) {
    const { page } = await pressed(browser, `${ours}${link(network)}`, STEPPED);
    await page.keyboard.press("Space");
    const frames = await frameTimes(page, PLAYED);
    await page.context().close();
    if (network === NETWORK) {
      rows.push({
        what: `time of a frame, playing, ${network}`,
        ours: `${rateOf(frames).toFixed(1)} / s`,
        reference: `${rateOf(most).toFixed(1)} / s`,
        ratio: rateOf(most) / rateOf(frames),
        // At least so many frames a second, as a ratio of times.
        limit: rateOf(most) / LIMITS.framesPerSecond,
      });
    }
    const what = `time of a frame, playing, ${network}, median`;
    rows.push(row(what, quantile(frames, 0.5), FRAME, network === LARGE ? ABOUT_ONE : null));
  }
  return rows;
}

/** A frame's time stamps are rounded. */
const ABOUT_ONE = 1.02;

function rateOf(frames: readonly number[]): number {
  return (1000 * frames.length) / frames.reduce((sum, ms) => sum + ms, 0);
}

async function fresh(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: "en-US",
  });
  return context.newPage();
}

function row(what: string, ours: number, reference: number, limit: number | null): Row {
  return {
    what,
    ours: inMilliseconds(ours),
    reference: inMilliseconds(reference),
    ratio: ours / reference,
    limit,
  };
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
