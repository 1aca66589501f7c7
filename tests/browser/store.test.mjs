// Nothing is lost in a real browser's database: random learners from fixed seeds, in tabs that vanish, over calls that fail.
// tests/app/store_test.cpp does the same natively, with the engine, some thousand times.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { launchChromium, launchFirefox, startServer, WebKit } from './support/browsers.mjs';

const kSequences = process.env.BYTES_FULL === '1' ? 300 : 10;
const script = readFileSync('tests/browser/support/store_sequences.js', 'utf8');
const noDisplay = !process.env.DISPLAY && 'it needs an X display (DISPLAY)';

describe('The store', () => {
  let server;
  let page;
  before(async () => {
    server = await startServer('.');
    page = `${server.address}tests/browser/support/store.html`;
  });
  after(() => server.close());

  const isGood = ({ promised, events }, sequences) => {
    assert.ok(events > sequences * 3, `${events} events`);
    assert.ok(promised > sequences, `${promised} were called saved`);
  };

  for (const [name, launch, skip] of [['Chromium', launchChromium, false], ['Firefox', launchFirefox, noDisplay]]) {
    it(`loses nothing in ${name}`, { skip }, async () => {
      const browser = await launch();
      try {
        const context = await browser.newContext();
        const tab = await context.newPage();
        await tab.goto(page);
        await tab.evaluate(script);
        isGood(await tab.evaluate((count) => globalThis.runSequences(1, 1 + count), kSequences), kSequences);
      } finally {
        await browser.close();
      }
    });
  }

  it('loses nothing in WebKitGTK', { skip: noDisplay }, async () => {
    const webkit = await WebKit.launch();
    try {
      await webkit.goto(page);
      await webkit.evaluate(`(() => { ${script} })()`);
      // A command may take half a minute.
      for (let seed = 1; seed <= kSequences; seed += 5) {
        const result = await webkit.evaluate((from) => globalThis.runSequences(from, from + 5), seed);
        assert.ok(result.events > 0);
      }
    } finally {
      await webkit.close();
    }
  });

  it('has what was saved after the whole page was closed at any moment', async () => {
    const browser = await launchChromium();
    try {
      const context = await browser.newContext();
      const saved = [];
      for (let round = 0; round < 12; ++round) {
        const tab = await context.newPage();
        await tab.goto(page);
        await tab.waitForFunction(() => globalThis.Store);
        await tab.exposeFunction('wasSaved', (id) => { saved.push(id); });
        const loaded = await tab.evaluate(async () => {
          globalThis.store = new globalThis.Store('/closed/', ['small']);
          return (await globalThis.store.load()).events.map(({ id }) => id);
        });
        for (const id of saved) assert.ok(loaded.includes(id), `${id} was called saved and is gone (round ${round})`);
        await tab.evaluate((number) => {
          const { store } = globalThis;
          (async () => {
            for (let n = 1; n < 1000; ++n) {
              const id = (number * 1000 + n).toString(16).padStart(32, '0');
              await store.save([{ v: 1, id, device: store.device, n, byte: 'small' }], []);
              globalThis.wasSaved(id);
            }
          })();
        }, round);
        await new Promise((later) => { setTimeout(later, 20 + round * 13); });
        await tab.close();
      }
      assert.ok(saved.length > 12, `${saved.length} were saved`);
    } finally {
      await browser.close();
    }
  });
});
