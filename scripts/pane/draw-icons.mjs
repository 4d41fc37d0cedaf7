/**
 * Draws the icons of the ribbon and the pane into taskpane/icons/: a sheet with lines and a check mark, at every size
 * that the manifest names. Plain node: each point is sampled 4 × 4 times, then packed as png.
 *
 * `node scripts/pane/draw-icons.mjs`; the files are committed.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { crc32, deflateSync } from "node:zlib";

const folder = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), "taskpane/icons");
const sizes = [16, 32, 64, 80, 128];
const SAMPLES = 4;

/** Everything below is drawn on a square of 32 × 32. */
const blue = [15, 108, 189];
const white = [255, 255, 255];
const pale = [190, 217, 240];

const inRound = (x, y, left, top, right, bottom, radius) => {
  const dx = Math.max(left + radius - x, 0, x - (right - radius));
  const dy = Math.max(top + radius - y, 0, y - (bottom - radius));
  return x >= left && x <= right && y >= top && y <= bottom && dx * dx + dy * dy <= radius * radius;
};

const distance = (x, y, [ax, ay], [bx, by]) => {
  const t = Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)));
  return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay));
};

const near = (x, y, points, width) => points.slice(1).some((point, at) => distance(x, y, points[at], point) <= width / 2);

function colourAt(x, y, small) {
  if (!inRound(x, y, 3, 2, 29, 30, 4)) return null;
  const check = [[13.5, 21.5], [17.5, 25.5], [25.5, 16.5]];
  if (near(x, y, check, small ? 4 : 3.2)) return white;
  if (near(x, y, check, small ? 7 : 6)) return blue;
  const lines = small ? [[8, 24, 8.5], [8, 24, 14]] : [[8, 24, 8], [8, 24, 13], [8, 15, 18]];
  return lines.some(([left, right, row]) => near(x, y, [[left, row], [right, row]], small ? 2.6 : 2)) ? (small ? white : pale) : blue;
}

function draw(size) {
  const rows = Buffer.alloc(size * (size * 4 + 1));
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const sum = [0, 0, 0, 0];
      for (let sample = 0; sample < SAMPLES * SAMPLES; sample++) {
        const x = ((column + ((sample % SAMPLES) + 0.5) / SAMPLES) * 32) / size;
        const y = ((row + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES) * 32) / size;
        const colour = colourAt(x, y, size <= 16);
        if (colour) [...colour, 255].forEach((part, at) => (sum[at] += part));
      }
      const covered = sum[3] / 255;
      const at = row * (size * 4 + 1) + 1 + column * 4;
      for (let part = 0; part < 3; part++) rows[at + part] = covered === 0 ? 0 : Math.round(sum[part] / covered);
      rows[at + 3] = Math.round(sum[3] / (SAMPLES * SAMPLES));
    }
  }
  return rows;
}

function chunk(type, content) {
  const body = Buffer.concat([Buffer.from(type, "ascii"), content]);
  const length = Buffer.alloc(4);
  const sum = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

mkdirSync(folder, { recursive: true });
for (const size of sizes) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  writeFileSync(join(folder, `icon-${size}.png`), Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", deflateSync(draw(size), { level: 9 })), chunk("IEND", Buffer.alloc(0))]));
}
