// Holds docs/reference.md, its pictures and the examples in content/schema to each other, and the examples to the
// schemas and the reader. The reader is asked through the author's tool: BYTE_TOOL, or the one that the ordinary build
// makes.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import Ajv2020 from 'ajv/dist/2020.js';
import { anchorOf, writeReference } from '../../docs/reference.mjs';
import { readExamples, readSchemas, root, writeLesson } from '../../docs/reference_examples.mjs';

const tool = process.env.BYTE_TOOL ?? path.join(root, 'build/native/byte');
const schemas = readSchemas();
const examples = readExamples(schemas);
const folder = path.join(root, 'docs/reference');
const page = readFileSync(path.join(root, 'docs/reference.md'), 'utf8');
const remake = 'make it anew: node docs/reference.mjs --pictures';

const content = mkdtempSync(path.join(tmpdir(), 'reference-'));
after(() => rmSync(content, { recursive: true, force: true }));

test('the reference says what the schemas say', () => {
  const [there, wanted] = [page, writeReference(schemas)].map((text) => text.split('\n'));
  const line = wanted.findIndex((words, index) => words !== there[index]);
  const isSame = line < 0 && there.length === wanted.length;
  const remedy = 'docs/reference.md is not what the schemas say; run: node docs/reference.mjs';
  assert.ok(isSame, `${remedy}\nIts line ${line + 1} would be: ${wanted[line]}`);
});

test('every type of block and every kind of question has an example and a picture of it', () => {
  const { $defs } = schemas.get('byte.schema.json');
  const types = $defs.block.properties.type.enum.filter((type) => type !== 'question');
  const kinds = $defs.questionBlock.properties.kind.enum;
  const wanted = [...types, ...kinds.map((kind) => `question-${kind}`)];
  assert.deepEqual(examples.map(({ name }) => name).sort(), wanted.sort());
  for (const { name, type, kind, blocks } of examples) {
    assert.equal(blocks.length, 1, `${name}: give its definition in byte.schema.json one of "examples"`);
    assert.deepEqual([blocks[0].type, blocks[0].kind], [type, kind]);
    assert.ok(existsSync(path.join(folder, `${name}.png`)), `${name} has no picture; ${remake}`);
  }
});

test('each picture is of the example as it is now', () => {
  const taken = JSON.parse(readFileSync(path.join(folder, 'pictures.json'), 'utf8'));
  for (const { name, hash } of examples) {
    assert.equal(taken[name], hash, `The picture of ${name} is of another example; ${remake}`);
  }
  const files = readdirSync(folder).filter((name) => name.endsWith('.png'));
  const wanted = examples.map(({ name }) => `${name}.png`);
  assert.deepEqual(files.sort(), wanted.sort(), `There is a picture of nothing; ${remake}`);
});

test('each picture is small', () => {
  for (const name of readdirSync(folder)) {
    const { size } = statSync(path.join(folder, name));
    assert.ok(size < 50_000, `${name}: ${size} bytes`);
  }
});

test('every example is valid by its schema', () => {
  const ajv = new Ajv2020({ strict: true, allErrors: true, strictRequired: false, strictTypes: false, strictTuples: false });
  for (const [file, schema] of schemas) ajv.addSchema(schema, file);
  let count = 0;
  const expectValid = (address, example) => {
    const validate = ajv.getSchema(address);
    assert.ok(validate(example), `${address}: ${ajv.errorsText(validate.errors)}`);
    ++count;
  };
  for (const [file, { examples: whole = [], $defs = {} }] of schemas) {
    for (const example of whole) expectValid(file, example);
    for (const [name, definition] of Object.entries($defs)) {
      for (const example of definition.examples ?? []) expectValid(`${file}#/$defs/${name}`, example);
    }
  }
  for (const { blocks } of examples) expectValid('byte.schema.json#/$defs/block', blocks[0]);
  assert.ok(count > 2 * examples.length, `${count}`);
});

test('byte check finds nothing wrong with the examples', () => {
  writeFileSync(path.join(content, 'site.json'), JSON.stringify({ format: 1, title: 'Reference', language: 'en' }));
  writeLesson(examples, content);
  for (const example of schemas.get('byte.schema.json').examples) {
    writeFileSync(path.join(content, 'bytes', `${example.id}.json`), JSON.stringify(example));
  }
  const said = execFileSync(tool, ['check', content], { encoding: 'utf8' });
  assert.match(said, /^2 lessons checked: 0 problems/m);
});

test('every heading has an anchor of its own, and every link leads to one', () => {
  // What stands in code is neither.
  const words = page.replaceAll(/```[\s\S]*?```/g, '').replaceAll(/`[^`]*`/g, '');
  const anchors = [...words.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchorOf(heading));
  assert.deepEqual(anchors.filter((anchor, index) => anchors.indexOf(anchor) !== index), []);
  const links = [...words.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor);
  assert.ok(links.length > 100, `${links.length}`);
  assert.deepEqual(links.filter((anchor) => !anchors.includes(anchor)), []);
  for (const [, file] of words.matchAll(/\]\(([a-z_-]+\.md)\)/g)) {
    assert.ok(existsSync(path.join(root, 'docs', file)), file);
  }
});
