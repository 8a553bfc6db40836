import { expect } from '@open-wc/testing';
import { displayOptions, embedScript, readEmbed } from '../../../src/domain/page/embed.js';

const KNOWN = ['view', 'country', 'src', 'groups-src', 'exit-url', 'text-src', 'sync-url', 'open-root'];

describe('embed: what the address of a frame says', () => {
  const CASES: readonly [string, Partial<ReturnType<typeof readEmbed>>][] = [
    ['', { tag: 'support-group-finder', language: 'en', theme: 'light', options: [] }],
    ['?element=twelve-steps&view=steps', { tag: 'twelve-steps', options: [['view', 'steps']] }],
    ['?element=%20Four-Points%20&lang=es&theme=dark', { tag: 'four-points', language: 'es', theme: 'dark' }],
    ['?theme=auto', { theme: 'auto' }],
    ['?theme=pink&lang=', { theme: 'light', language: 'en' }],
    [
      '?quick-exit&groups=na+smart',
      {
        options: [
          ['quick-exit', ''],
          ['groups', 'na smart'],
        ],
      },
    ],
    ['?&&=&=x', { tag: 'support-group-finder' }],
    ['?element=%E0%A4%A', { tag: '\u{FFFD}%a' }],
  ];
  for (const [search, wanted] of CASES)
    it(`${search || '(nothing)'} is understood`, () => expect(readEmbed(search)).to.deep.include(wanted));
});

describe('embed: what an address may set', () => {
  it('is how things are shown', () => {
    const { accepted, refused } = displayOptions(
      [
        ['view', 'steps'],
        ['country', 'us'],
      ],
      KNOWN,
    );
    expect(accepted).to.deep.equal([
      ['view', 'steps'],
      ['country', 'us'],
    ]);
    expect(refused).to.deep.equal([]);
  });

  for (const name of ['src', 'groups-src', 'exit-url', 'text-src', 'sync-url', 'open-root'])
    it(`is not ${name}, which the page alone may say`, () => {
      const { accepted, refused } = displayOptions([[name, 'https://evil.example/']], KNOWN);
      expect(accepted).to.deep.equal([]);
      expect(refused).to.deep.equal([name]);
    });

  for (const name of ['onclick', 'style', 'is', 'constructor', '__proto__', 'SRC'])
    it(`is not ${name}, which no element reads`, () =>
      expect(displayOptions([[name, 'x']], KNOWN)).to.deep.equal({ accepted: [], refused: [name] }));
});

describe('embed: which script', () => {
  const script = (search: string, withLists = false): string =>
    embedScript(readEmbed(search), ['es'], withLists);
  it('holds the elements', () => expect(script('')).to.equal('support-group-elements.classic.js'));
  it('holds the lists of meetings where there are any', () => {
    expect(script('?element=meeting-finder')).to.equal('support-group-elements.complete.classic.js');
    expect(script('', true)).to.equal('support-group-elements.complete.classic.js');
  });
  it('holds the language', () => {
    expect(script('?lang=es-MX')).to.equal('support-group-elements.es.classic.js');
    expect(script('?lang=fr')).to.equal('support-group-elements.classic.js');
  });
  it('is never an address out of the query', () =>
    expect(script('?lang=../../evil')).to.equal('support-group-elements.classic.js'));
});
