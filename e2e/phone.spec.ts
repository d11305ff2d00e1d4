import type { Page } from "@playwright/test";
import { axeViolations, expect, open, test } from "./support/page.ts";

const FAULTY = "#lang=en&net=2-2-2&w9=1&foo=2&w2=1,2;3&at=d2.1";

async function boxOf(
  page: Page,
  selector: string,
): Promise<{ readonly top: number; readonly right: number; readonly bottom: number }> {
  const { x, y, width, height } = (await page.locator(selector).first().boundingBox())!;
  return { top: y, right: x + width, bottom: y + height };
}

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("what is said at the foot of the stage covers nothing of the drawing", async ({ page }) => {
    await open(page, FAULTY);
    await expect(page.getByTestId("link-problems")).toBeVisible();
    const drawing = await boxOf(page, ".drawing");
    expect((await boxOf(page, ".notices")).top).toBeGreaterThanOrEqual(drawing.bottom);
    expect((await boxOf(page, ".board")).top).toBeGreaterThanOrEqual(
      (await boxOf(page, ".notices")).bottom,
    );
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole("button", { name: "Dismiss" }).tap();
    await expect(page.locator(".legend")).toBeVisible();
    expect(await boxOf(page, ".drawing")).toEqual(drawing);
  });

  test("why a connection is refused covers nothing of the drawing", async ({ page }) => {
    await open(page, "#lang=en&at=x");
    await page.getByRole("button", { name: "Draw" }).tap();
    const [from, to] = await Promise.all(
      ["a.1.1", "a.3.1"].map((key) =>
        page.locator(`.stage .neuron[data-ref="${key}"]`).boundingBox(),
      ),
    );
    await page.mouse.move(from!.x + from!.width / 2, from!.y + from!.height / 2);
    await page.mouse.down();
    await page.mouse.move(to!.x + to!.width / 2, to!.y + to!.height / 2, { steps: 5 });
    await page.mouse.up();
    await expect(page.getByTestId("refusal")).toBeVisible();
    expect((await boxOf(page, ".refusal")).top).toBeGreaterThanOrEqual(
      (await boxOf(page, ".drawing")).bottom,
    );
  });

  for (const [view, first] of [
    ["view=derivation&eq=symbol-a", ".derivation .sections"],
    ["view=derivation&eq=unfold&lines=7", ".derivation .intro"],
    ["view=derivation&eq=paths&path=2", ".derivation .intro"],
    ["view=jacobian&jacobian=difference&h=0.1", ".jacobian .finished"],
    ["view=check&check=cost", ".board h2"],
    ["view=forward&forward=repaired.3", ".board h2"],
  ]) {
    test(`a link opens where its tab is: ${view}`, async ({ page }) => {
      await page.goto(`./#lang=en&at=x&${view}`);
      await page.locator('html[data-formulas="true"]').waitFor();
      await expect
        .poll(async () => Math.abs((await page.locator(".board").boundingBox())?.y ?? Infinity))
        .toBeLessThan(1);
      await expect(page.locator(first).first()).toBeInViewport();
      // Only once: a tab that is opened by hand leaves the page where it is.
      await page.mouse.wheel(0, -300);
      await expect.poll(() => page.evaluate(() => scrollY)).toBeLessThan(400);
      const before = await page.evaluate(() => scrollY);
      await page.locator("#tab-step").tap();
      await page.locator("#tab-check").tap();
      await page.locator("#tab-check[aria-selected=true]").waitFor();
      expect(await page.evaluate(() => scrollY)).toBeLessThanOrEqual(before);
    });
  }

  test("a link to a step, or to a statement of the sheet, is not led to the tabs", async ({
    page,
  }) => {
    await open(page, "#lang=en&at=d2.1");
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await page.goto("about:blank");
    await page.goto("./#lang=en&view=derivation&eq=3c");
    await expect(page.locator('[id="sheet-3c"]')).toBeInViewport();
    await expect(page.locator(".board .tabs")).not.toBeInViewport();
  });

  for (const lang of ["en", "zh"]) {
    test(`numbers are in sight as soon as their tab is opened: ${lang}`, async ({ page }) => {
      await open(page, `#lang=${lang}&at=d2.1`);
      await page.locator("#tab-numbers").tap();
      const cell = '.numbers td[data-ref="a.1.1"]';
      await expect(page.locator(cell)).toBeVisible();
      const timeline = await boxOf(page, ".timeline");
      expect((await boxOf(page, cell)).bottom).toBeLessThanOrEqual(timeline.top);
      const all = page.getByRole("button", { name: /^(Initialise all|初始化所有)/ });
      await expect(all).toHaveCount(1);
      const target = await boxOf(page, '.numbers [data-testid="table-t3"]');
      expect((await all.boundingBox())!.y).toBeGreaterThanOrEqual(target.bottom);
    });
  }
});

