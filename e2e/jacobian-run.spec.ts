/** x ± h e_j on its way through the network: the numbers are read off stage, board and table. */
import type { Locator, Page } from "@playwright/test";
import { axeViolations, expect, test, valueOf } from "./support/page.ts";

const MAZUR =
  "#net=2-2-2&x=0.05,0.1&t=0.01,0.99&w2=0.15,0.2;0.25,0.3&b2=0.35,0.35&w3=0.4,0.45;0.5,0.55&b3=0.6,0.6&lang=en&digits=10&view=jacobian&jacobian=difference&entry=1.2&h=0.1";

const sigma = (z: number): number => 1 / (1 + Math.exp(-z));

const slope = (a: number): number => a * (1 - a);
const z = (w: readonly number[], a: readonly number[], b: number): number =>
  w[0] * a[0] + w[1] * a[1] + b;
const named = (q: string, l: number, values: readonly number[]): [string, number][] =>
  values.map((value, k) => [`${q}.${l}.${k + 1}`, value]);

/** z and a of Mazur's network at an input, by their keys. */
function mazur(x1: number, x2: number): Record<string, number> {
  const z2 = [z([0.15, 0.2], [x1, x2], 0.35), z([0.25, 0.3], [x1, x2], 0.35)];
  const a2 = z2.map(sigma);
  const z3 = [z([0.4, 0.45], a2, 0.6), z([0.5, 0.55], a2, 0.6)];
  return Object.fromEntries([
    ...named("a", 1, [x1, x2]),
    ...named("z", 2, z2),
    ...named("a", 2, a2),
    ...named("z", 3, z3),
    ...named("a", 3, z3.map(sigma)),
  ]);
}

async function openRun(page: Page, hash: string): Promise<void> {
  await page.goto("about:blank");
  await page.goto(hash);
  await page.locator('html[data-ready="true"][data-formulas="true"]').waitFor();
  await page.locator('.part[data-part="difference"]').waitFor();
}

async function numberIn(place: Locator): Promise<number> {
  return Number((await place.textContent())!.replaceAll("−", "-"));
}

const choose = (page: Page, run: "none" | "plus" | "minus"): Promise<void> =>
  page.locator(`.runs [data-choice="${run}"]`).click();
const cell = (page: Page, key: string, run: "plus" | "minus"): Locator =>
  page.getByTestId("runs").locator(`tr[data-ref="${key}"] [data-run="${run}"]`);
const apart = (page: Page, key: string): Locator =>
  page.getByTestId("runs").locator(`tr[data-ref="${key}"] td`).last();
const board = (page: Page): Locator => page.getByTestId("board");

/** In the order of the steps. */
const STEPS = ["z.2.1", "z.2.2", "a.2.1", "a.2.2", "z.3.1", "z.3.2", "a.3.1", "a.3.2"];

