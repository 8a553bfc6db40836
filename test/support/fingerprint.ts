/**
 * Belongs to every browser test: web-test-runner.config.mjs imports it with each test file. What the payloads of
 * payloads.ts try to set has to stay undefined; the first test after which it is not fails, with the place that set it.
 */
import { fingerprint } from './payloads.js';

let value: unknown;
let place: string | undefined;

Object.defineProperty(globalThis, '__sgPwned', {
  configurable: true,
  get: () => value,
  set: (set: unknown) => {
    value = set;
    place ??= new Error('It was set here').stack;
  },
});

function check(): void {
  const found = fingerprint() ?? (Object.prototype as { __sgPwned?: unknown }).__sgPwned;
  if (found === undefined) return;
  const where = place ?? 'on the prototype of all objects';
  value = place = undefined;
  delete (Object.prototype as { __sgPwned?: unknown }).__sgPwned;
  throw new Error(`A payload has run: __sgPwned is ${JSON.stringify(found)}. ${where}`);
}

afterEach(check);

after(async () => {
  // A frame, an image that fails and a timer have their turn.
  await new Promise((next) => setTimeout(next, 50));
  check();
});
