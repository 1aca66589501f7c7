// @ts-check
/**
 * offline.html: what is kept on this device, and what can be. The page's elements stand in it as `byte build` has written
 * them; buttons, sizes and progress come from here, since they depend on the device.
 *
 * @typedef {{list: string, page?: number, translations?: number, pictures?: number, media?: number}} Listed
 * @typedef {{bytes: number, wish: import('./worker/rules.js').Wish}} Kept
 */
import { ask, keep, register, use } from './keep.js';
import { showAnswers } from './answers.js';
import { make, phrasesFrom } from './elements.js';
import { textOf } from './page_text.js';
import { serviceWorkers } from './service_workers.js';
import { makeOffer } from './update_offer.js';

/** @type {Record<string, string>} */
const phrases = JSON.parse(textOf('interface-data') || '{}');
/** @type {{id: string, bytes: string[]}[]} */
const groups = JSON.parse(textOf('offline-data') || '[]');

const phrase = phrasesFrom(phrases);

/** In units of 1000, never less than it is. @param {number} bytes */
function size(bytes) {
  const kb = Math.ceil(bytes / 1000);
  if (kb < 1000) return phrase('size-kb', { number: kb });
  if (kb >= 1_000_000) return phrase('offline-size-gb', { number: Math.ceil(kb / 1_000_000) });
  return phrase('size-mb', { number: (Math.ceil(bytes / 100_000) / 10).toLocaleString(document.documentElement.lang) });
}

/** @param {string} id */
const at = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** Said by screen readers too, so it is said seldom. @param {string} words */
function say(words) {
  at('page:said').replaceChildren(make('p', { class: 'notice' }, words));
}

/** Why nothing can be kept here at all; empty: it can. */
function obstacle() {
  if (location.protocol === 'file:') return 'offline-from-disk';
  if (document.getElementById('live:data')) return 'offline-served';
  if (!isSecureContext) return 'offline-not-secure';
  return serviceWorkers() && globalThis.caches ? '' : 'offline-no-worker';
}

/** Lessons that are kept and removed by one press: one, or all of a group. */
class Shelf {
  /** @type {DevicePage} */ #page;
  /** @type {string[]} */ #bytes;
  #isGroup;
  #isLibrary;
  #facts = make('p', { class: 'facts' });
  #state = make('p', { class: 'facts' });
  #actions = make('div', { class: 'actions' });
  #keep = /** @type {HTMLButtonElement} */ (make('button', { class: 'button', type: 'button' }));
  #remove = /** @type {HTMLButtonElement} */ (make('button', { class: 'button', type: 'button' }));
  #cancel = /** @type {HTMLButtonElement} */ (make('button', { class: 'button', type: 'button' }));
  #progress = /** @type {HTMLProgressElement} */ (make('progress', { max: '1' }));
  #count = make('p', { class: 'facts' });
  /** @type {HTMLInputElement} */ #media;
  /** @type {HTMLInputElement} */ #translations;

