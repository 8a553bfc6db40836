import type { GroupFacts, SpiritualSide } from './types.js';

/** The headings under which people look for a group, in the order shown. */
export const SECTIONS = ['twelve-step', 'other-ways', 'faith', 'mental-health', 'family'] as const;
export type Section = (typeof SECTIONS)[number];

/** Sides of a group that somebody looks for by that name, whether it works with steps or not. */
const FAITHS: ReadonlySet<SpiritualSide> = new Set(['buddhist', 'christian', 'islamic', 'indigenous']);

export function sectionOf(group: GroupFacts): Section {
  if (!group.audience.includes('self')) return 'family';
  if (group.mentalHealth) return 'mental-health';
  if (FAITHS.has(group.spirituality)) return 'faith';
  return group.approach.includes('twelve-step') ? 'twelve-step' : 'other-ways';
}

/**
 * Groups by section, empty sections left out. Inside a section a group without fresh proof of life comes last.
 * @param first The section to begin with, where somebody looks for it.
 */
export function bySection<G extends GroupFacts>(
  groups: readonly G[],
  first?: Section,
): { section: Section; groups: G[] }[] {
  const order = first ? [first, ...SECTIONS.filter((section) => section !== first)] : SECTIONS;
  return order
    .map((section) => {
      const inside = groups.filter((group) => sectionOf(group) === section);
      const alive = (group: G): boolean => group.status === 'active' || group.status === 'limited';
      return { section, groups: [...inside.filter(alive), ...inside.filter((group) => !alive(group))] };
    })
    .filter((entry) => entry.groups.length > 0);
}
