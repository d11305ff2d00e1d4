/** What every journey needs: a page that fails the test when it complains, and how to open it. */
import { AxeBuilder } from "@axe-core/playwright";
import { expect, test as base, type Page } from "@playwright/test";

export { expect };

/** A page whose console errors, uncaught exceptions and policy violations fail the test. */
export const test = base.extend({
  page: async ({ page }, use) => {
    const complaints = listen(page);
    await use(page);
    expect(complaints, "complaints of the page").toEqual([]);
  },
});

/** Collects what a page complains about from now on. */
export function listen(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  return complaints;
}

/** Opens the built page at a link (`#…`) and waits until drawing and formulas stand. */
export async function open(page: Page, hash: string, path = ""): Promise<void> {
  // Another hash alone would not load the page again.
  if (page.url() !== "about:blank") await page.goto("about:blank");
  await page.goto(`${path}${hash}`);
  await page.locator('html[data-ready="true"][data-formulas="true"]').waitFor();
  await page.locator(".equations:not([data-ahead]) .formula .katex").first().waitFor();
}

/** Ids of the accessibility rules a page breaks, with the places. */
export async function axeViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
  );
}

/** Where the drawing shows a quantity's number. */
export function valueOf(key: string): string {
  return `.stage [data-ref="${key}"][data-value]`;
}
