/** Part (b) of the sheet: numbers are read off the screen, in its three parts and both languages. */
import type { Locator, Page } from "@playwright/test";
import { axeViolations, expect, test, valueOf } from "./support/page.ts";

const MAZUR =
  "#net=2-2-2&x=0.05,0.1&t=0.01,0.99&w2=0.15,0.2;0.25,0.3&b2=0.35,0.35&w3=0.4,0.45;0.5,0.55&b3=0.6,0.6&lang=en&digits=10&view=forward";
const CHAIN = "#net=1-1-1&act=sigmoid&x=0.5&t=1&w2=0.8&w3=-1.5&digits=10&lang=en&view=forward";

async function numberIn(locator: Locator): Promise<number> {
  return Number((await locator.innerText()).replaceAll("−", "-"));
}

async function openForward(page: Page, hash: string): Promise<void> {
  await page.goto("about:blank");
  await page.goto(hash);
  await page.locator('html[data-ready="true"][data-formulas="true"]').waitFor();
  await page.getByTestId("forward").waitFor();
}

const layer = (page: Page, l: number): Locator =>
  page.locator(`[data-testid="repaired-layer"][data-layer="${l}"]`);

test("as written every δ is 0, and erratum B3 is named as the reason", async ({ page }) => {
  await openForward(page, MAZUR);
  await expect(page.getByTestId("reason")).toContainText("B3");
  const literal = page.getByTestId("literal");
  await expect(literal).toHaveCount(6);
  expect(await literal.allInnerTexts()).toEqual(Array.from({ length: 6 }, () => "0"));
});

test("what it claims of δ stands in the drawing, as far as it was stepped to", async ({ page }) => {
  await openForward(page, `${MAZUR}&at=d2.1&forward=written.2`);
  const shown = (l: number) => page.locator(`.stage [data-ref="d.${l}.1"][data-part="value"]`);
  await expect(shown(2)).toHaveText("0");
  await expect(shown(3)).toHaveText("");
  await page.getByRole("button", { name: "The next layer" }).click();
  await expect(shown(3)).toHaveText("0");
  await page.locator("#tab-step").click();
  await expect(shown(3)).toHaveAttribute("data-value", /^0\.1384/);
  await openForward(page, "#net=2-2-1&w2=0,1;1,1&w3=1,1&lang=en&view=forward&forward=written.2");
  await expect(shown(2)).toHaveText("0/0");
});

test("the repaired recursion's δ stand in the drawing too", async ({ page }) => {
  await openForward(page, "#net=2-3-1&x=1,2&lang=en&at=u&view=forward&forward=repaired.2");
  const shown = page.locator('.stage [data-ref="d.2.1"][data-part="value"]');
  const found = await numberIn(layer(page, 2).getByTestId("recursion").first());
  // At the last step backpropagation's would be on the screen.
  expect(await numberIn(layer(page, 2).getByTestId("backprop").first())).not.toBeCloseTo(found, 4);
  await expect(shown).toHaveText(`${found}`.replace("-", "−"));
});

test("a weight that is 0 makes 0/0 of it, and is named and lit", async ({ page }) => {
  await openForward(page, "#net=2-2-1&w2=0,1;1,1&w3=1,1&lang=en&view=forward");
  const cause = page.locator('[data-testid="literal"] [data-ref="w.2.1.1"]');
  await expect(cause).toContainText("0/0");
  await cause.hover();
  await expect(page.locator('.stage .label[data-ref="w.2.1.1"]')).toHaveAttribute("data-lit", "w");
});

test("in a chain the repaired recursion gives what backpropagation gives", async ({ page }) => {
  await openForward(page, `${CHAIN}&forward=repaired`);
  await expect(page.getByTestId("outcome")).toHaveAttribute("data-valid", "true");
  for (const l of [2, 3]) {
    await expect(layer(page, l).getByTestId("shape")).toHaveText("1 × 1");
    await expect(layer(page, l).getByTestId("verdict")).toHaveText("valid");
    const found = await numberIn(layer(page, l).getByTestId("recursion"));
    expect(found).not.toBe(0);
    expect(found).toBeCloseTo(await numberIn(layer(page, l).getByTestId("backprop")), 9);
  }
});

test("where a layer expands the recursion is impossible, and part of δ is lost", async ({
  page,
}) => {
  await openForward(page, "#net=2-3-1&x=1,2&lang=en&view=forward&forward=repaired");
  await expect(page.getByTestId("outcome")).toHaveAttribute("data-valid", "false");
  const expanding = layer(page, 2);
  await expect(expanding.getByTestId("verdict")).toHaveText("impossible");
  await expect(expanding.getByTestId("rank")).toHaveText("2 of 3");
  expect(await numberIn(expanding.getByTestId("lost"))).toBeGreaterThan(0);
});

