import { expect, open, test, valueOf } from "./support/page.ts";

test("the address follows the state, and opens it again exactly", async ({ page, context }) => {
  await open(page, "#lang=en&net=2-3-1&seed=7&x=0.1,1e-7&t=1&at=d2.3&by=term&digits=6");
  await page.keyboard.press("ArrowRight");
  await expect(page).toHaveURL(/at=gw3\.1\.1/);
  const url = page.url();
  const rows = await page.locator(".equations:not([data-ahead])").innerText();
  const again = await context.newPage();
  await open(again, url.slice(url.indexOf("#")));
  expect(await again.locator(".equations:not([data-ahead])").innerText()).toBe(rows);
});

const input = (i: number): string => `.stage [data-ref="a.1.${i}"]`;

test("loading the page again at once brings back what was just changed", async ({
  page,
  context,
}) => {
  await open(page, "#lang=en&net=2-2-1&w2=1,2;3,4&w3=5,6");
  await page.getByRole("tab", { name: "Numbers" }).click();
  await page.getByTestId("numbers").locator('td[data-ref="w.2.1.1"]').click();
  await page.keyboard.type("71");
  await page.keyboard.press("Enter");
  await page.reload();
  await expect(page.locator(valueOf("w.2.1.1"))).toHaveText("71");
  await expect(page.getByRole("button", { name: "Open the earlier work" })).toBeHidden();
  await expect(page).toHaveURL(/w2=71,2/);

  const other = await context.newPage();
  await open(other, "#lang=en&net=2-2-1&w2=1,2;3,4&w3=5,6");
  await expect(other.locator(valueOf("w.2.1.1"))).toHaveText("1");
  await other.getByRole("button", { name: "Open the earlier work" }).click();
  await expect(other.locator(valueOf("w.2.1.1"))).toHaveText("71");
});

test("loading the page again before a long link is compressed brings back the new network", async ({
  page,
}) => {
  await open(page, "#lang=en&v=1&net=24-32-32-32-4");
  await expect(page.locator(input(24)).first()).toBeAttached();
  await page.keyboard.press("d");
  await page.getByTestId("stage").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Delete");
  await expect(page.locator(input(24))).toHaveCount(0);
  await page.reload();
  await page.locator('html[data-ready="true"]').waitFor();
  await expect(page.locator(input(23)).first()).toBeAttached();
  await expect(page.locator(input(24))).toHaveCount(0);
});

test("stepping makes no history: Back leaves the page", async ({ page }) => {
  await page.goto("about:blank");
  await open(page, "#lang=en");
  for (let n = 0; n < 5; n++) await page.keyboard.press("ArrowRight");
  await expect(page).toHaveURL(/at=/);
  await page.goBack();
  expect(page.url()).toBe("about:blank");
});

test("what cannot be used is listed in words, the rest is used", async ({ page }) => {
  await open(page, "#lang=en&net=2-2-1&w2=1,2;3&x=1,banana&t=1&colour=red&at=d2.1");
  const problems = page.getByTestId("link-problems");
  await expect(problems).toContainText("w2");
  await expect(problems).toContainText("banana");
  await expect(problems).toContainText("colour");
  await expect(page.getByTestId("board")).toHaveAttribute("data-at", "d2.1");
  await page.getByRole("button", { name: "Dismiss" }).click();
  await expect(problems).toBeHidden();
});

test("a useless link keeps the work; another link can be taken back", async ({ page }) => {
  await open(page, "#lang=en&net=2-1&w2=0.125,0.375");
  await page.evaluate(() => {
    location.hash = "#net=banana";
  });
  await expect(page.getByTestId("link-problems")).toContainText("banana");
  await expect(page.locator(valueOf("w.2.1.1"))).toHaveText("0.125");
  await page.evaluate(() => {
    location.hash = "#net=1-1&w2=0.625&lang=en";
  });
  await expect(page.locator(valueOf("w.2.1.1"))).toHaveText("0.625");
  await page.getByRole("button", { name: "Open the earlier work" }).click();
  await expect(page.locator(valueOf("w.2.1.1"))).toHaveText("0.125");
});

for (const hash of [
  "#",
  "#%",
  "#%E0%A4%A",
  "#v=99",
  "#&&&=&=",
  "#net=0-0",
  "#net=1e9-2",
  "#at=d99.99",
]) {
  test(`the link ${hash} opens a page that works`, async ({ page }) => {
    await open(page, hash);
    await page.keyboard.press("End");
    await expect(page.getByTestId("board")).toHaveAttribute("data-at", "u");
  });
}

test("Share copies the link", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page, "#lang=en&net=1-1&w2=0.1");
  await page.getByRole("button", { name: "Share" }).click();
  await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("w2=0.1");
});

test("every example opens", async ({ page }) => {
  await open(page, "#lang=en");
  const menu = page.getByRole("button", { name: /^Example: / });
  await menu.click();
  const names = await page.getByRole("menuitemradio").locator(".name").allInnerTexts();
  expect(names.length).toBeGreaterThanOrEqual(12);
  await page.keyboard.press("Escape");
  for (const name of names) {
    await menu.click();
    await page.getByRole("menuitemradio", { name, exact: true }).click();
    await expect(menu).toHaveText(name);
    await page.getByTestId("stage").focus();
    await page.keyboard.press("End");
    await expect(page.getByTestId("board")).toHaveAttribute("data-at", "u");
  }
});
