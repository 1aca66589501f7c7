// The mentor Byte's two faces side by side, at rest, pointer away: inside the boxes of words they are the same picture.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launchChromium, launchFirefox } from './support/browsers.mjs';
import { compareFaces, kMostDifferent, showFace } from './support/faces.mjs';
import { compareInk, pictureAtRest } from './support/pictures.mjs';
import { answer, openContext, openMentorByte, questions, startSite } from './support/site.mjs';

/** Selected words are the page's own in both faces, letters and ground. */
async function compareSelections(page, scale) {
  const box = await page.evaluate(() => {
    const paragraph = document.querySelector('.section > p');
    paragraph.scrollIntoView({ block: 'center', behavior: 'instant' });
    const words = paragraph.querySelector('span').firstChild;
    getSelection().setBaseAndExtent(words, 2, words, 20);
    const { x, y, width, height } = getSelection().getRangeAt(0).getClientRects()[0];
    return { x, y, width, height };
  });
  const painted = await pictureAtRest(page);
  await page.evaluate(showFace, 'page');
  const own = await pictureAtRest(page);
  await page.evaluate(() => getSelection().empty());
  await page.evaluate(showFace, 'painted');
  const unselected = await pictureAtRest(page);
  const device = { x: box.x * scale, y: box.y * scale, width: box.width * scale, height: box.height * scale };
  return { faces: compareInk(painted, own, unselected, device, 32), mark: compareInk(painted, unselected, unselected, device, 16) };
}

describe('The painted face and the page\'s own', () => {
  let site;
  before(async () => { site = await startSite(); });
  after(() => site?.close());

  const cases = [
    { engine: 'Chromium', scale: 1 }, { engine: 'Chromium', scale: 2 }, { engine: 'Chromium', scale: 1, colorScheme: 'dark' },
    { engine: 'Firefox', scale: 1 },
  ];
  for (const { engine, scale, colorScheme = 'light' } of cases) {
    const skip = engine === 'Firefox' && !process.env.DISPLAY && 'Firefox has no WebGL without an X display (DISPLAY)';
    it(`differ in under 1 % of ink pixels in ${engine} at device scale ${scale}, ${colorScheme}`, { skip }, async (test) => {
      const browser = await (engine === 'Chromium' ? launchChromium({ scale }) : launchFirefox({ scale }));
      try {
        const options = engine === 'Chromium' ? { viewport: { width: 420, height: 800 }, deviceScaleFactor: scale, colorScheme } : {};
        const { context } = await openContext(browser, options);
        const page = await openMentorByte(context, site);
        await answer(page, questions[0], false);
        await answer(page, questions[1], true);
        await page.mouse.move(2, 300);
        await page.evaluate(() => document.activeElement.blur());
        const { words, ink, different, share, report } = await compareFaces(page, { scale });
        test.diagnostic(`${words} boxes, ${different} of ${ink} ink pixels differ: ${(100 * share).toFixed(3)} %`);
        assert.ok(words > 100, 'most of the lesson is painted');
        assert.ok(share < kMostDifferent, `${(100 * share).toFixed(2)} % of ink pixels differ: ${report}`);

        const { faces, mark } = await compareSelections(page, scale);
        assert.ok(mark.ink > 0.5 * 20 * 100 * scale * scale, 'a selection can be seen');
        assert.ok(faces.share < kMostDifferent, `selected words: ${(100 * faces.share).toFixed(2)} % differ`);

        // The comparison sees what it is for: a painting that is one pixel off.
        await page.evaluate(() => { document.getElementById('page:canvas').style.marginLeft = '1px'; });
        assert.ok((await compareFaces(page, { scale, to: 500 })).share > 0.05);
        await context.close();
      } finally {
        await browser.close();
      }
    });
  }
});
