// @ts-check
/**
 * Unpacks what was packed by LZMA, for pages that nobody can serve: the browsers' own DecompressionStream is younger than
 * some of them, and gzip makes the engine a fifth larger.
 *
 * The format is that of `xz --format=lzma` with lp = pb = 0 and an end marker, after Igor Pavlov's LZMA specification.
 */

const kStates = 12;
const kLengths = 2 + 8 + 8 + 256;
// Where each kind of bit has its probabilities.
const kIsMatch = 0;
const kIsRepeated = kIsMatch + kStates;
const kIsNotFirst = kIsRepeated + kStates;
const kIsNotSecond = kIsNotFirst + kStates;
const kIsNotThird = kIsNotSecond + kStates;
const kIsLong = kIsNotThird + kStates;
const kSlot = kIsLong + kStates;
const kNear = kSlot + 4 * 64;
const kAlign = kNear + 115;
const kLength = kAlign + 16;
const kRepeatedLength = kLength + kLengths;
const kLiteral = kRepeatedLength + kLengths;

const kEnd = 0xFFFFFFFF;

/** A learner can go on scrolling and ticking after so many bytes. */
const kBytesAtOnce = 1 << 16;

const pause = () => new Promise((resolve) => { setTimeout(resolve); });

/**
 * @param {Uint8Array} packed
 * @returns {Promise<Uint8Array>}
 */
async function decode(packed) {
  const contextBits = packed[0];
  if (!(contextBits <= 4)) throw new Error('This is not packed as it should be.');
  const chances = new Uint16Array(kLiteral + (0x300 << contextBits)).fill(1024);
  let unpacked = new Uint8Array(1 << 19);
  let size = 0;
  let state = 0;
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;

  // Thirteen bytes say how it was packed and how large it is; one is always 0.
  let at = 14;
  let range = 0xFFFFFFFF;
  let code = 0;
  for (let i = 0; i < 4; ++i) code = (code << 8 | packed[at++]) >>> 0;

  const refill = () => {
    if (range >= 0x1000000) return;
    range = range << 8 >>> 0;
    code = (code << 8 | packed[at++]) >>> 0;
  };
  /** @param {number} place */
  const bit = (place) => {
    const chance = chances[place];
    const bound = (range >>> 11) * chance;
    const isSet = code >= bound;
    if (isSet) {
      range -= bound;
      code -= bound;
      chances[place] -= chance >> 5;
    } else {
      range = bound;
      chances[place] += 2048 - chance >> 5;
    }
    refill();
    return isSet ? 1 : 0;
  };
  /** @param {number} place @param {number} bits */
  const number = (place, bits) => {
    let node = 1;
    for (let i = 0; i < bits; ++i) node = node << 1 | bit(place + node);
    return node - (1 << bits);
  };
  /** The lowest bit first. @param {number} place @param {number} bits */
  const reversed = (place, bits) => {
    let node = 1;
    let value = 0;
    for (let i = 0; i < bits; ++i) {
      const next = bit(place + node);
      node = node << 1 | next;
      value |= next << i;
    }
    return value;
  };
  /** Bits that are as likely set as not. @param {number} bits */
  const even = (bits) => {
    let value = 0;
    for (let i = 0; i < bits; ++i) {
      range >>>= 1;
      const isSet = code >= range;
      if (isSet) code -= range;
      value = value << 1 | (isSet ? 1 : 0);
      refill();
    }
    return value;
  };
  /** @param {number} place */
  const length = (place) => {
    if (!bit(place)) return number(place + 2, 3);
    return bit(place + 1) ? 16 + number(place + 18, 8) : 8 + number(place + 10, 3);
  };
  /** @param {number} byte */
  const put = (byte) => {
    if (size === unpacked.length) {
      const larger = new Uint8Array(2 * size);
      larger.set(unpacked);
      unpacked = larger;
    }
    unpacked[size++] = byte;
  };
  const literal = () => {
    const place = kLiteral + 0x300 * ((size ? unpacked[size - 1] : 0) >> 8 - contextBits);
    let symbol = 1;
    if (state >= 7) {
      // A byte that breaks a match is told by where it differs from the one that would have gone on.
      for (let match = unpacked[size - first - 1], isSame = true; isSame && symbol < 256; match <<= 1) {
        const expected = match >> 7 & 1;
        const next = bit(place + (1 + expected << 8) + symbol);
        symbol = symbol << 1 | next;
        isSame = next === expected;
      }
    }
    while (symbol < 256) symbol = symbol << 1 | bit(place + symbol);
    put(symbol & 255);
    state = state < 4 ? 0 : state - (state < 10 ? 3 : 6);
  };
  /** @param {number} lengthState @returns {number} How far back the match is, less one. */
  const distance = (lengthState) => {
    const slot = number(kSlot + 64 * lengthState, 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const start = (2 | slot & 1) << bits >>> 0;
    if (slot < 14) return start + reversed(kNear + start - slot, bits);
    return start + even(bits - 4) * 16 + reversed(kAlign, 4);
  };

  for (let next = kBytesAtOnce; ;) {
    if (size >= next) {
      next = size + kBytesAtOnce;
      await pause();
    }
    // What is cut off or spoilt must not run on.
    if (at > packed.length) throw new Error('What was packed is not whole.');
    if (!bit(kIsMatch + state)) {
      literal();
      continue;
    }
    let count = 0;
    if (bit(kIsRepeated + state)) {
      if (bit(kIsNotFirst + state)) {
        let wanted = second;
        if (bit(kIsNotSecond + state)) {
          wanted = third;
          if (bit(kIsNotThird + state)) {
            wanted = fourth;
            fourth = third;
          }
          third = second;
        }
        second = first;
        first = wanted;
      } else if (!bit(kIsLong + state)) {
        count = 1;
        state = state < 7 ? 9 : 11;
      }
      if (!count) {
        count = 2 + length(kRepeatedLength);
        state = state < 7 ? 8 : 11;
      }
    } else {
      fourth = third;
      third = second;
      second = first;
      count = length(kLength);
      first = distance(Math.min(count, 3));
      if (first === kEnd) return unpacked.subarray(0, size);
      count += 2;
      state = state < 7 ? 7 : 10;
    }
    if (first >= size) throw new Error('What was packed is spoilt.');
    for (let i = 0; i < count; ++i) put(unpacked[size - first - 1]);
  }
}

/** @param {string} packed  In base64. */
export function unpack(packed) {
  return decode(Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0)));
}

/**
 * Gives a module's script, which has run, its WebAssembly from the page instead of from an address.
 * @param {string} name  The global function that makes the module.
 * @param {() => string} packed
 */
export function provideModule(name, packed) {
  const all = /** @type {any} */ (globalThis);
  const create = all[name];
  all[name] = async (/** @type {any} */ options) => {
    // To unpack takes a while; what stands in the page comes first.
    await pause();
    return create({ ...options, wasmBinary: await unpack(packed()) });
  };
}
