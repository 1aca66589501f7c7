// @ts-check
/**
 * Loaded by web/early.js when an author drops files onto a page: goes with them to the page that plays them.
 */
import { filesOfDrop } from './author/files.js';
import { handOver } from './author/handover.js';

/**
 * @param {any[]} dropped  Entries and files.
 * @param {string} site  The site's root, from this page.
 */
async function takeDropped(dropped, site) {
  const play = new URL(`${site}play.html`, location.href);
  play.searchParams.set('dropped', String(Date.now()));
  try {
    await handOver(new URL(site, location.href).pathname, await filesOfDrop(dropped));
  } catch (error) {
    // A browser that keeps nothing: the page there asks for the file again, and says why.
    console.warn(error);
    play.searchParams.set('dropped', 'lost');
  }
  location.assign(play);
}

Object.assign(globalThis, { takeDropped });
