// @ts-check
/**
 * Hands dropped files from the page that they were dropped onto to the page that plays them. They stay in the browser, in a
 * database of their own that the next drop overwrites.
 */

/** @param {string} site  The site's path. */
function open(site) {
  return new Promise((/** @type {(database: IDBDatabase) => void} */ resolve, reject) => {
    const request = indexedDB.open(`byte-player dropped ${site}`, 1);
    request.onupgradeneeded = () => request.result.createObjectStore('lesson');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/**
 * @param {string} site
 * @param {import('./files.js').Files} files
 */
export async function handOver(site, files) {
  const database = await open(site);
  // As bytes: WebKit keeps a File's name and forgets its content once the drop is over.
  const rows = await Promise.all([...files].map(async ([name, file]) => ({ name, type: file.type, content: await file.arrayBuffer() })));
  await new Promise((resolve, reject) => {
    const transaction = database.transaction('lesson', 'readwrite');
    transaction.objectStore('lesson').put(rows, 'files');
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
  });
  database.close();
}

/**
 * @param {string} site
 * @returns {Promise<import('./files.js').Files | null>} Null when there are none.
 */
export async function takeOver(site) {
  const database = await open(site);
  /** @type {{name: string, type: string, content: ArrayBuffer}[] | undefined} */
  const rows = await new Promise((resolve, reject) => {
    const request = database.transaction('lesson').objectStore('lesson').get('files');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  database.close();
  return rows ? new Map(rows.map(({ name, type, content }) => [name, new Blob([content], { type })])) : null;
}
