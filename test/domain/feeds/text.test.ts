import fc from 'fast-check';
import { shortened, textReader, withoutLast } from '../../../src/domain/feeds/text.js';
import { BOUNDS } from '../../../src/domain/feeds/types.js';
import { expect, FUZZ_RUNS } from '../../support/assert.js';

const marked = textReader(true);
const plain = textReader(false);

describe('a text of a feed with marks', () => {
  for (const [written, read] of [
    ['Rock &amp; Roll', 'Rock & Roll'],
    ['Women&#8217;s', 'Women’s'],
    ['Women&#x2019;s', 'Women’s'],
    ['Women&#146;s', 'Women’s'],
    ['Women&amp;#8217;s', 'Women’s'],
    ['R&eacute;union &Ntilde;', 'Réunion Ñ'],
    ['a&nbsp;b', 'a b'],
    ['&unknown; &', '&unknown; &'],
    ['&#0;&#1114112;&#55296;x', 'x'],
    ['<b>bold</b> <img src=x onerror=alert(1)>', 'bold'],
    ['&lt;b&gt;bold&lt;/b&gt;', 'bold'],
    ['<script>alert(1)</script>Bring a <i>chair</i>', 'Bring a chair'],
    ['<style>a{}', ''],
    ['I <3 you, a < b', 'I <3 you, a < b'],
    ['a <b', 'a <b'],
    ['  two   spaces ', 'two spaces'],
    ['one\r\ntwo', 'one two'],
    ['\u202egnihton\u202c \u0000\u0007x\u2066y\u2069', 'gnihton xy'],
    ['half \ud83d', 'half'],
    ['whole 🙂', 'whole 🙂'],
    ['می\u200cروم', 'می\u200cروم'],
    [12345, '12345'],
    [null, ''],
    [true, ''],
    [['x'], ''],
    [{ toString: 1 }, ''],
    [Infinity, ''],
  ] as const) {
    it(`${JSON.stringify(written)} is ${JSON.stringify(read)} on one line`, () =>
      expect(marked.line(written)).to.equal(read));
  }

  for (const [written, read] of [
    ['one\r\n\r\n\r\n\r\ntwo\u2028three ', 'one\n\ntwo\nthree'],
    ['<p>one</p><p>two<br>three</p>', 'one\n\ntwo\nthree'],
    [' North door. \r\n\r\n\r\n', 'North door.'],
  ] as const) {
    it(`${JSON.stringify(written)} keeps its lines`, () => expect(marked.lines(written)).to.equal(read));
  }

  it('is cut at the bound, never through a character', () => {
    expect(marked.line('x'.repeat(100_000))).to.have.length(BOUNDS.name);
    expect(marked.lines('x'.repeat(100_000))).to.have.length(BOUNDS.text);
    expect(marked.line('x'.repeat(BOUNDS.name - 1) + '🙂')).to.equal('x'.repeat(BOUNDS.name - 1));
  });

  it('is not read over and over, whatever it is made of', () => {
    for (const piece of ['<', '<a', '<script>', '&', '&amp;', ' ', ' \n', '\r', '\ud800', '</']) {
      expect(marked.lines(piece.repeat(50_000)).length).to.be.at.most(BOUNDS.text);
    }
  });
});

describe('a text of our own format', () => {
  it('is plain: entities and tags are what they look like', () =>
    expect(plain.line('AT&amp;T <b>')).to.equal('AT&amp;T <b>'));

  it('is, once read, read the same again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        for (const read of [plain.line, plain.lines, plain.shared]) {
          const once = read(text);
          expect(read(once)).to.equal(once);
          expect(() => encodeURIComponent(once)).not.to.throw();
        }
      }),
      { numRuns: FUZZ_RUNS },
    );
  });
});

describe('a text without its last stops', () => {
  for (const [text, rest] of [
    ['a.,.', 'a'],
    ['a', 'a'],
    ['.a.b', '.a.b'],
    ['...', ''],
    ['', ''],
    ['a\\', 'a\\'],
  ] as const) {
    it(`${JSON.stringify(text)} is ${JSON.stringify(rest)}`, () =>
      expect(withoutLast(text, '.,')).to.equal(rest));
  }

  it('is found at once, however many stand in the middle', () => {
    const text = `${'.'.repeat(1_000_000)}x`;
    expect(withoutLast(text, '.') === text).to.be.true;
  });
});

it('a value for people who look for a mistake is short and harmless', () => {
  expect(shortened('x'.repeat(500))).to.have.length(60);
  expect(shortened('\u202eabc')).to.equal('abc');
  expect(shortened({})).to.equal('');
  expect(shortened(7)).to.equal('7');
});