test("a chain whose ∂E/∂x underflows is no success of the repaired recursion", async ({ page }) => {
  await openForward(
    page,
    "#net=1-1-1&act=sigmoid&x=1&t=2&w2=1e-200&w3=1e-200&lang=en&view=forward&forward=repaired",
  );
  const outcome = page.getByTestId("outcome");
  await expect(outcome).toHaveAttribute("data-valid", "false");
  await expect(outcome).toContainText("δ of layer 1 has underflowed: from layer 2 on");
  await expect(layer(page, 3).getByTestId("verdict")).toHaveText("valid, but underflowed");
});

test("a layer that is impossible has no condition but its pseudo-inverse's", async ({ page }) => {
  await openForward(
    page,
    "#net=2-2-1&x=0.5,1&t=1&w2=1,2;2,4&w3=1,1&lang=en&view=forward&forward=repaired",
  );
  await expect(layer(page, 2).getByTestId("rank")).toHaveText("1 of 2");
  await expect(layer(page, 2)).toContainText("condition of the pseudo-inverse");
  await expect(layer(page, 2).getByTestId("amplification")).toHaveCount(0);
  // And the zero matrix not even that.
  await openForward(page, "#net=1-1-1&x=0.5&t=1&w2=0&w3=1&lang=en&view=forward&forward=repaired");
  await expect(layer(page, 2)).toContainText("This weight is 0");
  await expect(layer(page, 2).getByTestId("condition")).toHaveCount(0);
});

test("what keeps the repaired recursion from starting is named", async ({ page }) => {
  await openForward(
    page,
    "#net=2-2-2&act=identity&x=1,1&t=0,1&w2=1e200,1;1,1&w3=1e200,1;1,1&lang=en&view=forward&forward=repaired",
  );
  await expect(page.getByTestId("lost").locator('[data-ref="z.3.1"]')).toBeVisible();
  await expect(page.getByTestId("repaired-layer")).toHaveCount(0);
});

test("forward mode of w₁₁ of layer 2 comes to Mazur's gradient, step by step", async ({ page }) => {
  await openForward(page, `${MAZUR}&forward=w2.1.1`);
  const check = page.getByTestId("check").getByTestId("product");
  await expect(page.locator(valueOf("tz.2.1"))).toBeHidden();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByTestId("board")).toHaveAttribute("data-at", "tz2.1");
  // ż of its own neuron is the activation at the weight's beginning.
  await expect(page.locator(valueOf("tz.2.1"))).toHaveText("0.05");
  await page.keyboard.press("End");
  await expect(page.getByTestId("board")).toHaveAttribute("data-at", "tE");
  await expect(check).toHaveCount(2);
  for (const product of await check.all()) {
    expect(await numberIn(product)).toBeCloseTo(0.000438568, 9);
  }
  const result = page.getByTestId("result").locator("[data-slot]").last();
  expect(await numberIn(result)).toBeCloseTo(0.000438568, 9);
  await expect(page).toHaveURL(/forward=w2\.1\.1/);
  await expect(page).toHaveURL(/at=tE/);
});

/** σ' of the sigmoid. */
const slope = (z: number): number => Math.exp(-z) / (1 + Math.exp(-z)) ** 2;

test("by term every product of ż is a step, with the sum so far", async ({ page }) => {
  await openForward(page, `${MAZUR}&forward=x1&by=term&at=ta2.2`);
  const board = page.getByTestId("board");
  const result = page.getByTestId("result").locator("[data-slot]").last();
  const next = async (at: string): Promise<number> => {
    await page.keyboard.press("ArrowRight");
    await expect(board).toHaveAttribute("data-at", at);
    return numberIn(result);
  };
  const first = 0.4 * slope(0.3775) * 0.15;
  const both = first + 0.45 * slope(0.3925) * 0.25;
  expect(await next("tz3.1.1")).toBeCloseTo(first, 10);
  await expect(board).toContainText("of layer 2 travels along its edge");
  expect(await next("tz3.1.2")).toBeCloseTo(both, 10);
  await expect(page.locator(valueOf("tz.3.1"))).toBeHidden();
  expect(await next("tz3.1")).toBeCloseTo(both, 10);
  await expect(page.locator(valueOf("tz.3.1"))).toBeVisible();
  await page.keyboard.press("End");
  await expect(board).toHaveAttribute("data-at", "tE");
  const whole = await numberIn(result);
  await page.keyboard.press("ArrowLeft");
  await expect(board).toHaveAttribute("data-at", "tE.2");
  // With its last term the sum is whole.
  expect(await numberIn(result)).toBeCloseTo(whole, 10);
  await expect(page).toHaveURL(/at=tE\.2/);
  expect(await axeViolations(page)).toEqual([]);
});

test("θ can be taken from the drawing, and both modes are compared", async ({ page }) => {
  await openForward(page, `${MAZUR}&forward=w2.1.1&at=tz2.1`);
  await page.locator('.stage .label[data-ref="w.3.2.1"]').click();
  await page.getByRole("button", { name: "Differentiate by the selected" }).click();
  await expect(page).toHaveURL(/forward=w3\.2\.1/);
  await page.getByRole("button", { name: "Compare with reverse mode" }).click();
  await expect(page.locator('[data-row="passes"] td').first()).toContainText("12");
  await expect(page.locator('[data-row="cost"] td').last()).toHaveText("24");
});

