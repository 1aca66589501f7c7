#!/usr/bin/env node
// The author's tool for any machine with Node.js 18 or newer: node byte.mjs --help
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { listen } from './http_transport.mjs';
import { inflateRawSync } from 'node:zlib';
import { unzip } from '../../../web/author/unzip.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const createByteTool = createRequire(import.meta.url)('./byte_tool.cjs');

const inflate = (packed, limit) => new Uint8Array(inflateRawSync(packed, { maxOutputLength: Math.max(limit, 1) }));

/** Unpacks a zip that is given as an argument, before the tool asks for it: the tool itself can't wait. */
async function unpack(path) {
  const isFile = existsSync(path) && statSync(path).isFile();
  if (!isFile || !/\.zip$/i.test(path) && !process.argv.includes('zip')) return [];
  const zip = new Uint8Array(readFileSync(path));
  try {
    return [{ zip, files: (await unzip(zip, { inflate })).files }];
  } catch (error) {
    return [{ zip, problem: error.message }];
  }
}

const given = process.argv.slice(2);
await createByteTool({
  // Read here, since Node's fetch() would be taken for a browser's.
  wasmBinary: readFileSync(`${here}byte_tool.wasm`),
  thisProgram: `${here}byte.mjs`,
  listen,
  arguments: given,
  unzipped: given[0] === 'import' ? (await Promise.all(given.slice(1).map(unpack))).flat() : [],
});
