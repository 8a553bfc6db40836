import { expect } from '@open-wc/testing';
import { isOpenAt, type OpeningHours } from '../../../src/domain/schedule/opening-hours.js';

const office: OpeningHours = {
  timeZone: 'Europe/Dublin',
  open: [{ days: [1, 2, 3, 4, 5], from: '09:30', to: '17:30' }],
};
const night: OpeningHours = {
  timeZone: 'America/New_York',
  open: [{ days: [5], from: '22:00', to: '02:00' }],
};
const day: OpeningHours = { timeZone: 'Pacific/Auckland', open: [{ days: [7], from: '00:00', to: '24:00' }] };

describe('opening hours', () => {
  for (const [name, hours, now, open] of [
    ['always', 'always', '2026-11-23T03:00:00Z', true],
    ['unknown', null, '2026-11-23T03:00:00Z', null],
    ['office hours, Monday morning', office, '2026-11-23T09:30:00Z', true],
    ['office hours, a minute early', office, '2026-11-23T09:29:00Z', false],
    ['office hours, at closing time', office, '2026-11-23T17:30:00Z', false],
    ['office hours in summer time', office, '2026-07-06T08:30:00Z', true],
    ['office hours, Sunday', office, '2026-11-22T12:00:00Z', false],
    ['Friday night', night, '2026-11-28T03:30:00Z', true],
    ['after midnight of Friday', night, '2026-11-28T06:30:00Z', true],
    ['after closing on Saturday', night, '2026-11-28T07:30:00Z', false],
    ['a whole Sunday at the other end of the world', day, '2026-11-21T11:30:00Z', true],
    ['the Monday after it', day, '2026-11-22T11:30:00Z', false],
  ] as const) {
    it(`${name}: ${open === null ? 'not known' : open ? 'open' : 'closed'}`, () =>
      expect(isOpenAt(hours, new Date(now))).to.equal(open));
  }
});
