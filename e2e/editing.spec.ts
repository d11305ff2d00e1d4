import type { Locator, Page } from "@playwright/test";
import { expect, open, test, valueOf } from "./support/page.ts";

const weight = (page: Page) => page.locator(valueOf("w.3.2.1"));
const result = (page: Page) => page.getByTestId("result").locator("[data-slot]").last();

async function clickOn(page: Page, selector: string): Promise<void> {
  const box = (await page.locator(selector).first().boundingBox())!;
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

/** The field of w.3.2.1 of the first example, whose value is 0.5. */
async function openField(page: Page): Promise<Locator> {
  await open(page, "#lang=en&at=E");
  await clickOn(page, valueOf("w.3.2.1"));
  return page.getByTestId("value-field").locator("input");
}

test("a weight is selected, typed and followed by everything, and the step stays", async ({
  page,
}) => {
  await open(page, "#lang=en&at=d2.1");
  const before = await result(page).innerText();
  await clickOn(page, valueOf("w.3.2.1"));
  const field = page.getByTestId("value-field").locator("input");
  await expect(field).toHaveValue("0.5");
  for (const [typed, value] of [
    ["1/4", "0.25"],
    ["0,75", "0.75"],
    ["−2", "−2"],
    ["1e-3", "0.001"],
  ] as const) {
    await field.fill(typed);
    await expect(weight(page)).toHaveText(value);
    await expect(field).toHaveValue(typed);
  }
  await expect(result(page)).not.toHaveText(before);
  await expect(page.getByTestId("board")).toHaveAttribute("data-at", "d2.1");

  await field.fill("0.5x");
  await expect(page.getByTestId("value-field").getByRole("alert")).toContainText("not a number");
  await expect(field).toHaveValue("0.5x");
  await expect(weight(page)).toHaveText("0.5");
  await expect(result(page)).toHaveText(before);
  await field.fill("0.25");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("value-field")).toBeHidden();
  await expect(weight(page)).toHaveText("0.25");
});

test("what is typed into a field, and one drag of a value, are undone as one", async ({ page }) => {
  await open(page, "#lang=en&at=d2.1");
  await clickOn(page, valueOf("w.3.2.1"));
  const field = page.getByTestId("value-field").locator("input");
  await field.fill("");
  await field.pressSequentially("-1.25");
  await page.keyboard.press("Enter");
  await expect(weight(page)).toHaveText("−1.25");

  const box = (await weight(page).boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (const dx of [10, 20, 30, 40]) await page.mouse.move(x + dx, y);
  await page.mouse.up();
  await expect(weight(page)).not.toHaveText("−1.25");

  await page.getByTestId("stage").focus();
  await page.keyboard.press("Control+z");
  await expect(weight(page)).toHaveText("−1.25");
  await page.keyboard.press("Control+z");
  await expect(weight(page)).toHaveText("0.5");
  await expect(page.getByTestId("undo")).toHaveAttribute("aria-disabled", "true");
});

test("a nudge leaves the field's number selected, and what is typed then counts", async ({
  page,
}) => {
  const field = await openField(page);
  await expect(field).toHaveValue("0.5");
  await field.press("ArrowUp");
  await expect(field).toHaveValue("0.51");
  await expect(weight(page)).toHaveText("0.51");
  await page.keyboard.type("0.52");
  await expect(weight(page)).toHaveText("0.52");
  await field.press("ArrowDown");
  await expect(field).toHaveValue("0.51");
  await expect(weight(page)).toHaveText("0.51");
  // One key that makes of it what was typed before the nudge.
  await field.press("End");
  await field.press("Shift+ArrowLeft");
  await page.keyboard.type("2");
  await expect(field).toHaveValue("0.52");
  await expect(weight(page)).toHaveText("0.52");
  // The browser has no nudge to take back, and the page does.
  await field.press("ArrowUp");
  await expect(weight(page)).toHaveText("0.53");
  await field.press("Control+z");
  await expect(field).toHaveValue("0.5");
  await expect(weight(page)).toHaveText("0.5");
  await field.press("Control+Shift+z");
  await expect(field).toHaveValue("0.53");
  // An emptied one is filled and selected too.
  await field.press("Backspace");
  await expect(field).toHaveValue("");
  await field.press("ArrowUp");
  await page.keyboard.type("5");
  await expect(field).toHaveValue("5");
  // What is none is replaced by the last good one's neighbour.
  await field.fill("x");
  await expect(page.getByTestId("value-field").getByRole("alert")).toBeVisible();
  await field.press("ArrowUp");
  await expect(page.getByTestId("value-field").getByRole("alert")).toBeHidden();
  await expect(field).not.toHaveValue("x");
  await expect(weight(page)).toHaveText(await field.inputValue());
});

test("no readable beginning of a wrong number stays in force; Escape brings the value back", async ({
  page,
}) => {
  await open(page, "#lang=en&at=E");
  for (const wrong of ["1e400", "1/0", "2^3", "1 000", "1,234.5"]) {
    await clickOn(page, valueOf("w.3.2.1"));
    const field = page.getByTestId("value-field").locator("input");
    await field.fill("");
    await field.pressSequentially(wrong);
    await expect(page.getByTestId("value-field").getByRole("alert"), wrong).toBeVisible();
    await expect(weight(page), wrong).toHaveText("0.5");
    await field.fill("7");
    await expect(weight(page)).toHaveText("7");
    await page.keyboard.press("Escape");
    await expect(weight(page)).toHaveText("0.5");
  }
});

test("a weight can be dragged on the drawing", async ({ page }) => {
  await open(page, "#lang=en&at=E");
  const box = (await weight(page).boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 - 80, box.y + box.height / 2, { steps: 5 });
  await page.mouse.up();
  await expect(weight(page)).toHaveText("0.3");
});

test("input, bias and target are changed in the same way", async ({ page }) => {
  await open(page, "#lang=en&at=E");
  for (const key of ["a.1.1", "b.2.1", "t.1"]) {
    const target = valueOf(key);
    await clickOn(page, target);
    await page.getByTestId("value-field").locator("input").fill("0.875");
    await expect(page.locator(target)).toHaveAttribute("data-value", "0.875");
    await page.keyboard.press("Enter");
  }
});

test("by keyboard alone: walk to a weight, hear it, change it, come back", async ({ page }) => {
  await open(page, "#lang=en&at=E");
  await page.getByTestId("stage").focus();
  await page.keyboard.press("Enter");
  const spoken = page.getByTestId("stage-spoken");
  await expect(spoken).not.toBeEmpty();
  for (let n = 0; n < 12 && !(await spoken.innerText()).startsWith("w "); n++) {
    await page.keyboard.press(n % 2 === 0 ? "ArrowRight" : "ArrowDown");
  }
  await expect(spoken).toContainText(/^w /);
  await page.keyboard.press("Enter");
  const field = page.getByTestId("value-field").locator("input");
  await expect(field).toBeFocused();
  await field.fill("0.3125");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("stage")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.locator('.stage [data-value="0.3125"]').first()).toBeVisible();
  await expect(page.getByTestId("board")).toHaveAttribute("data-at", "E");
});

