import type { Page } from "@playwright/test";
import { axeViolations, expect, open, test, valueOf } from "./support/page.ts";

/** The numbers of the network from whose walk Mazur's example is known. */
const GRADIENT = { hidden: "0.0008771", output: "0.08217" };

const ERRATA = [
  ...Array.from({ length: 12 }, (_, k) => `S${k + 1}`),
  ...Array.from({ length: 9 }, (_, k) => `E${k + 1}`),
  ...Array.from({ length: 8 }, (_, k) => `B${k + 1}`),
  "Q2.1",
  "Q2.2",
  "Q2.3",
];

/** Opens a link whose tab is the derivation, where there are no equations of a step. */
async function openDerivation(page: Page, hash: string): Promise<void> {
  await page.goto("about:blank");
  await page.goto(`./${hash}`);
  await page.locator('html[data-formulas="true"]').waitFor();
  await page.getByTestId("derivation").waitFor();
}

async function choosePlace(page: Page, l: number, i: number, j: number): Promise<void> {
  const place = page.getByRole("group", { name: "What the equations are filled in for" });
  for (const [name, value] of [
    ["Layer l", l],
    ["Neuron i of layer l", i],
    ["Neuron j of layer l − 1", j],
  ] as const) {
    await place.getByRole("combobox", { name, exact: true }).selectOption(String(value));
  }
}

for (const lang of ["en", "zh"] as const) {
  test(`the whole sheet is there, with the id of every erratum: ${lang}`, async ({ page }) => {
    await openDerivation(page, `#lang=${lang}&view=derivation`);
    const ids = await page.locator(".erratum-id").allInnerTexts();
    expect(ERRATA.filter((id) => !ids.includes(id))).toEqual([]);
    for (const label of ["(1a)", "(2b)", "(3a)", "(3c)", "(4a)", "(4c)"]) {
      await expect(page.locator(".statement .number", { hasText: label })).toHaveCount(1);
    }
    await expect(page.locator(".derivation h2")).toHaveCount(4);
    expect(await axeViolations(page)).toEqual([]);
  });
}

test("every statement is typeset when it comes near, and none is wider than the board", async ({
  page,
}) => {
  await openDerivation(page, "#lang=en&view=derivation&net=2-3-2&x=1,2&t=1,0");
  const statements = page.locator(".statement");
  const count = await statements.count();
  for (let n = 0; n < count; n++) {
    const statement = statements.nth(n);
    await statement.scrollIntoViewIfNeeded();
    await expect(statement.locator(".katex").first()).toBeAttached();
    const overhang = await statement.evaluate((box) => box.scrollWidth - box.clientWidth);
    // A formula's frame reaches 4 px out, for what lights up in it.
    expect(overhang, (await statement.getAttribute("data-item")) ?? "").toBeLessThanOrEqual(4);
  }
});

test("a link opens the place, the start of the paths and the merged layer it was written at", async ({
  page,
}) => {
  await openDerivation(page, "#lang=en&view=derivation&eq=paths&net=3-4-4-2&x=1,2,3&at=d3.2");
  await choosePlace(page, 2, 3, 1);
  await page.getByRole("combobox", { name: "From" }).selectOption("x");
  await page.getByRole("button", { name: "Merge the tails after layer 3" }).click();
  await expect(page.locator(".levels [aria-current]")).toHaveText(/^layer 3/);
  await page.locator(".path").nth(1).click();
  await page.mouse.move(5, 5);
  await expect(page).toHaveURL(/&place=2\.3\.1&from=x&merge=3&path=2\b/);
  const before = await page.locator(".derivation").innerText();

  await openDerivation(page, new URL(page.url()).hash);
  await expect(page.getByRole("combobox", { name: "From" })).toHaveValue("x");
  await expect(page.locator(".levels [aria-current]")).toHaveText(/^layer 3/);
  await expect(page.locator(".path[aria-pressed=true]")).toHaveCount(1);
  await expect(page.locator(".path").nth(1)).toHaveAttribute("aria-pressed", "true");
  await expect(page.locator('.stage [data-ref="w.3.2.1"][data-lit]').first()).toBeAttached();
  await expect.poll(() => page.locator(".derivation").innerText()).toBe(before);
  // Another list has other products.
  await page.getByRole("button", { name: "Take apart again" }).click();
  await expect(page.locator(".path[aria-pressed=true]")).toHaveCount(0);
  await expect(page).not.toHaveURL(/[?&]path=/);

  // Whoever steps on is at another place.
  await page.locator("body").press("ArrowRight");
  await expect(page).not.toHaveURL(/place=/);
});

