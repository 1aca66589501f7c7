// A learner and the mentor Byte in Chromium: by mouse, by keyboard alone, through the accessibility tree alone.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pictureAtRest } from './support/pictures.mjs';
import {
  answer, by, controlsOf, isReady, lettersOf, mentorByte, openContext, openMentorByte, questions, storedEvents, tick,
  waitUntilSaved, withChromium,
} from './support/site.mjs';

const [single] = questions.filter(({ kind }) => kind === 'single');
const [multiple] = questions.filter(({ kind }) => kind === 'multiple');

describe('A learner in Chromium', () => {
  let site;
  let browser;
  let context;
  let problems;
  let page;

  withChromium((parts) => { ({ site, browser } = parts); });
  const open = async (options) => {
    ({ context, problems } = await openContext(browser, options));
    page = await openMentorByte(context, site);
  };
  const textOf = (id) => page.locator(by(id)).innerText();
  /** The page follows in its next frame, which a busy machine may take its time for. */
  const waitForText = (id, start) => page.waitForFunction(([wanted, text]) => {
    const element = document.getElementById(wanted);
    return element && (text ? element.innerText.startsWith(text) : element.innerText === '');
  }, [id, start]);

  it('finds the lesson in the catalogue', async () => {
    ({ context, problems } = await openContext(browser));
    page = await context.newPage();
    await page.goto(site.address);
    await page.getByRole('link', { name: 'Do you need a mentor or a sponsor?' }).click();
    await page.waitForFunction(isReady);
    assert.equal(await page.locator('h1').innerText().then((text) => text.replace(/\s+/g, ' ')), 'Do you need a mentor or a sponsor?');
    assert.deepEqual(problems, []);
    await context.close();
  });

  it('answers wrong, reads why, tries again, and finds all as it was after a reload', async () => {
    await open();
    for (const question of [single, multiple]) {
      await answer(page, question, false);
      await waitForText(`${question.id}:result`, 'Not yet');
      const wrong = question.options.find(({ correct }) => !correct);
      assert.match(await textOf(`${question.id}/${wrong.id}:reply`), /^Not yet\./);
      await page.locator(by(`${question.id}:action`)).click();
      await waitForText(`${question.id}:result`, '');
      if (question.kind === 'multiple') {
        for (const { id, correct } of question.options) {
          if (!correct) await tick(page, `${question.id}/${id}:control`);
        }
      }
      await answer(page, question, true);
      await waitForText(`${question.id}:result`, 'Right.');
      assert.ok((await textOf(`${question.id}:result`)).includes(lettersOf(question.explanation)));
    }
    await waitUntilSaved(page);
    const outline = () => page.locator('main').ariaSnapshot();
    const before = await outline();
    await page.reload();
    await page.waitForFunction(isReady);
    assert.equal(await outline(), before);
    assert.deepEqual(problems, []);
    await context.close();
  });

  it('has feedback painted in the very next frame', async () => {
    await open();
    const wrong = multiple.options.find(({ correct }) => !correct);
    await tick(page, `${multiple.id}/${wrong.id}:control`);
    await page.waitForTimeout(300);
    const inNextFrame = await page.evaluate(({ action, reply }) => new Promise((resolve) => {
      document.getElementById(action).click();
      // The player asked for its frame first, so this one runs after it, before the browser draws.
      requestAnimationFrame(() => {
        const element = document.getElementById(reply);
        resolve(element && { words: element.classList.contains('w'), text: element.innerText });
      });
    }), { action: `${multiple.id}:action`, reply: `${multiple.id}/${wrong.id}:reply` });
    assert.ok(inNextFrame, 'the reply is in the page');
    assert.ok(inNextFrame.words, 'its words are painted');
    await context.close();
  });

  /** By Tab to the element, forwards or backwards as it lies. */
  async function tabTo(id) {
    for (let presses = 0; presses < 400; ++presses) {
      const way = await page.evaluate((wanted) => {
        const element = document.getElementById(wanted);
        const { activeElement } = document;
        if (element === activeElement) return '';
        const isBefore = element.compareDocumentPosition(activeElement) & Node.DOCUMENT_POSITION_FOLLOWING;
        return isBefore && activeElement !== document.body ? 'Shift+Tab' : 'Tab';
      }, id);
      if (!way) return;
      await page.keyboard.press(way);
    }
    assert.fail(`Tab never reaches ${id}`);
  }

  /** One radio button of a group, which is one stop for Tab; arrows go on inside it. */
  async function chooseRadio(id) {
    const group = await page.evaluate((wanted) => {
      const { name } = document.getElementById(wanted);
      return [...document.getElementsByName(name)].map((one) => ({ id: one.id, isChecked: one.checked }));
    }, id);
    const start = Math.max(0, group.findIndex(({ isChecked }) => isChecked));
    await tabTo(group[start].id);
    const wanted = group.findIndex((one) => one.id === id);
    if (wanted === start) await page.keyboard.press('Space');
    for (let at = start; at !== wanted; at += Math.sign(wanted - start)) {
      await page.keyboard.press(wanted > start ? 'ArrowDown' : 'ArrowUp');
    }
    await page.waitForFunction((one) => document.getElementById(one)?.checked && document.activeElement.id === one, id)
      .catch(async (error) => {
        const state = await page.evaluate((radios) => ({
          focused: document.activeElement.id || document.activeElement.tagName,
          checked: radios.filter((radio) => document.getElementById(radio.id)?.checked).map((radio) => radio.id),
        }), group);
        throw new Error(`${id} is not chosen, but ${JSON.stringify({ ...state, start, wanted })}`, { cause: error });
      });
  }

  it('does everything by keyboard alone, from opening to completion', async () => {
    await open();
    const focused = () => page.evaluate(() => document.activeElement.id);
    await page.keyboard.press('Tab');
    assert.equal(await focused(), 'page:skip');
    for (const { id: section, blocks } of mentorByte.sections) {
      for (const block of blocks) {
        if (block.type === 'checklist') {
          for (const item of block.items) {
            await tabTo(`${block.id}/${item.id}:control`);
            await page.keyboard.press('Space');
          }
          await waitForText(`${block.id}:count`, `${block.items.length} of ${block.items.length}`);
        } else if (block.type === 'reflection') {
          await tabTo(`${block.id}:field`);
          await page.keyboard.type('My aunt, and the coach.');
        } else if (block.type === 'question') {
          if (block.hints) {
            await tabTo(`${block.id}:hint`);
            await page.keyboard.press('Enter');
            await waitForText(`${block.id}:hints`, 'Hint 1 of');
          }
          for (const control of controlsOf(block, true)) {
            if (block.kind === 'multiple') {
              await tabTo(control);
              await page.keyboard.press('Space');
            } else {
              await chooseRadio(control);
            }
          }
          await tabTo(`${block.id}:action`);
          const ring = await page.evaluate(() => {
            const style = getComputedStyle(document.activeElement);
            return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
          });
          assert.ok(ring, 'focus can be seen');
          await page.keyboard.press('Enter');
          await waitForText(`${block.id}:result`, block.kind === 'judgement' ? 'Thank you.' : 'Right.');
          assert.equal(await focused(), `${block.id}:action`, 'focus stays where the learner was');
        }
      }
      await tabTo(`${section}:next-link`);
      await page.keyboard.press('Enter');
      await page.waitForFunction((id) => (document.activeElement.closest('section')?.id ?? id) !== id, section);
    }
    assert.equal(await focused(), 'page:end:title');
    await waitForText('page:score', 'You answered every question.');
    await tabTo('page:helped');
    await page.keyboard.press('Space');
    await waitForText('page:helped-said', 'Thank you');
    await waitUntilSaved(page);
    assert.deepEqual(problems, []);
    await context.close();
  });

  it('does everything through the accessibility tree alone', async () => {
    await open();
    const session = await context.newCDPSession(page);
    await session.send('Accessibility.enable');
    const node = async (role, name) => {
      const { nodes } = await session.send('Accessibility.getFullAXTree');
      const found = nodes.filter((one) => !one.ignored && one.role.value === role && one.name?.value === name);
      assert.equal(found.length, 1, `one ${role} "${name}", not ${found.length}`);
      return found[0];
    };
    // What an assistive technology's "do the default action" does.
    const press = async ({ backendDOMNodeId }) => {
      const { object } = await session.send('DOM.resolveNode', { backendNodeId: backendDOMNodeId });
      await session.send('Runtime.callFunctionOn', { objectId: object.objectId, functionDeclaration: 'function () { this.click(); }' });
    };
    const propertyOf = (one, name) => one.properties.find((property) => property.name === name)?.value.value;
    const right = single.options.find(({ correct }) => correct);
    const name = lettersOf(right.text);
    await press(await node('radio', name));
    assert.equal(propertyOf(await node('radio', name), 'checked'), 'true');
    const checks = await page.getByRole('button', { name: 'Check', exact: true }).count();
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    await press(nodes.find((one) => one.role.value === 'button' && one.name?.value === 'Check'));
    await waitForText(`${single.id}:result`, 'Right.');
    assert.equal(await page.getByRole('button', { name: 'Check', exact: true }).count(), checks - 1);
    const radio = await node('radio', name);
    assert.match(radio.description?.value ?? '', /^Right\./, 'the reply describes its option');
    const { nodes: told } = await session.send('Accessibility.getFullAXTree');
    const statuses = told.filter((one) => one.role.value === 'status');
    assert.ok(statuses.some((one) => JSON.stringify(told).includes('Right.') && propertyOf(one, 'live') === 'polite'));
    assert.ok(await node('navigation', 'Your trail through this lesson'));
    assert.equal(told.filter((one) => one.role.value === 'Canvas').length, 0, 'the canvas is not in the tree');
    await context.close();
  });

  it('goes anywhere by the trail: by link, and by a stop that is drawn', async () => {
    await open({ viewport: { width: 1100, height: 900 } });
    await page.locator(by('what-is-a-sponsor:stop-link')).click();
    await page.waitForFunction(() => document.activeElement.id === 'what-is-a-sponsor:title');
    await page.evaluate(() => scrollTo(0, 0));
    await pictureAtRest(page);
    const circle = await page.evaluate(() => {
      const stop = document.getElementById('meet-carolina:stop').getBoundingClientRect();
      const link = document.getElementById('meet-carolina:stop-link').getBoundingClientRect();
      return { x: stop.x + stop.width / 2, y: (stop.y + link.y) / 2 };
    });
    await page.mouse.move(circle.x - 40, circle.y);
    await page.mouse.move(circle.x, circle.y, { steps: 4 });
    await page.mouse.down();
    await page.mouse.up();
    await page.waitForFunction(() => document.activeElement.id === 'meet-carolina:title');
    assert.deepEqual(problems, []);
    await context.close();
  });

  it('leaves events in their final form', async () => {
    await open();
    await answer(page, single, true);
    await waitUntilSaved(page);
    const events = (await storedEvents(page)).sort((a, b) => a.n - b.n);
    assert.deepEqual(events.map(({ kind }) => kind), ['started', 'chose', 'checked', 'reached']);
    for (const event of events) {
      assert.deepEqual(Object.keys(event), ['v', 'id', 'device', 'n', 'at', 'byte', 'version', 'kind', 'subject', 'data']);
      assert.match(event.id, /^[0-9a-f]{32}$/);
      assert.match(event.device, /^[0-9a-f]{32}$/);
      assert.equal(event.byte, 'mentor-or-sponsor');
      assert.ok(Math.abs(event.at - Date.now()) < 120_000);
    }
    assert.equal(new Set(events.map(({ id }) => id)).size, 4);
    await context.close();
  });

  it('sees in one tab what was answered in another', async () => {
    await open();
    const other = await openMentorByte(context, site);
    await answer(page, single, true);
    await other.waitForFunction((id) => document.getElementById(id).innerText.startsWith('Right.'), `${single.id}:result`);
    assert.deepEqual(problems, []);
    await context.close();
  });
});
