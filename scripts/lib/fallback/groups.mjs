/** The fallbacks that show groups: the finder, the card, the comparison, and the way to lists of meetings. */
import { bullets, heading, joined, link, paragraph, spaced, strong } from './blocks.mjs';
import { crisisFirst, ending, helpLines, pages, withdrawal } from './crisis.mjs';

const NONE = [];
const code = ({ view }) => view.country?.code ?? null;

/** The way to a group's list of meetings, as pieces; a method has none, and one that is no longer there says so. */
function findLink({ library, view }, group, reasons) {
  const { t } = view;
  const find = group.status === 'dormant' ? null : library.firstFinder(group, code({ view }), reasons);
  if (find === null) return group.status === 'method' ? NONE : [t('group-no-finder')];
  const changed = library.mayHaveChanged(find.checked, 'fact', view.now);
  return spaced(
    [link(library.safeUrl(find.url), t('group-find-label', { name: group.name }))],
    [changed && `(${t('may-have-changed')})`],
  );
}

/** That a group is not active, and where to look instead. */
function statusOf({ library, view }, group) {
  if (group.status === 'active') return NONE;
  const { t, language } = view;
  const others = group.alternatives
    .flatMap((id) => library.groupMapIn(language).get(id) ?? [])
    .map((other) => {
      const find = library.firstFinder(other, code({ view }));
      return find ? link(library.safeUrl(find.url), other.name) : other.name;
    });
  return [
    strong(`${t(`status-${group.status}`)}.`),
    ...(group.words.status ? [` ${group.words.status}`] : []),
    ...(others.length > 0 ? [` ${t('group-see-instead')}: `, ...joined(others, ', '), '.'] : []),
  ];
}

/** One group in a list: name, one line, and the way to its meetings. */
const groupItem = (context, group, reasons) =>
  spaced(
    [strong(group.name), `: ${group.summary}`],
    statusOf(context, group),
    findLink(context, group, reasons),
  );

const groupList = (context, entries) =>
  bullets(entries.map(({ group, reasons }) => groupItem(context, group, reasons)));
const plain = (groups) => groups.map((group) => ({ group }));

/** What the page owner asked for, as the finder understands it. */
function resultsOf({ library, view }, attributes) {
  const { groups = NONE, exclude = NONE, substance = null } = attributes;
  const byId = library.groupMapIn(view.language);
  // Nobody can look further in a text that stands still: a group that is over is there only where it was asked for.
  const active = [...byId.values()].filter(({ status }) => status !== 'dormant');
  const available = (groups.length > 0 ? groups.map((id) => byId.get(id)) : active).filter(
    ({ id }) => !exclude.includes(id),
  );
  const chosen = ['audience', 'approach', 'attendance'].flatMap((filter) =>
    (attributes[filter] ?? NONE).map((choice) => `${filter}:${choice}`),
  );
  return library.resultsFor(view.language, {
    typed: '',
    guided: null,
    answers: new Map(),
    country: code({ view }),
    chosen: new Set(chosen),
    available,
    ordered: groups.length > 0,
    substance,
  });
}

export function finder(context, attributes) {
  const { library, view } = context;
  const { t, language } = view;
  const { safetyIn, guidesIn, bySection, oldestDate } = library;
  const results = resultsOf(context, attributes);
  const { leading, others, aims, ordered } = results;
  const family = attributes.audience?.includes('family') === true;
  const sections = bySection(others, family ? 'family' : undefined);
  return [
    heading(0, t('finder-title')),
    ...crisisFirst(context),
    ...helpLines(context),
    ...(results.withdrawal.length > 0 ? withdrawal(context, results.withdrawal) : NONE),
    ...(results.tolerance ? [paragraph(safetyIn(language).tolerance)] : NONE),
    ...results.guides
      .flatMap((id) => guidesIn(language).get(id) ?? [])
      .flatMap(({ title, lead }) => [heading(1, title), paragraph(lead)]),
    ...aims.flatMap(({ aim, groups }) => [
      heading(1, t(`aim-${aim}`)),
      paragraph(t(`aim-${aim}-text`)),
      groupList(context, groups),
    ]),
    ...(leading.length > 0 ? [heading(1, t('leading-title')), groupList(context, leading)] : NONE),
    ...(leading.length > 0 && others.length > 0
      ? [heading(1, t('others-title')), paragraph(t('others-text'))]
      : NONE),
    ...(ordered
      ? others.length > 0
        ? [groupList(context, plain(others))]
        : NONE
      : sections.flatMap(({ section, groups }) => [
          heading(1, t(`section-${section}`)),
          paragraph(t(`section-${section}-text`)),
          groupList(context, plain(groups)),
        ])),
    ...ending(context, oldestDate(library.allOf(results).map(({ checked }) => checked))),
  ];
}

