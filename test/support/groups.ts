import type { GroupFacts } from '../../src/domain/groups/types.js';

/** An invented group, with what a test needs changed. */
export function sampleGroup(id: string, facts: Partial<GroupFacts> = {}): GroupFacts {
  return {
    id,
    status: 'active',
    founded: null,
    substances: ['any-drug'],
    approach: ['peer'],
    spirituality: 'none',
    goals: [{ goal: 'abstinence' }],
    audience: ['self'],
    backgrounds: [],
    mentalHealth: false,
    attendance: ['in-person'],
    ledBy: 'members',
    sponsor: 'no',
    cost: 'free',
    medicine: { stance: 'not-published' },
    countries: null,
    website: null,
    nationalSites: [],
    finders: [],
    phones: [],
    alternatives: [],
    checked: '2026-01-01',
    ...facts,
  };
}
