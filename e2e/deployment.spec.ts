import { readdirSync } from "node:fs";
import { expect, listen, open, test } from "./support/page.ts";

test("the built page allows no inline script or style, and a breach is noticed", async ({
  browser,
}) => {
  const page = await browser.newPage();
  const complaints = listen(page);
  await open(page, "#lang=en");
  expect(complaints).toEqual([]);
  const served = await (await page.request.get("/")).text();
  expect(served).not.toMatch(/<style|\sstyle=|<script(?![^>]*\ssrc=)/);
  await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "document.title = 'breached'";
    document.body.append(script);
    document.body.setAttribute("style", "color: red");
  });
  await expect.poll(() => complaints.length).toBe(2);
  expect(complaints.join()).toMatch(/script.*style/s);
  await expect(page).not.toHaveTitle("breached");
  await page.close();
});

test("fonts are shipped in one format, and the first two are asked for at once", async ({
  page,
}) => {
  const fonts = readdirSync(new URL("../dist/assets/", import.meta.url)).filter((name) =>
    /\.(woff2?|ttf|otf)$/.test(name),
  );
  expect(fonts.length).toBeGreaterThan(0);
  expect(fonts.filter((name) => !name.endsWith(".woff2"))).toEqual([]);
  await open(page, "#lang=en");
  const preloaded = await page
    .locator('link[rel="preload"][as="font"]')
    .evaluateAll((links) => links.map((link) => (link as HTMLLinkElement).href));
  expect(preloaded).toHaveLength(2);
  const loaded = await page.evaluate(() =>
    performance.getEntriesByType("resource").map(({ name }) => name),
  );
  for (const font of preloaded) expect(loaded).toContain(font);
});
