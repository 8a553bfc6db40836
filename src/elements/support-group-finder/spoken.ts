import { labelsIn } from '../../content/search.js';
import { crisisAnnounced } from '../shared/crisis-panel.js';
import type { View } from '../shared/support-element.js';
import { shownFirst, type Results } from './results.js';

const NAMES_SPOKEN = 3;

/** What a screen reader hears once a change has settled: danger first, then a question, then what was found. */
export function spokenResults(view: View, results: Results): string {
  const { others, crisis, understanding } = results;
  const first = shownFirst(results);
  const { t } = view;
  const label = labelsIn(view.language);
  const danger = crisisAnnounced(view, crisis);
  const parts: string[] = danger ? [danger] : [];
  for (const { phrase, meanings, answer } of understanding.questions) {
    const options = t.list(meanings.map(({ kind, id }) => label(kind, id)));
    if (!answer) parts.push(`${t('question-title', { word: phrase })} ${options}.`);
  }
  if (first.length > 0) {
    const names = t.list(first.slice(0, NAMES_SPOKEN).map(({ name }) => name));
    parts.push(t('announce-leading', { n: first.length, names }));
  } else if (others.length > 0) parts.push(t('announce-results', { n: others.length }));
  else parts.push(t('announce-none'));
  return parts.join(' ');
}
