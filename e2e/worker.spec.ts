import { expect, open, test, valueOf } from "./support/page.ts";

test("a calculator that dies silently is started again and asked again", async ({ page }) => {
  await page.addInitScript(() => {
    const Native = window.Worker;
    const spawned: Worker[] = [];
    Object.assign(window, { spawned });
    window.Worker = class extends Native {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        spawned.push(this);
      }
    };
  });
  await open(page, "#lang=en&net=1-1&w2=0.5&x=1&t=1&at=u");
  await page.evaluate(() => (window as unknown as { spawned: Worker[] }).spawned[0].terminate());
  const label = page.locator(valueOf("w.2.1.1"));
  await expect(label).toHaveText("0.5");
  // One number that is typed is computed in the page; a step of descent is the worker's.
  await page.getByRole("button", { name: "Take the step" }).click();
  await expect(label).not.toHaveText("0.5");
  expect(
    await page.evaluate(() => (window as unknown as { spawned: Worker[] }).spawned.length),
  ).toBeGreaterThan(1);
});
