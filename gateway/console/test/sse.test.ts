import { expect, test } from "vitest";
import { eventReader, type ServerSentEvent } from "../src/live/sse";

function readIn(pieces: readonly string[]): ServerSentEvent[] {
  const told: ServerSentEvent[] = [];
  const take = eventReader((event) => told.push(event));
  pieces.forEach(take);
  return told;
}

const TEXT =
  ': following\n\nid:7\nevent:change-opened\ndata:{"change":"a"}\n\n: alive\n\nid: 8\nevent: change-settled\ndata: {"change":\ndata: "a"}\n\n';

test("events are told with their id, type and data; comments are not", () => {
  expect(readIn([TEXT])).toEqual([
    { id: "7", type: "change-opened", data: '{"change":"a"}' },
    { id: "8", type: "change-settled", data: '{"change":\n"a"}' },
  ]);
});

test("however the stream is cut into pieces, the same is told", () => {
  const whole = readIn([TEXT]);
  for (let size = 1; size < 12; size++) {
    const pieces = TEXT.match(new RegExp(`[^]{1,${size}}`, "g")) ?? [];
    expect(readIn(pieces)).toEqual(whole);
  }
});

test("lines may end with CRLF, also when it is cut in two", () => {
  expect(readIn(["data:x\r", "\ndata:y\r\n\r\n"])).toEqual([
    { id: null, type: "message", data: "x\ny" },
  ]);
});

test("an event that has not ended is not told", () => {
  expect(readIn(["id:1\nevent:change-opened\ndata:{}\n"])).toEqual([]);
});
