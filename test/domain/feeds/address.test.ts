import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  addressesIn,
  feedSource,
  type FeedOptions,
  type FeedSource,
  type SourceProblem,
} from '../../../src/domain/feeds/address.js';
import { FUZZ_RUNS } from '../../support/assert.js';

const PAGE = 'https://clinic.example.org/help/groups.html?x=1#top';

function read(written: string, options: FeedOptions = {}): { source: FeedSource | null; problems: string[] } {
  const problems: SourceProblem[] = [];
  const source = feedSource(written, PAGE, options, (problem) => problems.push(problem));
  return {
    source,
    problems: problems.map((problem) =>
      [problem.kind, 'name' in problem ? problem.name : '', 'value' in problem ? problem.value : '']
        .join(' ')
        .trim(),
    ),
  };
}
const urlOf = (written: string, options?: FeedOptions): string => read(written, options).source!.url;
const paramsOf = (written: string): URLSearchParams => new URL(urlOf(written)).searchParams;

describe('the address of a list', () => {
  for (const [written, url] of [
    ['https://na.example.org/meetings.json', 'https://na.example.org/meetings.json'],
    ['http://na.example.org/a?b=c', 'http://na.example.org/a?b=c'],
    ['meetings.json', 'https://clinic.example.org/help/meetings.json'],
    ['/lists/na.csv', 'https://clinic.example.org/lists/na.csv'],
    ['../na.csv?v=2#group=na', 'https://clinic.example.org/na.csv?v=2'],
    ['//na.example.org/a', 'https://na.example.org/a'],
    [' https://na.example.org/a ', 'https://na.example.org/a'],
    ['https://na.example.org/a#', 'https://na.example.org/a'],
    // As a CMS writes quotes and "&".
    ['”https://na.example.org/a”', 'https://na.example.org/a'],
    ['“https://na.example.org/a#group=na”', 'https://na.example.org/a'],
    ['″na.json″', 'https://clinic.example.org/help/na.json'],
    ['https://na.example.org/a?b=1&amp;c=2', 'https://na.example.org/a?b=1&c=2'],
    ['https://na.example.org/a?b=1&#038;c=2#group=na', 'https://na.example.org/a?b=1&c=2'],
  ] as const) {
    it(`${written} is ${url}`, () => {
      const { source, problems } = read(written);
      expect([source?.url, problems]).to.deep.equal([url, []]);
    });
  }

  for (const written of [
    '',
    ' ',
    '#group=na',
    '””',
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'java\nscript:alert(1)',
    'data:application/json,[]',
    'blob:https://na.example.org/1',
    'file:///etc/passwd',
    'ftp://na.example.org/a',
    'https://user:secret@na.example.org/a',
    'https://user@na.example.org/a',
    'https://',
  ]) {
    it(`${JSON.stringify(written)} is refused`, () => {
      const { source, problems } = read(written);
      expect([source, problems]).to.deep.equal([null, ['address']]);
    });
  }

  it('is refused on a page without one that it could be relative to', () =>
    expect(feedSource('na.json', 'about:srcdoc', {}, () => undefined)).to.equal(null));

  it('has nothing in it of what stands behind #, whatever that is', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('https://na.example.org/a', 'na.json?x=1', 'https://na.example.org/main_server/'),
        fc.string({ unit: 'binary' }),
        (address, behind) => {
          const { source } = read(`${address}#secret=${behind}#more`);
          expect(source!.url).to.equal(read(address).source!.url);
          expect(source!.address).to.equal(address);
        },
      ),
      { numRuns: FUZZ_RUNS },
    );
  });

  it('of quotes is read at once', () => {
    const written = `https://na.example.org/a?${'”'.repeat(100_000)}x`;
    expect(read(written).problems).to.deep.equal([]);
  });

  it('never makes anything but a web address, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.webUrl(), (any, web) => {
        for (const written of [any, web + any, any + web]) {
          const { source, problems } = read(written);
          if (source === null) expect(problems).to.deep.equal(['address']);
          else {
            const { protocol, username, password, hash } = new URL(source.url);
            expect(['https:', 'http:']).to.include(protocol);
            expect([username, password, hash]).to.deep.equal(['', '', '']);
          }
        }
      }),
      { numRuns: FUZZ_RUNS },
    );
  });
});