test("x + h e₂, then x − h e₂, are stepped through to the quotient", async ({ page }) => {
  await openRun(page, MAZUR);
  const caption = page.locator(".stage .captions");
  await expect(caption).toContainText("input");
  await expect(page.getByTestId("step-count")).toHaveText("0 / 26");
  await choose(page, "plus");
  await expect(page.getByTestId("step-count")).toHaveText("0 / 8");
  await expect(caption).toContainText("x + h e2");
  await expect(page.locator(".legend .dot")).toHaveCount(1);
  await expect(page.getByTestId("shift")).toHaveText("(x + h e2)");
  await expect(page.locator('.stage .detail[data-part="name"]').nth(1)).toContainText("+ h");
  await expect(page.locator(valueOf("a.1.1"))).toHaveText("0.05");
  await expect(page.locator(valueOf("a.1.2"))).toHaveText("0.2");
  await expect(page.getByTestId("run")).toContainText("not the network’s own");

  for (const [run, x2] of [
    ["plus", 0.2],
    ["minus", 0],
  ] as const) {
    const wanted = mazur(0.05, x2);
    const other = run === "plus" ? "minus" : "plus";
    for (const [n, key] of STEPS.entries()) {
      await page.keyboard.press("ArrowRight");
      await expect(page.getByTestId("step-count")).toHaveText(`${n + 1} / 8`);
      expect(await numberIn(page.locator(valueOf(key)))).toBeCloseTo(wanted[key], 9);
      const result = page.getByTestId("result").locator(".formula-rhs [data-slot]").last();
      expect(await numberIn(result)).toBeCloseTo(wanted[key], 9);
      const row = page.getByTestId("runs").locator("tr[data-current]");
      await expect(row).toHaveAttribute("data-ref", `a.${key.slice(2)}`);
      const unknown = STEPS.slice(n + 1).filter((later) => later.startsWith("a"));
      for (const later of unknown) {
        await expect(cell(page, later, run)).toContainText("not known yet");
        await expect(cell(page, later, other)).not.toContainText("not known yet");
        await expect(apart(page, later)).toContainText("not known yet");
      }
      if (key.startsWith("a")) {
        expect(await numberIn(cell(page, key, run))).toBeCloseTo(wanted[key], 9);
      }
    }
    // No step leads on to E, which is that of the network.
    await page.keyboard.press("ArrowRight");
    await expect(board(page)).toHaveAttribute("data-at", "a3.2");
    await expect(page.locator(".stage .sum")).toBeHidden();
    await expect(page).toHaveURL(new RegExp(`at=a3\\.2&.*run=${run}`));
    if (run === "plus") {
      await page.getByRole("button", { name: /^Now x − h/ }).click();
      await expect(board(page)).toHaveAttribute("data-at", "x");
      await expect(caption).toContainText("x − h e2");
    }
  }

  await page.getByRole("button", { name: "To the quotient" }).click();
  await expect(page.getByRole("region", { name: "Both Jacobians" })).toBeFocused();
  const [plus, minus] = [mazur(0.05, 0.2), mazur(0.05, 0)];
  for (const i of [1, 2]) {
    const quotient = page.getByTestId("compare").locator(`[data-entry="${i}.2"] td`).nth(1);
    const wanted = (plus[`a.3.${i}`] - minus[`a.3.${i}`]) / 0.2;
    expect(await numberIn(quotient)).toBeCloseTo(wanted, 9);
  }
  await choose(page, "none");
  await expect(page.getByTestId("step-count")).toHaveText("8 / 26");
  await expect(page.locator(valueOf("a.1.2"))).toHaveText("0.1");
});

test("a link opens the step of the pass, with all else the network’s own", async ({ page }) => {
  await openRun(page, `${MAZUR}&run=plus&by=term&at=z3.1.2`);
  await expect(board(page)).toHaveAttribute("data-at", "z3.1.2");
  await expect(page.locator(".runs")).toBeInViewport();
  const moved = mazur(0.05, 0.2);
  expect(await numberIn(page.locator(valueOf("a.2.2")))).toBeCloseTo(moved["a.2.2"], 9);
  // The derivative is taken where the network is.
  const own = mazur(0.05, 0.1);
  const exact =
    slope(own["a.3.1"]) * (0.4 * slope(own["a.2.1"]) * 0.2 + 0.45 * slope(own["a.2.2"]) * 0.3);
  const entry = page.getByTestId("jacobian").locator('[data-cell="1.2"] [title]');
  expect(await numberIn(entry)).toBeCloseTo(exact, 9);
  // A field shows what is given.
  await page.locator('.stage [data-ref="a.1.2"][data-part="neuron"]').click();
  await expect(page.locator(".value-field input").first()).toHaveValue("0.1");
  await page.keyboard.press("Escape");
  await page.getByRole("tab", { name: "Step", exact: true }).click();
  await expect(board(page)).toHaveAttribute("data-at", "z3.1.2");
  expect(await numberIn(page.locator(valueOf("a.2.2")))).toBeCloseTo(own["a.2.2"], 9);
});

