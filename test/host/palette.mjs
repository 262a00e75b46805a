// Makes pictures small: a PNG as the browser takes it becomes one of at most 32 colours, a third of it or less; letters stay sharp.
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const MOST_COLORS = 32;

/**
 * Writes a picture with a palette. Surfaces keep their colours; of the many at the edges of letters, a few stand for all.
 * @param {Buffer} png of 8 bits a channel, RGB or RGBA, not interlaced; transparency is ignored
 * @returns {Buffer}
 */
export function withPalette(png) {
  const { width, height, channels, data } = decode(png);
  const counts = new Map();
  for (let at = 0; at < data.length; at += channels) {
    const color = data.readUIntBE(at, 3);
    counts.set(color, (counts.get(color) ?? 0) + 1);
  }
  const palette = choose([...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]));
  const indices = new Map([...counts.keys()].map((color) => [color, nearest(color, palette)]));
  const lines = Buffer.alloc((width + 1) * height);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 1; x <= width; x++, at += channels) {
      lines[y * (width + 1) + x] = indices.get(data.readUIntBE(at, 3)) ?? 0;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8); // 8 bits a pixel, each an index into the palette
  const colors = Buffer.alloc(palette.length * 3);
  for (const [i, color] of palette.entries()) colors.writeUIntBE(color, i * 3, 3);
  const compressed = deflateSync(lines, { level: 9, memLevel: 9 });
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', colors),
    chunk('IDAT', compressed),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/**
 * Begins with the most frequent colour, and adds time and again the one that would be missed most: it has many pixels, or
 * is unlike all others.
 * @param {[color: number, count: number][]} colors the most frequent first
 */
function choose(colors) {
  const palette = [];
  const candidates = colors.map(([color, count]) => ({ color, count, loss: count * 256 ** 2 }));
  while (palette.length < MOST_COLORS) {
    const missed = candidates.reduce((most, one) => (one.loss > most.loss ? one : most));
    if (missed.loss === 0) break;
    palette.push(missed.color);
    for (const one of candidates) one.loss = Math.min(one.loss, one.count * distance(missed.color, one.color) ** 2);
  }
  return palette;
}

function nearest(color, palette) {
  let best = 0;
  for (let i = 1; i < palette.length; i++) if (distance(palette[i], color) < distance(palette[best], color)) best = i;
  return best;
}

/** The largest difference in a channel. */
function distance(a, b) {
  const channel = (shift) => Math.abs(((a >> shift) & 255) - ((b >> shift) & 255));
  return Math.max(channel(16), channel(8), channel(0));
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8 + body.length);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), 4 + body.length);
  return frame;
}

/** Reads the pixels of a PNG (PNG specification, 9 and 11). */
function decode(png) {
  if (!png.subarray(0, 8).equals(SIGNATURE)) throw new Error('This is not a PNG.');
  const compressed = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') compressed.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const channels = { 2: 3, 6: 4 }[png[25]];
  if (png[24] !== 8 || !channels || png[28] !== 0) throw new Error('This PNG has pixels of another sort.');
  const stride = width * channels;
  const lines = inflateSync(Buffer.concat(compressed));
  const data = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = lines[y * (stride + 1)];
    for (let x = 0; x < stride; x++) {
      const left = x < channels ? 0 : data[y * stride + x - channels];
      const up = y === 0 ? 0 : data[(y - 1) * stride + x];
      const upLeft = x < channels || y === 0 ? 0 : data[(y - 1) * stride + x - channels];
      data[y * stride + x] = lines[y * (stride + 1) + 1 + x] + predicted(filter, left, up, upLeft);
    }
  }
  return { width, height, channels, data };
}

function predicted(filter, left, up, upLeft) {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  const guess = left + up - upLeft;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - upLeft)];
  return a <= b && a <= c ? left : b <= c ? up : upLeft;
}
