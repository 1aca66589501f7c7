// What readers do to the size and spacing of text: nothing is cut off, covered or pushed aside, and both faces follow.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launchChromium, launchFirefox, startDisplay, WebKit } from './support/browsers.mjs';
import { compareFaces, kMostDifferent } from './support/faces.mjs';
import { inFirefox } from './support/firefox.mjs';
import { commonColor, compareInk, pictureAtRest, plain } from './support/pictures.mjs';
import { answer, by, openContext, openMentorByte, questions, startSite } from './support/site.mjs';

const [question] = questions;

/** Runs in the page: what of the page's text is cut off, covered by other text, or out at the sides. */
function findCutText() {
  scrollTo({ top: 0, behavior: 'instant' });
  const problems = [];
  const page = document.scrollingElement;
  if (page.scrollWidth > page.clientWidth) problems.push(`The page is ${page.scrollWidth} wide in a window of ${page.clientWidth}.`);
  const walker = document.createTreeWalker(document.querySelector('.page'), NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const lines = [];
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    // A table that is too wide scrolls in its own frame, which can be reached by keyboard.
    if (!walker.currentNode.data.trim() || !element.checkVisibility() || element.closest('.skip, .table-frame[tabindex]')) continue;
    range.selectNodeContents(walker.currentNode);
    const block = element.closest('[id]');
    for (const { left, right, top, bottom } of range.getClientRects()) {
      if (right - left < 1) continue;
      // Letters stand in the middle of their boxes, which may touch.
      const height = bottom - top;
      lines.push({ block, left, right, top: top + height * 0.25, bottom: bottom - height * 0.25 });
      if (left < -0.5 || right > innerWidth + 0.5) problems.push(`"${walker.currentNode.data}" goes over the window's side.`);
      for (let box = block; box && box !== page; box = box.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(box);
        const rect = box.getBoundingClientRect();
        const isFramed = box.matches('.card, .option, .button, .callout, .result, .hint');
        if ((overflowX !== 'visible' || isFramed) && (left < rect.left - 0.5 || right > rect.right + 0.5)) {
          problems.push(`"${walker.currentNode.data}" goes over the side of ${box.id}.`);
        }
        if ((overflowY !== 'visible' || isFramed) && (top + height * 0.25 < rect.top || bottom - height * 0.25 > rect.bottom)) {
          problems.push(`"${walker.currentNode.data}" goes over an edge of ${box.id}.`);
        }
      }
    }
  }
  lines.sort((one, other) => one.top - other.top);
  for (const [index, one] of lines.entries()) {
    for (let next = index + 1; next < lines.length && lines[next].top < one.bottom; ++next) {
      const other = lines[next];
      if (other.block !== one.block && other.left < one.right - 1 && other.right > one.left + 1) {
        problems.push(`The text of ${one.block.id} and ${other.block.id} overlap.`);
      }
    }
  }
  for (const element of document.querySelectorAll('.page [id]')) {
    // What is drawn around a stop of the trail goes on to the next one.
    if (element.checkVisibility() && element.clientWidth && !element.closest('.skip, .segments, .table-frame, .trail') &&
        element.scrollWidth > element.clientWidth + 1) {
      problems.push(`${element.id} holds ${element.scrollWidth} px in ${element.clientWidth}.`);
    }
  }
  return problems;
}

/** Runs in the page: what can be operated and is covered by something else, or smaller than a finger needs. */
function findCovered() {
  const problems = [];
  for (const element of document.querySelectorAll('.page :is(a[href], button, input:enabled, summary)')) {
    if (!element.checkVisibility() || element.matches('.skip')) continue;
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    // A link's middle may lie between its lines.
    const [{ left, top, width, height }] = element.getClientRects();
    const under = document.elementFromPoint(left + width / 2, top + height / 2);
    const label = under?.closest('label');
    if (!element.contains(under) && label?.control !== element) {
      problems.push(`${element.id || element.href} is under ${under?.outerHTML.slice(0, 80)}.`);
    }
  }
  scrollTo({ top: 0, behavior: 'instant' });
  return problems;
}

async function assertWhole(page) {
  assert.deepEqual(await page.evaluate(findCutText), []);
  assert.deepEqual(await page.evaluate(findCovered), []);
}

const painted = (page) => page.waitForFunction(() => document.querySelector('html.drawn .w'));

/** Answers a question wrong, so that there is as much text as there may be, and opens and closes the contents. */
async function operate(page) {
  await answer(page, question, false);
  await page.waitForFunction((id) => document.getElementById(id).innerText.startsWith('Not yet'), `${question.id}:result`);
  await page.locator(by('page:contents-summary')).click();
  const links = await page.locator('.toc a').evaluateAll((all) => all.map((link) => {
    link.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    const { left, right, top, bottom } = link.getBoundingClientRect();
    return left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight;
  }));
  assert.ok(links.length > 4 && links.every(Boolean), 'every line of the contents can be reached');
  await page.locator(by('page:contents-summary')).click();
}

const kSizes = [
  { size: '400 % of a window 1280 px wide', engine: 'Chromium', scale: 4, viewport: { width: 320, height: 256 } },
  { size: '320 px', engine: 'Chromium', scale: 1, viewport: { width: 320, height: 640 } },
  { size: 'text of 200 % on a phone', engine: 'Chromium', scale: 2, viewport: { width: 360, height: 740 }, args: ['--blink-settings=defaultFontSize=32'] },
  { size: '400 % of a window 1280 px wide', engine: 'Firefox', scale: 4, viewport: { width: 320, height: 256 } },
  { size: 'text of 200 % on a phone', engine: 'Firefox', scale: 1, viewport: { width: 360, height: 740 }, textZoom: 2 },
];

