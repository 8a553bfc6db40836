import {
  APPROACHES,
  ATTENDANCES,
  AUDIENCES,
  BACKGROUNDS,
  COSTS,
  GOALS,
  GROUP_STATUSES,
  LEADERS,
  MEDICINE_STANCES,
  SPIRITUAL_SIDES,
  SPONSORSHIPS,
} from '../domain/groups/types.js';
import { safeUrl } from '../domain/links/safe-url.js';

/** Something in an entry that keeps it from being shown: which field, and what would be right. */
export interface Problem {
  readonly entry: string;
  readonly field: string;
  readonly message: string;
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/**
 * Checks the facts about one group as they come through the door. The schema in data/schema/ says more; this is the
 * part without which an element would show nonsense, and it also stands for entries from outside.
 */
export function problemsOfGroup(entry: unknown): Problem[] {
  const group = (typeof entry === 'object' && entry !== null ? entry : {}) as Record<string, unknown>;
  const id = typeof group['id'] === 'string' ? group['id'] : '(no id)';
  const problems: Problem[] = [];
  const report = (field: string, message: string): void => void problems.push({ entry: id, field, message });

  if (!/^[a-z][a-z0-9-]*$/.test(id)) report('id', 'write small letters, digits and hyphens, such as "na"');

  const one = (field: string, value: unknown, accepted: readonly string[]): void => {
    if (!accepted.includes(value as string))
      report(field, `${JSON.stringify(value)} is not one of: ${accepted.join(', ')}`);
  };
  const many = (field: string, value: unknown, accepted: readonly string[]): void => {
    if (!isList(value)) report(field, 'write a list, in square brackets');
    else value.forEach((item) => one(field, item, accepted));
  };
  const links = (field: string, value: unknown): void => {
    if (!isList(value)) return report(field, 'write a list, in square brackets');
    for (const item of value) {
      const url = (item as { url?: unknown } | null)?.url;
      if (safeUrl(typeof url === 'string' ? url : null) === null)
        report(field, 'write an address that starts with https://');
    }
  };

  one('status', group['status'], GROUP_STATUSES);
  many('approach', group['approach'], APPROACHES);
  one('spirituality', group['spirituality'], SPIRITUAL_SIDES);
  many('audience', group['audience'], AUDIENCES);
  many('backgrounds', group['backgrounds'], BACKGROUNDS);
  many('attendance', group['attendance'], ATTENDANCES);
  one('ledBy', group['ledBy'], LEADERS);
  one('sponsor', group['sponsor'], SPONSORSHIPS);
  one('cost', group['cost'], COSTS);
  one('medicine.stance', (group['medicine'] as { stance?: unknown } | undefined)?.stance, MEDICINE_STANCES);
  const goals = group['goals'];
  many(
    'goals',
    isList(goals) ? goals.map((item) => (item as { goal?: unknown } | null)?.goal) : goals,
    GOALS,
  );
  if (!isList(group['substances'])) report('substances', 'write a list, in square brackets');
  links('finders', group['finders']);
  links('nationalSites', group['nationalSites']);
  if (group['website'] !== null) links('website', [group['website']]);
  if (!isList(group['phones']))
    report('phones', 'write a list, in square brackets (empty when there is none)');
  return problems;
}
