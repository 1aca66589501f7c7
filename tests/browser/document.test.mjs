// The painted lesson is a document: what a reader does with any page can be done with it, in all engines.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launchChromium, launchFirefox, startDisplay, WebKit } from './support/browsers.mjs';
import { kMostDifferent, showFace } from './support/faces.mjs';
import { clickTimes, inFirefox } from './support/firefox.mjs';
import { commonColor, compareInk, pictureAtRest, plain, sumOf } from './support/pictures.mjs';
import { installReading, linesOf } from './support/reading.mjs';
import { by, openContext, openMentorByte, startSite } from './support/site.mjs';

/** A browser's own mark must differ from the page in at least this share of the marked boxes. */
const kLeastMarked = 0.3;

/** Runs in the page: everything that can be found and is not, or not where it stands. */
async function findAll() {
  const sentences = reading.sentences();
  const phrases = reading.phrasesOverLines();
  const problems = [];
  for (const one of [...sentences, ...phrases]) problems.push(await reading.find(one));
  getSelection().removeAllRanges();
  return { sentences: sentences.length, phrases: phrases.length, problems: problems.filter(Boolean) };
}

/** Runs in the page: the boxes of a passage, in CSS px of the window. */
function boxesOf({ id, text }) {
  const element = document.getElementById(id);
  const start = reading.textOf(element).indexOf(text);
  return [...reading.rangeOf(element, start, start + text.length).getClientRects()]
    .map(({ x, y, width, height }) => ({ x, y, width, height }));
}

/**
 * A passage that the browser has marked: can the mark be seen, and is what stands in it the same picture as on the plain page?
 * `unmark` takes the mark away.
 */
async function assertReadable(page, passage, unmark) {
  const boxes = await page.evaluate(boxesOf, passage);
  const painted = await pictureAtRest(page);
  await page.evaluate(showFace, 'page');
  const own = await pictureAtRest(page);
  await page.evaluate(showFace, 'painted');
  await unmark();
  const unmarked = await pictureAtRest(page);
  const faces = sumOf(boxes.map((box) => compareInk(painted, own, unmarked, box, 32)));
  const mark = sumOf(boxes.map((box) => compareInk(painted, unmarked, unmarked, box, 16)));
  const area = boxes.reduce((sum, { width, height }) => sum + width * height, 0);
  assert.ok(mark.ink > kLeastMarked * area, `"${passage.text}" is marked: ${mark.ink} of ${area} pixels`);
  assert.ok(faces.share < kMostDifferent, `"${passage.text}": ${(100 * faces.share).toFixed(1)} % of pixels differ`);
  // Its letters stand out from its ground.
  const letters = sumOf(boxes.map((box) => compareInk(painted, painted, plain(painted, commonColor(painted, box)), box, 128))).ink;
  assert.ok(letters > 0.04 * area, `"${passage.text}" can be read: ${letters} of ${area} pixels stand out`);
}

/** Passages of several kinds of blocks, and one over a line's end. */
async function passagesToLookAt(page) {
  return page.evaluate(() => {
    const all = reading.sentences();
    const of = (selector) => {
      const { id } = document.querySelector(`main ${selector}`);
      return all.find((one) => one.id === id);
    };
    const phrase = reading.phrasesOverLines().find(({ id }) => document.getElementById(id).matches('.section > p:not(.next)'));
    return [phrase, of('.option-label'), of('.next-link'), of('.callout-text')];
  });
}

/** One way of using Chromium, Firefox (Playwright) and WebKitGTK (its own driver). */
const kEngines = {
  Chromium: {
    open: async (site) => {
      const browser = await launchChromium();
      const { context } = await openContext(browser, { viewport: { width: 1000, height: 800 } });
      return { page: await openMentorByte(context, site), close: () => browser.close() };
    },
  },
  Firefox: {
    open: async (site) => {
      const browser = await launchFirefox();
      const { context } = await openContext(browser, { viewport: { width: 1000, height: 800 } });
      return { page: await openMentorByte(context, site), close: () => browser.close() };
    },
  },
  WebKitGTK: {
    open: async (site) => {
      const page = await WebKit.launch();
      await page.goto(site.mentor);
      await page.waitFor(() => document.documentElement.classList.contains('drawn'));
      return { page, close: () => page.close() };
    },
  },
};

const mouseOf = (page) => page instanceof WebKit ? {
  drag: (from, to) => page.drag(from, to),
  click: ({ x, y }, times) => page.clickTimes(x, y, times),
  copy: () => page.chord(WebKit.keys.Control, 'c'),
  paste: () => page.chord(WebKit.keys.Control, 'v'),
} : {
  drag: async (from, to) => {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
    await page.mouse.move(to.x, to.y);
    await page.mouse.up();
  },
  click: ({ x, y }, times) => {
    const isFirefox = page.context().browser().browserType().name() === 'firefox';
    return isFirefox ? clickTimes(page, { x, y }, times) : page.mouse.click(x, y, { clickCount: times });
  },
  copy: () => page.keyboard.press('Control+C'),
  paste: () => page.keyboard.press('Control+V'),
};

