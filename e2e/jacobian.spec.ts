/** ∂y/∂x of Question 2: its numbers are computed here once more, by other means. */
import type { Locator, Page } from "@playwright/test";
import { axeViolations, expect, test } from "./support/page.ts";

const PARTS = ["product", "entry", "difference", "sheet"] as const;

/** Opens the tab by a link. */
async function openTab(page: Page, hash: string, part: (typeof PARTS)[number]): Promise<void> {
  if (page.url() !== "about:blank") await page.goto("about:blank");
  await page.goto(`#${hash}&view=jacobian`);
  await page.locator('html[data-ready="true"][data-formulas="true"]').waitFor();
  await page.locator(`.jacobian [data-choice="${part}"]`).click();
  await page.locator(`.part[data-part="${part}"]`).waitFor();
}

/** Every digit of a number on the screen. */
async function numberIn(place: Locator): Promise<number> {
  const exact = await place.locator("[title]").first().getAttribute("title");
  return Number(exact!.replaceAll("−", "-"));
}

const entry = (page: Page, i: number, j: number): Locator =>
  page.getByTestId("jacobian").locator(`[data-cell="${i}.${j}"]`);

const sigma = (z: number): number => 1 / (1 + Math.exp(-z));
const slope = (a: number): number => a * (1 - a);

/** Mazur's network as a function of its inputs. `extra` is added to z of the output layer. */
function mazur([x1, x2]: readonly number[], extra = 0): { y: number[]; slopes: number[][] } {
  const hidden = [sigma(0.15 * x1 + 0.2 * x2 + 0.35), sigma(0.25 * x1 + 0.3 * x2 + 0.35)];
  const y = [
    sigma(0.4 * hidden[0] + 0.45 * hidden[1] + 0.6 + extra),
    sigma(0.5 * hidden[0] + 0.55 * hidden[1] + 0.6 + extra),
  ];
  return { y, slopes: [hidden.map(slope), y.map(slope)] };
}

/** ∂y_i/∂x_j of Mazur's network, written out. */
function derivative(i: number, j: number, extra = 0): number {
  const [hidden, output] = mazur([0.05, 0.1], extra).slopes;
  const w2 = [
    [0.15, 0.2],
    [0.25, 0.3],
  ];
  const w3 = [
    [0.4, 0.45],
    [0.5, 0.55],
  ];
  const through = (k: number): number => w3[i - 1][k] * hidden[k] * w2[k][j - 1];
  return output[i - 1] * (through(0) + through(1));
}

test("the finished matrix, whatever is looked at under it", async ({ page }) => {
  await openTab(page, "lang=en", "product");
  for (const part of PARTS) {
    await page.locator(`.jacobian [data-choice="${part}"]`).click();
    for (const [i, j] of [
      [1, 1],
      [1, 2],
      [2, 1],
      [2, 2],
    ]) {
      expect(await numberIn(entry(page, i, j))).toBeCloseTo(derivative(i, j), 15);
    }
  }
  await expect(entry(page, 1, 1)).toContainText("0.007762");
});

test("the product, factor by factor from either side, with its cost", async ({ page }) => {
  await openTab(page, "lang=en", "product");
  const soFar = (order: string): Locator =>
    page.getByTestId("costs").locator(`[data-order="${order}"] td`).nth(1);
  const result = page.locator(".multiplication .operand").last();
  for (const order of ["right", "left"]) {
    await page.locator(`[data-choice="${order}"]`).click();
    await expect(page.getByTestId("multiplication")).toHaveText("1 of 3");
    await expect(soFar(order)).toHaveText("4");
    const next = page.getByRole("button", { name: "One multiplication on" });
    await next.click();
    // Two rows times two columns of two products each.
    await expect(soFar(order)).toHaveText(order === "right" ? "12" : "8");
    await next.press("ArrowRight");
    await expect(page.getByTestId("multiplication")).toHaveText("3 of 3");
    await expect(soFar(order)).toHaveText("16");
    expect(await numberIn(result.locator('[data-cell="2.1"]'))).toBeCloseTo(derivative(2, 1), 15);
  }
  await expect(page.getByTestId("step-count")).toHaveText("0 / 26");
  await result.locator('[data-cell="1.2"] button').click();
  expect(await numberIn(page.getByTestId("entry-sum").locator("strong"))).toBeCloseTo(
    derivative(1, 2),
    15,
  );
  await expect(entry(page, 1, 2).locator("button")).toHaveAttribute("aria-pressed", "true");
});

