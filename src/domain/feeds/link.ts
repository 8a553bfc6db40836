import type { Payment } from '../meetings/types.js';
import { safeUrl, telephoneUrl } from '../links/safe-url.js';
import { withoutLast } from './text.js';
import { BOUNDS } from './types.js';

const WEB = /^https?:\/\//i;
const WEB_INSIDE = /https?:\/\/[^\s<>"]+/i;
/** A host with a known shape, written without its scheme: `zoom.us/j/1`, `meet.example.org:8443/room`. */
const BARE_HOST = /^(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}(?::\d{1,5})?(?:[/?#]|$)/u;
const SPACE = /\s/;
/** They end the sentence, not the address. */
const LAST_STOPS = '.,;:!?)]}';

/** @returns The address as a web link, or ''. */
function webUrl(text: string): string {
  if (text.length > BOUNDS.text) return '';
  const address = WEB.test(text) ? text : BARE_HOST.test(text) ? `https://${text}` : '';
  return address === '' ? '' : (safeUrl(address) ?? '');
}

/**
 * An address that safeUrl gives back as it is: a plain host, and a path without dots at the ends of its parts. Most are,
 * and the parser of the browser takes longer for one than all other fields of the row do.
 */
const PLAIN_URL =
  /^https:\/\/(?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+[a-z]{2,24}\/(?:[\w\-/=?&]|(?<=[A-Za-z\d])\.(?=[A-Za-z\d]))*$/;

/** What stood in a field for a link: the link, and the words around it, such as a passcode. */
export interface FoundLink {
  readonly url: string;
  readonly rest: string;
}

const NO_LINK: FoundLink = { url: '', rest: '' };

function findLink(value: string): FoundLink {
  const text = value.trim();
  if (!SPACE.test(text)) {
    const url = webUrl(text);
    return url === '' ? NO_LINK : { url, rest: '' };
  }
  const part = text.slice(0, BOUNDS.text);
  const found = WEB_INSIDE.exec(part)?.[0];
  const address = found === undefined ? part.split(SPACE, 1)[0]! : withoutLast(found, LAST_STOPS);
  const url = webUrl(address);
  // "Meeting ID 123 456" is no link, yet it is how to get in. An e-mail address is a person's.
  if (url === '') return text.includes('@') ? NO_LINK : { url, rest: part };
  return { url, rest: part.replace(address, '').trim() };
}

/** Reads the links of one list. The same address is looked at once: a check costs more than the rest of a row. */
export interface LinkReader {
  /** A page on the web, on any host, with or without `https://`; '' for an e-mail address, `0` and the like. */
  web(value: unknown): string;
  /** The same, with what else stood there. */
  webInText(value: unknown): FoundLink;
  /** Where to report a mistake: a page or an e-mail address, of the first value that is one. */
  feedback(...values: readonly unknown[]): string;
}

/** No second `@`, and nothing that would add a subject, a second receiver or a name. */
const EMAIL = /^[^\s@?&#/<>"',;:\\()[\]%]+@[^\s@?&#/<>"',;:\\()[\]%]+\.[^\s@?&#/<>"',;:\\()[\]%.]+$/;

const MAILTO = /^mailto:/i;
const BEHIND = /[?#]/;

function feedbackUrl(value: string): string {
  if (value.length > BOUNDS.text) return '';
  const written = value.trim();
  const isMail = MAILTO.test(written);
  // What stands behind the address may send the mail to others too, unseen, or write it for the visitor.
  const text = isMail ? written.replace(MAILTO, '').split(BEHIND, 1)[0]! : written;
  if (isMail || (text.includes('@') && !WEB.test(text))) {
    const email = text.split(/[,;]/, 1)[0]!.trim();
    return EMAIL.test(email) ? (safeUrl(`mailto:${email}`) ?? '') : '';
  }
  return webUrl(text);
}

export function linkReader(): LinkReader {
  const links = new Map<string, FoundLink>();
  const addresses = new Map<string, string>();
  const webInText = (value: unknown): FoundLink => {
    // The shortest link that can be is `a.bc`.
    if (typeof value !== 'string' || value.length < 4) return NO_LINK;
    let link = links.get(value);
    if (link === undefined) links.set(value, (link = findLink(value)));
    return link;
  };
  return {
    // Of an address of many megabytes the expression would use up its memory, and throw.
    web: (value) =>
      typeof value === 'string' && value.length <= BOUNDS.text && PLAIN_URL.test(value)
        ? value
        : webInText(value).url,
    webInText,
    feedback(...values) {
      for (const oneOrMore of values) {
        const value: unknown = Array.isArray(oneOrMore) ? oneOrMore[0] : oneOrMore;
        if (typeof value !== 'string' || value === '') continue;
        let url = addresses.get(value);
        if (url === undefined) addresses.set(value, (url = feedbackUrl(value)));
        if (url !== '') return url;
      }
      return '';
    },
  };
}

/** A number as links have it, with nothing to leave out. */
const PLAIN_NUMBER = /^\+?\d{5,15}(?:[\d,*#]{0,44}[\d*#])?$/;
const TRUNK_ZERO = /^(\s*\+[\d\s]*)\(0\)/;
const PHONE_PARTS = /\p{L}+|[/;]+|[^\p{L}/;]+/gu;
const OTHER_NUMBER = /^[/;]/;
const LETTERS = /^\p{L}/u;
const DIALLED = /[\d+*#,]/g;
const NO_DIGITS = /\D/g;
/**
 * What telephone networks take for an order, not for a number: `*72` and `**21*` send the calls of whoever dials it on to
 * another number, `*67` hides theirs. With two digits and no mark behind them it is one where a whole number follows.
 */
const SERVICE_CODE = /^[,+#*]*(?:[*#]\d{1,3}(?:[*#]+|(?=[+,]))|\*\d\d(?=\d{10}))/;
const BEFORE_NUMBER = /^[,+#*]*?(?=\+?\d)/;
/** Words after which comes what is typed once somebody answers. */
const THEN_TYPE: ReadonlySet<string> = new Set(
  'x ext extension pin code passcode password id meeting conference access enter then press participant'.split(
    ' ',
  ),
);
const PAUSE = ',,';
const LEAST_DIGITS = 5;
/** More are no number: an international one has 15, a meeting's id 11, a PIN 10. */
const MOST_DIGITS = 60;

/**
 * A `tel:` address for a number to dial in, with its pauses and what is typed after them: `+1 555 010 0100,,123#`,
 * `(555) 010-0100 ext. 12`. Of two numbers it is the first. It begins with a digit or `+`. '' for none.
 */
export function dialUrl(text: string): string {
  if (PLAIN_NUMBER.test(text)) return telephoneUrl(text);
  let dialled = '';
  let digits = 0;
  for (const [part] of text.replace(TRUNK_ZERO, '$1').matchAll(PHONE_PARTS)) {
    if (digits > 0 && OTHER_NUMBER.test(part)) break;
    if (!LETTERS.test(part)) {
      const kept = (part.match(DIALLED) ?? []).join('');
      digits += kept.replace(NO_DIGITS, '').length;
      dialled += kept;
    } else if (digits > 0) {
      if (!THEN_TYPE.has(part.toLowerCase())) break;
      if (!dialled.endsWith(PAUSE)) dialled += PAUSE;
    }
  }
  dialled = withoutLast(dialled.replace(SERVICE_CODE, '').replace(BEFORE_NUMBER, ''), ',');
  digits = dialled.replace(NO_DIGITS, '').length;
  if (digits < LEAST_DIGITS || digits > MOST_DIGITS) return '';
  return safeUrl(telephoneUrl(dialled)) ?? '';
}

const HANDLE = /^[@$]?([\p{L}\p{N}_.-]{1,60})$/u;

interface Service {
  readonly service: Payment['service'];
  readonly hosts: readonly string[];
  readonly address: (handle: string) => string;
}

/** By the key of a Meeting Guide row. The addresses are those that the services' own links have. */
const SERVICES: Readonly<Record<string, Service>> = {
  venmo: { service: 'venmo', hosts: ['venmo.com'], address: (handle) => `https://venmo.com/${handle}` },
  square: {
    service: 'square',
    hosts: ['cash.app', 'square.link', 'square.site', 'squareup.com'],
    address: (handle) => `https://cash.app/$${handle}`,
  },
  paypal: {
    service: 'paypal',
    hosts: ['paypal.com', 'paypal.me'],
    address: (handle) => `https://www.paypal.com/paypalme/${handle}`,
  },
  homegroup_online: {
    service: 'homegroup',
    hosts: ['homegroup.online'],
    address: (handle) => `https://donate.homegroup.online/${handle}/`,
  },
};
const SERVICE_KEYS = Object.keys(SERVICES);
const NO_PAYMENTS: readonly Payment[] = [];

/** Of an address as safeUrl gives it back. */
const HOST = /^https?:\/\/([^/:]+)/;

/** Money goes to the service that is named, and nowhere else. */
function isAt(hosts: readonly string[], url: string): boolean {
  const hostname = HOST.exec(url)?.[1] ?? '';
  return hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`));
}

function paymentUrl({ hosts, address }: Service, text: string): string {
  const handle = HANDLE.exec(text)?.[1];
  // A dot in a name is rare, in a host it is certain.
  if (handle !== undefined && !hosts.some((host) => handle.endsWith(host))) {
    return safeUrl(address(encodeURIComponent(handle))) ?? '';
  }
  const url = webUrl(text);
  return url !== '' && isAt(hosts, url) ? url : '';
}

/**
 * Reads one way to give of our own format.
 * @param links Those of the list.
 * @returns null for a service that is not known, and for an address that is not one of the service.
 */
export function namedPayment(service: unknown, address: unknown, links: LinkReader): Payment | null {
  const named = Object.values(SERVICES).find((each) => each.service === service);
  const url = named ? links.web(address) : '';
  return named && url !== '' && isAt(named.hosts, url) ? { service: named.service, url } : null;
}

/** Reads `venmo`, `square`, `paypal`, `homegroup_online` of a row: a name at the service, or an address there. */
export function paymentReader(): (row: Readonly<Record<string, unknown>>) => readonly Payment[] {
  const known = new Map<string, Payment | null>();
  return (row) => {
    const { venmo, square, paypal, homegroup_online } = row;
    if (!(venmo || square || paypal || homegroup_online)) return NO_PAYMENTS;
    let payments: Payment[] | null = null;
    for (const key of SERVICE_KEYS) {
      const value = row[key];
      if (typeof value !== 'string' || value === '' || value.length > BOUNDS.text) continue;
      const id = `${key} ${value}`;
      let payment = known.get(id);
      if (payment === undefined) {
        const service = SERVICES[key]!;
        const url = paymentUrl(service, value.trim());
        payment = url === '' ? null : { service: service.service, url };
        known.set(id, payment);
      }
      if (payment) (payments ??= []).push(payment);
    }
    return payments ?? NO_PAYMENTS;
  };
}
