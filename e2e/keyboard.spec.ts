import { expect, open, test, valueOf } from "./support/page.ts";

const count = "step-count";

test("the keyboard steps, jumps, changes the step size and shows its map", async ({ page }) => {
  await open(page, "#lang=en");
  const board = page.getByTestId("board");
  for (const [key, address] of [
    ["ArrowRight", "z2.1"],
    ["PageDown", "z2.2"],
    ["ArrowLeft", "z2.1"],
    ["PageUp", "x"],
    ["Shift+ArrowRight", "z2.1"],
    ["Shift+ArrowRight", "E"],
    ["Shift+ArrowRight", "d3.1"],
    ["Shift+ArrowLeft", "E"],
    ["End", "u"],
    ["Home", "x"],
  ] as const) {
    await page.keyboard.press(key);
    await expect(board, key).toHaveAttribute("data-at", address);
  }
  await page.keyboard.press("End");
  await expect(page.getByTestId(count)).toHaveText("26 / 26");
  await page.keyboard.press("BracketLeft");
  await expect(page.getByTestId(count)).toHaveText("12 / 12");
  await page.keyboard.press("BracketRight");
  await page.keyboard.press("BracketRight");
  await expect(page.getByTestId(count)).toHaveText("40 / 40");
  for (const key of ["Shift+?", "?"]) {
    await page.keyboard.press(key);
    await expect(page.getByRole("dialog", { name: "Keyboard" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog", { name: "Keyboard" })).toBeHidden();
  }
});

test("a step is announced when it has stood for a moment, with what it found", async ({ page }) => {
  await open(page, "#lang=en&at=d3.2");
  await page.keyboard.press("ArrowRight");
  await expect(page.getByTestId("announcement")).toHaveText(
    /Error of a hidden neuron\. delta 1 of layer 2: 0\.008771\./,
  );
});

test("after a step of gradient descent every step is announced by its own number again", async ({
  page,
}) => {
  await open(page, "#lang=en&at=u");
  await page.getByRole("button", { name: "Take the step" }).click();
  const announcement = page.getByTestId("announcement");
  await expect(announcement).toHaveText(/ E: 0\.2805\./);
  await page.locator(".stage [role=application]").focus();
  for (let k = 0; k < 14; k++) await page.keyboard.press("ArrowLeft");
  await expect(announcement).not.toHaveText(/ E: /);
  await expect(announcement).toHaveText(/delta \d of layer \d: .*\d\.$/);
});

test("no number is announced before its sum is done, nor one for a whole layer", async ({
  page,
}) => {
  await open(page, "#lang=en&at=z2.1.1&by=term");
  const announcement = page.getByTestId("announcement");
  await expect(announcement).toHaveText(/ · product 1: [^:]*\. $/);
  await page.keyboard.press("BracketLeft");
  await page.keyboard.press("BracketLeft");
  await expect(announcement).toHaveText(/ · layer 2: [^:]*\. $/);
});

test("after a choice from a list by pointer the arrow keys step", async ({ page }) => {
  await open(page, "#lang=en");
  const speed = page.getByRole("combobox", { name: "Speed" });
  // A real click would open the browser's own list, which no page can see into or close.
  await speed.focus();
  await speed.dispatchEvent("pointerdown");
  await speed.selectOption("2");
  await expect(speed).not.toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(speed).toHaveValue("2");
  await expect(page.getByTestId("board")).toHaveAttribute("data-at", "z2.1");
});

test("playing runs to the end and stops; space pauses", async ({ page }) => {
  await open(page, "#lang=en&at=gb2.1");
  await page.getByRole("combobox", { name: "Speed" }).selectOption("4");
  await page.getByTestId("stage").focus();
  await page.keyboard.press("Space");
  await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
  await expect(page.getByTestId("board")).toHaveAttribute("data-at", "u");
  await expect(page.getByRole("button", { name: "Play" })).toBeVisible();
});

test("the timeline can be clicked and dragged, also with a thousand steps", async ({ page }) => {
  await open(page, "#lang=en&net=8-16-16-8&by=term");
  const slider = page.getByRole("slider", { name: "Timeline" });
  expect(Number(await slider.getAttribute("aria-valuemax"))).toBeGreaterThan(1000);
  const box = (await page.locator(".scrubber .track").boundingBox())!;
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * 0.2, y);
  await page.mouse.down();
  await expect(page.getByTestId("board")).toHaveAttribute("data-at", /^z/);
  await page.mouse.move(box.x + box.width - 1, y, { steps: 8 });
  await expect(page.getByTestId("board")).toHaveAttribute("data-at", "u");
  await page.mouse.move(box.x - 20, y, { steps: 3 });
  await expect(page.getByTestId("board")).toHaveAttribute("data-at", "x");
  await page.mouse.up();
});

test("next during an animation goes on at once, and leaves nothing travelling", async ({
  page,
}) => {
  await open(page, "#lang=en");
  await page.getByTestId("stage").focus();
  for (let n = 0; n < 12; n++) await page.keyboard.press("ArrowRight");
  await expect(page.getByTestId(count)).toHaveText("12 / 26");
  await expect(page.locator(valueOf("d.2.1"))).toBeVisible();
  await page.keyboard.press("Home");
  await expect(page.locator(".stage .travel")).toHaveCount(0);
});

test("reduced motion: the same states, nothing travels", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open(page, "#lang=en&at=d3.2");
  await page.keyboard.press("ArrowRight");
  await expect(page.locator(valueOf("d.2.1"))).toBeVisible();
  await expect(page.locator(".stage .travel")).toHaveCount(0);
});

test("a notice that is dismissed by key hands the keys to the stage", async ({ page }) => {
  await open(page, "#net=2-2-1&y=1&lang=en");
  await page.getByRole("button", { name: "Dismiss" }).press("Enter");
  await expect(page.getByRole("button", { name: "Dismiss" })).toHaveCount(0);
  await expect(page.locator(".stage [role=application]")).toBeFocused();
});

test("what was walked to in a formula goes with it, also in a jump", async ({ page }) => {
  const lit = page.locator(".stage [data-lit]");
  for (const [at, row, jump] of [
    ["d2.2", "numbers", "Home"],
    ["d2.2", "row-here", "Home"],
    ["z2.1", "row-here", "End"],
  ] as const) {
    await page.goto("about:blank");
    await open(page, `#lang=en&at=${at}`);
    await page.getByTestId(row).locator(".formula-frame").focus();
    for (let k = 0; k < 2; k++) await page.keyboard.press("ArrowDown");
    await expect(lit.first(), at).toBeAttached();
    await page.keyboard.press(jump);
    await expect(page.getByTestId("board")).toHaveAttribute("data-at", jump === "End" ? "u" : "x");
    await expect(lit, `${at} ${row}`).toHaveCount(0);
  }
});

test("Tab never stops at the sheet that is out of sight", async ({ page }) => {
  await open(page, "#lang=en&net=24-32-32-32-32-32-4&at=d2.1");
  const ahead = page.locator(".equations[data-ahead]");
  await ahead.locator(".katex").first().waitFor({ state: "attached" });
  // It has more to show than it has room for, which makes it a scrolling box.
  await page.setViewportSize({ width: 1280, height: 560 });
  await page.getByTestId("result").locator(".formula-frame").focus();
  for (const key of ["Tab", "Tab", "Shift+Tab", "Shift+Tab", "Shift+Tab", "Shift+Tab"]) {
    await page.keyboard.press(key);
    expect(await page.evaluate(() => document.activeElement?.closest("[aria-hidden=true]"))).toBe(
      null,
    );
  }
});
