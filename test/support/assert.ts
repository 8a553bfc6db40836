export { assert, expect } from '@open-wc/testing';

/** How often a property is tried: 500 in `npm test`, 10,000 in `npm run verify`. */
export const FUZZ_RUNS: number = (globalThis as { FUZZ_RUNS?: number }).FUZZ_RUNS ?? 500;
