// What a learner has without a network, and how one version of a site follows another on the device.

import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { launchChromium } from './support/browsers.mjs';
import { answer, by, isReady, openContext, questions } from './support/site.mjs';
import { buildVersions, startHost } from './support/versions.mjs';

const [question, second] = questions;
const kMentor = 'bytes/mentor-or-sponsor/';

let versions;
let host;
before(() => { versions = buildVersions(); });
after(() => versions?.remove());

/** What is kept, by path from the site's root; runs in the page. */
const keptPaths = async () => {
  const [name] = (await caches.keys()).filter((one) => one.startsWith('byte-player '));
  if (!name) return [];
  const cache = await caches.open(name);
  const paths = [];
  const active = await (await cache.match(`${name.slice(12)}.byte/records/active`))?.json();
  if (!active) return [];
  const version = await (await cache.match(`${name.slice(12)}.byte/records/${active.version}`))?.json();
  for (const [path, { sha256 }] of Object.entries(version?.files ?? {})) {
    if (!await cache.match(`${name.slice(12)}.byte/files/${sha256}`)) throw new Error(`${path} is named and not there`);
    paths.push(path);
  }
  return paths;
};

const isKept = async (byte) => {
  const name = (await caches.keys()).find((one) => one.startsWith('byte-player '));
  if (!name) return false;
  const cache = await caches.open(name);
  const wishes = await (await cache.match(`${name.slice(12)}.byte/records/wishes`))?.json();
  return Boolean(wishes?.[byte]);
};

/** Waits until the worker has kept a Byte. Playwright does not await what a condition promises. */
async function waitUntil(page, condition, argument) {
  for (let tries = 0; tries < 300; ++tries) {
    if (await page.evaluate(condition, argument)) return;
    await page.waitForTimeout(50);
  }
  throw new Error(`not within 15 s: ${condition}`);
}

/** Opens the mentor Byte, answers its first question, and waits until the lesson is kept. */
async function keepMentor(context, { isRight = true } = {}) {
  const page = await context.newPage();
  await page.goto(host.address + kMentor + 'index.html');
  await page.waitForFunction(isReady);
  await answer(page, question, isRight);
  await waitUntil(page, isKept, 'mentor-or-sponsor');
  return page;
}

describe('In Chromium', () => {
  let browser;
  before(async () => { browser = await launchChromium(); });
  after(() => browser?.close());
  afterEach(() => host?.close());

  it('a lesson that was opened once plays and grades without a network', async () => {
    host = await startHost(versions.first);
    const { context, problems } = await openContext(browser);
    const page = await keepMentor(context);
    const paths = await page.evaluate(keptPaths);
    assert.ok(paths.includes(kMentor + 'index.html') && paths.includes('offline.html'), paths.join());
    assert.ok(!paths.some((path) => /author|play\./.test(path)), 'nothing for authors');
    await host.stop();
    for (const address of ['index.html', '', 'index.html?from=here#page:end', 'index.es.html']) {
      await page.goto(host.address + kMentor + address);
      if (address === 'index.es.html') {
        assert.match(page.url(), /offline\.html\?wanted=/, 'a translation that was not opened is not kept');
        continue;
      }
      await page.waitForFunction(isReady);
    }
    await page.goto(host.address + kMentor);
    await page.waitForFunction(isReady);
    assert.match(await page.locator(by(`${question.id}:result`)).innerText(), /^Right\./);
    await answer(page, second, true);
    await page.waitForFunction((id) => document.getElementById(id).innerText.startsWith('Right.'), `${second.id}:result`);
    assert.deepEqual(problems.filter((problem) => !/ERR_CONNECTION_REFUSED/.test(problem)), []);
    await context.close();
  });
});
