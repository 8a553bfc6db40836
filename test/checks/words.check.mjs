/**
 * Words that blame or label people stand nowhere that visitors read: in data/text/en (but in the words that people
 * type into the search), in demo/ and in README.md. Names of groups keep their own spelling.
 */
import { test } from 'node:test';
import { exists, none } from '../support/project.mjs';
import {
  filesIn,
  nameReplacer,
  read,
  sentencesOf,
  textOfHtml,
  textOfMarkdown,
  visibleStrings,
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
    visibleStrings('en').flatMap(({ file, path, text }) =>
      stigma(text).map((one) => say(`${file}, ${path}`, one)),
    ),
    'Words to change:',
  );
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