test("the pass follows h, j and an edit, and the step stays", async ({ page }) => {
  await openRun(page, `${MAZUR}&run=plus&at=a2.1`);
  const shown = page.locator(valueOf("a.2.1"));
  expect(await numberIn(shown)).toBeCloseTo(mazur(0.05, 0.2)["a.2.1"], 9);
  await page.getByLabel("Input that moves").selectOption("1");
  await expect(page.locator(valueOf("a.1.1"))).toHaveText("0.15");
  expect(await numberIn(shown)).toBeCloseTo(mazur(0.15, 0.1)["a.2.1"], 9);
  const slider = page.getByRole("slider", { name: "Step h" });
  for (let press = 0; press < 4; press++) await slider.press("ArrowLeft");
  await expect(page.locator(valueOf("a.1.1"))).toHaveText("0.06");
  expect(await numberIn(shown)).toBeCloseTo(mazur(0.06, 0.1)["a.2.1"], 9);
  await page.locator('.stage [data-ref="a.1.2"][data-part="neuron"]').click();
  await page.locator(".value-field input").first().fill("0.3");
  await expect(page.locator(valueOf("a.1.2"))).toHaveText("0.3");
  expect(await numberIn(shown)).toBeCloseTo(mazur(0.06, 0.3)["a.2.1"], 9);
  await expect(board(page)).toHaveAttribute("data-at", "a2.1");
});

test("what the moved input drives out of range is named, and nothing is shown after it", async ({
  page,
}) => {
  await openRun(
    page,
    "#net=1-1-1&act=identity,sigmoid&x=1&t=0&w2=1.7e308&w3=1&lang=en&view=jacobian&jacobian=difference&h=0.1&run=plus&at=a3.1",
  );
  const run = page.getByTestId("run");
  await expect(run.locator(".notice .symbol.z")).toBeVisible();
  await expect(page.locator(valueOf("a.3.1"))).toHaveCount(0);
  await expect(page.locator(".stage .neuron[data-overflow]")).toHaveAttribute("data-ref", "a.2.1");
  await expect(cell(page, "a.3.1", "plus")).toContainText("—");
  await expect(page.getByTestId("warnings").locator(".symbol.z")).toBeVisible();
  await expect(page.locator("body")).not.toContainText(/NaN|Infinity|∞/);
  await choose(page, "minus");
  await expect(page.locator(valueOf("a.3.1"))).toHaveText("1");
});

for (const lang of ["en", "zh"]) {
  for (const [theme, at] of [
    ["paper", "z3.1"],
    ["slate", "a3"],
  ]) {
    test(`no accessibility violation, nothing cut: ${lang}, ${theme}`, async ({ page }) => {
      for (const [width, height] of [
        [1440, 900],
        [1024, 768],
        [390, 844],
      ]) {
        await page.setViewportSize({ width, height });
        await openRun(
          page,
          `#net=6-4-3&seed=2&x=1,2,3,4,5,6&entry=1.6&view=jacobian&jacobian=difference&run=minus&at=${at}&lang=${lang}&theme=${theme}`,
        );
        await page.getByTestId("run").locator(".katex").first().waitFor();
        expect(await axeViolations(page)).toEqual([]);
        const over = await page.evaluate(() => {
          const right = document.querySelector(".board .panel")!.getBoundingClientRect().right + 1;
          const inRun = [...document.querySelectorAll(".runs *, .run > *, .onward *")];
          const { scrollWidth, clientWidth } = document.documentElement;
          return [
            scrollWidth - clientWidth,
            ...inRun
              .filter((e) => !e.matches(".visually-hidden, .row *"))
              .filter((e) => e.getBoundingClientRect().right > right)
              .map((e) => e.className),
          ];
        });
        expect(over, `${width}`).toEqual([0]);
      }
    });
  }
}

