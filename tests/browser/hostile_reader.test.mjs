// What an attacker writes, as the author's tool reads it: words are words, and what is no address, name or letter is an error.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { addresses, ids, lessons, lessonWith, mediaFiles, siteWith, structural, texts } from './support/hostile.mjs';

const tool = process.env.BYTE_TOOL ?? 'build/native/byte';

/** Every field that the schemas know: its name, and whether words may stand in it. */
function* fieldsOf(schema, root, name = '') {
  if (schema === null || typeof schema !== 'object') return;
  const isText = schema.type === 'string' || /#\/\$defs\/(letters|text|clean|run)$/.test(schema.$ref ?? '');
  if (name && isText) yield name;
  for (const [field, one] of Object.entries(schema.properties ?? {})) yield* fieldsOf(one, root, field);
  for (const key of ['items', 'additionalProperties']) yield* fieldsOf(schema[key], root, name);
  for (const key of ['anyOf', 'allOf', 'oneOf']) for (const one of schema[key] ?? []) yield* fieldsOf(one, root, name);
  if (schema === root) for (const one of Object.values(schema.$defs ?? {})) yield* fieldsOf(one, root);
}

/** Every name of a field in a value. */
function* namesIn(value) {
  if (value === null || typeof value !== 'object') return;
  for (const [name, one] of Object.entries(value)) {
    if (!Array.isArray(value)) yield name;
    yield* namesIn(one);
  }
}

/** Each place of a value in which a string stands under one of `names`, as a way to set another. */
function* placesOf(value, names) {
  if (value === null || typeof value !== 'object') return;
  for (const [name, one] of Object.entries(value)) {
    if (typeof one === 'string' && names.has(name)) yield { name, set: (text) => { value[name] = text; } };
    else yield* placesOf(one, names);
  }
}

describe('The author\'s tool', () => {
  let folder;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'reader-'));
    mkdirSync(join(folder, 'bytes'));
    for (const name of mediaFiles) cpSync(`tests/data/bytes/valid/${name}`, join(folder, 'bytes', name));
    cpSync('tests/data/sites/valid/full/logo.svg', join(folder, 'logo.svg'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const errorsIn = (...files) => {
    const paths = files.map((file) => join(folder, file));
    const { stdout, signal } = spawnSync(tool, ['check', ...paths, '--format', 'json'], { encoding: 'utf8', maxBuffer: 1e8 });
    assert.equal(signal, null);
    return JSON.parse(stdout).problems.filter(({ severity }) => severity === 'error');
  };
  const write = (file, content) => writeFileSync(join(folder, file), typeof content === 'string' ? content : JSON.stringify(content));
  const writeAll = (text) => {
    for (const id of Object.keys(lessons)) write(`bytes/${id}.json`, lessonWith(id, text));
    write('site.json', siteWith(text));
  };

  it('is given words in every field that the schemas have', () => {
    const used = new Set([...namesIn(lessons), ...namesIn(siteWith('x'))]);
    // What the build fills in or knows for itself; and a translation's own, which the browsers' tests write.
    for (const name of ['editions', 'name', 'source', 'of', 'translates', 'strings']) used.add(name);
    const unused = new Set();
    for (const name of ['byte', 'scenario', 'site', 'translation']) {
      const schema = JSON.parse(readFileSync(`content/schema/${name}.schema.json`, 'utf8'));
      for (const field of fieldsOf(schema, schema)) if (!used.has(field) && !structural.has(field)) unused.add(field);
    }
    assert.deepEqual([...unused], [], 'put these into tests/data/bytes/valid/full.json');
  });

  it('takes an attacker\'s words for words, or refuses them', () => {
    for (const { name, text, refused = false } of texts) {
      writeAll(text);
      const files = Object.keys(lessons).map((id) => `bytes/${id}.json`);
      // Marks are read in lessons only: a link in a site's title is letters.
      if (!/link/.test(name)) files.push('site.json');
      const errors = errorsIn(...files);
      for (const file of files) {
        const error = errors.find((one) => one.file.endsWith(file));
        assert.equal(error !== undefined, refused, `${name} in ${file}: ${error?.message ?? 'was taken'}`);
      }
    }
  });

  it('refuses each address that leads where no lesson may', () => {
    const seen = new Set();
    for (const id of Object.keys(lessons)) {
      const count = [...placesOf(lessons[id], new Set(['src', 'href']))].length;
      assert.ok(count > 0);
      // All places are read in one way: the first few are given every address, the others one each.
      for (let i = 0; i < count; ++i) {
        for (const address of i > 2 ? [addresses[i % addresses.length]] : addresses) {
          const content = structuredClone(lessons[id]);
          const place = [...placesOf(content, new Set(['src', 'href']))][i];
          place.set(address);
          seen.add(place.name);
          write(`bytes/${id}.json`, content);
          const codes = errorsIn(`bytes/${id}.json`).map(({ code }) => code);
          assert.ok(codes.length > 0, `${address} was taken at place ${i} of ${id}`);
        }
      }
    }
    assert.deepEqual([...seen].sort(), ['href', 'src']);
    for (const field of ['address', 'imprint', 'privacy', 'contact']) {
      for (const address of addresses) {
        write('site.json', { ...siteWith('Words'), [field]: address });
        assert.ok(errorsIn('site.json').length > 0, `${address} was taken as ${field}`);
      }
    }
  });

  it('refuses each name that is none', () => {
    for (const id of ids) {
      const content = structuredClone(lessons.asked);
      for (const { set } of placesOf(content, new Set(['id']))) set(id);
      write('bytes/asked.json', content);
      const errors = errorsIn('bytes/asked.json');
      assert.ok(errors.length > 10, `${JSON.stringify(id)}: ${errors.length}`);
    }
  });

  it('takes no key of JSON for one of its own', () => {
    for (const key of ['__proto__', 'constructor', 'prototype', 'toString']) {
      write('bytes/asked.json', JSON.stringify(lessons.asked).replace('{"', `{"${key}":{"listed":false,"polluted":"yes"},"`));
      assert.equal(errorsIn('bytes/asked.json')[0]?.code, 'field-unknown', key);
    }
    write('bytes/asked.json', lessons.asked);
    execFileSync(tool, ['check', join(folder, 'bytes/asked.json')]);
  });
});
