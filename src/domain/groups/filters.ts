import { isFineWithMedicine } from './reasons.js';
import type { Goal, GroupFacts } from './types.js';

/** Aims that leave room for cutting down. */
const OWN_GOALS: ReadonlySet<Goal> = new Set(['self-chosen', 'moderation', 'harm-reduction']);

/**
 * The filters of the finder. Choices inside one filter widen the result ("online" or "phone"), except in `also`, where
 * each is a wish of its own; different filters narrow it.
 */
const CHOICES = {
  audience: {
    self: (group: GroupFacts) => group.audience.includes('self'),
    family: (group: GroupFacts) => group.audience.some((audience) => audience !== 'self'),
  },
  attendance: {
    'in-person': (group: GroupFacts) => group.attendance.includes('in-person'),
    online: (group: GroupFacts) => group.attendance.includes('online'),
    phone: (group: GroupFacts) => group.attendance.includes('phone'),
    chat: (group: GroupFacts) => group.attendance.includes('chat'),
  },
  approach: {
    'twelve-step': (group: GroupFacts) => group.approach.includes('twelve-step'),
    skills: (group: GroupFacts) => group.approach.includes('skills'),
    secular: (group: GroupFacts) => group.spirituality === 'none',
    'many-paths': (group: GroupFacts) => group.approach.includes('many-paths'),
    buddhist: (group: GroupFacts) => group.spirituality === 'buddhist',
    christian: (group: GroupFacts) => group.spirituality === 'christian',
    islamic: (group: GroupFacts) => group.spirituality === 'islamic',
    indigenous: (group: GroupFacts) => group.spirituality === 'indigenous',
  },
  goal: {
    abstinence: (group: GroupFacts) => group.goals.some(({ goal }) => goal === 'abstinence'),
    'self-chosen': (group: GroupFacts) => group.goals.some(({ goal }) => OWN_GOALS.has(goal)),
  },
  also: {
    medicine: isFineWithMedicine,
    'mental-health': (group: GroupFacts) => group.mentalHealth,
    women: (group: GroupFacts) => group.backgrounds.includes('women'),
  },
} as const satisfies Record<string, Record<string, (group: GroupFacts) => boolean>>;

export type Filter = keyof typeof CHOICES;
export const FILTERS = Object.keys(CHOICES) as readonly Filter[];
/** A filter and one of its choices, such as `attendance:online`. */
export type FilterChoice = { [F in Filter]: `${F}:${Extract<keyof (typeof CHOICES)[F], string>}` }[Filter];

/** The choices of one filter, in the order shown. */
export function choicesOf(filter: Filter): readonly FilterChoice[] {
  return Object.keys(CHOICES[filter]).map((choice) => `${filter}:${choice}` as FilterChoice);
}

export const FILTER_CHOICES: readonly FilterChoice[] = FILTERS.flatMap(choicesOf);

const partsOf = (choice: FilterChoice): [Filter, string] => choice.split(':') as [Filter, string];

const fits = (group: GroupFacts, choice: FilterChoice): boolean => {
  const [filter, name] = partsOf(choice);
  return (CHOICES[filter] as Readonly<Record<string, (group: GroupFacts) => boolean>>)[name]?.(group) ?? true;
};

/** The groups that pass all filters with a choice made. */
export function applyFilters<G extends GroupFacts>(
  groups: readonly G[],
  chosen: ReadonlySet<FilterChoice>,
): G[] {
  const passes = FILTERS.map((filter) => {
    const choices = choicesOf(filter).filter((choice) => chosen.has(choice));
    return (group: G): boolean => {
      if (choices.length === 0) return true;
      const one = (choice: FilterChoice): boolean => fits(group, choice);
      return filter === 'also' ? choices.every(one) : choices.some(one);
    };
  });
  return groups.filter((group) => passes.every((pass) => pass(group)));
}

/**
 * For each choice, how many groups would be shown with it alone inside its filter (in `also`: with it added), while the
 * other filters stay as they are. It tells before the click what the click will give.
 */
export function countChoices(
  groups: readonly GroupFacts[],
  chosen: ReadonlySet<FilterChoice>,
): Map<FilterChoice, number> {
  return new Map(
    FILTER_CHOICES.map((choice) => {
      const [filter] = partsOf(choice);
      const others = [...chosen].filter((other) => filter === 'also' || partsOf(other)[0] !== filter);
      return [choice, applyFilters(groups, new Set([...others, choice])).length];
    }),
  );
}
