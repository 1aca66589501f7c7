// What is missing, broken or refused, and what the learner then has.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { eventually, launchChromium, launchFirefox, startDisplay, WebKit } from './support/browsers.mjs';
import { compareFaces, kMostDifferent } from './support/faces.mjs';
import {
  answer, by, controlsOf, isReady, lettersOf, mentorByte, openContext, openMentorByte, questions, startSite, storedEvents,
  tick, waitUntilSaved, withChromium,
} from './support/site.mjs';

const [question] = questions;
const right = question.options.find(({ correct }) => correct);

const isNoEngine = () => document.documentElement.classList.contains('no-engine');
const isDrawn = () => document.documentElement.classList.contains('drawn');
const hasTrouble = () => document.getElementById('page:trouble');
/** Fulfilled when a question's result begins so; runs in the page. */
const says = ([id, words]) => document.getElementById(`${id}:result`).innerText.startsWith(words);
const kRight = [question.id, 'Right.'];

/** Lets a test reach into the engine, as `byteModule`; runs in the page before its scripts. */
function exposeModule() {
  let made;
  Object.defineProperty(globalThis, 'createByteEngine', {
    configurable: true,
    get: () => made,
    set: (create) => { made = async (options) => (globalThis.byteModule = await create(options)); },
  });
}

/** From now on a function of the engine traps, or fails as a script does; runs in the page. */
function breakModule([name, kind]) {
  globalThis.byteModule[name] = () => {
    throw kind === 'trap' ? new WebAssembly.RuntimeError('unreachable') : new TypeError('a mistake');
  };
}

/** Nothing can be read back from a canvas; runs in the page before its scripts. */
function forbidReadback() {
  const forbid = () => { throw new DOMException('read back', 'SecurityError'); };
  for (const [type, names] of [[CanvasRenderingContext2D, ['getImageData']], [HTMLCanvasElement, ['toDataURL', 'toBlob']],
    [WebGL2RenderingContext, ['readPixels', 'getBufferSubData']], [WebGLRenderingContext, ['readPixels']],
    [globalThis.OffscreenCanvasRenderingContext2D, ['getImageData']], [globalThis.OffscreenCanvas, ['convertToBlob']]]) {
    for (const name of names) if (type) type.prototype[name] = forbid;
  }
}

