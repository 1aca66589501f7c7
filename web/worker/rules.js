// @ts-check
/**
 * What the worker decides by plain values: which file an address means, which files of a Byte are wanted, which part of a
 * film was asked for. No browser in here.
 *
 * @typedef {{sha256: string, bytes: number}} KeptFile
 * @typedef {{name: string, sha256: string, bytes: number, kind?: string}} ListedFile
 * @typedef {{pages: string[] | 'all', pictures: boolean, media: boolean}} Wish  What of a Byte is kept. `pages`: names, or all.
 */

/** Hosts may call wasm something else; a page that is kept should not be at their mercy. */
const kTypes = /** @type {Record<string, string>} */ ({
  avif: 'image/avif', css: 'text/css; charset=utf-8', gif: 'image/gif', html: 'text/html; charset=utf-8',
  jpeg: 'image/jpeg', jpg: 'image/jpeg', js: 'text/javascript; charset=utf-8', json: 'application/json; charset=utf-8',
  m4a: 'audio/mp4', mp3: 'audio/mpeg', mp4: 'video/mp4', ogg: 'audio/ogg', oga: 'audio/ogg', ogv: 'video/ogg', opus: 'audio/ogg',
  png: 'image/png', svg: 'image/svg+xml', vtt: 'text/vtt; charset=utf-8', wasm: 'application/wasm', wav: 'audio/wav',
  webm: 'video/webm', webmanifest: 'application/manifest+json', webp: 'image/webp',
});

/** @param {string} name */
export function typeOf(name) {
  return kTypes[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream';
}

/**
 * The file that an address means, from the site's root; null when it is none of the site's.
 * @param {string} address
 * @param {string} scope  The site's own address, with a slash at its end.
 */
export function pathOf(address, scope) {
  const url = new URL(address);
  const root = new URL(scope);
  if (url.origin !== root.origin || !url.pathname.startsWith(root.pathname)) return null;
  let path;
  try {
    path = decodeURIComponent(url.pathname.slice(root.pathname.length));
  } catch {
    return null;
  }
  // What a server of the author's adds to the site is never kept.
  if (path.startsWith('.byte/')) return null;
  return path === '' || path.endsWith('/') ? path + 'index.html' : path;
}

/** @param {string} path */
export function addressOf(path) {
  return path.split('/').map(encodeURIComponent).join('/');
}

/**
 * @param {string | null} header  `Range`.
 * @param {number} size
 * @returns {{first: number, last: number} | 'whole' | 'none'}
 */
export function rangeOf(header, size) {
  // More than one part is nothing that a player asks for, and the whole is always an answer.
  const found = header && /^bytes=(\d*)-(\d*)$/.exec(header.trim());
  if (!found || found[1] + found[2] === '') return 'whole';
  const [, from, to] = found;
  const first = from === '' ? Math.max(size - Number(to), 0) : Number(from);
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  return first > last ? 'none' : { first, last };
}

/**
 * @param {Wish | undefined} before
 * @param {Wish} wish
 * @returns {Wish}
 */
export function joined(before, wish) {
  if (!before) return wish;
  const pages = before.pages === 'all' || wish.pages === 'all' ? 'all' : [...new Set([...before.pages, ...wish.pages])];
  return { pages, pictures: before.pictures || wish.pictures, media: before.media || wish.media };
}

/**
 * Whether a wish is for a file of a Byte's list.
 * @param {ListedFile} file
 * @param {Wish} wish
 */
export function isWanted({ name, kind }, { pages, pictures, media }) {
  switch (kind) {
    // A page that its lesson no longer has under that name is not missed; the lesson's own always is there.
    case 'page': return name === 'index.html' || pages === 'all' || pages.includes(name);
    case 'picture': case 'report': return pictures;
    default: return media;
  }
}
