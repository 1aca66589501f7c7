// An attacker's words in every field of every format, in every place where words come out: nothing of them runs, is asked
// for or leads away, and the pages have the elements that they have with harmless words.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { engines } from './support/any_engine.mjs';
import { eventually, launchChromium, launchFirefox, startDisplay, startServer } from './support/browsers.mjs';
import { elementsOf, firstDifference, harmless, lessons, lessonWith, mediaFiles, siteWith, texts, watch } from './support/hostile.mjs';
import { by, isReady, openContext, storedEvents } from './support/site.mjs';

const tool = process.env.BYTE_TOOL ?? 'build/native/byte';
const assets = ['--assets', process.env.ASSETS ?? 'build/web/assets', '--interface', 'assets/interface'];
const taken = texts.filter(({ refused }) => !refused);
const names = Object.keys(lessons);
const media = 'tests/data/bytes/valid';
/** What the browsers' own graphics say here. */
const kOwnNoise = /WebGL|GLX|sandbox|GPU stall/i;

const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a site with `text` in all its fields, its lessons and their translations, and each lesson as one file. */
function buildSite({ name, text }) {
  const place = join(folder, name.replaceAll(' ', '-'));
  const bytes = join(place, 'content/bytes');
  mkdirSync(bytes, { recursive: true });
  for (const file of mediaFiles) cpSync(join(media, file), join(bytes, file));
  cpSync('tests/data/sites/valid/full/logo.svg', join(place, 'content/logo.svg'));
  writeFileSync(join(place, 'content/site.json'), JSON.stringify(siteWith(text)));
  for (const id of names) writeFileSync(join(bytes, `${id}.json`), JSON.stringify(lessonWith(id, text)));
  const content = ['--content', join(place, 'content')];
  for (const id of ['full']) {
    execFileSync(tool, ['translate', id, 'es', ...content]);
    const file = join(bytes, `${id}.es.json`);
    const overlay = JSON.parse(readFileSync(file, 'utf8'));
    overlay.name = text;
    for (const [key, string] of Object.entries(overlay.strings)) if (!/(src|href)$/.test(key)) string.text = text;
    writeFileSync(file, JSON.stringify(overlay));
  }
  const site = join(place, 'site');
  execFileSync(tool, ['build', ...content, ...assets, '--out', site], { stdio: ['ignore', 'ignore', 'pipe'] });
  for (const id of names) {
    for (const [flag, file] of [['--single-file', 'single'], ['--html', 'read']]) {
      execFileSync(tool, ['export', id, flag, ...content, ...assets, '--out', join(place, `${id}.${file}.html`)], { stdio: ['ignore', 'ignore', 'pipe'] });
    }
  }
  const pages = ['index.html', 'play.html', 'about.html', 'bytes/full/index.es.html',
    ...names.flatMap((id) => [`bytes/${id}/index.html`, `bytes/${id}/accessibility.html`])];
  return { place, site, text, pages: [...pages.map((page) => join('site', page)), ...names.flatMap((id) => [`${id}.single.html`, `${id}.read.html`])] };
}

/** An author's file as it comes in by GIFT or Markdown. */
const imports = {
  'quiz.gift': (text) => `::${text}:: ${text} {=${text}#${text} ~wrong#${text}}\n\n::two:: ${text} {T#${text}}\n`,
  'notes.md': (text) => `---\ntitle: ${text}\n---\n\n# ${text}\n\n## ${text}\n\n${text}\n\n> ${text}\n\n| ${text} |\n|---|\n| ${text} |\n\n- [ ] ${text}\n- [x] two\n\n![${text}](${text})\n\n[x](javascript:window.__ran=1)\n`,
};

const drop = (files) => {
  const transfer = new DataTransfer();
  for (const [name, content] of files) transfer.items.add(new File([content], name));
  document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
};
const isPlayedOrRefused = () => document.documentElement.classList.contains('engine')
  || document.querySelector('.problem, .desk-status')?.textContent.match(/problem|step|place|read|can/i);

