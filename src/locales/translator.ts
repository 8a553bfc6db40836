import { hasMessage, messageIn, type MessageKey } from './messages.js';

export type Values = Readonly<Record<string, string | number>>;

/** Looks words up in one language. */
export interface Translator {
  /** A language that the words exist in, such as `en`. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** The words of a key, with `{name}` replaced by `values.name`; `{n}` chooses the plural form. */
  (key: MessageKey, values?: Values): string;
  /** "a, b and c" */
  list(items: readonly string[]): string;
  /** A calendar date (`YYYY-MM-DD`) as people write it: "1 October 2026". */
  date(isoDate: string): string;
  /** A wall-clock time (`HH:MM`) as people write it. */
  time(clock: string): string;
  /** The name of a weekday, 1 for Monday to 7 for Sunday. */
  weekday(day: number): string;
}

/** Languages written from right to left (Unicode CLDR); `getTextInfo` is not in every browser. */
const RIGHT_TO_LEFT = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi']);

const PLACEHOLDER = /\{(\w+)\}/g;
const MIDNIGHT = Date.UTC(2024, 0, 1); // a Monday

/** Replaces `{name}` by the value of that name; an unknown name stays, so that it is seen. */
export function fill(text: string, values: Values): string {
  if (!text.includes('{')) return text;
  return text.replace(PLACEHOLDER, (whole, name: string) => (name in values ? String(values[name]) : whole));
}

const translators = new Map<string, Translator>();

/** Makes new translators from now on, because words have changed. */
export function forgetTranslators(): void {
  translators.clear();
}

/**
 * The translator for a language and the region of the page, which decides how dates and times are written.
 * Formatters are made once for each: making them is slow.
 */
export function translatorFor(language: string, tag: string): Translator {
  const key = `${language} ${tag}`;
  let translator = translators.get(key);
  if (!translator) translators.set(key, (translator = makeTranslator(language, tag)));
  return translator;
}

const formatLocale = (language: string, tag: string): string => {
  try {
    const [locale] = Intl.getCanonicalLocales(tag);
    return locale?.toLowerCase().startsWith(language) ? locale : language;
  } catch {
    return language;
  }
};

/** Regions that write the month before the day, in languages that know both ways (Unicode CLDR). */
const MONTH_FIRST = new Set([undefined, 'US', 'CA', 'PH']);

const regionOf = (locale: string): string | undefined => {
  try {
    return new Intl.Locale(locale).region;
  } catch {
    return undefined;
  }
};

/** Makes a thing when it is first asked for. `Intl` objects take milliseconds each, and most pages need few. */
const lazy = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => (made ??= make());
};

function makeTranslator(language: string, tag: string): Translator {
  const locale = formatLocale(language, tag);
  const plural = lazy(() => new Intl.PluralRules(locale));
  const lists = lazy(() => new Intl.ListFormat(locale, { type: 'conjunction' }));
  const dates = lazy(() => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }));
  const times = lazy(() => new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' }));
  const weekdays = lazy(() => new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }));

  const translate = (messageKey: MessageKey, values: Values = {}): string => {
    const message = messageIn(language, messageKey);
    const text =
      typeof message === 'string'
        ? message
        : (message[plural().select(Number(values['n']))] ?? message.other);
    return fill(text, values);
  };
  // The words for dates stand with the others: the formatter that knows them takes a slow phone a tenth of a second.
  const writeDate = (isoDate: string): string => {
    if (!hasMessage(language, 'months')) return dates().format(new Date(`${isoDate}T00:00:00Z`));
    const [year = '', month, day] = isoDate.split('-');
    const key = MONTH_FIRST.has(regionOf(locale)) ? 'date' : 'date-day-first';
    const months = translate('months').split(' ');
    return translate(key, { year, month: months[Number(month) - 1] ?? '', day: Number(day) });
  };
  return Object.assign(translate, {
    language,
    direction: RIGHT_TO_LEFT.has(language.split('-')[0]!) ? ('rtl' as const) : ('ltr' as const),
    list: (items: readonly string[]) => lists().format(items),
    date: writeDate,
    time: (clock: string) =>
      times().format(MIDNIGHT + (Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))) * 60_000),
    weekday: (day: number) => weekdays().format(MIDNIGHT + (day - 1) * 86_400_000),
  });
}
