// Every kind of question of the test Byte `asked`, answered wrong and right in browsers: by mouse, by touch, by
// keyboard alone; what axe finds; and banks.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { audit } from './support/axe.mjs';
import { launchChromium, launchFirefox, WebKit } from './support/browsers.mjs';
import {
  by, controlsOf, isReady, openContext, startBuiltSite, storedEvents, tick, waitUntilSaved, wordsFor,
} from './support/site.mjs';

const folder = 'tests/data/kinds/bytes';
const byte = JSON.parse(readFileSync(`${folder}/asked/byte.json`, 'utf8'));
const questions = byte.sections.flatMap(({ blocks }) => blocks.filter(({ type }) => type === 'question'));
const opinions = ['poll', 'scale'];
const isOpinion = ({ kind }) => opinions.includes(kind);

let site;
before(async () => { site = await startBuiltSite({ bytes: folder, at: '/kinds/' }); });
after(() => site?.close());

async function openAsked(context) {
  const page = await context.newPage();
  await page.goto(`${site.address}bytes/asked/`);
  await page.waitForFunction(isReady);
  return page;
}

const startsWith = (page, id, start) => page.waitForFunction(([wanted, text]) =>
  document.getElementById(wanted)?.innerText.startsWith(text), [id, start]);
const isEmpty = (page, id) => page.waitForFunction((wanted) => document.getElementById(wanted)?.innerText === '', id);

/** Three ways to give an answer and to check it. */
const ways = {
  async mouse(page, question, isRight) {
    for (const id of controlsOf(question, isRight)) await tick(page, id);
    for (const [id, words] of wordsFor(question, isRight)) {
      await page.locator(by(id)).click();
      await page.locator(by(id)).fill(words);
    }
    await page.locator(by(`${question.id}:action`)).click();
  },
  async touch(page, question, isRight) {
    for (const id of controlsOf(question, isRight)) await page.locator(by(id)).tap({ position: { x: 6, y: 6 } });
    for (const [id, words] of wordsFor(question, isRight)) {
      await page.locator(by(id)).tap();
      await page.locator(by(id)).fill(words);
    }
    await page.locator(by(`${question.id}:action`)).tap();
  },
  /** One radio button is reached by Tab, the others of its group by arrows; Enter in a field checks. */
  async keyboard(page, question, isRight) {
    for (const id of controlsOf(question, isRight)) {
      await page.evaluate((wanted) => {
        const { name } = document.getElementById(wanted);
        const group = [...document.getElementsByName(name)];
        (group.find(({ checked }) => checked) ?? group[0]).focus();
      }, id);
      await page.keyboard.press('Space');
      for (let presses = 0; presses < 20; ++presses) {
        if (await page.evaluate((wanted) => document.activeElement.id === wanted, id)) break;
        await page.keyboard.press('ArrowDown');
      }
      await page.waitForFunction((wanted) => document.getElementById(wanted).checked, id);
    }
    const words = wordsFor(question, isRight);
    for (const [id, text] of words) {
      await page.locator(by(id)).focus();
      await page.keyboard.press('Control+A');
      await page.keyboard.type(text);
    }
    if (words.length) {
      await page.keyboard.press('Enter');
    } else {
      await page.locator(by(`${question.id}:action`)).focus();
      await page.keyboard.press('Enter');
    }
  },
};

async function answersAll(page, way) {
  for (const question of questions) {
    const { id } = question;
    if (isOpinion(question)) {
      await way(page, question, true);
      await startsWith(page, `${id}:result`, 'Thank you.');
      continue;
    }
    await way(page, question, false);
    await startsWith(page, `${id}:result`, 'Not yet.');
    await page.locator(by(`${id}:action`)).press('Enter');
    await isEmpty(page, `${id}:result`);
    // The next try at a typed answer begins in its field.
    for (const [field] of wordsFor(question, true)) {
      await page.waitForFunction((wanted) => document.activeElement.id === wanted, field);
    }
    await way(page, question, true);
    await startsWith(page, `${id}:result`, 'Right.');
    assert.equal(await page.locator(by(id)).getAttribute('data-tone'), 'right');
  }
}

const browsers = {
  Chromium: { launch: () => launchChromium(), skip: false },
  Firefox: { launch: () => launchFirefox({}), skip: !process.env.DISPLAY && 'Firefox has no WebGL without an X display (DISPLAY)' },
};

for (const [name, { launch, skip }] of Object.entries(browsers)) {
  describe(`Each kind of question in ${name}`, { skip }, () => {
    let browser;
    before(async () => { browser = await launch(); });
    after(() => browser?.close());

    for (const way of Object.keys(ways)) {
      if (way === 'touch' && name === 'Firefox') continue;
      it(`is answered by ${way}, and there again after a reload`, async () => {
        const { context, problems } = await openContext(browser, way === 'touch' ? { hasTouch: true } : {});
        const page = await openAsked(context);
        await answersAll(page, ways[way]);
        await waitUntilSaved(page);
        const shown = () => page.evaluate(() => document.querySelector('main').innerText +
          [...document.querySelectorAll('.answer-field')].map(({ value, readOnly }) => `${value} ${readOnly}`));
        const before = await shown();
        await page.reload();
        await page.waitForFunction(isReady);
        assert.equal(await shown(), before);
        assert.deepEqual(problems, []);
        await context.close();
      });
    }
  });
}

