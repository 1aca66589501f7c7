// What the service worker decides by plain values.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf, isWanted, joined, pathOf, rangeOf, typeOf } from '../../web/worker/rules.js';

const scope = 'https://example.org/school/';

test('an address means a file of the site, or none', () => {
  const cases = [
    ['https://example.org/school/', 'index.html'],
    ['https://example.org/school/bytes/a/', 'bytes/a/index.html'],
    ['https://example.org/school/bytes/a/index.html?from=b#c', 'bytes/a/index.html'],
    ['https://example.org/school/bytes/a', 'bytes/a'],
    ['https://example.org/school/bytes/a/caf%C3%A9%20one.svg', 'bytes/a/café one.svg'],
    ['https://example.org/school/bytes/a/%ff', null],
    ['https://example.org/school/.byte/files/0', null],
    ['https://example.org/elsewhere/', null],
    ['https://example.org/school', null],
    ['https://other.example.org/school/', null],
    ['http://example.org/school/', null],
  ];
  for (const [address, path] of cases) assert.equal(pathOf(address, scope), path, address);
  for (const path of ['bytes/a/index.html', 'bytes/a/café one?#%.svg']) assert.equal(pathOf(scope + addressOf(path), scope), path);
});

test('a part of a film is what was asked for, or the whole', () => {
  const cases = [
    [null, 'whole'], ['bytes=0-', [0, 99]], ['bytes=10-19', [10, 19]], ['bytes=90-200', [90, 99]], ['bytes=-5', [95, 99]],
    ['bytes=-500', [0, 99]], ['bytes=100-', 'none'], ['bytes=5-4', 'none'], ['bytes=-', 'whole'], ['bytes=0-1,3-4', 'whole'],
    ['lines=0-1', 'whole'], ['bytes=-0', 'none'],
  ];
  for (const [header, expected] of cases) {
    const found = rangeOf(header, 100);
    assert.deepEqual(typeof found === 'string' ? found : [found.first, found.last], expected, String(header));
  }
});

test('a wish is for pages, pictures or all; wishes add up', () => {
  const files = [['index.html', 'page'], ['index.es.html', 'page'], ['accessibility.html', 'report'], ['a.svg', 'picture'], ['film.mp4', 'media']];
  const wanted = (wish) => files.filter(([name, kind]) => isWanted({ name, kind }, wish)).map(([name]) => name);
  const saving = { pages: ['index.es.html'], pictures: false, media: false };
  const opened = { pages: ['index.html'], pictures: true, media: false };
  assert.deepEqual(wanted(saving), ['index.html', 'index.es.html']);
  assert.deepEqual(wanted(opened), ['index.html', 'accessibility.html', 'a.svg']);
  assert.deepEqual(wanted(joined(saving, opened)), ['index.html', 'index.es.html', 'accessibility.html', 'a.svg']);
  assert.deepEqual(wanted(joined(opened, { pages: 'all', pictures: true, media: true })), files.map(([name]) => name));
  assert.deepEqual(joined(undefined, saving), saving);
});

test('what is kept has its type whatever the host said', () => {
  assert.equal(typeOf('engine/engine.0123456789.wasm'), 'application/wasm');
  assert.equal(typeOf('A.HTML'), 'text/html; charset=utf-8');
  assert.equal(typeOf('notes'), 'application/octet-stream');
});
