import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';

/** Zones with every kind of change: an hour, half an hour, none, twice within a month, a day left out, an end of it. */
export const ZONES = [
  'Europe/London',
  'Europe/Dublin',
  'America/New_York',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Asia/Kolkata',
  'Asia/Tehran',
  'Asia/Jerusalem',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Pacific/Auckland',
  'UTC',
] as const;

const FROM = Date.UTC(2005, 0, 1);
const TO = Date.UTC(2036, 0, 1);

function changesOf(zone: string): number[] {
  const found: number[] = [];
  let at: Temporal.ZonedDateTime | null =
    Temporal.Instant.fromEpochMilliseconds(FROM).toZonedDateTimeISO(zone);
  while ((at = at.getTimeZoneTransition('next')) && at.epochMilliseconds < TO)
    found.push(at.epochMilliseconds);
  return found;
}

const changes = new Map(ZONES.map((zone) => [zone as string, changesOf(zone)]));

/** A zone and an instant, every other one within two days of a change of its clocks. */
export const zoneAndInstant: fc.Arbitrary<{ zone: string; instant: number }> = fc
  .constantFrom<string>(...ZONES)
  .chain((zone) => {
    const anywhere = fc.integer({ min: FROM, max: TO });
    const known = changes.get(zone)!;
    if (known.length === 0) return fc.record({ zone: fc.constant(zone), instant: anywhere });
    const near = fc
      .tuple(fc.constantFrom(...known), fc.integer({ min: -2 * 86_400_000, max: 2 * 86_400_000 }))
      .map(([at, apart]) => at + apart);
    return fc.record({ zone: fc.constant(zone), instant: fc.oneof(anywhere, near) });
  });
