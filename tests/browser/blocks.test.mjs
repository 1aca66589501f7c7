// Worksheets, labelled pictures, flashcards, accordions, code and formulas, as learners meet them.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { engines } from './support/any_engine.mjs';
import { audit } from './support/axe.mjs';
import { eventually, launchChromium } from './support/browsers.mjs';
import { atRest, pictureAtRest } from './support/pictures.mjs';
import { by, isReady, openContext, startBuiltSite, storedEvents, tick, waitUntilSaved } from './support/site.mjs';

let site;
before(async () => {
  site = await startBuiltSite({ bytes: 'tests/data/bytes/valid', at: '/blocks/' });
});
after(async () => {
  await site?.close();
});

async function openBlocks(context, isPlain = false) {
  const page = await context.newPage();
  await page.goto(`${site.address}bytes/blocks/`);
  await page.waitForFunction(isReady);
  if (isPlain) {
    await page.locator(by('page:face')).click();
    await page.waitForFunction(() => !document.documentElement.classList.contains('drawn'));
  }
  return page;
}

/** As somebody reads it: each element by itself. */
const textOf = (id) => [...document.getElementById(id).querySelectorAll('span:not([id])')].map((run) => run.textContent).join(' ');

/** Adds a person by keyboard; returns the row's id. */
async function addPerson(page, name) {
  await page.locator(by('people:add')).focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement.matches('.worksheet-input'));
  const row = await page.evaluate(() => document.activeElement.id.replace(/\/name:field$/, ''));
  await page.keyboard.type(name);
  await page.keyboard.press('Tab');
  await page.waitForFunction(([id, words]) => document.querySelector(`[id="${id}:remove"]`)?.getAttribute('aria-label') === `Remove: ${words}`, [row, name]);
  return row;
}

describe('A worksheet', () => {
  let browser;
  before(async () => { browser = await launchChromium(); });
  after(() => browser?.close());

  for (const isPlain of [false, true]) {
    it(`is filled in by keyboard and kept, ${isPlain ? 'in the plain page' : 'painted'}; nothing for axe`, async () => {
      const { context, problems } = await openContext(browser, { bypassCSP: true });
      const page = await openBlocks(context, isPlain);
      assert.deepEqual(await audit(page), []);
      const anna = await addPerson(page, 'Anna');
      // Focus is on the next field by now.
      await page.keyboard.press('Space');
      await page.waitForFunction(([id]) => document.getElementById(`${id}/advises:control`).checked, [anna]);
      const ben = await addPerson(page, 'Ben');
      await tick(page, `${ben}/knows/not-yet:control`);
      await page.waitForFunction(() => document.querySelectorAll('.net-name').length === 2);
      assert.equal(await page.evaluate(textOf, 'people:map-advises:side'), 'Gives me advice Anna');
      assert.equal(await page.evaluate(textOf, 'people:map:none:side'), 'None of these Ben Not yet');
      assert.equal(await page.evaluate(textOf, 'people:map-gaps'), 'Nobody has a say yet.');
      await waitUntilSaved(page);
      // Where the bar at the top covers nothing.
      await page.evaluate(() => scrollTo(0, 0));
      assert.deepEqual(await audit(page), []);
      await page.reload();
      await page.waitForFunction(isReady);
      await page.waitForFunction(() => document.querySelectorAll('.worksheet-row').length === 2);
      assert.equal(await page.locator(by(`${anna}/name:field`)).inputValue(), 'Anna');
      assert.ok(await page.locator(by(`${anna}/advises:control`)).isChecked());
      assert.deepEqual(problems, []);
      await context.close();
    });
  }

  it('gives back what was removed, and says so', async () => {
    const { context } = await openContext(browser);
    const page = await openBlocks(context);
    const anna = await addPerson(page, 'Anna');
    await page.locator(by(`${anna}:remove`)).click();
    await page.waitForFunction(() => document.activeElement.id === 'people:put-back');
    assert.equal(await page.evaluate(textOf, 'people:said'), 'Removed: Anna Put back');
    await page.keyboard.press('Enter');
    await page.waitForFunction((id) => document.activeElement.id === id, `${anna}/name:field`);
    assert.equal(await page.locator(by(`${anna}/name:field`)).inputValue(), 'Anna');
    await waitUntilSaved(page);
    const events = (await storedEvents(page)).sort((a, b) => a.n - b.n);
    assert.deepEqual(events.map(({ kind, data }) => [kind, data]), [
      ['chose', { on: true }], ['wrote', { text: 'Anna' }], ['chose', { on: false }], ['chose', { on: true }]]);
    await context.close();
  });

  it('has a map that is drawn, whose names lead to their rows', async () => {
    const { context } = await openContext(browser, { viewport: { width: 800, height: 1100 } });
    const page = await openBlocks(context);
    const map = page.locator(by('people:map-drawing'));
    const show = async () => {
      await map.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
      return pictureAtRest(page);
    };
    const anna = await addPerson(page, 'Anna');
    const before = await show();
    await tick(page, `${anna}/advises:control`);
    const after = await show();
    assert.ok(!Buffer.from(before.data).equals(Buffer.from(after.data)));
    const box = await map.boundingBox();
    // Somewhere on the left side her name stands; the pointer says that it can be pressed.
    const isPointer = () => document.documentElement.classList.contains('hot');
    let found = false;
    for (let y = box.y + 20; y < box.y + box.height && !found; y += 24) {
      for (let x = box.x + 20; x < box.x + box.width / 2 - 60 && !found; x += 40) {
        await page.mouse.move(x, y);
        await atRest(page);
        found = await page.evaluate(isPointer);
      }
    }
    assert.ok(found, 'her name can be pressed');
    await page.mouse.down();
    await page.mouse.up();
    await page.waitForFunction((id) => location.hash === `#${id}:row`, anna);
    await context.close();
  });

  it('is a table of empty lines on paper and without scripts', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const { context } = await openContext(browser, { javaScriptEnabled });
      const page = await context.newPage();
      await page.goto(`${site.address}bytes/blocks/`);
      if (javaScriptEnabled) await page.emulateMedia({ media: 'print' });
      assert.ok(await page.locator(by('people:paper')).isVisible());
      assert.equal(await page.locator('[id="people:paper-body"] > tr').count(), 4, 'as many lines as there may be rows');
      assert.ok(!await page.locator(by('people:add')).isVisible());
      await context.close();
    }
  });
});

