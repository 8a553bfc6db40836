import { expect } from '@open-wc/testing';
import { staleEntries } from '../../../src/content/stale.js';
import { tellStale } from '../../../src/elements/shared/tell-stale.js';
import { until } from '../../support/elements.js';

const TODAY = new Date('2026-11-24T12:00:00Z');
const IN_A_YEAR = new Date('2028-01-01T12:00:00Z');

describe('what may have changed', () => {
  it('is named by its place in the data, so that somebody can check it', () => {
    // Numbers that nobody has checked with the service, and one that was checked in October 2026.
    expect(staleEntries(TODAY)).to.include('aa phones GB').and.include('US us-vcl');
    expect(staleEntries(TODAY)).to.not.include('US us-988');
  });

  it('grows with time: numbers after six months, other facts after twelve', () => {
    const soon = staleEntries(new Date('2027-05-01T12:00:00Z'));
    expect(soon).to.include('US us-988').and.to.not.include('na');
    expect(staleEntries(IN_A_YEAR)).to.include('US us-988').and.include('na');
  });

  it('is told once on the console, however many elements there are', async () => {
    const { info } = console;
    const said: string[] = [];
    console.info = (message: string) => void said.push(message);
    try {
      tellStale(IN_A_YEAR);
      tellStale(IN_A_YEAR);
      await until(() => said.length > 0, 'it is said');
      // A second line would have come at the same time.
      await new Promise<void>((done) => requestIdleCallback(() => done()));
    } finally {
      console.info = info;
    }
    expect(said).to.have.length(1);
    expect(said[0]).to.match(/^support-group-elements: \d+ entries .*“may have changed”.* na[,.]/);
  });
});
