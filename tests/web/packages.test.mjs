// The tools from npm are pinned, and come from whatever registry the machine is set up for.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

for (const folder of ['web', 'tests']) {
  const read = (name) => JSON.parse(readFileSync(new URL(`../../${folder}/${name}`, import.meta.url), 'utf8'));

  test(`${folder}/package.json pins exact versions`, () => {
    const { dependencies = {}, devDependencies = {}, optionalDependencies = {} } = read('package.json');
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })) {
      assert.match(version, /^\d+\.\d+\.\d+$/, name);
    }
  });

  test(`${folder}/package-lock.json checks each package and names no address to take it from`, () => {
    for (const [name, entry] of Object.entries(read('package-lock.json').packages)) {
      if (name === '') continue;
      assert.equal(entry.resolved, undefined, `${name}: run npm in ${folder}/, whose .npmrc leaves addresses out`);
      assert.match(entry.integrity, /^sha512-/, name);
    }
  });
}
