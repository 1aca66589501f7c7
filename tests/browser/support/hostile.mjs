// Lessons and sites with an attacker's words in every field, and what a page is like from outside: its elements, and what it
// did that it should not.

import { readFileSync } from 'node:fs';

export const { texts, addresses, ids } = JSON.parse(readFileSync('tests/data/hostile/payloads.json', 'utf8'));

/** What stands in the same fields of the lesson that the others are compared with. */
export const harmless = { name: 'harmless', text: 'Some words' };

/** Fields whose string is a name, an address or one of a few words; the others are words for people. */
export const structural = new Set(['$schema', 'address', 'byte', 'colors', 'editions', 'formerly', 'goto', 'group', 'href', 'id', 'if', 'imprint',
  'kind', 'language', 'languages', 'level', 'needs', 'set', 'speaker', 'src', 'start', 'style', 'type', 'values']);

/** Of scenarios: when feedback comes. */
const moments = new Set(['at-once', 'at-end']);

/** Fields that may be a list of runs, in which nothing is a mark. Every second one is, so that each way is gone. */
const marked = new Set(['caption', 'credit', 'example', 'explanation', 'feedback', 'feedback-if-not-chosen', 'hints', 'items', 'lead', 'prompt',
  'transcript']);

/**
 * @param {any} value  Of a format.
 * @param {string} text
 * @returns {any} The same with `text` in every field of words.
 */
export function withText(value, text, key = '', count = { texts: 0 }) {
  if (typeof value === 'string') {
    if (structural.has(key) || moments.has(value)) return value;
    return marked.has(key) && ++count.texts % 2 ? [text] : text;
  }
  if (Array.isArray(value)) return value.map((item) => withText(item, text, key === 'text' ? '' : key, count));
  if (value === null || typeof value !== 'object' || key === 'colors') return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withText(one, text, name, count)]));
}

/** A question at the very end, to see that the page is still at work. */
const last = {
  id: 'last-of-all', title: 'Last', blocks: [{
    type: 'question', id: 'last', kind: 'single', prompt: 'Which?', explanation: 'That.',
    options: [{ id: 'that', text: 'That', correct: true, feedback: 'Yes.' }, { id: 'this', text: 'This', feedback: 'No.' }],
  }],
};

const full = JSON.parse(readFileSync('tests/data/bytes/valid/full.json', 'utf8'));
const { listed, next, editions, cost, formerly, license, ...fields } = full;

/**
 * @param {string} id
 * @param {string[]} sections  Their ids.
 */
const part = (id, sections) => ({
  ...fields, id, license: 'Free', next: [{ byte: 'full' }], sections: [...full.sections.filter((one) => sections.includes(one.id)), last],
});

const asked = ['questions', 'answers', 'own'];
const told = ['story'];
const rest = full.sections.map(({ id }) => id).filter((id) => ![...asked, ...told].includes(id));

/** Each field and each block, once: in three lessons, so that none is too long for a test. */
export const lessons = { full: { ...part('full', rest), next: [{ byte: 'asked' }] }, asked: part('asked', asked), told: part('told', told) };

/**
 * @param {'full' | 'asked' | 'told'} id
 * @param {string} text
 */
export function lessonWith(id, text) {
  const lesson = withText(lessons[id], text);
  for (const block of (lesson.sections ?? []).flatMap(({ blocks }) => blocks.flatMap((one) => [one, ...(one.questions ?? [])]))) {
    // No two pairs of a match question may go with the same, and each gap stands in its text.
    block.pairs?.forEach((pair, index) => { pair.with = `${index} ${text}`; });
    // A formula is read by a parser of its own, which tests/content/mathml_test.cpp attacks.
    if (block.mathml) block.mathml = '<math><mi>x</mi></math>';
    if (block.gaps) block.text = [text, ...block.gaps.map(({ id }) => `{{${id}}}`)].join(' ');
  }
  return lesson;
}

const siteFields = JSON.parse(readFileSync('tests/data/sites/valid/full/site.json', 'utf8'));

/** @param {string} text */
export function siteWith(text) {
  return { ...withText(siteFields, text), languages: ['en', 'es', 'ar', 'pt-BR'], imprint: { text, href: 'https://example.org/imprint' }, contact: { text, href: 'mailto:a@example.org' } };
}

/** Runs in the page, before its scripts: says on the console what nobody may do. */
export function watch() {
  Object.defineProperty(globalThis, '__ran', { set: () => console.error('RAN: an author\'s words ran as a script') });
  globalThis.__violations = [];
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, lineNumber }) => {
    globalThis.__violations.push(`${violatedDirective} ${blockedURI} ${sourceFile}:${lineNumber}`);
  });
}

/**
 * Runs in the page. The page's elements without the runs of its texts, which marks make and take, and without the canvas; of
 * the document, or of one that is written in `html`.
 * @param {string} [html]
 */
export function elementsOf(html) {
  const page = html ? new DOMParser().parseFromString(html, 'text/html') : document;
  const isRun = (element) => !element.id && element.closest('body') && ['SPAN', 'STRONG', 'EM', 'CODE', 'A'].includes(element.tagName);
  // What a page asks for when it has time for it: sooner or later.
  const isLate = (element) => element.matches('head > script[src*="engine/keep."]');
  return [...page.querySelectorAll('*')].filter((element) => !isRun(element) && !isLate(element) && element.id !== 'page:canvas').map((element) => {
    const names = html ? element.getAttributeNames().filter((name) => name !== 'lang' && name !== 'dir').join(' ') : '';
    return `${element.tagName} ${element.id} ${names}`;
  });
}

/** The first line in which two lists differ, or nothing. */
export function firstDifference(list, wanted) {
  const at = wanted.findIndex((line, index) => line !== list[index]);
  if (at >= 0) return `${at}: "${list[at]}" instead of "${wanted[at]}"`;
  return list.length > wanted.length ? `${wanted.length}: "${list[wanted.length]}" too many` : '';
}

/** Files that the lessons name. */
export const mediaFiles = ['cover.svg', 'film.ar.vtt', 'film.en.vtt', 'film.webm', 'moving.svg', 'sound.wav', 'still.svg'];
