/** The check of the gradient and what it costs, read off the screen. */
import type { Locator, Page } from "@playwright/test";
import { axeViolations, expect, test } from "./support/page.ts";

/** Opens a part of the tab by a link. */
async function openTab(page: Page, hash: string, part: "gradients" | "cost"): Promise<void> {
  if (page.url() !== "about:blank") await page.goto("about:blank");
  await page.goto(`#${hash}&view=check`);
  await page.locator('html[data-ready="true"][data-formulas="true"]').waitFor();
  await page.locator(`.check-tab [data-choice="${part}"]`).click();
  await page.locator(`.check-page[data-part="${part}"] h2`).waitFor();
}

/** Every digit of a number on the screen. */
async function numberIn(place: Locator): Promise<number> {
  const exact = await place.locator("[title]").first().getAttribute("title");
  return Number(exact!.replaceAll("−", "-"));
}

const rowOf = (page: Page, key: string): Locator =>
  page.getByTestId("gradients").locator(`tr[data-ref="${key}"]`);

/** h from the list. */
const chooseStep = (page: Page, h: string): Promise<unknown> =>
  page.locator(".step-size select").selectOption({ label: h });

/** The kink of neuron 1 lies between θ + h and θ − h for its own weight and bias. */
const KINKED = "lang=en&net=1-2-1&act=relu,identity&x=1&t=0&w2=1;1&b2=-1,1&w3=1,1";

test("every gradient of Mazur's network, three times the same", async ({ page }) => {
  await openTab(page, "lang=en", "gradients");
  expect(await page.getByTestId("gradients").locator("tbody tr").count()).toBe(12);
  // Printed by Mazur, 2015, as ∂E/∂w5 and ∂E/∂w1.
  for (const [key, gradient] of [
    ["w.3.1.1", 0.082167041],
    ["w.2.1.1", 0.000438568],
  ] as const) {
    for (const column of [0, 1, 2]) {
      const cell = rowOf(page, key).locator("td").nth(column);
      expect(await numberIn(cell)).toBeCloseTo(gradient, 8);
    }
  }
  expect(await numberIn(page.locator(".worst"))).toBeLessThan(1e-7);
  await expect(page.locator(".agreement-legend")).toContainText("agree to 6 digits 12");

  await page.locator('.check-tab [data-choice="forwardMode"]').click();
  expect(await numberIn(page.locator(".worst"))).toBeLessThan(1e-13);
});

test("the worst is named, and leads to its step", async ({ page }) => {
  await openTab(page, "lang=en", "gradients");
  await chooseStep(page, "0.1");
  expect(await numberIn(page.locator(".worst"))).toBeGreaterThan(1e-6);
  const worst = page.locator(".worst .parameter");
  const key = await worst.getAttribute("data-ref");
  await expect(page.getByTestId("gradients").locator("tbody tr").first()).toHaveAttribute(
    "data-ref",
    key!,
  );
  await worst.click();
  await expect(page.locator("#tab-step")).toHaveAttribute("aria-selected", "true");
  await expect(page.getByTestId("board")).toHaveAttribute(
    "data-at",
    key!.replace(/^([wb])\./, "g$1"),
  );
});

test("what is pointed at in the table or on its map is lit on the stage", async ({ page }) => {
  await openTab(page, "lang=en", "gradients");
  const lit = page.locator('.stage [data-ref="w.2.1.2"][data-lit]').first();
  await expect(lit).toBeHidden();
  await rowOf(page, "w.2.1.2").hover();
  await expect(lit).toBeVisible();
  await expect(page.locator('.agreement-map [data-ref="w.2.1.2"]')).toHaveAttribute("data-lit");
  await page.locator('.agreement-map circle[data-ref="b.3.2"]').hover();
  await expect(rowOf(page, "b.3.2")).toHaveAttribute("data-lit");
  await expect(lit).toBeHidden();
});

test("a kink is named, and told from a mistake", async ({ page }) => {
  await openTab(page, KINKED, "gradients");
  const findings = page.getByTestId("findings");
  await expect(findings).toContainText("For 2 parameters");
  expect(
    await findings.locator(".named").evaluateAll((all) => all.map((one) => one.dataset["ref"])),
  ).toEqual(["w.2.1.1", "b.2.1"]);
  await expect(rowOf(page, "w.2.1.1")).toHaveAttribute("data-level", "kink");
  await expect(rowOf(page, "w.2.2.1")).toHaveAttribute("data-level", "agrees");
});

