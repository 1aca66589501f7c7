// What each page's policy says, that whole lessons play under it without one violation, and that it forbids what it must.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { launchChromium, launchFirefox, startDisplay, startServer } from './support/browsers.mjs';
import { startServed } from './support/served.mjs';
import { isReady, siteFolder } from './support/site.mjs';

const tool = process.env.BYTE_TOOL ?? 'build/native/byte';
const assets = ['--assets', process.env.ASSETS ?? 'build/web/assets', '--interface', 'assets/interface'];

const folder = mkdtempSync(join(tmpdir(), 'policy-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Stands at the head of the one script that every page of a site runs first. */
const listener = 'globalThis.__violations=[];document.addEventListener("securitypolicyviolation",'
  + '(e)=>globalThis.__violations.push(`${e.effectiveDirective} ${e.blockedURI} ${e.sourceFile}:${e.lineNumber}`));\n';

/** A site of the published lessons and of those for tests, which tells its violations. */
function buildSite() {
  const content = join(folder, 'content');
  cpSync('content/bytes', join(content, 'bytes'), { recursive: true });
  cpSync('tests/data/bytes/valid', join(content, 'bytes'), { recursive: true });
  cpSync('tests/data/sites/valid/full', content, { recursive: true });
  const site = join(folder, 'site');
  execFileSync(tool, ['build', '--content', content, ...assets, '--out', site], { stdio: ['ignore', 'ignore', 'pipe'] });
  const [early] = readdirSync(join(site, 'engine')).filter((name) => /^early\./.test(name));
  const path = join(site, 'engine', early);
  writeFileSync(path, listener + readFileSync(path, 'utf8'));
  for (const [flag, name] of [['--single-file', 'single.html'], ['--html', 'read.html']]) {
    execFileSync(tool, ['export', 'media', flag, '--content', content, ...assets, '--out', join(folder, name)], { stdio: ['ignore', 'ignore', 'pipe'] });
  }
  return site;
}

/** Runs in the page: what of a written page a policy has to do with. */
function inspect(html) {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const all = [...page.querySelectorAll('*')];
  const [charset, policy] = page.head.children;
  return {
    charset: charset.getAttribute('charset'),
    isPolicy: policy.httpEquiv === 'Content-Security-Policy',
    policies: page.querySelectorAll('meta[http-equiv]').length,
    policy: policy.content,
    styled: all.filter((element) => element.hasAttribute('style')).length,
    handlers: all.flatMap((element) => element.getAttributeNames().filter((name) => name.startsWith('on'))),
    scripts: [...page.scripts].filter(({ type }) => !/json|octet-stream/.test(type)).map((script) => script.getAttribute('src') ?? script.textContent),
    styles: [...page.querySelectorAll('style')].map(({ textContent }) => textContent),
    inert: page.querySelectorAll('object, embed, applet, base, form, iframe').length,
    unsafe: all.filter((element) => /^\s*(javascript|vbscript|data):/i.test(element.getAttribute('href') ?? '')
      && !(element.tagName === 'LINK' && element.rel === 'icon')).length,
  };
}

const directivesOf = (policy) => new Map(policy.split('; ').map((one) => [one.split(' ')[0], one.split(' ').slice(1).join(' ')]));
const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const everywhere = { 'default-src': '\'none\'', 'object-src': '\'none\'', 'base-uri': '\'none\'', 'form-action': '\'none\'' };
const onSites = { ...everywhere, 'script-src': '\'self\' \'wasm-unsafe-eval\'', 'style-src': '\'self\'', 'connect-src': '\'self\'',
  'worker-src': '\'self\'', 'manifest-src': '\'self\'', 'img-src': '\'self\'' };

/** Runs in the page: does all that there is to do in a lesson. */
async function playAll() {
  const soon = (ms = 40) => new Promise((later) => setTimeout(later, ms));
  const done = { answers: 0, choices: 0, pictures: 0, media: 0 };
  for (const details of document.querySelectorAll('details')) details.open = true;
  for (let round = 0; round < 40; ++round) {
    const question = [...document.querySelectorAll('.question')].find((one) => !one.dataset.done && !one.closest('[hidden]'));
    if (!question) break;
    question.dataset.done = 'yes';
    const groups = new Set();
    for (const control of question.querySelectorAll('input.control')) {
      if (control.type === 'radio' && groups.has(control.name)) continue;
      groups.add(control.name);
      control.click();
      await soon(10);
    }
    question.querySelector('[id$=":action"]')?.click();
    await soon();
    question.querySelector('[id$=":hint"]')?.click();
    ++done.answers;
  }
  for (let round = 0; round < 60; ++round) {
    const choice = [...document.querySelectorAll('.choice')].find((one) => !one.disabled);
    if (!choice) break;
    choice.click();
    ++done.choices;
    await soon();
  }
  for (const field of document.querySelectorAll('textarea')) {
    field.value = 'Some words';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }
  for (const button of document.querySelectorAll('.picture button, .play')) {
    button.click();
    ++done.pictures;
    await soon();
  }
  for (const player of document.querySelectorAll('video, audio')) {
    player.muted = true;
    await Promise.race([player.play().catch(() => {}), soon(1500)]);
    ++done.media;
  }
  for (const id of ['page:face', 'page:saver', 'page:face', 'page:saver', 'page:forget', 'page:forget-yes']) {
    document.getElementById(id)?.click();
    await soon(80);
  }
  await soon(300);
  return { done, violations: globalThis.__violations };
}

/** What each lesson has at least. */
const played = { 'mentor-or-sponsor': { answers: 3 }, 'carolinas-dilemma': { choices: 3 }, media: { pictures: 1, media: 2 }, full: { answers: 2, choices: 1, media: 3 } };

let site;
let server;
let display;
before(async () => {
  site = buildSite();
  server = await startServer(site, { at: '/school/' });
  display = await startDisplay();
  const lessons = readdirSync(join(site, 'bytes'));
  for (const id of Object.keys(played)) if (!lessons.includes(id)) delete played[id];
});
after(async () => {
  await server?.close();
  await display?.close();
});

describe('The policy', () => {
  let browser;
  before(async () => { browser = await launchChromium(); });
  after(() => browser?.close());

  it('comes first in every page of a site, and names no more than that page needs', async () => {
    const page = await (await browser.newContext()).newPage();
    const files = readdirSync(site, { recursive: true }).filter((name) => name.endsWith('.html'));
    assert.ok(files.length > 10, files.join());
    for (const file of files) {
      const found = await page.evaluate(inspect, readFileSync(join(site, file), 'utf8'));
      const { charset, isPolicy, policies, styled, handlers, styles, inert, unsafe } = found;
      assert.deepEqual({ charset, isPolicy, policies, styled, handlers, styles, inert, unsafe },
        { charset: 'utf-8', isPolicy: true, policies: 1, styled: 0, handlers: [], styles: [], inert: 0, unsafe: 0 }, file);
      for (const address of found.scripts) assert.match(address, /^(\.\.\/\.\.\/)?engine\/[a-z]+\.[0-9a-f]+\.js$/, file);
      const wanted = file === 'play.html'
        ? { ...onSites, 'img-src': '\'self\' blob:', 'media-src': '\'self\' blob:', 'frame-src': 'https:' }
        : { ...onSites, ...(/^bytes\/(media|full|every-block)\/index/.test(file) && { 'media-src': '\'self\'', 'frame-src': directivesOf(found.policy).get('frame-src') }) };
      assert.deepEqual(Object.fromEntries(directivesOf(found.policy)), wanted, file);
    }
    const embedding = directivesOf((await page.evaluate(inspect, readFileSync(join(site, 'bytes/media/index.html'), 'utf8'))).policy);
    assert.equal(embedding.get('frame-src'), 'https://video.example.org');
  });

  it('names each script and style of a file by its hash', async () => {
    const page = await (await browser.newContext()).newPage();
    for (const [name, plays] of [['single.html', true], ['read.html', false]]) {
      const found = await page.evaluate(inspect, readFileSync(join(folder, name), 'utf8'));
      const { charset, isPolicy, policies, styled, handlers, inert, unsafe } = found;
      assert.deepEqual({ charset, isPolicy, policies, styled, handlers, inert, unsafe },
        { charset: 'utf-8', isPolicy: true, policies: 1, styled: 0, handlers: [], inert: 0, unsafe: 0 }, name);
      const directives = directivesOf(found.policy);
      for (const [directive, sources] of Object.entries(everywhere)) assert.equal(directives.get(directive), sources, directive);
      assert.equal(found.scripts.length > 0, plays);
      const allowed = (directives.get('script-src') ?? '').split(' ').filter((one) => one && one !== '\'wasm-unsafe-eval\'');
      // Two more lie packed in the file.
      const packed = [...readFileSync(join(folder, name), 'utf8').matchAll(/id="(?:engine|player)-script">([^<]*)</g)].map(([, base64]) =>
        execFileSync('xz', ['--decompress', '--stdout', '--format=lzma'], { input: Buffer.from(base64, 'base64') }).toString());
      assert.equal(packed.length, plays ? 2 : 0);
      assert.deepEqual(allowed.sort(), [...found.scripts, ...packed].map(hashOf).sort());
      // What stands in noscript is a style only where no script runs, and a page parsed here has none.
      assert.ok(found.styles.length > 0);
      for (const style of found.styles) assert.ok(directives.get('style-src').includes(hashOf(style)), name);
    }
  });

  it('is there too in what is served in place of a page', async () => {
    const served = await startServed('tests/data/bytes/valid');
    const page = await (await browser.newContext()).newPage();
    try {
      for (const path of ['', 'bytes/media/', 'nowhere.html']) {
        const html = await (await fetch(served.address + path)).text();
        const found = await page.evaluate(inspect, html);
        assert.deepEqual([found.charset, found.isPolicy, found.styles, found.handlers, found.styled], ['utf-8', true, [], [], 0], path);
        for (const address of found.scripts) assert.match(address, /^(\/\.byte\/live|(\.\.\/\.\.\/)?engine\/[a-z]+\.[0-9a-f]+)\.js$/);
        for (const [directive, sources] of Object.entries(everywhere)) assert.equal(directivesOf(found.policy).get(directive), sources, path);
      }
    } finally {
      await served.close();
    }
  });

  it('forbids what is not of the site', async () => {
    const context = await browser.newContext();
    const asked = [];
    context.on('request', (request) => asked.push(request.url()));
    const page = await context.newPage();
    await page.goto(`${server.address}bytes/media/index.html`);
    await page.waitForFunction(isReady);
    const ways = {
      'script-src-elem inline': () => {
        const script = document.createElement('script');
        script.textContent = 'globalThis.intruder = 1';
        document.body.append(script);
      },
      'script-src-attr inline': () => {
        const button = document.createElement('button');
        button.setAttribute('onclick', 'globalThis.intruder = 2');
        document.body.append(button);
        button.click();
      },
      // Later: a debugger's own call may evaluate.
      'script-src eval': () => setTimeout(() => { try { (0, eval)('globalThis.intruder = 3'); } catch { /* As it should be. */ } }),
      'script-src-elem https://elsewhere.example/x.js': () => {
        const script = document.createElement('script');
        script.src = 'https://elsewhere.example/x.js';
        document.body.append(script);
      },
      'style-src-elem inline': () => {
        const style = document.createElement('style');
        style.textContent = 'body { opacity: 0 }';
        document.body.append(style);
      },
      'style-src-attr inline': () => document.body.setAttribute('style', 'opacity: 0'),
      'img-src https://elsewhere.example/x.png': () => { new Image().src = 'https://elsewhere.example/x.png'; },
      'connect-src https://elsewhere.example/x': () => { fetch('https://elsewhere.example/x').catch(() => {}); },
      'connect-src https://elsewhere.example/beacon': () => { navigator.sendBeacon('https://elsewhere.example/beacon', 'x'); },
      'object-src https://elsewhere.example': () => {
        const object = document.createElement('object');
        object.data = 'https://elsewhere.example/x';
        document.body.append(object);
      },
      'frame-src https://elsewhere.example': () => {
        const frame = document.createElement('iframe');
        frame.src = 'https://elsewhere.example/';
        document.body.append(frame);
      },
      'media-src https://elsewhere.example/x.mp4': () => {
        const film = document.createElement('video');
        film.src = 'https://elsewhere.example/x.mp4';
        film.load();
      },
      'worker-src blob': () => { try { new Worker(URL.createObjectURL(new Blob(['']))); } catch { /* As it should be. */ } },
      'base-uri https://elsewhere.example/': () => {
        const base = document.createElement('base');
        base.href = 'https://elsewhere.example/';
        document.head.append(base);
      },
      'form-action https://elsewhere.example/': () => {
        const form = document.createElement('form');
        form.action = 'https://elsewhere.example/';
        document.body.append(form);
        form.submit();
      },
    };
    const before = asked.length;
    for (const [name, way] of Object.entries(ways)) {
      await page.evaluate(() => { globalThis.__violations.length = 0; });
      await page.evaluate(way);
      await page.waitForFunction(() => globalThis.__violations.length > 0).catch(() => assert.fail(`${name} was let in`));
      assert.ok((await page.evaluate(() => globalThis.__violations[0])).startsWith(name), `${name}: ${await page.evaluate(() => globalThis.__violations)}`);
    }
    assert.deepEqual(await page.evaluate(() => [globalThis.intruder, getComputedStyle(document.body).opacity]), [undefined, '1']);
    assert.deepEqual(asked.slice(before).filter((url) => !/\.example\/(beacon)?/.test(url) && !url.startsWith('blob:')), []);
    await context.close();
  });
});

/** Plays every lesson to its end in one browser. */
async function playLessons(open) {
  for (const [id, least] of Object.entries(played)) {
    const { done, violations } = await open(`${server.address}bytes/${id}/index.html`, true);
    assert.deepEqual(violations, [], id);
    for (const [what, count] of Object.entries(least)) assert.ok(done[what] >= count, `${id}: ${JSON.stringify(done)}`);
  }
  for (const path of ['', 'about.html', 'play.html', 'play.html?byte=bytes/media/byte.json', 'bytes/media/accessibility.html']) {
    assert.deepEqual((await open(server.address + path, false)).violations, [], path);
  }
}

describe('Whole lessons break no policy', () => {
  for (const [name, launch] of [['Chromium', launchChromium], ['Firefox', launchFirefox]]) {
    it(`in ${name}`, async () => {
      const browser = await launch();
      try {
        const context = await browser.newContext();
        await playLessons(async (address, plays) => {
          const page = await context.newPage();
          await page.goto(address);
          if (plays) await page.waitForFunction(isReady);
          else await page.waitForTimeout(500);
          const result = await page.evaluate(playAll);
          await page.close();
          return result;
        });
      } finally {
        await browser.close();
      }
    });
  }
});