/** What a learner's records look like when somebody else has written them. Runs in the page. */
async function writeRecords(text) {
  const [{ name }] = (await indexedDB.databases()).filter((one) => /^byte-player \//.test(one.name));
  const answerOf = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const database = await answerOf(indexedDB.open(name));
  const store = database.transaction('events', 'readwrite').objectStore('events');
  const good = { v: 1, device: 'a'.repeat(32), at: 1_700_000_000_000, byte: 'asked', version: text };
  const rows = [
    { kind: text, subject: text, data: { [text]: text } },
    { kind: 'wrote', subject: 'thoughts', data: { value: text, words: text, text } },
    { kind: 'started', subject: 'one', data: { seed: 1, key: text } },
    { kind: 'placed', subject: 'where/a', data: { value: text, group: text } },
    { kind: 'chose', subject: text, data: { on: text } },
    JSON.parse(`{"kind":"wrote","subject":"thoughts","data":{"__proto__":{"value":"x"}},"__proto__":{"polluted":1}}`),
    { kind: 'took', subject: text, data: { step: text }, device: text, version: { [text]: text } },
  ];
  let n = 0;
  for (const row of rows) await answerOf(store.put({ ...good, id: (++n).toString(16).padStart(32, '0'), n, ...row })).catch(() => {});
  await answerOf(store.put({ ...good, id: text, n: 99, kind: text, subject: text, data: text })).catch(() => {});
  database.close();
}

/**
 * A context in which nothing may go wrong.
 * @param {string} address  Of the site whose host is the only one that may be asked.
 */
async function openWatched(browser, address, options) {
  const { context, problems } = await openContext(browser, options);
  await context.addInitScript(watch);
  context.on('request', (request) => {
    if (!new RegExp(`^(${new URL(address).origin}/|data:|blob:|file:|about:)`).test(request.url())) problems.push(`asked ${request.url()}`);
  });
  context.on('page', (page) => {
    page.on('dialog', (dialog) => {
      problems.push(`dialog ${dialog.message()}`);
      dialog.dismiss();
    });
    page.on('popup', (popup) => problems.push(`popup ${popup.url()}`));
    page.on('framenavigated', (frame) => {
      if (!new RegExp(`^(${address}|file:|about:blank)`).test(frame.url())) problems.push(`went to ${frame.url()}`);
    });
  });
  return { context, problems };
}

/** Runs in the page. Not by mouse: words of any height may lie under the bar. */
const clickLast = () => {
  document.getElementById('last/that:control').click();
  document.getElementById('last:action').click();
};
const isLastAnswered = () => document.getElementById('last:result').innerText.length > 3;

/** The page is at work to its end. */
async function answerLast(page) {
  await page.evaluate(clickLast);
  await page.waitForFunction(isLastAnswered);
}

/** Words that are hard on whoever draws them. The others are not painted, which takes the time of all the rest. */
const painted = new Set(['script', 'directions', 'unseen', 'line ends', 'one long word', 'marks on marks']);

/** Runs in the page, before its scripts: a browser without WebGL2. */
const paintNothing = () => {
  const { getContext } = HTMLCanvasElement.prototype;
  HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
    return kind === 'webgl2' ? null : getContext.call(this, kind, ...rest);
  };
};

/** @param {string} words  White space is one space to a reader. */
const plainly = (words) => words.replaceAll(/\s+/g, ' ').trim();

/** Opens everything that is folded away. */
const unfold = () => {
  for (const details of document.querySelectorAll('details:not(.contents)')) details.open = true;
};

