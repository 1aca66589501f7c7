// A lesson in several languages: who changes the language stays where they are, and keeps what they answered.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, describe, it } from 'node:test';
import { engines } from './support/any_engine.mjs';
import { eventually, launchChromium, startDisplay } from './support/browsers.mjs';
import { atRest } from './support/pictures.mjs';
import { by, controlsOf, isReady, openContext, questions, siteFolder, startSite, storedEvents, waitUntilSaved } from './support/site.mjs';

const words = Object.fromEntries(['en', 'es', 'fr', 'ar'].map((language) => [language, JSON.parse(readFileSync(`assets/interface/${language}.json`, 'utf8'))]));
const [first, second] = questions;

const isSaved = `Object.values(${JSON.stringify(Object.values(words).map((one) => one['saved-done']))}).includes(document.getElementById('page:saved').innerText)`;

/**
 * Opens the contents and presses the link to another language there, as the header has it wherever one is; runs in the page.
 * @returns {[number, string]} How high the link is, and where it leads.
 */
function press([language, follows]) {
  document.querySelector('.contents').open = true;
  const link = document.querySelector(`[id="page:editions-at-hand"] [lang="${language}"]`).closest('a');
  const { height } = link.getBoundingClientRect();
  link.dispatchEvent(new MouseEvent(follows ? 'click' : 'contextmenu', { bubbles: true, cancelable: true }));
  return [height, link.href];
}

const topOf = (page, id) => page.evaluate((wanted) => document.getElementById(wanted).getBoundingClientRect().top, id);

/** Waits until an element stands where it did, however much text of another language is above it. */
const expectTop = (page, id, before) => eventually(async () => Math.abs(await topOf(page, id) - before) < 40, `${id} ${before} px down`)
  .catch(async (error) => { throw new Error(`It is ${await topOf(page, id)} px down.`, { cause: error }); });

/** Has a part's heading in sight, below the header, and gives where it is. */
async function goTo(page, id) {
  await page.evaluate((wanted) => document.getElementById(wanted).scrollIntoView({ block: 'start', behavior: 'instant' }), id);
  return topOf(page, id);
}

let display;
let site;
before(async () => {
  display = await startDisplay();
  site = await startSite();
});
after(async () => {
  await site?.close();
  await display?.close();
});

for (const [engine, open] of Object.entries(engines)) {
  describe(`Another language, in ${engine}`, () => {
    let page;
    before(async () => { page = await open(); });
    after(() => page?.close());

    // WebKit's driver does not answer what it is asked of a page that goes; so it is led to where the link leads.
    const changeTo = async (language) => {
      // And while a page that goes is still saving, WebKitGTK lets no other page at the store.
      if (engine === 'WebKitGTK') await new Promise((later) => setTimeout(later, 3000));
      const [height, address] = await page.evaluate(press, [language, engine !== 'WebKitGTK']);
      assert.ok(height >= 24, 'the link is large enough to be met');
      if (engine === 'WebKitGTK') await page.goto(address);
    };
    const arrive = async (language) => {
      if (engine === 'WebKitGTK') await new Promise((later) => setTimeout(later, 3000));
      await page.waitFor(`document.documentElement.lang === '${language}' && (${isReady})() && document.readyState === 'complete'`);
    };

    for (const [where, address] of [['on a host', () => site.mentor + 'index.html'],
      ['from a disk', () => pathToFileURL(resolve(siteFolder, 'bytes/mentor-or-sponsor/index.html')).href]]) {
      it(`keeps place and answers ${where}`, async () => {
        await page.goto(address());
        await page.evaluate(() => new Promise((opened) => { indexedDB.open('first').onsuccess = () => opened(true); }));
        await arrive('en');
        for (const id of controlsOf(first, true)) await page.click(by(id));
        await page.click(by(`${first.id}:action`));
        await page.waitFor(`document.getElementById('${first.id}:result').innerText.startsWith('${words.en['verdict-right']}')`);
        // Chosen, and not checked.
        const [chosen] = controlsOf(second, true);
        await page.click(by(chosen));
        await waitUntilSaved(page, isSaved);

        // The part that is in sight; then a block far down in another.
        let before = await goTo(page, 'what-is-a-sponsor');
        await changeTo('ar');
        await arrive('ar');
        await expectTop(page, 'what-is-a-sponsor', before);
        if (engine === 'Firefox' && where === 'from a disk') return;
        assert.ok(await page.evaluate((id) => document.getElementById(id).innerText, `${first.id}:result`).then((text) => text.startsWith(words.ar['verdict-right'])));
        assert.equal(await page.evaluate((id) => document.getElementById(id).checked, chosen), true);

        before = await goTo(page, 'compare-table');
        await changeTo('fr');
        await arrive('fr');
        await expectTop(page, 'compare-table', before);
        assert.equal(await page.evaluate((id) => document.getElementById(id).checked, chosen), true);
        // What is done here is seen there.
        await page.click(by(`${second.id}:action`));
        await page.waitFor(`document.getElementById('${second.id}:result').innerText !== ''`);
        await waitUntilSaved(page, isSaved);
        await changeTo('en');
        await arrive('en');
        assert.notEqual(await page.evaluate((id) => document.getElementById(id).innerText, `${second.id}:result`), '');
        // At the head of the page nobody has a place to keep.
        await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
        await changeTo('es');
        await arrive('es');
        await atRest(page);
        assert.equal(await page.evaluate(() => location.hash + scrollY), '0');
        assert.deepEqual(page.problems(), []);
      });
    }

    it('goes on in the catalogue and in what comes next', async () => {
      await page.goto(site.mentor + 'index.ar.html');
      await arrive('ar');
      const links = await page.evaluate(() => Object.fromEntries([['home', 'page:home'], ['next', 'page:next-carolinas-dilemma'], ['offline', 'page:offline'], ['about', 'page:site-about']]
        .map(([name, id]) => [name, document.getElementById(id).href.split('/').slice(-1)[0]])));
      assert.deepEqual(links, { home: 'index.ar.html', next: 'index.ar.html', offline: 'offline.ar.html', about: 'about.ar.html' });
      await page.click(by('page:home'));
      await page.waitFor('document.querySelector(".library") && document.documentElement.lang === "ar"');
      assert.equal(await page.evaluate(() => document.documentElement.dir), 'rtl');
      assert.ok((await page.evaluate(() => document.getElementById('mentor-or-sponsor:link').href)).endsWith('/index.ar.html'));
      await page.goto(await page.evaluate(() => document.querySelector('[id="page:editions"] [lang="fr"]').closest('a').href));
      await page.waitFor('document.querySelector(".library") && document.documentElement.lang === "fr"');
      assert.ok((await page.evaluate(() => document.getElementById('mentor-or-sponsor:link').href)).endsWith('/index.fr.html'));
    });
  });
}