describe('Further blocks', () => {
  let browser;
  before(async () => { browser = await launchChromium(); });
  after(() => browser?.close());

  it('put numbers onto a picture that lead to what they mean', async () => {
    const { context, problems } = await openContext(browser);
    const page = await openBlocks(context);
    const frame = await page.locator(by('places:image')).boundingBox();
    const marker = await page.locator(by('places:marker-1')).boundingBox();
    assert.ok(Math.abs(marker.x + marker.width / 2 - (frame.x + 0.125 * frame.width)) < 2);
    assert.ok(Math.abs(marker.y + marker.height / 2 - (frame.y + 0.2 * frame.height)) < 2);
    assert.ok(marker.width >= 24 && marker.height >= 24);
    await page.locator(by('places:marker-1')).focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector(':target')?.id === 'places:item-1');
    assert.deepEqual(problems, []);
    await context.close();
  });

  it('open and close by keyboard, and are all open on paper', async () => {
    const { context } = await openContext(browser);
    const page = await openBlocks(context);
    const back = page.locator(by('words:card-1-answer'));
    assert.ok(!await back.isVisible());
    await page.locator(by('words:card-1-front')).focus();
    await page.keyboard.press('Enter');
    await back.waitFor({ state: 'visible' });
    await page.keyboard.press('Space');
    await back.waitFor({ state: 'hidden' });
    await page.emulateMedia({ media: 'print' });
    for (const id of ['words:card-1-answer', 'words:card-2-answer', 'more:item-1-text', 'more:item-2-list-1']) {
      const height = await page.locator(by(id)).evaluate((element) => element.checkVisibility() && element.offsetHeight);
      assert.ok(height > 10, id);
    }
    await context.close();
  });

  it('keep lines and spaces of code, which scrolls by itself and not the page', async () => {
    const { context } = await openContext(browser);
    const page = await openBlocks(context);
    const shown = await page.locator(by('program:text')).evaluate((element) => ({
      text: element.textContent,
      direction: getComputedStyle(element).direction,
      scrolls: element.parentElement.scrollWidth > element.parentElement.clientWidth,
      page: document.documentElement.scrollWidth <= innerWidth,
      lines: element.innerText.split('\n').length,
    }));
    assert.match(shown.text, /^def greet\(name\):\n {4}# <b> & "quotes" stay as they are\n\n {4}return/);
    assert.deepEqual([shown.direction, shown.scrolls, shown.page, shown.lines], ['ltr', true, true, 4]);
    await context.close();
  });

  it('are the same elements when the page is written anew', async () => {
    const { context } = await openContext(browser);
    const page = await openBlocks(context);
    const before = await page.locator(by('root:frame')).evaluate((element) => element.innerHTML);
    assert.match(before, /^<math id="root:math-1" display="block"><mi id="root:math-2">x<\/mi>/);
    // A page of another build.
    await context.route('**/bytes/blocks/', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replace(/data-outline="[0-9a-f]+"/, 'data-outline="0"') });
    });
    await page.reload();
    await page.waitForFunction(isReady);
    assert.equal(await page.locator(by('root:frame')).evaluate((element) => element.innerHTML), before);
    assert.equal(await page.locator(by('root:math-2')).evaluate((element) => element.namespaceURI), 'http://www.w3.org/1998/Math/MathML');
    await context.close();
  });

  it('can be read without scripts', async () => {
    const { context } = await openContext(browser, { javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${site.address}bytes/blocks/`);
    for (const id of ['places:item-1-text', 'program:text', 'root:math-2', 'words:card-1-text', 'more:item-1-words']) {
      assert.ok(await page.locator(by(id)).isVisible(), id);
    }
    assert.ok(!await page.locator(by('places:marker-1')).isVisible(), 'a number without a place is not shown');
    await page.locator(by('words:card-1-front')).click();
    assert.ok(await page.locator(by('words:card-1-answer')).isVisible());
    await context.close();
  });
});

describe('In other engines', () => {
  for (const [engine, launch] of Object.entries(engines).filter(([name]) => name !== 'Chromium')) {
    describe(engine, () => {
      let page;
      before(async () => {
        page = await launch();
        await page.goto(`${site.address}bytes/blocks/`);
        await page.waitFor(isReady);
      });
      after(() => page?.close());
      const isOpen = (id) => `document.getElementById('${id}').checkVisibility()`;

      it('a worksheet is filled in by keyboard and kept, and gives back what was removed', async () => {
        await page.click(by('people:add'));
        await page.waitFor(`document.activeElement.matches('.worksheet-input')`);
        await page.type('Anna');
        await page.press('Tab');
        await page.press('Space');
        await page.waitFor(`document.querySelector('.net-name')?.innerText === 'Anna'`);
        const row = await page.evaluate(() => document.querySelector('.worksheet-input').id.replace(/\/name:field$/, ''));
        await page.click(by(`${row}:remove`));
        await page.waitFor(`document.activeElement.id === 'people:put-back' && !document.querySelector('.net-name')`);
        await page.press('Enter');
        await page.waitFor(`document.activeElement.id === '${row}/name:field'`);
        await eventually(async () => (await storedEvents(page)).length === 5, 'all of it is stored');
        await page.reload();
        await page.waitFor(`(${isReady})() && document.querySelector('.net-name')?.innerText === 'Anna'`);
        assert.equal(await page.evaluate((id) => document.getElementById(id).value, `${row}/name:field`), 'Anna');
        assert.deepEqual(page.problems(), []);
      });

      it('flashcards and accordions open and close', async () => {
        for (const [head, text] of [['words:card-1-front', 'words:card-1-answer'], ['more:item-1-title', 'more:item-1-text']]) {
          assert.equal(await page.evaluate(isOpen(text)), false, text);
          await page.click(by(head));
          await page.waitFor(isOpen(text));
          await page.press('Space');
          await page.waitFor(`!${isOpen(text)}`);
        }
      });

      it('numbers on a picture lead to what they mean, and a formula is laid out', async () => {
        await page.click(by('places:marker-1'));
        await page.waitFor(`document.querySelector(':target')?.id === 'places:item-1'`);
        const heights = await page.evaluate(() => ['root:math-4', 'root:math-2'].map(
          (id) => document.getElementById(id).getBoundingClientRect().height));
        assert.ok(heights[0] > 1.6 * heights[1], 'a fraction is higher than a letter');
      });
    });
  }
});

describe('A root', () => {
  for (const [engine, launch] of Object.entries(engines)) {
    it(`has its sign in ${engine}, whatever fonts there are`, async () => {
      const page = await launch();
      try {
        await page.goto(`${site.address}bytes/blocks/`);
        // Without the sign a root is as wide as what stands in it.
        const [root, content] = await page.evaluate(() => {
          const element = document.querySelector('msqrt');
          const last = element.lastElementChild.getBoundingClientRect();
          return [element.getBoundingClientRect().width, last.right - element.firstElementChild.getBoundingClientRect().left];
        });
        assert.ok(root > content + 5, `${root} px around ${content} px`);
      } finally {
        await page.close();
      }
    });
  }
});
