import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { groupsIn } from '../support/all-groups.js';
import { catalog } from '../../src/content/search.js';
import {
  askedBy,
  CORE_QUESTIONS,
  FURTHER_QUESTIONS,
  optionsFor,
  optionsOf,
  QUESTIONS,
  SAFETY_ANSWERS,
  takesSeveral,
  withAnswer,
  withoutAnswer,
  type Answers,
  type Question,
} from '../../src/domain/groups/guided.js';
import {
  fitsAll,
  nextQuestion,
  recommend,
  relaxations,
  usefulOptions,
} from '../../src/domain/groups/recommend.js';
import {
  isModerationGroup,
  meetsAsAsked,
  takes,
  withParents,
  type Reason,
  type ReasonId,
} from '../../src/domain/groups/reasons.js';
import type { GroupFacts } from '../../src/domain/groups/types.js';
import type { Match } from '../../src/domain/groups/vocabulary.js';
import { resultsFor, type Results } from '../../src/elements/support-group-finder/results.js';
import { FUZZ_RUNS } from '../support/assert.js';
import { personaRows, type SearchRow } from '../support/tables.js';

const GROUPS = groupsIn('en');
const CATALOG = catalog();
const FIRST = 3;
/** Each run ranks all groups many times. */
const RUNS = Math.round(FUZZ_RUNS / 5);
const LEAST_PERSONAS = 60;
const CHANGED_IN_AT_LEAST = 5;

const table = personaRows(await (await fetch(new URL('../fixtures/personas.txt', import.meta.url))).text());

const answersOf = ({ expected }: SearchRow): Answers =>
  new Map(
    QUESTIONS.flatMap((question) => {
      const chosen = expected.get(question);
      return chosen ? [[question, chosen] as const] : [];
    }),
  );
const countryOf = ({ expected }: SearchRow): string | null => expected.get('in')?.[0] ?? null;
const ranked = (answers: Answers, country: string | null, groups: readonly GroupFacts[] = GROUPS) =>
  recommend(groups, answers, CATALOG, country);
const look = (answers: Answers, country: string | null): string =>
  JSON.stringify(
    ranked(answers, country)
      .slice(0, FIRST)
      .map(({ group, reasons, cautions }) => [group.id, reasons, cautions]),
  );

describe(`the guided choice for ${table.length} people (test/fixtures/personas.txt)`, () => {
  it(`has at least ${LEAST_PERSONAS} of them`, () => {
    expect(table.length).to.be.at.least(LEAST_PERSONAS);
  });

  for (const row of table) {
    it(row.typed, () => {
      const first = ranked(answersOf(row), countryOf(row)).slice(0, FIRST);
      expect(first.map(({ group }) => group.id).join(' ')).to.equal(row.expected.get('first')?.join(' '));
      const said = first.flatMap(({ group, reasons, cautions }) =>
        [...reasons, ...cautions].flatMap(({ id }) => [`${group.id}=${id}`, `*=${id}`]),
      );
      for (const one of row.expected.get('says') ?? []) expect(said, 'said').to.include(one);
      for (const one of row.expected.get('never') ?? []) expect(said, 'not said').not.to.include(one);
    });
  }

  // The safety of a home changes no group: help lines for it stand before all of them (test/elements/…/guided.test.ts).
  const changing = QUESTIONS.flatMap((question) =>
    optionsOf(question).map((option) => [question, option] as const),
  ).filter(([, option]) => option !== 'unsafe-home');
  for (const [question, option] of changing) {
    it(`${question}: ${option} changes order or reasons for at least ${CHANGED_IN_AT_LEAST} of them`, () => {
      const changed = table.filter((row) => {
        const answers = withoutAnswer(answersOf(row), question);
        return (
          look(answers, countryOf(row)) !== look(withAnswer(answers, question, [option]), countryOf(row))
        );
      });
      expect(changed.length).to.be.at.least(CHANGED_IN_AT_LEAST);
    });
  }
});

/** Any answers that a visitor can give. */
const anyAnswers: fc.Arbitrary<Answers> = fc
  .record(
    Object.fromEntries(
      QUESTIONS.map((question) => [
        question,
        fc.subarray([...optionsOf(question)], { maxLength: takesSeveral(question) ? 4 : 1 }),
      ]),
    ) as Record<Question, fc.Arbitrary<string[]>>,
    { requiredKeys: [] },
  )
  .map((record) => new Map(Object.entries(record)) as Answers);
const anyCountry = fc.constantFrom(null, 'US', 'GB', 'IE', 'CA', 'AU', 'NZ', 'DE', 'FR', 'ZA', 'BR');

/** What a reason says, as a statement about the data. */
const TRUE_OF: Readonly<
  Record<
    ReasonId,
    (group: GroupFacts, reason: Reason, country: string | null, asked: readonly Match[]) => boolean
  >
