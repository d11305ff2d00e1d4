import type { Locator } from "@playwright/test";
import { expect, open, test } from "./support/page.ts";

const BIG = "#v=1&lang=en&net=24-32-32-32-32-32-4";

/** The different tab indices of some elements. */
async function tabIndices(elements: Locator): Promise<number[]> {
  return [
    ...new Set(
      await elements.evaluateAll((all) => all.map((one) => (one as HTMLElement).tabIndex)),
    ),
  ];
}

test("the first step of a wide network is seen whole", async ({ page }) => {
  await page.goto(BIG);
  await page.locator('html[data-formulas="true"]').waitFor();
  const rows = page.locator(".board .equations:not([data-ahead])");
  await expect(rows.locator('[data-row="result"] .katex').first()).toBeVisible();
  const hidden = await rows.evaluate((box) => box.scrollHeight - box.clientHeight);
  expect(hidden).toBeLessThanOrEqual(0);
});

test("the board comes to where the bar was dragged to, with the drawing's numbers", async ({
  page,
}) => {
  await open(page, BIG);
  const board = page.getByTestId("board");
  const bar = (await page.locator(".scrubber .track").boundingBox())!;
  const y = bar.y + bar.height / 2;
  await page.mouse.move(bar.x + 4, y);
  await page.mouse.down();
  // Faster than the board follows, and further than the last drag's step.
  for (let k = 1; k <= 40; k++) await page.mouse.move(bar.x + 4 + (k * bar.width) / 45, y);
  await page.mouse.up();
  const { n, count } = await page.locator(".scrubber").evaluate((scrubber) => ({
    n: scrubber.getAttribute("aria-valuenow"),
    count: scrubber.querySelector("[data-testid=step-count]")!.textContent,
  }));
  expect(count).toBe(`${n} / 5650`);
  await expect(board).toHaveAttribute("data-at", /^gw/);
  const at = (await board.getAttribute("data-at"))!.replace(/^gw/, "").split(".");
  // Once the bar rests, the board speaks of one step, heading, formula and all.
  const said = `Gradients · layer ${at[0]} · ${at.length === 3 ? "weight" : "neuron"}`;
  await expect(board.locator(".eyebrow")).toContainText(said);
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowRight");
  await expect(page.locator(".scrubber")).toHaveAttribute("aria-valuenow", String(Number(n) - 1));
  const [l, i, j] = at.map(Number);
  await expect(board).toHaveAttribute("data-at", `gw${l}.${i}.${j - 1}`);
});

test("Tab reaches the buttons for omitted terms, and none that waits for the next step", async ({
  page,
}) => {
  await open(page, `${BIG}&at=z3.5`);
  const shown = page.locator(".equations:not([data-ahead]) .formula-gap");
  const ahead = page.locator(".equations[data-ahead] .formula-gap");
  await expect(ahead.first()).toBeAttached();
  expect(await shown.count()).toBeGreaterThan(0);
  const expectStops = async (): Promise<void> => {
    await expect.poll(() => tabIndices(shown)).toEqual([0]);
    await expect.poll(() => tabIndices(ahead)).toEqual([-1]);
  };
  await expectStops();
  await page.keyboard.press("ArrowRight");
  await expectStops();
});

test("a refusal lies on no neuron", async ({ page }) => {
  await page.goto(BIG);
  await page.locator('html[data-ready="true"]').waitFor();
  await page.getByRole("button", { name: "Draw", exact: true }).click();
  const plus = (await page.locator(".marks .plus").nth(3).boundingBox())!;
  await page.mouse.click(plus.x + plus.width / 2, plus.y + plus.height / 2);
  const { y } = (await page.getByTestId("refusal").boundingBox())!;
  const lowest = (await page.locator('.neuron[data-ref="a.2.32"]').boundingBox())!;
  expect(lowest.y + lowest.height).toBeLessThan(y);
});

test("the table of the update has every parameter, or says how many more there are", async ({
  page,
}) => {
  await page.goto("#v=1&lang=en&net=4-6-3&at=u");
  const ledger = page.getByTestId("ledger");
  await expect(ledger.locator("tbody tr")).toHaveCount(51);
  await page.goto("about:blank");
  await page.goto(`${BIG}&at=u`);
  await expect(ledger.getByText("⋯ 4756 more rows ⋯")).toBeAttached();
  await expect(ledger.locator("tbody th")).toHaveCount(400);
});

test("a small negative δ stands in its neuron too", async ({ page }) => {
  await page.goto("#v=1&lang=en&net=4-6-3&at=d2.3");
  await expect(page.locator('.stage text.value[data-ref="d.2.3"]')).toHaveText("−0.008");
});
