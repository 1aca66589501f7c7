// Writes docs/reference.md, the authors' reference, from content/schema: node docs/reference.mjs
// With --pictures it also photographs the schema's examples into docs/reference/; that needs Chromium and a built
// player.

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { blockDefinition, pictureWidth, readExamples, readSchemas, root } from './reference_examples.mjs';

const kLesson = 'byte.schema.json';

/** What a definition is called where its own name is not a word that an author knows. */
const names = {
  letters: 'Plain text', text: 'Marked text', run: 'Run', id: 'Id', language: 'Language tag', file: 'File name',
  bytes: 'Size', fileObject: 'File', track: 'Captions', nodeName: 'Name of a scene', node: 'Scene',
  nodeBlock: 'Block in a scene', nextByte: 'Next Byte', roadmapByte: 'Lesson of a roadmap', castMember: 'Member of the cast', href: 'Address',
  color: 'Colour', gappedText: 'Text with gaps', gappedRun: 'Run with gaps', gapRun: 'Gap among runs',
  gapOption: 'Answer of a gap', bankQuestion: 'Question of a bank',
  accordionItem: 'Item of an accordion', card: 'Flashcard', field: 'Field of a worksheet',
  fieldOption: 'Answer of a field',
};

/** Definitions that are only parts of others. */
function isInner(name) {
  return ['note', 'free', 'clean', 'gappedClean', 'questionRules', 'block'].includes(name) || (name.endsWith('Block') && name !== 'nodeBlock');
}

const spaced = (name) => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
const headingOf = (name) => names[name] ?? large(spaced(name));
const code = (value) => `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;

/** A schema's conditions, its own and those of what it refers to. */
function rulesOf(schema, lesson) {
  const isOfQuestions = schema.$ref?.endsWith('/questionRules');
  return [...(schema.allOf ?? []), ...(isOfQuestions ? lesson.$defs.questionRules.allOf : [])];
}

/** Words as a sentence lists them: "one, two and three". */
function listed(parts, last = 'and') {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${last} ${parts.at(-1)}`;
}

/** The anchor that a heading gets on GitHub and in most other places. */
export const anchorOf = (heading) => heading.toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, '').replaceAll(' ', '-');
const linkTo = (heading, words = heading) => `[${words}](#${anchorOf(heading)})`;
const small = (words) => words.replace(/^./, (letter) => letter.toLowerCase());
const large = (words) => words.replace(/^./, (letter) => letter.toUpperCase());

/** More than one of what a heading names: "Member of the cast" becomes "members of the cast". */
const several = (heading) => /text$|s$/.test(heading) ? small(heading) : small(heading).replace(/ (of|in) |$/, 's$&').replace(/([^aeiou])ys/, '$1ies');