test("the name beside the field scrubs it, and the field goes on hearing keys", async ({
  page,
}) => {
  const field = await openField(page);
  const { x, y, width, height } = (await page.locator(".value-field .name").boundingBox())!;
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2 + 40, y + height / 2, { steps: 5 });
  await page.mouse.up();
  await expect(field).toHaveValue("0.6");
  await expect(field).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(weight(page)).toHaveText("0.5");
});

test("Escape gives back the learning rate of before the typing", async ({ page }) => {
  await open(page, "#lang=en&at=u");
  const eta = page.locator(".take .eta input");
  const before = await eta.inputValue();
  await eta.fill("abc");
  await expect(page.locator(".take").getByRole("alert")).toBeVisible();
  await eta.press("Escape");
  await expect(eta).toHaveValue(before);
  await expect(page.locator(".take").getByRole("alert")).toBeHidden();
  await eta.fill("7");
  await eta.press("Escape");
  await expect(eta).toHaveValue(before);

  // A dialog is closed by it, and keeps what was typed.
  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByRole("dialog").getByLabel("Learning rate").fill("0.125");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(eta).toHaveValue("0.125");
});

test("activation, loss and learning rate", async ({ page }) => {
  await open(page, "#lang=en&at=u");
  await page.getByRole("button", { name: "Settings" }).click();
  const dialog = page.getByRole("dialog", { name: "Settings" });
  await dialog.getByLabel("Activation of layer 2").selectOption("tanh");
  await dialog.getByLabel("Loss").selectOption("ce");
  await expect(dialog.getByLabel("Activation of layer 3")).toHaveValue("softmax");
  await dialog.getByLabel("Learning rate η").fill("1/10");
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(page).toHaveURL(/act=tanh,softmax/);
  await expect(page).toHaveURL(/loss=ce/);
  await expect(page).toHaveURL(/eta=0\.1/);
});

test("pointing works both ways between formula and drawing", async ({ page }) => {
  await open(page, "#lang=en&at=d2.1");
  const term = page.getByTestId("row-here").locator('[data-ref="w.3.2.1"]').first();
  await term.hover();
  await expect(page.locator('.stage path[data-ref="w.3.2.1"][data-lit]').first()).toBeVisible();
  const box = (await page.locator(valueOf("w.3.1.1")).boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await expect(
    page.getByTestId("row-here").locator('[data-ref="w.3.1.1"]').first(),
  ).toHaveAttribute("data-lit", "");
  await expect(term).not.toHaveAttribute("data-lit", "");
});
