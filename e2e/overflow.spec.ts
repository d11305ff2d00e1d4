/** After a number has left the range of doubles: what may still be shown, and what is said of the rest. */
import type { Locator, Page } from "@playwright/test";
import { axeViolations, expect, test } from "./support/page.ts";

/** Links by what leaves the range of doubles in them. */
const LOST = {
  z: "net=2-2-2&act=identity&x=1,1&t=0,1&w2=1e200,1;1,1&w3=1e200,1;1,1",
  zBeforeSigmoid: "net=1-1-1&x=1e308&w2=1e10&w3=1",
  loss: "net=2-2-2&act=identity&x=1,1&t=0,1&w2=1e160,1;1,1&w3=1,1;1,1",
  delta: "net=1-1-1-1&act=identity&x=0&t=1e10&w2=1&w3=1e200&w4=1e200",
  gradient: "net=1-1-1&act=identity&x=1&t=0&w2=1e160&w3=1e-10",
  moved: "net=1-1-1&x=1.7976931348623157e308&w2=1&w3=1",
  product: "net=1-1-1-1&act=identity&x=0&t=0&w2=1&w3=1e200&w4=1e200",
  biasTwice: "net=1-1-1&act=identity,sigmoid&x=1&w2=1&w3=1&b3=1.7e308",
} as const;
type Case = keyof typeof LOST;

const PLACES = {
  check: ".check-page",
  jacobian: ".jacobian",
  forward: ".forward-page",
  derivation: ".derivation",
} as const;

async function openAt(page: Page, lost: Case, view: string): Promise<void> {
  if (page.url() !== "about:blank") await page.goto("about:blank");
  await page.goto(`#${LOST[lost]}&lang=en&view=${view}`);
  await page.locator('html[data-ready="true"][data-formulas="true"]').waitFor();
  const tab = view.replace(/&.*/, "") as keyof typeof PLACES;
  await page.locator(`${PLACES[tab]} :is(p, table)`).first().waitFor();
}

const cells = (page: Page, key: string): Locator =>
  page.getByTestId("gradients").locator(`tr[data-ref="${key}"] td`);

test("in the check no gradient has a number after the forward pass has lost one", async ({
  page,
}) => {
  await openAt(page, "z", "check");
  const all = page.getByTestId("gradients").locator("tbody td");
  await expect(all).toHaveText(Array<string>(48).fill("—no number"));
  await expect(page.getByTestId("findings").locator(".named")).toHaveAttribute("data-ref", "z.3.1");
  expect(await axeViolations(page)).toEqual([]);
});

test("what only backpropagation loses is lost in its column alone", async ({ page }) => {
  await openAt(page, "delta", "check&sort=network");
  await expect(page.getByTestId("findings").locator(".named").first()).toHaveAttribute(
    "data-ref",
    "d.2.1",
  );
  await expect(cells(page, "w.2.1.1")).toHaveText(["—no number", "—no number", "0", "—no number"]);
  await expect(cells(page, "b.4.1").first()).toHaveText("−1e10");
  await openAt(page, "gradient", "check");
  await expect(cells(page, "b.3.1").first()).toHaveText("—no number");
});

test("a sum so far that leaves the range says so, and what it takes with it", async ({ page }) => {
  for (const [net, first, at, lost] of [
    ["net=2-1&act=identity&x=1e308,1e308&t=0&w2=1,1", "z2.1.1", "z2.1.2", "symbol z"],
    ["net=1-3&act=identity&x=1.3e154&t=0,0,0&w2=1;1;1", "E.1", "E.3", "symbol E"],
  ] as const) {
    const rows = page.locator(".equations:not([data-ahead])");
    for (const step of [first, at]) {
      await page.goto("about:blank");
      await page.goto(`#${net}&lang=en&by=term&at=${step}`);
      await expect(rows.locator(".formula-rhs").last()).toBeVisible();
      await expect(rows.locator(".notice")).toHaveCount(step === at ? 1 : 0);
    }
    await expect(rows.locator(".notice")).toContainText("This number left the range");
    await expect(rows.locator(".notice .symbol")).toHaveClass(lost);
  }
});

