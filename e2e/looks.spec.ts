import { axeViolations, expect, open, test } from "./support/page.ts";

const STATES = ["at=x", "at=d2.1", "at=u", "net=3-4-4-2&by=layer&at=d2"];

for (const lang of ["en", "zh"]) {
  for (const theme of ["paper", "slate"]) {
    test(`no accessibility violation: ${lang}, ${theme}`, async ({ page }) => {
      for (const state of STATES) {
        await open(page, `#lang=${lang}&theme=${theme}&${state}`);
        expect(await axeViolations(page), state).toEqual([]);
      }
      await page.locator(".header .button.quiet").last().click();
      expect(await axeViolations(page), "a dialog").toEqual([]);
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
    for (const state of [
      "at=d2.1",
      "net=4-5-4&at=d2.2&digits=10",
      "net=8-16-3&at=z2.3",
      "net=6-9-7&by=layer&at=d2",
      "net=4-5-4&by=layer&at=u",
    ]) {
      await open(page, `#lang=en&${state}`);
      const over = await page.evaluate(() => ({
        page: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        board: [...document.querySelectorAll(".equations:not([data-ahead]) .row")].filter((row) => {
          const right = row.getBoundingClientRect().right + 1;
          return [...row.querySelectorAll("[data-ref]")].some(
            (term) => term.getBoundingClientRect().right > right,
          );
        }).length,
      }));
      expect(over, state).toEqual({ page: 0, board: 0 });
    }
  });
}

test("stage and board keep their places from step to step", async ({ page }) => {
  await open(page, "#lang=en");
  const places = () =>
    page.evaluate(() =>
      [".stage", ".board", ".board h2", ".board .room", ".ledger", ".timeline"].map((selector) => {
        const { x, y } = document.querySelector(selector)!.getBoundingClientRect();
        return [selector, x, y];
      }),
    );
  const first = await places();
  for (let n = 1; n <= 26; n++) {
    await page.keyboard.press("ArrowRight");
    await expect(page.getByTestId("step-count")).toHaveText(`${n} / 26`);
    expect(await places(), `step ${n}`).toEqual(first);
  }
});

test("a number out of range is named, and nothing after it is shown", async ({ page }) => {
  await open(page, "#lang=en&net=1-1-1&act=identity&x=1&w2=1e200&w3=1e200&at=u");
  await expect(page.getByTestId("board")).toContainText("range");
  for (const shown of ["NaN", "Infinity", "∞"]) {
    await expect(page.locator("body")).not.toContainText(shown);
  }
});

test("Chinese throughout, from the browser's language", async ({ browser }) => {
  const context = await browser.newContext({ locale: "zh-CN" });
  const page = await context.newPage();
  await open(page, "#at=d2.1");
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-Hans");
  await expect(page.getByTestId("board")).toContainText("隐藏神经元的误差");
  await context.close();
});

test("no number of the ledger is cut, however small", async ({ page }) => {
  for (const link of ["#lang=en&net=1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1&at=d3.1", "#lang=en&at=d2.1"]) {
    await open(page, link);
    const cut = await page
      .locator("[data-testid=ledger] :is(td, th)")
      .evaluateAll((cells) =>
        cells
          .filter((cell) => cell.scrollWidth > cell.clientWidth + 0.5)
          .map(({ textContent }) => textContent),
      );
    expect(cut).toEqual([]);
  }
});

test("a phone held sideways shows the whole drawing above the timeline", async ({ page }) => {
  await page.setViewportSize({ width: 844, height: 390 });
  await open(page, "#lang=en&at=d2.1");
  const drawing = (await page.locator(".stage .drawing").boundingBox())!;
  const timeline = (await page.getByTestId("timeline").boundingBox())!;
  expect(drawing.y + drawing.height).toBeLessThanOrEqual(timeline.y);
});
