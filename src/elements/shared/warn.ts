const said = new Set<string>();

/** Says something on the console once, however many elements say it. */
export function warnOnce(message: string): void {
  if (said.has(message)) return;
  said.add(message);
  console.warn(message);
}