test("an equation shows itself with the numbers of the place that is chosen", async ({ page }) => {
  await openDerivation(page, "#lang=en&view=derivation&eq=3a");
  const statement = page.locator('[data-item="3a"]');
  await expect(statement).toBeInViewport();
  await choosePlace(page, 3, 1, 1);
  const here = statement.locator(".formula-frame").first();
  await expect(here).toContainText(GRADIENT.output);
  await expect(here).toContainText("the derivative of E by w 1 1 of layer 3");
  await expect(statement.locator(".shapes")).toContainText("2×2");
  await here.locator('[data-ref="d.3.1"]').first().hover();
  await expect(page.locator('.stage [data-ref="a.3.1"][data-lit]').first()).toBeAttached();
});

test("the equation's number leads to the sheet, and the sheet to the step", async ({ page }) => {
  await open(page, "#lang=en&at=gw3.2.1");
  await page.locator(".equations:not([data-ahead])").getByRole("button", { name: "(3a)" }).click();
  const statement = page.locator('[data-item="3a"]');
  await expect(statement).toBeFocused();
  await expect(statement).toBeInViewport();
  await expect(page).toHaveURL(/view=derivation&eq=3a/);
  await choosePlace(page, 2, 1, 2);
  await statement.getByRole("button", { name: /^Gradients/ }).click();
  await expect(page.getByTestId("board")).toHaveAttribute("data-at", "gw2.1.2");
  await expect(page.getByRole("tab", { name: "Step", exact: true })).toHaveAttribute(
    "aria-selected",
    "true",
  );
});

test("what is selected on the stage is what the equations are filled in for", async ({ page }) => {
  await openDerivation(page, "#lang=en&view=derivation&eq=2a&place=2.1.2");
  await page.locator('.stage [data-ref="w.3.2.1"]').last().click();
  await expect(page.locator(".target-symbol .scripts")).toHaveText("(3)21");
});

test("a weight edited beside what is unfolded takes its place only when that is asked for", async ({
  page,
}) => {
  for (const part of ["unfold", "paths"]) {
    await openDerivation(page, `#lang=en&view=derivation&eq=${part}&place=2.1.2`);
    const place = page.locator(".target-symbol .scripts");
    const offer = page.getByRole("button", { name: "Fill in for the selected" });
    await expect(offer).toHaveCount(0);
    await page.locator('.stage [data-ref="w.3.2.1"]').last().click();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await expect(offer).toBeVisible();
    await expect(place).toHaveText("(2)12");
    await offer.press("Enter");
    await expect(place).toHaveText("(3)21");
    await expect(offer).toHaveCount(0);
    await expect(page.getByRole("combobox", { name: "Neuron j of layer l − 1" })).toBeFocused();
  }
});

test("a gradient is unfolded to its last line by key, and read off there", async ({ page }) => {
  await openDerivation(page, "#lang=en&view=derivation&eq=unfold&at=E");
  await choosePlace(page, 2, 1, 2);
  const lines = page.getByTestId("unfolding").locator("> li");
  await expect(lines).toHaveCount(1);
  await page.getByRole("button", { name: "Unfold further" }).focus();
  for (let n = 2; n <= 7; n++) {
    await page.keyboard.press("ArrowRight");
    await expect(lines).toHaveCount(n);
  }
  await expect(page.getByText("Nothing is left to unfold.")).toBeVisible();
  for (const k of [0, 6]) {
    await expect(lines.nth(k).locator(".formula-rhs").last()).toHaveText(GRADIENT.hidden);
  }
  await page.keyboard.press("ArrowLeft");
  await expect(lines).toHaveCount(6);
  // The arrows were the unfolding's own.
  await expect(page.getByTestId("board")).toHaveAttribute("data-at", "E");
  await page.getByRole("combobox", { name: "Derivative of E by" }).selectOption("b");
  await expect(lines.last().locator(".formula-rhs").last()).toHaveText("0.008771");
  expect(await axeViolations(page)).toEqual([]);
});

