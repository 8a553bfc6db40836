import { expect } from '@open-wc/testing';
import type { LitElement } from 'lit';
import { metersBetween } from '../../../src/domain/meetings/distance.js';
import { all, becomes, complete, nameOf, rootOf, textOf } from '../../support/elements.js';
import {
  countSaid,
  dayHeadings,
  finderOf,
  guideRow,
  inNewYork,
  meetingNames,
  press,
  replaced,
  rowNamed,
  say,
  town,
  withServer,
} from '../../support/meeting-page.js';

const RIVER = { latitude: 40.7, longitude: -74 };

type Locate = Geolocation['getCurrentPosition'];

/** What the browser knows about where somebody is, for the length of some work. */
const located = <T>(locate: Locate, work: () => Promise<T>): Promise<T> =>
  replaced(navigator.geolocation, 'getCurrentPosition', locate, work);
const granted =
  (coords: { latitude: number; longitude: number }): Locate =>
  (success) =>
    success({ coords } as GeolocationPosition);
const refused: Locate = (_, failure) => failure?.({ code: 1 } as GeolocationPositionError);

const placeBox = (host: Element): HTMLInputElement =>
  rootOf(host).querySelector<HTMLInputElement>('#meeting-place')!;
const said = (host: Element): string => textOf(rootOf(host).querySelector('#near-said'));

async function near(attributes = ''): Promise<LitElement> {
  const host = await town(attributes);
  await press(host, say('meetings-near-me'));
  return host;
}
async function typePlace(host: LitElement, place: string): Promise<void> {
  const input = placeBox(host);
  input.value = place;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await complete(host);
}
async function set(host: LitElement, id: 'meeting-within' | 'meeting-sort', value: string): Promise<void> {
  const select = rootOf(host).querySelector<HTMLSelectElement>(`#${id}`)!;
  const option = [...select.options].find((one) => textOf(one) === value);
  if (!option) throw new Error(`no option ${value}; there are ${[...select.options].map(textOf).join(', ')}`);
  select.value = option.value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await complete(host);
}

