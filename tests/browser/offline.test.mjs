// What a learner has without a network, and how one version of a site follows another on the device.

import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { audit } from './support/axe.mjs';
import { eventually, launchChromium, launchFirefox, startDisplay, WebKit } from './support/browsers.mjs';
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
const waitUntil = (page, condition, argument) => eventually(() => page.evaluate(condition, argument), String(condition));

/** Has the browser look for a new version and take it as soon as there is one; runs in the page. True: there was one. */
const updateAndSettle = async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  await registration.update().catch(() => {});
  const worker = registration.installing ?? registration.waiting;
  if (!worker) return false;
  const settled = (states) => new Promise((done) => {
    const look = () => { if (states.includes(worker.state)) done(worker.state); };
    worker.addEventListener('statechange', look);
    look();
  });
  if (await settled(['installed', 'redundant']) === 'redundant') return false;
  worker.postMessage({ type: 'use' });
  return await settled(['activated', 'redundant']) === 'activated';
};

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
        assert.match(page.url(), /offline\.es\.html\?wanted=/, 'a translation that was not opened is not kept');
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

  it('another language that was opened is there too, with the place and the answers', async () => {
    host = await startHost(versions.first);
    const { context } = await openContext(browser);
    const page = await keepMentor(context);
    await page.goto(host.address + kMentor + 'index.fr.html');
    await page.waitForFunction(isReady);
    await waitUntil(page, `(${keptPaths})().then((paths) => paths.includes("${kMentor}index.fr.html"))`);
    await host.stop();
    await page.goto(host.address + kMentor + 'index.html');
    await page.waitForFunction(isReady);
    await page.waitForFunction(() => document.querySelector('html.drawn'));
    const place = () => page.evaluate(() => document.getElementById('compare-table').getBoundingClientRect().top);
    await page.evaluate(() => document.getElementById('compare-table').scrollIntoView({ behavior: 'instant' }));
    const before = await place();
    // Not by the mouse of the test, which scrolls before it clicks.
    await page.evaluate(() => document.querySelector('[id="page:editions-at-hand"] [lang="fr"]').closest('a').click());
    await page.waitForURL(/index\.fr\.html#/);
    await page.waitForFunction(isReady);
    await eventually(async () => Math.abs(await place() - before) < 40, `the place ${before} px down`);
    assert.match(await page.locator(by(`${question.id}:result`)).innerText(), /^C’est juste\./);
    await context.close();
  });

  it('a new version waits while a lesson is open, is offered, and is taken without losing place or answers', async () => {
    host = await startHost(versions.first);
    const { context, problems } = await openContext(browser);
    const page = await keepMentor(context);
    const other = await context.newPage();
    host.folder = versions.second;
    // Each page that is opened has the browser look for a new version.
    await other.goto(host.address + 'index.html');
    await other.getByRole('button', { name: 'Use the new version' }).waitFor();
    assert.equal(await other.title(), 'Byte Player', 'the old version is in use until the learner says otherwise');
    await page.locator(by('page:update-use')).waitFor();
    assert.equal(await page.locator(by('page:update')).getAttribute('role'), 'status');
    assert.match(await page.locator(by('page:update-ready')).innerText(), /new version/);
    // Where the learner is, and what is half done.
    await page.locator(by(`${second.id}:action`)).scrollIntoViewIfNeeded();
    const place = () => page.evaluate((id) => document.getElementById(id).getBoundingClientRect().top, `${second.id}:action`);
    const before = await place();
    const loaded = page.waitForEvent('load');
    await page.evaluate(() => document.getElementById('page:update-use').click());
    await loaded;
    await page.waitForFunction(isReady);
    assert.match(await page.locator(by('page:summary')).innerText(), /^Second:/);
    assert.match(await page.locator(by(`${question.id}:result`)).innerText(), /^Right\./);
    await eventually(async () => Math.abs(await place() - before) < 3, `the place ${before} px down`);
    await page.waitForTimeout(1500);
    assert.ok(Math.abs(await place() - before) < 3, `it stays: ${before} px before, ${await place()} px after`);
    assert.equal(await page.locator(by('page:update-use')).count(), 0);
    // The other tab is not touched, and has the new version when it is loaded next.
    assert.equal(await other.title(), 'Byte Player');
    await host.stop();
    await other.reload();
    assert.equal(await other.title(), 'The second version');
    await page.reload();
    await page.waitForFunction(isReady);
    assert.match(await page.locator(by('page:summary')).innerText(), /^Second:/);
    assert.deepEqual(problems.filter((problem) => !/ERR_CONNECTION_REFUSED/.test(problem)), []);
    await context.close();
  });

  /** Which version the device has, from what the worker hands out; runs in the page. Throws when it is a mixture. */
  const versionOnDevice = async () => {
    const worker = (await navigator.serviceWorker.getRegistration()).active;
    const text = async (path) => (await fetch(path)).text();
    const [catalogue, lesson] = [await text('index.html'), await text('bytes/mentor-or-sponsor/index.html')];
    const isSecond = catalogue.includes('<title>The second version</title>');
    if (lesson.includes('content="Second: ') !== isSecond) throw new Error('the catalogue and the lesson are of two versions');
    for (const [, name] of lesson.matchAll(/"\.\.\/\.\.\/(engine\/[^"]*)"/g)) {
      // Those only authors need, and those for a page opened from a disk.
      if (/drop|-local/.test(name)) continue;
      await text(name);
    }
    return worker && isSecond ? 'second' : 'first';
  };

  /** A page of a site whose mentor Byte is kept; without playing, which takes a while. */
  async function openKept(context) {
    const page = await context.newPage();
    await page.goto(host.address + 'index.html');
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.register('service-worker.js', { updateViaCache: 'none' });
      await navigator.serviceWorker.ready;
      const { port1, port2 } = new MessageChannel();
      const done = new Promise((resolve) => { port1.onmessage = ({ data }) => (data.done || data.failed) && resolve(data); });
      const wish = { pages: ['index.html'], pictures: true, media: false };
      registration.active.postMessage({ type: 'keep', byte: 'mentor-or-sponsor', wish }, [port2]);
      const { failed, path } = await done;
      if (failed) throw new Error(`${path} ${failed}`);
    });
    await page.reload();
    return page;
  }

  it('an install during which the host changes its version gives all of one version or nothing', async () => {
    const found = [];
    for (let k = 1; found.at(-1) !== 'second'; ++k) {
      assert.ok(k < 40, found.join());
      host = await startHost(versions.first);
      const { context } = await openContext(browser);
      const page = await openKept(context);
      // The worker's script is the second version's, and after k more requests the host is the first's again: an upload
      // that is under way, or one server of two.
      let seen = 0;
      host.folder = versions.second;
      host.before = () => { if (++seen > k) host.folder = versions.first; };
      await page.evaluate(updateAndSettle);
      await host.stop();
      found.push(await page.evaluate(versionOnDevice));
      await context.close();
    }
    assert.ok(found.length > 8, found.join());
    assert.ok(found.slice(0, -1).every((one) => one === 'first'), found.join());
  });

  const faults = {
    'is gone from the host': () => ({ status: 404 }),
    'comes only half': (path) => ({ body: readFileSync(join(versions.second, path)).subarray(0, 100) }),
    'comes with other content': (path) => ({ body: readFileSync(join(versions.second, path)).fill(32, 200, 210) }),
    'is an error of the host': () => ({ status: 500, body: 'Sorry' }),
    'is the login page of a network': () => ({ type: 'text/html', body: '<h1>Log in to the Wi-Fi</h1>' }),
    'never comes': () => 'gone',
  };
  for (const [fault, answerWith] of Object.entries(faults)) {
    it(`a file that ${fault} leaves the old version at work, until it is there`, async () => {
      for (const broken of ['engine/style.', 'bytes/mentor-or-sponsor/index.html', 'files.json']) {
        host = await startHost(versions.first);
        const { context } = await openContext(browser);
        const page = await openKept(context);
        host.folder = versions.second;
        host.before = (path) => path.startsWith(broken) ? answerWith(path) : undefined;
        assert.equal(await page.evaluate(updateAndSettle), false, broken);
        assert.equal(await page.evaluate(versionOnDevice), 'first');
        host.before = null;
        assert.equal(await page.evaluate(updateAndSettle), true);
        await host.stop();
        assert.equal(await page.evaluate(versionOnDevice), 'second');
        await context.close();
      }
    });
  }

  it('the whole library is kept by one press, with sizes before and progress meanwhile, and opens without a network', async () => {
    host = await startHost(versions.first);
    const { context } = await openContext(browser, { bypassCSP: true });
    const page = await context.newPage();
    await page.goto(host.address + 'offline.html');
    assert.deepEqual(await audit(page), []);
    const library = page.locator(by('group:library'));
    assert.match(await library.innerText(), /7 lessons · \d+ KB text · \d+ KB pictures\s+0 of 7 are kept/);
    assert.match(await library.innerText(), /Films and sounds too \(\d+ KB\)/);
    await library.getByRole('checkbox', { name: /Films/ }).check();
    await library.getByRole('checkbox', { name: /languages/ }).check();
    // A slow host, so that there is something to be seen.
    let open;
    const gate = new Promise((resolve) => { open = resolve; });
    host.wait = (path) => path.endsWith('film.webm') ? gate : undefined;
    await page.evaluate(() => {
      globalThis.told = [];
      new MutationObserver(() => globalThis.told.push(document.getElementById('page:said').innerText.trim()))
        .observe(document.getElementById('page:said'), { childList: true });
    });
    await library.getByRole('button', { name: 'Keep all lessons' }).click();
    await library.getByRole('progressbar').waitFor();
    // A box that lies half below the bar is too small to axe.
    await page.evaluate(() => scrollTo(0, 0));
    assert.deepEqual(await audit(page), []);
    open();
    await page.getByText('7 of 7 are kept').waitFor();
    assert.equal(await library.getByRole('progressbar').count(), 0);
    const told = await page.evaluate(() => globalThis.told);
    assert.deepEqual([told[0], told.at(-1)], ['Keeping lessons. You can go on here meanwhile.', 'Done. It now opens without a network.']);
    assert.ok(told.length <= 3, told.join(' | '));
    await page.evaluate(() => scrollTo(0, 0));
    assert.deepEqual(await audit(page), []);
    await host.stop();
    for (const address of ['bytes/media/index.html', 'bytes/carolinas-dilemma/index.html', kMentor + 'index.es.html', kMentor + 'index.html']) {
      await page.goto(host.address + address);
      await page.waitForFunction(isReady);
    }
    // A film in parts, as browsers ask for them.
    const parts = await page.evaluate(async (address) => {
      const some = await fetch(address, { headers: { Range: 'bytes=10-19' } });
      const past = await fetch(address, { headers: { Range: 'bytes=99999999-' } });
      return [some.status, some.headers.get('Content-Range'), (await some.arrayBuffer()).byteLength, past.status];
    }, host.address + 'bytes/media/film.webm');
    const { size } = statSync('tests/data/bytes/valid/film.webm');
    assert.deepEqual(parts, [206, `bytes 10-19/${size}`, 10, 416]);
    // Removed without a network: one, and then all.
    await page.goto(host.address + 'offline.html');
    const item = page.locator(by('media'));
    await item.getByText(/Kept on this device: \d+ KB/).waitFor();
    await item.getByRole('button', { name: 'Remove' }).press('Enter');
    await page.getByText('6 of 7 are kept').waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Keep on this device');
    await page.goto(host.address + 'bytes/media/index.html');
    assert.match(page.url(), /offline\.html\?wanted=/);
    assert.match(await page.locator(by('page:said')).innerText(), /There is no network, and the page that you wanted is not kept/);
    const again = await page.getByRole('link', { name: 'Try that page again' }).getAttribute('href');
    assert.equal(again, host.address + 'bytes/media/index.html');
    await page.getByRole('button', { name: 'Remove all lessons' }).click();
    await page.getByText('0 of 7 are kept').waitFor();
    assert.deepEqual((await page.evaluate(keptPaths)).filter((path) => path.startsWith('bytes/')), []);
    await context.close();
  });

  it('what can be stopped, is stopped, and keeps what is whole', async () => {
    host = await startHost(versions.first);
    const { context } = await openContext(browser);
    const page = await context.newPage();
    await page.goto(host.address + 'offline.html');
    host.wait = (path) => path.endsWith('film.webm') ? new Promise(() => {}) : undefined;
    const item = page.locator(by('media'));
    await item.getByRole('checkbox', { name: /Films/ }).check();
    await item.getByRole('button', { name: 'Keep' }).click();
    await item.getByRole('button', { name: 'Stop' }).click();
    await page.getByText('Stopped.').waitFor();
    assert.equal(await item.getByRole('button', { name: 'Keep' }).isEnabled(), true);
    assert.deepEqual((await page.evaluate(keptPaths)).filter((path) => path.startsWith('bytes/')), []);
    await context.close();
  });

  it('a device without room says so, and goes on with what it has', async () => {
    host = await startHost(versions.first);
    const { context } = await openContext(browser);
    const page = await openKept(context);
    await page.goto(host.address + 'offline.html');
    await page.getByText('1 of 7 are kept').waitFor();
    const session = await context.newCDPSession(page);
    await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(host.address).origin, quotaSize: 1000 });
    await page.locator(by('carolinas-dilemma')).getByRole('button', { name: 'Keep' }).click();
    await page.getByText('There is no room left for it on this device').waitFor();
    // A new version finds no room either.
    host.folder = versions.second;
    assert.equal(await page.evaluate(updateAndSettle), false);
    await host.stop();
    assert.equal(await page.evaluate(versionOnDevice), 'first');
    await context.close();
  });

  it('a host that loses its worker leaves lessons that are kept, and one that retires it takes them away', async () => {
    host = await startHost(versions.first);
    const { context } = await openContext(browser);
    const page = await openKept(context);
    host.before = (path) => path === 'service-worker.js' ? { status: 404 } : undefined;
    await page.evaluate(updateAndSettle);
    await host.stop();
    assert.equal(await page.evaluate(versionOnDevice), 'first');
    await host.restart();
    const [, body] = readFileSync('docs/publishing.md', 'utf8').match(/```js\n(\/\/ service-worker\.js\n[\s\S]*?)```/);
    host.before = (path) => path === 'service-worker.js' ? { type: 'text/javascript', body } : undefined;
    await page.evaluate(updateAndSettle).catch(() => {});
    await waitUntil(page, async () => !await navigator.serviceWorker.getRegistration() && !(await caches.keys()).length).catch(() => {});
    assert.deepEqual(await page.evaluate(async () => [await navigator.serviceWorker.getRegistration() ?? null, await caches.keys()]), [null, []]);
    await context.close();
  });

  it('a page that is no secure context says why it keeps nothing', async () => {
    host = await startHost(versions.first);
    const { port } = new URL(host.address);
    const plain = await launchChromium({ args: [`--host-resolver-rules=MAP lessons.example 127.0.0.1`] });
    try {
      const { context, problems } = await openContext(plain);
      const page = await context.newPage();
      await page.goto(`http://lessons.example:${port}/school/offline.html`);
      assert.match(await page.locator(by('page:said')).innerText(), /begins with http and not with https/);
      await page.goto(`http://lessons.example:${port}/school/${kMentor}index.html`);
      await page.waitForFunction(isReady);
      await answer(page, question, true);
      await page.waitForTimeout(1500);
      assert.deepEqual(problems, []);
      await context.close();
    } finally {
      await plain.close();
    }
  });

  it('the site can be installed', async () => {
    host = await startHost(versions.first);
    const { context } = await openContext(browser);
    const page = await context.newPage();
    await page.goto(host.address + kMentor + 'index.html');
    const session = await context.newCDPSession(page);
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
    // A context of a test is what browsers call a private window, in which nothing is installed.
    assert.deepEqual(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito'), []);
    const { manifest, errors } = await session.send('Page.getAppManifest');
    assert.deepEqual(errors, []);
    assert.ok(manifest.startUrl.endsWith('/school/index.html') && manifest.scope.endsWith('/school/'), JSON.stringify(manifest));
    await context.close();
  });
});