/** What the clipboard holds after the selection was copied by keyboard: pasted into a field. */
async function copied(page) {
  const mouse = mouseOf(page);
  await mouse.copy();
  await page.evaluate(() => {
    const field = document.createElement('textarea');
    field.id = 'paste-here';
    field.style.position = 'fixed';
    document.body.append(field);
    field.focus();
  });
  await mouse.paste();
  return page.evaluate(async () => {
    const field = document.getElementById('paste-here');
    for (let frame = 0; !field.value && frame < 120; ++frame) await new Promise(requestAnimationFrame);
    const { value } = field;
    field.remove();
    getSelection().removeAllRanges();
    return value;
  });
}

for (const [engine, { open }] of Object.entries(kEngines)) {
  describe(`The lesson as a document in ${engine}`, () => {
    let site;
    let display;
    let page;
    let close;
    before(async () => {
      site = await startSite();
      display = await startDisplay();
      ({ page, close } = await open(site));
      if (engine !== 'WebKitGTK') await page.waitForFunction(() => document.querySelector('html.drawn .w'));
      await page.evaluate(installReading);
    });
    after(async () => {
      await close?.();
      await display?.close();
      await site?.close();
    });

    it('finds every sentence, and every three words with a line\'s end between them', async (test) => {
      const { sentences, phrases, problems } = await page.evaluate(findAll);
      test.diagnostic(`${sentences} sentences, ${phrases} phrases`);
      assert.ok(sentences > 100 && phrases > 50, `${sentences} sentences, ${phrases} phrases`);
      assert.deepEqual(problems, []);
    });

    if (engine !== 'WebKitGTK') {
      it('shows what was found so that it can be read', async () => {
        for (const passage of await passagesToLookAt(page)) {
          assert.equal(await page.evaluate((one) => reading.find(one), passage), null);
          await assertReadable(page, passage, () => page.evaluate(() => getSelection().removeAllRanges()));
        }
      });
    }

    if (engine === 'Chromium') {
      it('shows what a link to a text leads to, over a line\'s end', async () => {
        const [phrase, , , callout] = await passagesToLookAt(page);
        for (const passage of [phrase, callout]) {
          const { context } = await openContext(page.context().browser());
          const other = await context.newPage();
          await other.goto(`${site.mentor}#:~:text=${encodeURIComponent(passage.text)}`);
          await other.waitForFunction(() => document.querySelector('html.drawn .w'));
          await other.evaluate(installReading);
          await other.waitForFunction((one) => {
            const element = document.getElementById(one.id);
            const start = reading.textOf(element).indexOf(one.text);
            return reading.isInSight(reading.rangeOf(element, start, start + one.text.length).getBoundingClientRect());
          }, passage);
          await assertReadable(other, passage, () => other.evaluate(() => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync('::target-text { background: none; color: inherit; }');
            document.adoptedStyleSheets = [sheet];
          }));
          await context.close();
        }
      });
    }

    if (engine === 'Firefox') {
      it('shows what the find bar finds, and all that it marks', async () => {
        const chrome = (script) => inFirefox(page, `const { finder } = tab; ${script}`);
        for (const passage of (await passagesToLookAt(page)).slice(0, 2)) {
          const wanted = JSON.stringify(passage.text);
          await page.evaluate(({ id }) => document.getElementById(id).scrollIntoView({ block: 'center', behavior: 'instant' }), passage);
          const done = 'const done = new Promise((onHighlightFinished) => finder.addResultListener({ onHighlightFinished }));';
          await chrome(`${done} finder.caseSensitive = true; finder.highlight(true, ${wanted}, false); await done;`);
          await assertReadable(page, passage, () => chrome('finder.highlight(false, "", false)'));
        }
      });
    }

    it('selects by mouse what lies under the pointer, and copies it with its spaces and paragraphs', async () => {
      const mouse = mouseOf(page);
      const ranges = await page.evaluate(() => {
        const id = (selector, index = 0) => document.querySelectorAll(`main ${selector}`)[index].id;
        return [
          [id('.section > p:not(.next)'), 0, id('.section > p:not(.next)'), 5], // words of a paragraph
          [id('.section > p:not(.next)'), 2, id('.section > p:not(.next)'), -1], // over a line's end or to the paragraph's
          [id('h2', 1), 1, id('.section > p:not(.next)'), 3], // a heading and what follows
          [id('.check > .item'), 1, id('.check > .item', 2), 2], // items of a list
          [id('.option-label'), 0, id('.option-label'), 3], // an option
          [id('.option-label'), 1, id('.option-label', 1), 2], // two options
          [id('.prompt'), 3, id('.option-label'), 1], // a question and an option
          [id('.callout-title'), 1, id('.callout-text'), 2],
        ];
      });
      const ticked = () => page.evaluate(() => document.querySelectorAll('input:checked').length);
      for (const [fromId, fromWord, toId, toWord] of ranges) {
        const where = `from word ${fromWord} of ${fromId} to ${toWord} of ${toId}`;
        const { from, to, lines } = await page.evaluate(([one, first, other, last]) => {
          document.getElementById(one).scrollIntoView({ block: 'center', behavior: 'instant' });
          return {
            from: reading.placeOf(one, first).start, to: reading.placeOf(other, last).end,
            lines: reading.linesBetween(one, first, other, last),
          };
        }, [fromId, fromWord, toId, toWord]);
        await mouse.drag(from, to);
        assert.deepEqual(linesOf(await page.evaluate(() => String(getSelection()))), lines, `selected ${where}`);
        assert.deepEqual(linesOf(await copied(page)), lines, `copied ${where}`);
        assert.equal(await ticked(), 0, 'to select an option\'s words is not to choose it');
      }
    });

    it('selects a word by two clicks and a paragraph by three', async () => {
      const mouse = mouseOf(page);
      for (const selector of ['.section > p:not(.next)', '.item', 'h2', '.option-label', '.callout-text']) {
        const { id, place, word, text } = await page.evaluate((wanted) => {
          const element = document.querySelector(`main ${wanted}`);
          element.scrollIntoView({ block: 'center', behavior: 'instant' });
          const words = reading.words(element);
          const index = words.findIndex(({ word }) => /^[a-z]{3,}$/i.test(word));
          return { id: element.id, place: reading.placeOf(element.id, index).middle, word: words[index].word, text: reading.textOf(element) };
        }, selector);
        // On a busy machine they may come too slowly to be one double click, for which there is another try.
        const selectedBy = async (times, wanted) => {
          let selected;
          for (let tries = 0; tries < 5 && selected !== wanted; ++tries) {
            if (tries > 0) await new Promise((later) => { setTimeout(later, 1000); });
            await page.evaluate(() => getSelection().removeAllRanges());
            await mouse.click(place, times);
            [selected] = linesOf(await page.evaluate(() => String(getSelection())));
          }
          return selected;
        };
        assert.equal(await selectedBy(2, word), word, `two clicks in ${id}`);
        assert.equal(await selectedBy(3, text.trim()), text.trim(), `three clicks in ${id}`);
        await page.evaluate(() => getSelection().removeAllRanges());
      }
    });

    it('has real links, wherever they are painted', async () => {
      const links = await page.evaluate(() => [...document.querySelectorAll('a[href]')].flatMap((link) => {
        if (!link.checkVisibility() || link.matches('.skip') || link.closest('details:not([open]) > :not(summary)')) return [];
        link.scrollIntoView({ block: 'center', behavior: 'instant' });
        return [...link.getClientRects()].map(({ left, top, width, height }) => {
          const under = document.elementFromPoint(left + width / 2, top + height / 2);
          return under?.closest('a[href]') === link ? null : `${link.id || link.href}: under the pointer is ${under?.outerHTML.slice(0, 80)}`;
        });
      }));
      assert.ok(links.length > 15, `${links.length} links`);
      assert.deepEqual(links.filter(Boolean), []);
    });

    if (engine !== 'WebKitGTK') {
      it('opens links in a new tab by the middle button and with the control key, and offers their menu', async () => {
        for (const selector of [by('what-is-a-mentor:stop-link'), '.next-link']) {
          const link = page.locator(selector).first();
          await link.scrollIntoViewIfNeeded();
          const href = await link.evaluate(({ href }) => href);
          for (const how of [{ button: 'middle' }, { modifiers: ['Control'] }]) {
            const [tab] = await Promise.all([page.context().waitForEvent('page'), link.click(how)]);
            await tab.waitForURL(href);
            await tab.close();
          }
          const menu = page.evaluate(() => new Promise((resolve) => {
            addEventListener('contextmenu', (event) => {
              resolve({ href: event.target.closest('a')?.href, isPrevented: event.defaultPrevented });
              event.preventDefault(); // no menu of the browser's stays open
            }, { once: true });
          }));
          await link.click({ button: 'right' });
          assert.deepEqual(await menu, { href, isPrevented: false });
        }
        assert.equal(await page.evaluate(() => location.href), site.mentor, 'this tab stays where it is');
      });
    }
  });
}
