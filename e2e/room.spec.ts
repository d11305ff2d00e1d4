import { expect, test } from "./support/page.ts";

const BIG = "#v=1&lang=en&net=24-32-32-32-32-32-4";

test("the first step of a wide network is seen whole", async ({ page }) => {
  await page.goto(BIG);
  await page.locator('html[data-formulas="true"]').waitFor();
  const rows = page.locator(".board .equations:not([data-ahead])");
  await expect(rows.locator('[data-row="result"] .katex').first()).toBeVisible();
  const hidden = await rows.evaluate((box) => box.scrollHeight - box.clientHeight);
  expect(hidden).toBeLessThanOrEqual(0);
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
