// @ts-check
/**
 * What a learner did, kept in the browser's own database. It knows ids, Bytes and devices, and nothing of what events mean.
 *
 * @typedef {{id: string, byte: string, device: string, n: number, [key: string]: unknown}} StoredEvent
 */

const kFormat = 1;

/** How long the browser may take to open its database before the learner goes on without. Some never answer. */
const kPatience = 4000;

/**
 * @template T
 * @param {IDBRequest<T>} request
 * @returns {Promise<T>}
 */
function answerOf(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** @param {IDBTransaction} transaction */
function completionOf(transaction) {
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
 * @returns {Promise<IDBDatabase>}
 */
function openDatabase(name) {
  return new Promise((resolve, reject) => {
    if (typeof indexedDB === 'undefined') throw new Error('it has no database');
    const timer = setTimeout(() => reject(new Error('its database does not answer')), kPatience);
    const request = indexedDB.open(name, kFormat);
    request.onupgradeneeded = () => {
      const events = request.result.createObjectStore('events', { keyPath: 'id' });
      events.createIndex('byte', 'byte');
      events.createIndex('device', ['device', 'n']);
      request.result.createObjectStore('set_aside', { autoIncrement: true });
      request.result.createObjectStore('device');
    };
    request.onsuccess = () => {
      clearTimeout(timer);
      // Another tab with a newer player wants to upgrade: let it.
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => {
      clearTimeout(timer);
      reject(request.error);
    };
  });
}

export class Store {
  /** @type {IDBDatabase} */ #database;
  /** @type {BroadcastChannel | null} */ #channel = null;
  /** @type {StoredEvent[]} */ #records = [];

  /**
   * @param {IDBDatabase} database
   * @param {string} name
   */
  constructor(database, name) {
    this.#database = database;
    if (typeof BroadcastChannel !== 'undefined') this.#channel = new BroadcastChannel(name);
  }

  /** @param {string} basePath  The site's: two sites on one host keep apart. */
  static async open(basePath) {
    const name = `byte-player ${basePath}`;
    return new Store(await openDatabase(name), name);
  }

  /**
   * Everything about one Byte.
   * @param {string[]} bytes  Its id and the ids it had before.
   * @returns {Promise<{device: string, last: number, events: StoredEvent[]}>} `last`: this device's last number.
   */
  async load(bytes) {
    const transaction = this.#database.transaction(['events', 'device'], 'readwrite');
    const events = transaction.objectStore('events');
    const devices = transaction.objectStore('device');
    /** @type {string} */
    let device = await answerOf(devices.get('id'));
    if (!/^[0-9a-f]{32}$/.test(device)) {
      device = randomId();
      devices.put(device, 'id');
    }
    this.#records = [];
    for (const byte of bytes) this.#records.push(...await answerOf(events.index('byte').getAll(byte)));
    const range = IDBKeyRange.bound([device, 0], [device, Infinity]);
    const cursor = await answerOf(events.index('device').openKeyCursor(range, 'prev'));
    await completionOf(transaction);
    const last = cursor ? /** @type {[string, number]} */ (cursor.key)[1] : 0;
    return { device, last, events: this.#records };
  }

  /**
   * Done, for good, when the promise is fulfilled. Storing an event again changes nothing.
   * @param {StoredEvent[]} events
   * @param {string[]} erased  Ids of what was forgotten.
   */
  async save(events, erased) {
    // Strict: on the disk, not only in the browser's memory, before "saved" is said.
    const transaction = this.#database.transaction('events', 'readwrite', { durability: 'strict' });
    const store = transaction.objectStore('events');
    for (const event of events) store.put(event);
    for (const id of erased) store.delete(id);
    await completionOf(transaction);
    if (events.length) this.#channel?.postMessage(events);
  }

  /**
   * Moves records that are no events out of the way, and keeps them.
   * @param {[number, string][]} records  Places in what `load` gave, and reasons.
   */
  async setAside(records) {
    const transaction = this.#database.transaction(['events', 'set_aside'], 'readwrite');
    for (const [index, reason] of records) {
      const record = this.#records[index];
      transaction.objectStore('set_aside').put({ reason, record });
      transaction.objectStore('events').delete(record.id);
    }
    await completionOf(transaction);
  }

  /**
   * @param {(events: StoredEvent[]) => void} take  Called with what other tabs have stored.
   */
  listen(take) {
    if (this.#channel) this.#channel.onmessage = (message) => take(message.data);
  }
}
