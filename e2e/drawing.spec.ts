import type { Locator, Page } from "@playwright/test";
import { axeViolations, expect, test, valueOf } from "./support/page.ts";

/**
 * The 3-2-1 network of Han, Kamber and Pei, Data Mining, section 9.2.3. The book's errors are those
 * of −E: its Err_j = −δ_j.
 */
const BOOK = {
  x: [1, 0, 1],
  w2: [
    [0.2, 0.4, -0.5],
    [-0.3, 0.1, 0.2],
  ],
  b2: [-0.4, 0.2],
  w3: [-0.3, -0.2],
  b3: 0.1,
  t: 1,
};

const sigma = (z: number): number => 1 / (1 + Math.exp(-z));

/** The δ of the book's network by plain arithmetic. */
function bookDeltas(): Record<string, number> {
  const hidden = BOOK.w2.map((row, i) =>
    sigma(row.reduce((sum, w, j) => sum + w * BOOK.x[j], BOOK.b2[i])),
  );
  const y = sigma(BOOK.w3.reduce((sum, w, j) => sum + w * hidden[j], BOOK.b3));
  const delta = (y - BOOK.t) * y * (1 - y);
  return {
    "d.3.1": delta,
    "d.2.1": hidden[0] * (1 - hidden[0]) * BOOK.w3[0] * delta,
    "d.2.2": hidden[1] * (1 - hidden[1]) * BOOK.w3[1] * delta,
  };
}

/** All the given numbers by the names of their places. */
const BOOK_NUMBERS: readonly (readonly [key: string, value: number])[] = [
  ...BOOK.x.map((value, k) => [`a.1.${k + 1}`, value] as const),
  ...BOOK.w2.flatMap((row, i) => row.map((w, j) => [`w.2.${i + 1}.${j + 1}`, w] as const)),
  ...BOOK.b2.map((value, k) => [`b.2.${k + 1}`, value] as const),
  ...BOOK.w3.map((value, k) => [`w.3.1.${k + 1}`, value] as const),
  ["b.3.1", BOOK.b3],
  ["t.1", BOOK.t],
];

async function openStage(page: Page, hash: string): Promise<void> {
  await page.goto(hash);
  await page.locator('html[data-ready="true"][data-formulas="true"]').waitFor();
}

/** Opens a network and draws on it. */
async function openDrawn(page: Page, hash: string): Promise<void> {
  await openStage(page, hash);
  await page.getByRole("button", { name: "Draw", exact: true }).click();
  await page.locator(".marks").waitFor();
}

const neuron = (page: Page, l: number, i: number): Locator =>
  page.locator(`.stage g.neuron[data-ref="a.${l}.${i}"] > .body`);
const edges = (page: Page): Locator => page.locator('.stage path[data-ref^="w."]');
const chip = (page: Page): Locator => page.locator(".marks .chip");
const sizes = (page: Page, text: string) => expect(page).toHaveURL(new RegExp(`net=${text}(&|$)`));

interface Point {
  readonly x: number;
  readonly y: number;
}

async function middle(target: Locator): Promise<Point> {
  const { x, y, width, height } = (await target.first().boundingBox())!;
  return { x: x + width / 2, y: y + height / 2 };
}

async function press(page: Page, target: Locator): Promise<void> {
  const { x, y } = await middle(target);
  await page.mouse.click(x, y);
}

async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  const [start, end] = [await middle(from), await middle(to)];
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(end.x, end.y, { steps: 6 });
  await page.mouse.up();
}

const field = (page: Page): Locator => page.getByTestId("value-field").locator("input");

async function expectDeltas(page: Page): Promise<void> {
  await page.keyboard.press("End");
  for (const [key, delta] of Object.entries(bookDeltas())) {
    const shown = Number(delta.toPrecision(4)).toString().replace("-", "−");
    await expect(page.locator(valueOf(key)), key).toHaveText(shown);
  }
}