describe('An attacker\'s words in Chromium', () => {
  let browser;
  let blank;
  const wanted = new Map();
  before(async () => {
    browser = await launchChromium();
    blank = await (await browser.newContext()).newPage();
    await visit(harmless, (key, elements) => wanted.set(key, elements));
  });
  after(() => browser?.close());

  /** Goes through all pages of a site that has `text` everywhere; `take` gets each page's elements. */
  async function visit(row, take) {
    const { place, site, pages, text } = buildSite(row);
    for (const page of pages) take(`written ${page}`, await blank.evaluate(elementsOf, readFileSync(join(place, page), 'utf8')));
    const server = await startServer(site, { at: '/hostile/' });
    const { context, problems } = await openWatched(browser, server.address);
    if (!painted.has(row.name)) await context.addInitScript(paintNothing);
    const page = await context.newPage();
    const done = async (key) => {
      take(key, await page.evaluate(elementsOf));
      problems.push(...await page.evaluate(() => globalThis.__violations));
    };
    try {
      const { bytes } = JSON.parse(readFileSync(join(site, 'catalogue.json'), 'utf8'));
      assert.equal(bytes.length, names.length);
      await page.goto(server.address);
      await page.waitForLoadState('networkidle');
      await done('catalogue');
      for (const id of names) {
        await page.goto(`${server.address}bytes/${id}/index.html`);
        const data = await page.evaluate(() => [...document.querySelectorAll('script[type*=json]')].map(({ textContent }) => JSON.parse(textContent)));
        assert.equal(plainly(data.at(-1).name), plainly(lessonWith(id, text).title.replaceAll('\\{{', '{{')), 'what search engines are told');
        await page.waitForFunction(isReady);
        if (painted.has(row.name)) await page.waitForFunction(() => document.querySelector('html.drawn'));
        await page.evaluate(unfold);
        await done(`played ${id}`);
        if (id === 'told') await page.evaluate(() => document.querySelector('.choice').click());
        if (id === 'asked') {
          await page.locator(by('thoughts:field')).fill(text);
          await page.locator(by('more-thoughts:field')).fill(text);
        }
        await answerLast(page);
        await page.emulateMedia({ media: 'print' });
        await done(`answered ${id}`);
        await page.emulateMedia({ media: 'screen' });
        if (id !== 'asked') continue;
        await page.evaluate(() => document.activeElement.blur());
        while (!(await storedEvents(page)).some(({ subject }) => subject === 'more-thoughts')) await page.waitForTimeout(50);
        await page.evaluate(writeRecords, text);
        await page.reload();
        await page.waitForFunction(isReady);
        await done('with foreign records');
        assert.equal(await page.locator(by('more-thoughts:field')).inputValue(), text.replaceAll(/\r\n?/g, '\n').slice(0, 5000));
      }
      await page.goto(`${server.address}bytes/full/index.es.html`);
      await page.waitForFunction(isReady);
      await done('translated');
      await page.goto(`file://${place}/asked.single.html`);
      await page.waitForFunction(isReady);
      await answerLast(page);
      await done('in one file');
      for (const id of names) {
        await page.goto(`file://${place}/${id}.read.html`);
        await done(`to read: ${id}`);
      }
      await page.goto(`${server.address}play.html`);
      await page.evaluate(drop, [['asked.json', JSON.stringify(lessonWith('asked', text))], ['cover.svg', readFileSync(`${media}/cover.svg`, 'utf8')]]);
      await page.waitForFunction(isReady);
      await page.evaluate(unfold);
      await answerLast(page);
      // How much there is to remark depends on the words.
      await page.evaluate(() => document.querySelector('.problems')?.remove());
      await done('dropped');
      for (const [file, write] of Object.entries(imports)) {
        await page.goto(`${server.address}play.html`);
        await page.evaluate(drop, [[file, write(text)]]);
        await page.waitForFunction(isPlayedOrRefused);
        await page.evaluate(unfold);
        // How many questions there are is what the words make of it.
        take('imported', (await page.evaluate(() => [...document.querySelectorAll('body *')].map(({ tagName }) => tagName)))
          .filter((tag) => ['IMG', 'IFRAME', 'OBJECT', 'EMBED', 'META', 'BASE', 'LINK', 'STYLE', 'FORM', 'SVG', 'MATH'].includes(tag.toUpperCase())));
        problems.push(...await page.evaluate(() => globalThis.__violations));
      }
      // An author without the tool writes the catalogue.
      writeFileSync(join(site, 'catalogue.json'), JSON.stringify({ bytes: [text, `bytes/${text}.json`, 'bytes/odd.json', 7, null, { title: text }] }));
      writeFileSync(join(site, 'bytes/odd.json'), JSON.stringify({ title: text, summary: text, minutes: text, language: text, ['__proto__x']: text }));
      const before = problems.length;
      await page.goto(server.address);
      await page.waitForFunction(() => document.querySelectorAll('.library > li').length === 6);
      take('catalogue of an author', (await page.evaluate(elementsOf)).filter((one) => !/^DIV  $/.test(one)).slice(0, -4));
      assert.equal(await page.locator('.library a[href^="play.html?byte=bytes%2Fodd.json"]').count(), 1);
      // Of files that are not there the console tells, too.
      problems.splice(before, Infinity, ...problems.slice(before).filter((one) => !/404|400|Failed to load resource/.test(one)));
      problems.push(...await page.evaluate(() => globalThis.__violations));
      const map = await blank.evaluate((xml) => {
        const { documentElement } = new DOMParser().parseFromString(xml, 'application/xml');
        return [...documentElement.querySelectorAll('*')].map(({ tagName }) => tagName);
      }, readFileSync(join(site, 'sitemap.xml'), 'utf8'));
      take('sitemap', map);
      assert.deepEqual(problems.filter((one) => !kOwnNoise.test(one)), []);
    } finally {
      await context.close();
      await server.close();
    }
  }

  // Each takes a while; all of them are the long run's, and every one is read by tests/browser/hostile_reader.test.mjs.
  const tried = process.env.BYTES_FULL === '1' ? taken : taken.filter((_, i) => i % 5 === 0);
  for (const row of tried) {
    it(`stay words: ${row.name}`, async () => {
      const differences = [];
      const seen = new Set();
      await visit(row, (key, elements) => {
        seen.add(key);
        const difference = firstDifference(elements, wanted.get(key));
        if (difference) differences.push(`${key}: ${difference}`);
      });
      assert.deepEqual([...seen], [...wanted.keys()]);
      assert.deepEqual(differences, []);
    });
  }
});

