// The page's reader of zips, held to the table that the author's tool is held to.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { inflateRawSync } from 'node:zlib';

import { inflateInBrowser, kCaps, unzip, ZipProblem } from '../../web/author/unzip.js';

const read = (name) => new Uint8Array(readFileSync(new URL(`../data/zips/${name}`, import.meta.url)));
const table = JSON.parse(new TextDecoder().decode(read('table.json')));

let hasDeflateRaw = true;
try {
  new DecompressionStream('deflate-raw');
} catch {
  hasDeflateRaw = false; // Node.js before 20.12.
}
const inflateInNode = (packed, limit) =>
  new Uint8Array(inflateRawSync(packed, { maxOutputLength: Math.max(1, limit) }));
const ways = [{ name: 'zlib', inflate: inflateInNode }];
if (hasDeflateRaw) ways.push({ name: 'the browser', inflate: inflateInBrowser });

for (const { name, inflate } of ways) {
  for (const { zip, files, refused } of table) {
    test(`${zip} is ${files ? 'read' : `refused as ${refused}`}, unpacked by ${name}`, async () => {
      if (files) {
        assert.deepEqual([...(await unzip(read(zip), { inflate })).files.keys()], files);
        return;
      }
      await assert.rejects(unzip(read(zip), { inflate }), (problem) => {
        assert.ok(problem instanceof ZipProblem, `${problem}`);
        assert.equal(problem.code, refused, problem.message);
        assert.match(problem.message, /^.+ — .+\. \[zip-[a-z-]+\]$/);
        return true;
      });
    });
  }
}

test('the table has a zip for every code', () => {
  const source = readFileSync(new URL('../../web/author/unzip.js', import.meta.url), 'utf8');
  const codes = new Set([...source.matchAll(/'(zip-[a-z-]+)'/g)].map(([, code]) => code));
  const shown = new Set(table.flatMap(({ refused }) => refused ?? []));
  assert.deepEqual([...shown].sort(), [...codes].sort());
  assert.ok(codes.size >= 9);
});

test('what comes out is what went in', async () => {
  const { files } = await unzip(read('plain.zip'), { inflate: inflateInNode });
  assert.equal(JSON.parse(new TextDecoder().decode(files.get('byte.json'))).id, 'zipped');
  assert.equal(new TextDecoder().decode(files.get('a.svg')), '<svg/>');
});

test('a bomb is given up before it is unpacked', { skip: !hasDeflateRaw }, async () => {
  const zip = read('lying-bomb.zip');
  let given;
  await assert.rejects(
    unzip(zip, {
      inflate: async (packed, limit) => {
        given = limit;
        return inflateInBrowser(packed, limit);
      },
    }),
    ZipProblem,
  );
  assert.equal(given, 10);
});

test('caps can be set lower', async () => {
  const options = (caps) => ({ inflate: inflateInNode, caps });
  const code = (expected) => (problem) => problem.code === expected;
  await assert.rejects(unzip(read('plain.zip'), options({ entries: 1 })), code('zip-too-many'));
  await assert.rejects(unzip(read('plain.zip'), options({ entry: 5 })), code('zip-entry-too-big'));
  await assert.rejects(unzip(read('plain.zip'), options({ all: 5 })), code('zip-too-big'));
  await assert.rejects(unzip(read('plain.zip'), options({ name: 8 })), code('zip-name'));
  assert.deepEqual(kCaps, { entries: 500, name: 200, entry: 33_554_432, all: 67_108_864 });
});

test('no cut and no changed byte makes it fail in another way', async () => {
  const zip = read('passed-over.zip');
  const attempt = async (bytes) => {
    try {
      await unzip(bytes, { inflate: inflateInNode });
    } catch (problem) {
      assert.ok(problem instanceof ZipProblem, `${problem?.stack}`);
    }
  };
  for (let length = 0; length < zip.length; ++length) await attempt(zip.slice(0, length));
  for (let at = 0; at < zip.length; ++at) {
    for (const value of [0, 0xff, zip[at] ^ 1]) {
      const changed = zip.slice();
      changed[at] = value;
      await attempt(changed);
    }
  }
});
