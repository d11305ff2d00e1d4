/** The built page in Chromium beside a bare React page: latency, loading, frames a second. */
import { chromium, type Browser, type Page } from "@playwright/test";
import { findBrowser, LAUNCH_ARGS } from "../browser.mjs";
import { frameRate, installClock, takeTime, type Change } from "./clock.ts";
import { quantile } from "./interleave.ts";
import { inMilliseconds, type Row } from "./row.ts";
import { servePages } from "./serve.ts";

const NETWORK = "7-8-8-8-8-8-8-1";
/** 4,992 connections: about the largest network the product takes. Recorded, with no limit. */
const LARGE = "24-32-32-32-32-32-4";

const ROUNDS = 12;
const PRESSES = 10;
/** From one key press to the next, ms: someone who leafs through the steps. */
const PACE = 150;
/** Until the motion of the last step has ended, ms. */
const SETTLE = 700;
const LOADS = 15;
const PLAYED = 4000;

const LIMITS = { latency: 2, drawn: 1.6, framesPerSecond: 55 };

const DRAWN: Change = { selector: "html", attribute: "data-ready", from: "navigation" };
const REDRAWN: Change = { selector: "svg", attribute: "data-rev", from: "key" };
const STEPPED: Change = { selector: ".board", attribute: "data-at", from: "key" };
const EDITED: Change = {
  selector: ".stage .label[data-selected] [data-value]",
  attribute: "data-value",
  from: "key",
};

/** A page that is pressed at, and what it took each time, ms. */
interface Subject {
  readonly page: Page;
  readonly key: string;
  readonly times: number[];
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
  const reference = await subject(browser, bare, REDRAWN, "Enter");
  const measured: { what: string; limit: number | null; subject: Subject }[] = [];
  for (const [network, limit] of [
    [NETWORK, LIMITS.latency],
    [LARGE, null],
  ] as const) {
    const stepping = await subject(browser, `${ours}${link(network)}`, STEPPED, "ArrowRight");
    measured.push({ what: `next to paint, ${network}`, limit, subject: stepping });
    const editing = await subject(browser, `${ours}${link(network, "d2.1")}`, EDITED, "ArrowUp");
    await selectWeight(editing.page);
    measured.push({ what: `edit to paint, ${network}`, limit, subject: editing });
  }
  const all = [reference, ...measured.map(({ subject }) => subject)];
  // The first round is for the caches and compilers of all of them.
  for (let round = 0; round <= ROUNDS; round++) {
    if (round === 1) for (const { times } of all) times.length = 0;
    for (const one of all) await press(one);
  }
  await Promise.all(all.map(({ page }) => page.context().close()));
  return measured.flatMap(({ what, limit, subject }) =>
    [0.5, 0.95].map((q) =>
      row(`${what}, p${100 * q}`, quantile(subject.times, q), quantile(reference.times, q), limit),
    ),
  );
}

/** Walks from the first input onto one of its edges and opens the field of its weight. */
async function selectWeight(page: Page): Promise<void> {
  await page.locator(".stage [role=application]").focus();
  for (const key of ["Enter", "ArrowRight", "Enter"]) await page.keyboard.press(key);
  await page.locator(EDITED.selector).waitFor();
  await page.locator("[data-testid=value-field] input:focus").waitFor();
}

async function subject(
  browser: Browser,
  url: string,
  change: Change,
  key: string,
): Promise<Subject> {
  const page = await fresh(browser);
  await installClock(page, change);
  await page.goto(url);
  await page.locator('html[data-ready="true"]').waitFor();
  return { page, key, times: [] };
}

/** One round: a key again and again, no sooner than the last one was seen. */
async function press({ page, key, times }: Subject): Promise<void> {
  for (let k = 0; k < PRESSES; k++) {
    const pause = sleep(PACE);
    await page.keyboard.press(key);
    times.push(await takeTime(page));
    await pause;
  }
  await sleep(SETTLE);
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
  await installClock(page, DRAWN);
  await page.goto(url, { waitUntil: "commit" });
  const time = await takeTime(page);
  await page.context().close();
  return time;
}

/** Frames a second while playing, beside those of the bare page at rest: all there can be. */
async function frameRows(browser: Browser, ours: string, bare: string): Promise<Row[]> {
  const rest = await subject(browser, bare, REDRAWN, "Enter");
  const most = await frameRate(rest.page, PLAYED);
  await rest.page.context().close();
  const rows: Row[] = [];
  for (const [network, judged] of [
    [NETWORK, true],
    [LARGE, false],
  ] as const) {
    const { page } = await subject(browser, `${ours}${link(network)}`, STEPPED, "Space");
    await page.keyboard.press("Space");
    const frames = await frameRate(page, PLAYED);
    await page.context().close();
    const least = LIMITS.framesPerSecond;
    rows.push({
      what: `time of a frame, playing, ${network}`,
      ours: `${frames.toFixed(1)} / s`,
      reference: `${most.toFixed(1)} / s`,
      ratio: most / frames,
      // At least so many frames a second, as a ratio of times.
      limit: judged ? most / least : null,
    });
  }
  return rows;
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
