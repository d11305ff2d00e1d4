import { expect, test } from "vitest";
import { openFromFile } from "../../../src/ui/library/files.ts";
import { createReports } from "../../../src/ui/reports.ts";
import { createBackstepStore } from "../../../src/store/store.ts";
import { promptEngine } from "../../store/page.ts";

test("a file that the browser cannot read changes nothing, and that is said", async () => {
  const store = createBackstepStore({ engine: promptEngine, link: "#net=2-3-1", lang: "en" });
  const reports = createReports(store);
  const folder = new File([], "homework");
  folder.slice = () => {
    const blob = new Blob();
    blob.text = () => Promise.reject(new DOMException("", "NotFoundError"));
    return blob;
  };
  const { session } = store.getState();
  await openFromFile(store, reports, folder);
  expect(store.getState().session).toBe(session);
  const { report } = reports.getState();
  expect(report).toMatchObject({ urgent: true });
  expect(report!.say("en")).toContain("“homework”");
  expect(report!.say("en")).toContain("cannot be read");
  expect(report!.say("zh")).toContain("无法读取");
});
