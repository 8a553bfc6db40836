import { groupMapIn } from '../../../content/groups.js';
import { directoriesIn } from '../../../content/crisis.js';
import { safeUrl, textMessageUrl } from '../../../domain/links/safe-url.js';
import type { Group, GroupPhone } from '../../../domain/groups/types.js';
import type { CalendarEvent } from '../../../domain/schedule/calendar-event.js';
import { mayHaveChanged } from '../../../domain/schedule/freshness.js';
import type { CrisisLine, LineKind } from '../../../domain/safety/types.js';
import { emergencyWords, hoursAndPrice } from '../../shared/crisis-view.js';
import { firstFinder, phonesOf } from '../../shared/group-view.js';
import type { View } from '../../shared/support-element.js';
import { hasMeetings, meetingsOf, type HandoutMeeting, type HandoutState } from './handout.js';

/** Length of a calendar entry: most meetings take an hour. */
const MINUTES = 60;
const CRISIS: readonly LineKind[] = ['suicide-crisis'];
const DRUGS: readonly LineKind[] = ['drugs', 'treatment-referral'];

/** The group in the language of a view; a local group may have no other. */
export const groupFor = ({ language }: View, group: Group): Group =>
  group.inLanguage?.(language) ?? groupMapIn(language).get(group.id) ?? group;

/** The line in the language of a view. */
const lineFor = ({ country }: View, line: CrisisLine): CrisisLine =>
  country?.lines.find(({ id }) => id === line.id) ?? line;

/** Where a group's meetings are listed; null where it has none any more. */
export const findOf = (view: View, group: Group): ReturnType<typeof firstFinder> =>
  group.status === 'dormant' ? null : firstFinder(group, view.country?.code ?? null);

/** A line for a crisis and one for drugs: the first of each that can be called. */
export function helpLines({ country }: View): CrisisLine[] {
  const lines = country?.lines.filter(({ phone }) => phone !== null) ?? [];
  const first = (kinds: readonly LineKind[]): CrisisLine[] =>
    kinds.flatMap((kind) => lines.find((line) => line.kind === kind) ?? []).slice(0, 1);
  return [...first(CRISIS), ...first(DRUGS)];
}

/** Approach, ways to go and price in one line. */
export const factsText = ({ t }: View, { approach, attendance, cost }: Group): string =>
  [...approach.filter((one) => one !== 'peer'), ...attendance, ...(cost === 'free' ? [cost] : [])]
    .map((one) => t(`fact-${one}`))
    .join(' · ');

const withAge = ({ t, now }: View, said: string, checked: string | null): string =>
  mayHaveChanged(checked, 'phone', now) ? `${said} · ${t('may-have-changed')}` : said;

/** When a group's phone is answered, and what is not known about it. */
export const phoneHours = (view: View, group: Group, { hours, checked }: GroupPhone): string =>
  withAge(
    view,
    [
      (hours && groupFor(view, group).words.hours?.[hours]) || view.t('hours-unknown'),
      view.t('cost-unknown'),
    ].join(' · '),
    checked,
  );

/** When a line answers, and at what price. */
export const lineHours = (view: View, line: CrisisLine): string =>
  withAge(view, hoursAndPrice(view, lineFor(view, line), true), line.checked);

export const lineName = (view: View, line: CrisisLine): string => lineFor(view, line).name;

/** Day, time and place of a meeting, as far as they are known. */
export function meetingText({ t }: View, { start, place }: HandoutMeeting): string {
  const [date = '', clock = ''] = start.split('T');
  const weekday = new Date(`${date}T00:00Z`).getUTCDay() || 7;
  const when = start && `${t.weekday(weekday)}, ${t.date(date)}, ${t.time(clock)}`;
  return [when, place].filter(Boolean).join(' · ');
}

/**
 * The handout as plain text, to copy or to send to oneself. In neutral words it names no group and no reason: whoever
 * sees the phone reads an appointment, addresses and numbers.
 */
export function handoutText(view: View, groups: readonly Group[], state: HandoutState): string {
  const { t, country, language } = view;
  const named = (...words: string[]): string[] => (state.neutral ? [] : words);
  const call = (name: string, number: string, said: string): string =>
    `${state.neutral ? number : `${name}: ${number}`} (${said})`;
  const page = (find: { readonly url: string | null } | null): string[] =>
    find ? [safeUrl(find.url) ?? ''] : named(t('group-no-finder'));
  const emergency = emergencyWords(view);
  const parts = [
    [t(state.neutral ? 'handout-neutral-title' : 'handout-sheet')],
    ...groups.map((one) => {
      const group = groupFor(view, one);
      const find = findOf(view, group);
      const phones = phonesOf(view, group);
      return [
        ...named(group.name, group.summary, group.words.status ?? ''),
        ...(find || phones.length === 0 ? page(find) : []),
        ...phones.map((phone) => call(t('group-phones'), phone.number, phoneHours(view, group, phone))),
        ...meetingsOf(state, group.id).map((meeting) => meetingText(view, meeting)),
      ];
    }),
    [
      ...named(t('lines-title')),
      ...named(t('lines-emergency-text', { number: emergency })),
      ...helpLines(view).map((line) => call(lineName(view, line), line.phone!, lineHours(view, line))),
      ...(country
        ? named(t('country-numbers', { country: country.name }))
        : directoriesIn(language).flatMap(page)),
    ],
    [state.note.trim()],
  ];
  return (
    parts
      .map((lines) => lines.filter(Boolean).join('\n'))
      .filter(Boolean)
      .join('\n\n')
      // Half a character, as a cut through a long note may leave it, cannot be part of an address.
      .replace(/\p{Cs}/gu, '')
  );
}

/** One calendar entry for each meeting with a time. */
export const calendarEvents = (view: View, groups: readonly Group[], state: HandoutState): CalendarEvent[] =>
  groups.flatMap((group) =>
    (hasMeetings(group) ? meetingsOf(state, group.id) : []).flatMap(({ start, place }) => {
      if (start === '') return [];
      const find = findOf(view, group);
      return {
        title: state.neutral ? view.t('handout-neutral-title') : group.name,
        start,
        minutes: MINUTES,
        ...(place && { place }),
        ...(find && !state.neutral && { url: find.url }),
      };
    }),
  );

/** A message without a receiver. */
export const smsUrl = (text: string): string => textMessageUrl('', text);

/** An email without a receiver; RFC 6068 asks for both characters at the end of a line. */
export const mailUrl = (subject: string, text: string): string =>
  `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replaceAll('\n', '\r\n'))}`;
