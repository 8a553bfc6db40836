import crisisData from '../../data/crisis-lines.json' with { type: 'json' };
import groupsData from '../../data/groups.json' with { type: 'json' };
import guidesData from '../../data/guides.json' with { type: 'json' };
import programsData from '../../data/programs.json' with { type: 'json' };
import { mayHaveChanged } from '../domain/schedule/freshness.js';

/** Lists whose entries are reached by phone or text: they grow old sooner. */
const REACHED_BY_PHONE: ReadonlySet<string> = new Set(['phones', 'lines']);

interface Place {
  readonly name: string;
  readonly kind: 'phone' | 'fact';
}

function collect(value: unknown, place: Place, now: Date, found: string[]): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    value.forEach((part: unknown, i) => {
      const { id, code, country, group } = (part ?? {}) as Readonly<Record<string, unknown>>;
      const name = [id, code, group, country].find((one) => typeof one === 'string') ?? String(i + 1);
      collect(part, { ...place, name: `${place.name} ${name}` }, now, found);
    });
    return;
  }
  for (const [key, part] of Object.entries(value)) {
    if (key === 'checked') {
      if (mayHaveChanged(part as string | null, place.kind, now)) found.push(place.name.trim());
    } else {
      const kind = REACHED_BY_PHONE.has(key) ? 'phone' : place.kind;
      const named = Array.isArray(part) && /^(?:groups|guides|countries|lines)$/.test(key);
      collect(part, { kind, name: named ? place.name : `${place.name} ${key}` }, now, found);
    }
  }
}

/**
 * The entries of data/ that are shown with "may have changed", by their ids, such as `aa phones GB`.
 * @param now The present moment.
 */
export function staleEntries(now: Date): string[] {
  const found: string[] = [];
  for (const data of [crisisData, groupsData, guidesData, programsData])
    collect(data, { name: '', kind: 'fact' }, now, found);
  return found;
}
