// Compares screenshots.

import { PNG } from 'pngjs';

/** @typedef {{width: number, height: number, data: Uint8Array}} Picture RGBA, 8 bits each */
/** @typedef {{x: number, y: number, width: number, height: number}} Rectangle in device px */
/** @typedef {{ink: number, different: number, share: number}} Difference counts of pixels; share = different / ink */

/** @returns {Picture} */
export function readPicture(png) {
  return PNG.sync.read(png);
}

/** @param {Picture} picture */
export function writePicture(picture) {
  return PNG.sync.write(Object.assign(new PNG({ width: picture.width, height: picture.height }), { data: Buffer.from(picture.data) }));
}

/** The largest difference of a colour channel at one place. Pictures may differ in size, by a row or column. */
function difference(a, b, x, y) {
  const i = (y * a.width + x) * 4;
  const j = (y * b.width + x) * 4;
  return Math.max(
    Math.abs(a.data[i] - b.data[j]), Math.abs(a.data[i + 1] - b.data[j + 1]), Math.abs(a.data[i + 2] - b.data[j + 2]));
}

/**
 * How far two pictures of the same text differ inside a rectangle. Ink is what differs from `ground`, the same place
 * without the text, by more than `threshold` of 255 in either picture; different is ink that differs by more than
 * `threshold` between the two.
 * @param {Picture} first
 * @param {Picture} second
 * @param {Picture} ground
 * @param {Rectangle} rectangle
 * @returns {Difference}
 */
export function compareInk(first, second, ground, rectangle, threshold = 64) {
  let ink = 0;
  let different = 0;
  const right = Math.min(first.width, second.width, ground.width, Math.ceil(rectangle.x + rectangle.width));
  const bottom = Math.min(first.height, second.height, ground.height, Math.ceil(rectangle.y + rectangle.height));
  for (let y = Math.max(0, Math.floor(rectangle.y)); y < bottom; ++y) {
    for (let x = Math.max(0, Math.floor(rectangle.x)); x < right; ++x) {
      if (difference(first, ground, x, y) <= threshold && difference(second, ground, x, y) <= threshold) continue;
      ++ink;
      if (difference(first, second, x, y) > threshold) ++different;
    }
  }
  return { ink, different, share: ink ? different / ink : 0 };
}

/** Fulfilled two frames after what was asked of a page, with every transition at its end. */
export async function atRest(page) {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 2; ++frame) await new Promise(requestAnimationFrame);
    const ending = document.getAnimations().filter(({ effect }) => effect.getComputedTiming().endTime < Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}

/**
 * The page once nothing in it moves any more: at rest as above, and two pictures in a row the same. A machine that is busy
 * with other things may take a while to show the first frame.
 * @param {import('playwright-core').Page} page
 * @returns {Promise<Picture>}
 */
export async function pictureAtRest(page) {
  let last = null;
  for (let attempt = 0; attempt < 50; ++attempt) {
    await atRest(page);
    const next = await page.screenshot();
    if (last?.equals(next)) return readPicture(next);
    last = next;
    await page.waitForTimeout(100);
  }
  throw new Error('The page does not come to rest.');
}

/** @param {Iterable<Difference>} differences @returns {Difference} */
export function sumOf(differences) {
  let ink = 0;
  let different = 0;
  for (const one of differences) {
    ink += one.ink;
    different += one.different;
  }
  return { ink, different, share: ink ? different / ink : 0 };
}

/**
 * Where the ink of a picture lies inside a rectangle: the smallest box around it, or null if there is none.
 * @param {Picture} picture
 * @param {Picture} ground
 * @param {Rectangle} rectangle
 * @returns {Rectangle | null}
 */
export function inkBox(picture, ground, rectangle, threshold = 64) {
  let [left, top, right, bottom] = [Infinity, Infinity, -1, -1];
  const endX = Math.min(picture.width, ground.width, Math.ceil(rectangle.x + rectangle.width));
  const endY = Math.min(picture.height, ground.height, Math.ceil(rectangle.y + rectangle.height));
  for (let y = Math.max(0, Math.floor(rectangle.y)); y < endY; ++y) {
    for (let x = Math.max(0, Math.floor(rectangle.x)); x < endX; ++x) {
      if (difference(picture, ground, x, y) <= threshold) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  return right < 0 ? null : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}

/**
 * The colour that most pixels inside a rectangle have: the ground of text.
 * @param {Picture} picture
 * @param {Rectangle} rectangle
 * @returns {[number, number, number]}
 */
export function commonColor(picture, rectangle) {
  const counts = new Map();
  for (let y = Math.ceil(rectangle.y); y < Math.min(picture.height, rectangle.y + rectangle.height); ++y) {
    for (let x = Math.ceil(rectangle.x); x < Math.min(picture.width, rectangle.x + rectangle.width); ++x) {
      const color = picture.data.subarray((y * picture.width + x) * 4, (y * picture.width + x) * 4 + 3).join();
      counts.set(color, (counts.get(color) ?? 0) + 1);
    }
  }
  const [[color]] = [...counts].sort(([, one], [, other]) => other - one);
  return color.split(',').map(Number);
}

/**
 * A picture of the same size in one colour.
 * @param {Picture} picture
 * @param {[number, number, number]} color
 * @returns {Picture}
 */
export function plain({ width, height }, color) {
  const data = new Uint8Array(width * height * 4);
  for (let i = 0; i < data.length; i += 4) data.set([...color, 255], i);
  return { width, height, data };
}
