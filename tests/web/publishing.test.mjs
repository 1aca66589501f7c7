// Holds docs/publishing.md to what the built pages and the page's scripts do. The site is the one that the ordinary
// build makes; another one by the variable SITE.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const site = path.resolve(root, process.env.SITE ?? 'build/site');
const page = readFileSync(path.join(root, 'docs/publishing.md'), 'utf8');
const policies = page.matchAll(/^(?:Content-Security-Policy: )?(default-src .*)$/gm);
const [own, header] = Array.from(policies, ([, policy]) => policy);

function policyOf(file) {
  const html = readFileSync(path.join(site, file), 'utf8');
  const [, policy] = html.match(/http-equiv="Content-Security-Policy" content="([^"]*)"/);
  return policy.replaceAll('&#39;', "'");
}

const directivesOf = (policy) => new Map(policy.split('; ').map((one) => {
  const [name, ...sources] = one.split(' ');
  return [name, sources];
}));

const pages = readdirSync(site, { recursive: true }).filter((file) => file.endsWith('.html'));

test('the policy that the document gives is that of the built pages', () => {
  assert.equal(own, policyOf('index.html'));
  assert.equal(header, `${policyOf('play.html')}; frame-ancestors 'self'`);
});

test('the policy to be sent forbids nothing that a page allows', () => {
  const sent = directivesOf(header);
  assert.ok(pages.length > 2, pages.join());
  for (const file of pages) {
    for (const [name, sources] of directivesOf(policyOf(file))) {
      for (const source of sources) {
        const isAllowed = sent.get(name)?.some((one) => one === source || (one === 'https:' && source.startsWith(one)));
        assert.ok(isAllowed, `${file}: ${name} ${source}`);
      }
    }
  }
});

test('pages link to files, never to folders', () => {
  for (const file of pages) {
    for (const [, address] of readFileSync(path.join(site, file), 'utf8').matchAll(/<a [^>]*href="([^"#]+)"/g)) {
      if (!/^[a-z]+:/.test(address)) assert.match(address, /\.[a-z0-9]+$/, `${file}: ${address}`);
    }
  }
});

test('the document names all that is kept in the browser', () => {
  const scripts = readdirSync(path.join(root, 'web')).filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(path.join(root, 'web', name), 'utf8')).join('\n');
  const keys = new Set([...scripts.matchAll(/localStorage\.[gs]etItem\('([^']+)'/g)].map(([, key]) => key));
  assert.ok(keys.size > 1);
  for (const key of keys) assert.ok(page.includes(`\`${key}\``), key);
  assert.match(scripts, /`byte-player \$\{basePath\}`/);
  assert.ok(page.includes('`byte-live` and the page'));
  assert.doesNotMatch(scripts, /document\.cookie/);
});

test('the engine is as large as the document says', () => {
  const { engine } = JSON.parse(readFileSync(path.join(site, 'files.json'), 'utf8'));
  const { bytes } = engine.find(({ name }) => /\/engine\.[0-9a-f]+\.wasm$/.test(name));
  const [, said] = page.match(/the engine is (\d+) KB as it is/);
  assert.ok(Math.abs(bytes / 1000 - said) < said / 10, `${bytes} bytes`);
});