test("what left the range of doubles is named", async ({ page }) => {
  await openTab(page, "lang=en&net=1-1-1&act=identity&x=1&w2=1e200&w3=1e200", "gradients");
  const findings = page.getByTestId("findings");
  await expect(findings).toContainText("left the range of doubles first");
  await expect(findings.locator(".named")).toHaveAttribute("data-ref", "z.3.1");
  await expect(page.locator("body")).not.toContainText(/NaN|Infinity/);
});

test("thousands of parameters come in pages", async ({ page }) => {
  await openTab(page, "lang=en&net=24-28-28-24&seed=3", "gradients");
  const rows = page.getByTestId("gradients").locator("tbody tr");
  await rows.first().waitFor();
  const first = await rows.first().getAttribute("data-ref");
  expect(await rows.count()).toBeLessThan(30);
  await page.getByRole("button", { name: "Next rows" }).click();
  await expect(page.locator(".pages")).toContainText("of 2,208");
  expect(await rows.first().getAttribute("data-ref")).not.toBe(first);
  await page.locator(".check-page select").last().selectOption("network");
  await expect(rows.first()).toHaveAttribute("data-ref", "w.2.1.1");
});

test("what was chosen is in the link, and opens again with it", async ({ page }) => {
  await openTab(page, "lang=en&net=4-8-8-3", "gradients");
  await chooseStep(page, "0.001");
  await page.locator('.check-tab [data-choice="forwardMode"]').click();
  await page.locator(".check-page select").last().selectOption("network");
  await page.getByRole("button", { name: "Next rows" }).click();
  const shown = await page.locator(".pages").textContent();
  await page.locator('.check-tab [data-choice="cost"]').click();
  await page.locator('.check-tab [data-choice="width"]').click();
  await page.locator(".size-slider input").press("ArrowRight");
  await expect(page).toHaveURL(
    /&h=0\.001&check=cost&against=forwardMode&sort=network&page=2&growth=width&size=9&lang=en$/,
  );

  await page.reload();
  await page.locator('.check-page[data-part="cost"]').waitFor();
  await expect(page.getByTestId("growth-at")).toHaveText("9");
  await page.locator('.check-tab [data-choice="gradients"]').click();
  await expect(page.locator(".pages")).toHaveText(shown!);
  await expect(page.locator(".step-size select")).toHaveValue("0.001");
});

