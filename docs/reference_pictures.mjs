// Photographs the examples of the schema, each as a learner first sees it: docs/reference/<name>.png, and
// pictures.json, which says of which example each picture is.

import { mkdtempSync, readdirSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { launchChromium } from '../tests/browser/support/browsers.mjs';
import { pictureAtRest } from '../tests/browser/support/pictures.mjs';
import { isReady, openContext, startBuiltSite } from '../tests/browser/support/site.mjs';
import { writePalettePicture } from './palette_picture.mjs';
import { lessonOf, pictureWidth, root, writeLesson } from './reference_examples.mjs';

const kScale = 2;
const kPhone = { width: 400, height: 1300 };
/** Room around a block, in CSS px, and above it to where the page's bar no longer covers it. */
const kAround = 12;
const kBelowBar = 110;

/** Runs in the page: from where to where a section's blocks reach, scrolled into sight; in CSS px of the viewport. */
function blocksOf([id, around, above]) {
  const blocks = () => [...document.getElementById(id).children].filter((one) => !one.matches('h2, .next'))
    .map((one) => one.getBoundingClientRect()).filter(({ height }) => height > 0);
  scrollBy({ top: Math.round(blocks()[0].top - above), behavior: 'instant' });
  const boxes = blocks();
  const top = Math.min(...boxes.map((box) => box.top)) - around;
  const bottom = Math.max(...boxes.map((box) => box.bottom)) + around;
  return [Math.round(top), Math.round(bottom)];
}

/** The part of a picture from `top` to `bottom`, without the margins, in one of which the trail runs. In device px. */
function partOf(picture, top, bottom) {
  const width = pictureWidth * kScale;
  const left = (picture.width - width) / 2;
  const rows = Array.from({ length: bottom - top }, (_, row) => {
    const begin = ((top + row) * picture.width + left) * 4;
    return picture.data.subarray(begin, begin + width * 4);
  });
  return { width, height: rows.length, data: Buffer.concat(rows) };
}

export async function takePictures(examples) {
  const folder = path.join(root, 'docs/reference');
  const content = mkdtempSync(path.join(tmpdir(), 'reference-'));
  writeFileSync(path.join(content, 'site.json'), JSON.stringify({ format: 1, title: 'Reference', language: 'en' }));
  writeLesson(examples, content);
  const site = await startBuiltSite({ content, at: '/' });
  const browser = await launchChromium();
  try {
    for (const name of readdirSync(folder)) if (name.endsWith('.png')) unlinkSync(path.join(folder, name));
    const { context, problems } = await openContext(browser, { viewport: kPhone, deviceScaleFactor: kScale });
    const page = await context.newPage();
    await page.goto(`${site.address}bytes/${lessonOf(examples).id}/`);
    await page.waitForFunction(isReady);
    await page.waitForFunction(() => document.documentElement.classList.contains('drawn'));
    await page.mouse.move(1, 1);
    for (const { name } of examples) {
      // What is lazy above a block comes when it is near, and may move it: so the place is asked for twice.
      for (let time = 0; time < 2; ++time) {
        await page.evaluate(blocksOf, [`show-${name}`, kAround, kBelowBar]);
        await pictureAtRest(page);
      }
      const [top, bottom] = await page.evaluate(blocksOf, [`show-${name}`, kAround, kBelowBar]);
      if (top < 0 || bottom > kPhone.height) throw new Error(`${name} is too high for a picture: ${bottom - top} px.`);
      const picture = partOf(await pictureAtRest(page), top * kScale, bottom * kScale);
      writeFileSync(path.join(folder, `${name}.png`), writePalettePicture(picture));
    }
    if (problems.length) throw new Error(problems.join('\n'));
  } finally {
    await browser.close();
    await site.close();
    rmSync(content, { recursive: true, force: true });
  }
  const hashes = Object.fromEntries(examples.map(({ name, hash }) => [name, hash]));
  writeFileSync(path.join(folder, 'pictures.json'), `${JSON.stringify(hashes, null, 2)}\n`);
}