test("what only the moved networks or the tangents lose is named with its θ", async ({ page }) => {
  // Whatever is compared: the column of the other method is there too.
  for (const against of ["central", "forwardMode"]) {
    await openAt(page, "moved", `check&against=${against}`);
    const keys = page.getByTestId("lost-central").locator(".named");
    await expect(keys.first()).toHaveAttribute("data-ref", "z.2.1");
    await expect(keys.last()).toHaveAttribute("data-ref", "w.2.1.1");
    await expect(page.getByTestId("lost-forwardMode")).toHaveCount(0);
    await expect(cells(page, "w.2.1.1").nth(2)).toHaveText("—no number");
  }
  await openAt(page, "product", "check");
  await expect(page.getByTestId("lost-forwardMode").locator(".named").first()).toHaveAttribute(
    "data-ref",
    "tz.4.1",
  );
});

test("∂y/∂x has no number that comes of a lost z, not even behind a bounded σ", async ({
  page,
}) => {
  await openAt(page, "zBeforeSigmoid", "jacobian");
  const entry = page.getByTestId("jacobian").locator("[data-cell]");
  await expect(entry).toContainText("no number");
  await expect(page.getByTestId("not-finite")).toContainText("on the way forward");
  await expect(page.locator(".operand").first().locator("td")).toContainText("no number");
  // E and what follows it are no part of ∂y/∂x.
  await openAt(page, "loss", "jacobian");
  await expect(entry.first()).toContainText("1e160");
  await expect(page.getByTestId("not-finite")).toHaveCount(0);
});

test("the product that leaves the range is named, in the order it is taken in", async ({
  page,
}) => {
  await openAt(page, "product", "jacobian");
  await expect(page.getByTestId("not-finite")).toContainText(/the first is w\(4\)⋯w\(2\)$/);
  await openAt(page, "biasTwice", "jacobian&jacobian=sheet");
  await expect(page.getByTestId("not-finite")).toHaveCount(0);
  await expect(page.getByTestId("literal-lost")).toContainText("with the bias twice");
  await expect(page.getByTestId("literal").locator("td")).toContainText("no number");
});

test("the sheet's recursion has no number, and no 0/0, from a lost slope", async ({ page }) => {
  await openAt(page, "zBeforeSigmoid", "forward&forward=written");
  await expect(page.getByTestId("literal")).toHaveText(["0", "0", "—no number"]);
  await expect(page.getByTestId("lost").locator("[data-ref]")).toHaveAttribute("data-ref", "z.2.1");
});

test("a product of a path that leaves the range by itself is told of", async ({ page }) => {
  await openAt(page, "product", "derivation&eq=paths&from=b");
  await expect(page.getByTestId("path-sum")).toHaveText("—");
  await expect(page.getByTestId("path-lost")).toContainText("Where there is a dash");
  await openAt(page, "delta", "derivation&eq=paths&from=b&place=2.1.1&merge=2");
  await expect(page.getByTestId("path-sum")).toHaveText("—");
  await expect(page.getByTestId("path-lost")).toContainText("Where a factor is a dash");
  await openAt(page, "product", "derivation&eq=paths&from=w");
  await expect(page.getByTestId("path-sum")).toHaveText("0");
  await expect(page.getByTestId("path-lost")).toHaveCount(0);
});

for (const lost of ["z", "delta", "product"] as const) {
  test(`nowhere a number that is none: ${lost}`, async ({ page }) => {
    for (const view of [
      "check",
      "jacobian&order=left&product=3",
      "jacobian&jacobian=entry",
      "jacobian&jacobian=difference",
      "jacobian&jacobian=sheet",
      "forward&forward=written.2",
      "forward&forward=repaired.2",
      "forward&forward=b2.1&at=tE",
      "derivation&eq=1a",
      "derivation&eq=unfold",
      "derivation&eq=paths",
    ]) {
      await openAt(page, lost, view);
      expect(await page.locator("body").innerText(), view).not.toMatch(/NaN|Infinity|undefined/);
    }
  });
}