> = {
  'made-for-substance': (group, { substance }) =>
    withParents(substance!, CATALOG.substances).includes(group.substances[0]!),
  'takes-all-drugs': (group) => group.substances.includes('any-drug'),
  'takes-substance': (group, { substance }) =>
    withParents(substance!, CATALOG.substances).some((id) => group.substances.includes(id)),
  'for-family': (group) => group.audience.includes('family'),
  'for-bereaved': (group) => group.audience.includes('bereaved'),
  'lived-it': (group) => group.audience.includes('self') && /^(members|trained-member)$/.test(group.ledBy),
  'not-religious': (group) => group.spirituality === 'none',
  'spiritual-own-way': (group) => group.spirituality === 'higher-power-open',
  'faith-part': (group) => /^(christian|islamic|indigenous)$/.test(group.spirituality),
  buddhist: (group) => group.spirituality === 'buddhist',
  'steps-without-god': (group) => group.spirituality === 'reworded',
  'made-for-medicine': (group) => group.medicine.stance === 'core',
  'welcomes-medicine': (group) => group.medicine.stance === 'supportive',
  'prescribed-medicine-fine': (group) => group.medicine.stance === 'prescribed-ok',
  'psychiatric-medicine-fine': (group) => group.medicine.stance === 'psychiatric-supportive',
  'made-for-both-conditions': (group) => group.mentalHealth,
  'for-women': (group) => group.backgrounds.includes('women'),
  'for-christian': (group) => group.backgrounds.includes('christian'),
  'for-muslim': (group) => group.backgrounds.includes('muslim'),
  'for-indigenous': (group) => group.backgrounds.includes('indigenous'),
  'grew-up-with': (group) => group.backgrounds.includes('grew-up-with'),
  'meets-in-person': (group) => group.attendance.includes('in-person'),
  'meets-online': (group) => group.attendance.includes('online'),
  'meets-online-daily': (group) =>
    group.finders.some(({ daily, attendance }) => daily && attendance.includes('online')),
  'meets-by-phone': (group) => group.attendance.includes('phone'),
  'takes-part-in-writing': (group) => group.attendance.includes('chat'),
  'own-goal': (group) => group.goals.some(({ goal }) => goal === 'self-chosen'),
  'helps-drink-less': (group) => group.goals.some(({ goal }) => goal === 'moderation'),
  'higher-power': (group) => group.spirituality === 'higher-power-open',
  'faith-based': (group) => /^(christian|islamic|indigenous)$/.test(group.spirituality),
  'ask-about-medicine': (group) =>
    /^(mixed|practice-varies|psychiatric-supportive)$/.test(group.medicine.stance),
  'medicine-unknown': (group) => group.medicine.stance === 'not-published',
  'only-women': (group) => group.backgrounds.includes('women'),
  'aims-at-stopping': (group) =>
    !group.goals.some(({ goal }) => goal === 'self-chosen' || goal === 'moderation'),
  'other-substance': (group, _, __, asked) =>
    asked.some(({ kind, id }) => kind === 'substance' && !takes(group, id, CATALOG.substances)),
  'other-attendance': (group, _, __, asked) => !meetsAsAsked(group, new Set(asked.map(({ id }) => id))),
  'other-country': (group, _, country) =>
    country !== null && group.countries !== null && !group.countries.includes(country),
};

const guidedResults = (answers: Answers, country: string | null): Results =>
  resultsFor('en', {
    typed: '',
    guided: answers,
    answers: new Map(),
    country,
    chosen: new Set(),
    available: GROUPS,
    ordered: false,
    substance: null,
  });

