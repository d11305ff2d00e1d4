import { readFile } from "node:fs/promises";
import type { BrowserContext, Page } from "@playwright/test";
import { axeViolations, expect, listen, open, test, valueOf } from "./support/page.ts";

const OWN = "#lang=en&net=2-1&w2=0.125,-0.375&x=1,2&t=1&at=d2.1";
const W11 = valueOf("w.2.1.1");

/** Every form of the link is the state's: what the page would share as it is. */
async function sharedLink(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Share" }).click();
  await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
  const url = await page.evaluate(() => navigator.clipboard.readText());
  return url.slice(url.indexOf("#"));
}

async function allowClipboard(context: BrowserContext): Promise<void> {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
}

async function typeWeight(page: Page, value: string): Promise<void> {
  const { x, y, width, height } = (await page.locator(W11).first().boundingBox())!;
  await page.mouse.click(x + width / 2, y + height / 2);
  await page.locator(".value-field input").fill(value);
  await page.keyboard.press("Enter");
  await expect(page.locator(W11)).toHaveText(value);
}

async function choose(page: Page, menu: RegExp | string, item: string): Promise<void> {
  await page.getByRole("button", { name: menu }).click();
  await page.getByRole("menu").getByText(item, { exact: true }).click();
}

async function openLibrary(page: Page, name = "My networks"): Promise<void> {
  await page.locator(".menu-button.quiet").click();
  await page.locator('.menu:popover-open [data-id="library"]').click();
  await expect(page.getByRole("dialog", { name })).toBeVisible();
}

/** The work is kept a moment behind. */
async function untilKept(page: Page, part: string): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => Object.values(localStorage).join("\n")))
    .toContain(part);
}

test("a new tab, and a page loaded again, open the last work at its step", async ({
  page,
  context,
}) => {
  await open(page, OWN);
  await typeWeight(page, "0.625");
  await page.keyboard.press("ArrowRight");
  await expect(page.getByTestId("board")).toHaveAttribute("data-at", "gw2.1.1");
  await untilKept(page, "at=gw2.1.1");
  for (const again of [page, await context.newPage()]) {
    await open(again, "");
    await expect(again.locator(W11)).toHaveText("0.625");
    await expect(again.getByTestId("board")).toHaveAttribute("data-at", "gw2.1.1");
    await expect(again.getByTestId("notices")).toContainText("open again");
  }
});

test("a link over unsaved work leaves a way back to it", async ({ page }) => {
  await open(page, OWN);
  await typeWeight(page, "0.625");
  await untilKept(page, "0.625");
  await open(page, "#lang=en&net=1-1&w2=0.75");
  await expect(page.locator(W11)).toHaveText("0.75");
  await expect(page.getByTestId("notices")).toContainText("Your earlier work");
  await page.getByRole("button", { name: "Open the earlier work" }).click();
  await expect(page.locator(W11)).toHaveText("0.625");
  await expect(page.getByTestId("board")).toHaveAttribute("data-at", "d2.1");
});

test("work that another was opened over is there after the page is loaded again", async ({
  page,
}) => {
  await open(page, OWN);
  await typeWeight(page, "0.625");
  await page.locator(".examples").click();
  await page.locator('.menu:popover-open [data-id="xor"]').click();
  await expect(page.getByTestId("notices")).toContainText("What was open before is kept");
  await page.keyboard.press("ArrowRight");
  await untilKept(page, "at=z2.1");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-ready", "true");
  await openLibrary(page);
  const dialog = page.getByRole("dialog", { name: "My networks" });
  await dialog.getByRole("button", { name: /^Open the 2–1 network/ }).click();
  await expect(page.locator(W11)).toHaveText("0.625");
});

test("a removed connection comes back with its weight after the page was loaded again", async ({
  page,
}) => {
  await open(page, OWN);
  await page.locator(".stage [role=application]").focus();
  for (const key of ["d", "Enter", "ArrowRight", "Delete"]) await page.keyboard.press(key);
  await expect(page.locator(W11)).toHaveCount(0);
  await untilKept(page, '"parked":[[0,0.125]]');
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-ready", "true");
  await expect(page.locator(valueOf("w.2.1.2"))).toBeVisible();
  await expect(page.locator(W11)).toHaveCount(0);
  // F connects the neuron one walks on to all that it may be connected to.
  await page.locator(".stage [role=application]").focus();
  for (const key of ["d", "Enter", "f"]) await page.keyboard.press(key);
  await expect(page.locator(W11)).toHaveText("0.125");
});