test("above wide tables stands how they are read", async ({ page }) => {
  await open(page, "#lang=en&at=d2.1");
  await page.locator("#tab-numbers").click();
  const all = page.getByRole("button", { name: "Initialise all" });
  await expect(all).toHaveCount(1);
  const table = await boxOf(page, '.numbers [data-testid="table-x1"]');
  expect((await all.boundingBox())!.y).toBeLessThan(table.top);
});

for (const [width, height] of [
  [320, 640],
  [390, 844],
  [844, 390],
  [1024, 768],
]) {
  test(`the name of the current phase is over the timeline: ${width}×${height}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    for (const [at, name] of [
      ["z2.1", "Forward"],
      ["E", "Loss"],
      ["d2.1", "Backward δ"],
      ["gw2.1.1", "Gradients"],
      ["u", "Update"],
    ]) {
      await open(page, `#lang=en&at=${at}`);
      const current = page.locator('.timeline .name[data-current="true"]');
      await expect(current).toHaveText(name);
      const cut = await current.evaluate((element) => {
        const { left, right } = element.getBoundingClientRect();
        const bar = element.closest(".track")!.getBoundingClientRect();
        return Math.max(bar.left - left, right - bar.right, 0);
      });
      expect(cut, name).toBeLessThanOrEqual(2);
    }
  });
}

test("the timeline is hatched from where there are no numbers", async ({ page }) => {
  await open(page, "#lang=en&net=1-1-1&act=identity&x=1&w2=1e200&w3=1e200&at=u");
  const hatched = await page.locator(".timeline .beyond").boundingBox();
  const track = await page.locator(".timeline .track").boundingBox();
  expect(hatched!.x).toBeGreaterThan(track!.x);
  expect(hatched!.x + hatched!.width).toBeCloseTo(track!.x + track!.width, 0);
  await open(page, "#lang=en&at=u");
  await expect(page.locator(".timeline .beyond")).toHaveCount(0);
});

for (const [width, height] of [
  [320, 640],
  [390, 844],
  [768, 1024],
  [844, 390],
]) {
  for (const lang of ["en", "zh"]) {
    test(`nothing is cut off: ${lang}, ${width}×${height}`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await open(page, `#lang=${lang}&net=4-5-4&at=d2.2`);
      expect(await cutOff(page, ".header, .timeline, .ledger")).toEqual([]);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(over).toBe(0);
      await page.getByRole("button", { name: /^(Settings|设置)$/ }).click();
      await expect(page.locator("dialog[open] select").first()).toBeVisible();
      expect(await cutOff(page, "dialog[open]")).toEqual([]);
    });
  }
}

/** The controls, names and numbers in some parts that reach beyond what holds them. */
async function cutOff(page: Page, parts: string): Promise<string[]> {
  return page.evaluate((selector) => {
    const found: string[] = [];
    for (const part of document.querySelectorAll(selector)) {
      const { left, right } = part.getBoundingClientRect();
      for (const element of part.querySelectorAll("button, select, input, td, th, .open-work")) {
        if (!element.checkVisibility()) continue;
        const box = element.getBoundingClientRect();
        const isOver = box.right > right + 1 || box.left < left - 1;
        if (isOver || element.scrollWidth > element.clientWidth + 1) {
          found.push(`${part.className}: ${element.textContent}`);
        }
      }
    }
    return found;
  }, parts);
}