test("a long check says how far it is, and can be cancelled and asked for again", async ({
  page,
}) => {
  await openTab(page, "lang=en&net=32-32-32-32-32&seed=1", "gradients");
  await page.locator('[data-testid="gradients"] tbody tr').first().waitFor();
  // The next check stays where it was left at 40 %, so that it is seen at work on any machine.
  await page.evaluate(() => {
    const { postMessage } = Worker.prototype as { postMessage: (this: Worker, m: unknown) => void };
    let held: ReturnType<typeof setInterval> | null = null;
    Worker.prototype.postMessage = function (this: Worker, message: { kind?: string; id: number }) {
      if (message.kind !== "check" || held !== null) {
        clearInterval(held ?? undefined);
        postMessage.call(this, message);
        return;
      }
      const data = { id: message.id, fraction: 0.4 };
      // Again and again: a worker that falls silent is taken for dead.
      held = setInterval(() => this.dispatchEvent(new MessageEvent("message", { data })), 700);
    };
  });
  await chooseStep(page, "0.001");
  const job = page.getByTestId("check-job");
  await expect(job).toContainText("Checking: 40 %");
  // What was found before still stands, and is called what it is.
  await expect(job).toContainText("Below is the check before.");
  await expect(page.getByTestId("gradients")).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  await job.getByRole("button", { name: "Cancel" }).press("Enter");
  await expect(job).toContainText("Cancelled.");
  await expect(page.getByTestId("gradients")).toBeVisible();
  // Who works by key is not sent back to the start of the page.
  await expect(job.getByRole("button", { name: "Check" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("worst")).toBeVisible();
  await expect(page.locator(".checked[data-earlier]")).toHaveCount(0);
  await expect(page.locator(".check-page")).toBeFocused();
});

const COSTS = {
  forwardPass: 8,
  backprop: 24,
  tangentPerNeuron: 44,
  tangentPerParameter: 92,
  central: 240,
  paths: 62,
};

test("what Mazur's network costs by each method", async ({ page }) => {
  await openTab(page, "lang=en", "cost");
  for (const [method, count] of Object.entries(COSTS)) {
    await expect(page.getByTestId(`cost-${method}`)).toHaveText(`${count}`);
    await expect(
      page.locator(`[data-testid="costs"] [data-method="${method}"] .form .katex`),
    ).toBeVisible();
  }
  await expect(page.getByTestId("remarks")).toContainText("the path sum is not the most expensive");
  // The network is one of those that the plot starts from.
  for (const [method, count] of Object.entries(COSTS)) {
    const row = page.locator(`[data-testid="costs-at"] [data-method="${method}"]`);
    await expect(row.locator("td").last()).toHaveText(`${count}`);
  }
});

test("in a deep network the path sum is the most expensive; the costs follow the slider", async ({
  page,
}) => {
  await openTab(page, "lang=en&net=8-8-8-8-8-8", "cost");
  await expect(page.getByTestId("remarks")).toContainText("the path sum is the most expensive");
  await expect(page.getByTestId("remarks")).toContainText("262,144");
  await page.locator('.check-tab [data-choice="width"]').click();
  await expect(page.getByTestId("growth-at")).toHaveText("8");
  const at = await page.getByTestId("step-count").textContent();
  await page.locator(".size-slider input").focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByTestId("growth-at")).toHaveText("9");
  expect(await page.getByTestId("step-count").textContent()).toBe(at);
  // K n², with K = 5.
  const cost = page.locator('[data-testid="costs-at"] [data-method="forwardPass"] td').last();
  await expect(cost).toHaveText("405");
  await page.locator(".all-sizes summary").click();
  await expect(page.getByTestId("all-sizes").locator("tbody tr")).toHaveCount(32);
  await expect(
    page.getByTestId("all-sizes").locator("tbody tr").nth(8).locator("td").first(),
  ).toHaveText("405");
});

test("edges that are missing and softmax are told of", async ({ page }) => {
  await openTab(page, "lang=en&net=2-2-2&act=sigmoid,softmax&loss=ce&t=1,0&w2=1,_;1,1", "cost");
  await expect(page.getByTestId("remarks")).toContainText("all connections");
  await expect(page.getByTestId("remarks")).toContainText("softmax");
});

for (const [lang, theme, width, height] of [
  ["en", "paper", 1440, 900],
  ["zh", "slate", 1440, 900],
  ["zh", "paper", 1024, 768],
  ["en", "slate", 1024, 768],
  ["en", "paper", 390, 844],
  ["zh", "slate", 390, 844],
] as const) {
  test(`fits and breaks no rule: ${lang}, ${theme}, ${width}×${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    for (const part of ["gradients", "cost"] as const) {
      for (const network of ["net=2-2-2&seed=1", "net=4-8-8-3&digits=10", "net=1-1"]) {
        await openTab(page, `lang=${lang}&theme=${theme}&${network}`, part);
        await page.locator(part === "cost" ? ".growth-plot svg" : ".agreement-map svg").waitFor();
        const over = await page.evaluate(() =>
          [document.documentElement, document.querySelector(".check-page")!].map(
            ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth,
          ),
        );
        expect(over, network).toEqual([0, 0]);
        expect(await axeViolations(page), network).toEqual([]);
      }
    }
    await expect(page.locator(".check-page h2")).toHaveText(
      lang === "en" ? "What the whole gradient costs" : "求全部梯度的计算量",
    );
  });
}

test("the arrow that leads to the last page keeps the focus", async ({ page }) => {
  await openTab(page, "lang=en&net=2-3-3-2", "gradients");
  const next = page.getByRole("button", { name: "Next rows" });
  await next.focus();
  await page.keyboard.press("Enter");
  await expect(next).toHaveAttribute("aria-disabled", "true");
  await expect(next).toBeFocused();
});