describe('the guided choice, whatever is answered', () => {
  it('always has a result, and every group in it once', () => {
    fc.assert(
      fc.property(anyAnswers, anyCountry, (answers, country) => {
        const { leading, aims, others } = guidedResults(answers, country);
        const first = [...aims.flatMap(({ groups }) => groups), ...leading].map(({ group }) => group.id);
        expect(first.length).to.be.at.least(1);
        const all = [...first, ...others.map(({ id }) => id)];
        expect(all.toSorted()).to.deep.equal(GROUPS.map(({ id }) => id).toSorted());
      }),
      { numRuns: RUNS },
    );
  });

  it('does not depend on the order of the file', () => {
    fc.assert(
      fc.property(
        anyAnswers,
        anyCountry,
        fc.shuffledSubarray([...GROUPS], { minLength: GROUPS.length }),
        (answers, country, shuffled) => {
          const ids = (groups: readonly GroupFacts[]): string[] =>
            ranked(answers, country, groups).map(({ group }) => group.id);
          expect(ids(shuffled)).to.deep.equal(ids(GROUPS));
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('gives reasons and cautions that are true of the group, and at least one of them', () => {
    fc.assert(
      fc.property(anyAnswers, anyCountry, (answers, country) => {
        const asked = askedBy(answers);
        for (const { group, reasons, cautions } of ranked(answers, country)) {
          expect(reasons.length + cautions.length, `${group.id} says why`).to.be.at.least(1);
          for (const reason of [...reasons, ...cautions])
            expect(TRUE_OF[reason.id](group, reason, country, asked), `${group.id}: ${reason.id}`).to.equal(
              true,
            );
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('never leads with a group that is not alive, nor with one for relatives where somebody asks for themselves', () => {
    fc.assert(
      fc.property(anyAnswers, anyCountry, (answers, country) => {
        const asked = new Set(askedBy(answers).map(({ id }) => id));
        const forSelf = !['family', 'bereaved', 'grew-up-with'].some((id) => asked.has(id));
        for (const { group } of ranked(answers, country)) {
          expect(group.status).not.to.equal('dormant');
          if (forSelf) expect(group.audience, group.id).to.include('self');
          else
            expect(
              group.audience.some((one) => one !== 'self'),
              group.id,
            ).to.equal(true);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('never leads somebody who is pregnant with a group for using less', () => {
    fc.assert(
      fc.property(anyAnswers, anyCountry, (answers, country) => {
        const also = [...(answers.get('also') ?? []), 'pregnant'];
        const first = ranked(withAnswer(answers, 'also', also), country).slice(0, FIRST);
        const own = (answers.get('who')?.[0] ?? 'self') === 'self';
        if (own) expect(first.filter(({ group }) => isModerationGroup(group))).to.be.empty;
      }),
      { numRuns: RUNS },
    );
  });

  it('says only what was asked for', () => {
    const NEEDS: Readonly<Partial<Record<ReasonId, readonly string[]>>> = {
      'not-religious': ['not-religious', 'either'],
      'spiritual-own-way': ['spiritual', 'either'],
      'made-for-medicine': ['medicine'],
      'made-for-both-conditions': ['mental-health'],
      'for-women': ['women'],
      'for-christian': ['christian'],
      'for-muslim': ['muslim'],
      'own-goal': ['moderation', 'harm-reduction'],
      'helps-drink-less': ['moderation', 'harm-reduction'],
      'meets-online': ['online'],
      'meets-online-daily': ['online'],
      'lived-it': ['self'],
      'higher-power': ['not-religious'],
      'ask-about-medicine': ['medicine'],
    };
    fc.assert(
      fc.property(anyAnswers, anyCountry, (answers, country) => {
        const asked = new Set(askedBy(answers).map(({ id }) => id));
        for (const { reasons, cautions } of ranked(answers, country))
          for (const { id } of [...reasons, ...cautions])
            if (NEEDS[id])
              expect(
                NEEDS[id].some((need) => asked.has(need)),
                id,
              ).to.equal(true);
      }),
      { numRuns: RUNS },
    );
  });

  it('asks three questions, then at most three more, and each of those only where an answer changes something', () => {
    fc.assert(
      fc.property(anyAnswers, anyCountry, (wanted, country) => {
        let answers: Answers = new Map();
        const asked: Question[] = [];
        for (;;) {
          const question = nextQuestion(GROUPS, answers, CATALOG, country);
          if (question === null) break;
          expect(asked, 'asked once').not.to.include(question);
          asked.push(question);
          const options = usefulOptions(question, GROUPS, answers, CATALOG, country);
          expect(options.length).to.be.at.least(1);
          if ((FURTHER_QUESTIONS as readonly Question[]).includes(question)) {
            const changes = options.filter(
              (option) =>
                SAFETY_ANSWERS.has(option) ||
                look(answers, country) !== look(withAnswer(answers, question, [option]), country),
            );
            expect(changes).to.deep.equal(options);
          }
          const chosen = (wanted.get(question) ?? []).filter((one) =>
            optionsFor(question, answers).includes(one),
          );
          answers = withAnswer(answers, question, chosen);
        }
        expect(asked.slice(0, 3)).to.deep.equal([...CORE_QUESTIONS]);
        expect(asked.length).to.be.at.most(6);
      }),
      { numRuns: RUNS },
    );
  });

  it('names answers to take back that do add what they say', () => {
    fc.assert(
      fc.property(anyAnswers, anyCountry, (answers, country) => {
        const now = fitsAll(ranked(answers, country));
        for (const { question, adds } of relaxations(GROUPS, answers, CATALOG, country)) {
          expect(adds).to.be.at.least(1);
          expect(fitsAll(ranked(withoutAnswer(answers, question), country))).to.equal(now + adds);
        }
      }),
      { numRuns: RUNS },
    );
  });
});
