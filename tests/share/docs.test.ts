import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { LIMITS } from "../../src/engine/layout.ts";
import { ACTIVATIONS, LOSSES } from "../../src/engine/network.ts";
import { fieldsFor } from "../../src/share/fields.ts";
import { expandLink } from "../../src/share/compress.ts";
import { readFile, writeFile } from "../../src/share/file.ts";
import { readLink } from "../../src/share/link.ts";
import { START } from "../../src/steps/address.ts";

const guide = read("url-format.md");

function read(name: string): string {
  return readFileSync(new URL(`../../docs/${name}`, import.meta.url), "utf8");
}

/** The code blocks of a kind, as in ```kind. */
function blocks(kind: string, page = guide): string[] {
  const pattern = new RegExp(`^\`\`\`${kind}\\n([^]*?)\\n\`\`\`$`, "gm");
  return Array.from(page.matchAll(pattern), ([, text]) => text);
}

describe("docs/url-format.md", () => {
  it("has examples", () => {
    expect(blocks("link").length).toBeGreaterThan(5);
    expect(blocks("broken-link")).toHaveLength(1);
  });

  it.each(blocks("link"))("%s opens without a problem", async (link) => {
    const { network, problems } = readLink(await expandLink(link));
    expect(problems).toEqual([]);
    expect(network).not.toBeNull();
  });

  it("says what is wrong with its broken link", () => {
    const { network, problems } = readLink(blocks("broken-link")[0]);
    expect(network).not.toBeNull();
    expect(problems.map((problem) => problem.code)).toEqual([
      "columns",
      "noSuchStep",
      "unknownKey",
    ]);
  });

  it("names every key, activation, loss and limit", () => {
    const keys = ["v", "net", "seed", "z", ...fieldsFor(2).map((field) => field.key)];
    for (const name of [...keys, ...ACTIVATIONS, ...LOSSES]) expect(guide).toContain(`\`${name}\``);
    expect(guide).toContain(`at most ${LIMITS.layers} layers`);
    expect(guide).toContain(`at most ${LIMITS.neurons} neurons`);
    expect(guide).toContain(`at most ${LIMITS.connections.toLocaleString("en")} connections`);
  });
});

describe("docs/file-format.md", () => {
  const page = read("file-format.md");

  it("shows a file as it is written", () => {
    const [text] = blocks("file", page);
    const reading = readFile(text);
    const work = reading.ok ? reading : null;
    const view = { at: START, by: "neuron", digits: 4, ...work!.view } as const;
    expect(writeFile({ ...work!, view })).toBe(`${text}\n`);
  });

  it("names every key of it", () => {
    const [text] = blocks("file", page);
    const keys = Object.keys(JSON.parse(text)).filter((key) => !key.endsWith("3"));
    for (const key of keys) expect(page).toContain(`\`${key}\``);
  });
});
