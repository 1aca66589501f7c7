// @ts-check
/**
 * A learner's answers as a file, both ways. A page loads this script when a learner asks for it.
 *
 * What is in a file may have been written by anybody: it is looked at entry by entry, and nothing in it erases or changes
 * what is there already.
 *
 * @typedef {import('./store.js').StoredEvent} StoredEvent
 */

export const kFileName = 'byte-player-answers.json';
const kMostBytes = 10_000_000;
const kMostRecords = 100_000;

/** Characters of one record as JSON. */
const kLongest = 130_000;

/** A device's clock may be wrong. A later time than this would put all that is answered here behind it. */
const kAhead = 366 * 24 * 60 * 60 * 1000;

/** @param {unknown} value @param {number} least @param {number} most */
const isInteger = (value, least, most) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
/** @param {unknown} value @param {RegExp} form */
const isText = (value, form) => typeof value === 'string' && form.test(value);
/** @param {unknown} value */
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** @param {unknown} value */
const isWords = (value) => typeof value === 'string' && new TextEncoder().encode(value).length <= 20_000;
/** @param {any} data */
const isSwitch = (data) => typeof data.on === 'boolean';
/** @param {any} data */
const isStep = (data) => isInteger(data.step, 0, 100_000);

/**
 * What the data of each kind must have: src/learning/event.cpp says the same, and tests/data/events holds both to it.
 * @type {Record<string, (data: any) => boolean>}
 */
const kData = {
  started: (data) => isInteger(data.seed, 0, 0xffffffff) && typeof data.key === 'string',
  chose: isSwitch,
  helped: isSwitch,
  rated: (data) => isInteger(data.level, 1, 3),
  took: isStep,
  rewound: isStep,
  moved: isStep,
  placed: (data) => isWords(data.group),
  wrote: (data) => isWords(data.text),
  reached: ({ done, all }) => isInteger(all, 1, 1_000_000) && isInteger(done, 0, all),
};

/**
 * Whether a record is an event. One of a newer player's may have kinds and fields that nobody here knows.
 * @param {any} record
 * @param {number} now  Milliseconds.
 */
export function isEvent(record, now) {
  if (!isObject(record) || !isInteger(record.v, 1, Number.MAX_SAFE_INTEGER)) return false;
  const { v, id, device, n, at, byte, version, kind, subject, data } = record;
  return isText(id, /^[0-9a-f]{32}$/) && isText(device, /^[0-9a-f]{32}$/) && isInteger(n, 1, 1e12) &&
    isInteger(at, 0, now + kAhead) && isText(byte, /^[a-z0-9/-]{1,300}$/) && typeof version === 'string' &&
    isText(kind, /^.{1,100}$/) && isText(subject, /^[a-z0-9/-]{0,300}$/) && isObject(data) &&
    (v > 1 || !Object.hasOwn(kData, kind) || kData[kind](data)) && JSON.stringify(record).length <= kLongest;
}

/**
 * @param {string} text
 * @param {number} now  Milliseconds.
 * @returns {{events: StoredEvent[], passed: number}} `passed`: how many entries are none.
 */
export function readAnswers(text, now) {
  /** @type {any} */
  let file = null;
  try {
    file = JSON.parse(text);
  } catch {
    // Then it holds none.
  }
  if (file?.format !== 'byte-player-events' || !Array.isArray(file.events)) return { events: [], passed: 0 };
  /** @type {Map<string, StoredEvent>} */
  const events = new Map();
  let passed = Math.max(0, file.events.length - kMostRecords);
  for (const record of file.events.slice(0, kMostRecords)) {
    if (!isEvent(record, now)) ++passed;
    // To open a file never takes answers away.
    else if (record.kind !== 'forgot' && !events.has(record.id)) events.set(record.id, record);
  }
  return { events: [...events.values()], passed };
}

/** @param {unknown[]} events */
export function writeAnswers(events) {
  return JSON.stringify({ format: 'byte-player-events', version: 1, events });
}

/**
 * Hands a file to the learner.
 * @param {string} text
 */
export function download(text, name = kFileName) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  // Some browsers read it only once the learner has said where it goes.
  addEventListener('pagehide', () => URL.revokeObjectURL(link.href), { once: true });
}

/**
 * Lets the learner choose a file.
 * @returns {Promise<ReturnType<typeof readAnswers> | null>} Null when none was chosen.
 */
export function openAnswers() {
  const picker = document.createElement('input');
  picker.type = 'file';
  picker.accept = '.json,application/json';
  return new Promise((resolve) => {
    picker.addEventListener('cancel', () => resolve(null));
    picker.addEventListener('change', async () => {
      const [file] = picker.files ?? [];
      if (!file) return resolve(null);
      const text = file.size > kMostBytes ? '' : await file.text().catch(() => '');
      resolve(readAnswers(text, Date.now()));
    });
    picker.click();
  });
}

/**
 * What a lesson's page offers.
 * @param {boolean} opens  Else a file is written.
 * @param {import('./store.js').Store} store
 * @param {import('./input.js').Input} input
 */
async function useAnswerFile(opens, store, input) {
  if (!opens) return download(writeAnswers(store.records));
  const file = await openAnswers();
  if (!file) return;
  const { events, passed } = file;
  input.send({ type: 'arrived', events });
  input.send({ type: 'opened', taken: events.length, passed });
  store.add(events);
}

// For a page whose scripts are not modules.
Object.assign(globalThis, { useAnswerFile });
