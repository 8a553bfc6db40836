import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { indexGlossary, piecesOf, type Piece } from '../../../src/domain/text/glossary.js';
import { FUZZ_RUNS } from '../../support/assert.js';

const glossary = indexGlossary({
  sponsor: { term: 'sponsor', forms: ['sponsors'], text: 'A member who guides another.' },
  open: { term: 'open meeting', text: 'Anyone may come.' },
  meeting: { term: 'meeting', text: 'An hour together.' },
  'cross-talk': { term: 'cross-talk', text: 'To comment on what others say.' },
});
const written = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => (typeof piece === 'string' ? piece : `[${piece.word}]`)).join('');
const marked = (text: string, known: string[] = []): string =>
  written(piecesOf(text, glossary, new Set(known)));

describe('the glossary in a text', () => {
  for (const [text, result] of [
    ['Ask a sponsor.', 'Ask a [sponsor].'],
    ['Sponsors help. A sponsor listens.', '[Sponsors] help. A sponsor listens.'],
    ['An open meeting is a meeting.', 'An [open meeting] is a [meeting].'],
    ['Sponsorship is something else.', 'Sponsorship is something else.'],
    ['No cross-talk, please', 'No [cross-talk], please'],
    ['“Sponsor”', '“[Sponsor]”'],
    ['Is it open? Meeting him helps.', 'Is it open? [Meeting] him helps.'],
    ['“Open” meeting', '“[Open” meeting]'],
    ['', ''],
    ['Nothing here.', 'Nothing here.'],
  ] as const) {
    it(`"${text}" becomes "${result}"`, () => expect(marked(text)).to.equal(result));
  }

  it('leaves a word alone that was explained before', () =>
    expect(marked('Ask a sponsor in the meeting.', ['sponsor'])).to.equal('Ask a sponsor in the [meeting].'));

  it('remembers what it explained, for the next text of the same piece', () => {
    const known = new Set<string>();
    piecesOf('Your sponsor', glossary, known);
    expect(written(piecesOf('A sponsor', glossary, known))).to.equal('A sponsor');
  });

  it('never loses or changes a letter', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom('sponsor', 'open meeting', ' ', '-', '’'), fc.string())),
        (parts) => {
          const text = parts.join('');
          const pieces = piecesOf(text, glossary, new Set());
          expect(pieces.map((piece) => (typeof piece === 'string' ? piece : piece.word)).join('')).to.equal(
            text,
          );
        },
      ),
      { numRuns: FUZZ_RUNS },
    );
  });
});
