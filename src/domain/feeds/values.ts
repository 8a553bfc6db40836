/**
 * Values as feeds write them: days, times, numbers, dates, names of zones. Each function says what "nothing" and
 * "unreadable" are, as the first is a meeting by appointment and the second a mistake in the list.
 */

/** Monday to Sunday in the languages whose sheets are known: English, Spanish, French, Japanese, Swedish, Slovak. */
const DAY_NAMES = [
  'monday mon lunes lun lundi mandag man pondelok 月曜日 月曜 月',
  'tuesday tue tues martes mar mardi tisdag tis utorok 火曜日 火曜 火',
  'wednesday wed weds miercoles mie mercredi mer onsdag ons streda 水曜日 水曜 水',
  'thursday thu thur thurs jueves jue jeudi jeu torsdag tor tors stvrtok 木曜日 木曜 木',
  'friday fri viernes vie vendredi ven fredag fre piatok 金曜日 金曜 金',
  'saturday sat sabado sab samedi sam lordag lor sobota 土曜日 土曜 土',
  'sunday sun domingo dom dimanche dim sondag son nedela 日曜日 日曜 日',
];
const DAYS: ReadonlyMap<string, number> = new Map(
  DAY_NAMES.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
);
const MARKS = /[\p{M}.]/gu;
const DIGIT = /^\d$/;
const DAY_SEPARATORS = /[,|;/&]/;
/** Longer is no list of days. */
const LONGEST_DAYS = 200;

function dayOfName(text: string): number {
  const name = text.trim().toLowerCase().normalize('NFD').replace(MARKS, '');
  return DAYS.get(name) ?? (name.endsWith('s') ? DAYS.get(name.slice(0, -1)) : undefined) ?? 0;
}

const dayOfNumber = (number: number, sunday: number): number =>
  number >= sunday && number <= sunday + 6 && Number.isInteger(number) ? ((number - sunday + 6) % 7) + 1 : 0;

/** @returns Monday 1 to Sunday 7; 0: unreadable. */
function dayOf(value: unknown, sunday: number): number {
  if (typeof value === 'number') return dayOfNumber(value, sunday);
  if (typeof value !== 'string' || value.length > LONGEST_DAYS) return 0;
  const text = value.trim();
  return DIGIT.test(text) ? dayOfNumber(Number(text), sunday) : dayOfName(text);
}

const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

/**
 * The days that a value names: a number, a name, a list of them, a text with commas.
 * @param sunday The number that means Sunday: 0 in a Meeting Guide feed, 1 in BMLT.
 * @returns Monday is 1, each day once; empty where the value says nothing; null where nothing of it can be read.
 */
export function daysOf(value: unknown, sunday: 0 | 1): number[] | null {
  if (isNothing(value)) return [];
  const one = dayOf(value, sunday);
  if (one > 0) return [one];
  let parts: readonly unknown[] = [];
  if (Array.isArray(value)) parts = value.slice(0, 14) as unknown[];
  else if (typeof value === 'string') parts = value.slice(0, LONGEST_DAYS).split(DAY_SEPARATORS);
  const days = new Set<number>();
  let said = !Array.isArray(value);
  for (const part of parts) {
    if (isNothing(part)) continue;
    said = true;
    const day = dayOf(part, sunday);
    if (day > 0) days.add(day);
  }
  return days.size > 0 ? [...days] : said ? null : [];
}

const CLOCK =
  /^(\d{1,2})(?:\s?([:.h])\s?(\d{2})(?::\d{2}(?:\.\d+)?)?|(\d{2})|\s?(h))?\s*(?:([ap])(?:\.?\s?m)?\.?)?$/i;
const NAMED_TIMES: ReadonlyMap<string, number> = new Map([
  ['noon', 720],
  ['12 noon', 720],
  ['12:00 noon', 720],
  ['midnight', 0],
  ['12 midnight', 0],
  ['12:00 midnight', 0],
]);

/** 24-hour times are nearly all that come, and need no expression. */
function plainClock(text: string): number {
  if (text.length !== 5 && text.length !== 8) return NaN;
  if (text[2] !== ':' || (text.length === 8 && text[5] !== ':')) return NaN;
  const minute = twoAt(text, 3);
  const minutes = twoAt(text, 0) * 60 + minute;
  return minute < 60 && minutes <= 1440 ? minutes : NaN;
}

/**
 * Minutes after midnight of a time on the clock: `19:00`, `7:00 PM`, `19:00:00`, `7.30pm`, `19h30`, `1900`, `noon`; a
 * fraction of a day, as spreadsheets count.
 * @returns 0 to 1440, the end of the day; null where the value says nothing; NaN where it cannot be read.
 */
export function timeOf(value: unknown): number | null {
  if (isNothing(value) || value === 0) return null;
  if (typeof value === 'number') {
    if (value > 0 && value < 1) return Math.round(value * 1440);
    return Number.isInteger(value) && value >= 100 ? timeOf(String(value)) : NaN;
  }
  if (typeof value !== 'string' || value.length > 40) return NaN;
  const plain = plainClock(value);
  if (plain >= 0) return plain;
  const text = value.trim().toLowerCase();
  const named = NAMED_TIMES.get(text);
  if (named !== undefined) return named;
  const [, hourText, , after, glued, bare, half] = CLOCK.exec(text) ?? [];
  const minuteText = after ?? glued;
  if (hourText === undefined) return NaN;
  // "7" alone may be morning or evening.
  if (minuteText === undefined && bare === undefined && half === undefined) return NaN;
  let hour = Number(hourText);
  const minute = Number(minuteText ?? 0);
  if (half === 'p' && hour < 12) hour += 12;
  if (half === 'a' && hour === 12) hour = 0;
  return minute < 60 && hour * 60 + minute <= 1440 ? hour * 60 + minute : NaN;
}