/** Every width that a canvas tells is a little wrong, and never the same; runs in the page before its scripts. */
function falsifyWidths(share) {
  for (const { prototype } of [CanvasRenderingContext2D, globalThis.OffscreenCanvasRenderingContext2D ?? CanvasRenderingContext2D]) {
    const { measureText } = prototype;
    if (measureText.isFalse) continue;
    prototype.measureText = function (text) {
      const metrics = measureText.call(this, text);
      const noise = 1 + share * (2 * Math.random() - 1);
      return new Proxy(metrics, { get: (target, name) => typeof target[name] === 'number' ? target[name] * noise : target[name] });
    };
    prototype.measureText.isFalse = true;
  }
}

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
    await page.waitForFunction(isNoEngine);
    await isReadable(page);
    await context.close();
  });

  const engineFile = (ending) => new RegExp(`/engine\\.[0-9a-f]+\\.${ending}$`);
  const wasm = () => readFileSync(join(process.env.ASSETS ?? 'build/web/assets', 'engine.wasm'));
  const fulfilWith = (body, contentType = 'application/wasm') => (route) => route.fulfill({ status: 200, contentType, body });
  for (const [what, ending, handle] of [
    ['its engine\'s script, which the host does not have', 'js', (route) => route.fulfill({ status: 404, body: 'Not found' })],
    ['an engine\'s script that is whole', 'js', fulfilWith('var createByteEngine = (() => {', 'text/javascript')],
    ['an engine that arrived whole', 'wasm', (route) => fulfilWith(wasm().subarray(0, 100_000))(route)],
    ['an engine that is one: the host answers with a page', 'wasm', fulfilWith('<!doctype html>Sign in first', 'text/html')],
    ['the engine of the same build', 'wasm', (route) => fulfilWith(readFileSync(join(process.env.ASSETS ?? 'build/web/assets', 'author.wasm')))(route)],
  ]) {
    it(`${what}, the page can be read and says what to do`, async () => {
      const { context } = await openContext(browser);
      await context.route(engineFile(ending), handle);
      const page = await context.newPage();
      await page.goto(site.mentor);
      // Ticked before anybody knows that nothing will come of it.
      await tick(page, `${question.id}/${right.id}:control`);
      await page.waitForFunction(isNoEngine);
      await isReadable(page);
      assert.match(await page.locator('#page\\:trouble').innerText(), /could not be loaded.*Load the page again$/s);
      // What was in the way may be gone.
      await context.unroute(engineFile(ending));
      await page.locator('#page\\:trouble a').click();
      await page.waitForFunction(isReady);
      assert.equal(await page.locator('#page\\:trouble').count(), 0);
      await context.close();
    });
  }

  it('memory for an engine, the page can be read and what was kept stays', async () => {
    const { context } = await openContext(browser);
    const page = await openMentorByte(context, site);
    await answer(page, question, true);
    await waitUntilSaved(page);
    const kept = (await storedEvents(page)).length;
    await context.addInitScript(() => {
      const refuse = () => Promise.reject(new RangeError('WebAssembly.instantiate(): Out of memory'));
      Object.assign(WebAssembly, { instantiate: refuse, instantiateStreaming: refuse });
    });
    await page.reload();
    await page.waitForFunction(isNoEngine);
    await isReadable(page);
    assert.equal((await storedEvents(page)).length, kept);
    await context.close();
  });

  it('more memory when it is asked for, the page stops, says so, and keeps what it had', async () => {
    const { context } = await openContext(browser);
    await context.addInitScript(() => {
      WebAssembly.Memory.prototype.grow = () => { throw new RangeError('WebAssembly.Memory.grow(): Unable to grow'); };
    });
    const page = await openMentorByte(context, site);
    await answer(page, question, true);
    await waitUntilSaved(page);
    const kept = (await storedEvents(page)).length;
    // Another tab tells of more than there is room for.
    await page.evaluate(async () => {
      const [{ name }] = (await indexedDB.databases()).filter((one) => one.name.startsWith('byte-player'));
      new BroadcastChannel(name).postMessage([{ id: 'x'.repeat(6e6) }]);
    });
    await page.waitForFunction(hasTrouble);
    assert.match(await page.locator('#page\\:trouble').innerText(), /has stopped.*saved is still there/s);
    await isReadable(page);
    assert.equal((await storedEvents(page)).length, kept);
    await page.locator('#page\\:trouble a').click();
    await page.waitForFunction(isReady);
    await page.waitForFunction(says, kRight);
    await context.close();
  });

  it('an engine for a long while, what was ticked and pressed counts when it comes', async () => {
    const { context, problems } = await openContext(browser);
    let letCome;
    const isWanted = new Promise((resolve) => { letCome = resolve; });
    await context.route(engineFile('wasm'), async (route) => {
      await isWanted;
      await route.continue();
    });
    const page = await context.newPage();
    await page.goto(site.mentor);
    await answer(page, question, true);
    await page.waitForTimeout(3000);
    assert.equal(await page.evaluate(isReady), false);
    letCome();
    await page.waitForFunction(isReady);
    await page.waitForFunction(says, kRight);
    await waitUntilSaved(page);
    assert.deepEqual(problems, []);
    await context.close();
  });

  it('a clock that goes forward only, the last answer is the one that counts', async () => {
    const { context } = await openContext(browser);
    await context.addInitScript(() => {
      const { now } = Date;
      Date.now = () => now() - (Number(localStorage.getItem('test-days')) || 0) * 864e5;
    });
    const page = await openMentorByte(context, site);
    await answer(page, question, false);
    await page.waitForFunction(says, [question.id, 'Not yet']);
    await page.evaluate(() => localStorage.setItem('test-days', '400'));
    await page.locator(by(`${question.id}:action`)).click();
    await answer(page, question, true);
    await page.waitForFunction(says, kRight);
    await waitUntilSaved(page);
    await page.reload();
    await page.waitForFunction(isReady);
    await page.waitForFunction(says, kRight);
    await context.close();
  });

  it('a context that browsers call secure, everything works', async () => {
    const own = await launchChromium({ args: ['--host-resolver-rules=MAP school.test 127.0.0.1'] });
    try {
      const { context, problems } = await openContext(own);
      const page = await openMentorByte(context, { mentor: site.mentor.replace('127.0.0.1', 'school.test') });
      assert.equal(await page.evaluate(() => isSecureContext), false);
      await page.waitForFunction(isDrawn);
      await answer(page, question, true);
      await page.waitForFunction(says, kRight);
      await waitUntilSaved(page);
      await page.reload();
      await page.waitForFunction(isReady);
      await page.waitForFunction(says, kRight);
      assert.deepEqual(problems, []);
    } finally {
      await own.close();
    }
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
    await waitUntilSaved(page);
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
    // Nothing is thrown away.
    await eventually(async () => (await storedEvents(page, 'set_aside')).length === 2, 'both are set aside');
    assert.equal((await storedEvents(page)).length, 4);
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

const engines = [
  ['Chromium', () => launchChromium()],
  ['Firefox', () => launchFirefox()],
];
for (const [name, launch] of engines) {
  describe(`In ${name}`, () => {
    let site;
    let display;
    let browser;
    before(async () => {
      site = await startSite();
      display = await startDisplay();
      browser = await launch();
    });
    after(async () => {
      await browser?.close();
      await display?.close();
      await site?.close();
    });

    for (const [what, entry, act] of [
      ['grades', '_bytes_frame', (page) => tick(page, controlsOf(questions[1], true)[0])],
      ['paints', '_bytes_paint', (page) => page.evaluate(() => dispatchEvent(new Event('resize')))],
    ]) {
      it(`an engine that traps while it ${what} stops for good, and nothing that was saved is lost`, async () => {
        const { context } = await openContext(browser);
        await context.addInitScript(exposeModule);
        const page = await openMentorByte(context, site);
        await page.waitForFunction(isDrawn);
        await answer(page, question, true);
        await page.waitForFunction(says, kRight);
        await waitUntilSaved(page);
        await page.evaluate(breakModule, [entry, 'trap']);
        await act(page);
        await page.waitForFunction(hasTrouble);
        assert.match(await page.locator('#page\\:trouble').innerText(), /has stopped/);
        assert.equal(await page.locator('#page\\:trouble').getAttribute('role'), 'alert');
        assert.equal(await page.evaluate(isDrawn), false);
        // Whatever it would answer now, it is not asked.
        const calls = await page.evaluate(async () => {
          let count = 0;
          for (const key of Object.keys(byteModule)) if (key.startsWith('_bytes')) byteModule[key] = () => { ++count; };
          document.querySelector('.question input:not([disabled])').click();
          dispatchEvent(new Event('resize'));
          await new Promise((later) => { setTimeout(later, 300); });
          return count;
        });
        assert.equal(calls, 0);
        const text = await page.locator('main').innerText();
        assert.ok(text.includes(lettersOf(mentorByte.sections.at(-1).title)), 'the last part can be read');
        assert.equal(await page.locator(by(`${questions[1].id}:answer`)).isVisible(), true);
        await page.locator('#page\\:trouble a').click();
        await page.waitForFunction(isReady);
        await page.waitForFunction(says, kRight);
        await context.close();
      });
    }

    it('painting that fails leaves a lesson that works', async () => {
      const { context } = await openContext(browser);
      await context.addInitScript(exposeModule);
      const page = await openMentorByte(context, site);
      await page.waitForFunction(isDrawn);
      await page.evaluate(breakModule, ['_bytes_paint', 'mistake']);
      await page.evaluate(() => dispatchEvent(new Event('resize')));
      await page.waitForFunction(() => !document.documentElement.classList.contains('drawn'));
      await answer(page, question, true);
      await page.waitForFunction(says, kRight);
      assert.equal(await page.locator('#page\\:trouble').count(), 0);
      await context.close();
    });

    it('a canvas that lets nobody read it back is painted all the same', async () => {
      const { context, problems } = await openContext(browser);
      await context.addInitScript(forbidReadback);
      const page = await openMentorByte(context, site);
      await page.waitForFunction(() => document.querySelector('html.drawn .w'));
      await answer(page, question, true);
      await page.waitForFunction(says, kRight);
      assert.deepEqual(problems.filter((problem) => !/WebGL|GLX|sandbox/i.test(problem)), []);
      await context.close();
    });

    for (const share of [0.0001, 0.05]) {
      it(`widths that are false by up to ${100 * share} % leave faces alike`, async (test) => {
        const { context } = await openContext(browser);
        await context.addInitScript(falsifyWidths, share);
        const page = await openMentorByte(context, site);
        await page.waitForFunction(isDrawn);
        const faces = await compareFaces(page, { to: 700 });
        test.diagnostic(`${faces.words} boxes of words are painted, ${(100 * faces.share).toFixed(3)} % of their ink differs`);
        assert.ok(!faces.words || faces.share < kMostDifferent, faces.report);
        await answer(page, question, true);
        await page.waitForFunction(says, kRight);
        await context.close();
      });
    }
  });
}

describe('In Firefox with resistFingerprinting', () => {
  it('the lesson is painted and graded', async () => {
    const site = await startSite();
    const display = await startDisplay();
    const browser = await launchFirefox({ prefs: { 'privacy.resistFingerprinting': true } });
    try {
      const { context } = await openContext(browser);
      const page = await openMentorByte(context, site);
      await page.waitForFunction(isDrawn);
      await answer(page, question, true);
      await page.waitForFunction(says, kRight);
      // It says that each pixel is four, so what is painted is twice as fine as the screen and made smaller there: edges
      // differ. Words in another place differ in nearly all of their ink.
      const faces = await compareFaces(page, { to: 700 });
      assert.ok(!faces.words || faces.share < 0.5, faces.report);
    } finally {
      await browser.close();
      await display.close();
      await site.close();
    }
  });
});

describe('In WebKitGTK', () => {
  it('an engine that traps stops, and says so', async () => {
    const site = await startSite();
    const display = await startDisplay();
    const webkit = await WebKit.launch();
    try {
      await webkit.goto(site.mentor);
      await webkit.waitFor(isDrawn);
      // Nothing runs there before the page's scripts; so the page asks for randomness, which an engine's frame needs, in vain.
      await webkit.evaluate(() => { Crypto.prototype.getRandomValues = () => { throw new WebAssembly.RuntimeError('unreachable'); }; });
      await webkit.click(by(`${question.id}/${right.id}:control`));
      await webkit.waitFor(() => /has stopped/.test(document.getElementById('page:trouble')?.innerText));
      assert.equal(await webkit.evaluate(isDrawn), false);
    } finally {
      await webkit.close();
      await display.close();
      await site.close();
    }
  });
});