describe('Each kind of question in WebKitGTK', () => {
  let webkit;
  before(async () => { webkit = await WebKit.launch(); });
  after(() => webkit?.close());

  it('is answered by mouse and keys, and there again after a reload', async () => {
    const give = async (question, isRight) => {
      for (const id of controlsOf(question, isRight)) await webkit.click(by(id));
      for (const [id, words] of wordsFor(question, isRight)) {
        await webkit.click(by(id));
        await webkit.chord(WebKit.keys.Control, 'a');
        await webkit.press(...words);
      }
      await webkit.click(by(`${question.id}:action`));
    };
    const resultStarts = ({ id }, words) => webkit.waitFor(`document.getElementById('${id}:result').innerText.startsWith('${words}')`);
    await webkit.goto(`${site.address}bytes/asked/`);
    await webkit.waitFor(isReady);
    for (const question of questions) {
      if (isOpinion(question)) {
        await give(question, true);
        await resultStarts(question, 'Thank you.');
        continue;
      }
      await give(question, false);
      await resultStarts(question, 'Not yet.');
      await webkit.click(by(`${question.id}:action`));
      await webkit.waitFor(`document.getElementById('${question.id}:result').innerText === ''`);
      await give(question, true);
      await resultStarts(question, 'Right.');
    }
    await waitUntilSaved(webkit);
    await webkit.reload();
    await webkit.waitFor(isReady);
    for (const question of questions) await resultStarts(question, isOpinion(question) ? 'Thank you.' : 'Right.');
  });
});

describe('Kinds of questions', () => {
  let browser;
  before(async () => { browser = await launchChromium(); });
  after(() => browser?.close());

  for (const face of ['plain', 'painted']) {
    for (const colorScheme of ['light', 'dark']) {
      it(`have nothing that axe finds: ${face}, ${colorScheme}, open, wrong and right`, async () => {
        const { context } = await openContext(browser, { colorScheme, bypassCSP: true });
        const page = await openAsked(context);
        if (face === 'plain') {
          await page.locator(by('page:face')).click();
          await page.waitForFunction(() => !document.documentElement.classList.contains('drawn'));
        }
        assert.deepEqual(await audit(page), []);
        for (const [number, question] of questions.entries()) await ways.mouse(page, question, number % 2 === 0);
        // Nothing then lies half below the bar at the head of the page, and is small for that.
        await page.evaluate(() => scrollTo(0, 0));
        assert.deepEqual(await audit(page), []);
        await context.close();
      });
    }
  }

  it('fit a phone of 320 px, and one whose text is twice as large', async () => {
    for (const width of [320, 180]) {
      const { context } = await openContext(browser, { viewport: { width, height: 640 } });
      const page = await openAsked(context);
      const wide = await page.evaluate(() => [...document.querySelectorAll('main *')].filter((element) => {
        const { right, width: own } = element.getBoundingClientRect();
        return own > 1 && right > innerWidth + 1;
      }).map(({ id }) => id));
      assert.deepEqual(wide, [], `${width} px`);
      const steps = await page.evaluate(() => [...document.querySelectorAll('#ready\\:steps .control')].map((element) => {
        const { x, y, height } = element.getBoundingClientRect();
        return { x, y, height };
      }));
      assert.equal(steps.length, 11);
      for (const [i, step] of steps.entries()) {
        assert.ok(step.height >= 44);
        // As far apart as a finger needs (WCAG 2.2, 2.5.8).
        if (i > 0 && step.y === steps[i - 1].y) assert.ok(step.x - steps[i - 1].x >= 24, `${width} px: ${step.x - steps[i - 1].x}`);
      }
      await context.close();
    }
  });

  it('keep what was typed before the engine came, and check it', async () => {
    const { context } = await openContext(browser);
    let release;
    const released = new Promise((resolve) => { release = resolve; });
    await context.route('**/*.wasm', async (route) => {
      await released;
      await route.continue();
    });
    const page = await context.newPage();
    await page.goto(`${site.address}bytes/asked/`);
    await page.locator(by('word:field')).fill('sponsor');
    release();
    await page.waitForFunction(isReady);
    await page.waitForFunction(() => document.getElementById('word:box').dataset.tone === 'chosen');
    await page.locator(by('word:field')).press('Enter');
    await startsWith(page, 'word:result', 'Right.');
    await context.close();
  });

  it('show their answers where no engine comes', async () => {
    const { context } = await openContext(browser, { javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${site.address}bytes/asked/`);
    for (const [id, words] of [['sea', 'True'], ['word', 'sponsor · a sponsor'], ['weight', '2.5\u00a0kg']]) {
      await page.locator(by(`${id}:answer-summary`)).click();
      assert.ok((await page.locator(by(`${id}:answer`)).innerText()).includes(words), id);
    }
    await context.close();
  });

  it('are drawn from a bank, and others when those are finished', async () => {
    const { context, problems } = await openContext(browser);
    const page = await openAsked(context);
    const asked = () => page.locator(`${by('pool')} > .question`).evaluateAll((cards) => cards.map(({ id }) => id));
    const bank = byte.sections.flatMap(({ blocks }) => blocks).find(({ id }) => id === 'pool');
    const first = await asked();
    assert.equal(first.length, bank.pick);
    assert.equal(await page.locator(by('pool:draw')).count(), 0);
    for (const id of first) {
      await ways.mouse(page, { ...bank.questions.find((one) => one.id === id) }, true);
      await startsWith(page, `${id}:result`, 'Right.');
    }
    await page.locator(by('pool:draw')).click();
    await page.waitForFunction(() => document.activeElement.id === 'pool:title');
    const second = await asked();
    assert.deepEqual(second.filter((id) => first.includes(id)), []);
    await waitUntilSaved(page);
    assert.equal((await storedEvents(page)).filter(({ kind, subject }) => kind === 'started' && subject === 'pool').length, 1);
    await page.reload();
    await page.waitForFunction(isReady);
    await page.waitForFunction((id) => document.getElementById(id), second[0]);
    assert.deepEqual(await asked(), second);
    assert.deepEqual(problems, []);
    await context.close();
  });
});
