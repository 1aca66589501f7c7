// Runs in a page, beside web/store.js: random learners in several tabs (frames, which are taken away at any moment), over the
// browser's own database, whose calls are made to fail.

const kName = '/store-test/';
const kDatabase = `byte-player ${kName}`;
const kPage = '/tests/browser/support/store.html';

/** Mulberry32. */
function randomFrom(seed) {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let z = Math.imul(state ^ (state >>> 15), state | 1);
    z ^= z + Math.imul(z ^ (z >>> 7), z | 61);
    return ((z ^ (z >>> 14)) >>> 0) % limit;
  };
}

const answerOf = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

function deleteDatabase() {
  return answerOf(indexedDB.deleteDatabase(kDatabase));
}

/** What stands in the database, read past the store. */
async function contents() {
  const database = await answerOf(indexedDB.open(kDatabase));
  const read = async (name) => database.objectStoreNames.contains(name)
    ? answerOf(database.transaction(name).objectStore(name).getAll()) : [];
  const result = { events: await read('events'), aside: await read('set_aside') };
  database.close();
  return result;
}

async function openTab() {
  const frame = document.createElement('iframe');
  const loaded = new Promise((resolve) => { frame.onload = resolve; });
  frame.src = kPage;
  document.body.append(frame);
  await loaded;
  const { contentWindow: window } = frame;
  while (!window.Store) await new Promise((later) => { setTimeout(later, 1); });
  const tab = { frame, window, isAlive: true, unsaved: [], store: null, n: 0, faults: {}, databases: new Set() };
  const { IDBDatabase, IDBObjectStore, DOMException } = window;
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (...rest) {
    tab.databases.add(this);
    const one = transaction.apply(this, rest);
    if (tab.faults.abort) {
      tab.faults.abort = false;
      // At some moment: before, between or after what it was asked to write.
      Promise.resolve().then(() => { try { one.abort(); } catch { /* It was over. */ } });
    }
    return one;
  };
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (...rest) {
    if (tab.faults.quota > 0 && --tab.faults.quota === 0) throw new DOMException('no room', 'QuotaExceededError');
    return put.apply(this, rest);
  };
  tab.store = new window.Store(kName, ['small', 'smaller']);
  return tab;
}

async function sequence(seed) {
  const below = randomFrom(seed);
  await deleteDatabase();
  localStorage.removeItem(`${kDatabase} kept`);
  const promised = new Set();
  const strange = new Set();
  const tabs = [];
  let pending = [];
  let events = 0;
  const fail = (what, detail) => { throw new Error(`Seed ${seed}: ${what} ${JSON.stringify(detail ?? '')}`); };
  const idOf = (number) => (seed * 1000 + number).toString(16).padStart(32, '0');

  const load = async (tab) => {
    const loaded = await tab.store.load();
    if (!tab.isAlive) return;
    const ids = new Set(loaded.events.map(({ id }) => id));
    for (const id of promised) if (!ids.has(id)) fail('what was called saved is gone:', id);
    tab.n = Math.max(tab.n, loaded.last);
    const broken = loaded.events.flatMap(({ v }, index) => v === 1 ? [] : [[index, 'it is none']]);
    if (broken.length) pending.push([tab, tab.store.setAside(broken).catch(() => {})]);
  };

  const save = (tab, some) => {
    const batch = [...tab.unsaved, ...some];
    tab.unsaved = batch;
    const saving = (async () => {
      if (!tab.store.hasLoaded) await load(tab);
      await tab.store.save(batch, []);
    })();
    pending.push([tab, saving.then(() => {
      // A tab that is gone shows nothing.
      if (!tab.isAlive) return;
      for (const { id } of batch) promised.add(id);
      tab.unsaved = tab.unsaved.filter((event) => !batch.includes(event));
    }, (error) => {
      if (String(error).includes('Seed')) throw error;
    })]);
  };

  const settle = async () => {
    const these = pending;
    pending = [];
    // A frame that was taken away leaves promises that are never kept.
    await Promise.all(these.filter(([{ isAlive }]) => isAlive).map(([, promise]) => promise));
  };

  const open = async () => {
    const tab = await openTab();
    tabs.push(tab);
    try {
      await load(tab);
    } catch (error) {
      if (String(error).includes('Seed')) throw error;
    }
  };

  await open();
  for (let step = 0; step < 14; ++step) {
    const alive = tabs.filter((tab) => tab.isAlive);
    const tab = alive[below(Math.max(1, alive.length))];
    const what = below(13);
    if (!tab || (what === 0 && alive.length < 3)) {
      await settle();
      await open();
    } else if (what === 1) {
      tab.isAlive = false;
      tab.frame.remove();
    } else if (what === 2) {
      tab.faults.abort = true;
    } else if (what === 3) {
      tab.faults.quota = 1 + below(3);
    } else if (what === 4) {
      // The browser closes it, and says so.
      for (const database of tab.databases) {
        database.close();
        database.onclose?.(new tab.window.Event('close'));
      }
    } else if (what === 5) {
      // Or does not.
      for (const database of tab.databases) database.close();
    } else if (what === 6) {
      await settle();
    } else if (what === 7 && below(3) === 0) {
      // Removed as a whole. What the tabs show comes back with what they save next.
      await settle();
      promised.clear();
      strange.clear();
      await deleteDatabase();
    } else if (what === 8) {
      const { events: stored } = await contents().catch(() => ({ events: [] }));
      if (!stored.length) continue;
      const database = await answerOf(indexedDB.open(kDatabase));
      const record = { id: `strange ${seed} ${step}`, byte: 'small', n: [{}, 'x', NaN][below(3)], device: 7 };
      database.transaction('events', 'readwrite').objectStore('events').put(record);
      database.close();
      strange.add(record.id);
    } else {
      save(tab, Array.from({ length: 1 + below(3) }, () => (
        { v: 1, id: idOf(++events), device: tab.store.device, n: ++tab.n, byte: 'small', kind: 'read' })));
      if (below(2)) await settle();
    }
  }
  await settle();
  for (const tab of tabs.filter(({ isAlive }) => isAlive)) {
    tab.faults = {};
    if (tab.unsaved.length) save(tab, []);
  }
  await settle();
  for (const tab of tabs) if (tab.isAlive && tab.unsaved.length) fail('a save failed for good', tab.unsaved.length);
  await open();
  await settle();
  await open();
  await settle();
  const [first, second] = tabs.slice(-2).map(({ store }) => store.records.map(({ id }) => id).sort());
  const sound = (ids) => ids.filter((id) => !id.startsWith('strange'));
  if (String(sound(first)) !== String(sound(second))) fail('two tabs that load have different events', [first, second]);
  const { events: stored, aside } = await contents();
  for (const id of strange) {
    const places = stored.filter((record) => record.id === id).length + aside.filter(({ record }) => record.id === id).length;
    if (places !== 1) fail('a record that nobody can read is there so many times:', places);
  }
  for (const { frame } of tabs) frame.remove();
  return { events, promised: promised.size };
}

globalThis.runSequences = async (from, to) => {
  let promised = 0;
  let faults = 0;
  for (let seed = from; seed < to; ++seed) {
    const result = await sequence(seed);
    promised += result.promised;
    faults += result.events;
  }
  return { promised, events: faults };
};
