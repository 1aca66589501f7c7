// A page translated by the browser: its words are shown, whatever was painted in their place, and the lesson goes on.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { launchFirefox } from './support/browsers.mjs';
import { showFace } from './support/faces.mjs';
import { pictureAtRest } from './support/pictures.mjs';
import { answer, by, isReady, openContext, openMentorByte, questions, withChromium } from './support/site.mjs';

const [question] = questions;

/**
 * Runs in the page, and does to it what browsers' translators do: each text comes back in another language, in two `font`
 * elements that replace its node (Chrome's), or in its very node (others); the page gets another language; what comes later is
 * translated when it comes.
 */
function translate(isInPlace) {
  const inOtherLetters = (text) => text.replace(/[a-z]+/gi, (word) => [...word].reverse().join(''));
  const translateNode = (node) => {
    if (!node.data.trim() || node.parentElement?.closest('font, script')) return;
    if (isInPlace) {
      node.data = inOtherLetters(node.data);
      return;
    }
    const [outer, inner] = [document.createElement('font'), document.createElement('font')];
    for (const font of [outer, inner]) font.style.verticalAlign = 'inherit';
    inner.textContent = inOtherLetters(node.data);
    outer.append(inner);
    node.replaceWith(outer);
  };
  const translateIn = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    nodes.forEach(translateNode);
  };
  translateIn(document.querySelector('.page'));
  document.documentElement.lang = 'es';
  document.documentElement.classList.add('translated-ltr');
  if (isInPlace) return;
  new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) if (node instanceof Element && node.nodeName !== 'FONT') translateIn(node);
    }
  }).observe(document.querySelector('.page'), { childList: true, subtree: true });
}

/** Every text of the page is the page's own, translated, and nothing painted lies under it. */
async function assertShown(page, top) {
  await page.evaluate((y) => scrollTo({ top: y, behavior: 'instant' }), top);
  const painted = await pictureAtRest(page);
  // No word of it is painted: without the page's letters, none are left.
  const count = await page.evaluate(() => document.querySelectorAll('html.drawn .w').length);
  assert.equal(count, 0, 'words that somebody else has written are not painted');
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('#page\\:root { visibility: hidden; }');
    document.adoptedStyleSheets = [sheet];
  });
  const canvasAlone = await pictureAtRest(page);
  const boxes = await page.evaluate(() => {
    document.adoptedStyleSheets = [];
    return [...document.querySelectorAll('main :is(h1, h2, p, .prompt, .option-label) span')].flatMap((span) => [...span.getClientRects()])
      .filter(({ top, bottom, width }) => width > 20 && top > 60 && bottom < innerHeight)
      .map(({ x, y, width, height }) => ({ x, y, width, height }));
  });
  assert.ok(boxes.length > 1, 'there are words in sight');
  const dark = (picture, { x, y, width, height }) => {
    let count = 0;
    for (let row = Math.ceil(y); row < y + height; ++row) {
      for (let column = Math.ceil(x); column < x + width; ++column) {
        const i = (row * picture.width + column) * 4;
        if (picture.data[i] + picture.data[i + 1] + picture.data[i + 2] < 300) ++count;
      }
    }
    return count;
  };
  for (const box of boxes) {
    assert.ok(dark(painted, box) > 10, 'the words can be seen');
    assert.equal(dark(canvasAlone, box), 0, 'the canvas shows no word there');
  }
}

const isTranslated = (page, id) => page.waitForFunction((wanted) => /toN tey|thgiR/.test(document.getElementById(wanted)?.innerText), id);

async function answerTranslated(page, isInPlace) {
  await answer(page, question, false);
  const result = `${question.id}:result`;
  if (isInPlace) await page.waitForFunction((id) => document.getElementById(id).innerText.startsWith('Not yet'), result);
  else await isTranslated(page, result);
  // The button's word is changed by a patch over the translated one.
  assert.match(await page.locator(by(`${question.id}:action`)).innerText(), isInPlace ? /Try again/ : /yrT niaga/);
  await page.locator(by(`${question.id}:action`)).click();
  await page.waitForFunction((id) => document.getElementById(id).innerText === '', result);
  await answer(page, question, true);
  if (isInPlace) await page.waitForFunction((id) => document.getElementById(id).innerText.startsWith('Right.'), result);
  else await isTranslated(page, result);
}

async function questionTop(page) {
  return page.evaluate((id) => scrollY + document.getElementById(id).getBoundingClientRect().top - 150, question.id);
}

describe('A translated page', () => {
  let site;
  let browser;
  withChromium((parts) => { ({ site, browser } = parts); });

  for (const isInPlace of [false, true]) {
    const how = isInPlace ? 'by changed text nodes' : 'by new elements';
    for (const isEarly of [true, false]) {
      it(`${how}, ${isEarly ? 'before the engine comes' : 'while it is painted'}, shows its own words and can be answered`, async () => {
        const { context, problems } = await openContext(browser);
        let page;
        if (isEarly) {
          let release;
          const held = new Promise((resolve) => { release = resolve; });
          await context.route('**/engine*.wasm', async (route) => {
            await held;
            await route.continue();
          });
          page = await context.newPage();
          await page.goto(site.mentor);
          await page.evaluate(translate, isInPlace);
          release();
          await page.waitForFunction(isReady);
        } else {
          page = await openMentorByte(context, site);
          await page.waitForFunction(() => document.querySelector('html.drawn .w'));
          await page.evaluate(translate, isInPlace);
        }
        await page.waitForFunction(() => document.documentElement.classList.contains('drawn') && !document.querySelector('.w'));
        await assertShown(page, 100);
        await answerTranslated(page, isInPlace);
        if (!isInPlace) {
          await page.waitForFunction(() => !document.querySelector('.w'));
          await assertShown(page, await questionTop(page));
        }
        assert.ok(await page.evaluate(() => document.querySelector('h1').innerText.replace(/\s+/g, ' ').startsWith('oD uoy deen')));
        assert.deepEqual(problems, []);
        await context.close();
      });
    }
  }

  it('shows its own words in Firefox, and can be answered', { skip: !process.env.DISPLAY && 'no X display (DISPLAY)' }, async () => {
    const firefox = await launchFirefox();
    try {
      const { context } = await openContext(firefox);
      const page = await openMentorByte(context, site);
      await page.waitForFunction(() => document.querySelector('html.drawn .w'));
      await page.evaluate(translate, false);
      await page.waitForFunction(() => !document.querySelector('.w'));
      await answerTranslated(page, false);
      await page.waitForFunction(() => !document.querySelector('.w'));
      await assertShown(page, await questionTop(page));
    } finally {
      await firefox.close();
    }
  });

  it('chosen as the plain page and painted later, still shows its own words', async () => {
    const { context } = await openContext(browser);
    const page = await openMentorByte(context, site);
    await page.locator(by('page:face')).click();
    await page.waitForFunction(() => !document.documentElement.classList.contains('drawn'));
    await page.evaluate(translate, true);
    await page.evaluate(showFace, 'page');
    await page.locator(by('page:face')).click();
    await page.waitForFunction(() => document.documentElement.classList.contains('drawn'));
    await page.waitForFunction(() => document.querySelectorAll('.p').length > 0);
    assert.equal(await page.evaluate(() => document.querySelectorAll('.w').length), 0);
    await context.close();
  });
});
