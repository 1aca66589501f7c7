// What the page costs: nothing while nothing happens, and few bytes until the first answer.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { eventually } from './support/browsers.mjs';
import { answer, openContext, questions, siteFolder, withChromium } from './support/site.mjs';

/** Brotli bytes: ARCHITECTURE.md, "Budgets". */
const kUntilAnswered = 200 * 1024;
const kStaticPage = 30 * 1024;
const kMostRequests = 8;
/** Bytes that the engine's memory may take. */
const kMemory = 8 * 1024 * 1024;

/** Runs in the page before any of its scripts: counts every way to do something later. */
function watchActivity() {
  const counts = { frames: 0, timers: 0, fetches: 0, messages: 0, idles: 0 };
  globalThis.activity = counts;
  const wrap = (owner, name, kind) => {
    const original = owner[name];
    owner[name] = function (...args) {
      ++counts[kind];
      return original.apply(this, args);
    };
  };
  wrap(globalThis, 'requestAnimationFrame', 'frames');
  wrap(globalThis, 'setTimeout', 'timers');
  wrap(globalThis, 'setInterval', 'timers');
  wrap(globalThis, 'requestIdleCallback', 'idles');
  wrap(globalThis, 'fetch', 'fetches');
  wrap(XMLHttpRequest.prototype, 'send', 'fetches');
  wrap(navigator, 'sendBeacon', 'fetches');
  wrap(MessagePort.prototype, 'postMessage', 'messages');
  wrap(BroadcastChannel.prototype, 'postMessage', 'messages');
  wrap(globalThis, 'postMessage', 'messages');
  // A callback that asks for the next frame itself would be counted; one that was asked for long ago must run out as well.
}

/**
 * Runs in the page before any of its scripts: what waits for half a second or longer waits until `releaseTimers()`. So on a
 * machine that is slow what is for later is still told from what an answer needs.
 */
function holdLongTimers() {
  const { setTimeout, clearTimeout } = globalThis;
  const held = new Map();
  globalThis.setTimeout = (callback, delay = 0, ...args) => {
    if (delay < 500) return setTimeout(callback, delay, ...args);
    const id = -1 - held.size;
    held.set(id, () => callback(...args));
    return id;
  };
  globalThis.clearTimeout = (id) => {
    if (held.has(id)) held.set(id, () => {});
    else clearTimeout(id);
  };
  globalThis.releaseTimers = () => {
    const callbacks = [...held.values()];
    held.clear();
    for (const callback of callbacks) callback();
  };
}

