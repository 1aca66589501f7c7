// @ts-check
/**
 * The files in a zip that somebody sent: unpacked in memory, and refused as a whole when anything in it could do harm.
 * src/cli/zip_reader.h has the same rules, and tests/data/zips holds both to one table.
 *
 * @typedef {object} Caps
 * @property {number} entries Folders and what is passed over count too.
 * @property {number} name Bytes of a name.
 * @property {number} entry Bytes of one file, unpacked.
 * @property {number} all Bytes of all of them together; the zip itself may have as many.
 *
 * @typedef {(packed: Uint8Array, limit: number) => Uint8Array | Promise<Uint8Array>} Inflate Unpacks raw deflate data,
 * and throws when it is damaged or comes to more than `limit` bytes; it must not unpack much more than that to find out.
 */

/** @type {Caps} */
export const kCaps = { entries: 500, name: 200, entry: 32 * 2 ** 20, all: 64 * 2 ** 20 };

/** Why a zip was refused: a sentence with what to do about it, and a code such as `zip-link`. */
export class ZipProblem extends Error {
  /**
   * @param {string} what
   * @param {string} remedy
   * @param {string} code
   */
  constructor(what, remedy, code) {
    super(`${what} — ${remedy}. [${code}]`);
    this.name = 'ZipProblem';
    this.code = code;
  }
}

const broken = () =>
  new ZipProblem(
    'this is no zip that can be read, or it is damaged',
    'make it anew, without splitting it',
    'zip-broken',
  );

/** @param {number} bytes */
const megabytes = (bytes) => (bytes % 2 ** 20 === 0 ? `${bytes / 2 ** 20} MB` : `${bytes.toLocaleString('en')} bytes`);

/** @param {string} name */
function quoted(name) {
  const clean = name.replace(/[\u0000-\u001f\u007f-\u009f]/g, '?');
  return `"${clean.length > 60 ? `${clean.slice(0, 59)}…` : clean}"`;
}

const kEndSize = 22;
const kListedSize = 46;
const kLocalSize = 30;

/**
 * What a zip's directory says of a file (APPNOTE.TXT 6.3.10, 4.3.12).
 *
 * @typedef {{rawName: Uint8Array, name: string | undefined, flags: number, method: number, crc: number, packed: number,
 *   size: number, attributes: number, offset: number}} Listed
 */

/**
 * @param {DataView} view
 * @param {Uint8Array} zip
 * @param {Caps} caps
 * @returns {{listed: Listed[], start: number}}
 */
function directoryOf(view, zip, caps) {
  // It stands at the end, with a comment of up to 65,535 bytes behind it.
  let end = zip.length - kEndSize;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) --end;
  if (end < 0 || end + kEndSize + view.getUint16(end + 20, true) !== zip.length) throw broken();
  const count = view.getUint16(end + 10, true);
  const isSplit = view.getUint32(end + 4, true) !== 0 || view.getUint16(end + 8, true) !== count;
  const start = view.getUint32(end + 16, true);
  let at = start;
  if (isSplit || at + view.getUint32(end + 12, true) !== end) throw broken();
  if (count > caps.entries) {
    throw new ZipProblem(
      `there are ${count} files in it, and at most ${caps.entries} are read`,
      'put in only what the lesson needs',
      'zip-too-many',
    );
  }
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  /** @type {Listed[]} */
  const listed = [];
  for (let i = 0; i < count; ++i) {
    if (at + kListedSize > end || view.getUint32(at, true) !== 0x02014b50) throw broken();
    const nameSize = view.getUint16(at + 28, true);
    const next = at + kListedSize + nameSize + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) throw broken();
    const rawName = zip.subarray(at + kListedSize, at + kListedSize + nameSize);
    /** @type {string | undefined} */
    let name;
    try {
      name = utf8.decode(rawName);
    } catch {
      name = undefined;
    }
    listed.push({
      rawName,
      name,
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      attributes: view.getUint32(at + 38, true),
      offset: view.getUint32(at + 42, true),
    });
    at = next;
  }
  if (at !== end) throw broken();
  return { listed, start };
}