test("undo and redo go over a typed value, an example and a new stage, by name", async ({
  page,
}) => {
  await open(page, OWN);
  const [undo, redo] = [page.getByTestId("undo"), page.getByTestId("redo")];
  await expect(undo).toHaveAttribute("aria-disabled", "true");
  await typeWeight(page, "0.625");
  await choose(page, /^Example: /, "XOR, 2-3-1");
  await expect(page.locator(W11)).toHaveText("1.2");
  await page.getByRole("button", { name: "New", exact: true }).click();
  await expect(page.locator(W11)).toHaveCount(0);
  await expect(undo).toHaveAccessibleName("Undo: starting with an empty stage");

  await undo.click();
  await expect(page.locator(W11)).toHaveText("1.2");
  await expect(page.getByTestId("undo-spoken")).toHaveText("Undone: starting with an empty stage.");
  await expect(undo).toHaveAccessibleName("Undo: opening another network");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(page.locator(W11)).toHaveText("0.625");
  await expect(undo).toHaveAccessibleName("Undo: changing w₁₁⁽²⁾");
  // One entry for each character typed, unless the field makes one of them.
  // By key: the buttons change with the network, and one that has just been disabled is not clicked.
  while ((await undo.getAttribute("aria-disabled")) === "false") {
    await page.keyboard.press("ControlOrMeta+z");
  }
  await expect(page.locator(W11)).toHaveText("0.125");
  await expect(page.getByTestId("board")).toHaveAttribute("data-at", "d2.1");

  while ((await redo.getAttribute("aria-disabled")) === "false") {
    await page.keyboard.press("ControlOrMeta+Shift+z");
  }
  await expect(page.locator(W11)).toHaveCount(0);
  await expect(page.getByTestId("undo-spoken")).toHaveText("Redone: starting with an empty stage.");
});

test("a network is saved under a name, and opened after the page was loaded again", async ({
  page,
}) => {
  await open(page, OWN);
  await openLibrary(page);
  const dialog = page.getByRole("dialog", { name: "My networks" });
  await expect(dialog).toContainText("Nothing is saved yet.");
  await dialog.getByLabel("Name").fill("Sheet 2");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.locator(".network")).toHaveCount(1);
  await expect(dialog.locator(".network-picture path").nth(1)).toHaveAttribute("d", /^M/);

  await open(page, "#lang=en&net=1-1&w2=0.75");
  await openLibrary(page);
  await dialog.getByRole("button", { name: "Open Sheet 2" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.locator(W11)).toHaveText("0.125");
  await expect(page.getByTestId("board")).toHaveAttribute("data-at", "d2.1");
});

test("nothing is saved under a name of blanks", async ({ page }) => {
  await open(page, OWN);
  await openLibrary(page);
  const dialog = page.getByRole("dialog", { name: "My networks" });
  await dialog.getByLabel("Name", { exact: true }).fill("  ");
  await expect(dialog.getByRole("button", { name: "Save" })).toBeDisabled();
  await dialog.getByLabel("Name", { exact: true }).press("Enter");
  await expect(dialog.locator(".network")).toHaveCount(0);
});

test("a saved network is renamed, deleted and taken back, by keyboard", async ({ page }) => {
  await open(page, OWN);
  await openLibrary(page);
  const dialog = page.getByRole("dialog", { name: "My networks" });
  await dialog.getByLabel("Name").fill("First");
  await page.keyboard.press("Enter");
  await dialog.getByRole("button", { name: "Rename First" }).press("Enter");
  const name = dialog.getByLabel("New name of First");
  await expect(name).toBeFocused();
  await name.fill("never mind");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Rename First" })).toBeFocused();
  await page.keyboard.press("Enter");
  await name.fill("Second");
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("button", { name: "Rename Second" })).toBeFocused();
  await dialog.getByRole("button", { name: "Delete Second" }).press("Enter");
  await expect(dialog.locator(".network")).toHaveCount(0);
  await expect(dialog.getByRole("status")).toHaveText(/“Second” is deleted/);
  await expect(dialog.getByRole("button", { name: "Take it back" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("button", { name: "Open Second" })).toBeVisible();
});

test("a saved network is not given the name of another one", async ({ page }) => {
  await open(page, OWN);
  await openLibrary(page);
  const dialog = page.getByRole("dialog", { name: "My networks" });
  for (const [k, name] of ["First", "Second"].entries()) {
    await dialog.getByLabel("Name", { exact: true }).fill(name);
    await page.keyboard.press("Enter");
    await expect(dialog.locator(".network")).toHaveCount(k + 1);
  }
  await dialog.getByRole("button", { name: "Rename First" }).press("Enter");
  const name = dialog.getByLabel("New name of First");
  await name.fill("Second");
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("alert")).toContainText("is called “Second” already");
  await expect(name).toBeFocused();
  expect(await axeViolations(page)).toEqual([]);
  await name.fill("Third");
  await expect(dialog.getByRole("alert")).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("button", { name: "Rename Third" })).toBeFocused();
  await expect(dialog.getByRole("button", { name: "Open Second" })).toHaveCount(1);
});

