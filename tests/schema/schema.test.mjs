// Holds content/schema and the engine's reader to each other, in both directions: whatever one refuses the other
// refuses too, apart from what JSON Schema cannot say. The reader is asked through the author's tool: BYTE_TOOL, or the
// one that the ordinary build makes.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const tool = process.env.BYTE_TOOL ?? path.join(root, 'build/native/byte');
const data = path.join(root, 'tests/data/bytes');

// The broken files that the schema accepts, and the codes of what it cannot see, and why.
const knownToTheReaderAlone = new Map([
  ['area-outside', 'a schema adds no two numbers'],
  ['bank-pick', 'a schema compares no number with a length'],
  ['captions-not-webvtt', 'a schema reads no other file'],
  ['expression-name', 'a schema reads no expressions'],
  ['expression-name-without-variables', 'a schema reads no expressions'],
  ['expression-syntax', 'a schema reads no expressions'],
  ['expression-type', 'a schema reads no expressions'],
  ['file-missing', 'a schema does not know the folder'],
  ...['gap-twice', 'gap-unknown', 'gap-unused'].map((code) => [code, 'a schema reads no text']),
  ['goto-unknown', 'a schema compares no two places'],
  ['id-duplicate', 'a schema compares no two places'],
  ['id-not-folder', 'a schema does not know the folder'],
  ['json-duplicate-key', 'a parsed document no longer shows that a name was there twice'],
  ['judgement-ragged', 'a schema compares no two lengths'],
  ['next-missing', 'a schema does not know the other folders'],
  ['sort-group-unknown', 'a schema compares no two places'],
  ['link-unsafe', 'a schema reads no Markdown'],
  // Whether a scenario goes well; the reader proves it.
  ...['node-dead-end', 'loop-without-way-out'].map((code) => [code, 'a schema follows no story']),
  ...['math-attribute', 'math-element', 'math-syntax'].map((code) => [code, 'a schema reads no MathML']),
  ['match-same', 'a schema compares no two places'],
  ['media-file-missing', 'a schema does not know the folder'],
  ['paragraphs-in-text', 'a schema reads no Markdown'],
  ['range-turned', 'a schema compares no two numbers'],
  ...['scale-reply', 'scale-reply-twice', 'scale-steps'].map((code) => [code, 'a schema compares no two numbers']),
  ['speaker-unknown', 'a schema compares no two places'],
  ['speaker-without-cast', 'a schema compares no two places'],
  ['start-outside', 'a schema compares no two places'],
  ['table-ragged', 'a schema compares no two lengths'],
  ['picture-in-text', 'a schema reads no Markdown'],
  ['roadmap-id-not-name', 'a schema does not know the file\'s name'],
  ...['roadmap-byte-twice', 'roadmap-after-unknown', 'roadmap-after-later', 'roadmap-after-circle']
    .map((code) => [code, 'a schema compares no two places']),
]);

const ajv = new Ajv2020({ strict: true, allErrors: true, strictRequired: false, strictTypes: false, strictTuples: false });
const readRoot = (file) => readFile(path.join(root, file), 'utf8');
const schemas = new Map();
for (const name of ['byte.schema.json', 'roadmap.schema.json', 'scenario.schema.json', 'site.schema.json', 'translation.schema.json']) {
  schemas.set(name, JSON.parse(await readRoot(`content/schema/${name}`)));
  // By its bare name, which is what the others call it: an editor looks for it in the same folder.
  ajv.addSchema(schemas.get(name), name);
}
const isByte = ajv.getSchema('byte.schema.json');
const isScenario = ajv.getSchema('scenario.schema.json');
const isRoadmap = ajv.getSchema('roadmap.schema.json');
const isSite = ajv.getSchema('site.schema.json');
const isTranslation = ajv.getSchema('translation.schema.json');

let scratch;
before(async () => {
  scratch = await mkdtemp(path.join(tmpdir(), 'schema-'));
});
after(() => rm(scratch, { recursive: true, force: true }));

