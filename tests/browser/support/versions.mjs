// Two versions of one site, and a host that a test can have change between them, break files, or go away.

import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';

const kTypes = {
  '.css': 'text/css', '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.json': 'application/json', '.svg': 'image/svg+xml',
  '.vtt': 'text/vtt', '.wasm': 'application/wasm', '.wav': 'audio/wav', '.webm': 'video/webm', '.webmanifest': 'application/manifest+json',
};

/** Where the site lies on its host, as most do. */
const kAt = '/school/';

function build(folder, name, change) {
  const content = join(folder, `content-${name}`);
  cpSync('content', content, { recursive: true });
  const bytes = join(content, 'bytes');
  for (const file of ['media.json', 'film.webm', 'film.en.vtt', 'film.ar.vtt', 'sound.wav', 'cover.svg', 'moving.svg', 'still.svg']) {
    cpSync(join('tests/data/bytes/valid', file), join(bytes, file));
  }
  change?.(content);
  execFileSync(process.env.BYTE_TOOL ?? 'build/native/byte', ['build', '--content', content, '--assets',
    process.env.ASSETS ?? 'build/web/assets', '--interface', 'assets/interface', '--out', join(folder, name)],
  { stdio: 'ignore' });
  return join(folder, name);
}

function changeAll(content) {
  const site = JSON.parse(readFileSync(join(content, 'site.json'), 'utf8'));
  // Another colour is another style sheet, and so another name in every page.
  writeFileSync(join(content, 'site.json'), JSON.stringify({ ...site, title: 'The second version', colors: { light: { primary: '#4B2E83' } } }));
  for (const id of ['mentor-or-sponsor', 'carolinas-dilemma']) {
    const file = join(content, 'bytes', id, 'byte.json');
    const byte = JSON.parse(readFileSync(file, 'utf8'));
    writeFileSync(file, JSON.stringify({ ...byte, summary: `Second: ${byte.summary}` }));
  }
}

/**
 * Builds both, once for a file of tests; `remove` takes them away.
 * @returns {{first: string, second: string, remove: () => void}} Folders.
 */
export function buildVersions() {
  const folder = mkdtempSync(join(tmpdir(), 'versions-'));
  return {
    first: build(folder, 'first'),
    second: build(folder, 'second', changeAll),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/**
 * A host whose answers a test decides. `folder` is what it serves and can be set; `wait(path)` may return a promise that the
 * answer waits for; `before(path)` is called before each answer,
 * and what it returns, if anything, is the answer: `{status, type, body}`, or 'gone' for a connection that breaks off.
 * `stop` makes it unreachable, `restart` has it back at the same port.
 */
export async function startHost(folder, { cache = 'no-cache' } = {}) {
  const host = { folder, requests: [], before: null, wait: null };
  const answer = async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://host').pathname).slice(kAt.length);
    host.requests.push(path);
    await host.wait?.(path);
    const said = host.before?.(path);
    if (said === 'gone') return request.destroy();
    let { status = 200, type, body } = said ?? {};
    if (body === undefined && status === 200) {
      const name = path === '' || path.endsWith('/') ? `${path}index.html` : path;
      try {
        body = readFileSync(join(host.folder, name));
        type ??= kTypes[extname(name)] ?? 'application/octet-stream';
      } catch {
        status = 404;
      }
    }
    response.writeHead(status, { 'Content-Type': type ?? 'text/plain', 'Cache-Control': cache }).end(body ?? 'Not found');
  };
  let server;
  const listen = (port) => new Promise((listening, failed) => {
    server = createServer(answer).on('error', failed).listen(port, '127.0.0.1', listening);
  });
  await listen(0);
  const { port } = server.address();
  host.address = `http://127.0.0.1:${port}${kAt}`;
  host.stop = () => new Promise((closed) => {
    server.close(closed);
    server.closeAllConnections();
  });
  host.restart = () => listen(port);
  host.close = () => server.listening ? host.stop() : undefined;
  return host;
}
