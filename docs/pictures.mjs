// Makes the pictures in docs/ anew from the built site: node docs/pictures.mjs
// Chromium and the tools of tests/ have to be there, as after ./scripts/test.sh.

import { writeFileSync } from 'node:fs';
import { launchChromium } from '../tests/browser/support/browsers.mjs';
import { pictureAtRest, readPicture, writePicture } from '../tests/browser/support/pictures.mjs';
import {
  answer, by, controlsOf, isReady, openContext, questions, startBuiltSite, startSite, tick,
} from '../tests/browser/support/site.mjs';

const phone = { width: 390, height: 780 };
const desktop = { width: 900, height: 720 };
const [single, multiple] = questions;
const sort = questions.find(({ kind }) => kind === 'sort');
const judgement = questions.find(({ kind }) => kind === 'judgement');

/** Puts pictures of one height beside each other. */
function beside(...pictures) {
  const height = Math.max(...pictures.map((one) => one.height));
  const width = pictures.reduce((sum, one) => sum + one.width, 0);
  const whole = { width, height, data: new Uint8Array(width * height * 4).fill(255) };
  let left = 0;
  for (const { width: columns, height: rows, data } of pictures) {
    for (let y = 0; y < rows; ++y) {
      whole.data.set(data.subarray(y * columns * 4, (y + 1) * columns * 4), (y * width + left) * 4);
    }
    left += columns;
  }
  return whole;
}

/** Runs in the page before its scripts: the painter's clock can be slowed down by `globalThis.pace`. */
function slowFrames() {
  const request = globalThis.requestAnimationFrame.bind(globalThis);
  let real = 0;
  let shown = 0;
  globalThis.pace = 1;
  globalThis.requestAnimationFrame = (callback) => request((now) => {
    shown += (now - real) * (real ? globalThis.pace : 1);
    real = now;
    callback(shown);
  });
}

const site = await startSite();
const browser = await launchChromium();

async function open(viewport, { address = site.mentor, colorScheme = 'light' } = {}) {
  const { context } = await openContext(browser, { viewport, colorScheme });
  const page = await context.newPage();
  await page.addInitScript(slowFrames);
  await page.goto(address);
  await page.waitForFunction(isReady);
  await page.waitForFunction(() => document.documentElement.classList.contains('drawn'));
  return page;
}

async function show(page, id, above = 90) {
  await page.evaluate(([wanted, space]) => {
    const { top } = document.getElementById(wanted).getBoundingClientRect();
    scrollBy({ top: top - space, behavior: 'instant' });
  }, [id, above]);
  await page.mouse.move(2, 400);
  await page.evaluate(() => document.activeElement.blur());
  return pictureAtRest(page);
}

const keep = (name, picture) => writeFileSync(`docs/${name}.png`, writePicture(picture));

{ // The README's: the trail, a question with feedback, the same in the dark.
  const page = await open(phone);
  await answer(page, single, true);
  const trail = await show(page, 'page:trail', 110);
  await answer(page, multiple, false);
  const question = await show(page, multiple.id);
  const night = await open(phone, { colorScheme: 'dark' });
  await answer(night, multiple, false);
  keep('mentor-byte', beside(trail, question, await show(night, multiple.id)));
}
{ // The drawn trail, some way along it.
  const page = await open(desktop);
  await answer(page, single, true);
  await page.locator(by('opening:next-link')).click();
  await page.locator(by('one-womans-story:next-link')).click();
  await answer(page, multiple, true);
  keep('trail', await show(page, 'page:trail', 120));
}
{ // A scenario's path, after two of them.
  const page = await open(desktop, { address: `${site.address}bytes/carolinas-dilemma/` });
  const play = async (picks) => {
    for (const pick of picks) await page.locator('.choice').nth(pick).click();
    await page.locator('.ending').waitFor();
  };
  await play([0, 0, 0, 0, 0, 0, 0]);
  await page.locator(by('dilemma:again-2')).click();
  await play([1, 1, 0, 1, 2]);
  keep('path-map', await show(page, 'dilemma:path', 80));
}
{ // A card that is carried into its group.
  const page = await open(desktop);
  await tick(page, controlsOf(sort, true)[1]);
  await show(page, sort.id);
  const [card] = sort.options;
  const from = await page.locator(by(`${sort.id}/${card.id}:grip`)).boundingBox();
  const to = await page.locator(by(`${sort.id}:group-${card.group}`)).boundingBox();
  await page.mouse.move(from.x + 10, from.y + 20);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width * 0.7, to.y + 30, { steps: 5 });
  keep('sort-board', await pictureAtRest(page));
}
{ // The spark on its way from the chosen option into its bud.
  const page = await open(desktop);
  const right = single.options.find(({ correct }) => correct);
  await tick(page, `${single.id}/${right.id}:control`);
  await show(page, single.id);
  await page.evaluate((id) => {
    globalThis.pace = 0.02;
    document.getElementById(id).click();
  }, `${single.id}:action`);
  await page.waitForTimeout(6500);
  keep('spark', readPicture(await page.screenshot()));
}
{ // The painted face and the plain page side by side.
  const page = await open(phone);
  await answer(page, multiple, false);
  const painted = await show(page, multiple.id);
  await page.locator(by('page:face')).click();
  keep('two-faces', beside(painted, await show(page, multiple.id)));
}
{ // In the dark: a judgement, a checklist and a reflection.
  const page = await open(phone, { colorScheme: 'dark' });
  await answer(page, judgement, true);
  const compared = await show(page, `${judgement.id}:result`);
  await tick(page, 'this-week/goal:control');
  keep('dark', beside(compared, await show(page, 'get-started')));
}
{ // From right to left.
  const arabic = await startBuiltSite({ content: 'tests/data/arabic', interfaces: 'tests/data/interface', at: '/' });
  const page = await open(phone, { address: `${arabic.address}bytes/first-cv/` });
  const head = await show(page, 'page:title');
  const question = await page.evaluate(() => document.querySelector('.question').id);
  keep('right-to-left', beside(head, await show(page, question)));
  await arabic.close();
}
await browser.close();
await site.close();
