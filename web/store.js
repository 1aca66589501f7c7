// @ts-check
/**
 * What a learner did, kept in the browser's own database. It knows ids, Bytes and devices, and nothing of what events mean.
 *
 * The database may be closed, emptied or deleted at any time, by the browser, by another tab or by the learner: each call
 * opens it again. What the page holds is put back when it is found empty.
 *
 * @typedef {{id: string, byte: string, device: string, n: number, [key: string]: unknown}} StoredEvent
 */

const kFormat = 1;

/**
 * How long the browser may take to open its database, and then to read it, before the learner goes on without. Some never
 * answer; WebKitGTK at times not while it ends the page before, which was saving.
 */
const kPatience = 4000;

const noAnswer = () => new Error('its database does not answer');

/**
 * @template T
 * @param {Promise<T>} work
 * @param {number} milliseconds
 * @returns {Promise<T>}
 */
async function inTime(work, milliseconds) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const end = new Promise((_, reject) => { timer = setTimeout(() => reject(noAnswer()), milliseconds); });
  try {
    return await Promise.race([work, /** @type {Promise<never>} */ (end)]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * @template T
 * @param {IDBRequest<T>} request
 * @returns {Promise<T>}
 */
export function answerOf(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** @param {IDBTransaction} transaction */
export function completionOf(transaction) {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(undefined);
    transaction.onabort = () => reject(transaction.error ?? new Error('the transaction was given up'));
  });
}

function randomId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * @param {string} name
 * @returns {Promise<{database: IDBDatabase, isNew: boolean}>}
 */
export function openDatabase(name) {
  return new Promise((resolve, reject) => {
    let isNew = false;
    let isLate = false;
    const request = indexedDB.open(name, kFormat);
    const timer = setTimeout(() => {
      isLate = true;
      reject(noAnswer());
    }, kPatience);
    request.onupgradeneeded = () => {
      isNew = true;
      const events = request.result.createObjectStore('events', { keyPath: 'id' });
      events.createIndex('byte', 'byte');
      events.createIndex('device', ['device', 'n']);
      request.result.createObjectStore('set_aside', { autoIncrement: true });
      request.result.createObjectStore('device');
    };
    request.onsuccess = () => {
      clearTimeout(timer);
      // Nobody waits for it any more, and it must not stand in another tab's way.
      if (isLate) request.result.close();
      resolve({ database: request.result, isNew });
    };
    request.onerror = () => {
      clearTimeout(timer);
      reject(request.error);
    };
  });
}

/**
 * Where it is noted that answers were kept here at some time: in another place than they are.
 * @param {string} name  The database's.
 */
export const keptNote = (name) => `${name} kept`;

/** @param {string} name  The database's. */
export function wasUsed(name) {
  try {
    return localStorage.getItem(keptNote(name)) !== null;
  } catch {
    return false;
  }
}

/**
 * What is there already is not written over by what a file says.
 * @param {IDBObjectStore} store
 * @param {StoredEvent} event
 */
export function addUnlessThere(store, event) {
  store.add(event).onerror = (failure) => {
    if (/** @type {IDBRequest} */ (failure.target).error?.name === 'ConstraintError') failure.preventDefault();
  };
}

export class Store {
  #name;
  #bytes;
  /** @type {Promise<IDBDatabase> | null} */ #database = null;
  /** @type {BroadcastChannel | null} */ #channel = null;
  /** @type {StoredEvent[]} */ #records = [];
  /** By id: all that the page knows of, stored or not. @type {Map<string, StoredEvent>} */ #held = new Map();
  /** From a file, and not stored yet. @type {StoredEvent[]} */ #added = [];
  #mustRestore = false;
  #isNew = false;
  #device = randomId();
  #hasLoaded = false;

  /**
   * @param {string} basePath  The site's: two sites on one host keep apart.
   * @param {string[]} bytes  The id of the page's Byte, and the ids it had before.
   */
  constructor(basePath, bytes) {
    this.#name = `byte-player ${basePath}`;
    this.#bytes = bytes;
    try {
      this.#channel = new BroadcastChannel(this.#name);
    } catch {
      // Other tabs are then seen when the page is loaded again.
    }
  }

  /** This browser's, once it has loaded; else one for this page only. */
  get device() {
    return this.#device;
  }

  get hasLoaded() {
    return this.#hasLoaded;
  }

  /** All that the page knows of its Byte. */
  get records() {
    return [...this.#held.values()];
  }

  #connect() {
    const connection = this.#database ??= openDatabase(this.#name).then(({ database, isNew }) => {
      this.#isNew = isNew;
      // It was deleted while the page was open, which still shows what was in it.
      if (isNew && this.#hasLoaded) this.#mustRestore = true;
      database.onclose = lose;
      // Another tab with a newer player wants to upgrade, or somebody to delete: let them.
      database.onversionchange = () => {
        database.close();
        lose();
      };
      return database;
    });
    const lose = () => {
      if (this.#database === connection) this.#database = null;
    };
    connection.catch(lose);
    return connection;
  }

  /**
   * Done, for good, when the promise is fulfilled.
   * @param {string[]} stores
   * @param {(transaction: IDBTransaction) => unknown} work
   */
  async #transact(stores, work, isSecond = false) {
    const connection = this.#connect();
    const database = await connection;
    try {
      // Strict: on the disk, not only in the browser's memory, before "saved" is said.
      const transaction = database.transaction(stores, 'readwrite', { durability: 'strict' });
      await Promise.all([work(transaction), completionOf(transaction)]);
    } catch (error) {
      const isClosed = this.#database !== connection || /** @type {Error} */ (error).name === 'InvalidStateError';
      if (!isClosed || isSecond) throw error;
      // The browser has closed it, and may not have said so yet.
      if (this.#database === connection) this.#database = null;
      await this.#transact(stores, work, true);
    }
  }

  /**
   * Everything about the Byte.
   * @returns {Promise<{device: string, last: number, events: StoredEvent[], emptied: boolean}>} `last`: this device's last
   *   number. `emptied`: the browser has removed what was kept.
   */
  async load() {
    // What is read too late changes nothing here.
    let device = this.#device;
    let last = 0;
    /** @type {StoredEvent[]} */
    const records = [];
    await inTime(this.#transact(['events', 'device'], async (transaction) => {
      const events = transaction.objectStore('events');
      const devices = transaction.objectStore('device');
      /** @type {string} */
      const kept = await answerOf(devices.get('id'));
      if (/^[0-9a-f]{32}$/.test(kept)) device = kept;
      else devices.put(device, 'id');
      records.length = 0;
      for (const byte of this.#bytes) records.push(...await answerOf(events.index('byte').getAll(byte)));
      const range = IDBKeyRange.bound([device, 0], [device, Infinity]);
      const cursor = await answerOf(events.index('device').openKeyCursor(range, 'prev'));
      last = cursor ? /** @type {[string, number]} */ (cursor.key)[1] : 0;
    }), 2 * kPatience);
    this.#device = device;
    this.#records = records;
    this.#hasLoaded = true;
    this.hold(this.#records);
    return { device: this.#device, last, events: this.#records, emptied: this.#isNew && wasUsed(this.#name) };
  }

  /**
   * What the page knows of from now on, whether or not it can be stored.
   * @param {StoredEvent[]} events
   * @param {string[]} [erased]  Ids of what was forgotten.
   */
  hold(events, erased = []) {
    for (const event of events) this.#held.set(event.id, event);
    for (const id of erased) this.#held.delete(id);
  }

  /**
   * Done, for good, when the promise is fulfilled. Storing an event again changes nothing.
   * @param {StoredEvent[]} events
   * @param {string[]} erased  Ids of what was forgotten.
   */
  async save(events, erased) {
    this.hold(events, erased);
    const added = this.#added;
    await this.#transact(['events'], (transaction) => {
      const store = transaction.objectStore('events');
      for (const event of this.#mustRestore ? this.records : events) store.put(event);
      for (const event of added) addUnlessThere(store, event);
      for (const id of erased) store.delete(id);
    });
    this.#mustRestore = false;
    this.#added = this.#added.slice(added.length);
    const news = [...events, ...added];
    if (!news.length) return;
    this.#channel?.postMessage(news);
    this.#noteUse();
  }

  /**
   * Events from a file: with the next `save`.
   * @param {StoredEvent[]} events
   */
  add(events) {
    this.#added = [...this.#added, ...events];
    this.hold(events.filter(({ id, byte }) => !this.#held.has(id) && this.#bytes.includes(byte)));
  }

  /** Once answers are kept, the browser is asked not to remove them when it wants room. */
  #noteUse() {
    if (wasUsed(this.#name)) return;
    try {
      localStorage.setItem(keptNote(this.#name), '');
      // Firefox would ask the learner in the middle of a lesson; web/answers.js has a button for it.
      if (!/Firefox\//.test(navigator.userAgent)) navigator.storage?.persist?.().catch(() => {});
    } catch {
      // Then it is asked the next time.
    }
  }

  /**
   * Moves records that are no events out of the way, and keeps them.
   * @param {[number, string][]} records  Places in what `load` gave, and reasons.
   */
  async setAside(records) {
    const found = records.map(([index, reason]) => ({ reason, record: this.#records[index] }));
    await this.#transact(['events', 'set_aside'], async (transaction) => {
      const events = transaction.objectStore('events');
      for (const one of found) {
        this.#held.delete(one.record.id);
        // Unless another tab was faster.
        if (await answerOf(events.getKey(one.record.id)) === undefined) continue;
        transaction.objectStore('set_aside').put(one);
        events.delete(one.record.id);
      }
    });
  }

  /**
   * @param {(events: StoredEvent[]) => void} take  Called with what other tabs have stored.
   */
  listen(take) {
    if (!this.#channel) return;
    this.#channel.onmessage = ({ data }) => {
      // Everything was removed, by the learner: this page has nothing to show any more.
      if (data === 'removed') return location.reload();
      if (!Array.isArray(data)) return;
      this.hold(data.filter((event) => this.#bytes.includes(event?.byte) && !this.#held.has(event.id)));
      take(data);
    };
  }
}
