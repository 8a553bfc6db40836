/** Why a list could not be had. The words are in data/text/<language>/meetings.json; for editors on the console. */
export type FailureKind =
  | 'offline'
  | 'unreachable'
  | 'no-cors' // the server answers, but not to pages of other sites
  | 'policy' // the page's own security policy forbids the address
  | 'insecure' // an http: list on an https: page
  | 'timeout'
  | 'status'
  | 'too-large'
  | 'web-page' // HTML where a list should be
  | 'not-a-list'
  | 'empty'
  | 'reader'; // a file beside the module that reads this format did not load

export interface Failure {
  readonly kind: FailureKind;
  /** Status of HTTP, or what the parser said; for the console. */
  readonly detail: string;
}

/** Failures that may be gone a moment later. */
const PASSING: ReadonlySet<FailureKind> = new Set(['unreachable', 'timeout', 'offline']);
const PASSING_STATUS: ReadonlySet<string> = new Set(['408', '425', '429', '500', '502', '503', '504']);

export const mayPass = ({ kind, detail }: Failure): boolean =>
  PASSING.has(kind) || (kind === 'status' && PASSING_STATUS.has(detail));

/** Pauses between attempts, in milliseconds; after the last one nobody asks again unless the visitor does. */
const PAUSES = [1500, 6000] as const;

/**
 * How long to wait before the next attempt; null: no more.
 * @param attempt Attempts that have failed.
 * @param retryAfter What the server asked for, in seconds; null for nothing.
 * @param random From 0 to 1, so that not all visitors come back in the same moment.
 */
export function pauseBefore(attempt: number, retryAfter: number | null, random: number): number | null {
  const pause = PAUSES[attempt - 1];
  if (pause === undefined) return null;
  const asked = retryAfter === null ? 0 : retryAfter * 1000;
  return asked > 30_000 ? null : Math.max(asked, pause * (0.75 + random / 2));
}
