/** Help in a crisis, and the end of every fallback. The order is that of the elements: the emergency number first. */
import { bullets, heading, joined, link, numbered, paragraph, spaced, strong } from './blocks.mjs';

/** Kinds of lines under their headings, as in <crisis-lines>; a check finds a line that none of them takes. */
const PARTS = [
  ['lines-kind-suicide-crisis', ['suicide-crisis', 'mental-health']],
  ['lines-kind-drugs', ['drugs', 'alcohol', 'treatment-referral', 'peer']],
  ['lines-kind-overdose-companion', ['overdose-companion']],
  ['lines-kind-family', ['family']],
  ['lines-kind-domestic-violence', ['domestic-violence']],
  ['lines-kind-youth', ['youth']],
  ['lines-kind-others', ['poison', 'gambling', 'supplies', 'locator']],
];

/** Works in all states of the European Union. */
const EUROPE = '112';

const emergencyWords = ({ country, t }) => country?.emergency[0] ?? t('emergency-local');

/** The emergency number; until the country is known, those of several, each with its places. */
function emergencyCall({ library, view }) {
  const { t, country, language } = view;
  const [own] = country?.emergency ?? [];
  if (own) return [strong(link(library.telephoneUrl(own), t('call', { number: own }))), '.'];
  const places = new Map([[EUROPE, [t('emergency-europe')]]]);
  for (const { listName, emergency, timeZones } of library.countriesIn(language)) {
    const [first] = emergency;
    if (first === undefined || (first === EUROPE && timeZones[0]?.startsWith('Europe/'))) continue;
    places.set(first, [...(places.get(first) ?? []), listName]);
  }
  const numbers = [...places].map(([number, names]) =>
    link(library.telephoneUrl(number), t('emergency-in', { country: t.list(names), number })),
  );
  return [strong(t('strip-unknown')), ' ', ...joined(numbers, '; '), '.'];
}

/**
 * One service: its name, who it is for, how to reach it, when and at what price. The name leads to its official page,
 * which so comes before what may have changed.
 */
function lineItem({ library, view, sms: smsLinks }, line) {
  const { t, now } = view;
  const { name, who, note, phone, sms, chat, url } = line;
  const reachable = phone !== null || sms !== null;
  const textTo =
    sms && t(sms.body === null ? 'text-to' : 'text-word', { number: sms.number, word: sms.body ?? '' });
  const ways = [
    phone && link(library.telephoneUrl(phone), t('call', { number: phone })),
    sms && (smsLinks ? link(library.textMessageUrl(sms.number, sms.body), textTo) : textTo),
    chat && chat !== url && link(library.safeUrl(chat), `${t('chat')}: ${name}`),
  ];
  const facts = [
    reachable ? library.hoursAndPrice(view, line, true) : null,
    library.mayHaveChanged(line.checked, reachable ? 'phone' : 'fact', now) ? t('may-have-changed') : null,
  ];
  const said = joined(facts, ' · ').join('');
  return spaced(
    [strong(link(library.safeUrl(url), name)), '.'],
    [who],
    joined(ways, ' · '),
    [said && `(${said})`],
    [note],
  );
}

/** What every fallback begins with: when to call whom first, and for which country the numbers are. */
export function crisisFirst(context) {
  const { library, view } = context;
  const { t, country, now } = view;
  const emergency = paragraph(
    t('lines-emergency-text', { number: emergencyWords(view) }),
    ' ',
    ...emergencyCall(context),
  );
  if (!country) return [emergency];
  const line = country.lines.find(({ kind, phone }) => kind === 'suicide-crisis' && phone !== null);
  const said = line && [
    library.hoursAndPrice(view, line, true),
    library.mayHaveChanged(line.checked, 'phone', now) && t('may-have-changed'),
  ];
  return [
    emergency,
    paragraph(
      ...spaced(
        line
          ? [
              link(library.telephoneUrl(line.phone), `${t('strip-crisis')}: ${line.phone}`),
              ` (${joined(said, ' · ').join('')}).`,
            ]
          : [],
        [t('country-numbers', { country: country.name })],
      ),
    ),
  ];
}

/** The help lines of the country, else where help lines of all countries are listed. */
export function helpLines(context) {
  const { library, view } = context;
  const { t, country, language } = view;
  const parts = PARTS.map(([title, kinds]) => ({
    title,
    lines: country?.lines.filter(({ kind }) => kinds.includes(kind)) ?? [],
  })).filter(({ lines }) => lines.length > 0);
  const items = (lines) => bullets(lines.map((line) => lineItem(context, line)));
  return [
    ...parts.flatMap(({ title, lines }) => [heading(1, t(title)), items(lines)]),
    heading(1, t('lines-elsewhere')),
    items(library.directoriesIn(language)),
  ];
}

/** What to do in an overdose. */
export function overdose({ library, view }) {
  const { overdose: words, tolerance } = library.safetyIn(view.language);
  const emergency = emergencyWords(view);
  return [
    heading(1, words.title),
    numbered(words.steps.map((step) => [library.fill(step, { emergency })])),
    paragraph(tolerance),
  ];
}

/** How to stop safely. @param notes Kinds of withdrawal, such as `any` or `alcohol`. */
export function withdrawal({ library, view }, notes) {
  const { withdrawal: words, medicine, pregnant } = library.safetyIn(view.language);
  const emergency = emergencyWords(view);
  return [
    ...notes.flatMap((note) => [
      heading(1, words[note].title),
      bullets(words[note].lines.map((line) => [library.fill(line, { emergency })])),
    ]),
    paragraph(medicine),
    paragraph(pregnant),
  ];
}

/** Links to pages, under a heading; an address that does not pass the check leaves its label. */
export const pages = ({ library }, title, list) =>
  list.length === 0
    ? []
    : [heading(1, title), bullets(list.map(({ label, url }) => [link(library.safeUrl(url), label)]))];

/** The end: what it is not, and how fresh it is. */
export function ending({ library, view }, reviewed) {
  const { t, now, language } = view;
  const parts = [
    library.languageIn(language).review === 'draft' ? t('translation-draft') : null,
    t('disclaimer'),
    reviewed && t('last-reviewed', { date: t.date(reviewed) }),
    reviewed && library.mayHaveChanged(reviewed, 'fact', now) ? `(${t('may-have-changed')})` : null,
  ];
  return [paragraph(...joined(parts, ' '))];
}
