import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { LitElement } from 'lit';
import { SupportGroupFinder } from '../../../src/index.js';
import { FUZZ_RUNS } from '../../support/assert.js';
import { consoleOf, element, FULL, rootOf, TAGS, uncaught, until } from '../../support/elements.js';
import { AWKWARD, badAddresses, fingerprint, PAYLOADS } from '../../support/payloads.js';

/** What every element may have besides its own attributes, and reads. */
const EVERYWHERE = ['lang', 'dir'];
/** Read once, when the element first connects: the test looks inside. */
const ONCE = 'open-root';

const attributesOf = (tag: string): string[] => [
  ...(customElements.get(tag) as typeof LitElement).observedAttributes.filter((name) => name !== ONCE),
  ...EVERYWHERE,
];

const value: fc.Arbitrary<string | null> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...PAYLOADS) },
  { weight: 2, arbitrary: fc.constantFrom(...AWKWARD) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'us',
      'na smart',
      'family',
      'guided',
      '3',
      'es',
      'blank',
      'sponsor',
      'online',
      'table',
    ),
  },
  { weight: 1, arbitrary: fc.constant(null) },
);

describe('attributes: whatever is written into them', () => {
  const { fetch } = globalThis;
  let open = 0;
  // What comes out as an address is asked for, and nobody is there.
  beforeEach(() => {
    globalThis.fetch = async () => {
      open++;
      await new Promise((next) => setTimeout(next));
      open--;
      return new Response('', { status: 404 });
    };
  });
  afterEach(() => {
    globalThis.fetch = fetch;
  });

  for (const tag of TAGS) {
    it(`<${tag}> shows its content, throws nothing, runs nothing`, async function () {
      this.timeout(Math.max(60_000, FUZZ_RUNS * 60));
      const host = await element(tag, tag === 'meeting-finder' ? '' : FULL[tag]);
      const feed = document.createElement('meeting-feed');
      if (tag === 'meeting-finder' || tag === 'support-group-finder') host.append(feed);
      const names = attributesOf(tag);
      const own = fc.tuple(fc.constant<Element>(host), fc.constantFrom(...names), value);
      const onFeed = fc.tuple(
        fc.constant<Element>(feed),
        fc.constantFrom('src', 'format', 'group', 'timezone', 'label'),
        value,
      );
      const change = feed.isConnected
        ? fc.oneof({ weight: 4, arbitrary: own }, { weight: 1, arbitrary: onFeed })
        : own;
      const before = { title: document.title, address: location.href };
      const seen = new Set<string>();
      let errors: string[] = [];
      const thrown = await uncaught(async () => {
        errors = await consoleOf('error', () =>
          consoleOf('warn', async () => {
            await fc.assert(
              fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
                for (const [on, name, text] of changes) {
                  if (on === host) seen.add(name);
                  if (text === null) on.removeAttribute(name);
                  else on.setAttribute(name, text);
                }
                await host.updateComplete;
                const root = rootOf(host);
                expect(root.querySelector('.base')!.textContent.trim().length, 'content').to.be.above(40);
                expect(badAddresses(root)).to.deep.equal([]);
                expect(fingerprint()).to.equal(undefined);
              }),
              { numRuns: FUZZ_RUNS },
            );
            // Files are asked for one after the other: with the last one all are done with.
            if (host instanceof SupportGroupFinder) {
              host.groupsSrc = 'last.json';
              await host.updateComplete;
              await until(
                () => !(host as unknown as { local: { pending: boolean } }).local.pending,
                'the last file',
              );
            }
            await until(() => open === 0, 'all lists are done with');
            host.remove();
          }),
        );
      });
      expect(thrown).to.deep.equal([]);
      expect(errors).to.deep.equal([]);
      expect([...seen].sort(), 'every attribute had its turn').to.deep.equal([...new Set(names)].sort());
      expect({ title: document.title, address: location.href }).to.deep.equal(before);
    });
  }
});
