import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Signing } from "../site/signing";
import type { Entry } from "../site/types";

const entry = { manifest: "site:S1", version: 2 } as Entry;
let asked: { path: string; key: string | undefined }[];
let answers: (() => Response)[];

const json = (status: number, body: unknown) => () =>
  new Response(status === 204 ? null : JSON.stringify(body), { status });
const lost = () => {
  throw new TypeError("no line");
};
const paths = () => asked.map((a) => a.path.replace(/^.*\//, ""));

beforeEach(() => {
  asked = [];
  answers = [];
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
    asked.push({ path, key: (init.headers as Record<string, string>)["Idempotency-Key"] });
    return (answers.shift() ?? json(500, {}))();
  });
});
afterEach(() => vi.unstubAllGlobals());

test("a code is used once: when the acknowledgement after it fails, only that is tried again", async () => {
  const signing = new Signing(entry, false);
  answers = [json(204, null), json(503, {}), json(201, { acknowledged: 2 })];
  await signing.verify("123456");
  await expect(signing.acknowledge("韦")).rejects.toMatchObject({ status: 503 });
  await signing.verify("123456");
  expect((await signing.acknowledge("韦")).acknowledged).toBe(2);
  expect(paths()).toEqual(["verification", "acknowledgements", "acknowledgements"]);
  expect(asked[2]?.key).toBe(asked[1]?.key);
});

test("a code whose answer was lost is not asked for again", async () => {
  const signing = new Signing(entry, false);
  answers = [lost, json(409, { code: "pin-over" }), json(200, { known: true })];
  await expect(signing.verify("123456")).rejects.toMatchObject({ status: 0 });
  await signing.verify("123456");
  expect(signing.known).toBe(true);
  answers = [json(409, { code: "pin-over" }), json(200, { known: false })];
  await expect(new Signing(entry, false).verify("123456")).rejects.toMatchObject({
    code: "pin-over",
  });
});

test("a device that is known no more is asked again", async () => {
  const signing = new Signing(entry, true);
  answers = [json(422, { code: "pin-required" })];
  await expect(signing.acknowledge("韦")).rejects.toMatchObject({ code: "pin-required" });
  expect(signing.known).toBe(false);
});
