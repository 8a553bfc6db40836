/** What the command line may say: the element's own attributes, checked as far as a fallback depends on them. */
import { parseArgs } from 'node:util';

/** Something on the command line that is not known; the message says what is accepted. */
export class Mistake extends Error {}

const FORMS = ['inline', 'lists'];
const SHOWS = ['themes', 'steps'];

const flags = {
  lang: { type: 'string' },
  form: { type: 'string' },
  'heading-level': { type: 'string' },
  snippet: { type: 'boolean' },
  placeholder: { type: 'boolean' },
  'no-sms': { type: 'boolean' },
};

export const FLAG_NAMES = Object.keys(flags);

/** Attributes that a fallback cannot do without. */
const NEEDED = {
  'support-group-card': 'group',
  'support-group-comparison': 'groups',
  'recovery-guide': 'topic',
};

const listed = (accepted) => `Accepted: ${accepted.join(', ')}.`;

const oneOf = (name, value, accepted) => {
  const found = accepted.find((one) => one.toLowerCase() === value.trim().toLowerCase());
  if (found === undefined) throw new Mistake(`--${name} "${value}" is not known. ${listed(accepted)}`);
  return found;
};

const someOf = (name, value, accepted) => [
  ...new Set(
    value
      .split(/[\s,;]+/)
      .filter(Boolean)
      .map((one) => oneOf(name, one, accepted)),
  ),
];

const numberFrom = (name, value, [least, most]) =>
  Number(
    oneOf(
      name,
      value,
      Array.from({ length: most - least + 1 }, (_, i) => String(least + i)),
    ),
  );

const groupIds = (library) => [...library.groupMapIn('en').keys()].sort();

/** How the values are read on which a fallback depends. */
function readers(library, tag) {
  const ids = groupIds(library);
  const choices = (filter) => library.choicesOf(filter).map((choice) => choice.slice(filter.length + 1));
  const group = (name, value) => oneOf(name, value, ids);
  const groups = (name, value) => someOf(name, value, ids);
  const filter = (name, value) => someOf(name, value, choices(name));
  return {
    group,
    groups,
    exclude: groups,
    substance: (name, value) => oneOf(name, value, [...library.catalog().substances.keys()]),
    topic: (name, value) => oneOf(name, value, [...library.guidesIn('en').keys()]),
    step: (name, value) => numberFrom(name, value, [1, 12]),
    fellowship: (name, value) =>
      oneOf(
        name,
        value,
        library.twelveStepsIn('en').fellowships.map(({ id }) => id),
      ),
    ...(tag === 'twelve-steps' && { view: (name, value) => oneOf(name, value, SHOWS) }),
    ...(tag === 'support-group-finder' && { audience: filter, approach: filter, attendance: filter }),
  };
}

function countryFrom(library, value) {
  const codes = library.countriesIn('en').map(({ code }) => code);
  return oneOf('country', value.trim().toUpperCase() === 'UK' ? 'GB' : value, codes.sort());
}

function languageFrom(library, value) {
  const known = library.knownLanguages();
  if (!library.languagesFor(value).some((one) => known.includes(one)))
    throw new Mistake(
      `--lang "${value}" is not known. Accepted: ${known.join(', ')}, also with a region such as en-GB.`,
    );
  return value;
}

/** Reads `<tag> --option value …`. */
export function readOptions(library, args) {
  const tags = [...library.tags.keys()].filter((tag) => tag !== 'meeting-feed');
  const [tag = '', ...rest] = args;
  if (!tags.includes(tag))
    throw new Mistake(`${tag ? `"${tag}" is no element of ours.` : 'Which element?'} ${listed(tags)}`);
  const own = library.tags.get(tag);
  const options = Object.fromEntries(
    own.map(({ name, type }) => [name, { type: type?.text === 'boolean' ? 'boolean' : 'string' }]),
  );
  const names = [...new Set([...FLAG_NAMES, ...Object.keys(options)])];
  let values;
  try {
    ({ values } = parseArgs({ args: rest, options: { ...options, ...flags }, strict: true }));
  } catch (error) {
    throw new Mistake(
      `${error.message.split('. To specify')[0].replace(/\.?$/, '.')} Accepted for ${tag}: ${names.map((name) => `--${name}`).join(', ')}.`,
    );
  }
  const read = readers(library, tag);
  const attributes = {};
  for (const { name } of own)
    if (read[name] && values[name] !== undefined) attributes[name] = read[name](name, values[name]);
  const needed = NEEDED[tag];
  if (needed && attributes[needed] === undefined)
    throw new Mistake(
      `${tag} needs --${needed}. ${listed(needed === 'topic' ? [...library.guidesIn('en').keys()] : groupIds(library))}`,
    );
  if (tag === 'support-group-comparison' && (attributes.groups.length < 2 || attributes.groups.length > 4))
    throw new Mistake(`--groups needs two to four groups, not ${attributes.groups.length}.`);
  if (values.snippet && values.placeholder)
    throw new Mistake('--snippet and --placeholder exclude each other: take one of them.');
  return {
    tag,
    lang: languageFrom(library, values.lang ?? 'en'),
    country: values.country === undefined ? null : countryFrom(library, values.country),
    form: oneOf('form', values.form ?? 'inline', FORMS),
    headingLevel: numberFrom('heading-level', values['heading-level'] ?? '3', [2, 5]),
    sms: !values['no-sms'],
    wrap: values.snippet ? 'element' : values.placeholder ? 'placeholder' : null,
    attributes,
    /** As written, for the tag of a snippet. */
    written: [
      ...(values.lang === undefined ? [] : [['lang', values.lang]]),
      ...own.flatMap(({ name }) => (values[name] === undefined ? [] : [[name, values[name]]])),
    ],
  };
}
