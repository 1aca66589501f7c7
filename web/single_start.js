// @ts-check
/**
 * The one script that stands as it is in a file that holds everything: it unpacks the others, which the page's policy names by
 * their hashes too, and puts them into the page.
 */
import { textOf } from './page_text.js';
import { showTrouble } from './trouble.js';
import { provideModule, unpack } from './unpack.js';

/** @param {string} id */
async function run(id) {
  const script = document.createElement('script');
  script.textContent = new TextDecoder().decode(await unpack(textOf(id)));
  document.head.append(script);
}

async function start() {
  await run('engine-script');
  provideModule('createByteEngine', () => textOf('engine-data'));
  await run('player-script');
}

start().catch((error) => {
  console.error(error);
  showTrouble('engine-missing');
});