describe('An attacker\'s words in other engines', () => {
  let display;
  before(async () => { display = await startDisplay(); });
  after(() => display?.close());

  const tried = process.env.BYTES_FULL === '1' ? taken : taken.slice(0, 1);
  for (const engine of ['Firefox', 'WebKitGTK']) {
    it(`stay words in ${engine}`, async () => {
      const page = await engines[engine]();
      try {
        for (const row of tried) {
          const { place, site, text } = buildSite(row);
          const server = await startServer(site, { at: '/hostile/' });
          const answersLast = async (what) => {
            await page.waitFor(isReady);
            await page.evaluate(unfold);
            await page.evaluate(clickLast);
            await page.waitFor(isLastAnswered);
            assert.equal(await page.evaluate(() => typeof globalThis.__ran), 'undefined', `${row.name}, ${what}`);
          };
          for (const id of names) {
            await page.goto(`${server.address}bytes/${id}/index.html`);
            await answersLast(id);
            assert.equal(await page.evaluate(() => location.pathname), `/hostile/bytes/${id}/index.html`);
          }
          await page.goto(`file://${place}/asked.single.html`);
          await answersLast('in one file');
          await page.goto(`${server.address}play.html`);
          await page.evaluate(drop, [['asked.json', JSON.stringify(lessonWith('asked', text))], ['cover.svg', readFileSync(`${media}/cover.svg`, 'utf8')]]);
          await answersLast('dropped');
          await server.close();
        }
        assert.deepEqual(page.problems(), []);
      } finally {
        await page.close();
      }
    });
  }
});

describe('An author\'s names in Chromium', () => {
  let browser;
  before(async () => { browser = await launchChromium(); });
  after(() => browser?.close());

  it('may be those that the page has for itself', async () => {
    const own = ['byte-data', 'interface-data', 'player', 'desk', 'desk-title', 'constructor', 'location', 'hasownproperty', 'stage-canvas',
      'engine-data', 'files-data', 'author-data', 'root', 'main', 'document', 'forms', 'default', 'images', 'body', 'head', 'nodename', 'attributes'];
    const place = join(folder, 'names');
    const block = (id) => ({ type: 'question', id, kind: 'single', prompt: 'Which?', explanation: 'That.', options: own.map((option, i) => ({ id: option, text: `Words ${i}`, correct: i === 0, ...(i && { feedback: 'No.' }) })) });
    const odd = { format: 1, id: 'constructor', title: 'Names', language: 'en', summary: 'Words.', sections: own.map((id, i) => ({ id, title: `Part ${i}`, blocks: [{ type: 'text', text: 'Words.' }, block(`${id}-q`)] })) };
    // A question may be called so, too.
    const second = { ...odd, id: 'player', sections: [{ id: 's', title: 'Part', blocks: own.map(block) }] };
    mkdirSync(join(place, 'content/bytes'), { recursive: true });
    for (const one of [odd, second]) writeFileSync(join(place, `content/bytes/${one.id}.json`), JSON.stringify(one));
    const content = ['--content', join(place, 'content'), ...assets];
    execFileSync(tool, ['build', ...content, '--out', join(place, 'site')], { stdio: ['ignore', 'ignore', 'pipe'] });
    execFileSync(tool, ['export', 'player', '--single-file', ...content, '--out', join(place, 'one.html')], { stdio: ['ignore', 'ignore', 'pipe'] });
    const server = await startServer(join(place, 'site'), { at: '/names/' });
    const { context, problems } = await openWatched(browser, server.address);
    const page = await context.newPage();
    try {
      for (const address of [`${server.address}bytes/constructor/`, `${server.address}bytes/player/`, `file://${place}/one.html`, 'dropped']) {
        if (address === 'dropped') {
          await page.goto(`${server.address}play.html`);
          await page.evaluate(drop, [['player.json', JSON.stringify(second)]]);
        } else {
          await page.goto(address);
        }
        await page.waitForFunction(isReady).catch((error) => { throw new Error(`${address}: ${error} ${problems}`); });
        const questions = await page.evaluate(() => {
          const list = [...document.querySelectorAll('.question')];
          for (const question of list) {
            question.querySelector('input.control').click();
            question.querySelector('[id$=":action"]').click();
          }
          return list.map(({ id }) => id);
        });
        assert.ok(questions.length > 10, address);
        const open = () => page.evaluate((ids) => ids.filter((id) => document.getElementById(`${id}:result`).innerText.length <= 3), questions);
        await eventually(async () => (await open()).length === 0, `all questions are answered, ${address}`)
          .catch(async (error) => { throw new Error(`Open: ${await open()}`, { cause: error }); });
      }
      assert.deepEqual(problems.filter((one) => !kOwnNoise.test(one)), []);
    } finally {
      await context.close();
      await server.close();
    }
  });
});

