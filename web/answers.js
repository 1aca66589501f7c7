// @ts-check
/**
 * "On this device": how much is kept here, the file of it, and its removal. For a page of the site that has no lesson.
 */
import { download, openAnswers, writeAnswers } from './answer_file.js';
import { phrasesFrom } from './elements.js';
import { addUnlessThere, answerOf, completionOf, keptNote, openDatabase, wasUsed } from './store.js';

/** From so many answers on it is worth saying that a file of them outlives the browser's memory. */
const kWorthAFile = 10;

/**
 * The words, by these keys; `{count}` and such stand for numbers. The interface has them as `device-…`.
 * @typedef {Record<'nothing' | 'kept' | 'advice' | 'download' | 'open' | 'remove' | 'remove-sure' |
 *   'remove-yes' | 'remove-no' | 'removed' | 'aside' | 'aside-download' | 'safe' | 'unsafe' | 'ask' | 'refused' | 'emptied' |
 *   'unavailable' | 'opened' | 'opened-none' | 'opened-passed' | 'failed' | 'full', string>} Phrases
 */

class Page {
  /** @type {(key: keyof Phrases, values?: Record<string, string | number>) => string} */ #phrase;
  #name;
  /** Regions that are announced stand from the start. */
  #facts = document.createElement('div');
  #actions = document.createElement('div');
  #said = document.createElement('div');
  #asking = document.createElement('div');

  /** @param {HTMLElement} section @param {Phrases} phrases @param {string} basePath */
  constructor(section, phrases, basePath) {
    this.#phrase = phrasesFrom(phrases);
    this.#name = `byte-player ${basePath}`;
    this.#facts.className = 'answers-facts';
    this.#actions.className = 'actions';
    this.#said.className = 'notices';
    this.#said.setAttribute('role', 'status');
    this.#asking.className = 'asking';
    this.#asking.setAttribute('role', 'status');
    section.replaceChildren(this.#facts, this.#actions, this.#asking, this.#said);
  }

  /** @param {HTMLElement} place @param {string} words */
  #add(place, words, className = '') {
    const paragraph = document.createElement('p');
    paragraph.className = className;
    paragraph.textContent = words;
    place.append(paragraph);
  }

