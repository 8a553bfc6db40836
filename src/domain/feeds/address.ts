import { withoutLast } from './text.js';
import { FORMATS, type FormatName } from './types.js';
import { zoneReader } from './values.js';

/** What a page says about one list. */
export interface FeedSource {
  /** As the page owner wrote it, without the part behind `#`: for messages. */
  readonly address: string;
  /** What is asked for. */
  readonly url: string;
  readonly format: FormatName | 'auto';
  /** Id of the group, or ''. */
  readonly group: string;
  /** IANA zone of meetings that name none, or ''. */
  readonly timezone: string;
  /** How the list is called on the page; '' for its host. */
  readonly label: string;
}

/** What is wrong with what the page says about a list. */
export type SourceProblem =
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'option'; readonly address: string; readonly name: string }
  | { readonly kind: 'value'; readonly address: string; readonly name: string; readonly value: string };

/** What may stand behind `#`, or on a `<meeting-feed>`. */
export interface FeedOptions {
  readonly format?: string | null;
  readonly group?: string | null;
  readonly timezone?: string | null;
  readonly label?: string | null;
}

const OWN = ['format', 'group', 'timezone', 'label'] as const;
/** Parameters of a BMLT search that a page may set (BMLT semantic interface, GetSearchResults). */
export const BMLT_OPTIONS = [
  'services', 'recursive', 'formats', 'formats_comparison_operator', 'venue_types', 'weekdays',
  'meeting_key', 'meeting_key_value', 'lat_val', 'long_val', 'geo_width', 'geo_width_km',
  'root_server_ids', 'page_size', 'lang_enum',
] as const; // prettier-ignore

/** The fields that a list shows: a third of the bytes stays away. */
const BMLT_FIELDS = [
  'id_bigint', 'root_server_id', 'service_body_name', 'weekday_tinyint', 'venue_type', 'start_time',
  'duration_time', 'time_zone', 'formats', 'format_shared_id_list', 'longitude', 'latitude',
  'meeting_name', 'location_text', 'location_info', 'location_street',
  'location_neighborhood', 'location_city_subsection', 'location_municipality', 'location_sub_province',
  'location_province', 'location_postal_code_1', 'location_nation', 'comments', 'train_lines', 'bus_lines',
  'phone_meeting_number', 'virtual_meeting_link', 'virtual_meeting_additional_info',
]; // prettier-ignore

/** Those that take several values; a comma in another one is part of a name. */
const LISTS: ReadonlySet<string> = new Set([
  'services', 'formats', 'venue_types', 'weekdays', 'root_server_ids', 'lang_enum',
]); // prettier-ignore

const ROOT_SERVER = /\/main_server\/?$/;
/** Of a search that somebody wrote out. */
const SEARCH = /\/client_interface\//;

/** What a CMS makes of quotes around an attribute, and of the `&` in it. */
const QUOTES = `"“”„″'‘’`;
const FIRST_QUOTES = /^["“”„″'‘’]+/;
const ESCAPED_AND = /&(?:amp|#0*38);/g;

/** The search on a BMLT root server: all meetings, with the formats that they use. */
export function bmltSearch(root: URL, options: ReadonlyMap<string, string>): string {
  const url = new URL('client_interface/json/', root.href.replace(/[?#].*$/, '').replace(/\/?$/, '/'));
  const set = (name: string, value: string): void => url.searchParams.append(name, value);
  set('switcher', 'GetSearchResults');
  set('get_used_formats', '1');
  set('data_field_key', BMLT_FIELDS.join(','));
  for (const [name, value] of options)
    if (LISTS.has(name) && value.includes(','))
      for (const one of value.split(',')) set(`${name}[]`, one.trim());
    else set(name, value);
  // A service body stands for the areas inside it too.
  if (options.has('services') && !options.has('recursive')) set('recursive', '1');
  return url.href;
}

/**
 * What one address says: where the list is, and behind `#`, which is never sent, what it is.
 * @param base The address of the page, for relative ones.
 * @param options What stands in markup; it weighs more than what stands behind `#`.
 * @param complain Told what is wrong; the rest is used all the same.
 * @returns null where the address is none.
 */
export function feedSource(
  written: string,
  base: string,
  options: FeedOptions,
  complain: (problem: SourceProblem) => void,
): FeedSource | null {
  const plain = withoutLast(written.trim().replace(ESCAPED_AND, '&').replace(FIRST_QUOTES, ''), QUOTES);
  const [address = '', ...behind] = plain.split('#');
  let url: URL;
  try {
    url = new URL(address, base);
  } catch {
    complain({ kind: 'address', address });
    return null;
  }
  // Nothing is the page itself.
  if (
    address === '' ||
    (url.protocol !== 'https:' && url.protocol !== 'http:') ||
    url.username ||
    url.password
  ) {
    complain({ kind: 'address', address });
    return null;
  }
  const said = new Map(new URLSearchParams(behind.join('#')));
  for (const name of OWN) {
    const value = options[name]?.trim();
    if (value) said.set(name, value);
  }
  const search = new Map<string, string>();
  for (const [name, value] of said) {
    if ((OWN as readonly string[]).includes(name)) continue;
    if ((BMLT_OPTIONS as readonly string[]).includes(name)) search.set(name, value);
    else complain({ kind: 'option', address, name });
  }
  const wanted = (said.get('format') ?? 'auto').toLowerCase();
  const known = wanted === 'auto' || (FORMATS as readonly string[]).includes(wanted);
  if (!known) complain({ kind: 'value', address, name: 'format', value: wanted });
  const format = known ? (wanted as FormatName | 'auto') : 'auto';
  const place = said.get('timezone') ?? '';
  // As the readers of lists have it.
  const timezone = zoneReader('')(place);
  if (timezone === '' && place !== '') complain({ kind: 'value', address, name: 'timezone', value: place });
  const isServer =
    ROOT_SERVER.test(url.pathname) ||
    (format === 'bmlt' && url.pathname.endsWith('/') && !SEARCH.test(url.pathname));
  // They belong to a search that is made here.
  if (!isServer) for (const name of search.keys()) complain({ kind: 'option', address, name });
  return {
    address,
    url: isServer ? bmltSearch(url, search) : url.href,
    format: isServer ? 'bmlt' : format,
    group: (said.get('group') ?? '').toLowerCase(),
    timezone,
    label: said.get('label') ?? '',
  };
}

/** The addresses of an attribute, separated by white space. */
export const addressesIn = (src: string): string[] => src.split(/\s+/).filter((part) => part !== '');
