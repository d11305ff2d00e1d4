import { preview } from "vite";
import { expect, open, test, valueOf } from "./support/page.ts";

test("the built folder works from any path, worker and fonts included", async ({ page }) => {
  const server = await preview({
    base: "/some/deep/path/",
    logLevel: "silent",
    preview: { port: 0 },
  });
  try {
    const address = server.httpServer.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    const failed: string[] = [];
    page.on("response", (response) => {
      if (response.status() >= 400) failed.push(response.url());
    });
    await open(page, "#lang=en&at=d2.1", `http://localhost:${address.port}/some/deep/path/`);
    await expect(page.locator(valueOf("d.2.1"))).toHaveText("0.008771");
    expect(failed).toEqual([]);
  } finally {
    await server.close();
  }
});

test("the policy of the built page refuses inline script and style", async ({ page }) => {
  await open(page, "#lang=en");
  const policy = await page
    .locator('meta[http-equiv="Content-Security-Policy"]')
    .getAttribute("content");
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain("unsafe");
});