test("by keyboard alone, spoken, and without motion", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await openRun(page, MAZUR);
  await page.locator('.runs [data-choice="plus"]').focus();
  await page.keyboard.press("Enter");
  await expect(page.locator('.runs [data-choice="plus"]')).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("Space");
  await page.keyboard.press("End");
  await expect(board(page)).toHaveAttribute("data-at", "a3.2");
  await expect(page.locator(".stage .moving > *")).toHaveCount(0);
  await expect(page.getByTestId("announcement")).toHaveText(/^x plus h e 2\. .*: 0\.774/);
  const onward = page.getByRole("button", { name: /^Now x − h/ });
  await onward.focus();
  await page.keyboard.press("Enter");
  await expect(board(page)).toHaveAttribute("data-at", "x");
  await page.keyboard.press("ArrowRight");
  await expect(board(page)).toHaveAttribute("data-at", "z2.1");
  await expect(page.getByTestId("announcement")).toHaveText(/^x minus h e 2\./);
});

test("at the end of a pass ∂y/∂x, both runs, the formulas and the way on are seen whole", async ({
  page,
}) => {
  await openRun(page, `${MAZUR.replace("digits=10", "digits=4")}&run=plus&at=a3.2`);
  await page.getByTestId("run").locator(".katex").first().waitFor();
  await expect(page.getByTestId("jacobian").locator("tbody tr").last()).toBeInViewport({
    ratio: 0.95,
  });
  for (const place of [
    page.getByTestId("runs").locator("tbody tr"),
    page.getByTestId("run").locator(".row"),
  ]) {
    for (const row of await place.all()) await expect(row).toBeInViewport({ ratio: 0.95 });
  }
  await expect(page.getByRole("button", { name: "To the quotient" })).toBeInViewport();
});

const WIDE =
  "#net=2-3-3-2&act=tanh,sigmoid,sigmoid&x=0.7,-0.4&t=0.2,0.9&w2=0.5,-0.6;0.3,0.8;-0.2,0.1&b2=0.1,-0.2,0.3&w3=0.4,-0.3,0.2;0.7,0.5,-0.9;-0.1,0.6,0.35&b3=0.05,-0.15,0.25&w4=0.9,-0.8,0.45;-0.35,0.55,0.65&b4=0.2,-0.1&lang=en&view=jacobian&jacobian=difference";

test("the formulas and the result of every step, and its row in the table, are seen whole", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await openRun(page, `${WIDE}&run=minus&entry=1.2&h=0.1&at=z2.1`);
  const panel = (await page.locator(".board .panel").boundingBox())!;
  for (let n = 1; n <= 16; n++) {
    await expect(page.getByTestId("step-count")).toHaveText(`${n} / 16`);
    const result = (await page.getByTestId("result").boundingBox())!;
    expect(result.y + result.height, `${n}`).toBeLessThanOrEqual(panel.y + panel.height);
    const row = page.getByTestId("runs").locator("tr[data-current]");
    await expect(row).toBeInViewport({ ratio: 0.95 });
    // No row lies half under the head.
    const under = await page.getByTestId("runs").evaluate((table) => {
      const head = table.querySelector("thead th")!.getBoundingClientRect().bottom;
      return [...table.querySelectorAll("tbody tr")]
        .map((tr) => tr.getBoundingClientRect())
        .filter(({ top, bottom }) => top < head - 1.5 && bottom > head + 1.5).length;
    });
    expect(under, `${n}`).toBe(0);
    await page.keyboard.press("ArrowRight");
  }
});

test("the numbers of both runs have the digits that tell them apart", async ({ page }) => {
  for (const h of ["1e-1", "1e-5", "1e-9"]) {
    await openRun(page, `${WIDE}&h=${h}`);
    for (const key of ["a.1.1", "a.2.1", "a.3.2", "a.4.1"]) {
      const cells = page.getByTestId("runs").locator(`tr[data-ref="${key}"] td`);
      const [minus, own, plus] = await cells.allTextContents();
      expect(new Set([minus, own, plus]).size, `${h} ${key}`).toBe(3);
    }
    // What does not move needs no more of them.
    const still = page.getByTestId("runs").locator('tr[data-ref="a.1.2"] td');
    await expect(still).toHaveText(["−0.4", "−0.4", "−0.4", "0"]);
  }
});
