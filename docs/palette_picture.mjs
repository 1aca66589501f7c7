// Writes pictures with at most 256 colours: a third of the bytes of one with all of them.

import { crc32, deflateSync } from 'node:zlib';

/**
 * The 256 most frequent colours, and for each pixel the place of its own or the nearest among them: large plain areas
 * and gradients keep theirs exactly.
 * @param {import('../tests/browser/support/pictures.mjs').Picture} picture
 */
function reduce({ width, height, data }) {
  const colors = Uint32Array.from({ length: width * height }, (_, pixel) => {
    const [red, green, blue] = data.subarray(pixel * 4, pixel * 4 + 3);
    return (red << 16) | (green << 8) | blue;
  });
  const counts = new Map();
  for (const color of colors) counts.set(color, (counts.get(color) ?? 0) + 1);
  const palette = [...counts].sort(([, one], [, other]) => other - one).slice(0, 256).map(([color]) => color);
  const places = new Map(palette.map((color, place) => [color, place]));
  const channel = (color, shift) => (color >> shift) & 0xff;
  const distance = (one, other) =>
    [16, 8, 0].reduce((sum, shift) => sum + (channel(one, shift) - channel(other, shift)) ** 2, 0);
  for (const color of counts.keys()) {
    if (places.has(color)) continue;
    const distances = palette.map((one) => distance(one, color));
    places.set(color, distances.indexOf(Math.min(...distances)));
  }
  return { palette, pixels: Uint8Array.from(colors, (color) => places.get(color)) };
}

function chunk(type, content) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/**
 * A PNG with a palette; transparency is left out.
 * @param {import('../tests/browser/support/pictures.mjs').Picture} picture
 */
export function writePalettePicture(picture) {
  const { width, height } = picture;
  const { palette, pixels } = reduce(picture);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; ++y) rows.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap((color) => [color >> 16, (color >> 8) & 0xff, color & 0xff]))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
