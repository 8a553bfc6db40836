/**
 * Words that blame or label people stand nowhere that visitors read: in data/text/ (but in the words that people
 * type into the search), in demo/ and in README.md. Names of groups keep their own spelling.
 */
import { test } from 'node:test';
import { exists, none, readJson } from '../support/project.mjs';
import {
  filesIn,
  nameReplacer,
  read,
  sentencesOf,
  textOfHtml,
  textOfMarkdown,
  visibleStrings,
  wordsOf,
} from '../support/words.mjs';

/** What is not said, and what is said instead. */
const AVOID = [
  [/\baddicts?\b/i, 'a person who uses drugs'],
  [/(?<!\b(?:domestic|sexual|child|physical|emotional) )\babus(?:e[ds]?|ers?|ing)\b/i, 'drug use'],
  [/\balcoholics?\b(?! drinks?)/i, 'a person with an alcohol problem'],
  [
    /(?<!“)\b(?:get|got|gets|getting|stay|stays|stayed|staying|been|be|is|are|was|being|keep|live|living) clean\b|\bclean (?:and sober|time|tests?|urine)\b|\bdirty\b/i,
    'not using; in recovery; a negative or positive test',
  ],
  [/\b(?:drug|drinking|cocaine|heroin) habits?\b|\bhabit-forming\b/i, 'drug use'],
  [/\benabl(?:er|ers|ing behaviou?r)\b/i, 'somebody affected by another person’s use'],
  [/\bco-?dependen(?:t|ts|ce|cy)\b/i, 'somebody affected by another person’s use'],
  [
    /\bjunk(?:ie|y|ies)\b|\bcrackheads?\b|\bdruggies?\b|\bpot ?heads?\b|\bwinos?\b|\bdrunks\b|\ba drunk\b|\btweakers?\b/i,
    'a person who uses drugs',
  ],
  [/\bdrugs? of choice\b/i, 'the drug you use'],
  [/\bsuffer(?:s|ed|ing)? (?:from|with)\b|\bvictims? of (?:addiction|drugs?|alcohol)\b/i, 'has, lives with'],
  [
    /\b(?:fight|beat|battle|conquer|defeat|kick|overcome)(?:s|ing)? (?:(?:your|an|the|their|his|her|this|that|drug|alcohol) )*(?:addiction|habit|drugs?)\b|\bwar on drugs\b/i,
    'stop or cut down',
  ],
  [/\bself-help\b/i, 'mutual help, peer group'],
  [/(?<!“)\brelaps(?:e[ds]?|ing)\b(?!”)/i, 'return to use, setback'],
  [/\bpowerless\b(?!”)/i, 'not able to control this by willpower alone'],
  [/\bdefects? of character\b|\bcharacter defects?\b/i, 'habits and harms'],
  [/\bdual diagnosis\b(?!”)/i, 'mental health and drug use at the same time'],
  [/\bmedication-assisted\b/i, 'medicine for opioid use'],
  [/\bhitting rock bottom\b|\bhit rock bottom\b/i, 'say what happens instead'],
  [/\bnon-?compliant\b|\bdenial\b/i, 'say what the person does instead'],
];

/** The same in Spanish. Names of groups and lines are taken out first. */
const AVOID_IN_SPANISH = [
  [
    /(?<!\p{L})(?:drog)?adict[oa]s?(?!\p{L})|toxic[oó]man|yonqui|(?<!\p{L})farmacodependient/iu,
    'persona que usa drogas',
  ],
  [/(?<!\p{L})alcoh[oó]lic[oa]s?(?!\p{L})(?! an[oó]nim)/iu, 'persona con un problema con el alcohol'],
  [/(?<!\p{L})borrach[oa]s?(?!\p{L})/iu, 'persona que bebe'],
  [/abus(?:o|a|ar|an) de (?:las? )?(?:drogas?|sustancias?|alcohol)/iu, 'uso de drogas'],
  [/(?<!\p{L})(?:estar|mantenerse|mantenga|seguir|sigue|quedar) limpi[oa]s?(?!\p{L})/iu, 'sin consumir'],
  [/(?<!\p{L})vicios?(?!\p{L})/iu, 'consumo'],
  [/(?<!\p{L})sufr(?:e|en|ir) (?:de|una) (?:adicci[oó]n|enfermedad)/iu, 'tiene, vive con'],
  [
    /(?<!\p{L})(?:luchar|lucha|vencer|derrotar|combatir) (?:contra )?(?:la|las|su) (?:adicci[oó]n|drogas)/iu,
    'dejar de usar o usar menos',
  ],
  [/(?<!\p{L})codependi/iu, 'persona afectada por el consumo de otra'],
  [/(?<!“)reca[ií](?:da|das|d[oa]s?)(?!\p{L})(?!”)/iu, 'tropiezo, volver a consumir'],
  [/(?<!\p{L})(?:t[uú]|tus|contigo|puedes|tienes|quieres|debes|vos)(?!\p{L})/iu, 'usted'],
];

/** What is named in Spanish: groups and lines. */
const spanishNames = () => {
  const { groups } = readJson('data/text/es/groups.json');
  const { lines } = readJson('data/text/es/crisis-lines.json');
  return [...Object.values(groups), ...Object.values(lines)].map(({ name }) => name);
};

const replaceNames = nameReplacer('Name', { medicines: false });

/** Findings in a text: `{ sentence, word, instead }`. */
export function stigma(text) {
  const found = [];
  for (const sentence of sentencesOf(replaceNames(text))) {
    for (const [pattern, instead] of AVOID) {
      const word = sentence.match(pattern)?.[0];
      if (word) found.push({ sentence, word, instead });
    }
  }
  return found;
}

const say = (where, { sentence, word, instead }) =>
  `${where}: “${word}” in “${sentence.trim()}”: say ${instead}`;

test('data/text/en blames and labels nobody', () => {
  none(
    visibleStrings('en')
      // The glossary explains words that members use, among them some that we do not.
      .filter(({ file, path }) => !(file.endsWith('/glossary.json') && path.endsWith('.term')))
      .flatMap(({ file, path, text }) => stigma(text).map((one) => say(`${file}, ${path}`, one))),
    'Words to change:',
  );
});

test('data/text/es blames and labels nobody, says usted, and has no sentence over 30 words', () => {
  const names = spanishNames();
  const findings = [];
  for (const { file, path, text } of visibleStrings('es')) {
    if (file.endsWith('/glossary.json') && path.endsWith('.term')) continue;
    const own = names.reduce((rest, name) => rest.replaceAll(name, 'Nombre'), text);
    for (const sentence of sentencesOf(own)) {
      for (const [pattern, instead] of AVOID_IN_SPANISH) {
        const word = sentence.match(pattern)?.[0];
        if (word) findings.push(say(`${file}, ${path}`, { sentence, word, instead }));
      }
      const { length } = wordsOf(sentence);
      if (length > 30) findings.push(`${file}, ${path}: a sentence of ${length} words: “${sentence}”`);
    }
  }
  none(findings, 'Words to change:');
});

test('the demo and README blame and label nobody', () => {
  const texts = [
    ...filesIn('demo', '.html').map((file) => [file, textOfHtml(read(file))]),
    ...(exists('README.md') ? [['README.md', textOfMarkdown(read('README.md'))]] : []),
  ];
  none(
    texts.flatMap(([file, text]) => stigma(text).map((one) => say(file, one))),
    'Words to change:',
  );
});
