// @ts-check
/**
 * What was found in a lesson, as a list for its author.
 *
 * @typedef {import('./checker.js').Problem} Problem
 * @typedef {import('../elements.js').Phrase} Phrase
 */
import { make } from '../elements.js';

/**
 * What stands in a diagnostic is part of a line; here it is a sentence.
 * @param {string} words
 */
function sentence(words) {
  const whole = words.charAt(0).toLocaleUpperCase() + words.slice(1);
  return /[.?!…]$/.test(whole) ? whole : `${whole}.`;
}

/**
 * @param {Problem} problem
 * @param {Phrase} phrase
 */
function makeProblem(problem, phrase) {
  const { severity, file, line, column, path, message, remedy, code, excerpt, pointer } = problem;
  const place = line ? phrase('problem-place', { file, line, column }) : file;
  const item = make('li', { class: `problem ${severity}` },
    make('p', { class: 'problem-words' }, make('strong', {}, phrase(`problem-${severity}`)), ` ${sentence(message)} ${remedy && sentence(remedy)}`),
    make('p', { class: 'problem-place' }, path ? `${place} · ${path}` : place, ' ', make('code', {}, code)));
  if (excerpt) {
    // Whatever scripts are in it: the line is read from left to right, as it stands in the file.
    item.append(make('pre', { class: 'problem-excerpt', dir: 'ltr', tabindex: '0' }, `${excerpt}\n`,
      make('span', { 'aria-hidden': 'true' }, pointer)));
  }
  return item;
}

/**
 * @param {Problem[]} problems
 * @param {Phrase} phrase
 * @returns {{errors: number, summary: string, list: HTMLElement}}
 */
export function makeReport(problems, phrase) {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const remarks = problems.length - errors;
  const summary = [
    errors && phrase(errors === 1 ? 'problems-one' : 'problems-many', { number: errors }),
    remarks && phrase(remarks === 1 ? 'remarks-one' : 'remarks-many', { number: remarks }),
  ].filter(Boolean).join(', ') || phrase('problems-none');
  const list = make('ol', { class: 'problems' }, ...problems.map((problem) => makeProblem(problem, phrase)));
  return { errors, summary, list };
}
