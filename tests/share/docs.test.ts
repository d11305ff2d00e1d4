import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { LIMITS } from "../../src/engine/layout.ts";
import { ACTIVATIONS, LOSSES } from "../../src/engine/network.ts";
import { fieldsFor } from "../../src/share/fields.ts";
import { readLink } from "../../src/share/link.ts";

const guide = readFileSync(new URL("../../docs/url-format.md", import.meta.url), "utf8");

/** The code blocks of a kind, as in ```kind. */
function blocks(kind: string): string[] {
  const pattern = new RegExp(`^\`\`\`${kind}\\n([^]*?)\\n\`\`\`$`, "gm");
  return Array.from(guide.matchAll(pattern), ([, text]) => text);
}

describe("docs/url-format.md", () => {
  it("has examples", () => {
    expect(blocks("link").length).toBeGreaterThan(5);
    expect(blocks("broken-link")).toHaveLength(1);
  });

  it.each(blocks("link"))("%s opens without a problem", (link) => {
    const { network, problems } = readLink(link);
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
    const keys = ["v", "net", "seed", ...fieldsFor(2).map((field) => field.key)];
    for (const name of [...keys, ...ACTIVATIONS, ...LOSSES]) expect(guide).toContain(`\`${name}\``);
    expect(guide).toContain(`at most ${LIMITS.layers} layers`);
    expect(guide).toContain(`at most ${LIMITS.neurons} neurons`);
    expect(guide).toContain(`at most ${LIMITS.connections.toLocaleString("en")} connections`);
  });
});
