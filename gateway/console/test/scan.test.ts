import encodeQR from "qr";
import decodeQR from "qr/decode.js";
import { describe, expect, it } from "vitest";
import { personOf, rollCodeOf } from "../liaison/scan/rollCode";

const person = "76bd9929-f2ce-4a2b-9ddd-c5e6c514e625";
const SCALE = 4;

/** As a camera has it: four bytes a point. */
function photographed(code: string) {
  const modules = encodeQR(code, "raw");
  const width = modules.length * SCALE;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (let y = 0; y < width; y++) {
    for (let x = 0; x < width; x++) {
      if (modules[Math.floor(y / SCALE)]?.[Math.floor(x / SCALE)]) {
        data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
      }
    }
  }
  return { width, height: width, data };
}

describe("a roll-call code", () => {
  it("names the person whose card it is", () => {
    expect(personOf(rollCodeOf(person))).toBe(person);
    expect(personOf(decodeQR(photographed(rollCodeOf(person))))).toBe(person);
  });
  it("is no other code, a badge's secret least of all", () => {
    for (const other of [
      `https://huiwu.example/me#${"s".repeat(43)}`,
      person,
      `huiwu:person:${person} `,
      "huiwu:person:",
      "huiwu:person:../../x",
      "",
    ]) {
      expect(personOf(other), other).toBeNull();
    }
  });
});
