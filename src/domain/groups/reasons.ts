import type { Attendance, Background, GroupFacts, Leader } from './types.js';
import { ANY_DRUG, type Meaning } from './vocabulary.js';

/** The facts about a substance that matching needs. */
export interface SubstanceFacts {
  readonly id: string;
  readonly parent: string | null;
  /** Group ids, best first. */
  readonly groups: readonly string[];
  readonly familyGroups: readonly string[];
  readonly withdrawal: WithdrawalNote | null;
  /** A medicine: somebody who types it looks for a group where medicine is welcome. */
  readonly treatment: boolean;
  /** "All drugs" includes it; not so gambling or nicotine. */
  readonly drug: boolean;
}

/** Which note on stopping safely belongs to a substance. */
export type WithdrawalNote = 'alcohol' | 'sedatives' | 'ghb' | 'opioids';

/** Something people say about themselves, and the groups that answer it, best first. */
export interface NeedFacts {
  readonly id: string;
  readonly groups: readonly string[];
  readonly guides: readonly string[];
}

/**
 * Why a group is shown, or what to know before choosing it. A key of ui.json follows from `id`; `substance` is the
 * substance that the sentence names.
 */
export interface Reason {
  readonly id: ReasonId;
  readonly substance?: string;
}

export const REASON_IDS = [
  'made-for-substance',
  'takes-all-drugs',
  'takes-substance',
  'for-family',
  'for-bereaved',
  'not-religious',
  'buddhist',
  'steps-without-god',
  'made-for-medicine',
  'welcomes-medicine',
  'prescribed-medicine-fine',
  'psychiatric-medicine-fine',
  'made-for-both-conditions',
  'for-women',
  'for-christian',
  'for-muslim',
  'for-indigenous',
  'grew-up-with',
  'lived-it',
  'spiritual-own-way',
  'faith-part',
  'meets-in-person',
  'meets-online',
  'meets-online-daily',
  'meets-by-phone',
  'takes-part-in-writing',
  'own-goal',
  'helps-drink-less',
] as const;
export const CAUTION_IDS = [
  'higher-power',
  'faith-based',
  'ask-about-medicine',
  'medicine-unknown',
  'only-women',
  'aims-at-stopping',
  'other-substance',
  'other-attendance',
  'other-country',
] as const;
export type ReasonId = (typeof REASON_IDS)[number] | (typeof CAUTION_IDS)[number];

export interface Reasons {
  readonly reasons: readonly Reason[];
  readonly cautions: readonly Reason[];
}

const MEDICINE_REASONS: Readonly<Record<string, ReasonId>> = {
  core: 'made-for-medicine',
  supportive: 'welcomes-medicine',
  'prescribed-ok': 'prescribed-medicine-fine',
  'psychiatric-supportive': 'psychiatric-medicine-fine',
};
const MEDICINE_CAUTIONS: Readonly<Record<string, ReasonId>> = {
  mixed: 'ask-about-medicine',
  'practice-varies': 'ask-about-medicine',
  'psychiatric-supportive': 'ask-about-medicine',
  'not-published': 'medicine-unknown',
};
const SPIRITUAL_REASONS: Readonly<Record<string, ReasonId>> = {
  none: 'not-religious',
  buddhist: 'buddhist',
  reworded: 'steps-without-god',
};
const SPIRITUAL_CAUTIONS: Readonly<Record<string, ReasonId>> = {
  'higher-power-open': 'higher-power',
  christian: 'faith-based',
  islamic: 'faith-based',
  indigenous: 'faith-based',
};
const SPIRITUAL_WELCOME: Readonly<Record<string, ReasonId>> = {
  'higher-power-open': 'spiritual-own-way',
  christian: 'faith-part',
  islamic: 'faith-part',
  indigenous: 'faith-part',
};
const ABOUT_SUBSTANCES: ReadonlySet<ReasonId> = new Set([
  'made-for-substance',
  'takes-all-drugs',
  'takes-substance',
]);
/** Led by people who used drugs themselves. */
const LIVED_IT: ReadonlySet<Leader> = new Set(['members', 'trained-member']);
/** What people say about how they want to take part, and what of a group answers it. */
const WAYS: readonly (readonly [need: string, Attendance, ReasonId])[] = [
  ['in-person', 'in-person', 'meets-in-person'],
  ['online', 'online', 'meets-online'],
  ['phone', 'phone', 'meets-by-phone'],
  ['written', 'chat', 'takes-part-in-writing'],
];
/** Whether somebody asked for a way to take part that a group may not have. */
export const attendanceAsked = (needs: ReadonlySet<string>): boolean =>
  WAYS.some(([need]) => needs.has(need));

