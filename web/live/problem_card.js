// @ts-check
/**
 * The card at the foot of a served page that says what is wrong with its lesson. Errors open it by themselves; remarks
 * wait behind a small button. It never takes the focus.
 *
 * @typedef {import('../author/checker.js').Problem} Problem
 * @typedef {import('../author/report.js').Phrase} Phrase
 */
import { makeReport } from '../author/report.js';
import { make } from '../elements.js';

export class ProblemCard {
  #phrase;
  #isBytePage;
  #card = make('section', { class: 'live-card', tabindex: '-1' });
  #heading = make('h2', { id: 'live:title' });
  #body = make('div', { class: 'live-body', tabindex: '0', role: 'group', 'aria-labelledby': 'live:title' });
  #opener = make('button', { type: 'button', class: 'live-opener' });
  // Both are there, empty, from the start, so that what comes into them is announced.
  #alert = make('p', { class: 'live-unseen', role: 'alert' });
  #status = make('p', { class: 'live-unseen', role: 'status' });
  /** What is shown, as text, so that the same is not said twice. */
  #shown = '[]';

  /**
   * @param {Phrase} phrase
   * @param {boolean} isBytePage  Else it is about all lessons.
   */
  constructor(phrase, isBytePage) {
    this.#phrase = phrase;
    this.#isBytePage = isBytePage;
    const close = make('button', { type: 'button', class: 'live-close' }, phrase('live-close'));
    close.addEventListener('click', () => this.#close());
    this.#opener.addEventListener('click', () => {
      this.#open();
      this.#card.focus({ preventScroll: true });
    });
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !this.#card.hidden) this.#close();
    });
    this.#card.setAttribute('aria-labelledby', 'live:title');
    this.#card.append(make('div', { class: 'live-head' }, this.#heading, close), this.#body);
    this.#card.hidden = true;
    this.#opener.hidden = true;
    const place = make('aside', { class: 'live', 'aria-label': phrase('live-label') });
    place.append(this.#alert, this.#status, this.#opener, this.#card);
    document.body.append(place);
  }

  /** @param {Problem[]} problems */
  render(problems) {
    const text = JSON.stringify(problems);
    if (text === this.#shown) return;
    const hadErrors = this.#shown.includes('"severity":"error"');
    this.#shown = text;
    const { errors, summary, list } = makeReport(problems, this.#phrase);
    this.#heading.textContent = summary;
    this.#opener.textContent = summary;
    this.#opener.classList.toggle('error', errors > 0);
    const first = problems.find(({ severity }) => severity === 'error');
    this.#alert.textContent = first ? `${summary}. ${first.message}.` : '';
    this.#status.textContent = !first && hadErrors ? this.#phrase('live-mended') : '';
    const kept = errors ? [make('p', {}, this.#phrase(this.#isBytePage ? 'live-kept' : 'live-left-out'))] : [];
    this.#body.replaceChildren(...kept, list);
    this.#body.scrollTop = 0;
    if (errors) {
      this.#open();
      return;
    }
    // Nobody who reads in it loses their place to its going.
    const hasFocus = this.#card.contains(document.activeElement);
    this.#card.hidden = true;
    this.#opener.hidden = problems.length === 0;
    if (hasFocus && !this.#opener.hidden) this.#opener.focus();
  }

  #open() {
    this.#card.hidden = false;
    this.#opener.hidden = true;
  }

  #close() {
    const hadFocus = this.#card.contains(document.activeElement);
    this.#card.hidden = true;
    this.#opener.hidden = false;
    if (hadFocus) this.#opener.focus();
  }
}