describe('A reader who needs larger text', () => {
  let site;
  let display;
  before(async () => {
    site = await startSite();
    display = await startDisplay();
  });
  after(async () => {
    await display?.close();
    await site?.close();
  });

  async function withPage({ engine, scale = 1, viewport, args, prefs, textZoom, ...options }, use) {
    const browser = await (engine === 'Chromium' ? launchChromium({ args }) : launchFirefox({ scale, prefs }));
    try {
      const { context, problems } = await openContext(browser, { viewport, ...(engine === 'Chromium' && { deviceScaleFactor: scale }), ...options });
      const page = await openMentorByte(context, site);
      if (textZoom) await inFirefox(page, `tab.browsingContext.textZoom = ${textZoom}`);
      await painted(page);
      await use(page, context);
      if (engine === 'Chromium') assert.deepEqual(problems, []);
    } finally {
      await browser.close();
    }
  }

  for (const { size, ...options } of kSizes) {
    it(`has all of it at ${size} in ${options.engine}`, async () => {
      await withPage(options, async (page) => {
        await assertWhole(page);
        await operate(page);
        await assertWhole(page);
      });
    });
  }

  it('has all of it at 320 px in WebKitGTK', async () => {
    const webkit = await WebKit.launch();
    try {
      // Its window is never as narrow, so the lesson stands in a frame.
      await webkit.goto(`data:text/html,<iframe width=320 height=600 frameborder=0 src="${site.mentor}">`);
      await webkit.enterFrame('iframe');
      await webkit.waitFor(() => document.documentElement.classList.contains('drawn'));
      assert.equal(await webkit.evaluate(() => innerWidth), 320);
      await assertWhole(webkit);
    } finally {
      await webkit.close();
    }
  });

  const kSpacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-bottom: 2em !important; }`;
  const kWishes = [
    { wish: 'wide spacing', engine: 'Chromium', style: kSpacing },
    { wish: 'wide spacing', engine: 'Firefox', style: kSpacing },
    { wish: 'a minimum font size', engine: 'Chromium', args: ['--blink-settings=minimumFontSize=24'] },
    { wish: 'a minimum font size', engine: 'Firefox', prefs: { 'font.minimum-size.x-western': 24, 'font.minimum-size.x-unicode': 24 } },
    { wish: 'text zoom', engine: 'Firefox', textZoom: 1.5 },
  ];
  for (const { wish, style, ...options } of kWishes) {
    it(`sees the same in both faces with ${wish} in ${options.engine}`, async (test) => {
      await withPage({ viewport: { width: 700, height: 800 }, ...options }, async (page) => {
        if (style) {
          await page.evaluate((text) => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(text);
            document.adoptedStyleSheets = [sheet];
          }, style);
        }
        await answer(page, question, false);
        await page.evaluate(() => document.activeElement.blur());
        await page.mouse.move(2, 300);
        assert.deepEqual(await page.evaluate(findCutText), []);
        const from = await page.evaluate((id) => scrollY + document.getElementById(id).getBoundingClientRect().top - 300, question.id);
        const { words, share, report } = await compareFaces(page, { from, to: from + 900 });
        test.diagnostic(`${words} boxes, ${(100 * share).toFixed(3)} % of ink pixels differ`);
        assert.ok(words > 12, 'the question is painted');
        assert.ok(share < kMostDifferent, `${(100 * share).toFixed(2)} % of ink pixels differ: ${report}`);
      });
    });
  }

  it('has the page\'s own letters, sharp, while it is pinched larger', async () => {
    await withPage({ engine: 'Chromium', scale: 2, viewport: { width: 360, height: 640 }, isMobile: true, hasTouch: true }, async (page, context) => {
      const session = await context.newCDPSession(page);
      const zoom = (pageScaleFactor) => session.send('Emulation.setPageScaleFactor', { pageScaleFactor });
      const before = await pictureAtRest(page);
      await zoom(2.5);
      await page.waitForFunction(() => visualViewport.scale > 2.4 && !document.documentElement.classList.contains('drawn'));
      const seen = await pictureAtRest(page);
      await page.evaluate(() => { document.getElementById('page:canvas').style.display = 'none'; });
      const withoutCanvas = await pictureAtRest(page);
      await page.evaluate(() => { document.getElementById('page:canvas').style.display = ''; });
      assert.ok(Buffer.from(seen.data).equals(Buffer.from(withoutCanvas.data)), 'no painting lies under the page\'s letters');
      assert.equal(await page.evaluate(() => document.querySelectorAll('.p, .w').length), 0);
      // It stays so while the learner answers, and paints again afterwards.
      const { id, options } = question;
      await page.locator(by(`${id}/${options[0].id}:control`)).evaluate((control) => control.click());
      await page.locator(by(`${id}:action`)).evaluate((button) => button.click());
      await page.waitForFunction((wanted) => document.getElementById(wanted).innerText.startsWith('Not yet'), `${id}:result`);
      assert.equal(await page.evaluate(() => document.querySelectorAll('.p, .w').length), 0);
      await zoom(1);
      await painted(page);
      await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
      const after = await pictureAtRest(page);
      // The introduction, in which nothing has changed. What is above it has the cover in it, of which Chromium, on a GL in
      // software and a busy machine, sometimes shows a tile a second time, at any time from the first picture on.
      const head = { x: 0, y: 740, width: 720, height: 310 };
      const { ink, share } = compareInk(before, after, plain(before, commonColor(before, head)), head);
      assert.ok(ink > 1000 && share < kMostDifferent, `${(100 * share).toFixed(2)} % of ink pixels differ afterwards`);
    });
  });
});
