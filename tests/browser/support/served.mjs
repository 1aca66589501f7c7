// `byte serve` at work on a content folder of its own, for one test.

import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { end, start } from './browsers.mjs';

/** @param {string} folder */
async function startTool(folder, port) {
  const tool = start(resolve(process.env.BYTE_TOOL ?? 'build/native/byte'), ['serve', '--content', 'content', '--assets',
    resolve(process.env.ASSETS ?? 'build/web/assets'), '--interface', resolve('assets/interface'), '--port', String(port)],
  { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] });
  for await (const line of createInterface({ input: tool.stdout })) {
    const found = /at (http:\S+) — Ctrl\+C ends it\./.exec(line);
    if (found) {
      tool.stdout.resume();
      return { tool, address: found[1] };
    }
  }
  throw new Error('byte serve ended before it said where it is');
}

/**
 * Serves a copy of some Bytes. `write` saves a Byte's file; `stop` ends the server, and `restart` has it back at the same port.
 * @param {string} bytes  A folder of Bytes.
 */
export async function startServed(bytes) {
  const folder = mkdtempSync(join(tmpdir(), 'served-'));
  cpSync(bytes, join(folder, 'content/bytes'), { recursive: true });
  let { tool, address } = await startTool(folder, 0);
  return {
    address,
    write: (name, content) => writeFileSync(join(folder, 'content/bytes', name),
      typeof content === 'string' ? content : JSON.stringify(content, null, 2)),
    stop: () => end(tool),
    restart: async () => {
      ({ tool } = await startTool(folder, new URL(address).port));
    },
    close: async () => {
      await end(tool);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
