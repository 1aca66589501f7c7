// @ts-check
/**
 * Starts the player in a file that holds everything: a lesson exported as one HTML file, opened from wherever it lies. The
 * engine is in the page already (web/single_start.js).
 */
import './answer_file.js';
import { textOf } from './page_text.js';
import { startPlayer } from './start.js';
import { showTrouble } from './trouble.js';

/** @returns {(address: string) => string} What the lesson's addresses mean in this file. */
function resolver() {
  /** `""`: the lesson's public address. Each file: the element that shows it from the start, as `#id`, or the file itself.
   * @type {Record<string, string>} */
  const files = JSON.parse(textOf('files-data'));
  const base = files[''];
  const known = new Map(Object.entries(files).map(([name, place]) =>
    [name, place.startsWith('#') ? document.getElementById(place.slice(1))?.getAttribute('src') ?? '' : place]));
  return (address) => {
    if (!address || /^(#|[a-z][a-z0-9+.-]*:)/i.test(address)) return address;
    // Elsewhere in the site: nothing, where nobody knows where that is.
    return known.get(address) ?? (base ? new URL(address, base).href : '#');
  };
}

const root = document.getElementById('page:root');
const script = document.getElementById('page:player');
if (root && script) {
  startPlayer({
    root,
    byte: textOf('byte-data'),
    phrases: textOf('interface-data'),
    engine: { script: '', wasm: '' },
    outline: script.dataset.outline,
    store: location.pathname,
    resolve: resolver(),
  }).catch((error) => {
    console.error(error);
    showTrouble('engine-missing');
  });
}
