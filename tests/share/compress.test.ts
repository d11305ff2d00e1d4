import { deflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { fc, test } from "@fast-check/vitest";
import { compressLink, expandLink, LONG_LINK } from "../../src/share/compress.ts";
import { EXAMPLES } from "../../src/share/examples.ts";
import { readLink, writeLink } from "../../src/share/link.ts";
import { anyNetwork, anyView } from "../session/networks.ts";

const anyState = anyNetwork().chain((network) =>
  anyView(network).map((view) => ({ network, view })),
);

/** The `z` of a text. */
function z(text: string | Uint8Array): string {
  return deflateRawSync(text).toString("base64url");
}

describe("round trip", () => {
  test.prop([anyState])("every network and view, exactly", async (state) => {
    const link = writeLink(state, "en");
    const compressed = await compressLink(link);
    expect(compressed).toMatch(/^v=1&z=[\w-]+$/);
    expect(readLink(await expandLink(compressed))).toStrictEqual(readLink(link));
  });

  it.each(EXAMPLES)("the example $id", async ({ link }) => {
    expect(await expandLink(await compressLink(link))).toBe(link);
  });

  it("makes a comfortable link of a long one", async () => {
    const ones = Array(32).fill("0.5").join(",");
    const link = `v=1&net=32-32&w2=${Array(32).fill(ones).join(";")}`;
    expect(link.length).toBeGreaterThan(LONG_LINK);
    expect((await compressLink(link)).length).toBeLessThan(LONG_LINK);
  });

  it("keeps the address before it, and takes one", async () => {
    const address = "https://example.org/a/?b=c#";
    const compressed = await compressLink(`${address}v=1&net=2-1&w2=1,2`);
    expect(compressed.startsWith(`${address}v=1&z=`)).toBe(true);
    for (const variant of [compressed, encodeURIComponent(compressed.split("#")[1])]) {
      expect(await expandLink(variant)).toBe("v=1&net=2-1&w2=1,2");
    }
  });
});

describe("what is read", () => {
  it.each(["", "#", "net=2-1", "https://example.org/#v=1&net=2-1", "z", "#zz=1"])(
    "%j has nothing to expand",
    async (link) => {
      expect(await expandLink(link)).toBe(link);
    },
  );

  it("lets a key beside z override the one inside", async () => {
    const inside = z("net=2-1&w2=1,2&at=z2.1");
    expect(await expandLink(`#at=d2.1&v=1 & z=${inside}`)).toBe("at=d2.1&v=1 &net=2-1&w2=1,2");
  });

  it("takes line breaks and padding", async () => {
    const inside = Buffer.from(deflateRawSync("net=2-1&w2=1,2")).toString("base64");
    const broken = `${inside.slice(0, 4)}\r\n ${inside.slice(4).replace(/=+$/, "")}`;
    expect(await expandLink(`z=${broken.replaceAll("+", "-").replaceAll("/", "_")}`)).toBe(
      "net=2-1&w2=1,2",
    );
  });
});

describe("what cannot be expanded", () => {
  const whole = z("net=2-2-2&x=0.125,0.25&t=0.01,0.99");

  it.each([
    ["no base64url", "a+b", "characters"],
    ["a lone character", "a", "damaged"],
    ["nothing", "", "damaged"],
    ["not DEFLATE", "________", "damaged"],
    ["cut short", whole.slice(0, -6), "damaged"],
    ["not UTF-8", z(Uint8Array.of(0xff, 0xfe, 0xfd)), "damaged"],
    ["a bomb", z("0".repeat(3e7)), "tooLong"],
    ["a compressed link in a compressed link", z(`z=${whole}`), "damaged"],
    ["the word for a reason", "!tooLong", "characters"],
  ])("%s", async (_, text, reason) => {
    const { network, view, problems } = readLink(await expandLink(`v=1&z=${text}&lang=zh`));
    expect(problems).toEqual([{ code: "compressed", key: "z", reason }]);
    expect(network).toBeNull();
    expect(view).toEqual({ lang: "zh" });
  });

  test.prop([anyState, fc.nat(), fc.string({ maxLength: 3 }), fc.nat({ max: 3 })])(
    "never rejects, however it was changed",
    async (state, where, text, length) => {
      const link = await compressLink(writeLink(state, "en"));
      const at = where % (link.length + 1);
      const { network, problems } = readLink(
        await expandLink(link.slice(0, at) + text + link.slice(at + length)),
      );
      expect(network !== null || problems.length > 0).toBe(true);
    },
  );

  test.prop([fc.uint8Array({ maxLength: 200 })])("nor on random bytes", async (bytes) => {
    const text = Buffer.from(bytes).toString("base64url");
    expect(typeof (await expandLink(`z=${text}`))).toBe("string");
  });
});