describe('A picture with scripts in it', () => {
  const svg = `<?xml version="1.0"?><?xml-stylesheet href="https://elsewhere.example/x.css"?>
<!DOCTYPE svg [<!ENTITY far SYSTEM "https://elsewhere.example/x.txt">]>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="80" height="35" onload="parent.__ran=1;top.__ran=1">
<script>parent.__ran=1; top.__ran=1; fetch('https://elsewhere.example/fetch')</script><script xlink:href="https://elsewhere.example/x.js"/>
<style>@import "https://elsewhere.example/y.css"; rect { fill: url(https://elsewhere.example/x.svg#a) }</style>
<image xlink:href="https://elsewhere.example/x.png" width="9" height="9"/><use xlink:href="https://elsewhere.example/x.svg#b"/>
<foreignObject width="9" height="9"><iframe xmlns="http://www.w3.org/1999/xhtml" src="https://elsewhere.example/"/><img xmlns="http://www.w3.org/1999/xhtml" src="https://elsewhere.example/z.png" onerror="parent.__ran=1"/></foreignObject>
<a xlink:href="javascript:parent.__ran=1"><rect width="80" height="35" fill="teal"/></a><animate onbegin="parent.__ran=1" attributeName="x"/></svg>`.replace('<!DOCTYPE svg [<!ENTITY far SYSTEM "https://elsewhere.example/x.txt">]>\n', '');
  const content = JSON.stringify({
    format: 1, id: 'seen', title: 'Seen', language: 'en', summary: 'Words.', cover: { src: 'odd.svg', alt: 'A picture.' },
    sections: [{ id: 'start', title: 'Start', blocks: [{ type: 'image', src: 'odd.svg', alt: 'A picture.' }, lessons.asked.sections.at(-1).blocks[0]] }],
  });
  let server;
  let display;
  let place;
  before(async () => {
    place = join(folder, 'pictures');
    mkdirSync(join(place, 'content/bytes/seen'), { recursive: true });
    writeFileSync(join(place, 'content/bytes/seen/byte.json'), content);
    writeFileSync(join(place, 'content/bytes/seen/odd.svg'), svg);
    cpSync('tests/data/sites/valid/full/site.json', join(place, 'content/site.json'));
    writeFileSync(join(place, 'content/logo.svg'), svg);
    const parts = ['--content', join(place, 'content'), ...assets];
    execFileSync(tool, ['build', ...parts, '--out', join(place, 'site')], { stdio: ['ignore', 'ignore', 'pipe'] });
    execFileSync(tool, ['export', 'seen', '--single-file', ...parts, '--out', join(place, 'one.html')], { stdio: ['ignore', 'ignore', 'pipe'] });
    server = await startServer(join(place, 'site'), { at: '/pictures/' });
    display = await startDisplay();
  });
  after(async () => {
    await server?.close();
    await display?.close();
  });

  for (const [name, launch] of [['Chromium', launchChromium], ['Firefox', launchFirefox]]) {
    it(`shows itself, runs nothing and asks nobody, in ${name}`, async () => {
      const browser = await launch();
      try {
        const { context, problems } = await openWatched(browser, server.address);
        const page = await context.newPage();
        for (const address of [server.address, `${server.address}bytes/seen/`, `file://${place}/one.html`, `${server.address}play.html`]) {
          await page.goto(address);
          if (address.endsWith('play.html')) await page.evaluate(drop, [['byte.json', content], ['odd.svg', svg]]);
          if (address !== server.address) await page.waitForFunction(isReady);
          await page.evaluate(() => { for (const image of document.images) image.loading = 'eager'; });
          await page.waitForFunction(() => document.images.length > 0 && [...document.images].every(({ naturalWidth }) => naturalWidth > 0));
          assert.equal(await page.evaluate(() => document.querySelectorAll('svg, object, embed, iframe').length), 0);
          problems.push(...await page.evaluate(() => globalThis.__violations));
        }
        assert.deepEqual(problems.filter((one) => !kOwnNoise.test(one)), []);
      } finally {
        await browser.close();
      }
    });
  }
});