test("by pointer alone: a textbook's network from an empty stage, its numbers, its δ", async ({
  page,
}) => {
  await openStage(page, "#lang=en&net=");
  await expect(page.getByRole("heading", { name: "An empty stage" })).toBeVisible();
  await expect(page.getByTestId("board")).toContainText("nothing to step through yet");
  const stage = (await page.locator(".drawing").boundingBox())!;
  await page.locator(".marks").waitFor({ state: "attached" });
  await expect(page.getByRole("button", { name: "Play" })).toBeDisabled();
  await page.mouse.click(stage.x + stage.width / 2, stage.y + stage.height / 2);
  await sizes(page, "1");
  const foot = stage.y + stage.height - 20;
  for (const count of ["2", "3"]) {
    await page.mouse.click((await middle(neuron(page, 1, 1))).x, foot);
    await sizes(page, count);
  }
  // Beside the column begins the next layer: first a neuron without connections.
  await page.mouse.click(stage.x + stage.width - 60, stage.y + stage.height / 2);
  await sizes(page, "3-1");
  await expect(edges(page)).toHaveCount(0);
  await drag(page, neuron(page, 1, 1), neuron(page, 2, 1));
  await expect(edges(page)).toHaveCount(1);
  await press(page, neuron(page, 2, 1));
  await press(page, chip(page));
  await expect(edges(page)).toHaveCount(3);
  // The quiet plus at a column's foot connects at once.
  await press(page, page.locator(".marks .plus.addNeuron").nth(1));
  await sizes(page, "3-2");
  await expect(edges(page)).toHaveCount(6);
  const { x, y } = await middle(neuron(page, 2, 1));
  await page.mouse.click((x + stage.x + stage.width) / 2, y - 40);
  await sizes(page, "3-2-1");
  await press(page, chip(page));
  await expect(edges(page)).toHaveCount(8);

  // A click selects, another one opens the number.
  for (const [key, value] of BOOK_NUMBERS) {
    await press(page, page.locator(valueOf(key)));
    if (key !== "t.1") await press(page, page.locator(valueOf(key)));
    await field(page).fill(String(value));
    await page.getByRole("button", { name: "Done" }).click();
    await expect(field(page)).toBeHidden();
  }
  await expectDeltas(page);
});

/** Two frames on: what the last key brought about is on the screen. */
async function shown(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
}

test("by keyboard alone: the same network, its numbers, its δ", async ({ page }) => {
  await openStage(page, "#lang=en&net=");
  const spoken = page.getByTestId("stage-spoken");
  await page.getByTestId("stage").focus();
  for (const [key, told] of [
    ["Enter", "Neuron 1 of layer 1 added."],
    ["n", "Neuron 2 of layer 1 added."],
    ["n", "Neuron 3 of layer 1 added."],
    ["l", "Neuron 1 of layer 2 added, fully connected"],
    ["n", "Neuron 2 of layer 2 added, fully connected"],
    ["l", "Neuron 1 of layer 3 added, fully connected"],
  ] as const) {
    await page.keyboard.press(key);
    await expect(spoken).toContainText(told);
  }
  await sizes(page, "3-2-1");
  await expect(edges(page)).toHaveCount(8);

  // Every number is come to by the arrow keys, column by column.
  const wanted = new Map(BOOK_NUMBERS);
  const walked = page.locator(".stage [data-selected]");
  const typeHere = async (): Promise<void> => {
    const key = await walked.first().getAttribute("data-ref");
    const value = key === null ? undefined : wanted.get(key);
    if (value === undefined) return;
    await page.keyboard.press("Enter");
    await field(page).fill(String(value));
    await page.keyboard.press("Enter");
    await expect(page.getByTestId("stage")).toBeFocused();
    wanted.delete(key!);
  };
  const go = async (key: string): Promise<void> => {
    await page.keyboard.press(key);
    await shown(page);
  };
  // A number that was passed by while the drawing was busy is come to in another round.
  for (let round = 0; round < 3 && wanted.size > 0; round++) {
    for (let column = 0; column < 6; column++) await go("ArrowLeft");
    for (let column = 0; column < 6; column++) {
      for (let row = 0; row < 6; row++) await go("ArrowUp");
      for (let row = 0; row < 6; row++) {
        await typeHere();
        await go("ArrowDown");
      }
      await go("ArrowRight");
    }
  }
  expect([...wanted.keys()]).toEqual([]);
  await expectDeltas(page);
});