describe('In other engines', () => {
  let display;
  before(async () => { display = await startDisplay(); });
  after(() => display?.close());
  afterEach(() => host?.close());

  it('Firefox plays and grades what was opened without a network, and takes a new version whole', async () => {
    host = await startHost(versions.first);
    const browser = await launchFirefox();
    try {
      const { context } = await openContext(browser);
      const page = await keepMentor(context);
      await host.stop();
      await page.goto(host.address + kMentor);
      await page.waitForFunction(isReady);
      assert.match(await page.locator(by(`${question.id}:result`)).innerText(), /^Right\./);
      await answer(page, second, true);
      await page.waitForFunction((id) => document.getElementById(id).innerText.startsWith('Right.'), `${second.id}:result`);
      await page.goto(host.address + 'bytes/carolinas-dilemma/index.html');
      await page.getByText('1 of 7 are kept').waitFor();
      assert.match(page.url(), /offline\.html\?wanted=/);
      await host.restart();
      host.folder = versions.second;
      await page.goto(host.address + kMentor);
      await page.locator(by('page:update-use')).waitFor();
      await page.evaluate(() => document.getElementById('page:update-use').click());
      await page.waitForFunction(() => document.getElementById('page:summary')?.innerText.startsWith('Second:'));
      await page.waitForFunction(isReady);
      assert.match(await page.locator(by(`${second.id}:result`)).innerText(), /^Right\./);
      await context.close();
    } finally {
      await browser.close();
    }
  });

  it('WebKitGTK plays and grades what was opened without a network', async () => {
    host = await startHost(versions.first);
    const webkit = await WebKit.launch();
    try {
      await webkit.goto(host.address + kMentor + 'index.html');
      await webkit.waitFor(isReady);
      const choose = async ({ id, options }) => {
        await webkit.click(by(`${id}/${options.find(({ correct }) => correct).id}:control`));
        await webkit.click(by(`${id}:action`));
        await webkit.waitFor(`document.getElementById('${id}:result').innerText.startsWith('Right.')`);
      };
      await choose(question);
      await waitUntil(webkit, isKept, 'mentor-or-sponsor');
      await host.stop();
      await webkit.goto(host.address + kMentor);
      await webkit.waitFor(isReady);
      await webkit.waitFor(`document.getElementById('${question.id}:result').innerText.startsWith('Right.')`);
      await webkit.goto(host.address + 'bytes/carolinas-dilemma/index.html');
      await webkit.waitFor(() => document.getElementById('page:said')?.innerText.includes('not kept on this device'));
    } finally {
      await webkit.close();
    }
  });
});
