// @ts-check
/**
 * What `byte serve` adds to each page that it serves, and no published page has: a saved change comes into the page
 * within a second, and problems are said on it.
 */
import { makeReport } from './author/report.js';
import { make, phrasesFrom } from './elements.js';
import { Connection } from './live/connection.js';
import { reloadInPlace, restorePlace } from './live/place.js';
import { ProblemCard } from './live/problem_card.js';

const { page, words } = JSON.parse(document.getElementById('live:data')?.textContent ?? '{}');
const phrase = phrasesFrom(words);

/** Stands on the page that is shown in place of a lesson which has problems. */
const place = document.getElementById('live:problems');
const card = place ? null : new ProblemCard(phrase, location.pathname.startsWith('/bytes/'));

const lost = make('p', { class: 'live-lost', role: 'status' });
document.body.append(lost);

restorePlace();
new Connection((change) => {
  if (change.page !== page) {
    reloadInPlace();
    return;
  }
  card?.render(change.problems);
  place?.replaceChildren(makeReport(change.problems, phrase).list);
}, (isLost) => {
  lost.textContent = isLost ? phrase('live-lost') : '';
});
