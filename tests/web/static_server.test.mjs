// The server that scripts/serve.sh and the browser tests share.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { serve } from '../../scripts/static_server.mjs';

let folder;
let server;

before(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'site-'));
  const site = path.join(folder, 'site');
  mkdirSync(path.join(site, 'bytes', 'first one'), { recursive: true });
  writeFileSync(path.join(folder, 'secret.txt'), 'not for everyone');
  writeFileSync(path.join(site, 'index.html'), '<h1>Catalogue</h1>');
  writeFileSync(path.join(site, 'bytes', 'first one', 'index.html'), '<h1>First</h1>');
  writeFileSync(path.join(site, 'engine.wasm'), 'abcdefghij');
  writeFileSync(path.join(site, 'empty.js'), '');
  symlinkSync(path.join(folder, 'secret.txt'), path.join(site, 'link.txt'));
  server = await serve(site, { prefix: '/some/path/', headers: { 'X-Test': 'yes' } });
});

after(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** A request whose path is sent as written; fetch would tidy it. */
function ask(request_path, headers = {}) {
  const { hostname, port } = new URL(server.address);
  return new Promise((resolve, reject) => {
    get({ hostname, port, path: request_path, headers }, (response) => {
      let text = '';
      response.on('data', (data) => (text += data));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, text }));
    }).on('error', reject);
  });
}

test('a folder is its index page, with a slash at its end', async () => {
  assert.equal((await ask('/some/path/')).text, '<h1>Catalogue</h1>');
  assert.equal((await ask('/some/path/bytes/first%20one/')).text, '<h1>First</h1>');
  const moved = await ask('/some/path/bytes/first%20one?x=1');
  assert.equal(moved.status, 301);
  assert.equal(moved.headers.location, '/some/path/bytes/first%20one/?x=1');
});

test('each file says what it is', async () => {
  for (const [name, type] of [
    ['engine.wasm', 'application/wasm'],
    ['empty.js', 'text/javascript; charset=utf-8'],
    ['index.html', 'text/html; charset=utf-8'],
  ]) {
    const answer = await ask(`/some/path/${name}`);
    assert.equal(answer.status, 200);
    assert.equal(answer.headers['content-type'], type);
  }
});

test('nothing outside the folder is served', async () => {
  for (const outside of ['/some/path/../secret.txt', '/some/path/%2e%2e/secret.txt', '/some/path/..%2fsecret.txt',
    '/some/path/link.txt', '/secret.txt', '/', '/some/path/%00', '/some/path/%zz', '/some/path//etc/passwd']) {
    const answer = await ask(outside);
    assert.equal(answer.status, 404, outside);
    assert.ok(!answer.text.includes('not for everyone'));
  }
});

test('a part of a file is served as media players ask for it', async () => {
  for (const [range, status, text] of [
    ['bytes=2-4', 206, 'cde'],
    ['bytes=7-', 206, 'hij'],
    ['bytes=-2', 206, 'ij'],
    ['bytes=8-99', 206, 'ij'],
    ['bytes=10-', 416, ''],
    ['lines=1-2', 200, 'abcdefghij'],
  ]) {
    const answer = await ask('/some/path/engine.wasm', { range });
    assert.deepEqual([answer.status, answer.text], [status, text], range);
  }
});

test('an unchanged file is not sent again', async () => {
  const first = await ask('/some/path/engine.wasm');
  const second = await ask('/some/path/engine.wasm', { 'if-none-match': first.headers.etag });
  assert.deepEqual([second.status, second.text], [304, '']);
});

test('it remembers what was asked for, and adds the headers it was given', async () => {
  const before_asking = server.requests.length;
  const answer = await ask('/some/path/engine.wasm?v=1');
  assert.equal(answer.headers['x-test'], 'yes');
  assert.deepEqual(server.requests.slice(before_asking), ['/some/path/engine.wasm?v=1']);
});