describe('meeting finder: near a place', () => {
  inNewYork();

  it('asks for a place when somebody wants it, with the focus in its box, and asks the browser for nothing', async () => {
    let asked = 0;
    await located(
      () => void asked++,
      async () => {
        const host = await near();
        await becomes(() => rootOf(host).activeElement?.id, 'meeting-place');
        expect(textOf(rootOf(host))).to.include(say('meetings-near-private'));
      },
    );
    expect(asked).to.equal(0);
  });

  it('sorts by distance from where the browser says, and shows each distance', async () => {
    const host = await located(granted(RIVER), async () => {
      const shown = await near('distance-unit="km"');
      await press(shown, say('meetings-locate'));
      return shown;
    });
    expect(said(host)).to.equal(say('meetings-near-here'));
    expect(dayHeadings(host)).to.deep.equal([say('meetings-nearest-first')]);
    const names = meetingNames(host);
    expect(names.slice(0, 3)).to.deep.equal(['Doors Open', 'First Friday', 'Ask First']);
    const at = (name: string): number => names.indexOf(name);
    expect(at('After Work')).to.be.greaterThan(at('Late Café'));
    expect(at('Mountain House')).to.be.greaterThan(at('After Work'));
    const away = metersBetween(RIVER, { latitude: 40.6, longitude: -74 }) / 1000;
    expect(textOf(rowNamed(host, 'After Work'))).to.include(say('meetings-km', { n: Math.round(away) }));
    expect(textOf(rowNamed(host, 'Doors Open'))).to.include(say('meetings-under-km'));
    expect(textOf(rowNamed(host, 'Sunrise Call'))).to.not.match(/\d km/);
  });

  it('only knows roughly where somebody is', async () => {
    const host = await located(granted({ latitude: 40.7049, longitude: -73.9951 }), async () => {
      const shown = await near('distance-unit="km"');
      await press(shown, say('meetings-locate'));
      return shown;
    });
    // From 40.70, −74.00; from where the browser says it would be 700 meters.
    expect(textOf(rowNamed(host, 'Late Café'))).to.include(say('meetings-km', { n: 1.1 }));
  });

  it('says that it was refused, and that a town will do', async () => {
    const host = await located(refused, async () => {
      const shown = await near();
      await press(shown, say('meetings-locate'));
      return shown;
    });
    expect(said(host)).to.equal(say('meetings-near-refused'));
    await typePlace(host, 'harbor town');
    expect(said(host)).to.equal(say('meetings-near-place', { place: 'Harbor Town' }));
    expect(meetingNames(host).slice(0, 2)).to.deep.equal(['After Work', 'Together']);
  });

  it('says so while the browser asks', async () => {
    const host = await located(
      () => undefined,
      async () => {
        const shown = await near();
        await press(shown, say('meetings-locate'));
        return shown;
      },
    );
    expect(said(host)).to.equal(say('meetings-near-asking'));
    expect(countSaid(host)).to.equal(12);
  });

  it('does not bring back a place when an answer comes after everything was cleared', async () => {
    let answer: (() => void) | undefined;
    const host = await located(
      (success) => {
        answer = () => success({ coords: RIVER } as unknown as GeolocationPosition);
      },
      async () => {
        const shown = await near();
        await press(shown, say('meetings-locate'));
        await typePlace(shown, 'Denver');
        return shown;
      },
    );
    answer!();
    await complete(host);
    expect(said(host)).to.equal(say('meetings-near-place', { place: 'Denver' }));
    expect(meetingNames(host)[0]).to.equal('Mountain House');
  });

  for (const [typed, name] of [
    ['HARBOR TOWN', 'Harbor Town'],
    ['harb', 'Harbor Town'],
    ['10002', '10002'],
    ['far county', 'Far County'],
  ] as const) {
    it(`knows the places of its lists: ${typed}`, async () => {
      const host = await near();
      await typePlace(host, typed);
      expect(said(host)).to.equal(say('meetings-near-place', { place: name }));
      expect(placeBox(host).value).to.equal(name);
    });
  }

  it('offers the places of its lists while somebody types', async () => {
    const host = await near();
    const offered = [...rootOf(host).querySelectorAll<HTMLOptionElement>('#meeting-places option')].map(
      ({ value }) => value,
    );
    expect(offered).to.include.members(['River Town', 'Harbor Town', 'Denver', '10001', 'Sample County']);
  });

  it('says that it knows no such place, and keeps what was typed', async () => {
    const host = await near();
    await typePlace(host, 'Atlantis');
    expect(said(host)).to.equal(say('meetings-near-unknown', { place: 'Atlantis' }));
    expect(placeBox(host).value).to.equal('Atlantis');
    expect(countSaid(host)).to.equal(12);
  });

  it('leaves those within a distance, and all again', async () => {
    const host = await near('distance-unit="km"');
    await typePlace(host, 'River Town');
    await set(host, 'meeting-within', say('meetings-km', { n: 5 }));
    expect(meetingNames(host)).to.include('Late Café').and.not.include('After Work');
    expect(meetingNames(host), 'nobody knows how far a call is').to.not.include('Sunrise Call');
    await set(host, 'meeting-within', say('meetings-km', { n: 25 }));
    expect(meetingNames(host)).to.include('After Work').and.not.include('Mountain House');
    await set(host, 'meeting-within', say('meetings-any-distance'));
    expect(countSaid(host)).to.equal(12);
  });

  it('is sorted by time again where somebody wants that', async () => {
    const host = await near();
    await typePlace(host, 'River Town');
    await set(host, 'meeting-sort', say('meetings-sort-time'));
    expect(dayHeadings(host)).to.have.length(5);
    expect(meetingNames(host)[1]).to.equal('After Work');
    expect(textOf(rowNamed(host, 'After Work'))).to.match(/\d miles/);
    await set(host, 'meeting-sort', say('meetings-sort-distance'));
    expect(dayHeadings(host)).to.deep.equal([say('meetings-nearest-first')]);
  });

  it('says the day of a meeting where the headings are no days', async () => {
    const host = await near();
    await typePlace(host, 'River Town');
    for (const [name, day] of [
      ['After Work', say('meetings-day-short-today')],
      ['Together', say('meetings-day-short-tomorrow')],
      ['Mill Stream', 'Wednesday'],
    ] as const)
      expect(textOf(rowNamed(host, name).querySelector('.when')), name).to.include(day);
  });

  it('is forgotten by one button, and the box has the focus', async () => {
    const host = await near();
    await typePlace(host, 'River Town');
    await press(host, say('meetings-forget-place'));
    expect(placeBox(host).value).to.equal('');
    expect(dayHeadings(host)).to.have.length(5);
    await becomes(() => rootOf(host).activeElement?.id, 'meeting-place');
  });

  it('is forgotten when its part is closed', async () => {
    const host = await near();
    await typePlace(host, 'River Town');
    await press(host, say('meetings-near-me'));
    expect(placeBox(host)).to.equal(null);
    expect(dayHeadings(host)).to.have.length(5);
    expect(all(rootOf(host), 'button', say('meetings-clear-all')).map(nameOf)).to.be.empty;
  });

  it('offers to go further where nothing is near', async () => {
    const host = await near('distance-unit="km"');
    await typePlace(host, 'Denver');
    await set(host, 'meeting-within', say('meetings-km', { n: 2 }));
    await press(host, say('meetings-filter-today'));
    await press(host, say('meetings-without', { filter: say('meetings-distance'), n: 4 }));
    expect(countSaid(host)).to.equal(4);
  });
});

describe('meeting finder: lists without a position', () => {
  inNewYork();
  const server = withServer();

  it('do not ask for a place', async () => {
    const host = await finderOf(server(), [guideRow()]);
    await becomes(() => all(rootOf(host), 'button', say('meetings-near-me')).length, 0);
    expect(meetingNames(host)).to.have.length(1);
  });
});