describe('The page', () => {
  let site;
  let browser;
  withChromium((parts) => { ({ site, browser } = parts); });

  it('does nothing while nothing happens, for 10 s after load and 10 s after an answer', async () => {
    const { context, problems } = await openContext(browser);
    const page = await context.newPage();
    await page.addInitScript(watchActivity);
    await page.goto(site.mentor);
    await page.waitForFunction(() => document.documentElement.classList.contains('drawn'));
    /** Until the lesson is kept, which is the last that the worker does. */
    const restOfWorker = () => eventually(() => page.evaluate(async () => {
      const name = (await caches.keys()).find((one) => one.startsWith('byte-player '));
      return Boolean(name && await (await caches.open(name)).match(`${name.slice(12)}.byte/records/wishes`));
    }), 'the lesson is kept');
    const countedFor10s = async () => {
      // Whatever started moving comes to rest first.
      await page.waitForTimeout(2000);
      const requests = site.requests.length;
      const before = await page.evaluate(() => ({ ...globalThis.activity }));
      await page.waitForTimeout(10_000);
      const after = await page.evaluate(() => ({ ...globalThis.activity }));
      const spent = Object.fromEntries(Object.entries(after).map(([kind, count]) => [kind, count - before[kind]]));
      return { ...spent, requests: site.requests.length - requests };
    };
    const nothing = { frames: 0, timers: 0, fetches: 0, messages: 0, idles: 0, requests: 0 };
    const started = await page.evaluate(() => globalThis.activity);
    assert.ok(started.frames > 0, 'the watch sees what happens');
    assert.deepEqual(await countedFor10s(), nothing);
    await answer(page, questions[0], true);
    await page.mouse.move(5, 5);
    // After the first answer the lesson is kept for the time without a network.
    await restOfWorker();
    assert.deepEqual(await countedFor10s(), nothing);
    assert.deepEqual(problems, []);
    await context.close();
  });

  const firstDeeds = {
    'mentor-or-sponsor': async (page) => {
      await answer(page, questions[0], true);
      await page.waitForFunction((id) => document.querySelector(`[id="${id}"] .w`), `${questions[0].id}:result`);
    },
    'carolinas-dilemma': async (page) => {
      await page.locator('.choice').first().click();
      await page.waitForFunction(() => document.querySelector('.outcome .w'));
    },
  };
  for (const [byte, doFirst] of Object.entries(firstDeeds)) it(`is answered within its budget of bytes and requests: ${byte}`, async (test) => {
    const { context, problems } = await openContext(browser);
    await context.addInitScript(holdLongTimers);
    const page = await context.newPage();
    const fonts = [];
    page.on('request', (request) => {
      if (request.resourceType() === 'font') fonts.push(request.url());
    });
    const first = site.requests.length;
    await page.goto(`${site.address}bytes/${byte}/`);
    await page.waitForFunction(() => document.documentElement.classList.contains('drawn'));
    await doFirst(page);
    const requests = [...new Set(site.requests.slice(first))];
    let total = 0;
    let staticPage = 0;
    for (const path of requests) {
      const name = path.replace('/school/bytes-here/', '').replace(/\/$/, '/index.html');
      const bytes = readFileSync(join(siteFolder, name));
      const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
      const brotli = brotliCompressSync(bytes, quality).length;
      test.diagnostic(`${name}: ${bytes.length} bytes, gzip ${gzipSync(bytes).length}, brotli ${brotli}`);
      assert.doesNotMatch(name, /service-worker|files\.json|keep\./, 'what is for later comes later');
      if (/\.(svg|png|jpg|webp|gif)$/.test(name)) continue;
      total += brotli;
      if (/\.(html|css)$/.test(name)) staticPage += brotli;
    }
    const pictures = requests.filter((path) => path.endsWith('.svg')).length;
    test.diagnostic(`${requests.length - pictures} requests and ${pictures} pictures; until answered ${total}, static page ${staticPage}`);
    assert.ok(total <= kUntilAnswered, `${total} bytes until the first answer`);
    assert.ok(staticPage <= kStaticPage, `${staticPage} bytes for the static page`);
    assert.ok(requests.length - pictures <= kMostRequests);
    assert.deepEqual(fonts, []);
    await page.evaluate(() => globalThis.releaseTimers());
    await eventually(async () => site.requests.slice(first).some((path) => /keep\./.test(path)), 'what is for later comes');
    assert.deepEqual(problems, []);
    await context.close();
  });

  it('keeps the engine within its memory', async (test) => {
    const { context } = await openContext(browser);
    const page = await context.newPage();
    await page.addInitScript(() => {
      const { instantiate, instantiateStreaming } = WebAssembly;
      const note = (result) => {
        globalThis.wasmMemory = Object.values(result.instance.exports).find((one) => one instanceof WebAssembly.Memory);
        return result;
      };
      WebAssembly.instantiate = (...args) => instantiate.apply(WebAssembly, args).then(note);
      WebAssembly.instantiateStreaming = (...args) => instantiateStreaming.apply(WebAssembly, args).then(note);
    });
    await page.goto(site.mentor);
    await page.waitForFunction(() => document.documentElement.classList.contains('drawn'));
    await answer(page, questions[0], true);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.waitForTimeout(500);
    const bytes = await page.evaluate(() => globalThis.wasmMemory.buffer.byteLength);
    test.diagnostic(`wasm memory: ${bytes} bytes`);
    assert.ok(bytes <= kMemory);
    await context.close();
  });
});
