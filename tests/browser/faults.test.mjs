// What is missing, broken or refused, and what the learner then has.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  answer, by, isReady, lettersOf, mentorByte, openContext, openMentorByte, questions, storedEvents, withChromium,
} from './support/site.mjs';

const [question] = questions;

describe('Without', () => {
  let site;
  let browser;
  withChromium((parts) => { ({ site, browser } = parts); });

  /** Every word of the lesson can be read, and every answer found. */
  async function isReadable(page) {
    const text = (await page.locator('main').innerText()).replace(/\s+/g, ' ');
    for (const { blocks } of mentorByte.sections) {
      for (const block of blocks) {
        if (block.type === 'text') assert.ok(text.includes(lettersOf(block.text).slice(0, 60)), block.text);
      }
    }
    const details = page.locator(by(`${question.id}:answer`));
    await details.locator('summary').click();
    const right = question.options.find(({ correct }) => correct);
    assert.ok((await details.innerText()).includes(lettersOf(right.text)));
    assert.equal(await page.locator(by(`${question.id}:action`)).isVisible(), false, 'no button that does nothing');
  }

  it('scripts, the page can be read and its answers found', async () => {
    const { context } = await openContext(browser, { javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(site.mentor);
    await isReadable(page);
    await context.close();
  });

  it('WebAssembly, the page can be read and its answers found', async () => {
    const { context } = await openContext(browser);
    await context.route('**/*.wasm', (route) => route.abort());
    const page = await context.newPage();
    await page.goto(site.mentor);
    await page.waitForFunction(() => document.documentElement.classList.contains('no-engine'));
    await isReadable(page);
    await context.close();
  });

  it('WebGL2, everything works and nothing is painted', async () => {
    const { context, problems } = await openContext(browser);
    await context.addInitScript(() => {
      const { getContext } = HTMLCanvasElement.prototype;
      HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
        return kind === 'webgl2' ? null : getContext.call(this, kind, ...rest);
      };
    });
    const page = await openMentorByte(context, site);
    await answer(page, question, true);
    await page.waitForFunction((id) => document.getElementById(id).innerText.startsWith('Right.'), `${question.id}:result`);
    assert.equal(await page.evaluate(() => document.documentElement.classList.contains('drawn')), false);
    assert.deepEqual(problems, []);
    await context.close();
  });

  it('a graphics context that is lost, the page shows itself until it comes back', async () => {
    const { context } = await openContext(browser);
    const page = await openMentorByte(context, site);
    await page.waitForFunction(() => document.documentElement.classList.contains('drawn'));
    await page.evaluate(() => {
      globalThis.extension = document.getElementById('page:canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
      globalThis.extension.loseContext();
    });
    await page.waitForFunction(() => !document.documentElement.classList.contains('drawn'));
    await answer(page, question, true);
    await page.waitForFunction((id) => document.getElementById(id).innerText.startsWith('Right.'), `${question.id}:result`);
    await page.evaluate(() => globalThis.extension.restoreContext());
    await page.waitForFunction(() => document.documentElement.classList.contains('drawn'));
    await page.waitForFunction(() => document.querySelector('.w'));
    await context.close();
  });

  it('a database, answers are graded and the learner is told', async () => {
    const { context } = await openContext(browser);
    await context.addInitScript(() => { delete IDBFactory.prototype.open; });
    const page = await openMentorByte(context, site);
    assert.match(await page.locator(by('page:notices')).innerText(), /does not let the page keep anything/);
    await answer(page, question, true);
    await page.waitForFunction((id) => document.getElementById(id).innerText.startsWith('Right.'), `${question.id}:result`);
    await context.close();
  });

  it('sound records, the broken ones are set aside and said, and the others count', async () => {
    const { context } = await openContext(browser);
    const page = await openMentorByte(context, site);
    await answer(page, question, true);
    await page.waitForFunction(() => document.getElementById('page:saved').innerText === 'Saved on this device');
    await page.evaluate(async () => {
      const [{ name }] = (await indexedDB.databases()).filter((one) => one.name.startsWith('byte-player'));
      const open = await new Promise((resolve) => { indexedDB.open(name).onsuccess = ({ target }) => resolve(target.result); });
      const transaction = open.transaction('events', 'readwrite');
      const store = transaction.objectStore('events');
      store.put({ id: 'not hexadecimal', byte: 'mentor-or-sponsor', device: 'x', n: 1 });
      store.put({ id: 7, byte: 'mentor-or-sponsor', device: 'x', n: 2, data: '<img src=x onerror=alert(1)>' });
      await new Promise((resolve) => { transaction.oncomplete = resolve; });
      open.close();
    });
    await page.reload();
    await page.waitForFunction(isReady);
    assert.match(await page.locator(by('page:notices')).innerText(), /^2 stored answers could not be read/);
    assert.match(await page.locator(by(`${question.id}:result`)).innerText(), /^Right\./);
    await page.waitForTimeout(200);
    assert.equal((await storedEvents(page)).length, 3);
    assert.equal((await storedEvents(page, 'set_aside')).length, 2, 'nothing is thrown away');
    await context.close();
  });

  it('the page of its own build, the engine writes the page anew', async () => {
    const { context } = await openContext(browser);
    await context.route('**/mentor-or-sponsor/', async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace(/data-outline="[0-9a-f]+"/, 'data-outline="0"').replace('Try the', 'Old');
      await route.fulfill({ response, body });
    });
    const page = await openMentorByte(context, site);
    await answer(page, question, true);
    await page.waitForFunction((id) => document.getElementById(id).innerText.startsWith('Right.'), `${question.id}:result`);
    await context.close();
  });

  it('trust: nothing in the page runs that is not the site\'s own', async () => {
    const { context } = await openContext(browser);
    const page = await openMentorByte(context, site);
    const ran = await page.evaluate(async () => {
      document.body.insertAdjacentHTML('beforeend', '<img src="x" onerror="globalThis.hacked = 1">');
      const script = document.createElement('script');
      script.textContent = 'globalThis.hacked = 2';
      document.body.append(script);
      setTimeout('globalThis.hacked = 3');
      await new Promise((resolve) => { setTimeout(resolve, 300); });
      return globalThis.hacked;
    });
    assert.equal(ran, undefined);
    await context.close();
  });
});
