/**
 * Reads lists of meetings in Node with the code that runs in the browser. It is bundled from src/ in memory: in dist/ the
 * parts that no element uses, such as the writer of our own format, are not there.
 */
import { build } from 'esbuild';
import { root } from './run.mjs';

const SOURCE = `
  export { addressesIn, feedSource } from './src/domain/feeds/address.ts';
  export { BOUNDS } from './src/domain/feeds/types.ts';
  export { JSON_FORMATS, listOf, recogniseFormat } from './src/domain/feeds/index.ts';
  export { kindOfText } from './src/domain/feeds/recognise.ts';
  export { uniqueIds } from './src/domain/feeds/rows.ts';
  export { toSimple } from './src/domain/feeds/write-simple.ts';
  export { mergeFeeds } from './src/domain/meetings/merge.ts';
  export { typeTable } from './src/content/meeting-types.ts';
  export { readAll } from './src/domain/feeds/read-all.ts';
  export { FetchFailure, fetchText } from './src/controllers/fetch-text.ts';
  export { loadCalendarReader, loadTableReader } from './src/elements/shared/feed-readers.ts';
  export { failureAdvice, problemText, sourceAdvice } from './src/meetings/feed-words.ts';
`;

const { outputFiles } = await build({
  stdin: { contents: SOURCE, resolveDir: root, loader: 'ts' },
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
  mainFields: ['module', 'main'],
  logLevel: 'error',
});
/** The functions of src/ that read, join and write lists. */
export const code = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
);

const {
  BOUNDS,
  FetchFailure,
  JSON_FORMATS,
  fetchText,
  kindOfText,
  listOf,
  readAll,
  recogniseFormat,
  typeTable,
} = code;

/** Nobody waits for a page here: what the browser does step by step is done at once. */
function atOnce(work) {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** The rows in a text, whatever it is. */
async function listIn(text, kind, now) {
  switch (kind) {
    case 'table':
      return { rows: atOnce((await code.loadTableReader())(text, now)), around: {} };
    case 'calendar':
      return { rows: atOnce((await code.loadCalendarReader())(text, now)), around: { calendar: true } };
    case 'json':
      try {
        return listOf(JSON.parse(text.replace(/^\ufeff/, '')));
      } catch (error) {
        throw new FetchFailure('not-a-list', error.message);
      }
    default:
      throw new FetchFailure(kind);
  }
}

/**
 * Fetches and reads one list (a FeedSource, see src/domain/feeds/address.ts). A list that breaks off has failed: the copy
 * that was made before is better than half a list.
 * Gives `{ meetings, problems, cut }`; `cut`: it had more rows or meetings than may be. Throws a FetchFailure.
 */
export async function readFeed(source, now = new Date()) {
  let text = '';
  let type = '';
  await fetchText(source.url, {
    signal: new AbortController().signal,
    again: true,
    most: BOUNDS.bytes,
    begin: (answer) => {
      ({ type } = answer);
      return true;
    },
    take: (piece) => {
      text += piece;
      return true;
    },
  });
  const list = await listIn(text, kindOfText(text, source.format, source.url, type), now);
  const format =
    list &&
    (source.format === 'auto'
      ? recogniseFormat(list)
      : JSON_FORMATS.find(({ name }) => name === source.format));
  if (!list || (!format && list.rows.length > 0)) throw new FetchFailure('not-a-list');
  const rows = list.rows.slice(0, BOUNDS.rows);
  const meetings = [];
  const problems = [];
  const context = { group: source.group, timezone: source.timezone, now, types: typeTable(source.group) };
  const full = format ? atOnce(readAll(format, { ...list, rows }, context, meetings, problems)) : false;
  return { meetings, problems, cut: full || rows.length < list.rows.length };
}

/** The lists of several feeds as one, each meeting once, with ids that are unique in it. `twice`: found in several. */
export function joinFeeds(lists) {
  const merged = code.mergeFeeds(lists.map((meetings, feed) => ({ feed, meetings })));
  const idOf = code.uniqueIds();
  return { meetings: merged.meetings.map((one) => ({ ...one, id: idOf(one.id) })), twice: merged.twice };
}

/** Meetings as the text of a file in our own format; a line for each meeting, so that two states can be compared. */
export function fileOf(meetings, updated) {
  const { meetings: rows, ...head } = code.toSimple(meetings, { updated });
  const lines = rows.map((row) => `    ${JSON.stringify(row)}`);
  return `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "meetings": [\n${lines.join(',\n')}\n  ]\n}\n`;
}
