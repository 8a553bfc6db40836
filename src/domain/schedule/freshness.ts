const PHONE_MONTHS = 6;
const FACT_MONTHS = 12;

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * Whether a fact is too old to be stated without a warning: phone numbers after 6 months, other facts after 12, and
 * anything that was never checked.
 * @param checked `YYYY-MM-DD`, or null where nobody has checked it.
 * @param now The present moment.
 */
export function mayHaveChanged(checked: string | null, kind: 'phone' | 'fact', now: Date): boolean {
  const parts = checked === null ? null : DATE.exec(checked);
  if (!parts) return true;
  const limit = new Date(
    Date.UTC(
      Number(parts[1]),
      Number(parts[2]) - 1 + (kind === 'phone' ? PHONE_MONTHS : FACT_MONTHS),
      Number(parts[3]),
    ),
  );
  return now.getTime() > limit.getTime();
}

/** The oldest of some dates (`YYYY-MM-DD`, '' for none), or null where there is none: what is shown is as fresh as its oldest part. */
export function oldestDate(dates: Iterable<string | null>): string | null {
  let oldest: string | null = null;
  for (const date of dates) if (date && (oldest === null || date < oldest)) oldest = date;
  return oldest;
}