for (const [width, height] of [
  [1440, 900],
  [1024, 768],
] as const) {
  test(`a link opens lines of the unfolding, symbols beside numbers: ${width}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await openDerivation(page, "#lang=en&view=derivation&eq=unfold&place=2.1.2&lines=7");
    const lines = page.getByTestId("unfolding").locator("> li");
    await expect(lines).toHaveCount(7);
    for (const line of await lines.all()) {
      await line.scrollIntoViewIfNeeded();
      await expect(line.locator(".formula-rhs")).toHaveCount(3);
      const [symbols, numbers, result] = await line
        .locator(".formula-rhs")
        .evaluateAll((sides) => sides.map((side) => side.getBoundingClientRect().toJSON()));
      expect(symbols.right).toBeLessThanOrEqual(numbers.left);
      expect(numbers.top).toBeLessThan(symbols.bottom);
      expect(numbers.bottom).toBeLessThanOrEqual(result.top);
      expect(result.left).toBe(numbers.left);
      const frame = line.locator(".formula-frame");
      expect(await frame.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
    }
    await page.getByRole("button", { name: "Fold back" }).click();
    await expect(lines).toHaveCount(6);
    await expect(page).toHaveURL(/&lines=6\b/);
    expect(await axeViolations(page)).toEqual([]);
  });
}

test("on a telephone symbols and numbers stand under each other", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openDerivation(page, "#lang=zh&view=derivation&eq=unfold&place=2.1.2&lines=7");
  const last = page.getByTestId("unfolding").locator("> li").last();
  await last.scrollIntoViewIfNeeded();
  await expect(last.locator(".formula-lhs")).toBeVisible();
  const tops = await last
    .locator(".formula-rhs")
    .evaluateAll((sides) => sides.map((side) => side.getBoundingClientRect().top));
  expect(tops).toEqual(tops.toSorted((a, b) => a - b));
  expect(new Set(tops).size).toBe(3);
});

test("nothing that hangs on a number out of range is shown as one", async ({ page }) => {
  await openDerivation(
    page,
    "#net=2-2-2&act=identity&x=1,1&t=0,1&w2=1e200,1;1,1&w3=1e200,1;1,1&lang=en&view=derivation&eq=paths",
  );
  await choosePlace(page, 2, 1, 2);
  await expect(page.locator(".path-product")).toHaveText(["—", "—"]);
  await expect(page.getByTestId("path-sum")).toHaveText("—");
  await expect(page.locator(".derivation [title]:is([title*=NaN], [title*=Infinity])")).toHaveCount(
    0,
  );
});

test("paths add up to the gradient, light up, and merge into the δ's", async ({ page }) => {
  await openDerivation(page, "#lang=en&view=derivation&eq=paths");
  await choosePlace(page, 2, 1, 2);
  const paths = page.locator(".path");
  await expect(page.getByTestId("path-count")).toHaveText("2 paths.");
  await expect(paths).toHaveCount(2);
  await expect(page.getByTestId("path-sum")).toHaveText(GRADIENT.hidden);
  await expect(page.getByTestId("path-gradient")).toHaveText(GRADIENT.hidden);

  await paths.nth(1).click();
  await expect(paths.nth(1)).toHaveAttribute("aria-pressed", "true");
  await page.mouse.move(5, 5);
  for (const key of ["w.2.1.2", "w.3.2.1", "a.1.2", "a.3.2"]) {
    await expect(page.locator(`.stage [data-ref="${key}"][data-lit]`).first()).toBeAttached();
  }
  await expect(page.locator('.stage [data-ref="w.3.1.1"][data-lit]')).toHaveCount(0);
  expect(await axeViolations(page)).toEqual([]);

  await page.getByRole("button", { name: "Merge the tails after layer 2" }).click();
  await expect(paths).toHaveCount(1);
  await expect(paths).toContainText("0.008771");
  await expect(page.getByTestId("path-sum")).toHaveText(GRADIENT.hidden);
  await page.getByRole("button", { name: "Take apart again" }).click();
  await expect(paths).toHaveCount(2);
});

test("the only path of a long chain has a name, and is not told to have neighbours", async ({
  page,
}) => {
  const net = Array.from({ length: 20 }, () => 1).join("-");
  await openDerivation(page, `#lang=en&view=derivation&eq=paths&net=${net}&x=1`);
  await expect(
    page.getByRole("button", {
      name: /^Path 1 of 1\. Product of 38 factors from a 1 of layer 1 to delta 1 of layer 20: /,
    }),
  ).toBeVisible();
  await expect(page.locator(".path-sum")).not.toContainText("Products side by side");
  const from = page.getByRole("combobox", { name: "From" });
  await expect(from.locator("option")).toHaveText(["w₁₁⁽²⁾", "b₁⁽²⁾", "z₁⁽²⁾", "x₁"]);
});

