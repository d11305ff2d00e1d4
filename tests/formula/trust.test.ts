import { renderToString } from "katex";
import { expect, test } from "vitest";
import { KATEX_OPTIONS, trust } from "../../src/formula/trust.ts";

const data = (attributes: Record<string, string>): { command: string } =>
  ({ command: "\\htmlData", attributes }) as { command: string };

test.each(["w.3.2.1", "w.3.*.1", "gw.2.*.*", "a.1.*", "d.24.32", "t.*", "t.4", "E", "nE", "eta"])(
  "%s is a reference",
  (key) => expect(trust(data({ "data-ref": key }))).toBe(true),
);

test.each([
  "",
  "w",
  "w.3.2",
  "w.3.2.1.1",
  "w.0.1.1",
  "w.123.1.1",
  "a.1.1.1",
  "t.1.1",
  "E.1",
  "x.1",
  "w.3.2.1 onclick",
  "w.3.2.1\n",
  "javascript:alert(1)",
])("%j is none", (key) => expect(trust(data({ "data-ref": key }))).toBe(false));

test("one attribute at a time, and only these two", () => {
  expect(trust(data({ "data-slot": "12" }))).toBe(true);
  expect(trust(data({ "data-slot": "x" }))).toBe(false);
  expect(trust(data({}))).toBe(false);
  expect(trust(data({ "data-ref": "E", "data-slot": "1" }))).toBe(false);
  expect(trust(data({ "data-ref": "E", "data-x": "1" }))).toBe(false);
  expect(trust(data({ "data-key": "E" }))).toBe(false);
});

test("no other command", () => {
  for (const command of [
    "\\url",
    "\\href",
    "\\includegraphics",
    "\\htmlClass",
    "\\htmlId",
    "\\htmlStyle",
  ]) {
    expect(trust({ command })).toBe(false);
    expect(trust({ command, attributes: { "data-ref": "E" } } as { command: string })).toBe(false);
  }
});

const render = (tex: string): string => renderToString(tex, KATEX_OPTIONS);

test("KaTeX asks, and writes nothing that was refused", () => {
  expect(render("\\htmlData{ref=w.3.2.1}{w}")).toContain('data-ref="w.3.2.1"');
  expect(render("\\htmlData{ref=evil}{w}")).not.toContain("data-ref");
  expect(render("\\htmlStyle{color:red}{w}")).not.toContain("color:red");
  expect(render("\\href{https://example.org}{w}")).not.toContain("<a");
});