  /** @param {keyof Phrases} key @param {Record<string, string | number>} values */
  #say(key, values = {}) {
    this.#add(this.#said, this.#phrase(key, values), 'notice');
  }

  /**
   * @param {HTMLElement} place
   * @param {keyof Phrases} key
   * @param {() => unknown} press
   */
  #button(place, key, press, className = 'button') {
    const button = document.createElement('button');
    button.type = 'button';
    button.id = `answers:${key}`;
    button.className = className;
    button.textContent = this.#phrase(key);
    button.addEventListener('click', async () => {
      this.#said.replaceChildren();
      try {
        await press();
      } catch (error) {
        this.#fail(/** @type {Error} */ (error));
      }
    });
    place.append(button);
    return button;
  }

  /** @param {Error} error */
  #fail({ name, message }) {
    this.#say(name === 'QuotaExceededError' ? 'full' : 'failed', { reason: message || name });
  }

  /**
   * @template T
   * @param {IDBTransactionMode} mode
   * @param {(events: IDBObjectStore, aside: IDBObjectStore, device: IDBObjectStore) => T} work
   * @returns {Promise<Awaited<T>>}
   */
  async #transact(mode, work) {
    const { database } = await openDatabase(this.#name);
    try {
      const transaction = database.transaction(['events', 'set_aside', 'device'], mode);
      const [result] = await Promise.all([
        work(transaction.objectStore('events'), transaction.objectStore('set_aside'), transaction.objectStore('device')),
        completionOf(transaction)]);
      return result;
    } finally {
      // Held open, it would stand in the way of whoever wants to delete it.
      database.close();
    }
  }

  #read() {
    return this.#transact('readonly', async (events, aside) => ({
      /** @type {any[]} */ events: await answerOf(events.getAll()),
      /** @type {any[]} */ aside: await answerOf(aside.getAll()),
    }));
  }

  async show() {
    let kept;
    try {
      kept = await this.#read();
    } catch (error) {
      this.#facts.replaceChildren();
      this.#actions.replaceChildren();
      const { name, message } = /** @type {Error} */ (error);
      this.#add(this.#facts, this.#phrase('unavailable', { reason: message || name }));
      return;
    }
    const focused = document.activeElement?.id;
    const { events, aside } = kept;
    // How far somebody is follows from the rest.
    const answers = events.filter(({ kind }) => kind !== 'forgot' && kind !== 'reached');
    const lessons = new Set(answers.map(({ byte }) => byte));
    const isPersisted = await navigator.storage?.persisted?.().catch(() => false) ?? false;
    this.#facts.replaceChildren();
    this.#actions.replaceChildren();
    if (answers.length) {
      this.#add(this.#facts, this.#phrase('kept', { lessons: lessons.size, count: answers.length }));
      this.#add(this.#facts, this.#phrase(isPersisted ? 'safe' : 'unsafe'));
      if (!isPersisted && answers.length >= kWorthAFile) this.#add(this.#facts, this.#phrase('advice'), 'notice');
    } else {
      this.#add(this.#facts, this.#phrase(wasUsed(this.#name) && !events.length ? 'emptied' : 'nothing'));
    }
    if (aside.length) this.#add(this.#facts, this.#phrase('aside', { count: aside.length }));
    if (answers.length) this.#button(this.#actions, 'download', async () => download(writeAnswers((await this.#read()).events)));
    this.#button(this.#actions, 'open', () => this.#open());
    if (aside.length) {
      this.#button(this.#actions, 'aside-download', async () =>
        download(JSON.stringify((await this.#read()).aside), 'byte-player-set-aside.json'));
    }
    if (answers.length && !isPersisted && navigator.storage?.persist) {
      this.#button(this.#actions, 'ask', async () => {
        const isGranted = await navigator.storage.persist();
        await this.show();
        if (!isGranted) this.#say('refused');
      });
    }
    if (events.length || aside.length) this.#button(this.#actions, 'remove', () => this.#askToRemove());
    if (focused) document.getElementById(focused)?.focus();
  }

  async #open() {
    const file = await openAnswers();
    if (!file) return;
    await this.#transact('readwrite', async (store) => {
      for (const event of file.events) addUnlessThere(store, event);
    });
    // Tabs that show a lesson take them in.
    this.#tell(file.events);
    await this.show();
    if (file.events.length) this.#say('opened', { count: file.events.length });
    else this.#say('opened-none');
    if (file.passed) this.#say('opened-passed', { count: file.passed });
  }

  #askToRemove() {
    this.#asking.replaceChildren();
    this.#add(this.#asking, this.#phrase('remove-sure'), 'notice');
    const choice = document.createElement('div');
    choice.className = 'actions';
    this.#button(choice, 'remove-yes', () => this.#remove(), 'button primary');
    const no = this.#button(choice, 'remove-no', () => {
      this.#asking.replaceChildren();
      document.getElementById('answers:remove')?.focus();
    });
    this.#asking.append(choice);
    no.focus();
  }

  async #remove() {
    await this.#transact('readwrite', (...stores) => {
      for (const store of stores) store.clear();
    });
    try {
      localStorage.removeItem(keptNote(this.#name));
    } catch {
      // It only says that there was something once.
    }
    this.#tell('removed');
    this.#asking.replaceChildren();
    await this.show();
    this.#say('removed');
    document.getElementById('answers:open')?.focus();
  }

  /** @param {unknown} news */
  #tell(news) {
    try {
      const channel = new BroadcastChannel(this.#name);
      channel.postMessage(news);
      channel.close();
    } catch {
      // They see it when they are loaded again.
    }
  }
}

/**
 * @param {HTMLElement} section  What is in it is replaced.
 * @param {Phrases} phrases
 * @param {string} basePath  The site's, as lessons' pages have it: new URL(site, location.href).pathname.
 */
export function showAnswers(section, phrases, basePath) {
  return new Page(section, phrases, basePath).show();
}