test("a formula wider than its frame is scrolled by key, and shows that it goes on", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await openDerivation(
    page,
    "#lang=en&view=derivation&eq=forward-delta&net=2-3-3-2&x=1,2&at=E&place=2.1.1",
  );
  const frame = page.locator('[data-item="forward-delta"] .formula-frame').first();
  await expect(frame.locator(".katex").first()).toBeAttached();
  const room = () => frame.evaluate((box) => box.scrollWidth - box.clientWidth);
  expect(await room()).toBeGreaterThan(0);
  await expect(frame).toHaveCSS("background-image", /gradient/);
  await frame.focus();
  for (const [key, left] of [
    ["ArrowRight", Math.min(60, await room())],
    ["ArrowLeft", 0],
  ] as const) {
    await page.keyboard.press(key);
    await expect.poll(() => frame.evaluate((box) => Math.round(box.scrollLeft))).toBe(left);
  }
  // The arrows did not step on.
  await expect(page.getByTestId("board")).toHaveAttribute("data-at", "E");
});

test("on a telephone the row vector of (1a) is whole", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openDerivation(page, "#lang=en&net=2-3-1&x=1,2&view=derivation&eq=1a");
  const frames = page.locator('[data-item="1a"] .formula-frame');
  await expect(frames).not.toHaveCount(0);
  for (const frame of await frames.all()) {
    await expect(frame.locator(".katex").first()).toBeAttached();
    await expect.poll(() => frame.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
  }
});

test("of very many paths it says how many and shows the largest", async ({ page }) => {
  await openDerivation(page, "#lang=en&view=derivation&eq=paths&net=2-16-16-16-2&x=1,1&t=1,0");
  await expect(page.getByTestId("path-count")).toHaveText(/^512 paths\./);
  await page.getByRole("combobox", { name: "From" }).selectOption("x");
  await expect(page.getByTestId("path-count")).toHaveText(/^8,192 paths\. .*the 50 largest/);
  await expect(page.locator(".path")).toHaveCount(40);
  await page.getByRole("button", { name: "Show 10 more" }).press("Enter");
  await expect(page.locator(".path")).toHaveCount(50);
  await expect(page.locator(".path").nth(40)).toBeFocused();
});

test("the numbers follow an edit while the derivation is open", async ({ page }) => {
  await openDerivation(page, "#lang=en&view=derivation&eq=paths&at=u");
  const gradient = page.getByTestId("path-gradient");
  const before = await gradient.innerText();
  await page.locator('.stage [data-ref="w.3.1.1"]').last().click();
  await page.locator(".value-field input").fill("-2");
  await expect(page.locator(valueOf("w.3.1.1")).first()).toHaveAttribute("data-value", "−2");
  await expect(gradient).not.toHaveText(before);
  await expect(page.getByTestId("path-sum")).toHaveText(await gradient.innerText());
});

test("a drawing without a second layer shows the sheet, and says what is missing", async ({
  page,
}) => {
  await openDerivation(page, "#lang=en&view=derivation&net=3");
  await expect(page.getByText("Draw a second layer first").first()).toBeVisible();
  await expect(page.locator(".statement").first()).toBeVisible();
});

