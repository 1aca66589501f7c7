// Files of answers: what is in one may have been written by anybody.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { isEvent, readAnswers, writeAnswers } from '../../web/answer_file.js';

const rows = JSON.parse(readFileSync('tests/data/events/records.json', 'utf8'));
const now = 1_700_000_000_000;
const good = rows[0].record;
const withId = (number, change = {}) => ({ ...good, id: String(number).padStart(32, '0'), ...change });
const fileOf = (events) => writeAnswers(events);

describe('A file of answers', () => {
  it('is read by the rules of the engine', () => {
    for (const { why, is_event: expected, record } of rows) assert.equal(isEvent(record, now), expected, why);
  });

  it('survives its round trip, with kinds and fields that only a newer player knows', () => {
    const events = [good, withId(2, { kind: 'sang', song: [1] }), withId(3, { v: 2, data: { a: 1 } })];
    assert.deepEqual(readAnswers(fileOf(events), now), { events, passed: 0 });
  });

  it('gives what is an event, and counts what is none', () => {
    const events = rows.map(({ record }, index) =>
      record?.id === good.id ? { ...record, id: String(index).padStart(32, '0') } : record);
    const read = readAnswers(fileOf(events), now);
    assert.equal(read.events.length, rows.filter(({ is_event: holds }) => holds).length);
    assert.equal(read.events.length + read.passed, rows.length);
  });

  it('never takes answers away, and names each of them once', () => {
    const read = readAnswers(fileOf([good, { ...good, subject: 'other' }, withId(2, { kind: 'forgot', subject: '' })]), now);
    assert.deepEqual(read, { events: [good], passed: 0 });
  });

  it('has nothing from a far future, behind which all that is answered here would come', () => {
    const read = readAnswers(fileOf([withId(1, { at: now + 400 * 86_400_000 }), withId(2, { at: now + 86_400_000 })]), now);
    assert.deepEqual([read.events.length, read.passed], [1, 1]);
  });

  it('is passed over where it is something else', () => {
    for (const text of ['', 'null', '7', '[]', '{', '{"format":"byte-player-events"}', '{"format":"byte-player-events","events":{}}',
      JSON.stringify({ format: 'other', events: [good] }), '['.repeat(100_000)]) {
      assert.deepEqual(readAnswers(text, now), { events: [], passed: 0 }, text.slice(0, 40));
    }
  });

  it('is read as far as 100,000 entries', () => {
    const read = readAnswers(fileOf(Array.from({ length: 100_010 }, () => 0)), now);
    assert.deepEqual(read, { events: [], passed: 100_010 });
  });
});
