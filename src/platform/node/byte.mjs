#!/usr/bin/env node
// The author's tool for any machine with Node.js 18 or newer: node byte.mjs --help
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { listen } from './http_transport.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const createByteTool = createRequire(import.meta.url)('./byte_tool.cjs');

await createByteTool({
  // Read here, since Node's fetch() would be taken for a browser's.
  wasmBinary: readFileSync(`${here}byte_tool.wasm`),
  thisProgram: `${here}byte.mjs`,
  listen,
  arguments: process.argv.slice(2),
});
