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
  await open(page, "#lang=en&net=1-1&w2=0.5&at=E");
  await page.evaluate(() => (window as unknown as { spawned: Worker[] }).spawned[0].terminate());
  const label = page.locator(valueOf("w.2.1.1"));
  const box = (await label.boundingBox())!;
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await page.getByTestId("value-field").locator("input").fill("0.25");
  await expect(label).toHaveText("0.25");
  expect(
    await page.evaluate(() => (window as unknown as { spawned: Worker[] }).spawned.length),
  ).toBeGreaterThan(1);
});
