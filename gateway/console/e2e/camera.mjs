import { writeFileSync } from "node:fs";
import encodeQR from "qr";

const SIDE = 480;
const QUIET = 40;
const WHITE = 235;
const BLACK = 16;

/** A film that shows one code all the time: what a browser's made-up camera sees (YUV4MPEG2). */
export function filmOf(code, file) {
  const modules = encodeQR(code, "raw");
  const size = Math.floor((SIDE - 2 * QUIET) / modules.length);
  const light = Buffer.alloc(SIDE * SIDE, WHITE);
  modules.forEach((row, y) => {
    row.forEach((dark, x) => {
      if (dark) {
        for (let line = 0; line < size; line++) {
          const from = (QUIET + y * size + line) * SIDE + QUIET + x * size;
          light.fill(BLACK, from, from + size);
        }
      }
    });
  });
  const frame = Buffer.concat([
    Buffer.from("FRAME\n"),
    light,
    Buffer.alloc((SIDE * SIDE) / 2, 128),
  ]);
  const head = Buffer.from(`YUV4MPEG2 W${SIDE} H${SIDE} F10:1 Ip A1:1 C420jpeg\n`);
  writeFileSync(file, Buffer.concat([head, ...Array(10).fill(frame)]));
}
