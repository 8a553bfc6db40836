import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { FUZZ_RUNS } from '../../support/assert.js';
import { consoleOf, rootOf, uncaught, until } from '../../support/elements.js';
import { json } from '../../support/fake-server.js';
import { finder, guideRow, inNewYork, rows, withServer } from '../../support/meeting-page.js';
import { ADDRESSES, AWKWARD, badAddresses, fingerprint, PAYLOADS } from '../../support/payloads.js';

const ADDRESS = 'https://town.example/list.json';

/** Fields that are shown, of two kinds of lists. */
const GUIDE = [
  ...['name', 'location', 'formatted_address', 'location_notes', 'notes', 'group', 'group_notes', 'district'],
  ...['region', 'regions', 'city', 'types', 'conference_url', 'conference_url_notes', 'conference_phone'],
  ...[
    'conference_phone_notes',
    'url',
    'website',
    'feedback_url',
    'feedback_emails',
    'venmo',
    'square',
    'paypal',
  ],
  ...['timezone', 'attendance_option', 'entity', 'entity_url', 'id', 'slug', '__proto__', 'constructor'],
];
const OURS = [
  ...['name', 'place', 'address', 'placeNotes', 'notes', 'homeGroup', 'homeGroupNotes', 'district', 'keeper'],
  ...['regions', 'city', 'types', 'join', 'joinNotes', 'phone', 'dial', 'phoneNotes', 'url', 'website'],
  ...['feedback', 'payments', 'timezone', 'group', 'id', '__proto__', 'constructor'],
];

const text = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...PAYLOADS) },
  { weight: 2, arbitrary: fc.constantFrom(...ADDRESSES) },
  { weight: 1, arbitrary: fc.constantFrom(...AWKWARD) },
);
const rowOf = (fields: readonly string[], least: object): fc.Arbitrary<unknown> =>
  fc
    .array(fc.tuple(fc.constantFrom(...fields), fc.oneof(text, fc.array(text, { maxLength: 2 }))), {
      minLength: 3,
      maxLength: 20,
    })
    .map((fields) => {
      const written = [...Object.entries(least), ...fields].map(
        ([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`,
      );
      // As a parser makes it: `__proto__` is then a key like any other.
      return JSON.parse(`{${written.join(',')}}`) as unknown;
    });
const list = fc.oneof(
  fc.array(rowOf(GUIDE, guideRow()), { minLength: 1, maxLength: 3 }),
  fc
    .array(rowOf(OURS, { name: 'Meeting', day: 'Monday', start: '20:00' }), { minLength: 1, maxLength: 3 })
    .map((meetings) => ({ format: 'support-group-elements/meetings 1', meetings })),
);

describe('meeting finder: a hostile list', () => {
  inNewYork();
  const server = withServer();

  it('is drawn as text, details and all: nothing runs, no link leads astray', async function () {
    this.timeout(Math.max(60_000, FUZZ_RUNS * 40));
    server().on(ADDRESS, () => json([guideRow({ name: 'Honest' })]));
    const host = await finder(`country="us" src="${ADDRESS}"`);
    const root = rootOf(host);
    let number = 0;
    let drawn = 0;
    const quiet = (work: () => Promise<unknown>): Promise<unknown> =>
      consoleOf('info', () => consoleOf('warn', work));
    await fc.assert(
      fc.asyncProperty(list, async (file) => {
        const address = `${ADDRESS}?${number++}`;
        server().on(address, () => json(file));
        const errors = await uncaught(() =>
          quiet(async () => {
            const told = new Promise((resolve) =>
              host.addEventListener('sg-feed-state', resolve, { once: true }),
            );
            host.setAttribute('src', address);
            await told;
            await host.updateComplete;
            await until(() => root.querySelector('.skeleton') === null, 'it is drawn');
            const [row] = rows(host);
            if (!row) return;
            drawn++;
            // What was open may be so still, where the new row has the id of the old one.
            if (!root.querySelector('[part=details]')) row.querySelector<HTMLElement>('.name')!.click();
            await host.updateComplete;
            expect(root.querySelector('[part=details]'), 'the details').not.to.equal(null);
          }),
        );
        server().on(address, null);
        expect(errors).to.deep.equal([]);
        expect(badAddresses(root)).to.deep.equal([]);
        expect(fingerprint()).to.equal(undefined);
      }),
      { numRuns: Math.ceil(FUZZ_RUNS / 10) },
    );
    expect(drawn, 'most lists have a row to show').to.be.above(number / 2);
  });
});
