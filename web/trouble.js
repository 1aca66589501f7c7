// @ts-check
/**
 * Says in the page that the engine is not there, or is no longer, and leaves the page as it is, to be read.
 */
import { textOf } from './page_text.js';

/** @param {'engine-missing' | 'engine-stopped'} what  A phrase of the interface. */
export function showTrouble(what) {
  const { classList } = document.documentElement;
  classList.remove('engine');
  // The style sheet shows the answers then, and hides what only an engine can do.
  classList.add('no-engine');
  if (document.getElementById('page:trouble')) return;
  const phrases = JSON.parse(textOf('interface-data') || '{}');
  const link = document.createElement('a');
  link.href = '';
  link.textContent = phrases['engine-reload'];
  const note = document.createElement('p');
  note.id = 'page:trouble';
  note.setAttribute('role', 'alert');
  note.append(`${phrases[what]} `, link);
  document.body.append(note);
}