test("what was chosen is in the link, and opens again with it", async ({ page }) => {
  await openTab(page, "lang=en", "product");
  await page.locator('[data-choice="left"]').click();
  await page.getByRole("button", { name: "One multiplication on" }).click();
  await page.locator(".multiplication .operand").last().locator('[data-cell="2.1"] button').click();
  await page.locator('.jacobian [data-choice="difference"]').click();
  await page.getByRole("slider", { name: "Step h" }).press("End");
  await page.getByRole("slider", { name: "Step h" }).press("ArrowLeft");
  await expect(page).toHaveURL(
    /&jacobian=difference&order=left&product=2&entry=2\.1&h=0\.056&lang=en$/,
  );
  const h = await page.getByTestId("h").textContent();

  await page.reload();
  await page.locator('.part[data-part="difference"]').waitFor();
  await expect(page.getByTestId("h")).toHaveText(h!);
  await expect(entry(page, 2, 1).locator("button")).toHaveAttribute("aria-pressed", "true");
  await page.locator('.jacobian [data-choice="product"]').click();
  await expect(page.getByTestId("multiplication")).toHaveText("2 of 3");
  await expect(page.locator('[data-choice="left"]')).toHaveAttribute("aria-pressed", "true");
});

test("an entry opens to its numbers and to its paths", async ({ page }) => {
  await openTab(page, "lang=en&digits=10", "entry");
  await entry(page, 1, 1).locator("button").press("ArrowDown");
  await expect(entry(page, 2, 1).locator("button")).toBeFocused();
  const result = page.locator('.entry-row[data-row="result"] .formula-rhs [data-slot]');
  await expect(result).toHaveText(`${Number(derivative(2, 1).toPrecision(10))}`);
  await expect(page.getByTestId("path-count")).toHaveText("2 paths, the largest first");
  const [hidden, output] = mazur([0.05, 0.1]).slopes;
  const products = page.getByTestId("paths").locator("tbody td");
  expect(await numberIn(products.nth(1))).toBeCloseTo(0.15 * hidden[0] * 0.5 * output[1], 15);
  expect(await numberIn(products.nth(0))).toBeCloseTo(0.25 * hidden[1] * 0.55 * output[1], 15);
  expect(await numberIn(page.getByTestId("path-sum"))).toBeCloseTo(derivative(2, 1), 15);
  await page.getByTestId("paths").locator("tbody tr").first().hover();
  await expect(page.locator('.stage [data-ref="w.3.2.2"][data-lit]').first()).toBeAttached();
});

test("central differences, column by column, for every h", async ({ page }) => {
  await openTab(page, "lang=en", "difference");
  const h = 1e-5;
  const [plus, minus] = [mazur([0.05, 0.1 + h]).y, mazur([0.05, 0.1 - h]).y];
  await page.getByLabel("Input that moves").selectOption("2");
  const runs = page.getByTestId("runs").locator('tr[data-ref="a.3.1"]');
  expect(await numberIn(runs.locator('[data-run="plus"]'))).toBeCloseTo(plus[0], 15);
  expect(await numberIn(runs.locator('[data-run="minus"]'))).toBeCloseTo(minus[0], 15);
  const quotient = page.getByTestId("compare").locator('[data-entry="1.2"] td').nth(1);
  expect(await numberIn(quotient)).toBeCloseTo((plus[0] - minus[0]) / (2 * h), 10);
  expect(await numberIn(page.getByTestId("relative-error"))).toBeLessThan(1e-8);

  const slider = page.getByRole("slider", { name: "Step h" });
  await slider.press("End");
  await expect(page.getByTestId("h")).toHaveText("0.1");
  const coarse = await numberIn(page.getByTestId("relative-error"));
  await slider.press("Home");
  await expect(page.getByTestId("h")).toHaveText("1e−15");
  const fine = await numberIn(page.getByTestId("relative-error"));
  await expect(slider).toHaveAttribute("aria-valuetext", /h = 1e−15, relative error/);
  await page.getByRole("button", { name: "To the best h" }).click();
  const best = await numberIn(page.getByTestId("relative-error"));
  expect(best).toBeLessThan(coarse / 1e3);
  expect(best).toBeLessThan(fine / 1e3);
  await expect(page.getByTestId("step-count")).toHaveText("0 / 26");

  const plot = page.getByTestId("error-plot");
  await expect(plot).toHaveAttribute("aria-label", /the best is/);
  const shown = await numberIn(page.getByTestId("h"));
  await expect(plot.locator("circle.best")).toHaveAttribute("data-h", `${shown}`);
  await plot.click({ position: { x: 60, y: 60 } });
  expect(await numberIn(page.getByTestId("h"))).toBeLessThan(1e-13);
});

