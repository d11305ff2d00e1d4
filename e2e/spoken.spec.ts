/** Matrices as sentences for assistive technology: shape, then rows. */
import type { Locator, Page } from "@playwright/test";
import { axeViolations, expect, test } from "./support/page.ts";

async function openAt(page: Page, hash: string): Promise<void> {
  if (page.url() !== "about:blank") await page.goto("about:blank");
  await page.goto(`#${hash}`);
  await page.locator('html[data-ready="true"][data-formulas="true"]').waitFor();
}

const sentences = (page: Page): Locator => page.locator(".jacobian table.matrix caption");

const LINEAR = "net=2-2-1&act=identity&x=1,2&w2=1,-0.5;0.25,3&w3=2,-1";

test("∂y/∂x and the matrices of its product, in both languages", async ({ page }) => {
  await openAt(page, `${LINEAR}&lang=en&view=jacobian&product=2`);
  await expect(sentences(page)).toHaveText([
    "Jacobian ∂y/∂x, 1 by 2 matrix. Row 1: 1.75, minus 4.",
    "w of layer 3, 1 by 2 matrix. Row 1: 2, minus 1.",
    "the product from D of layer 2 to w of layer 2, 2 by 2 matrix. Row 1: 1, minus 0.5. Row 2: 0.25, 3.",
    "the product from w of layer 3 to w of layer 2, 1 by 2 matrix. Row 1: 1.75, minus 4.",
  ]);
  // The table itself stays one that can be walked.
  await expect(page.getByRole("table", { name: "Jacobian ∂y/∂x" })).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  await openAt(page, `${LINEAR}&lang=zh&view=jacobian&jacobian=sheet`);
  await expect(sentences(page)).toHaveText([
    "雅可比矩阵 ∂y/∂x，1 行 2 列矩阵。第 1 行：1.75、负4。",
    "作业原文的乘积，1 行 2 列矩阵。第 1 行：1.75、负4。",
  ]);
  expect(await axeViolations(page)).toEqual([]);
});

test("a large matrix is said by its shape", async ({ page }) => {
  await openAt(page, "net=12-11&lang=en&view=jacobian");
  await expect(sentences(page).first()).toHaveText(
    "Jacobian ∂y/∂x, 11 by 12 matrix. Its entries can be walked through in the table.",
  );
});

test("J of the repaired recursion is said in its equation", async ({ page }) => {
  await openAt(page, `${LINEAR}&lang=en&view=forward&forward=repaired.2`);
  await expect(
    page.locator('[data-testid="layer-rows"] [data-row="numbers"] .formula-spoken').first(),
  ).toContainText("the 2 by 2 matrix: row 1: 1, minus 0.5; row 2: 0.25, 3; end matrix transposed");
});
