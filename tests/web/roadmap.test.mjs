// What a roadmap's page makes of stored events, and which lesson it puts next.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextOf, standingOf } from '../../web/roadmap.js';

let count = 0;
const event = (kind, at, more = {}) => ({ id: String(++count).padStart(32, '0'), device: 'a', n: count, at, byte: 'one', kind, data: {}, ...more });
const reached = (done, all, at, more = {}) => event('reached', at, { data: { done, all }, ...more });

test('a lesson is what its newest note says', () => {
  const cases = [
    [[], 'not-begun'],
    [[event('started', 1)], 'begun'],
    [[event('started', 1), reached(1, 2, 2)], 'begun'],
    [[reached(1, 2, 2), reached(2, 2, 3), event('started', 4)], 'finished'],
    [[reached(2, 2, 3), reached(1, 2, 2)], 'finished'],
    [[reached(2, 2, 3), reached(2, 3, 5)], 'begun'],
    // What comes before the last `forgot` counts for nothing, also when it was merged later; what comes after does.
    [[reached(2, 2, 3), event('forgot', 4)], 'not-begun'],
    [[event('forgot', 4), reached(2, 2, 3)], 'not-begun'],
    [[reached(2, 2, 3), event('forgot', 4), event('chose', 5)], 'begun'],
    [[event('forgot', 4), reached(2, 2, 5)], 'finished'],
    // Of each name that the lesson had by itself.
    [[reached(2, 2, 3, { byte: 'before' }), event('forgot', 4)], 'finished'],
    [[reached(2, 2, 3, { byte: 'before' }), event('forgot', 4, { byte: 'before' })], 'not-begun'],
    // At one time the order is that of devices, then numbers.
    [[reached(2, 2, 3, { device: 'b' }), reached(1, 2, 3, { device: 'a' })], 'finished'],
    [[reached(2, 2, 3, { n: 7 }), reached(1, 2, 3, { n: 8 })], 'begun'],
  ];
  for (const [events, state] of cases) assert.equal(standingOf(events).state, state, JSON.stringify(events));
  const { done, all } = standingOf([reached(2, 5, 1)]);
  assert.deepEqual([done, all], [2, 5]);
});

test('records that are no events are passed over', () => {
  for (const record of [undefined, {}, { kind: 'reached' }, { kind: 'reached', at: '5', byte: 'one', data: { done: 2, all: 2 } }]) {
    assert.equal(standingOf([record]).state, 'not-begun', JSON.stringify(record));
  }
  for (const data of [null, undefined, {}, { all: 0, done: 0 }, { all: 'x', done: 'x' }, 7]) {
    assert.equal(standingOf([event('reached', 1, { data })]).state, 'begun', JSON.stringify(data));
  }
});

test('next is what is begun, then what stands first, and of both what is prepared for', () => {
  const stops = [{ id: 'a' }, { id: 'b', after: ['a'] }, { id: 'c', after: ['a'] }, { id: 'd', after: ['b', 'c'] }];
  const cases = [
    [{}, 'a'],
    [{ a: 'begun' }, 'a'],
    [{ a: 'finished' }, 'b'],
    [{ a: 'finished', c: 'begun' }, 'c'],
    [{ b: 'begun' }, 'a'],
    [{ a: 'finished', b: 'finished', d: 'begun' }, 'c'],
    [{ a: 'finished', b: 'finished', c: 'finished' }, 'd'],
    [{ a: 'finished', b: 'finished', c: 'finished', d: 'finished' }, undefined],
  ];
  for (const [states, next] of cases) {
    const standings = new Map(Object.entries(states).map(([id, state]) => [id, { state, done: 0, all: 0 }]));
    assert.equal(nextOf(stops, standings)?.id, next, JSON.stringify(states));
  }
});
