import fc from 'fast-check';
import { dialUrl, linkReader, namedPayment, paymentReader } from '../../../src/domain/feeds/link.js';
import { safeUrl } from '../../../src/domain/links/safe-url.js';
import { expect, FUZZ_RUNS } from '../../support/assert.js';

describe('a link to join', () => {
  for (const [value, url, rest] of [
    ['https://zoom.us/j/1?pwd=x', 'https://zoom.us/j/1?pwd=x', ''],
    ['http://meet.example.org', 'http://meet.example.org/', ''],
    ['https://a-host-nobody-knows.example/room', 'https://a-host-nobody-knows.example/room', ''],
    ['meet.google.com/abc-defg-hij', 'https://meet.google.com/abc-defg-hij', ''],
    ['zoom.us', 'https://zoom.us/', ''],
    ['meet.example.org:8443/room', 'https://meet.example.org:8443/room', ''],
    [' https://zoom.us/j/1 ', 'https://zoom.us/j/1', ''],
    ['https://zoom.us/j/1 passcode: hope', 'https://zoom.us/j/1', 'passcode: hope'],
    ['Zoom: https://zoom.us/j/1.', 'https://zoom.us/j/1', 'Zoom: .'],
    ['Meeting ID 123 456', '', 'Meeting ID 123 456'],
    ['someone@example.org', '', ''],
    ['write to someone@example.org', '', ''],
    ['0', '', ''],
    [0, '', ''],
    ['n/a', '', ''],
    ['none', '', ''],
    [null, '', ''],
    [['https://zoom.us'], '', ''],
    ['javascript:alert(1)', '', ''],
    ['data:text/html,x', '', ''],
    ['zoommtg://zoom.us/join', '', ''],
    ['https://user:word@example.org/', '', ''],
    [`https://example.org/${'x'.repeat(100_000)}`, '', ''],
  ] as const) {
    it(`${JSON.stringify(value)?.slice(0, 60)} is ${url || 'none'}`, () =>
      expect(linkReader().webInText(value)).to.deep.equal({ url, rest }));
  }

  it('is found at once in a text of stops', () => {
    const links = linkReader();
    for (let row = 0; row < 2_000; row++) {
      const address = `https://a.example/${row}${'.'.repeat(3_900)}x`;
      expect(links.webInText(`${address} y`).url === address).to.be.true;
    }
  });

  it('of many megabytes is none', () => {
    for (const piece of ['a', 'a/', 'a.a', '-a', '.'])
      for (const start of ['https://example.org/', 'https://', ''])
        expect(linkReader().web(start + piece.repeat(20_000_000 / piece.length))).to.equal('');
  });

  it('is what the check of all links gives, also where that was spared', () => {
    const host = fc.stringMatching(/^[a-z0-9]{1,5}([-.][a-z0-9]{1,5}){0,3}\.[a-z]{2,4}$/);
    const path = fc.stringMatching(/^(\/[\w\-=?&.~%#]{0,8}){1,4}$/);
    fc.assert(
      fc.property(
        fc.oneof(
          fc.webUrl(),
          fc.tuple(host, path).map(([a, b]) => `https://${a}${b}`),
        ),
        (address) => {
          expect(linkReader().web(address)).to.equal(safeUrl(address) ?? '');
        },
      ),
      { numRuns: FUZZ_RUNS * 4 },
    );
  });
});

describe('where to report a mistake', () => {
  for (const [values, url] of [
    [['https://example.org/report', 'a@example.org'], 'https://example.org/report'],
    [[undefined, 'a@example.org'], 'mailto:a@example.org'],
    [['', ['a@example.org', 'b@example.org']], 'mailto:a@example.org'],
    [['a@example.org, b@example.org'], 'mailto:a@example.org'],
    [['mailto:a@example.org'], 'mailto:a@example.org'],
    [['a@example.org?cc=b@example.org'], ''],
    [['mailto:a@example.org?bcc=b@example.net&body=hi'], 'mailto:a@example.org'],
    [['MAILTO: a@example.org#x'], 'mailto:a@example.org'],
    [['mailto:a@example.org,b@example.net'], 'mailto:a@example.org'],
    [['mailto:a@example.org%2Cb@example.net'], ''],
    [['mailto:?to=b@example.net'], ''],
    [['mailto:https://example.org'], ''],
    [['"x" <a@example.org>'], ''],
    [['javascript:alert(1)@x.y'], ''],
    [[[[['a@example.org']]]], ''],
    [[null, 5], ''],
  ] as const) {
    it(`${JSON.stringify(values)} is ${url || 'nowhere'}`, () =>
      expect(linkReader().feedback(...values)).to.equal(url));
  }
});

describe('a number to dial in', () => {
  for (const [text, dial] of [
    ['+1 555 010 0100,,0000000000#', 'tel:+15550100100,,0000000000#'],
    ['+55010010055,,10010055501#,,#,,550100#', 'tel:+55010010055,,10010055501#,,#,,550100#'],
    ['(555) 010-0100', 'tel:5550100100'],
    ['555-010-0100 ext. 12', 'tel:5550100100,,12'],
    ['555-010-0100 x12', 'tel:5550100100,,12'],
    ['Dial-in: 555-010-0100 Enter Meeting ID: 000 111#', 'tel:5550100100,,000111#'],
    ['555-010-0100 or 555-010-0101', 'tel:5550100100'],
    ['555-010-0100 / 555-010-0101', 'tel:5550100100'],
    ['+55010010055,,100100555#,,#,,Rmdh1VLd#', 'tel:+55010010055,,100100555#,,#'],
    ['+44 (0)20 7946 0000', 'tel:+442079460000'],
    ['55501', 'tel:55501'],
    ['0', ''],
    ['', ''],
    ['ask Bill', ''],
    ['12', ''],
    ['9'.repeat(200), ''],
    // Orders to the network of whoever dials: to send their calls on, to hide their number.
    ['*72 1 555 010 0100', 'tel:15550100100'],
    ['*72 555-010-0100', 'tel:5550100100'],
    ['*72+15550100100', 'tel:+15550100100'],
    ['+*72 1 555 010 0100', 'tel:15550100100'],
    ['Dial *67 then 555-010-0100', 'tel:5550100100'],
    ['**21*15550100100#', 'tel:15550100100#'],
    ['**21*+15550100100#', 'tel:+15550100100#'],
    ['##002#', ''],
    ['#31#5550100100', 'tel:5550100100'],
    ['*21*15550100100**72', 'tel:15550100100**72'],
    // A star that points to a note.
    ['*555-010-0100', 'tel:5550100100'],
    ['** +1 555 010 0100', 'tel:+15550100100'],
  ] as const) {
    it(`${JSON.stringify(text).slice(0, 60)} is ${dial || 'none'}`, () =>
      expect(dialUrl(text)).to.equal(dial));
  }

  it('holds nothing that is not dialled', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\+?[\d ,#*x()+-]{4,30}$/)), (text) => {
        const dial = dialUrl(text);
        expect(dial).to.match(/^(tel:\+?\d[\d+*#,]+)?$/);
        expect(dialUrl(dial.slice(4)), 'read again').to.equal(dial);
      }),
      { numRuns: FUZZ_RUNS },
    );
  });
});

describe('a way to give', () => {
  for (const [key, value, url] of [
    ['venmo', '@Example-Group', 'https://venmo.com/Example-Group'],
    ['square', '$ExampleGroup', 'https://cash.app/$ExampleGroup'],
    ['paypal', 'ExampleGroup', 'https://www.paypal.com/paypalme/ExampleGroup'],
    ['paypal', 'https://www.paypal.me/ExampleGroup', 'https://www.paypal.me/ExampleGroup'],
    ['venmo', 'venmo.com/ExampleGroup', 'https://venmo.com/ExampleGroup'],
    ['homegroup_online', 'example', 'https://donate.homegroup.online/example/'],
    ['venmo', 'https://venmo.com.example.org/x', null],
    ['venmo', 'https://example.org/pay', null],
    ['venmo', 'javascript:alert(1)', null],
    ['venmo', '../../x', null],
    ['venmo', '', null],
    ['venmo', 5, null],
  ] as const) {
    it(`${key} ${JSON.stringify(value)} is ${url ?? 'none'}`, () =>
      expect(paymentReader()({ [key]: value }).map((payment) => payment.url)).to.deep.equal(
        url === null ? [] : [url],
      ));
  }
});

describe('a way to give of our own format', () => {
  for (const [service, address, url] of [
    ['venmo', 'https://venmo.com/ExampleGroup', 'https://venmo.com/ExampleGroup'],
    ['square', 'https://cash.app/$ExampleGroup', 'https://cash.app/$ExampleGroup'],
    ['paypal', 'paypal.me/ExampleGroup', 'https://paypal.me/ExampleGroup'],
    ['homegroup', 'https://donate.homegroup.online/x/', 'https://donate.homegroup.online/x/'],
    ['venmo', 'https://example.org/venmo', null],
    ['venmo', 'https://venmo.com.example.org/x', null],
    ['venmo', 'https://evilvenmo.com/x', null],
    ['venmo', 'https://example.org\\@venmo.com/', null],
    ['venmo', 'https://cash.app/$ExampleGroup', null],
    ['homegroup_online', 'https://homegroup.online/x', null],
    ['constructor', 'https://venmo.com/x', null],
    [['venmo'], 'https://venmo.com/x', null],
    ['venmo', ['https://venmo.com/x'], null],
  ] as const) {
    it(`${JSON.stringify(service)} ${JSON.stringify(address)} is ${url ?? 'none'}`, () =>
      expect(namedPayment(service, address, linkReader())?.url ?? null).to.equal(url));
  }
});
