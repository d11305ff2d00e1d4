import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./support/page.ts";

/** What can be opened in a tab: the link without it, its key, and where it is seen. */
const OPENED = [
  {
    link: "#lang=en&view=forward&forward=w2.1.1&at=tE",
    key: "comparison=open",
    shown: (page: Page): Locator => page.getByTestId("comparison"),
    toggle: (page: Page): Locator =>
      page.getByRole("button", { name: "Compare with reverse mode" }),
  },
  {
    link: "#lang=en&view=check&check=cost&growth=width",
    key: "costs=all",
    shown: (page: Page): Locator => page.getByTestId("all-sizes"),
    toggle: (page: Page): Locator => page.locator(".all-sizes summary"),
  },
  {
    link: "#lang=en&net=2-4-4-2&x=1,2&view=jacobian&jacobian=entry",
    key: "paths=all",
    shown: (page: Page): Locator => page.getByTestId("paths").locator("tbody tr").nth(15),
    toggle: (page: Page): Locator => page.getByRole("button", { name: /^Show (10 more|only)/ }),
  },
];

for (const { link, key, shown, toggle } of OPENED) {
  test(`a link hands out what is open: ${key}`, async ({ page }) => {
    await page.goto(`./${link}&${key}`);
    await expect(shown(page)).toBeVisible();
    await toggle(page).click();
    await expect(shown(page)).toHaveCount(0);
    await expect(page).not.toHaveURL(new RegExp(key));
    await toggle(page).click();
    await expect(shown(page)).toBeVisible();
    await expect(page).toHaveURL(new RegExp(`&${key}\\b`));
  });
}