// The codes of the errors that the reader finds in these Bytes and in the scenarios beside them, by file. Warnings and
// notes refuse nothing.
async function errorsOf(files) {
  const found = new Map(files.map((file) => [file, new Set()]));
  const { stderr } = await new Promise((resolve, reject) => {
    execFile(tool, ['check', ...files], { cwd: root, maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      if (error && error.code !== 1) reject(error);
      else resolve({ stdout, stderr });
    });
  });
  for (const line of stderr.split('\n')) {
    const file = line.match(/^(.+?\.json):(?:\d+:\d+:)? /)?.[1];
    if (!file || /: (warning|note): /.test(line)) continue;
    let code = line.match(/\[([a-z0-9-]+)\]$/)?.[1] ?? line;
    // That a variable starts outside its range, or with none of its values, goes by codes that a schema knows otherwise.
    if (/ (\S+\.)?variables\.[^ ]+\.start: .*\[(number-range|value-unknown)\]$/.test(line)) code = 'start-outside';
    if (!found.has(file)) found.set(file, new Set());
    found.get(file).add(code);
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

const isScenarioFile = (file) => file.endsWith('.scenario.json');
const bytesIn = async (folder) => (await filesIn(folder)).filter((file) => !isScenarioFile(file));
const scenariosIn = async (folder) => (await filesIn(folder)).filter(isScenarioFile);

test('both accept every valid Byte', async () => {
  const own = ['mentor-or-sponsor', 'carolinas-dilemma'].map((id) => `content/bytes/${id}/byte.json`);
  const files = [...(await bytesIn('valid')), ...(await bytesIn('doubtful')), ...own];
  const scenarios = [...(await scenariosIn('valid')), 'content/bytes/carolinas-dilemma/carolina.scenario.json'];
  const errors = await errorsOf(files);
  for (const file of [...files, ...scenarios]) {
    assert.deepEqual([...(errors.get(file) ?? [])], [], file);
    const validate = isScenarioFile(file) ? isScenario : isByte;
    const valid = validate(JSON.parse(await readRoot(file)));
    assert.ok(valid, `${file}: ${ajv.errorsText(validate.errors)}`);
  }
});

test('both refuse every broken Byte, but for what a schema cannot say', async () => {
  const files = await bytesIn('broken');
  const errors = await errorsOf(files);
  for (const file of files) {
    const name = path.basename(file, '.json');
    assert.notEqual(errors.get(file).size, 0, `the reader accepts ${file}`);
    const accepted = accepts(isByte, await readRoot(file));
    assert.equal(accepted, knownToTheReaderAlone.has(name), `the schema ${accepted ? 'accepts' : 'refuses'} ${file}`);
  }
});

test('both judge alike the scenarios beside broken Bytes', async () => {
  const errors = await errorsOf(await bytesIn('broken'));
  const files = await scenariosIn('broken');
  assert.ok(files.length > 3);
  for (const file of files) {
    const seenByBoth = [...(errors.get(file) ?? [])].filter((code) => !knownToTheReaderAlone.has(code));
    assert.equal(accepts(isScenario, await readRoot(file)), seenByBoth.length === 0, file);
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

// The broken sites that the schema accepts, and why.
const sitesKnownToTheReaderAlone = new Map([
  ...['contrast-high', 'contrast-low', 'contrast-low-dark', 'contrast-low-ground', 'contrast-without-remedy']
    .map((name) => [name, 'a schema sees no colours']),
  ['language-not-among', 'a schema compares no two places'],
  ['logo-missing', 'a schema does not know the folder'],
  ['logo-unreadable', 'a schema opens no other file'],
]);

test('both judge alike valid and broken sites', async () => {
  for (const name of ['full', 'small']) {
    const valid = isSite(JSON.parse(await readRoot(`tests/data/sites/valid/${name}/site.json`)));
    assert.ok(valid, `${name}: ${ajv.errorsText(isSite.errors)}`);
  }
  const folder = 'tests/data/sites/broken';
  const files = (await readdir(path.join(root, folder))).filter((file) => file.endsWith('.json'));
  assert.ok(files.length > 20);
  for (const file of files) {
    const accepted = accepts(isSite, await readRoot(`${folder}/${file}`));
    const isExpected = sitesKnownToTheReaderAlone.has(path.basename(file, '.json'));
    assert.equal(accepted, isExpected, `the schema ${accepted ? 'accepts' : 'refuses'} ${file}`);
  }
});

// The broken roadmaps that the schema accepts, and why.
const roadmapsKnownToTheReaderAlone = new Map([
  ...['roadmap-byte-unknown', 'roadmap-byte-unlisted'].map((name) => [name, 'a schema does not know the folder']),
  ['roadmap-id-not-name', 'a schema does not know the file\'s name'],
  ...['roadmap-byte-twice', 'roadmap-after-unknown', 'roadmap-after-later', 'roadmap-after-circle']
    .map((name) => [name, 'a schema compares no two places']),
  ['milestone-link', 'a schema reads no Markdown'],
]);

test('both judge alike valid and broken roadmaps', async () => {
  for (const name of ['first-weeks', 'small']) {
    const valid = isRoadmap(JSON.parse(await readRoot(`tests/data/roadmaps/valid/${name}.json`)));
    assert.ok(valid, `${name}: ${ajv.errorsText(isRoadmap.errors)}`);
  }
  const folder = 'tests/data/roadmaps/broken';
  const files = (await readdir(path.join(root, folder))).filter((file) => file.endsWith('.json'));
  assert.ok(files.length > 10);
  for (const file of files) {
    const accepted = accepts(isRoadmap, await readRoot(`${folder}/${file}`));
    const isExpected = roadmapsKnownToTheReaderAlone.has(path.basename(file, '.json'));
    assert.equal(accepted, isExpected, `the schema ${accepted ? 'accepts' : 'refuses'} ${file}`);
  }
});

test('every field and every block is described', () => {
  const undescribed = [];
  let fields = 0;
  const visit = (schema, at, file) => {
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      const [otherFile, pointer] = property.$ref?.split('#') ?? [];
      const referred = pointer?.split('/').slice(1).reduce((part, key) => part[key], schemas.get(otherFile || file));
      const described = property.description ?? referred?.description;
      if (!described && property.const !== true) undescribed.push(`${at}.${name}`);
      ++fields;
    }
    for (const [name, inner] of Object.entries(schema)) {
      const isCondition = ['if', 'then', 'else', 'contains', 'not'].includes(name);
      if (inner && typeof inner === 'object' && !isCondition) visit(inner, `${at}.${name}`, file);
    }
  };
  for (const [file, schema] of schemas) visit(schema, file, file);
  assert.deepEqual(undescribed, []);
  assert.ok(fields > 200, `${fields}`);
});

// The fields whose own fields are names that an author gives.
const named = ['variables', 'nodes', 'endings'];

// Copies of `document`, each with one change: a value replaced by another, a field left out, added, or renamed.
// `isLeftOut` says which places are not changed.
function* changed(document, isLeftOut = () => false) {
  const replacements = [null, true, false, 0, -1, 2.5, 5, 1e9, '', ' ', 'x', 'a b', 'É', '{{a}}', '\\{{a}}', '\u0007',
    '../x', 'http://example.org', 'single', 'check', [], [''], ['x'], [null], [{ text: 'x' }], [{ text: '' }], {},
    { text: 'x' }, { id: 'x' }];
  const added = ['titel', 'src', 'alt', 'decorative', 'style', 'language', 'fallback', 'correct', 'note', 'x-a', 'X-a'];
  const names = ['x', 'a-b', '2', '-', 'a-', 'A', 'a b', 'and', 'true', 'é', '', 'note', 'x-a'];
  const at = (copy, place) => place.reduce((value, key) => value[key], copy);
  const places = [];
  const collect = (value, place) => {
    if (place.some((key) => key === 'note' || String(key).startsWith('x-')) || isLeftOut(place)) return;
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
  for (const place of places.filter((place) => named.includes(place.at(-2)))) {
    for (const name of names) {
      const copy = structuredClone(document);
      const parent = at(copy, place.slice(0, -1));
      const entries = Object.entries(parent).map(([key, value]) => [key === place.at(-1) ? name : key, value]);
      for (const key of Object.keys(parent)) delete parent[key];
      Object.assign(parent, Object.fromEntries(entries));
      yield copy;
    }
  }
}

// The same of a Byte, section by section: a copy is as large as its section, and there are as many as all have places.
function* changedInParts({ sections, ...head }, isLeftOut) {
  yield* changed({ ...head, sections: sections.slice(0, 1) }, isLeftOut);
  const { format, id, title, language } = head;
  for (const section of sections.slice(1)) {
    const isOfHead = ([first]) => first !== undefined && first !== 'sections';
    const part = { format, id, title, language, sections: [section] };
    yield* changed(part, (place) => isOfHead(place) || isLeftOut(place));
  }
}

const translations = path.join(root, 'tests/data/translations');

test('both judge alike translations as translators leave them', async () => {
  const own = 'content/bytes/mentor-or-sponsor/byte.es.json';
  assert.ok(accepts(isTranslation, await readRoot(own)), ajv.errorsText(isTranslation.errors));
  // What they translate, and in which language, a schema does not know.
  const known = ['into-itself', 'key-twice', 'language-of-its-name', 'of-other-byte', 'stale', 'unknown-key', 'files-wrong'];
  for (const name of await readdir(path.join(translations, 'broken'))) {
    if (!name.endsWith('.json')) continue;
    const text = await readFile(path.join(translations, 'broken', name), 'utf8');
    assert.equal(accepts(isTranslation, text), known.includes(path.basename(name, '.es.json')), name);
  }
});

// Writes each copy by `place(folder, text)` beside what a valid Byte has beside it, and asks both. `place` returns the Byte
// that the reader is to check.
async function expectAgreement(copies, validate, name, place, fewest = 1000) {
  const beside = (await readdir(path.join(data, 'valid'))).filter((file) => !file.endsWith('.json'));
  await rm(path.join(scratch, name), { recursive: true, force: true });
  const folders = [];
  for (let index = 0; index < 200; ++index) {
    const folder = path.join(scratch, name, String(index), name);
    await mkdir(folder, { recursive: true });
    for (const file of beside) await symlink(path.join(data, 'valid', file), path.join(folder, file));
    folders.push(folder);
  }
  const disagreements = [];
  let refused = 0;
  for (let begin = 0; begin < copies.length; begin += folders.length) {
    const some = copies.slice(begin, begin + folders.length);
    const files = await Promise.all(some.map((copy, index) => place(folders[index], JSON.stringify(copy))));
    const errors = await errorsOf(files);
    some.forEach((copy, index) => {
      const all = [...errors].flatMap(([file, codes]) => (file.startsWith(folders[index] + path.sep) ? [...codes] : []));
      // An address is checked in runs as well, and there a schema can.
      const known = all.filter((code) => !knownToTheReaderAlone.has(code) || code === 'link-unsafe');
      const valid = validate(copy);
      if (all.length > 0) ++refused;
      if (valid ? known.length === 0 : all.length > 0) return;
      const why = valid ? `the schema accepts ${known}` : `the reader accepts ${ajv.errorsText(validate.errors)}`;
      disagreements.push(`${why}: ${JSON.stringify(copy)}`);
    });
  }
  assert.deepEqual(disagreements.slice(0, 5), [], `${disagreements.length} of ${copies.length}`);
  assert.ok(refused > fewest && refused < copies.length, `${refused} of ${copies.length}`);
}

test('both judge alike whatever is changed in a valid Byte', async () => {
  const document = JSON.parse(await readFile(path.join(data, 'valid/full.json'), 'utf8'));
  // What is inside a scenario is the same in a file of its own, whose turn comes below.
  const isInScenario = (place) => place.length > 6 && ['cast', ...named].includes(place[4]);
  await expectAgreement([...changedInParts(document, isInScenario)], isByte, 'full', async (folder, text) => {
    await writeFile(path.join(folder, 'byte.json'), text);
    return path.join(folder, 'byte.json');
  });
});

test('both judge alike whatever is changed in a valid scenario', async () => {
  const document = JSON.parse(await readFile(path.join(data, 'valid/walk.scenario.json'), 'utf8'));
  await expectAgreement([...changed(document)], isScenario, 'branching', async (folder, text) => {
    await copyFile(path.join(data, 'valid/branching.json'), path.join(folder, 'byte.json'));
    await writeFile(path.join(folder, 'walk.scenario.json'), text);
    return path.join(folder, 'byte.json');
  });
});

test('both judge alike whatever is changed in a valid roadmap', async () => {
  const document = JSON.parse(await readRoot('tests/data/roadmaps/valid/first-weeks.json'));
  await expectAgreement([...changed(document)], isRoadmap, 'roadmap', async (folder, text) => {
    const file = path.join(folder, 'roadmaps/first-weeks.json');
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
    return file;
  }, 500);
});

test('both judge alike whatever is changed in a valid translation', async () => {
  // Only keys of texts: of letters, files and addresses the schema knows less than the Byte does.
  const document = {
    $schema: '../translation.schema.json', format: 1, translates: 'full', language: 'es', name: 'Español', note: 1, 'x-a': 2,
    strings: {
      'words/title': { of: '0123456789', source: 'Words', text: '**Palabras**', note: 'Free.' },
      'marks/text': { text: ['Sí, ', { text: 'نعم', language: 'ar', strong: true, href: 'https://example.org' }] },
      'one/prompt': { source: ['Which'], text: '' },
    },
  };
  // What comes next is not beside it, and what has errors is not translated.
  const source = JSON.stringify({ ...JSON.parse(await readFile(path.join(data, 'valid/full.json'), 'utf8')), next: undefined });
  const isKeyOrName = (place) => place.length === 1 && ['translates', 'language'].includes(place[0]);
  await expectAgreement([...changed(document, isKeyOrName)], isTranslation, 'full', async (folder, text) => {
    await writeFile(path.join(folder, 'byte.json'), source);
    await writeFile(path.join(folder, 'byte.es.json'), text);
    return path.join(folder, 'byte.json');
  }, 100);
});
