/** A way to reach somebody. `confirmed: false`: nobody could confirm the numbers. */
export interface Reachable {
  readonly phone: string | null;
  readonly sms: unknown;
  readonly confirmed?: boolean;
}

/** The same without numbers that nobody could confirm: the website stays. */
export function withoutUnconfirmed<T extends Reachable>(line: T): T {
  return line.confirmed === false ? { ...line, phone: null, sms: null } : line;
}

/** Only numbers that may be shown. */
export function confirmedOnly<T extends { readonly confirmed?: boolean }>(numbers: readonly T[]): T[] {
  return numbers.filter(({ confirmed }) => confirmed !== false);
}
