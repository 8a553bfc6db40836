/** What the address of a frame asks for. */
export interface EmbedWish {
  /** Name of the element. */
  readonly tag: string;
  /** Language tag of the frame. */
  readonly language: string;
  readonly theme: 'light' | 'dark' | 'auto';
  /** Everything else, as attributes of the element. */
  readonly options: readonly (readonly [name: string, value: string])[];
}

/**
 * Not taken from an address: anybody can write one, and the frame would show their content, or send visitors to their page,
 * under the name of the clinic.
 */
const OWNERS_ONLY: ReadonlySet<string> = new Set([
  'src',
  'groups-src',
  'text-src',
  'exit-url',
  'sync-url',
  'open-root',
]);

/** Reads the query of a frame's address, such as `?element=twelve-steps&view=steps&lang=es&theme=dark`. */
export function readEmbed(search: string): EmbedWish {
  const query = new URLSearchParams(search);
  const theme = query.get('theme');
  return {
    tag: query.get('element')?.trim().toLowerCase() || 'support-group-finder',
    language: query.get('lang')?.trim() || 'en',
    theme: theme === 'dark' || theme === 'auto' ? theme : 'light',
    options: [...query].filter(([name]) => !['element', 'lang', 'theme'].includes(name)),
  };
}

/**
 * Those options that an address may set.
 * @param known The attributes that the element reads.
 */
export function displayOptions(
  options: EmbedWish['options'],
  known: readonly string[],
): { readonly accepted: EmbedWish['options']; readonly refused: readonly string[] } {
  const may = (name: string): boolean => known.includes(name) && !OWNERS_ONLY.has(name);
  return {
    accepted: options.filter(([name]) => may(name)),
    refused: options.flatMap(([name]) => (may(name) ? [] : [name])),
  };
}

/** The script that the frame needs: one that holds everything, because a sandbox keeps it from loading more. */
export function embedScript(
  { language, tag }: EmbedWish,
  languages: readonly string[],
  withLists: boolean,
): string {
  const [tongue = ''] = language.toLowerCase().split('-');
  if (languages.includes(tongue)) return `support-group-elements.${tongue}.classic.js`;
  return tag === 'meeting-finder' || withLists
    ? 'support-group-elements.complete.classic.js'
    : 'support-group-elements.classic.js';
}