test("by keyboard: connections, moves, selection and deletion are spoken", async ({ page }) => {
  await openDrawn(page, "#lang=en&net=2-2-1&w2=0.1,0.2;0.3,0.4");
  const spoken = page.getByTestId("stage-spoken");
  const stage = page.getByTestId("stage");
  await stage.focus();
  await page.keyboard.press("Enter");
  await expect(spoken).toContainText("a 1 of layer 1");
  await page.keyboard.press("Alt+ArrowDown");
  await expect(spoken).toContainText("Moved: it is now neuron 2 of layer 1.");
  await expect(page).toHaveURL(/w2=0\.2,0\.1;0\.4,0\.3/);
  await page.keyboard.press("Alt+ArrowDown");
  await expect(spoken).toContainText("cannot go further");

  await page.keyboard.press("c");
  await expect(spoken).toContainText("A connection begins at neuron 2 of layer 1");
  await expect(page.locator(".marks .begun")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(spoken).toContainText("called off");
  await expect(page.locator(".marks .begun")).toHaveCount(0);

  await page.keyboard.press("Space");
  await expect(spoken).toContainText("Selected: neuron 2 of layer 1. 1 selected.");
  await page.keyboard.press("Shift+ArrowUp");
  await expect(spoken).toContainText("2 selected.");
  await page.keyboard.press("Delete");
  await sizes(page, "2-1");
  await expect(spoken).toContainText("2 neurons deleted. You are at");
  await page.keyboard.press("Control+z");
  await sizes(page, "2-2-1");
  await expect(page.getByTestId("undo-spoken")).toHaveText("Undone: deleting 2 neurons.");
  await expect(spoken).toContainText("The network is another one now. You are at a ");
});

test("by keyboard: after New the stage has the focus, and Enter draws", async ({ page }) => {
  await openDrawn(page, "#lang=en&net=2-2-1");
  await page.getByRole("button", { name: "New", exact: true }).press("Enter");
  await expect(page.getByTestId("stage")).toBeFocused();
  await page.keyboard.press("Enter");
  await sizes(page, "1");
  await expect(page.getByTestId("stage-spoken")).toContainText("Neuron 1 of layer 1 added.");
});

test("a rectangle around neurons is spoken", async ({ page }) => {
  await openDrawn(page, "#lang=en&net=3-2-1");
  const [first, second] = await Promise.all(
    ["a.1.1", "a.1.2"].map((key) =>
      page.locator(`.stage .neuron[data-ref="${key}"]`).boundingBox(),
    ),
  );
  await page.mouse.move(first!.x - 12, first!.y - 12);
  await page.mouse.down();
  await page.mouse.move(second!.x + second!.width + 12, second!.y + second!.height + 12, {
    steps: 5,
  });
  await page.mouse.up();
  await expect(page.getByTestId("stage-spoken")).toHaveText("2 neurons selected.");
});

test("by keyboard: the walk goes on where a dialog interrupted it", async ({ page }) => {
  await openDrawn(page, "#lang=en&net=2-2-1");
  const spoken = page.getByTestId("stage-spoken");
  const stage = page.getByTestId("stage");
  await stage.focus();
  await page.keyboard.press("n");
  await expect(spoken).toContainText("Press Enter first");
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowDown");
  await expect(spoken).toContainText("a 2 of layer 1");
  await page.getByRole("button", { name: "Keys" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await stage.focus();
  await page.keyboard.press("n");
  await sizes(page, "3-2-1");
  await expect(spoken).toContainText("Neuron 3 of layer 1 added");
});

test("a connection over a layer is refused, and says why", async ({ page }) => {
  await openDrawn(page, "#lang=en&net=2-2-1");
  await drag(page, neuron(page, 1, 1), neuron(page, 3, 1));
  const refusal = page.getByRole("alert").filter({ hasText: "not neighbours" });
  await expect(refusal).toContainText("none that skip a layer");
  await refusal.getByRole("button", { name: "Dismiss" }).click();
  await expect(refusal).toHaveCount(0);
});

test("that a connection is there already is said", async ({ page }) => {
  await openDrawn(page, "#net=3-2-1&lang=en");
  await drag(page, neuron(page, 1, 1), neuron(page, 2, 1));
  await expect(page.getByTestId("refusal")).toContainText("already there");
});

test("a refusal goes when it has been read, but not while it is pointed at", async ({ page }) => {
  await openDrawn(page, "#lang=en&net=2-2-1");
  await page.clock.install();
  await drag(page, neuron(page, 1, 1), neuron(page, 3, 1));
  const refusal = page.getByTestId("refusal");
  await refusal.hover();
  await page.clock.fastForward("02:00");
  await expect(refusal).toBeVisible();
  await page.mouse.move(5, 5);
  await page.clock.fastForward("00:10");
  await expect(refusal).toBeVisible();
  await page.clock.fastForward("02:00");
  await expect(refusal).toHaveCount(0);
});

test("Escape calls a gesture off", async ({ page }) => {
  await openDrawn(page, "#lang=en&net=2-2-1&w2=_,0.2;0.3,0.4");
  const [from, to] = [await middle(neuron(page, 1, 1)), await middle(neuron(page, 2, 1))];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await expect(page.locator(".marks .line.connect")).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(page.locator(".marks .line")).toHaveCount(0);
  await page.mouse.up();
  await expect(edges(page)).toHaveCount(5);
});

test("what was deleted comes back: a connection with its weight, all of it by undo", async ({
  page,
}) => {
  await openDrawn(page, "#lang=en&net=2-2-1&w2=0.1,0.2;0.3,0.4&b2=0.5,0.6&at=d2.2");
  const board = page.getByTestId("board");
  await press(page, page.locator(valueOf("w.2.1.1")));
  await page.keyboard.press("Delete");
  await expect(edges(page)).toHaveCount(5);
  await drag(page, neuron(page, 1, 1), neuron(page, 2, 1));
  await expect(edges(page)).toHaveCount(6);
  await expect(page.locator(valueOf("w.2.1.1"))).toHaveText("0.1");

  await press(page, neuron(page, 2, 1));
  await page.keyboard.press("Backspace");
  await sizes(page, "2-1-1");
  await expect(board).toHaveAttribute("data-at", "d2.1");
  await page.keyboard.press("Control+z");
  await sizes(page, "2-2-1");
  await expect(page).toHaveURL(/w2=0\.1,0\.2;0\.3,0\.4/);
  await expect(board).toHaveAttribute("data-at", "d2.2");
});

test("the menu of a part offers what applies, by pointer and by keyboard", async ({ page }) => {
  await openDrawn(page, "#lang=en&net=2-2-1");
  const { x, y } = await middle(neuron(page, 2, 1));
  await page.mouse.click(x, y, { button: "right" });
  const menu = page.getByRole("menu");
  await expect(menu).toHaveAccessibleName("Neuron 1 of layer 2");
  await expect(menu.getByRole("menuitem").first()).toBeFocused();
  expect(await axeViolations(page)).toEqual([]);
  await menu.getByRole("menuitem", { name: "Layer 2" }).click();
  await expect(menu.getByRole("menuitemradio", { name: "softmax" })).toHaveCount(0);
  await menu.getByRole("menuitemradio", { name: "tanh" }).click();
  await expect(menu).toHaveCount(0);
  await expect(page).toHaveURL(/act=tanh,sigmoid/);

  await page.getByTestId("stage").focus();
  await page.keyboard.press("Shift+F10");
  await expect(menu).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(menu).toHaveCount(0);
  await expect(page.getByTestId("stage")).toBeFocused();
});

test("the field of a number stays at its place when the stage is enlarged", async ({ page }) => {
  await openStage(page, "#lang=en");
  await press(page, page.locator(valueOf("w.3.2.1")));
  const box = page.getByTestId("value-field");
  const before = (await box.boundingBox())!;
  await page.getByRole("button", { name: "Zoom in" }).hover();
  const { x, y } = await middle(page.locator(valueOf("w.2.1.1")));
  await page.mouse.move(x, y);
  await page.keyboard.down("Control");
  await expect(async () => {
    await page.mouse.wheel(0, -60);
    expect((await box.boundingBox())!.x).not.toBe(before.x);
  }).toPass();
  await page.keyboard.up("Control");
  await expect(box).toBeVisible();
});

test.describe("with a finger on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("neurons are put down, connected, and their numbers typed", async ({ page }) => {
    await openStage(page, "#lang=en&net=");
    await page.locator(".marks").waitFor({ state: "attached" });
    const stage = (await page.locator(".drawing").boundingBox())!;
    await expect(page.locator(".invitation")).toContainText("Tap anywhere");
    await page.touchscreen.tap(stage.x + stage.width / 2, stage.y + stage.height / 2);
    await sizes(page, "1");
    await page.touchscreen.tap(stage.x + stage.width - 30, stage.y + stage.height / 2);
    await sizes(page, "1-1");
    const { x, y } = await middle(chip(page));
    await page.touchscreen.tap(x, y);
    await expect(edges(page)).toHaveCount(1);
    const label = await middle(page.locator(valueOf("w.2.1.1")));
    await page.touchscreen.tap(label.x, label.y);
    await page.touchscreen.tap(label.x, label.y);
    await field(page).fill("0.25");
    await page.getByRole("button", { name: "Done" }).tap();
    await expect(page).toHaveURL(/w2=0\.25/);
    for (const button of await page.locator(".stage-bar button").all()) {
      const { width, height } = (await button.boundingBox())!;
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
    }
  });

  test("a long press opens the menu", async ({ page }) => {
    await openStage(page, "#lang=en&net=2-1");
    await page.getByRole("button", { name: "Draw", exact: true }).tap();
    await page.locator(".marks").waitFor();
    const client = await page.context().newCDPSession(page);
    const at = await middle(neuron(page, 1, 2));
    await client.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [at] });
    await expect(page.getByRole("menu")).toHaveAccessibleName("Neuron 2 of layer 1");
    await client.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    await page.getByRole("menuitem", { name: "Delete" }).tap();
    await sizes(page, "1-1");
  });
});

for (const lang of ["en", "zh"]) {
  test(`nothing is amiss for assistive technology while drawing (${lang})`, async ({ page }) => {
    await openStage(page, `#lang=${lang}&net=`);
    await page.locator(".marks").waitFor({ state: "attached" });
    expect(await axeViolations(page)).toEqual([]);
    await page.getByTestId("stage").focus();
    for (const key of ["Enter", "n", "l", "Shift+n"]) await page.keyboard.press(key);
    await sizes(page, "2-2");
    await page.keyboard.press("c");
    await page.keyboard.press("Shift+?");
    expect(await axeViolations(page)).toEqual([]);
  });
}