/**
 * Undefined, or the code of what is wrong with it.
 *
 * @param {Listed} one
 * @param {Caps} caps
 */
function faultOfName({ rawName, name }, caps) {
  if (!name || rawName.length > caps.name || /[\u0000-\u001f\u007f-\u009f]/.test(name)) return 'zip-name';
  if (/[\\:]/.test(name) || name.startsWith('/')) return 'zip-outside';
  const parts = name.split('/');
  if (parts.at(-1) === '') parts.pop();
  for (const part of parts) {
    if (part === '..') return 'zip-outside';
    // Some systems leave out what is at the end, and so have another name.
    if (part === '' || /[. ]$/.test(part)) return 'zip-name';
  }
  return undefined;
}

/** @param {string} name */
const isPassedOver = (name) =>
  name.endsWith('/') || name.split('/').some((part) => part.startsWith('.') || part === '__MACOSX');

/** @param {string} name */
const inSmallLetters = (name) => name.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

/** @param {string} name */
const twice = (name) =>
  new ZipProblem(
    `${quoted(name)} is there twice, perhaps in small and large letters`,
    'rename one of them',
    'zip-duplicate',
  );

/**
 * All that can be said before anything is unpacked; what is to be.
 *
 * @param {Listed[]} all
 * @param {Caps} caps
 */
function chosen(all, caps) {
  const names = new Set();
  let total = 0;
  const kept = all.filter((one) => {
    const name = one.name ?? new TextDecoder().decode(one.rawName);
    const fault = faultOfName(one, caps);
    if (fault === 'zip-outside') {
      throw new ZipProblem(
        `${quoted(name)} leads out of the folder it is unpacked into`,
        'give it a plain name and pack it again',
        fault,
      );
    }
    if (fault) {
      throw new ZipProblem(
        `${quoted(name)} is no name for a file`,
        'rename it, with fewer and ordinary letters, and pack it again',
        fault,
      );
    }
    if (isPassedOver(name)) return false;
    const kind = (one.attributes >>> 16) & 0xf000;
    if (kind !== 0 && kind !== 0x8000) {
      throw new ZipProblem(`${quoted(name)} is a link or a device`, 'put the file itself in its place', 'zip-link');
    }
    if (one.flags & 0x2041) {
      throw new ZipProblem(`${quoted(name)} is locked by a password`, 'pack it without one', 'zip-encrypted');
    }
    if (one.method !== 0 && one.method !== 8) {
      throw new ZipProblem(
        `${quoted(name)} is packed in a way that is not known here`,
        'pack it as an ordinary zip (deflate)',
        'zip-method',
      );
    }
    const small = inSmallLetters(name);
    if (names.has(small)) throw twice(name);
    names.add(small);
    if (one.size > caps.entry) {
      throw new ZipProblem(
        `${quoted(name)} is larger than ${megabytes(caps.entry)}`,
        'make it smaller',
        'zip-entry-too-big',
      );
    }
    total += one.size;
    if (total > caps.all) {
      throw new ZipProblem(
        `all files together are larger than ${megabytes(caps.all)}`,
        'leave some out, or make them smaller',
        'zip-too-big',
      );
    }
    return true;
  });
  // A file cannot be a folder as well.
  for (const name of names) {
    for (let slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
      if (names.has(name.slice(0, slash))) throw twice(name.slice(0, slash));
    }
  }
  return kept;
}

/** @type {Uint32Array | undefined} */
let crcTable;

