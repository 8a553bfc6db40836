/** Control characters, and characters that turn or hide text, are no part of an honest address. */
// eslint-disable-next-line no-control-regex
const INVISIBLE = /[\u0000-\u0020\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

const PROTOCOLS: ReadonlySet<string> = new Set(['https:', 'http:', 'tel:', 'mailto:']);

/**
 * The address as it may stand in a link, or null where it may not: only `https:`, `http:`, `tel:` and `mailto:`,
 * absolute, and without a user name or password in it. Lit itself does not stop `javascript:`.
 */
export function safeUrl(address: string | null | undefined): string | null {
  if (typeof address !== 'string') return null;
  let url: URL;
  try {
    url = new URL(address.replace(INVISIBLE, ''));
  } catch {
    return null;
  }
  if (!PROTOCOLS.has(url.protocol) || url.username !== '' || url.password !== '') return null;
  return url.href;
}

/** What a person would read out as the address: host and path, without the protocol, `www.` and a last slash. */
export function readableUrl(address: string): string {
  const url = safeUrl(address);
  if (url === null) return '';
  const { host, pathname } = new URL(url);
  return (host.replace(/^www\./, '') + pathname).replace(/\/$/, '');
}

const NOT_DIALLED = /[^\d+*#,]/g;

/** A `tel:` address for a number as people write it: "0800 917 7650" gives `tel:08009177650`. */
export function telephoneUrl(number: string): string {
  return `tel:${number.replace(NOT_DIALLED, '')}`;
}

/** An `sms:` address; `body` is the word to send, where the service asks for one. */
export function textMessageUrl(number: string, body: string | null): string {
  const address = `sms:${number.replace(NOT_DIALLED, '')}`;
  return body === null ? address : `${address}?&body=${encodeURIComponent(body)}`;
}
