import type { OpeningHours } from '../schedule/opening-hours.js';
import type { WithdrawalNote } from '../groups/reasons.js';

/** What a line is for. */
export const LINE_KINDS = [
  'suicide-crisis',
  'drugs',
  'alcohol',
  'treatment-referral',
  'overdose-companion',
  'family',
  'domestic-violence',
  'youth',
  'mental-health',
  'poison',
  'gambling',
  'peer',
  'supplies',
  'locator',
] as const;
export type LineKind = (typeof LINE_KINDS)[number];

/** A service to call, text or write to, with its words. */
export interface CrisisLine {
  readonly id: string;
  readonly kind: LineKind;
  readonly name: string;
  readonly who?: string;
  readonly note?: string;
  /** Opening hours in words, where the structured ones cannot say it. */
  readonly hoursNote?: string;
  /** As people write it in that country; null where the service has no number. */
  readonly phone: string | null;
  readonly sms: { readonly number: string; readonly body: string | null } | null;
  readonly chat: string | null;
  readonly url: string | null;
  readonly hours: OpeningHours;
  readonly cost: 'free' | 'paid' | 'unknown';
  /** What a call costs, in words, where it is not free. */
  readonly price?: string;
  readonly languages: readonly string[];
  /** Made for people who serve or served in the armed forces, and their families. */
  readonly veterans?: boolean;
  /** `YYYY-MM-DD`, or null where nobody has checked it with the service. */
  readonly checked: string | null;
}

/** The words of a service, as they stand in data/text/<language>/crisis-lines.json. */
export interface LineWords {
  readonly name: string;
  readonly who?: string;
  readonly note?: string;
  readonly hours?: string;
  readonly cost?: string;
}

export interface Country {
  readonly code: string;
  /** With the article that a sentence needs: "the United States". */
  readonly name: string;
  /** As it stands in a list: "United States". */
  readonly listName: string;
  /** Emergency numbers, the usual one for a medical emergency first. */
  readonly emergency: readonly string[];
  readonly timeZones: readonly string[];
  readonly lines: readonly CrisisLine[];
}

/** A titled block of short lines. `{emergency}` in a line stands for the emergency number. */
export interface SafetyText {
  readonly title: string;
  readonly lines: readonly string[];
}

export interface SafetyWords {
  readonly overdose: {
    readonly title: string;
    readonly signs: readonly string[];
    readonly steps: readonly string[];
    readonly facts: readonly string[];
  };
  readonly stimulant: {
    readonly title: string;
    readonly signs: readonly string[];
    readonly steps: readonly string[];
  };
  readonly suicide: { readonly title: string; readonly steps: readonly string[] };
  readonly loss: SafetyText;
  readonly withdrawal: Readonly<Record<WithdrawalNote | 'any', SafetyText>>;
  readonly tolerance: string;
  readonly medicine: string;
  readonly pregnant: string;
}