test("the sheet's own forms, with what is wrong with them", async ({ page }) => {
  await openTab(page, "lang=en", "sheet");
  for (const id of ["Q2.1", "Q2.2", "Q2.3"]) {
    await expect(page.locator(`[data-erratum="${id}"]`)).toContainText(id);
  }
  // z^(3) already contains b^(3) = 0.6.
  const literal = page.getByTestId("literal").locator('[data-cell="2.2"]');
  expect(await numberIn(literal)).toBeCloseTo(derivative(2, 2, 0.6), 15);
  const cells = page.getByTestId("scalar").locator("tbody tr").first().locator("td");
  const sum = derivative(1, 1) + derivative(1, 2);
  expect(await numberIn(cells.nth(0))).toBeCloseTo(sum, 15);
  expect(await numberIn(cells.nth(1))).toBeCloseTo(sum, 9);
});

test("softmax has a full factor, and its columns sum to 0", async ({ page }) => {
  await openTab(page, "lang=en&net=3-3&act=softmax&loss=ce&seed=4&x=1,2,3", "product");
  const left = page.locator(".multiplication .operand").first();
  expect(await numberIn(left.locator('[data-cell="1.2"]'))).toBeLessThan(0);
  for (const j of [1, 2, 3]) {
    let sum = 0;
    for (const i of [1, 2, 3]) sum += await numberIn(entry(page, i, j));
    expect(sum).toBeCloseTo(0, 15);
  }
});

test("a kink of ReLU between the two runs is named", async ({ page }) => {
  await openTab(page, "lang=en&net=1-1-1&act=relu&x=0.05&w2=1&w3=1", "difference");
  const warnings = page.getByTestId("warnings");
  await expect(warnings).toBeEmpty();
  await page.getByRole("slider", { name: "Step h" }).press("End");
  await expect(warnings).toContainText("kink of ReLU");
  await expect(warnings.locator('[data-ref="z.2.1"]')).toBeVisible();
  // x − h is −0.05 and gives 0, x + h gives 0.15: the mean of both slopes it is not, but between.
  const quotient = page.getByTestId("compare").locator('[data-entry="1.1"] td').nth(1);
  expect(await numberIn(quotient)).toBeCloseTo(0.75, 12);
});

test("an h that x swallows is named", async ({ page }) => {
  await openTab(page, "lang=en&net=1-1&act=identity&x=1e6&w2=1", "difference");
  await page.getByRole("slider", { name: "Step h" }).press("Home");
  await expect(page.getByTestId("warnings")).toContainText("nothing moves");
});

test("what has no number says why", async ({ page }) => {
  await openTab(page, "lang=en&net=1-1-1&act=identity&x=0&w2=1e200&w3=1e200", "product");
  await expect(page.locator(".jacobian .notice")).toContainText("products of these weights");
  await openTab(page, "lang=en&net=1-1-1&act=identity&x=1&w2=1e200&w3=1e200", "product");
  await expect(page.locator(".jacobian .notice")).toContainText("on the way forward");
  for (const part of PARTS) {
    await page.locator(`.jacobian [data-choice="${part}"]`).click();
    for (const shown of ["NaN", "Infinity", "∞"]) {
      await expect(page.locator("body")).not.toContainText(shown);
    }
  }
});

test("a large network: matrices shortened, more paths than can be listed", async ({ page }) => {
  await openTab(page, "lang=en&net=32-32-32-32-32-9&act=tanh&seed=7", "product");
  await expect(page.locator(".multiplication .operand").first().locator("tr")).toHaveCount(5);
  await page.locator('.jacobian [data-choice="entry"]').click();
  await expect(page.getByTestId("path-count")).toContainText("50 largest of 1,048,576 paths");
  await page.locator('.jacobian [data-choice="difference"]').click();
  await expect(page.getByTestId("error-plot")).toBeVisible();
});

