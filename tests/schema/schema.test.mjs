// Holds content/schema and the engine's reader to each other, in both directions: whatever one refuses the other
// refuses too, apart from what JSON Schema cannot say. The reader is asked through the author's tool: BYTE_TOOL, or the
// one that the ordinary build makes.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const tool = process.env.BYTE_TOOL ?? path.join(root, 'build/native/byte');
const data = path.join(root, 'tests/data/bytes');

// The broken files that the schema accepts, and why it must.
const knownToTheReaderAlone = new Map([
  ['captions-not-webvtt', 'a schema reads no other file'],
  ['file-missing', 'a schema does not know the folder'],
  ['id-duplicate', 'a schema compares no two places'],
  ['id-not-folder', 'a schema does not know the folder'],
  ['json-duplicate-key', 'a parsed document no longer shows that a name was there twice'],
  ['judgement-ragged', 'a schema compares no two lengths'],
  ['loop-without-way-out', 'a schema plays no scenario'],
  ['next-missing', 'a schema does not know the other folders'],
  ['node-dead-end', 'a schema plays no scenario'],
  ['scenario-file-broken', 'a schema reads no other file'],
  ['sort-group-unknown', 'a schema compares no two places'],
  ['link-unsafe', 'a schema reads no Markdown'],
  ['media-file-missing', 'a schema does not know the folder'],
  ['paragraphs-in-text', 'a schema reads no Markdown'],
  ['table-ragged', 'a schema compares no two lengths'],
  ['picture-in-text', 'a schema reads no Markdown'],
]);

const ajv = new Ajv2020({ strict: true, allErrors: true, strictRequired: false, strictTypes: false });
const readRoot = (file) => readFile(path.join(root, file), 'utf8');
const schemaOf = async (name) => JSON.parse(await readRoot(`content/schema/${name}.schema.json`));
const byteSchema = await schemaOf('byte');
const isByte = ajv.compile(byteSchema);
const isSite = ajv.compile(await schemaOf('site'));

let scratch;
before(async () => {
  scratch = await mkdtemp(path.join(tmpdir(), 'schema-'));
});
after(() => rm(scratch, { recursive: true, force: true }));

// The codes of the errors that the reader finds, by file. Warnings and notes refuse nothing.
async function errorsOf(files) {
  const found = new Map(files.map((file) => [file, new Set()]));
  const { stderr } = await new Promise((resolve, reject) => {
    execFile(tool, ['check', ...files], { cwd: root, maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      if (error && error.code !== 1) reject(error);
      else resolve({ stdout, stderr });
    });
  });
  for (const line of stderr.split('\n')) {
    const file = files.find((name) => line.startsWith(`${name}:`));
    if (!file || /: (warning|note): /.test(line)) continue;
    found.get(file).add(line.match(/\[([a-z0-9-]+)\]$/)?.[1] ?? line);
  }
  return found;
}

function accepts(validate, text) {
  try {
    return validate(JSON.parse(text));
  } catch {
    return false;  // No JSON at all.
  }
}

async function filesIn(folder) {
  return (await readdir(path.join(data, folder)))
    .filter((name) => name.endsWith('.json'))
    .map((name) => path.join('tests/data/bytes', folder, name));
}

test('both accept every valid Byte', async () => {
  const files = [...(await filesIn('valid')), 'content/bytes/mentor-or-sponsor/byte.json'];
  const errors = await errorsOf(files);
  for (const file of files) {
    assert.deepEqual([...errors.get(file)], [], file);
    const valid = isByte(JSON.parse(await readRoot(file)));
    assert.ok(valid, `${file}: ${ajv.errorsText(isByte.errors)}`);
  }
});

test('both refuse every broken Byte, but for what a schema cannot say', async () => {
  const files = await filesIn('broken');
  const errors = await errorsOf(files);
  for (const file of files) {
    const name = path.basename(file, '.json');
    assert.notEqual(errors.get(file).size, 0, `the reader accepts ${file}`);
    const accepted = accepts(isByte, await readRoot(file));
    assert.equal(accepted, knownToTheReaderAlone.has(name), `the schema ${accepted ? 'accepts' : 'refuses'} ${file}`);
  }
});