/** `HH:MM` or `HH:MM:SS`, as in "24:00:00". */
const LENGTH = /^(\d{1,3}):(\d{2})(?::\d{2})?$/;
/** A longer meeting is a typing error, unless it goes on around the clock. */
const LONGEST = 12 * 60;
export const AROUND_THE_CLOCK = 1440;

/** @returns Minutes that are believable, 1440 for around the clock, or 0. */
function believable(minutes: number): number {
  if (minutes >= AROUND_THE_CLOCK - 1) return minutes <= AROUND_THE_CLOCK ? AROUND_THE_CLOCK : 0;
  return minutes > 0 && minutes <= LONGEST ? minutes : 0;
}

/** Minutes of a length such as `01:30:00`; 0 where it says none, or one that cannot be. */
export function durationOf(value: unknown): number {
  if (typeof value !== 'string') return 0;
  const [, hours, minutes] = LENGTH.exec(value.trim()) ?? [];
  return believable(Number(hours ?? 0) * 60 + Number(minutes ?? 0));
}

/** Minutes between two times of a clock; an end before the start is on the next day. 0 where it cannot be known. */
export function minutesBetween(start: number, end: number | null): number {
  if (end === null || !(end >= 0) || end === start) return 0;
  return believable(end > start ? end - start : end - start + 1440);
}

const DECIMAL = /^[+-]?\d+(?:[.,]\d+)?$/;

/** A number, or a text that is one; null for anything else. */
export function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string' || value.length > 60) return null;
  const text = value.trim();
  return DECIMAL.test(text) ? Number(text.replace(',', '.')) : null;
}

const YEAR_FIRST = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)/;
const YEAR_LAST = /^(\d{1,2})([./-])(\d{1,2})[./-](\d{4})(?!\d)/;
const DAY_MS = 86_400_000;
/** Day 0 of spreadsheets, 1899-12-30. */
const SHEET_EPOCH = -25_569;

/** Worked out with numbers alone: an object for each date of a long list takes longer than all the rest of it. */
function isDay(year: number, month: number, day: number): boolean {
  if (!(year >= 1000 && year <= 9999 && month >= 1 && month <= 12 && day >= 1)) return false;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  // From January to July the odd months have 31 days, from then on the even ones.
  return day <= (month === 2 ? (leap ? 29 : 28) : (month > 7 ? month + 1 : month) % 2 === 1 ? 31 : 30);
}

const twoDigits = (number: number): string => String(number).padStart(2, '0');
const isoDate = (year: number, month: number, day: number): string =>
  isDay(year, month, day) ? `${year}-${twoDigits(month)}-${twoDigits(day)}` : '';

/** The value of two digits, or NaN. */
function twoAt(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN;
}

/** Whether a text begins as nearly all dates do, `2026-11-23`, and there is such a day. */
function beginsWithDay(text: string): boolean {
  if (text[4] !== '-' || text[7] !== '-' || twoAt(text, 9) >= 0) return false;
  return isDay(twoAt(text, 0) * 100 + twoAt(text, 2), twoAt(text, 5), twoAt(text, 8));
}

/** A number is seconds or milliseconds since 1970, or a day of a spreadsheet. */
function dateOfNumber(number: number): string {
  const days =
    number < 100_000 ? number + SHEET_EPOCH : number < 100_000_000_000 ? number / 86_400 : number / DAY_MS;
  // Earlier and later is something else, such as an id.
  if (days < 3_650 || days > 36_500) return '';
  return new Date(Math.floor(days) * DAY_MS).toISOString().slice(0, 10);
}

/**
 * The day of `2026-11-23 18:00:00`, of `11/23/2026` (month first, unless that cannot be), `23.11.2026`, or of a number.
 * @returns `YYYY-MM-DD`, or '' where there is no such day.
 */
export function dateOf(value: unknown): string {
  if (value === undefined || value === '') return '';
  if (typeof value === 'string' && beginsWithDay(value)) return value.slice(0, 10);
  const number = numberOf(value);
  if (number !== null) return dateOfNumber(number);
  if (typeof value !== 'string') return '';
  const text = value.slice(0, 40).trim();
  const iso = YEAR_FIRST.exec(text);
  if (iso) return isoDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const [, first, separator, second, year] = YEAR_LAST.exec(text) ?? [];
  if (year === undefined) return '';
  const dayFirst = separator === '.' || Number(first) > 12;
  return dayFirst
    ? isoDate(Number(year), Number(second), Number(first))
    : isoDate(Number(year), Number(first), Number(second));
}

/** An area and a place, or world time: `EST` and `+05:00` do not say when the clocks change, though browsers take them. */
const ZONE = /^(?:[A-Z][\w+-]*(?:\/[\w+-]+){1,2}|UTC)$/i;
/** There are about 600 names; a list with more of them is no honest one, and asking takes its time. */
const MOST_ZONES = 700;

function isZone(name: string): boolean {
  if (name.length > 60 || !ZONE.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/**
 * Reads the zone of a row; each name is looked up once.
 * @param fallback Zone of rows that name none, or none that exists.
 * @returns An IANA name, or ''.
 */
export function zoneReader(fallback: string): (value: unknown) => string {
  const known = new Map<string, string>();
  const otherwise = isZone(fallback) ? fallback : '';
  return (value) => {
    if (typeof value !== 'string' || value === '') return otherwise;
    let zone = known.get(value);
    if (zone === undefined) {
      if (known.size >= MOST_ZONES) return otherwise;
      const name = value.slice(0, 80).trim().replaceAll(' ', '_');
      known.set(value, (zone = isZone(name) ? name : otherwise));
    }
    return zone;
  };
}