  /**
   * @param {DevicePage} page
   * @param {HTMLElement} place
   * @param {{bytes: string[], title: string, isGroup: boolean, isLibrary?: boolean}} parts  `title`: the id of the element that
   *   names it. `isLibrary`: it is all that the site has.
   */
  constructor(page, place, { bytes, title, isGroup, isLibrary = false }) {
    this.#page = page;
    this.#bytes = bytes;
    this.#isGroup = isGroup;
    this.#isLibrary = isLibrary;
    const sum = this.#sizes();
    const tick = (/** @type {string} */ key, /** @type {number} */ more) => {
      const box = /** @type {HTMLInputElement} */ (make('input', { type: 'checkbox' }));
      if (more > 0) place.append(make('label', { class: 'tick' }, box, phrase(key, { size: size(more) })));
      box.addEventListener('change', () => this.render());
      return box;
    };
    place.append(this.#facts, this.#state);
    this.#translations = tick(isGroup ? 'offline-group-translations' : 'offline-with-translations', sum.translations);
    this.#media = tick('offline-with-media', sum.media);
    for (const button of [this.#keep, this.#remove, this.#cancel]) button.setAttribute('aria-describedby', title);
    this.#progress.setAttribute('aria-labelledby', title);
    this.#remove.textContent = phrase(isLibrary ? 'offline-remove-all' : isGroup ? 'offline-remove-group' : 'offline-remove');
    this.#cancel.textContent = phrase('offline-cancel');
    this.#actions.append(this.#keep, this.#remove);
    place.append(this.#actions);
    const onPress = (/** @type {HTMLElement} */ button, /** @type {() => unknown} */ act) => button.addEventListener('click', () => {
      if (!page.isBusy) act();
    });
    onPress(this.#keep, () => this.#start());
    onPress(this.#remove, () => page.remove(isLibrary ? null : bytes));
  }

  #sizes() {
    const sum = { page: 0, translations: 0, pictures: 0, media: 0 };
    for (const id of this.#bytes) {
      const listed = this.#page.listed(id);
      for (const part of /** @type {(keyof typeof sum)[]} */ (Object.keys(sum))) sum[part] += listed?.[part] ?? 0;
    }
    return sum;
  }

  get #wish() {
    /** @type {import('./worker/rules.js').Wish} */
    const wish = { pages: this.#translations.checked ? 'all' : ['index.html'], pictures: true, media: this.#media.checked };
    return wish;
  }

  /** @param {string} id */
  #lacks(id) {
    const kept = this.#page.kept(id);
    const { pages, media } = this.#wish;
    return this.#page.listed(id) && (!kept || !kept.wish.pictures || (media && !kept.wish.media) ||
      (pages === 'all' && kept.wish.pages !== 'all'));
  }

  render() {
    const { page, pictures } = this.#sizes();
    const facts = [];
    if (this.#isGroup) facts.push(phrase('offline-count', { count: this.#bytes.length }));
    if (page) facts.push(phrase('offline-pages', { size: size(page) }));
    if (pictures) facts.push(phrase('offline-pictures', { size: size(pictures) }));
    this.#facts.textContent = facts.join(' · ');
    const kept = this.#bytes.filter((id) => this.#page.kept(id));
    let state = '';
    if (this.#isGroup) state = phrase('offline-kept-some', { kept: kept.length, all: this.#bytes.length });
    else if (kept.length) state = phrase('offline-kept', { size: size(this.#page.kept(kept[0])?.bytes ?? 0) });
    this.#state.textContent = state;
    const isLacking = this.#bytes.some((id) => this.#lacks(id));
    this.#keep.textContent = phrase(this.#isLibrary ? 'offline-keep-all' : this.#isGroup ? 'offline-keep-group' : kept.length ? 'offline-keep-more' : 'offline-keep');
    // Asked for first: what is hidden has no focus any more.
    const { activeElement } = document;
    this.#keep.hidden = !isLacking;
    // All that is kept, also what its site lists no more.
    this.#remove.hidden = this.#isLibrary ? !this.#page.hasKept : !kept.length;
    // Not `disabled`, which would take focus away.
    for (const button of [this.#keep, this.#remove]) button.setAttribute('aria-disabled', String(this.#page.isBusy));
    // Whoever pressed a button that is no longer of use goes on from the other one.
    if (activeElement === this.#keep && this.#keep.hidden) this.#remove.focus();
    if (activeElement === this.#remove && this.#remove.hidden) this.#keep.focus();
  }

  async #start() {
    const bytes = this.#bytes.filter((id) => this.#lacks(id));
    const wish = this.#wish;
    const all = bytes.reduce((sum, id) => {
      const { page = 0, translations = 0, pictures = 0, media = 0 } = this.#page.listed(id) ?? {};
      return sum + page + pictures + (wish.pages === 'all' ? translations : 0) + (wish.media ? media : 0);
    }, 0);
    const show = (/** @type {number} */ done) => {
      this.#progress.value = all ? Math.min(done / all, 1) : 0;
      this.#count.textContent = phrase('offline-progress', { done: size(Math.min(done, all)), all: size(all) });
    };
    show(0);
    this.#actions.after(this.#progress, this.#count);
    this.#actions.append(this.#cancel);
    const stopped = new AbortController();
    const stop = () => stopped.abort();
    this.#cancel.addEventListener('click', stop, { once: true });
    this.#cancel.focus();
    await this.#page.keep(bytes, wish, { all, show, signal: stopped.signal });
    this.#cancel.removeEventListener('click', stop);
    const hadFocus = document.activeElement === this.#cancel;
    for (const element of [this.#cancel, this.#progress, this.#count]) element.remove();
    if (hadFocus) [this.#remove, this.#keep].find(({ hidden }) => !hidden)?.focus();
  }
}

class DevicePage {
  /** @type {Record<string, Listed>} */ #listed = {};
  /** @type {Record<string, Kept>} */ #kept = {};
  /** @type {Shelf[]} */ #shelves = [];
  /** @type {ServiceWorkerRegistration | undefined} */ #registration;
  #offer = makeOffer(at('page:main'), { ready: phrase('update-ready'), use: phrase('update-use') }, use);
  isBusy = false;

  /** @param {string} id */
  listed(id) {
    return Object.hasOwn(this.#listed, id) ? this.#listed[id] : undefined;
  }

  /** @param {string} id */
  kept(id) {
    return Object.hasOwn(this.#kept, id) ? this.#kept[id] : undefined;
  }

  get hasKept() {
    return Object.keys(this.#kept).length > 0;
  }

  async start() {
    // Somebody who has kept nothing yet gets no worker by looking.
    if (await navigator.serviceWorker.getRegistration('./')) await this.#register();
    await this.#look();
    const response = await fetch('files.json');
    this.#listed = (await response.json()).bytes;
    const library = at('page:library');
    const items = new Map([...library.children].map((item) => [item.id, /** @type {HTMLElement} */ (item)]));
    for (const id of Object.keys(this.#kept)) {
      const item = items.get(id) ?? make('li', { class: 'card library-item', id }, make('h3', { id: `${id}:title` },
        make('a', { href: `bytes/${encodeURIComponent(id)}/index.html` }, id)));
      items.set(id, item);
    }
    // What is here comes first.
    const ordered = [...items].sort(([one], [other]) => Number(Boolean(this.kept(other))) - Number(Boolean(this.kept(one))));
    for (const { id, bytes } of groups) {
      this.#shelves.push(new Shelf(this, at(`group:${id}`), { bytes, title: `group:${id}-title`, isGroup: true, isLibrary: id === 'library' }));
    }
    for (const [id, item] of ordered) {
      library.append(item);
      this.#shelves.push(new Shelf(this, item, { bytes: [id], title: `${id}:title`, isGroup: false }));
    }
    this.#render();
  }

  async #register() {
    this.#registration ??= await register('./', this.#offer);
    return this.#registration;
  }

  async #look() {
    const worker = this.#registration?.active;
    if (worker) await ask(worker, { type: 'kept' }, ({ kept }) => { this.#kept = kept ?? {}; });
    /** @type {StorageEstimate} */
    const { usage, quota } = await navigator.storage?.estimate?.().catch(() => ({})) ?? {};
    at('page:space').textContent = usage === undefined || !quota ? '' : phrase('offline-space', { used: size(usage), all: size(quota) });
  }

  #render() {
    for (const shelf of this.#shelves) shelf.render();
  }

  /**
   * @param {() => Promise<string>} work  What is said when it is done.
   */
  async #run(work) {
    this.isBusy = true;
    this.#render();
    try {
      say(await work());
    } catch (error) {
      const reason = `offline-${/** @type {any} */ (error)?.reason}`;
      say(phrase(reason in phrases ? reason : 'offline-full'));
    }
    await this.#look().catch(() => {});
    this.isBusy = false;
    this.#render();
  }

  /**
   * @param {string[]} bytes
   * @param {import('./worker/rules.js').Wish} wish
   * @param {{all: number, show: (done: number) => void, signal: AbortSignal}} parts
   */
  keep(bytes, wish, { all, show, signal }) {
    // Else a browser that runs short of room may take it away again. It may ask the learner, who need not answer.
    navigator.storage?.persist?.().catch(() => {});
    return this.#run(async () => {
      say(phrase('offline-started'));
      const registration = await this.#register();
      let done = 0;
      let isHalfSaid = false;
      // One after the other, and each by itself: what is here stays here, whatever becomes of the next.
      for (const byte of bytes) {
        if (signal.aborted) break;
        const key = `${byte} ${Math.random()}`;
        const stop = () => registration.active?.postMessage({ type: 'stop', key });
        signal.addEventListener('abort', stop);
        await keep(registration, { byte, wish, key }, ({ bytes: more = 0 }) => {
          done += more;
          show(done);
          if (!isHalfSaid && bytes.length > 1 && done * 2 > all) {
            isHalfSaid = true;
            say(phrase('offline-half'));
          }
        });
        signal.removeEventListener('abort', stop);
      }
      return phrase(signal.aborted ? 'offline-stopped' : 'offline-done');
    });
  }

  /** @param {string[] | null} bytes */
  remove(bytes) {
    return this.#run(async () => {
      const { active } = await this.#register();
      if (active) await ask(active, { type: 'remove', bytes });
      return phrase('offline-removed');
    });
  }
}

/** What the learner wanted, when the worker has led here instead. */
function sayWhatIsMissing() {
  const wanted = new URLSearchParams(location.search).get('wanted');
  if (wanted === null) return;
  say(phrase('offline-no-network'));
  const url = new URL(wanted.split('/').map(encodeURIComponent).join('/'), new URL('./', location.href));
  // The address may say anything; only a page of this site is offered.
  if (!url.href.startsWith(new URL('./', location.href).href)) return;
  at('page:said').append(make('p', {}, make('a', { href: url.href }, phrase('offline-try'))));
}

/** What the learner did, kept on this device apart from the lessons. */
function showWhatWasDone() {
  const words = Object.fromEntries(Object.entries(phrases).map(([key, value]) => [key.replace(/^device-/, ''), value]));
  const place = make('div');
  at('page:answers').append(place);
  return showAnswers(place, /** @type {import('./answers.js').Phrases} */ (words), new URL('./', location.href).pathname);
}

at('page:without-script').remove();
showWhatWasDone();
const reason = obstacle();
if (reason) {
  say(phrase(reason));
} else {
  sayWhatIsMissing();
  new DevicePage().start().catch((error) => {
    console.warn(error);
    say(phrase(error.reason === undefined || error.reason === 'network' ? 'offline-network' : 'offline-full'));
  });
}
