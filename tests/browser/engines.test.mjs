// The same lesson in Firefox and in WebKitGTK: it loads, is answered by mouse, and is as it was after a reload.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launchFirefox, startDisplay, WebKit } from './support/browsers.mjs';
import {
  answer, by, isReady, lettersOf, openContext, openMentorByte, questions, startSite, waitUntilSaved,
} from './support/site.mjs';

const [question] = questions;

describe('Other engines', () => {
  let site;
  let display;
  before(async () => {
    site = await startSite();
    display = await startDisplay();
  });
  after(async () => {
    await display?.close();
    await site?.close();
  });

  it('Firefox paints the lesson, grades it and resumes', async () => {
    const browser = await launchFirefox();
    try {
      const { context, problems } = await openContext(browser);
      const page = await openMentorByte(context, site);
      await page.waitForFunction(() => document.querySelector('html.drawn .w'));
      await answer(page, question, false);
      await page.waitForFunction((id) => document.getElementById(id).innerText.startsWith('Not yet'), `${question.id}:result`);
      await page.locator(by(`${question.id}:action`)).click();
      await answer(page, question, true);
      await page.waitForFunction((id) => document.getElementById(id).innerText.startsWith('Right.'), `${question.id}:result`);
      await waitUntilSaved(page);
      await page.reload();
      await page.waitForFunction(isReady);
      assert.match(await page.locator(by(`${question.id}:result`)).innerText(), /^Right\./);
      assert.deepEqual(problems.filter((problem) => !/WebGL|GLX|sandbox/i.test(problem)), []);
      await context.close();
    } finally {
      await browser.close();
    }
  });

  it('WebKitGTK paints boxes and stages, leaves words to the page, grades and resumes', async () => {
    const webkit = await WebKit.launch();
    try {
      await webkit.goto(site.mentor);
      await webkit.waitFor(() => document.documentElement.classList.contains('drawn'));
      assert.equal(await webkit.evaluate(() => document.querySelectorAll('.w').length), 0);
      const option = question.options.find(({ correct }) => correct);
      const result = `${question.id}:result`;
      await webkit.click(by(`${question.id}/${option.id}:control`));
      await webkit.click(by(`${question.id}:action`));
      await webkit.waitFor(`document.getElementById('${result}').innerText.startsWith('Right.')`);
      await waitUntilSaved(webkit);
      const [role, name] = await webkit.roleAndName(await webkit.find(by(`${question.id}/${option.id}:control`)));
      assert.deepEqual([role.toLowerCase(), name], ['radio', lettersOf(option.text)]);
      await webkit.reload();
      await webkit.waitFor(() => document.documentElement.classList.contains('drawn'));
      await webkit.waitFor(`document.getElementById('${result}').innerText.startsWith('Right.')`);
    } finally {
      await webkit.close();
    }
  });
});
