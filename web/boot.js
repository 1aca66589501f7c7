// @ts-check
/**
 * Starts the player on a page that can already be read and answered, and leaves the page as it is when that fails.
 */
import { settings, startPlayer, textOf } from './start.js';
import { showTrouble } from './trouble.js';

/** Someone who saves data gets the engine with the first press that needs it, not before. */
function untilItIsWanted() {
  const { connection } = /** @type {any} */ (navigator);
  if (!connection?.saveData) return Promise.resolve();
  return new Promise((resolve) => {
    /** @param {Event} event */
    const listen = ({ target }) => {
      // Pictures, films and what is folded up come without it.
      if (target instanceof Element && target.closest('.asked, video, audio, summary')) return;
      for (const name of ['click', 'change']) document.removeEventListener(name, listen);
      resolve(undefined);
    };
    for (const name of ['click', 'change']) document.addEventListener(name, listen);
  });
}

const root = document.getElementById('page:root');
const byte = textOf('byte-data');
if (root && byte) {
  const { site, outline, engine } = settings();
  startPlayer({
    root,
    byte,
    phrases: textOf('interface-data'),
    engine,
    outline,
    store: new URL(site, location.href).pathname,
    whenWanted: untilItIsWanted(),
  }).catch((error) => {
    console.error(error);
    showTrouble('engine-missing');
  });
}