/** A description's letters as they are: what looks like a mark is an example of one. Pages beside this are linked. */
function plain(text = '') {
  return text.replace(/[\\`*[\]<|]|^[#>+-]/g, '\\$&').replace(/\bdocs\/([a-z_-]+\.md)/g, '[docs/$1]($1)');
}

/** JSON as a person would lay it out: what fits into a line stands in one. */
export function layOut(value, indent = 0, before = 0) {
  const inOneLine = (part) => {
    if (Array.isArray(part)) return part.length ? `[${part.map(inOneLine).join(', ')}]` : '[]';
    if (!part || typeof part !== 'object') return JSON.stringify(part);
    const fields = Object.entries(part).map(([name, inner]) => `${JSON.stringify(name)}: ${inOneLine(inner)}`);
    return fields.length ? `{ ${fields.join(', ')} }` : '{}';
  };
  const line = inOneLine(value);
  if (indent + before + line.length <= 100 || !value || typeof value !== 'object') return line;
  const pad = ' '.repeat(indent + 2);
  const lines = Array.isArray(value)
    ? value.map((inner) => pad + layOut(inner, indent + 2))
    : Object.entries(value).map(([name, inner]) =>
      `${pad}${JSON.stringify(name)}: ${layOut(inner, indent + 2, name.length + 4)}`);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open}\n${lines.join(',\n')}\n${' '.repeat(indent)}${close}`;
}

class Reference {
  #schemas;
  #examples;
  #lines = [];
  #contents = [];
  /** Definitions that have their place, by file and name. */
  #written = new Set();

  constructor(schemas, examples) {
    this.#schemas = schemas;
    this.#examples = examples;
  }

  /** What a reference means in a file: the schema, its file, and its name if it is a definition. */
  #find(reference, file) {
    const [elsewhere, pointer] = reference.split('#');
    const from = elsewhere || file;
    const keys = pointer.split('/').slice(1);
    const schema = keys.reduce((part, key) => part[key], this.#schemas.get(from));
    const name = keys[0] === '$defs' ? keys[1] : null;
    // The site's schema stands alone, with definitions of the lesson's in it.
    const isCopy = name && JSON.stringify(this.#schemas.get(kLesson).$defs[name]) === JSON.stringify(schema);
    return { schema, file: isCopy ? kLesson : from, name };
  }

  /** A definition's heading; one whose name is a definition of the lesson's too says whose it is. */
  #headingOf(name, file) {
    const isTaken = file !== kLesson && name in this.#schemas.get(kLesson).$defs;
    return headingOf(name) + (isTaken ? ` of ${small(this.#fileHeading(file))}` : '');
  }

  #say(...lines) {
    this.#lines.push(...lines, '');
  }

  #head(level, heading, isInContents = level < 4) {
    if (isInContents) this.#contents.push([level, heading]);
    this.#say(`${'#'.repeat(level)} ${heading}`);
  }

  /** What may stand in a field, in few words. */
  #valueOf(schema, file, word = small) {
    if ('const' in schema) return schema.const === '' ? 'nothing (`""`)' : code(schema.const);
    if (schema.enum) return schema.enum.map(code).join(', ');
    if (schema.$ref) {
      const { schema: target, file: from, name } = this.#find(schema.$ref, file);
      if (name === 'block') return linkTo('Blocks', word('Block'));
      if (name && !isInner(name)) return linkTo(this.#headingOf(name, from), word(headingOf(name)));
      return this.#valueOf(target, from, word);
    }
    if (schema.anyOf) return [...new Set(schema.anyOf.map((one) => this.#valueOf(one, file, word)))].join(' or ');
    const { type, minimum, maximum, minItems = 0, maxItems, items } = schema;
    if (Array.isArray(type)) return type.map((one) => this.#valueOf({ type: one }, file)).join(', ');
    switch (type) {
      case 'boolean': return '`true` or `false`';
      case 'number': return minimum === undefined ? 'number' : `number, ${minimum} to ${maximum}`;
      case 'integer': return minimum === undefined ? 'whole number' : `whole number, ${minimum} to ${maximum}`;
      case 'string': return 'text';
      case 'array': {
        const most = maxItems ? `up to ${maxItems} ` : '';
        const count = minItems === maxItems ? `${minItems} ` : minItems > 1 ? `${minItems} or more ` : most;
        const inner = items.properties && !items.$ref ? 'objects' : this.#valueOf(items, file, several);
        const needed = items.required && items.$ref ? `, each with ${listed(items.required.map(code))}` : '';
        return `${word === several ? 'lists' : 'list'} of ${count}${inner}${needed}`;
      }
      case 'object': {
        const { additionalProperties: named } = schema;
        return named ? `${this.#valueOf(named, file, several)} by name` : 'object';
      }
      default: return 'anything';
    }
  }

  /** When each field is needed: by name, in words. */
  #needs(schema) {
    const needs = new Map((schema.required ?? []).map((name) => [name, 'yes']));
    const conditionIn = ({ properties = {}, required = [] }) => {
      const parts = Object.entries(properties).map(([name, value]) =>
        `${code(name)} is ${listed((value.enum ?? [value.const]).map(code), 'or')}`);
      return parts.length ? listed(parts) : `there is ${listed(required.map(code))}`;
    };
    // By name, all the kinds that need it.
    const kinds = new Map();
    for (const rule of [schema, ...rulesOf(schema, this.#schemas.get(kLesson))]) {
      if (!rule.if || rule.if.not) continue;
      const { kind } = rule.if.properties ?? {};
      for (const name of kind ? rule.then?.required ?? [] : []) {
        kinds.set(name, [...(kinds.get(name) ?? []), ...(kind.enum ?? [kind.const])]);
      }
      const condition = conditionIn(rule.if);
      for (const name of rule.then?.required ?? []) needs.set(name, `if ${condition}`);
      for (const name of rule.else?.required ?? []) needs.set(name, `unless ${condition}`);
    }
    for (const [name, all] of kinds) needs.set(name, `if \`kind\` is ${listed(all.map(code), 'or')}`);
    const choices = (schema.oneOf ?? []).flatMap(({ required = [] }) => required);
    for (const name of choices) {
      const others = choices.filter((one) => one !== name);
      needs.set(name, `unless there is ${listed(others.map(code), 'or')}`);
    }
    return needs;
  }

  /** A row for each field, and below it a row for each field of an object that stands only there. */
  #rowsOf(schema, file, isLeftOut = () => false, before = '') {
    const needs = this.#needs(schema);
    const elsewhere = new Map();
    const rows = [];
    for (const [name, field] of Object.entries(schema.properties ?? {})) {
      if (field.$ref?.endsWith('/$defs/note') || isLeftOut(name, field)) continue;
      const borrowed = field.$ref?.match(/^(.*)#\/(?:\$defs\/questionBlock\/)?properties\//)?.[1];
      if (borrowed !== undefined) {
        elsewhere.set(borrowed, [...(elsewhere.get(borrowed) ?? []), name]);
        continue;
      }
      const description = field.description ?? (field.$ref && this.#find(field.$ref, file).schema.description);
      rows.push([code(before + name), this.#valueOf(field, file), needs.get(name) ?? '', plain(description)]);
      const inner = field.items ?? field;
      if (!inner.properties || inner.$ref) continue;
      rows.push(...this.#rowsOf(inner, file, isLeftOut, `${before}${name}${field.items ? '[]' : ''}.`));
    }
    for (const [from, fields] of elsewhere) {
      if (from === '') {
        const needed = listed(fields.filter((name) => needs.get(name) === 'yes').map(code));
        const where = `as in a ${linkTo('question')}`;
        rows.push([fields.map(code).join(', '), where, `${needed}: yes; others as their \`kind\` needs`, '']);
        continue;
      }
      const needed = fields.filter((name) => needs.has(name));
      const condition = needed.length ? `${listed(needed.map(code))}: ${needs.get(needed[0])}` : '';
      rows.push([
        fields.map(code).join(', '), `as in ${this.#linkToFile(from)}`, condition,
        'They stand here or in a file of their own.',
      ]);
    }
    return rows;
  }

  #table(rows) {
    if (!rows.length) return;
    const lines = rows.map((row) => `| ${row.join(' | ')} |`);
    this.#say('| field | value | needed | what it is |', '|---|---|---|---|', ...lines);
  }

  #fileHeading(file) {
    const { title } = this.#schemas.get(file);
    return `The ${file === kLesson ? title : title.toLowerCase()}`;
  }

  #linkToFile(file) {
    const heading = this.#fileHeading(file);
    return linkTo(heading, small(heading));
  }

  #show(example, name) {
    this.#say('```json', layOut(example), '```');
    if (!name) return;
    this.#say(`<img src="reference/${name}.png" width="${pictureWidth}" alt="The example as learners see it.">`);
  }

  /** A definition under a heading of its own. */
  #definition(name, schema, file, level) {
    this.#head(level, this.#headingOf(name, file));
    let { description } = schema;
    const { $ref } = schema;
    // What the definition adds to is part of what there is to know.
    const base = $ref && this.#find($ref, file);
    if (base && isInner(base.name) && base.name !== 'block') description += ` ${base.schema.description}`;
    this.#say(plain(description));
    const parts = [schema, ...(schema.anyOf ?? []), schema.then ?? {}];
    const objects = parts.filter(({ properties }) => properties);
    for (const one of objects) this.#table(this.#rowsOf(one, file));
    if (!objects.length && schema.anyOf) this.#say(`In JSON: ${this.#valueOf(schema, file)}.`);
    for (const example of schema.examples ?? []) this.#show(example);
  }

  /** The definitions that a schema refers to, in the order of its fields; those of conditions too. */
  #referred(schema, file, seen = new Map()) {
    for (const [key, inner] of Object.entries(schema)) {
      if (key === 'examples') continue;
      if (key === '$ref') {
        const found = this.#find(inner, file);
        if (found.name && !isInner(found.name)) seen.set(`${found.file} ${found.name}`, found);
      } else if (inner && typeof inner === 'object') {
        this.#referred(inner, file, seen);
      }
    }
    return seen;
  }

  /** How many other definitions, or files, refer to one. */
  #usersOf(wanted) {
    let users = 0;
    for (const [file, { $defs = {}, ...top }] of this.#schemas) {
      const others = Object.entries($defs).filter(([name]) => `${file} ${name}` !== wanted).map(([, one]) => one);
      for (const part of [top, ...others]) {
        if (this.#referred(part, file).has(wanted)) ++users;
      }
    }
    return users;
  }

  /** The definitions that nothing else refers to, right behind what does. */
  #ownDefinitions(schema, file, level) {
    for (const [key, { name, schema: definition, file: from }] of this.#referred(schema, file)) {
      const isShared = file === kLesson && this.#usersOf(key) > 1;
      if (this.#written.has(key) || from !== file || isShared) continue;
      this.#written.add(key);
      this.#definition(name, definition, from, level);
      this.#ownDefinitions(definition, from, level);
    }
  }

  #block(type, common) {
    const lesson = this.#schemas.get(kLesson);
    const schema = blockDefinition(lesson, type);
    const examples = this.#examples.filter((one) => one.type === type);
    this.#head(3, type);
    this.#say(plain(schema.description));
    const isSame = (name, field) => JSON.stringify(common[name]) === JSON.stringify(field);
    const isCommon = (name, field) => name === 'type' || (isSame(name, field) && !schema.required.includes(name));
    this.#table(this.#rowsOf(schema, kLesson, isCommon));
    const missing = Object.keys(common).filter((name) => !(name in schema.properties));
    if (missing.length) this.#say(`It has no ${listed(missing.map(code), 'and no')}.`);
    for (const { name, kind, blocks, files } of examples) {
      if (kind) this.#kind(schema, kind);
      blocks.forEach((example, index) => this.#show(example, index === 0 ? name : null));
      for (const file of Object.keys(files)) {
        this.#say(`The file ${code(file)} is the example of ${this.#linkToFile('scenario.schema.json')}.`);
      }
    }
    this.#ownDefinitions(schema, kLesson, 4);
  }

  /** One kind of question: its part of the description, and what its conditions ask for. */
  #kind(schema, kind) {
    this.#head(4, kind, true);
    const { description, enum: kinds } = schema.properties.kind;
    const ownWords = new RegExp(`(?:^| )${kind}: (.+?)(?= (?:${kinds.join('|')}): |$)`);
    const [, words] = description.match(ownWords) ?? [];
    if (!words) throw new Error(`The description of "kind" says nothing of "${kind}: ".`);
    this.#say(plain(large(words)));
    const rules = rulesOf(schema, this.#schemas.get(kLesson)).filter(({ if: { not } }) => !not);
    const kindsOf = ({ if: { properties } }) => properties.kind.enum ?? [properties.kind.const];
    const parts = rules.filter((rule) => kindsOf(rule).includes(kind)).map(({ then }) => then);
    // Fields that other kinds do without are worth a word where they belong.
    const refused = ({ properties = {} } = {}) =>
      Object.entries(properties).filter(([, value]) => value === false).map(([name]) => name);
    const optionOf = ({ properties }) => properties.options?.items;
    const everywhere = (find) => [...new Set(rules.map(({ then }) => then).flatMap((then) => refused(find(then))))];
    const own = (find) => {
      const without = parts.flatMap((then) => refused(find(then)));
      return everywhere(find).filter((name) => !without.includes(name));
    };
    const needed = parts.flatMap(({ required = [] }) => required);
    const neededInOption = parts.flatMap((then) => optionOf(then)?.required ?? []);
    const may = own((then) => then).filter((name) => !needed.includes(name) && name !== 'options');
    const hasOptions = needed.includes('options');
    const mayInOption = hasOptions ? own(optionOf).filter((name) => !neededInOption.includes(name)) : [];
    const sentences = [
      needed.length && `it needs ${listed(needed.map(code))}`,
      may.length && `it may have ${listed(may.map(code))}`,
      neededInOption.length && `each option needs ${listed(neededInOption.map(code))}`,
      mayInOption.length && `an option may have ${listed(mayInOption.map(code))}`,
    ].filter(Boolean).join('; ');
    if (sentences) this.#say(`${large(sentences)}.`);
  }

  write() {
    const lesson = this.#schemas.get(kLesson);
    const top = (file) => {
      const schema = this.#schemas.get(file);
      this.#head(2, this.#fileHeading(file));
      this.#say(plain(schema.description));
      this.#table(this.#rowsOf(schema, file));
      for (const example of schema.examples ?? []) this.#show(example);
      const { $defs, ...own } = schema;
      return own;
    };
    const fields = top(kLesson);
    this.#written.add(`${kLesson} section`);
    this.#ownDefinitions(fields, kLesson, 3);
    this.#definition('section', lesson.$defs.section, kLesson, 2);

    this.#head(2, 'Blocks');
    // What a paragraph has beside its text, every block has.
    const { type: _, text: __, note: ___, ...common } = lesson.$defs.textBlock.properties;
    this.#say('Every block has its `type`, and may have these:');
    this.#table(this.#rowsOf({ properties: common }, kLesson));
    for (const type of lesson.$defs.block.properties.type.enum) this.#block(type, common);

    for (const file of this.#schemas.keys()) {
      if (file !== kLesson) this.#ownDefinitions(top(file), file, 3);
    }

    this.#head(2, 'What fields hold');
    for (const [name, schema] of Object.entries(lesson.$defs)) {
      if (!isInner(name) && !this.#written.has(`${kLesson} ${name}`)) this.#definition(name, schema, kLesson, 3);
    }

    const contents = this.#contents.map(([level, heading]) => `${'  '.repeat(level - 2)}* ${linkTo(heading)}`);
    return [
      '# Everything that a lesson can hold', '',
      'Each field of a lesson, and each type of block with an example and how it looks. A lesson whose `$schema` names '
        + 'its schema gets the same in an editor such as VS Code, while it is written; `byte check` says what is wrong '
        + 'in it, and where. This page is made from `content/schema` by `node docs/reference.mjs`.', '',
      'Any object can have a `note`, and fields whose names begin with `x-`: for yourself, anything you like. A name '
        + 'that is not in these tables is taken for a mistake.', '',
      ...contents, '', ...this.#lines,
    ].join('\n').trimEnd() + '\n';
  }
}

/** The whole page. */
export function writeReference(schemas = readSchemas()) {
  return new Reference(schemas, readExamples(schemas)).write();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--pictures')) {
    const { takePictures } = await import('./reference_pictures.mjs');
    await takePictures(readExamples(readSchemas()));
  }
  writeFileSync(path.join(root, 'docs/reference.md'), writeReference());
}
