import { expect } from '@open-wc/testing';
import { confirmedOnly, withoutUnconfirmed } from '../../../src/domain/safety/confirmed.js';

const line = { phone: '555 0100', sms: { number: '55501', body: null }, url: 'https://line.example/' };

describe('a number that nobody could confirm', () => {
  it('is not shown, neither to call nor to text; the website stays', () =>
    expect(withoutUnconfirmed({ ...line, confirmed: false })).to.deep.equal({
      phone: null,
      sms: null,
      url: 'https://line.example/',
      confirmed: false,
    }));
  it('is left out of a list, and the others stay', () =>
    expect(
      confirmedOnly([{ number: '1', confirmed: false }, { number: '2', confirmed: true }, { number: '3' }]),
    ).to.deep.equal([{ number: '2', confirmed: true }, { number: '3' }]));
  it('is no other number', () => expect(withoutUnconfirmed(line)).to.equal(line));
});
