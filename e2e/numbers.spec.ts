import type { Locator, Page } from "@playwright/test";
import { axeViolations, expect, open, test, valueOf } from "./support/page.ts";

/** Opens a link, and then the tables of numbers. */
async function openNumbers(page: Page, hash: string): Promise<void> {
  await open(page, hash);
  await page.getByRole("tab", { name: /Numbers|数值/ }).click();
  await page.getByTestId("numbers").waitFor();
}

const cell = (page: Page, key: string): Locator =>
  page.getByTestId("numbers").locator(`td[data-ref="${key}"]`);
const onStage = (page: Page, key: string): Locator => page.locator(valueOf(key));
const dialog = (page: Page): Locator => page.getByRole("dialog");

/** What a person has copied elsewhere, pasted where the focus is. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);
}

test("a table is typed through by key, and the drawing follows", async ({ page }) => {
  await openNumbers(page, "#lang=en&at=d2.1");
  await cell(page, "w.2.1.1").focus();
  await page.keyboard.type("0.5");
  await expect(onStage(page, "w.2.1.1")).toHaveText("0.5");
  await page.keyboard.press("Tab");
  await expect(cell(page, "w.2.1.2")).toBeFocused();
  await page.keyboard.type("1/4");
  await page.keyboard.press("Tab");
  await expect(cell(page, "w.2.2.1")).toBeFocused();
  await page.keyboard.type("-2");
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowRight");
  await expect(cell(page, "w.2.2.2")).toBeFocused();
  await page.keyboard.press("F2");
  await expect(cell(page, "w.2.2.2").getByRole("textbox")).toHaveValue("0.3");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  for (const [key, text] of [
    ["w.2.1.1", "0.5"],
    ["w.2.1.2", "0.25"],
    ["w.2.2.1", "−2"],
    ["w.2.2.2", "0.31"],
  ] as const) {
    await expect(cell(page, key)).toHaveText(text);
    await expect(onStage(page, key)).toHaveText(text);
  }
  await expect(page.getByTestId("board")).toHaveAttribute("data-at", "d2.1");
});

test("undo takes back a typed number, a scrub and a paste whole", async ({ page }) => {
  await openNumbers(page, "#lang=en&net=2-2-1&w2=0.15,0.2;0.25,0.3&at=E");
  const before = await page.getByTestId("table-w2").locator("td").allInnerTexts();
  await cell(page, "w.2.1.1").focus();
  await page.keyboard.type("0.123");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Alt+ArrowUp");
  await page.keyboard.press("Alt+ArrowUp");
  await expect(cell(page, "w.2.1.2")).toHaveText("0.22");
  await paste(page, "[[1, 2, 3], [4, 5, 6]]");
  await dialog(page).getByRole("button", { name: "Resize layer 1 to 3" }).click();
  await expect(onStage(page, "w.2.2.3")).toHaveText("6");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(cell(page, "w.2.2.3")).toBeHidden();
  await expect(cell(page, "w.2.1.2")).toHaveText("0.22");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(cell(page, "w.2.1.2")).toHaveText("0.2");
  await expect(cell(page, "w.2.1.1")).toHaveText("0.123");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(page.getByTestId("table-w2").locator("td")).toHaveText(before);
});

test("arrows walk the table and light the edge, and do not step", async ({ page }) => {
  await openNumbers(page, "#lang=en&at=d2.1");
  await cell(page, "w.3.1.1").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await expect(cell(page, "w.3.2.2")).toBeFocused();
  await expect(page.locator('.stage path[data-ref="w.3.2.2"][data-lit]').first()).toBeAttached();
  await page.keyboard.press("Home");
  await expect(cell(page, "w.3.2.1")).toBeFocused();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(onStage(page, "w.3.2.1")).toHaveText("0.51");
  await expect(page.getByTestId("board")).toHaveAttribute("data-at", "d2.1");
});

test("what is no number stays in its cell with a sentence; Escape restores", async ({ page }) => {
  await openNumbers(page, "#lang=en&at=E");
  await cell(page, "b.2.1").focus();
  await page.keyboard.type("7x");
  await expect(page.getByTestId("numbers").getByRole("alert")).toContainText("not a number");
  await expect(onStage(page, "b.2.1")).toHaveAttribute("data-value", "0.35");
  await page.keyboard.press("Enter");
  const field = cell(page, "b.2.1").getByRole("textbox");
  await expect(field).toBeFocused();
  await field.fill("7");
  await expect(onStage(page, "b.2.1")).toHaveAttribute("data-value", "7");
  await page.keyboard.press("Escape");
  await expect(cell(page, "b.2.1")).toBeFocused();
  await expect(cell(page, "b.2.1")).toHaveText("0.35");
  await expect(onStage(page, "b.2.1")).toHaveAttribute("data-value", "0.35");
});

test("refused text is forgotten when its cell is left; undo opens no field", async ({ page }) => {
  await openNumbers(page, "#lang=en&net=2-2-2&w2=_,1;2,_&at=E");
  await cell(page, "w.2.1.1").focus();
  await paste(page, "1 2 3\n4 5 6\n7 8 9");
  await dialog(page).getByRole("button", { name: "Resize layer 1 to 3 and layer 2 to 3" }).click();
  await expect(cell(page, "w.2.1.1")).toHaveText("1");
  await cell(page, "w.2.1.1").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.type("abc");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("numbers").getByRole("alert")).toBeVisible();
  await cell(page, "a.1.1").click();
  await expect(page.getByTestId("numbers").getByRole("textbox")).toHaveCount(0);
  await expect(cell(page, "w.2.1.1")).toHaveText("1");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(cell(page, "w.2.1.1")).toHaveText("·");
  await expect(page.getByTestId("numbers").getByRole("textbox")).toHaveCount(0);
  await expect(cell(page, "a.1.1")).toBeFocused();

  await cell(page, "w.2.1.1").focus();
  await page.keyboard.type("1x");
  await cell(page, "a.1.1").click();
  await expect(cell(page, "w.2.1.1")).toHaveText("·");
});

test("a field is closed where undo takes its connection away", async ({ page }) => {
  await openNumbers(page, "#lang=en&net=2-2-2&w2=_,1;2,_&at=E");
  await cell(page, "w.2.1.1").focus();
  await page.keyboard.type("5");
  await page.keyboard.press("Enter");
  await cell(page, "w.2.1.1").focus();
  await page.keyboard.press("Enter");
  await expect(cell(page, "w.2.1.1").getByRole("textbox")).toBeFocused();
  // Without moving the focus, as assistive technology does it.
  await page
    .getByRole("button", { name: "Undo" })
    .evaluate((button: HTMLButtonElement) => button.click());
  await expect(cell(page, "w.2.1.1")).toHaveText("·");
  await expect(page.getByTestId("numbers").getByRole("textbox")).toHaveCount(0);
});

test("a number is scrubbed by dragging its cell", async ({ page }) => {
  await openNumbers(page, "#lang=en&at=E");
  const box = (await cell(page, "w.2.2.1").boundingBox())!;
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + 30, y);
  await page.mouse.down();
  await page.mouse.move(box.x + 30 - 40, y, { steps: 4 });
  await page.mouse.up();
  await expect(cell(page, "w.2.2.1")).toHaveText("0.15");
  await expect(cell(page, "w.2.2.1").getByRole("textbox")).toBeHidden();
  await cell(page, "w.2.2.1").click();
  await cell(page, "w.2.2.1").click();
  await expect(cell(page, "w.2.2.1").getByRole("textbox")).toBeFocused();
});

test("a number typed where no connection is draws it; Escape does not", async ({ page }) => {
  await openNumbers(page, "#lang=en&net=2-2-1&w2=1,_;3,4&at=E");
  await expect(cell(page, "w.2.1.2")).toHaveText("·");
  await cell(page, "w.2.1.2").focus();
  await page.keyboard.type("9");
  await page.keyboard.press("Escape");
  await expect(cell(page, "w.2.1.2")).toHaveText("·");
  await page.keyboard.type("8");
  await page.keyboard.press("Enter");
  await expect(onStage(page, "w.2.1.2")).toHaveText("8");
  await expect(cell(page, "w.2.1.2")).toHaveText("8");
});

test("NumPy pasted into a cell fills its table when it is accepted", async ({ page }) => {
  await openNumbers(page, "#lang=en&at=E");
  await cell(page, "w.2.1.1").focus();
  await paste(page, "np.array([[0.1, 0.2],\n          [0.3, 0.4]])");
  await expect(dialog(page).getByTestId("paste-verdict")).toHaveText(
    "Understood as a Python list or array, 2 × 2. It fits.",
  );
  await expect(onStage(page, "w.2.2.1")).toHaveText("0.25");
  await expect(dialog(page).getByRole("button", { name: "Put the numbers in" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dialog(page)).toBeHidden();
  await expect(cell(page, "w.2.1.1")).toBeFocused();
  for (const [key, text] of [
    ["w.2.1.1", "0.1"],
    ["w.2.1.2", "0.2"],
    ["w.2.2.1", "0.3"],
    ["w.2.2.2", "0.4"],
  ] as const) {
    await expect(onStage(page, key)).toHaveText(text);
  }
});

test("a single number pasted into a cell is the cell's", async ({ page }) => {
  await openNumbers(page, "#lang=en&at=E");
  await cell(page, "t.2").focus();
  await paste(page, " 0,625\n");
  await expect(onStage(page, "t.2")).toHaveAttribute("data-value", "0.625");
  await expect(dialog(page)).toBeHidden();
});

test("a wrong shape is told, and accepted transposed or with other layers", async ({ page }) => {
  await openNumbers(page, "#lang=en&net=3-2-1&at=x");
  await page.getByRole("button", { name: "Paste… · Weights of layer 2" }).click();
  const text = dialog(page).getByRole("textbox");
  const verdict = dialog(page).getByTestId("paste-verdict");
  await text.fill("1 2\n3 x\n5 6");
  await expect(verdict).toContainText("Line 2 (row 2, number 2): “x”");
  await expect(dialog(page).getByRole("button", { name: "Put the numbers in" })).toBeDisabled();
  await text.fill("1 2\n3 4\n5 6");
  await expect(verdict).toContainText(
    "3 rows came, layer 2 has 2 neurons; the rows have 2 numbers, layer 2 has 3 inputs. Transposed, it fits.",
  );
  await dialog(page).getByRole("button", { name: "Transpose" }).click();
  await expect(onStage(page, "w.2.2.1")).toHaveText("2");
  await expect(onStage(page, "w.2.1.3")).toHaveText("5");

  await page.getByRole("button", { name: "Paste… · Weights of layer 2" }).click();
  await text.fill("[[1, 2, 3], [4, 5, 6], [7, 8, 9]]");
  await expect(verdict).toContainText("It fits if layer 2 has 3 neurons.");
  await dialog(page).getByRole("button", { name: "Resize layer 2 to 3" }).click();
  await expect(onStage(page, "w.2.3.3")).toHaveText("9");
  await expect(cell(page, "w.3.1.3")).toBeVisible();
});

test("He's initialisation from a seed, the same again from the same seed", async ({ page }) => {
  await openNumbers(page, "#lang=en&at=E");
  const initialise = async (seed: string): Promise<string[]> => {
    await page.getByRole("button", { name: "Initialise… · Layer 2" }).click();
    await dialog(page).getByRole("radio", { name: "He", exact: true }).check();
    await expect(dialog(page).locator(".tex .katex")).toBeVisible();
    await dialog(page).getByLabel("Seed").fill(seed);
    await dialog(page).getByRole("button", { name: "Initialise", exact: true }).click();
    await expect(dialog(page)).toBeHidden();
    await expect(cell(page, "b.2.1")).toHaveText("0");
    return page.getByTestId("table-w2").locator("td").allInnerTexts();
  };
  const first = await initialise("7");
  await expect(onStage(page, "w.2.1.1")).toHaveText(first[0]);
  await page.keyboard.press("ControlOrMeta+z");
  await expect(onStage(page, "w.2.1.1")).toHaveText("0.15");
  await expect(cell(page, "b.2.1")).toHaveText("0.35");
  expect(await initialise("8")).not.toEqual(first);
  expect(await initialise("7")).toEqual(first);
  await expect(onStage(page, "w.3.1.1")).toHaveText("0.4");
  await page.getByRole("button", { name: "Initialise… · Layer 2" }).click();
  await dialog(page).getByLabel("Seed").fill("-1");
  await expect(dialog(page).getByRole("alert")).toContainText("whole number");
  await expect(
    dialog(page).getByRole("button", { name: "Initialise", exact: true }),
  ).toBeDisabled();
});

test("a table is copied for NumPy and for a spreadsheet", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openNumbers(page, "#lang=en&at=E");
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await page.getByRole("button", { name: "Copy NumPy · Weights of layer 2" }).click();
  await expect(page.getByText("Weights of layer 2: copied.")).toBeVisible();
  expect(await copied()).toBe("np.array([[0.15, 0.2],\n          [0.25, 0.3]])");
  await page.getByRole("button", { name: "Copy cells · Weights of layer 2" }).click();
  await expect.poll(copied).toBe("0.15\t0.2\n0.25\t0.3");
});

test("that NumPy has no missing connections is said", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openNumbers(page, "#lang=en&net=2-2-2&w2=_,1;2,_&at=E");
  await page.getByRole("button", { name: "Copy NumPy · Weights of layer 2" }).click();
  await expect(page.getByText("copied. 2 missing connections became 0.0.")).toBeVisible();
  await page.getByRole("button", { name: "Copy cells · Weights of layer 2" }).click();
  await expect(page.getByText("Weights of layer 2: copied.", { exact: true })).toBeVisible();
});

test("of a large network only what is open is there", async ({ page }) => {
  const sizes = Array.from({ length: 24 }, () => 14).join("-");
  await openNumbers(page, `#lang=en&net=${sizes}&at=x`);
  const numbers = page.getByTestId("numbers");
  await expect(numbers.locator("summary")).toHaveCount(25);
  expect(await numbers.locator("td").count()).toBeLessThan(400);
  await numbers.getByText("Layer 24", { exact: true }).click();
  await expect(cell(page, "w.24.14.14")).toBeAttached();
});

for (const lang of ["en", "zh"]) {
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ]) {
    test(`no accessibility rule is broken: ${lang}, ${viewport.width} px`, async ({ page }) => {
      await page.setViewportSize(viewport);
      await openNumbers(page, `#lang=${lang}&net=5-6-2&w3=1,_,3,4,5,6;1,2,3,4,5,6&at=E`);
      expect(await axeViolations(page)).toEqual([]);
      await cell(page, "w.3.1.1").focus();
      await page.keyboard.type("1x");
      await expect(page.getByTestId("numbers").getByRole("alert")).toBeVisible();
      expect(await axeViolations(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await paste(page, "[[1, 2], [3]]");
      await expect(dialog(page).getByTestId("paste-verdict")).not.toBeEmpty();
      expect(await axeViolations(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: /^(Initialise all|初始化所有)/ }).click();
      await dialog(page).locator(".tex .katex").waitFor();
      expect(await axeViolations(page)).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
    });
  }
}
