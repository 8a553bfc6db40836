import type { FeedState } from '../controllers/feed-loader.js';
import type { FeedSource, SourceProblem } from '../domain/feeds/address.js';
import { BMLT_OPTIONS } from '../domain/feeds/address.js';
import type { Failure } from '../domain/feeds/failure.js';
import { BOUNDS, FORMATS, type Problem } from '../domain/feeds/types.js';

const MB = 1024 * 1024;

/** What a list is called: its label, else its host. */
export function feedName({ source }: { readonly source: FeedSource }): string {
  if (source.label) return source.label;
  try {
    return new URL(source.url).host.replace(/^www\./, '');
  } catch {
    return source.address;
  }
}

/** For whoever edits the page, on the console: what is wrong with an attribute, and what would be right. */
export function sourceAdvice(tag: string, problem: SourceProblem): string {
  switch (problem.kind) {
    case 'address':
      return `<${tag}>: "${problem.address}" is no address of a meeting list. Write one that begins with https://, or one on your own site.`;
    case 'option':
      return (
        `<${tag}>: the list ${problem.address} has an option "${problem.name}" behind #, which is not known. ` +
        `Known: format, group, timezone, label; for a BMLT server: ${BMLT_OPTIONS.join(', ')}.`
      );
    case 'value':
      if (problem.name === 'timezone')
        return (
          `<${tag}>: timezone="${problem.value}" is no time zone that is known, so meetings of ${problem.address} that name ` +
          'none have none. Accepted: an IANA name, which is an area and a city, such as America/Chicago; not EST or +05:00.'
        );
      return (
        `<${tag}>: ${problem.name}="${problem.value}" is not known, so the format of ${problem.address} is recognized ` +
        `from the list itself. Accepted: auto, ${FORMATS.join(', ')}.`
      );
  }
}

/** The same for the id of a group. */
export const unknownGroup = (tag: string, { address, group }: FeedSource): string =>
  `<${tag}>: the list ${address} says group="${group}", which is no group that we know. Accepted: the ids in data/groups.json, such as na.`;

/** The same for a list that could not be had. */
export function failureAdvice({ url }: FeedSource, { kind, detail }: Failure): string {
  const { host } = new URL(url);
  const advice: Record<Failure['kind'], string> = {
    offline: 'this device is offline.',
    unreachable: `${host} could not be reached (${detail}). Is the address right, and does it open in a browser?`,
    'no-cors':
      `${host} answers, but does not let pages of other sites read the list. Ask whoever runs it to send the header ` +
      '"Access-Control-Allow-Origin: *" with it, or keep a copy beside your page: see "npm run snapshot" in the README.',
    policy:
      `the security policy of this page does not allow it. Add ${new URL(url).origin} to connect-src ` +
      'in your Content-Security-Policy.',
    insecure:
      'this page is https:, and the list is http:, so the browser refuses it. Use the https: address of the list.',
    timeout: `${host} did not answer in time.`,
    status: `${host} answered with status ${detail}. Open the address in a browser: is the list still there, and public?`,
    'too-large': `the list is larger than ${BOUNDS.bytes / MB} MB. Ask for a part of it, such as one region.`,
    'web-page':
      'there is a web page where a list should be. Copy the address of the feed, not of the page that shows the meetings.',
    'not-a-list': `this is no meeting list that we can read (${detail || 'unknown form'}). Say which format it is: format="meeting-guide", "bmlt", "sheet", "icalendar" or "simple".`,
    empty: 'the answer is empty.',
    reader: `${detail} did not load. Put it beside the module.`,
  };
  return `The meeting list ${url} cannot be shown: ${advice[kind]}`;
}

/** Rows that are named one by one. */
const NAMED = 10;

const REASONS: Readonly<Record<Problem['reason'], string>> = {
  'not-a-meeting': 'it is no meeting',
  'no-name': 'it has no name',
  'bad-day': 'its day cannot be read',
  'bad-time': 'its time cannot be read',
  ended: 'it is over',
};

/** What is wrong with a row, for whoever keeps the list. */
export const problemText = ({ row, name, reason, value }: Problem): string =>
  `row ${row}${name ? ` "${name}"` : ''}: ${REASONS[reason]}${value ? ` (${value})` : ''}`;

/** Rows that were left out, for the console. */
export function problemsAdvice(state: FeedState): string {
  const { source, problems, meetings } = state;
  const named = problems.slice(0, NAMED).map(problemText);
  const rest =
    problems.length > NAMED
      ? [`… and ${problems.length - NAMED} more: see the element's property "problems"`]
      : [];
  return (
    `The meeting list ${source.address}: ${meetings?.length ?? 0} meetings are shown, ${problems.length} rows are left out.\n` +
    [...named, ...rest].join('\n')
  );
}
