// The examples in content/schema, as the reference shows them: one for each type of block and each kind of question.

import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../', import.meta.url));

/** How wide the examples' pictures are shown, in CSS px. */
export const pictureWidth = 370;

/** Where the pictures, films and sounds lie that examples name. */
const mediaFolders = ['content/bytes/mentor-or-sponsor', 'tests/data/bytes/valid'];

/** Every schema by its file's name: the lesson's first, then by name. */
export function readSchemas() {
  const folder = path.join(root, 'content/schema');
  const isLesson = (name) => name === 'byte.schema.json';
  const names = readdirSync(folder).filter((name) => name.endsWith('.schema.json'))
    .sort((one, other) => isLesson(other) - isLesson(one) || one.localeCompare(other));
  return new Map(names.map((name) => [name, JSON.parse(readFileSync(path.join(folder, name), 'utf8'))]));
}

const hashOf = (value) => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);

/** The definition of one type of block. */
export function blockDefinition(lesson, type) {
  const rule = lesson.$defs.block.allOf.find((one) => one.if.properties.type.const === type);
  return lesson.$defs[rule.then.$ref.replace('#/$defs/', '')];
}

/**
 * Every type of block, and in place of the question each of its kinds: `name` is what its picture is called. `blocks`
 * are its examples, `files` the scenarios that they name, which a schema has as an example, and `hash` stands for both.
 */
export function readExamples(schemas) {
  const lesson = schemas.get('byte.schema.json');
  const scenario = schemas.get('scenario.schema.json').examples?.[0];
  return lesson.$defs.block.properties.type.enum.flatMap((type) => {
    const { properties, examples = [] } = blockDefinition(lesson, type);
    const kinds = properties.kind?.enum ?? [undefined];
    return kinds.map((kind) => {
      const blocks = examples.filter((one) => one.kind === kind);
      const named = blocks.map(({ src }) => src).filter((src) => src?.endsWith('.scenario.json'));
      const files = Object.fromEntries(named.map((src) => [src, scenario]));
      return { name: kind ? `${type}-${kind}` : type, type, kind, blocks, files, hash: hashOf([blocks, files]) };
    });
  });
}

/** A section for each of the examples, under its name. */
export function lessonOf(examples) {
  return {
    format: 1, id: 'every-block', title: 'Every block', summary: 'Each type of block, once.',
    objective: 'See every block once.', language: 'en', minutes: 10, topics: ['reference'],
    sections: examples.map(({ name, blocks }) => ({ id: `show-${name}`, title: name, blocks })),
  };
}

/** Writes that lesson, and all that it names, into `content`, a content folder. */
export function writeLesson(examples, content) {
  const lesson = lessonOf(examples);
  const folder = path.join(content, 'bytes', lesson.id);
  mkdirSync(folder, { recursive: true });
  const write = (name, value) => writeFileSync(path.join(folder, name), JSON.stringify(value, null, 2));
  write('byte.json', lesson);
  for (const { files } of examples) for (const [name, value] of Object.entries(files)) write(name, value);
  const names = new Set(JSON.stringify(lesson).match(/"src":"[^":]+"/g).map((pair) => pair.slice(7, -1)));
  for (const name of names) {
    const from = mediaFolders.find((one) => readdirSync(path.join(root, one)).includes(name));
    if (from) copyFileSync(path.join(root, from, name), path.join(folder, name));
  }
  return folder;
}
