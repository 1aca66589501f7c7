// The painted face and the page's own, side by side.

import { compareInk, pictureAtRest, readPicture, sumOf } from './pictures.mjs';

/** The share of ink pixels in which the faces may differ. */
export const kMostDifferent = 0.01;

/** A whole page of many screens takes long: the ordinary run looks at one, and passes one by. */
const kEveryOfWhole = process.env.BYTES_FULL === '1' ? 1 : 2;

/** Runs in the page. Every element the page's own and the canvas away, or all as it was. */
export function showFace(name) {
  document.documentElement.classList.toggle('drawn', name !== 'page');
}

/** Runs in the page: boxes of the words that are painted and in sight, in CSS px of the viewport. */
function paintedWords() {
  const bar = document.querySelector('header').getBoundingClientRect().bottom;
  const boxes = [];
  for (const element of document.querySelectorAll('.w')) {
    for (const span of element.querySelectorAll('span:not([id])')) {
      if (span.closest('[id]') !== element) continue;
      for (const { x, y, width, height } of span.getClientRects()) {
        if (width > 1 && y >= bar && y + height <= innerHeight) boxes.push({ x, y, width, height });
      }
    }
  }
  return boxes;
}

/**
 * Compares the two faces inside the boxes of the painted words, screen by screen: all between two places of the document
 * when `to` is given, or a whole page, of which the ordinary run looks at every second screen.
 * @param {import('playwright-core').Page} page
 * @param {{scale?: number, from?: number, to?: number}} [options]
 * @returns {Promise<import('./pictures.mjs').Difference & {words: number, report: string}>}
 */
export async function compareFaces(page, { scale = 1, from = 0, to = Infinity } = {}) {
  const differences = [];
  const report = [];
  let words = 0;
  // A line that is cut off below is whole in the next view.
  const { height, step } = await page.evaluate(() => ({
    height: document.documentElement.scrollHeight - innerHeight / 2,
    step: innerHeight - document.querySelector('header').getBoundingClientRect().bottom - 60,
  }));
  const every = to === Infinity ? kEveryOfWhole : 1;
  for (let top = from; top < Math.min(to, height); top += every * step) {
    await page.evaluate((y) => scrollTo({ top: y, behavior: 'instant' }), top);
    const painted = await pictureAtRest(page);
    const boxes = await page.evaluate(paintedWords);
    await page.evaluate(showFace, 'page');
    const own = await pictureAtRest(page);
    // Words are what both faces lose when the fill of every letter is taken away.
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('#page\\:root * { -webkit-text-fill-color: transparent !important; text-decoration: none !important; }');
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    });
    // Nothing moves there that has not come to rest before.
    const ground = readPicture(await page.screenshot());
    await page.evaluate(() => { document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1); });
    await page.evaluate(showFace, 'painted');
    // Scrolled before it has drawn the change, Chromium on a GL in software shows a tile of the page's head (the cover) in
    // another tile's place, in one run of three, and leaves it there. A picture makes it draw first.
    await page.screenshot();
    words += boxes.length;
    const view = sumOf(boxes.map(({ x, y, width, height }) => {
      return compareInk(painted, own, ground, { x: x * scale, y: y * scale, width: width * scale, height: height * scale });
    }));
    if (view.share > kMostDifferent) report.push(`${(100 * view.share).toFixed(1)} % in the view at ${top} px`);
    differences.push(view);
  }
  return { words, report: report.join(', '), ...sumOf(differences) };
}