test("saving again under a name asks whether to replace, and nothing is lost", async ({ page }) => {
  await open(page, OWN);
  const dialog = page.getByRole("dialog", { name: "My networks" });
  const save = dialog.getByRole("button", { name: "Save" });
  // The saved ones; what another was opened over stands in a list of its own.
  const rows = dialog.locator(".network:not(:has(.about.when))");
  await openLibrary(page);
  await dialog.getByLabel("Name").fill("Sheet 2");
  await save.click();
  await expect(rows).toHaveCount(1);
  await save.click();
  await expect(dialog.getByRole("status")).toHaveText("“Sheet 2” is saved.");
  await expect(rows, "the same work once more").toHaveCount(1);
  await page.keyboard.press("Escape");
  await typeWeight(page, "0.625");
  await openLibrary(page);
  await expect(dialog.getByRole("textbox", { name: "Name" })).toHaveValue("Sheet 2");
  await save.press("Enter");
  await expect(dialog.getByRole("status")).toContainText("There is a “Sheet 2” already");
  await expect(dialog.getByRole("button", { name: "Replace it" })).toBeFocused();
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole("status")).toBeEmpty();
  await expect(save).toBeFocused();
  await page.keyboard.press("Enter");
  await dialog.getByRole("button", { name: "Replace it" }).press("Enter");
  await expect(dialog.getByRole("status")).toContainText("“Sheet 2” is replaced");
  await expect(rows).toHaveCount(1);
  await expect(dialog.getByRole("button", { name: "Keep the earlier one too" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(rows).toHaveCount(2);
  for (const [k, value] of ["0.625", "0.125"].entries()) {
    await rows.nth(k).getByRole("button", { name: "Open Sheet 2" }).click();
    await expect(page.locator(W11)).toHaveText(value);
    await openLibrary(page);
  }
  // The earlier one is open: it is not the newest of its name.
  await save.click();
  await dialog.getByRole("button", { name: "Keep both" }).click();
  await expect(rows).toHaveCount(3);
});

test("a saved network brings back the weight of a connection that was removed", async ({
  page,
}) => {
  await open(page, OWN);
  await page.getByRole("button", { name: "Draw" }).click();
  const { x, y, width, height } = (await page.locator(W11).first().boundingBox())!;
  await page.mouse.click(x + width / 2, y + height / 2);
  await page.keyboard.press("Delete");
  await expect(page.locator(W11)).toHaveCount(0);
  await openLibrary(page);
  const dialog = page.getByRole("dialog", { name: "My networks" });
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.locator(".network")).toHaveCount(1);

  await open(page, "#lang=en&net=1-1&w2=0.75");
  await openLibrary(page);
  await dialog
    .getByRole("button", { name: /^Open / })
    .first()
    .click();
  await expect(page.locator(W11)).toHaveCount(0);
  await page.getByRole("button", { name: "Draw" }).click();
  const [from, to] = await Promise.all(
    ["a.1.1", "a.2.1"].map((key) =>
      page.locator(`.stage .neuron[data-ref="${key}"]`).boundingBox(),
    ),
  );
  await page.mouse.move(from!.x + from!.width / 2, from!.y + from!.height / 2);
  await page.mouse.down();
  await page.mouse.move(to!.x + to!.width / 2, to!.y + to!.height / 2, { steps: 5 });
  await page.mouse.up();
  await expect(page.locator(W11)).toHaveText("0.125");
});

test("where the browser keeps nothing the library says so", async ({ page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("blocked", "SecurityError");
    };
  });
  await open(page, OWN);
  await openLibrary(page);
  await expect(page.getByRole("dialog").getByRole("alert")).toContainText("keeps no networks here");
});

