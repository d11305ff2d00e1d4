/**
 * The walk through Mazur's example ("A Step by Step Backpropagation Example", 2015): every value is
 * read off the screen and compared with the number printed there.
 */
import type { Page } from "@playwright/test";
import { expect, open, test, valueOf } from "./support/page.ts";

const MAZUR =
  "#net=2-2-2&x=0.05,0.1&t=0.01,0.99&w2=0.15,0.2;0.25,0.3&b2=0.35,0.35&w3=0.4,0.45;0.5,0.55&b3=0.6,0.6&lang=en&digits=10";

/** What the text prints, by the address of the step that finds it; decimals as printed. */
const PUBLISHED: readonly (readonly [step: string, value: string])[] = [
  ["z2.1", "0.3775"],
  ["a2.1", "0.593269992"],
  ["a2.2", "0.596884378"],
  ["z3.1", "1.105905967"],
  ["a3.1", "0.75136507"],
  ["a3.2", "0.772928465"],
  ["E", "0.298371109"],
  ["d3.1", "0.138498562"],
  ["gw3.1.1", "0.082167041"],
  ["gw2.1.1", "0.000438568"],
];

const number = (text: string): number => Number(text.replaceAll("−", "-"));
const decimals = (text: string): number => text.split(".")[1]?.length ?? 0;

async function at(page: Page): Promise<string> {
  return (await page.getByTestId("board").getAttribute("data-at")) ?? "";
}

test("every published number stands on the screen, at the step that finds it", async ({ page }) => {
  await open(page, MAZUR);
  const found = new Map<string, number>();
  let last = await at(page);
  for (let n = 1; n <= 26; n++) {
    await page.keyboard.press("ArrowRight");
    await expect(page.getByTestId("step-count")).toHaveText(`${n} / 26`);
    // The board follows who hurries on.
    await expect(page.getByTestId("board")).not.toHaveAttribute("data-at", last);
    const address = await at(page);
    last = address;
    if (address === "u") continue;
    const result = page.getByTestId("result").locator("[data-slot]").last();
    found.set(address, number(await result.innerText()));
  }
  for (const [step, printed] of PUBLISHED) {
    const value = found.get(step);
    expect(value, step).toBeDefined();
    expect(value!.toFixed(decimals(printed)), step).toBe(printed);
  }
});

test("after one step of gradient descent the weights are the published ones", async ({ page }) => {
  await open(page, `${MAZUR}&at=u`);
  const ledger = page.getByTestId("ledger");
  expect(number(await ledger.locator('[data-ref="nw.3.1.1"]').innerText())).toBeCloseTo(
    0.35891648,
    8,
  );
  expect(number(await ledger.locator('[data-ref="nw.2.1.1"]').innerText())).toBeCloseTo(
    0.149780716,
    9,
  );
  const before = number(await page.getByTestId("e-before").innerText());
  expect(before).toBeCloseTo(0.298371109, 9);
  const after = number(await page.getByTestId("e-after").innerText());
  expect(after).toBeLessThan(before);

  await page.getByRole("button", { name: "Take the step" }).click();
  await expect(page.locator(valueOf("w.3.1.1")).first()).toHaveAttribute(
    "data-value",
    /^0\.358916479/,
  );
  await expect(page.getByTestId("e-before")).not.toHaveText(String(before));
  expect(await at(page)).toBe("u");
});

test("the drawing shows only what the step has established", async ({ page }) => {
  await open(page, `${MAZUR}&at=d3.2`);
  await expect(page.locator(valueOf("d.3.1"))).toHaveText(/^0\.138/);
  await expect(page.locator(valueOf("d.3.2"))).toHaveText(/^−0\.038/);
  await expect(page.locator(valueOf("d.2.1"))).toBeHidden();
  await page.keyboard.press("ArrowRight");
  await expect(page.locator(valueOf("d.2.1"))).toHaveText(/^0\.0087/);
  await page.keyboard.press("Home");
  await expect(page.locator(valueOf("a.2.1"))).toBeHidden();
  await expect(page.locator(valueOf("E"))).toBeHidden();
});