/** Whether a group has one of the ways to take part that were asked for. */
export const meetsAsAsked = (group: GroupFacts, needs: ReadonlySet<string>): boolean =>
  WAYS.some(([need, attendance]) => needs.has(need) && group.attendance.includes(attendance));

/** Whether a group is known to meet online every day, by a list of its own. */
export const meetsDaily = (group: GroupFacts): boolean => group.finders.some(({ daily }) => daily === true);

/** What people say about themselves, and the background of the groups made for them. */
const BACKGROUND_REASONS: readonly { need: string; background: Background; reason: ReasonId }[] = [
  { need: 'christian', background: 'christian', reason: 'for-christian' },
  { need: 'muslim', background: 'muslim', reason: 'for-muslim' },
  { need: 'native', background: 'indigenous', reason: 'for-indigenous' },
  { need: 'grew-up-with', background: 'grew-up-with', reason: 'grew-up-with' },
];

/** Whether a group is known to be in other countries only. */
export const isElsewhere = ({ countries }: GroupFacts, country: string | null): boolean =>
  country !== null && countries !== null && countries.length > 0 && !countries.includes(country);

/** A substance and everything it is a kind of: heroin, opioids. */
export function withParents(id: string, substances: ReadonlyMap<string, SubstanceFacts>): string[] {
  const chain: string[] = [];
  for (
    let next: string | null = id;
    next !== null && !chain.includes(next);
    next = substances.get(next)?.parent ?? null
  ) {
    chain.push(next);
  }
  return chain;
}

/** Whether a group takes people who use a substance, as its focus or among others. */
export function takes(
  group: GroupFacts,
  id: string,
  substances: ReadonlyMap<string, SubstanceFacts>,
): boolean {
  if (group.substances.includes(ANY_DRUG) && substances.get(id)?.drug !== false) return true;
  return withParents(id, substances).some((kindOf) => group.substances.includes(kindOf));
}

/** Whether a substance, or what it is a kind of, is what the group was made for. */
export const isMadeFor = (
  { substances: [first] }: GroupFacts,
  id: string,
  substances: ReadonlyMap<string, SubstanceFacts>,
): boolean => first !== undefined && first !== ANY_DRUG && withParents(id, substances).includes(first);

/** Whether a group helps people who want to use less, of one substance only. */
export const isModerationGroup = ({ goals, substances }: GroupFacts): boolean =>
  goals.some(({ goal }) => goal === 'moderation') && !substances.includes(ANY_DRUG);

/** Whether somebody on medicine is welcome as they are, by what the group says in public. */
export const isFineWithMedicine = ({ medicine }: GroupFacts): boolean =>
  ['core', 'supportive', 'prescribed-ok'].includes(medicine.stance);

/** Whether somebody wants to use less, for now. While pregnant, less is a doctor's matter: it is not what is offered. */
export const wantsToUseLess = (needs: ReadonlySet<string>): boolean =>
  !needs.has('pregnant') && (needs.has('moderation') || needs.has('harm-reduction'));

/** Whether the visitor speaks of medicine that treats opioid use, by its name or in words. */
export function speaksOfMedicine(
  asked: readonly Meaning[],
  substances: ReadonlyMap<string, SubstanceFacts>,
): boolean {
  return asked.some(({ kind, id }) =>
    kind === 'need' ? id === 'medicine' : kind === 'substance' && substances.get(id)?.treatment === true,
  );
}

/**
 * Why a group fits what a visitor asked for, and what to know first. Every reason is a fact of the group; nothing is
 * said that was not asked for, except that a group is for women.
 */