/** Phone numbers of a group in the country, with hours and price. */
function phones({ library, view }, group) {
  const { t, now } = view;
  return group.phones
    .filter(({ country }) => country === code({ view }))
    .map(({ number, hours, checked }) => {
      const facts = [
        (hours && group.words.hours?.[hours]) || t('hours-unknown'),
        t('cost-unknown'),
        library.mayHaveChanged(checked, 'phone', now) && t('may-have-changed'),
      ];
      return [
        link(library.telephoneUrl(number), t('call-name', { name: group.name, number })),
        ` (${joined(facts, ' · ').join('')})`,
      ];
    });
}

export function card(context, { group: id }) {
  const { library, view } = context;
  const { t, language } = view;
  const group = library.groupMapIn(language).get(id);
  const status = statusOf(context, group);
  const find = findLink(context, group);
  const numbers = phones(context, group);
  const forSelf = group.audience.includes('self');
  const parts = [
    ['group-about', group.about],
    [group.status === 'method' ? 'points-how' : 'group-meeting', group.words.meeting],
    ['group-arrive', [group.arrive]],
    ['group-suits', [group.suits]],
    ['group-may-not-suit', [group.mayNotSuit]],
    ['group-medicine', [group.words.medicine, ...(forSelf ? [library.safetyIn(language).medicine] : NONE)]],
  ];
  return [
    heading(0, group.name),
    ...crisisFirst(context),
    paragraph(group.summary),
    ...(status.length > 0 ? [paragraph(...status)] : NONE),
    ...(find.length > 0 ? [paragraph(...find)] : NONE),
    ...(numbers.length > 0 ? [heading(1, t('group-phones')), bullets(numbers)] : NONE),
    ...parts
      .filter(([, text]) => text.length > 0)
      .flatMap(([key, text]) => [heading(1, t(key)), ...text.map((one) => paragraph(one))]),
    ...pages(context, t('group-finders'), [
      ...group.nationalSites
        .filter(({ country }) => country === code(context))
        .map(({ url }) => ({ url, label: library.readableUrl(url) })),
      ...group.finders,
      ...(group.website
        ? [{ url: group.website.url, label: t('group-site-of', { name: group.name }) }]
        : NONE),
    ]),
    ...ending(context, group.checked),
  ];
}

/** Rows of the comparison, in which groups differ. */
const ROWS = [
  ['group-spiritual', ({ words }) => words.spiritual],
  ['group-goal', ({ words }) => words.goal],
  ['group-led-by', ({ words }) => words.ledBy],
  ['group-medicine', ({ words }) => words.medicine],
  ['group-sponsor', ({ words }) => words.sponsor],
  ['group-cost', ({ words }) => words.cost],
];

export function comparison(context, { groups: ids }) {
  const { library, view } = context;
  const { t, language } = view;
  const groups = ids.map((id) => library.groupMapIn(language).get(id));
  const side = (group) => {
    const kinds = group.approach.filter((one) => one !== 'peer');
    const row = (key, text) => [strong(`${t(key)}:`), ` ${text}`];
    const status = statusOf(context, group);
    const find = findLink(context, group);
    return [
      heading(1, group.name),
      bullets([
        row(
          'compare-approach',
          (kinds.length > 0 ? kinds : group.approach).map((one) => t(`fact-${one}`)).join(' · '),
        ),
        ...(status.length > 0 ? [status] : NONE),
        ...ROWS.map(([key, text]) => row(key, [text(group)].flat().join(' '))),
        ...(group.attendance.length > 0
          ? [row('compare-join', group.attendance.map((one) => t(`fact-${one}`)).join(' · '))]
          : NONE),
        row('group-meeting', group.words.meeting.join(' ')),
        ...(find.length > 0 ? [find] : NONE),
      ]),
    ];
  };
  return [
    heading(0, t('compare-title')),
    ...crisisFirst(context),
    ...groups.flatMap(side),
    ...(groups.some(({ audience }) => audience.includes('self'))
      ? [paragraph(library.safetyIn(language).medicine)]
      : NONE),
    ...ending(context, library.oldestDate(groups.map(({ checked }) => checked))),
  ];
}

/** The official lists of meetings: a static page cannot show meetings, which change. */
export function meetingFinder(context, { group: id }) {
  const { library, view } = context;
  const { t, language } = view;
  const groups = (
    id ? [library.groupMapIn(language).get(id)] : [...library.groupMapIn(language).values()]
  ).filter(
    ({ status, finders, nationalSites }) => status !== 'dormant' && finders.length + nationalSites.length > 0,
  );
  const items = groups.map((group) => [strong(group.name), ': ', ...findLink(context, group)]);
  return [
    heading(0, t('meetings-title')),
    ...crisisFirst(context),
    ...(items.length > 0 ? [heading(1, t('group-finders')), bullets(items)] : NONE),
    ...ending(context, library.oldestDate(groups.map(({ checked }) => checked))),
  ];
}