describe('The list of languages', () => {
  let browser;
  before(async () => { browser = await launchChromium(); });
  after(() => browser?.close());

  it('is met by keyboard wherever one is, and has the keyboard go on from the place', async () => {
    const { context } = await openContext(browser);
    const page = await context.newPage();
    await page.goto(site.mentor + 'index.html');
    await page.waitForFunction(isReady);
    await page.waitForFunction(() => document.querySelector('html.drawn'));
    await page.evaluate(() => document.getElementById('meet-carolina-list').scrollIntoView({ behavior: 'instant' }));
    await page.locator('.contents > summary').focus();
    await page.keyboard.press('Enter');
    for (let i = 0; i < 30 && await page.evaluate(() => document.activeElement.querySelector('[lang]')?.lang) !== 'es'; ++i) await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.closest('[id]').id), 'page:editions-at-hand');
    await page.keyboard.press('Enter');
    await page.waitForURL(/index\.es\.html#/);
    await page.waitForFunction(isReady);
    const events = await storedEvents(page);
    assert.ok(events.every(({ byte }) => byte === 'mentor-or-sponsor'), 'all languages are one lesson to the store');
    await page.keyboard.press('Tab');
    const isBehind = await page.evaluate(() => {
      const there = document.getElementById(location.hash.slice(1));
      // 4: it follows, 16: it is inside.
      return (there.compareDocumentPosition(document.activeElement) & (4 | 16)) !== 0;
    });
    assert.ok(isBehind, `the next stop, ${await page.evaluate(() => document.activeElement.id)}, is behind ${page.url()}`);
    await context.close();
  });

  it('takes along what was written a moment ago', async () => {
    const { context } = await openContext(browser);
    const page = await context.newPage();
    await page.goto(site.mentor + 'index.html');
    await page.waitForFunction(isReady);
    await page.locator('textarea').first().fill('My aunt. And the coach?');
    await page.locator('.contents > summary').click();
    await page.locator(by('page:editions-at-hand') + ' a:has([lang="ar"])').click();
    await page.waitForURL(/index\.ar\.html/);
    await page.waitForFunction(isReady);
    assert.equal(await page.locator('textarea').first().inputValue(), 'My aunt. And the coach?');
    await context.close();
  });

  it('is there without scripts, in each language\'s own name', async () => {
    const { context } = await openContext(browser, { javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(site.mentor + 'index.html');
    assert.deepEqual(await page.locator(by('page:editions') + ' a').allInnerTexts(), ['العربية', 'español', 'français']
      .map((name) => name[0].toUpperCase() + name.slice(1)));
    await page.locator('.contents > summary').click();
    await page.locator(by('page:editions-at-hand') + ' a:has([lang="fr"])').click();
    assert.match(page.url(), /\/index\.fr\.html$/);
    await page.goto(site.address + 'index.html');
    await page.locator(by('page:editions') + ' a:has([lang="es"])').click();
    assert.match(page.url(), /\/index\.es\.html$/);
    await context.close();
  });
});