test("leaving the tab brings the steps of backpropagation back", async ({ page }) => {
  await openForward(page, `${MAZUR}&forward=w2.1.1&at=ta3.1`);
  await page.getByRole("tab", { name: "Step", exact: true }).click();
  await expect(page.getByTestId("board")).toHaveAttribute("data-at", "a3.1");
  await expect(page.locator(valueOf("z.3.1"))).toHaveText(/^1\.1059/);
});

for (const lang of ["en", "zh"]) {
  for (const part of ["written", "repaired", "w2.1.1"]) {
    test(`${part} keeps the rules of accessibility (${lang})`, async ({ page }) => {
      await openForward(
        page,
        `#net=2-2-1&view=forward&forward=${part}&at=ta2&lang=${lang}&theme=slate`,
      );
      if (part === "repaired") await page.getByTestId("outcome").waitFor();
      expect(await axeViolations(page)).toEqual([]);
    });
  }
}

test("the sheet's recursion is stepped layer by layer, on board, stage and link", async ({
  page,
}) => {
  await openForward(page, `${MAZUR}&at=z2.1`);
  const board = page.getByTestId("board");
  await page.getByRole("button", { name: "The next layer" }).click();
  await page.keyboard.press("ArrowRight");
  await expect(page).toHaveURL(/forward=written\.2/);
  await expect(board).toHaveAttribute("data-at", "z2.1");
  await expect(page.getByTestId("layer-at")).toHaveText("layer 2 of 3");
  await expect(page.getByTestId("literal")).toHaveCount(4);
  await expect(page.locator("tbody[data-current]")).toHaveAttribute("data-layer", "2");
  const result = page.getByTestId("layer-rows").locator('[data-row="result"] [data-slot]');
  await expect(result).toHaveText("0");
  for (const i of [1, 2]) {
    await expect(page.locator(`.stage [data-part="neuron"][data-ref="a.2.${i}"]`)).toHaveAttribute(
      "data-lit",
      "d",
    );
  }
  await page.keyboard.press("ArrowLeft");
  await expect(page).toHaveURL(/forward=written\.1/);
  await page.getByRole("button", { name: "All layers" }).click();
  await expect(page.getByTestId("literal")).toHaveCount(6);
  await expect(page).not.toHaveURL(/forward=/);
});

test("a link opens the repaired recursion at its layer, or at the last there is", async ({
  page,
}) => {
  await openForward(page, `${CHAIN}&forward=repaired.2`);
  await expect(layer(page, 2)).toHaveAttribute("data-current", "");
  await expect(layer(page, 3)).toHaveCount(0);
  await expect(page.getByTestId("layer-rows").locator("[data-row]")).toHaveCount(2);
  await openForward(page, `${CHAIN}&forward=repaired.9`);
  await expect(layer(page, 3)).toHaveAttribute("data-current", "");
});

test("what forward mode alone loses is named, and nothing after it is a number", async ({
  page,
}) => {
  await openForward(
    page,
    "#net=1-1-1&act=identity&x=1e-300&t=1e100&w2=1e200&w3=1e200&lang=en&view=forward&forward=x1&at=tE",
  );
  await expect(page.getByTestId("lost").locator('[data-ref="tz.3.1"]')).toBeVisible();
  await expect(page.getByTestId("result").locator("[data-slot]")).toHaveText("—");
  expect(await page.locator("body").innerText()).not.toMatch(/NaN|∞|Infinity/);
});

for (const part of ["written.2", "repaired.2"]) {
  test(`${part} keeps the rules of accessibility`, async ({ page }) => {
    await openForward(page, `#net=2-2-1&view=forward&forward=${part}&lang=en`);
    await page.getByTestId("layer-rows").waitFor();
    expect(await axeViolations(page)).toEqual([]);
  });
}

for (const [width, height] of [
  [1440, 900],
  [1024, 768],
  [390, 844],
] as const) {
  test(`the formulas of the repaired recursion fit at ${width}x${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    for (const link of ["#net=2-3-2&digits=4", "#net=2-3-2&digits=10", "#net=8-6-4&digits=4"]) {
      await openForward(page, `${link}&act=tanh&lang=en&view=forward&forward=repaired.3`);
      await page.locator('[data-row="numbers"] .katex').first().waitFor();
      const cut = await page
        .locator(".layer-row .formula-frame")
        .evaluateAll((frames) => frames.filter((one) => one.scrollWidth > one.clientWidth).length);
      expect(cut).toBe(0);
    }
  });
}

test("the comparison is brought into sight when it is opened", async ({ page }) => {
  await openForward(page, "#net=2-3-3-2&lang=en&view=forward&forward=w2.1.1&at=tE");
  await page.getByRole("button", { name: "Compare with reverse mode" }).click();
  await expect(page.getByTestId("comparison").locator("tr").last()).toBeInViewport({ ratio: 1 });
});
