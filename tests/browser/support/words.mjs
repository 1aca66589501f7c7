// Drives words.html: compares the words that the page shows with those that are painted.

import { fileURLToPath } from 'node:url';
import { startServer } from './browsers.mjs';
import { compareInk, inkBox, readPicture } from './pictures.mjs';

/** Serves words.html and the modules it tries. */
export function startWordsServer() {
  return startServer(fileURLToPath(new URL('../../..', import.meta.url)));
}

/** Opens words.html in a page of Playwright. */
export async function openWords(page, server) {
  await page.goto(`${server.address}tests/browser/support/words.html`);
  await page.waitForFunction(() => globalThis.isReady);
}

async function frames(page) {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 3; ++frame) await new Promise(requestAnimationFrame);
  });
}

/** The next place above `y` that is a whole number of CSS and of device pixels: screenshots are exact only there. */
function wholePlace(y, scale) {
  y = Math.floor(y);
  while (y > 0 && Math.abs(y * scale - Math.round(y * scale)) > 1e-3) --y;
  return y;
}

/**
 * Takes pictures of the whole page, screen by screen, as the page draws it and as the canvas does, and compares them
 * inside each word's box. Lengths in the answer are device px; `ink` is for the page's and the canvas' picture where ink
 * lies, `strong` (by more than 64 of 255 apart from the ground) or `weak` (32): a pixel near one limit may be on its other
 * side in the other picture.
 * @returns {Promise<{words: {id: string, script: string, text: string, difference: import('./pictures.mjs').Difference,
 *   ink: {strong: object|null, weak: object|null}[]}[], refused: Record<string, string[]|null>, unseen: string[],
 *   error: number}>}
 */
export async function compareWords(page) {
  const words = [];
  const seen = new Set();
  const wholeHeight = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
  let frame;
  for (let y = 0; ; ) {
    await page.evaluate((top) => scrollTo(0, top), y);
    await frames(page);
    frame = await page.evaluate(() => paint());
    const pictures = {};
    for (const face of ['dom', 'canvas', 'ground']) {
      await page.evaluate((wanted) => show(wanted), face);
      await frames(page);
      pictures[face] = readPicture(await page.screenshot());
    }
    const { scale, scrollY } = frame;
    const height = pictures.dom.height / scale;
    for (const { id, script, text, ...box } of frame.pieces) {
      const name = [id, text, box.x, box.y].join();
      const top = box.y - scrollY;
      if (top < 0 || top + box.height > height || seen.has(name)) continue;
      seen.add(name);
      const inPicture = {
        x: box.x * scale - 2, y: top * scale - 2, width: box.width * scale + 4, height: box.height * scale + 4,
      };
      words.push({
        id, script, text,
        difference: compareInk(pictures.dom, pictures.canvas, pictures.ground, inPicture),
        ink: [pictures.dom, pictures.canvas].map((picture) => ({
          strong: inkBox(picture, pictures.ground, inPicture, 64),
          weak: inkBox(picture, pictures.ground, inPicture, 32),
        })),
      });
    }
    if (y + height >= wholeHeight) break;
    y = wholePlace(y + height - 150, scale);
  }
  return { words, refused: frame.refused, unseen: frame.unseen, error: frame.error };
}