test("the entry that is looked at is in sight in a large ∂y/∂x, and nothing else moves", async ({
  page,
}) => {
  const large = "lang=en&net=24-32-32-32-32-32-4&act=tanh";
  await page.goto(`./#${large}&view=jacobian&jacobian=entry&entry=3.20`);
  const pressed = page.getByTestId("jacobian").locator("[aria-pressed=true]");
  await expect(pressed).toBeInViewport({ ratio: 0.95 });
  await pressed.focus();
  for (let press = 0; press < 17; press++) {
    await page.locator(":focus").press("ArrowLeft");
    await expect(pressed).toBeFocused();
    const [cell, head] = await Promise.all([
      pressed.boundingBox(),
      page.getByTestId("jacobian").locator("tbody th").first().boundingBox(),
    ]);
    // The heads at its side cover nothing of it.
    expect(cell!.x).toBeGreaterThanOrEqual(head!.x + head!.width - 1);
  }
  await expect(pressed).toBeInViewport({ ratio: 0.95 });
  expect(await page.locator(".part").evaluate((part) => part.scrollTop)).toBe(0);
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

for (const lang of ["en", "zh"]) {
  for (const theme of ["paper", "slate"]) {
    test(`no accessibility violation: ${lang}, ${theme}`, async ({ page }) => {
      for (const part of PARTS) {
        const net = part === "product" ? "net=4-8-8-3&seed=2" : "at=d2.1";
        await openTab(page, `lang=${lang}&theme=${theme}&${net}`, part);
        expect(await axeViolations(page), part).toEqual([]);
      }
    });
  }
}

for (const [width, height] of [
  [1440, 900],
  [1024, 768],
  [390, 844],
]) {
  test(`nothing runs over at ${width}×${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    for (const net of [
      "digits=4",
      "net=6-9-7-5&seed=1&digits=10",
      "net=3-4-2&act=relu,softmax&loss=ce",
    ]) {
      for (const part of PARTS) {
        await openTab(page, `lang=en&${net}`, part);
        const over = await page.evaluate(() => {
          const board = document.querySelector(".board .panel")!;
          const right = board.getBoundingClientRect().right + 1;
          // Parts and formulas reach a little further, for what is lit or has the focus in them.
          const apart =
            ".part, .scroller, .scroller *, .multiplication *, .formula-frame, .formula-frame *, .katex-mathml *";
          const runsOver = (element: Element): boolean =>
            !element.matches(`${apart}, .katex-mathml, .visually-hidden`) &&
            element.getBoundingClientRect().right > right;
          return {
            page: document.documentElement.scrollWidth - document.documentElement.clientWidth,
            board: [...board.querySelectorAll("*")].filter(runsOver).map((e) => e.className),
          };
        });
        expect(over, `${net} ${part}`).toEqual({ page: 0, board: [] });
      }
    }
  });
}

test("at a kink no h is best, and the error of a derivative of 0 is absolute", async ({ page }) => {
  const kink = "lang=en&net=1-1-1&act=relu,identity&x=0&t=1&w2=1&w3=1";
  await openTab(page, kink, "difference");
  await expect(page.locator(".reading")).toContainText("absolute error0.5");
  const plot = page.getByTestId("error-plot");
  await expect(plot).toHaveAttribute("aria-label", "For every h the absolute error is 0.5.");
  await expect(plot.locator("circle.best, line.guide")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "To the best h" })).toHaveCount(0);
  await page.locator('.jacobian [data-choice="sheet"]').click();
  await expect(page.locator('.part[data-part="sheet"]')).toContainText(
    "With a single input this approximates the derivative.",
  );
  await expect(page.getByTestId("scalar-kinks").locator('[data-ref="z.2.1"]')).toBeVisible();
});

test("products that agree only because both have underflowed say so", async ({ page }) => {
  const layers = Array.from({ length: 19 }, (_, n) => `w${n + 2}=1&b${n + 2}=39`).join("&");
  const chain = `lang=en&net=${Array.from({ length: 20 }, () => 1).join("-")}&act=sigmoid`;
  await openTab(page, `${chain}&x=1&t=2&${layers}`, "sheet");
  await expect(page.getByTestId("literal-off")).toContainText("too small for a double");
});

test("another part begins at its top", async ({ page }) => {
  await openTab(page, "lang=en&net=4-8-8-3", "difference");
  const part = page.locator(".jacobian .part");
  await part.evaluate((frame) => frame.scrollTo(0, frame.scrollHeight));
  expect(await part.evaluate((frame) => frame.scrollTop)).toBeGreaterThan(0);
  await page.locator('.jacobian [data-choice="sheet"]').click();
  await expect(part).toHaveAttribute("data-part", "sheet");
  expect(await part.evaluate((frame) => frame.scrollTop)).toBe(0);
});
