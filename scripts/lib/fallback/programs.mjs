/** The fallbacks that explain: the twelve steps, the four points, one guide, and help right now. */
import { bullets, heading, numbered, paragraph, strong } from './blocks.mjs';
import { crisisFirst, ending, helpLines, overdose, pages, withdrawal } from './crisis.mjs';

const paragraphs = (texts) => texts.map((text) => paragraph(text));
const passage = ({ title, text }) => [heading(1, title), ...paragraphs(text)];

/** What a step's words are shown under, in the order of the element. */
const STEP_PARTS = [
  ['steps-asks', 'asks'],
  ['steps-example', 'example'],
  ['steps-secular', 'secular'],
  ['steps-sponsor', 'sponsor'],
  ['steps-question', 'question'],
  ['steps-principle', 'principle'],
];

function steps({ view: { t } }, program, open) {
  const step = program.steps.find(({ number }) => number === open);
  return [
    heading(1, t('steps-view-steps')),
    numbered(program.steps.map(({ title, asks }) => [strong(`${title}.`), ` ${asks}`])),
    ...(step
      ? [
          heading(1, `${t('steps-number', { n: step.number })}: ${step.title}`),
          bullets(STEP_PARTS.map(([key, part]) => [strong(`${t(key)}:`), ` ${step[part]}`])),
        ]
      : []),
  ];
}

const themes = ({ view: { t } }, program) => [
  heading(1, t('steps-view-themes')),
  bullets(
    program.themes.map(({ title, text, steps: numbers }) => [
      strong(`${title}.`),
      ` ${text} (${t(numbers.length === 1 ? 'steps-covers-one' : 'steps-covers', { steps: t.list(numbers.map(String)) })})`,
    ]),
  ),
];

/** Both views where none is asked for: without script nobody can switch. */
export function twelveSteps(context, { view: shown, step, fellowship }) {
  const { library, view } = context;
  const program = library.twelveStepsIn(view.language);
  const official = [...program.fellowships].sort(
    (a, b) => Number(b.id === fellowship) - Number(a.id === fellowship),
  );
  return [
    heading(0, program.title),
    ...crisisFirst(context),
    ...paragraphs(program.intro),
    ...(shown === 'steps' || (step && !shown) ? [] : themes(context, program)),
    ...(shown === 'themes' ? [] : steps(context, program, step)),
    ...passage(program.sponsor),
    paragraph(program.ownWords),
    ...pages(context, view.t('steps-official'), official),
    ...ending(context, program.checked),
  ];
}

export function fourPoints(context) {
  const { library, view } = context;
  const { t } = view;
  const program = library.fourPointsIn(view.language);
  return [
    heading(0, program.title),
    ...crisisFirst(context),
    ...paragraphs(program.intro),
    ...program.points.flatMap(({ title, text, tools }, i) => [
      heading(1, `${t('points-number', { n: i + 1 })}: ${title}`),
      ...paragraphs(text),
      bullets(tools.map(({ name, purpose }) => [strong(`${name}.`), ` ${purpose}`])),
    ]),
    ...passage(program.mind),
    ...passage(program.body),
    paragraph(program.ownWords),
    ...pages(context, t('sources'), program.official),
    ...ending(context, program.checked),
  ];
}

export function guide(context, { topic }) {
  const { library, view } = context;
  const { title, lead, sections, references, checked } = library.guidesIn(view.language).get(topic);
  return [
    heading(0, title),
    ...crisisFirst(context),
    paragraph(lead),
    ...sections.flatMap(({ heading: name, text = [], list = [] }) => [
      heading(1, name),
      ...paragraphs(text),
      ...(list.length > 0 ? [bullets(list.map((item) => [item]))] : []),
    ]),
    ...pages(context, view.t('sources'), references),
    ...ending(context, checked),
  ];
}

export function crisisLines(context) {
  const { library, view } = context;
  const dates = [library.safetyChecked(), ...(view.country?.lines.map(({ checked }) => checked) ?? [])];
  return [
    heading(0, view.t('lines-title')),
    ...crisisFirst(context),
    ...overdose(context),
    ...withdrawal(context, ['any']),
    ...helpLines(context),
    ...ending(context, library.oldestDate(dates)),
  ];
}
