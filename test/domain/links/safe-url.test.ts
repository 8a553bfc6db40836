import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { readableUrl, safeUrl, telephoneUrl, textMessageUrl } from '../../../src/domain/links/safe-url.js';
import { FUZZ_RUNS } from '../../support/assert.js';
import { PAYLOADS } from '../../support/payloads.js';

describe('an address from outside', () => {
  for (const [address, href] of [
    ['https://na.org/meetings', 'https://na.org/meetings'],
    ['http://example.org', 'http://example.org/'],
    ['tel:988', 'tel:988'],
    ['mailto:help@example.org', 'mailto:help@example.org'],
    ['javascript:alert(1)', null],
    ['java\nscript:alert(1)', null],
    [' \u0001javascript:alert(1)', null],
    ['\u202ejavascript:alert(1)', null],
    ['JAVASCRIPT:alert(1)', null],
    ['data:text/html,<script>1</script>', null],
    ['blob:https://example.org/1', null],
    ['vbscript:x', null],
    ['/relative', null],
    ['//example.org', null],
    ['https://user:password@example.org', null],
    ['', null],
    [null, null],
    [undefined, null],
  ] as const) {
    it(`${JSON.stringify(address)} ${href === null ? 'is refused' : 'passes'}`, () =>
      expect(safeUrl(address)).to.equal(href));
  }

  it('is never a script, whatever is written', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((rest) => `javascript:${rest}`),
          fc.constantFrom(...PAYLOADS),
        ),
        (address) => {
          const href = safeUrl(address);
          if (href === null) return;
          const link = document.createElement('a');
          link.href = href;
          expect(['https:', 'http:', 'tel:', 'mailto:']).to.include(link.protocol);
        },
      ),
      { numRuns: FUZZ_RUNS },
    );
  });

  it('reads as a person would say it', () => {
    expect(readableUrl('https://www.aa.org/find-aa/')).to.equal('aa.org/find-aa');
    expect(readableUrl('https://na.org/')).to.equal('na.org');
    expect(readableUrl('javascript:1')).to.equal('');
  });
});

describe('a number', () => {
  it('is dialled without its spaces', () =>
    expect(telephoneUrl('0800 917-7650')).to.equal('tel:08009177650'));
  it('keeps the plus of other countries', () => expect(telephoneUrl('+44 (0)300')).to.equal('tel:+440300'));
  it('takes a text message', () => expect(textMessageUrl('988', null)).to.equal('sms:988'));
  it('takes a text message with the word that the service asks for', () =>
    expect(textMessageUrl('741 741', 'HOME')).to.equal('sms:741741?&body=HOME'));
});