export function reasonsFor(
  group: GroupFacts,
  asked: readonly Meaning[],
  substances: ReadonlyMap<string, SubstanceFacts>,
  country: string | null = null,
): Reasons {
  const reasons: Reason[] = [];
  const cautions: Reason[] = [];
  const needs = new Set(asked.filter(({ kind }) => kind === 'need').map(({ id }) => id));
  const forSelf = group.audience.includes('self');
  let otherFocus = false;

  const forRelatives =
    needs.has('family') || (needs.has('grew-up-with') && !group.backgrounds.includes('grew-up-with'));
  if (forRelatives && group.audience.includes('family')) reasons.push({ id: 'for-family' });
  if (needs.has('bereaved') && group.audience.includes('bereaved')) reasons.push({ id: 'for-bereaved' });

  for (const { kind, id } of asked) {
    const substance = kind === 'substance' ? substances.get(id) : undefined;
    if (!substance || substance.treatment) continue;
    const takesAll = group.substances.includes(ANY_DRUG) && substance.drug;
    if (!forSelf && takesAll && !isMadeFor(group, id, substances)) continue;
    if (isMadeFor(group, id, substances)) {
      reasons.push({ id: 'made-for-substance', substance: id });
    } else if (takesAll) {
      reasons.push({ id: 'takes-all-drugs' });
    } else if (takes(group, id, substances)) {
      reasons.push({ id: 'takes-substance', substance: id });
    } else {
      otherFocus = true;
    }
  }

  // One of two meanings that fits is enough, while the other is still open.
  if (otherFocus && !reasons.some(({ id }) => ABOUT_SUBSTANCES.has(id)))
    cautions.push({ id: 'other-substance' });

  if (needs.has('self') && forSelf && LIVED_IT.has(group.ledBy)) reasons.push({ id: 'lived-it' });
  if (needs.has('spiritual') || needs.has('either')) {
    const reason =
      SPIRITUAL_WELCOME[group.spirituality] ??
      (needs.has('either') ? SPIRITUAL_REASONS[group.spirituality] : undefined);
    if (reason) reasons.push({ id: reason });
  }

  if (needs.has('buddhist') && group.spirituality === 'buddhist') reasons.push({ id: 'buddhist' });
  if (needs.has('not-religious')) {
    const reason = SPIRITUAL_REASONS[group.spirituality];
    const caution = SPIRITUAL_CAUTIONS[group.spirituality];
    if (reason) reasons.push({ id: reason });
    if (caution) cautions.push({ id: caution });
  }
  if (speaksOfMedicine(asked, substances) && forSelf) {
    const reason = MEDICINE_REASONS[group.medicine.stance];
    const caution = MEDICINE_CAUTIONS[group.medicine.stance];
    if (reason) reasons.push({ id: reason });
    if (caution) cautions.push({ id: caution });
  }
  if (needs.has('mental-health')) {
    if (group.mentalHealth) reasons.push({ id: 'made-for-both-conditions' });
    else if (group.medicine.stance === 'supportive') reasons.push({ id: 'welcomes-medicine' });
  }
  for (const { need, background, reason } of BACKGROUND_REASONS) {
    if (needs.has(need) && group.backgrounds.includes(background)) reasons.push({ id: reason });
  }
  for (const [need, attendance, reason] of WAYS) {
    if (!needs.has(need) || !group.attendance.includes(attendance)) continue;
    // In another country nobody can go there.
    if (attendance === 'in-person' && isElsewhere(group, country)) continue;
    reasons.push({ id: reason === 'meets-online' && meetsDaily(group) ? 'meets-online-daily' : reason });
  }
  if (attendanceAsked(needs) && !meetsAsAsked(group, needs)) cautions.push({ id: 'other-attendance' });
  if (wantsToUseLess(needs)) {
    if (isModerationGroup(group)) reasons.push({ id: 'helps-drink-less' });
    else if (group.goals.some(({ goal }) => goal === 'self-chosen')) reasons.push({ id: 'own-goal' });
    else if (forSelf) cautions.push({ id: 'aims-at-stopping' });
  }
  if (group.backgrounds.includes('women')) {
    (needs.has('women') ? reasons : cautions).push({ id: needs.has('women') ? 'for-women' : 'only-women' });
  }
  if (isElsewhere(group, country)) cautions.push({ id: 'other-country' });
  return { reasons: unique(reasons), cautions: unique(cautions) };
}

function unique(list: readonly Reason[]): Reason[] {
  return list.filter(
    (one, i) => list.findIndex(({ id, substance }) => id === one.id && substance === one.substance) === i,
  );
}
