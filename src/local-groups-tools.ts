/**
 * Reads the file of local groups that `groups-src` names: a file of its own beside the one module, fetched when a page
 * has such a list. Nothing here throws or hangs: what is wrong is said on the console.
 */
import { localGroups, MOST, type Problem } from './content/local-groups.js';
import { FetchFailure, fetchText, whyUnreachable } from './controllers/fetch-text.js';
import type { Failure } from './domain/feeds/failure.js';
import { shortened } from './domain/feeds/text.js';
import { withoutQuotes } from './domain/text/without-quotes.js';
import { contentWith, type Content, type Tools } from './domain/groups/local.js';

export interface LocalGroupsOptions extends Tools {
  readonly warn: (message: string) => void;
}

/** Problems that are named one by one. */
const NAMED = 20;
/** Of an address, in a message. */
const SHOWN = 200;

/** @returns null for anything but an address on the web; nothing is the page itself. */
function addressOf(written: string): URL | null {
  try {
    const address = withoutQuotes(written);
    const url = new URL(address, document.baseURI);
    url.hash = '';
    const isFile = address !== '' && /^https?:$/.test(url.protocol) && url.username + url.password === '';
    return isFile ? url : null;
  } catch {
    return null;
  }
}

/** Why a file could not be had, and what to do. */
function advice({ host, origin }: URL, { kind, detail }: Failure): string {
  switch (kind) {
    case 'offline':
      return 'this device is offline.';
    case 'no-cors':
      return `${host} does not let pages of other sites read it. Put the file on the server of this page.`;
    case 'policy':
      return `the security policy of this page does not allow it. Add ${origin} to connect-src.`;
    case 'insecure':
      return 'this page is https:, and the file is http:. Use its https: address.';
    case 'timeout':
      return `${host} did not answer in time.`;
    case 'status':
      return `${host} answered with status ${detail}. Is the file there, under this name?`;
    case 'too-large':
      return `it is larger than ${MOST.bytes / 1_048_576} MB.`;
    case 'web-page':
      return 'there is a web page where the file should be.';
    case 'empty':
      return 'it is empty.';
    case 'not-a-list':
      return detail;
    default:
      return `${host} could not be reached. Is the address right, and does it open in a browser?`;
  }
}

/** The text of the file; throws a FetchFailure. */
async function textAt(url: URL): Promise<string> {
  let text = '';
  const { signal } = new AbortController();
  try {
    await fetchText(url.href, {
      signal,
      // Whoever has corrected the file sees it at once.
      again: true,
      most: MOST.bytes,
      begin: () => true,
      take: (part) => {
        text += part;
        return true;
      },
    });
  } catch (error) {
    if (!(error instanceof FetchFailure) || error.failure.kind !== 'unreachable' || error.brokeOff)
      throw error;
    const { kind, detail } = await whyUnreachable(url.href, error.failure.detail, signal);
    throw new FetchFailure(kind, detail);
  }
  return text;
}

function parsed(text: string): unknown {
  if (text.trim() === '') throw new FetchFailure('empty');
  if (/^\s*<(?:!doctype|html|head|body)\b/i.test(text)) throw new FetchFailure('web-page');
  try {
    return JSON.parse(text);
  } catch (error) {
    const { message } = error as Error;
    throw new FetchFailure(
      'not-a-list',
      `it is no JSON (${shortened(message, SHOWN)}). Look for a comma or a quotation mark that is missing or too much.`,
    );
  }
}

const named = (problems: readonly Problem[]): string[] => [
  ...problems
    .slice(0, NAMED)
    .map(({ entry, field, message }) => `${entry}${field && `, ${field}`}: ${message}`),
  ...(problems.length > NAMED ? [`… and ${problems.length - NAMED} more.`] : []),
];

/** @returns null where there is no file that can be read; why is on the console. */
export async function readLocalGroups(
  written: string,
  { warn, ...tools }: LocalGroupsOptions,
): Promise<Content | null> {
  const { library, catalog } = tools.builtIn;
  const address = shortened(written, SHOWN);
  const url = addressOf(written);
  if (!url) {
    warn(
      `groups-src="${address}" is no address of a file. Write one that begins with https://, or one on your own site.`,
    );
    return null;
  }
  try {
    const found = localGroups(parsed(await textAt(url)), {
      group: (id) => library('en').byId.has(id),
      substances: [...catalog().substances.keys()],
    });
    if (!found) throw new FetchFailure('not-a-list', 'it has no list "groups": see docs/local-groups.md.');
    const { groups, terms, problems, remarks } = found;
    if (problems.length > 0) {
      const left = new Set(problems.map(({ entry }) => entry)).size;
      warn(
        [
          `The file ${address}: groups shown ${groups.length}, left out ${left}. To mend:`,
          ...named(problems),
        ].join('\n'),
      );
    }
    if (remarks.length > 0)
      warn([`The file ${address}: some fields are left out.`, ...named(remarks)].join('\n'));
    return contentWith(groups, terms, tools);
  } catch (error) {
    const failure: Failure =
      error instanceof FetchFailure ? error.failure : { kind: 'not-a-list', detail: 'it cannot be read.' };
    warn(`The local groups in ${address} cannot be shown: ${advice(url, failure)}`);
    return null;
  }
}

/** An element that is about to be drawn anew. */
export interface Drawn {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly updateComplete: Promise<unknown>;
}

/**
 * Groups have come: what somebody reads stays where it is when they are drawn, and the focus too, which a row that moves
 * would lose.
 */
export function keepInPlace(host: Drawn, { vocabulary }: Content, language: string): void {
  const root = host.renderRoot as ShadowRoot;
  const focused = root.activeElement as HTMLElement | null;
  const isInSight = (row: Element): boolean => row.getBoundingClientRect().bottom > 0;
  const row =
    focused?.closest('article') ??
    (scrollY > 0 ? [...root.querySelectorAll('article')].find(isInSight) : undefined);
  const top = row?.getBoundingClientRect().top ?? 0;
  void host.updateComplete.then(() => {
    // Only where it was lost with the row, not where somebody has gone on.
    if (focused && !root.activeElement && document.activeElement === document.body)
      focused.focus({ preventScroll: true });
    if (row) scrollBy({ top: row.getBoundingClientRect().top - top, behavior: 'instant' });
    // The first letter does not wait for it.
    setTimeout(() => vocabulary(language).lexicon.words());
  });
}
