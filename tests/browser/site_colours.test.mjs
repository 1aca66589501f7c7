// A site with colours, a logo and links of its own: the page and the painting wear the same, in every theme.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { launchChromium, launchFirefox, startDisplay } from './support/browsers.mjs';
import { compareFaces, kMostDifferent, showFace } from './support/faces.mjs';
import { commonColor, pictureAtRest } from './support/pictures.mjs';
import { isReady, openContext, startBuiltSite } from './support/site.mjs';

const kFolder = 'tests/data/sites/valid/full';
const { colors } = JSON.parse(readFileSync(`${kFolder}/site.json`, 'utf8'));
const { themes } = JSON.parse(readFileSync('assets/theme.json', 'utf8'));
const kThemes = { light: 'light', dark: 'dark', contrast: 'high-contrast' };

/** What a theme's token is on this site. */
const wanted = (theme, token) => (colors[kThemes[theme]][token] ?? themes[theme][token]).slice(0, 7).toUpperCase();
const inHex = (color) => `#${color.map((part) => part.toString(16).padStart(2, '0')).join('')}`.toUpperCase();

/** Runs in the page: where a painted button's own ground and a painted card's can be seen, in CSS px, once it is in sight. */
function placesOf(selector) {
  const element = document.querySelector(selector);
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { x, y, width, height } = element.getBoundingClientRect();
  return { box: { x, y, width, height }, isPainted: element.classList.contains('p') };
}

/** What most of a box looks like in both faces. */
async function groundsOf(page, selector) {
  await page.evaluate(placesOf, selector);
  await pictureAtRest(page);
  const { box, isPainted } = await page.evaluate(placesOf, selector);
  assert.ok(isPainted, `${selector} is painted`);
  const grounds = {};
  for (const face of ['page', 'painted']) {
    await page.evaluate(showFace, face);
    grounds[face] = inHex(commonColor(await pictureAtRest(page), box));
  }
  return grounds;
}

/** Runs in the page: the tokens as the style sheet has them. */
function tokensOf(names) {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim().toUpperCase()]));
}

describe('A site in its own colours', () => {
  let server;
  let display;
  before(async () => {
    display = await startDisplay();
    server = await startBuiltSite({ own: kFolder, bytes: 'content/bytes', at: '/own/' });
  });
  after(async () => {
    await server?.close();
    await display?.close();
  });

  const launch = {
    Chromium: () => launchChromium(),
    Firefox: (theme) => launchFirefox({ prefs: { 'layout.css.prefers-color-scheme.content-override': theme === 'dark' ? 0 : 1 } }),
  };
  const cases = [
    { engine: 'Chromium', theme: 'light' }, { engine: 'Chromium', theme: 'dark' }, { engine: 'Chromium', theme: 'contrast' },
    { engine: 'Firefox', theme: 'light' }, { engine: 'Firefox', theme: 'dark' },
  ];
  for (const { engine, theme } of cases) {
    it(`is the same in both faces in ${engine}, ${theme}`, async (test) => {
      const browser = await launch[engine](theme);
      try {
        const { context, problems } = await openContext(browser, engine === 'Chromium' ? {
          viewport: { width: 420, height: 800 }, colorScheme: theme === 'dark' ? 'dark' : 'light',
          contrast: theme === 'contrast' ? 'more' : 'no-preference' } : {});
        const page = await context.newPage();
        await page.goto(`${server.address}bytes/mentor-or-sponsor/`);
        await page.waitForFunction(isReady);
        await page.waitForFunction(() => document.querySelector('html.drawn .w'));
        // The engine computes the footer and the logo too: or it would have said that the page is another build's.
        assert.deepEqual(problems, []);

        const names = ['paper', 'card', 'ink', 'line', 'border', 'primary', 'on-primary', 'sun', 'right'];
        assert.deepEqual(await page.evaluate(tokensOf, names),
          Object.fromEntries(names.map((name) => [name, wanted(theme, name)])));

        const button = await groundsOf(page, '.question .button.primary');
        assert.deepEqual(button, { page: wanted(theme, 'primary'), painted: wanted(theme, 'primary') });
        const card = await groundsOf(page, '.option');
        assert.equal(card.page, card.painted);
        assert.equal(card.page, wanted(theme, 'card'));

        await page.mouse.move(2, 300);
        const { ink, different, share, report } = await compareFaces(page, { scale: 1, to: 4000 });
        test.diagnostic(`${different} of ${ink} ink pixels differ: ${(100 * share).toFixed(3)} %`);
        assert.ok(share < kMostDifferent, `${(100 * share).toFixed(2)} % of ink pixels differ: ${report}`);
        await context.close();
      } finally {
        await browser.close();
      }
    });
  }

  it('shows whose it is on every page, and nothing wider than a phone', async () => {
    const browser = await launchChromium();
    try {
      for (const path of ['', 'bytes/mentor-or-sponsor/']) {
        const { context, problems } = await openContext(browser, { viewport: { width: 320, height: 640 } });
        const page = await context.newPage();
        await page.goto(server.address + path);
        const logo = page.getByRole('img', { name: 'Example Works Council' });
        await logo.scrollIntoViewIfNeeded();
        assert.ok(await logo.evaluate(async (image) => { await image.decode(); return image.naturalWidth === 160; }));
        const { width, height } = await logo.boundingBox();
        assert.ok(height <= 56 && width >= 64, `${width} x ${height}`);
        // Its box may give way beside the progress; the picture in it keeps its shape.
        assert.equal(await logo.evaluate((image) => getComputedStyle(image).objectFit), 'contain');
        const footer = page.getByRole('contentinfo');
        assert.ok(await footer.getByText('Example Works Council').isVisible());
        const links = await footer.getByRole('link').evaluateAll((all) => all.map(({ href, textContent }) => [textContent, href]));
        assert.deepEqual(links, [['Imprint', 'https://example.org/imprint'],
          ['How we treat data', `${server.address}privacy.html`], ['Contact', 'mailto:lessons@example.org'],
          ['About this site and your data', `${server.address}about.html`]]);
        assert.ok(await page.evaluate(() => document.scrollingElement.scrollWidth <= innerWidth), 'nothing scrolls sideways');
        assert.deepEqual(problems, []);
        await context.close();
      }
    } finally {
      await browser.close();
    }
  });

  it('asks for no logo while data is saved', async () => {
    const browser = await launchChromium();
    try {
      const { context } = await openContext(browser);
      await context.addInitScript(() => localStorage.setItem('byte-player data', 'less'));
      const page = await context.newPage();
      const before = server.requests.length;
      await page.goto(`${server.address}bytes/mentor-or-sponsor/`);
      await page.waitForFunction(isReady);
      await page.waitForTimeout(300);
      assert.ok(!server.requests.slice(before).some((path) => path.includes('logo')));
      await context.close();
    } finally {
      await browser.close();
    }
  });
});