test('both know the site', async () => {
  assert.ok(accepts(isSite, await readRoot('content/site.json')));
  for (const broken of [
    {},
    { format: 1, title: 'a' },
    { format: 2, title: 'a', language: 'en' },
    { format: 1, title: ' ', language: 'en' },
    { format: 1, title: 'a', language: 'English' },
    { format: 1, title: 'a', language: 'en', titel: 'b' },
  ]) {
    assert.ok(!isSite(broken), JSON.stringify(broken));
  }
});

test('every field and every block is described', () => {
  const undescribed = [];
  const visit = (schema, at) => {
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      const described = property.description ?? byteSchema.$defs[property.$ref?.split('/').pop()]?.description;
      if (!described && property.const !== true) undescribed.push(`${at}.${name}`);
    }
    for (const [name, inner] of Object.entries(schema)) {
      const isCondition = ['if', 'then', 'else', 'contains'].includes(name);
      if (inner && typeof inner === 'object' && !isCondition) visit(inner, `${at}.${name}`);
    }
  };
  visit(byteSchema, 'byte');
  assert.deepEqual(undescribed, []);
});

// Copies of `document`, each with one change: a value replaced by another, a field left out, or a field added.
function* changed(document) {
  const replacements = [null, true, false, 0, -1, 2.5, 5, 1e9, '', ' ', 'x', 'a b', 'É', '{{a}}', '\\{{a}}', '\u0007',
    '../x', 'http://example.org', 'single', 'check', [], [''], ['x'], [null], [{ text: 'x' }], [{ text: '' }], {},
    { text: 'x' }, { id: 'x' }];
  const added = ['titel', 'src', 'alt', 'decorative', 'style', 'language', 'fallback', 'correct', 'note', 'x-a', 'X-a'];
  const at = (copy, place) => place.reduce((value, key) => value[key], copy);
  const places = [];
  const collect = (value, place) => {
    if (place.some((key) => key === 'note' || String(key).startsWith('x-'))) return;
    places.push(place);
    if (value && typeof value === 'object') for (const key of Object.keys(value)) collect(value[key], [...place, key]);
  };
  collect(document, []);
  for (const place of places.slice(1)) {
    const key = place.at(-1);
    const edit = (change) => {
      const copy = structuredClone(document);
      change(at(copy, place.slice(0, -1)));
      return copy;
    };
    for (const replacement of replacements) yield edit((parent) => (parent[key] = replacement));
    yield edit((parent) => (Array.isArray(parent) ? parent.splice(key, 1) : delete parent[key]));
  }
  for (const place of places) {
    const value = at(document, place);
    if (!value || typeof value !== 'object' || Array.isArray(value)) continue;
    for (const name of added) {
      if (name in value) continue;
      const copy = structuredClone(document);
      at(copy, place)[name] = 'x';
      yield copy;
    }
  }
}

test('both judge alike whatever is changed in a valid Byte', async () => {
  const document = JSON.parse(await readFile(path.join(data, 'valid/full.json'), 'utf8'));
  const copies = [...changed(document)];
  const beside = (await readdir(path.join(data, 'valid'))).filter((name) => !name.endsWith('.json'));
  const texts = copies.map((copy) => JSON.stringify(copy));
  const files = await Promise.all(
    texts.map(async (text, index) => {
      const folder = path.join(scratch, String(index), 'full');
      await mkdir(folder, { recursive: true });
      for (const name of beside) await symlink(path.join(data, 'valid', name), path.join(folder, name));
      await writeFile(path.join(folder, 'byte.json'), text);
      return path.join(folder, 'byte.json');
    }),
  );
  const errors = new Map();
  for (let begin = 0; begin < files.length; begin += 200) {
    for (const [file, codes] of await errorsOf(files.slice(begin, begin + 200))) errors.set(file, codes);
  }
  const disagreements = [];
  let refused = 0;
  files.forEach((file, index) => {
    const codes = [...errors.get(file)].filter((code) => !knownToTheReaderAlone.has(code) || code === 'link-unsafe');
    const valid = isByte(copies[index]);
    if (codes.length > 0) ++refused;
    if (valid !== codes.length > 0) return;
    const why = valid ? `the schema accepts ${codes}` : `the reader accepts ${ajv.errorsText(isByte.errors)}`;
    disagreements.push(`${why}: ${texts[index]}`);
  });
  assert.deepEqual(disagreements.slice(0, 5), [], `${disagreements.length} of ${files.length}`);
  assert.ok(refused > 1000 && refused < files.length, `${refused} of ${files.length}`);
});