test("at the limits the largest paths are searched without the page standing still", async ({
  page,
}) => {
  const sizes = Array.from({ length: 24 }, () => 14).join("-");
  await openDerivation(page, `#lang=en&view=derivation&eq=paths&net=${sizes}&seed=1`);
  await page.getByRole("combobox", { name: "From" }).selectOption("x");
  await expect(page.getByTestId("path-count")).toHaveText(/ paths\. .*the 50 largest/);
  await expect(page.locator(".path")).toHaveCount(40);
  // Whoever merges meanwhile need not wait for them.
  await page.getByRole("combobox", { name: "From" }).selectOption("w");
  await page.getByRole("button", { name: "Merge the tails after layer 23" }).click();
  await expect(page.locator(".path")).toHaveCount(0);
  await page.getByRole("button", { name: "Take apart again" }).click();
  await expect(page.locator(".path")).toHaveCount(40);
});

test("a link to an equation that there is not is told in a line", async ({ page }) => {
  await openDerivation(page, "#lang=en&view=derivation&eq=nothing");
  await expect(page.getByTestId("link-problems").locator("li")).toHaveText(
    /^eq: “nothing” is none of its \d+ names, such as symbol-a\. It was left out\.$/,
  );
});

const DEEP =
  "#v=1&lang=en&net=2-3-3-2&act=tanh,sigmoid,sigmoid&x=0.7,-0.4&t=0.2,0.9&view=derivation";

test("a section is opened at its heading, below the row that stays", async ({ page }) => {
  await openDerivation(page, DEEP);
  const row = page.getByRole("navigation", { name: "Sections of the sheet" });
  await row.getByRole("button", { name: "Question 2" }).click();
  const heading = page.locator(".derivation section").last().locator("h2");
  await expect
    .poll(async () => {
      const [above, own] = [await row.boundingBox(), await heading.boundingBox()];
      return own!.y - (above!.y + above!.height);
    })
    .toBeGreaterThanOrEqual(0);
  await expect(heading).toBeInViewport();
});

test("another part begins at its top", async ({ page }) => {
  await openDerivation(page, `${DEEP}&eq=unfold&lines=9`);
  const scroller = page.locator(".derivation-page");
  await scroller.hover();
  await page.mouse.wheel(0, 600);
  await expect.poll(() => scroller.evaluate((box) => box.scrollTop)).toBeGreaterThan(100);
  await page.getByRole("button", { name: "Paths", exact: true }).click();
  await expect(page.locator(".path-sum")).toBeVisible();
  expect(await scroller.evaluate((box) => box.scrollTop)).toBe(0);
});

test("the last merging keeps the focus", async ({ page }) => {
  await openDerivation(page, `${DEEP}&eq=paths&place=2.2.1&merge=3`);
  const merge = page.getByRole("button", { name: "Merge the tails after layer 2" });
  await merge.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("All tails are merged")).toBeVisible();
  await expect(merge).toBeFocused();
  await expect(merge).toHaveAttribute("aria-disabled", "true");
});

test("the links to the steps of y are told apart, and are those of the last layer", async ({
  page,
}) => {
  await openDerivation(page, `${DEEP}&eq=composition&place=3.2.3`);
  const links = page.locator('[data-item="composition"] .links .link');
  await expect(links).toHaveCount(2);
  for (const text of await links.allInnerTexts()) expect(text).toMatch(/layer 4(?! · neuron)/);
  expect(new Set(await links.allInnerTexts()).size).toBe(2);
});

test("no line begins with the full stop after a formula", async ({ page }) => {
  await openDerivation(page, DEEP.replace("lang=en", "lang=zh"));
  const statements = page.locator(".statement");
  for (let n = 0, count = await statements.count(); n < count; n++) {
    await statements.nth(n).scrollIntoViewIfNeeded();
    await expect(statements.nth(n).locator(".katex").first()).toBeAttached();
  }
  const torn = await page.locator(".derivation .tex").evaluateAll((formulas) =>
    formulas.flatMap((formula) => {
      const { nextSibling: next } = formula;
      if (!(next instanceof Text) || !/^[。，；：”）]/.test(next.data)) return [];
      const mark = document.createRange();
      mark.setStart(next, 0);
      mark.setEnd(next, 1);
      const end = [...formula.querySelectorAll(".katex-base")].at(-1);
      if (end === undefined || mark.getBoundingClientRect().width === 0) return [];
      const isBelow = mark.getBoundingClientRect().top > end.getBoundingClientRect().bottom - 3;
      return isBelow ? [next.data] : [];
    }),
  );
  expect(torn).toEqual([]);
});
