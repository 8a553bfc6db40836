import type { Failure } from '../domain/feeds/failure.js';
import { FEED_REQUEST } from '../domain/feeds/request.js';

/** Longest silence of a server, and longest time for a whole list, in milliseconds. */
const PATIENCE = { silence: 20_000, whole: 60_000 } as const;
/** Longest wait for a server that is asked whether it is there at all. */
const PROBE = 5000;
/** Longest wait for the browser to tell that the policy of the page forbids an address. */
const TOLD = 50;

/** A list could not be had. */
export class FetchFailure extends Error {
  readonly failure: Failure;
  /** What the server asked for, in seconds; null for nothing. */
  readonly retryAfter: number | null;
  /** The answer had begun, and broke off. */
  readonly brokeOff: boolean;

  constructor(
    kind: Failure['kind'],
    detail = '',
    { retryAfter = null, brokeOff = false }: { retryAfter?: number | null; brokeOff?: boolean } = {},
  ) {
    super(`${kind} ${detail}`);
    this.failure = { kind, detail };
    this.retryAfter = retryAfter;
    this.brokeOff = brokeOff;
  }
}

/** An answer that was asked for before anybody could read it. */
export interface EarlyAnswer {
  readonly response: Promise<Response>;
  readonly stop: AbortController;
}

export interface Answer {
  readonly type: string;
  /** What tells whether a later answer is the same; '' for nothing. */
  readonly version: string;
}

/**
 * Fetches a text and hands it on piece by piece. Nothing about the visitor goes along: no cookies, no referrer.
 * @param take Takes a piece; false: enough.
 * @param begin Told about the answer before the first piece; false: not wanted (it is the same as before).
 * @param most Bytes at the most, unpacked.
 * @throws FetchFailure
 */
export async function fetchText(
  url: string,
  options: {
    readonly signal: AbortSignal;
    /** Asks the server whether what the browser keeps is still true. */
    readonly again: boolean;
    readonly most: number;
    readonly begin: (answer: Answer) => boolean;
    readonly take: (text: string) => boolean | Promise<boolean>;
    /** An answer that is on its way already. */
    readonly early?: EarlyAnswer | undefined;
    /** Longest silence, and longest time for all of it, in milliseconds. */
    readonly patience?: { readonly silence: number; readonly whole: number };
  },
): Promise<void> {
  const { silence: longest, whole: longestWhole } = options.patience ?? PATIENCE;
  const { early } = options;
  const stop = early?.stop ?? new AbortController();
  const abort = (): void => stop.abort();
  if (options.signal.aborted) abort();
  options.signal.addEventListener('abort', abort, { once: true });
  let late = false;
  let brokeOff = false;
  const expire = (): void => {
    late = true;
    stop.abort();
  };
  const whole = setTimeout(expire, longestWhole);
  let silence = setTimeout(expire, longest);
  const heard = (): void => {
    clearTimeout(silence);
    silence = setTimeout(expire, longest);
  };
  try {
    const response = await (early?.response ??
      fetch(url, {
        ...FEED_REQUEST,
        cache: options.again ? 'no-cache' : 'default',
        signal: stop.signal,
      }));
    heard();
    if (!response.ok)
      throw new FetchFailure('status', String(response.status), {
        retryAfter: seconds(response.headers.get('retry-after')),
      });
    brokeOff = true;
    const version = response.headers.get('etag') ?? response.headers.get('last-modified') ?? '';
    if (!options.begin({ type: response.headers.get('content-type') ?? '', version })) return;
    if (!response.body) return;
    const decoder = new TextDecoder();
    const reader = response.body.getReader();
    let bytes = 0;
    for (;;) {
      const { done, value } = await reader.read();
      heard();
      if (done) break;
      bytes += value.byteLength;
      if (bytes > options.most) throw new FetchFailure('too-large');
      if (!(await options.take(decoder.decode(value, { stream: true })))) return;
    }
    await options.take(decoder.decode());
  } catch (error) {
    if (error instanceof FetchFailure) throw error;
    if (late) throw new FetchFailure('timeout', '', { brokeOff });
    throw new FetchFailure('unreachable', error instanceof Error ? error.message : '', { brokeOff });
  } finally {
    clearTimeout(whole);
    clearTimeout(silence);
    options.signal.removeEventListener('abort', abort);
    stop.abort();
  }
}

const seconds = (value: string | null): number | null =>
  value !== null && /^\d{1,6}$/.test(value.trim()) ? Number(value) : null;

/**
 * Why a list that could not be reached could not: asked without reading the answer, a server that answers at all only
 * keeps its list from pages of other sites.
 */
export async function whyUnreachable(url: string, detail: string, signal: AbortSignal): Promise<Failure> {
  if (location.protocol === 'https:' && url.startsWith('http:')) return { kind: 'insecure', detail };
  if (!navigator.onLine) return { kind: 'offline', detail };
  let forbidden = false;
  let tell: () => void;
  const told = new Promise<void>((resolve) => (tell = resolve));
  const blocked = ({ blockedURI }: SecurityPolicyViolationEvent): void => {
    // The page's own policy is told with the address, or with its origin after a redirect.
    if (blockedURI === '' || !url.startsWith(blockedURI)) return;
    forbidden = true;
    tell();
  };
  document.addEventListener('securitypolicyviolation', blocked);
  const stop = new AbortController();
  const abort = (): void => stop.abort();
  signal.addEventListener('abort', abort, { once: true });
  const timer = setTimeout(abort, PROBE);
  try {
    await fetch(url, {
      mode: 'no-cors',
      method: 'HEAD',
      ...FEED_REQUEST,
      signal: stop.signal,
    });
    return { kind: 'no-cors', detail };
  } catch {
    // The policy is told in a task of its own, which may come after the fetch has failed.
    await Promise.race([told, new Promise((resolve) => setTimeout(resolve, TOLD))]);
    return { kind: forbidden ? 'policy' : 'unreachable', detail };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
    document.removeEventListener('securitypolicyviolation', blocked);
  }
}