describe('what stands behind #', () => {
  it('says what the list is', () => {
    const { source, problems } = read(
      'https://na.example.org/a#group=NA&format=Meeting-Guide&timezone=America/New_York&label=Our%20area',
    );
    expect(source).to.deep.equal({
      address: 'https://na.example.org/a',
      url: 'https://na.example.org/a',
      format: 'meeting-guide',
      group: 'na',
      timezone: 'America/New_York',
      label: 'Our area',
    });
    expect(problems).to.deep.equal([]);
  });

  it('may have been through a CMS', () => {
    const { source, problems } = read('https://na.example.org/a#group=na&amp;timezone=Europe/London');
    expect([source!.group, source!.timezone, problems]).to.deep.equal(['na', 'Europe/London', []]);
  });

  for (const [written, timezone] of [
    ['America/Chicago', 'America/Chicago'],
    ['America/New York', 'America/New_York'],
    ['EST', ''],
    ['%2B05:00', ''],
    ['Chicago', ''],
  ] as const) {
    it(`the zone ${written} is ${timezone || 'none, and that is said'}`, () => {
      const { source, problems } = read(`a#timezone=${written}`);
      expect([source!.timezone, problems.length]).to.deep.equal([timezone, timezone ? 0 : 1]);
    });
  }

  it('weighs less than markup, where that says something', () => {
    const { source } = read('a#group=na&label=One&timezone=UTC', {
      group: ' aa ',
      label: '',
      timezone: null,
    });
    expect([source!.group, source!.label, source!.timezone]).to.deep.equal(['aa', 'One', 'UTC']);
  });

  for (const [written, problems] of [
    ['a#grp=na', ['option grp']],
    ['a#format=xml', ['value format xml']],
    ['a#timezone=Mars/Olympus', ['value timezone Mars/Olympus']],
    ['a#__proto__=1&constructor=2', ['option __proto__', 'option constructor']],
    // A list that is there as a file cannot be asked for a part of it.
    ['a.json#services=3', ['option services']],
    ['https://na.example.org/main_server/#services=3&colour=red', ['option colour']],
  ] as const) {
    it(`is used as far as it is known: ${written}`, () => {
      const found = read(written);
      expect(found.problems).to.deep.equal(problems);
      expect(found.source!.format).to.equal(written.startsWith('https') ? 'bmlt' : 'auto');
    });
  }
});

describe('the address of a BMLT server', () => {
  const SEARCH = 'https://na.example.org/main_server/client_interface/json/';
  for (const [written, search] of [
    ['https://na.example.org/main_server/', SEARCH],
    ['https://na.example.org/main_server', SEARCH],
    ['https://na.example.org/main_server/?x=1', SEARCH],
    ['https://na.example.org/bmlt/#format=bmlt', 'https://na.example.org/bmlt/client_interface/json/'],
  ] as const) {
    it(`gives that of a search: ${written}`, () => {
      const { source } = read(written);
      const url = new URL(source!.url);
      expect(url.origin + url.pathname).to.equal(search);
      expect(source!.format).to.equal('bmlt');
      expect(url.searchParams.get('switcher')).to.equal('GetSearchResults');
      expect(url.searchParams.get('get_used_formats')).to.equal('1');
      expect(url.searchParams.get('data_field_key')).to.include('weekday_tinyint').and.not.include(' ');
      const fields = url.searchParams.get('data_field_key')!.split(',');
      expect(fields).to.include('root_server_id').and.not.include('published');
      expect(url.searchParams.has('recursive')).to.equal(false);
    });
  }

  it('of a whole search stays as it is', () => {
    const search = `${SEARCH}?switcher=GetSearchResults&services=3`;
    expect(urlOf(search)).to.equal(search);
    expect(urlOf(`${search}#format=bmlt`)).to.equal(search);
  });

  it('with a service body has the areas inside it too, unless the page says otherwise', () => {
    const one = paramsOf('https://na.example.org/main_server/#services=3');
    expect([one.get('services'), one.get('recursive')]).to.deep.equal(['3', '1']);
    const other = paramsOf('https://na.example.org/main_server/#services=3&recursive=0');
    expect(other.getAll('recursive')).to.deep.equal(['0']);
  });

  it('with several values names each', () => {
    const params = paramsOf('https://na.example.org/main_server/#services=3, -4&weekdays=1,7');
    expect(params.getAll('services[]')).to.deep.equal(['3', '-4']);
    expect(params.getAll('weekdays[]')).to.deep.equal(['1', '7']);
    expect(params.has('services')).to.equal(false);
  });

  it('with a comma in the name of a town is asked for that town', () => {
    const params = paramsOf(
      'https://na.example.org/main_server/#meeting_key=location_municipality&meeting_key_value=Town, North',
    );
    expect(params.get('meeting_key_value')).to.equal('Town, North');
  });
});

describe('addresses in an attribute', () => {
  for (const [src, addresses] of [
    ['a.json', ['a.json']],
    ['  a.json\n\tb.json#group=na  ', ['a.json', 'b.json#group=na']],
    ['', []],
    [' \n', []],
  ] as const) {
    it(`are ${JSON.stringify(addresses)} in ${JSON.stringify(src)}`, () =>
      expect(addressesIn(src)).to.deep.equal(addresses));
  }
});