/** @param {Uint8Array} bytes */
function crc32(bytes) {
  crcTable ??= Uint32Array.from({ length: 256 }, (_, value) => {
    for (let bit = 0; bit < 8; ++bit) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value;
  });
  let crc = 0xffffffff;
  for (const byte of bytes) crc = crcTable[(crc ^ byte) & 0xff] ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/**
 * The browser's own unpacking. It is asked for one piece after the other, so that a bomb is given up when its first
 * pieces are too many.
 *
 * @param {Uint8Array} packed
 * @param {number} limit
 * @returns {Promise<Uint8Array>}
 */
export async function inflateInBrowser(packed, limit) {
  // A Blob hands it over in pieces, and a copy is nobody else's.
  const stream = new Blob([new Uint8Array(packed)]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = stream.getReader();
  const bytes = new Uint8Array(limit);
  let got = 0;
  while (true) {
    const { done, value } = await reader.read();
    if (done) return bytes.subarray(0, got);
    if (got + value.length > limit) {
      await reader.cancel();
      throw new RangeError(`more than ${limit} bytes`);
    }
    bytes.set(value, got);
    got += value.length;
  }
}

/**
 * The data of one file. Its local header must say what the directory says: a zip with two faces is refused.
 *
 * @param {Listed} one
 * @param {Uint8Array} zip
 * @param {DataView} view
 * @param {number} directory Where it starts; data ends before.
 */
function dataOf(one, zip, view, directory) {
  const { offset } = one;
  if (offset + kLocalSize > directory || view.getUint32(offset, true) !== 0x04034b50) throw broken();
  const nameSize = view.getUint16(offset + 26, true);
  const begin = offset + kLocalSize + nameSize + view.getUint16(offset + 28, true);
  const end = begin + one.packed;
  if (end > directory || nameSize !== one.rawName.length) throw broken();
  const hasSizesBehind = (one.flags & 8) !== 0;
  const isSame =
    one.rawName.every((byte, i) => byte === zip[offset + kLocalSize + i]) &&
    view.getUint16(offset + 6, true) === one.flags &&
    view.getUint16(offset + 8, true) === one.method &&
    [one.crc, one.packed, one.size].every((number, i) => {
      const here = view.getUint32(offset + 14 + 4 * i, true);
      return here === number || (hasSizesBehind && here === 0);
    });
  if (!isSame) throw broken();
  return { begin: offset, end, data: zip.subarray(begin, end) };
}

/**
 * Folders, files whose name or folder begins with a dot, and `__MACOSX/` are passed over.
 *
 * @param {Uint8Array} zip
 * @param {{inflate?: Inflate, caps?: Partial<Caps>}} [options]
 * @returns {Promise<{files: Map<string, Uint8Array>}>} By name, in the order of the zip.
 * @throws {ZipProblem}
 */
export async function unzip(zip, options = {}) {
  const caps = { ...kCaps, ...options.caps };
  const inflate = options.inflate ?? inflateInBrowser;
  if (zip.length > caps.all) {
    throw new ZipProblem(
      `the zip is larger than ${megabytes(caps.all)}`,
      'leave some files out, or make them smaller',
      'zip-too-big',
    );
  }
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const { listed, start } = directoryOf(view, zip, caps);
  const kept = chosen(listed, caps);
  // Two names for one piece of data are how small zips become huge ones.
  const places = listed.map((one) => dataOf(one, zip, view, start));
  const inOrder = [...places].sort((a, b) => a.begin - b.begin);
  if (inOrder.some((place, i) => i > 0 && place.begin < inOrder[i - 1].end)) throw broken();

  /** @type {Map<string, Uint8Array>} */
  const files = new Map();
  for (const one of kept) {
    const { data } = places[listed.indexOf(one)];
    let bytes = data;
    if (one.method === 8) {
      try {
        bytes = await inflate(data, one.size);
      } catch {
        throw broken();
      }
    }
    if (bytes.length !== one.size || crc32(bytes) !== one.crc) throw broken();
    files.set(/** @type {string} */ (one.name), bytes.slice());
  }
  return { files };
}