test("a file brings back exactly what was saved", async ({ page, context }) => {
  await allowClipboard(context);
  await open(page, "#lang=en&net=3-2-1&seed=9&x=0.1,1e-7,-0&t=1/3&by=term&at=d2.1.1&digits=7");
  const link = await sharedLink(page);
  const downloading = page.waitForEvent("download");
  await choose(page, "File", "Save to a file");
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("3–2–1 network.backstep.json");
  const text = await readFile(await download.path(), "utf8");

  await open(page, "#lang=en&net=1-1&w2=0.75");
  await page.getByTestId("file-chooser").setInputFiles({
    name: "3-2-1.backstep.json",
    mimeType: "application/json",
    buffer: Buffer.from(text),
  });
  await expect(page.locator(valueOf("a.1.3"))).toHaveText("0");
  expect(await sharedLink(page)).toBe(link);
  await page.getByTestId("undo").click();
  await expect(page.locator(W11)).toHaveText("0.75");
});

test("a damaged file changes nothing, and the place of the fault is named", async ({ page }) => {
  await open(page, OWN);
  await page.getByTestId("file-chooser").setInputFiles({
    name: "broken.json",
    mimeType: "application/json",
    buffer: Buffer.from('{\n  "format": "backstep",\n  "version": 1,,\n}'),
  });
  await expect(page.getByRole("alert").getByText("“broken.json” was not opened")).toContainText(
    "line 3, column 16",
  );
  await expect(page.locator(W11)).toHaveText("0.125");
  await expect(page.getByTestId("undo")).toHaveAttribute("aria-disabled", "true");
  await page.getByRole("button", { name: "Dismiss" }).click();
  await expect(page.getByText("“broken.json” was not opened")).toBeHidden();
});

test("a file dropped on the page is opened; while it is above, the page says so", async ({
  page,
}) => {
  await open(page, OWN);
  const file = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['{"format":"other"}'], "other.json"));
    return transfer;
  });
  await page.dispatchEvent("body", "dragover", { dataTransfer: file });
  await expect(page.getByText("Drop the file here to open it")).toBeVisible();
  await page.dispatchEvent("body", "drop", { dataTransfer: file });
  await expect(page.getByText("Drop the file here to open it")).toBeHidden();
  await expect(page.getByText("it was not saved by Backstep")).toBeVisible();
});

test("two tabs keep their own work, and each offers the other's", async ({ page, context }) => {
  await open(page, OWN);
  await typeWeight(page, "0.625");
  await untilKept(page, "0.625");
  const other = await context.newPage();
  const complaints = listen(other);
  await open(other, "#lang=en&net=1-1&w2=0.75");
  await typeWeight(other, "0.875");
  await untilKept(other, "0.875");
  for (const [tab, value] of [
    [page, "0.625"],
    [other, "0.875"],
  ] as const) {
    await tab.goto("about:blank");
    await open(tab, "");
    await expect(tab.locator(W11)).toHaveText(value);
  }
  await openLibrary(other);
  const dialog = other.getByRole("dialog", { name: "My networks" });
  await expect(dialog).toContainText("Recent work");
  await dialog.getByRole("button", { name: /^Open the 2–1 network/ }).click();
  await expect(other.locator(W11)).toHaveText("0.625");
  expect(complaints).toEqual([]);
});

test("a long link is shared with a warning that names its length", async ({ page, context }) => {
  await allowClipboard(context);
  await open(page, "#lang=en&net=24-32-32-24");
  const link = await sharedLink(page);
  expect(link).toContain("z=");
  await expect(page.getByTestId("notices")).toContainText(/the link has \d{4,} characters/);
});

for (const [lang, library] of [
  ["en", "My networks"],
  ["zh", "我的网络"],
] as const) {
  test(`no accessibility violation in menus, notices and the library: ${lang}`, async ({
    page,
  }) => {
    await open(page, `#lang=${lang}&net=2-1&w2=1,-2&theme=slate`);
    await page.locator(".examples").click();
    expect(await axeViolations(page), "examples").toEqual([]);
    await page.locator('.menu:popover-open [data-id="xor"]').click();
    await expect(page.locator(".notices .button").first()).toBeVisible();
    await openLibrary(page, library);
    await page.locator(".library .save .button").click();
    // The saved one, and the one that XOR was opened over.
    await expect(page.locator(".library .network")).toHaveCount(2);
    expect(await axeViolations(page), "library").toEqual([]);
    await page.keyboard.press("Escape");
    expect(await axeViolations(page), "notices").toEqual([]);
  });
}
