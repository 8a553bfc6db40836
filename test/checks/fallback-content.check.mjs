/** Nothing that an element says first is missing where its script does not run. Needs a build. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fallback } from '../../scripts/lib/fallback/fallback.mjs';
import { readOptions } from '../../scripts/lib/fallback/options.mjs';
import {
  NOW,
  confirmed,
  digits,
  hasAll,
  lacks,
  library,
  make,
  over,
  plainText,
  skip,
  words,
} from '../support/fallbacks.mjs';
import { linksOf } from '../support/html.mjs';
import { readJson } from '../support/project.mjs';

describe('each fallback is complete', { skip }, () => {
  const { countries } = readJson('data/crisis-lines.json');
  const names = words('crisis-lines').lines;

  test('help lines: each of the country, with number, hours and price', () => {
    for (const tag of ['crisis-lines', 'support-group-finder']) {
      for (const { code, lines } of countries) {
        const html = make(tag, '--country', code);
        const links = linksOf(html).map(([href]) => href);
        hasAll(
          html,
          lines.map(({ id }) => names[id].name),
        );
        for (const { id, phone, sms, hours, cost } of lines.filter(confirmed)) {
          if (phone) assert.ok(links.includes(`tel:${digits(phone)}`), `${tag} ${code}: number of ${id}`);
          if (sms)
            assert.ok(
              links.some((href) => href.startsWith(`sms:${digits(sms.number)}`)),
              `text to ${id}`,
            );
          if (!phone && !sms) continue;
          const { name, cost: price, hours: when } = names[id];
          const told = plainText(html).split(`${name}.`)[1];
          const open = when ?? (hours === 'always' ? 'Day and night' : hours === null ? 'not known' : ' to ');
          assert.ok(told.slice(0, 420).includes(open), `${tag} ${code}: hours of ${id}`);
          if (price ?? cost === 'free')
            assert.ok(told.slice(0, 420).includes(price ?? 'Free'), `${tag} ${code}: price of ${id}`);
        }
      }
    }
  });

  test('what may have changed says so', () => {
    const later = new Date('2029-01-01T00:00:00Z');
    const options = readOptions(library, ['crisis-lines', '--country', 'ie']);
    const count = (html) => html.split(words('ui')['may-have-changed']).length - 1;
    const { lines } = countries.find(({ code }) => code === 'IE');
    assert.ok(count(fallback(library, options, later)) > lines.length);
    assert.ok(count(fallback(library, options, later)) > count(fallback(library, options, NOW)));
  });

  test('the finder: every group that is active with its line and the way to its meetings, in both languages', () => {
    for (const lang of ['en', 'es']) {
      const html = make('support-group-finder', '--lang', lang, '--country', 'us');
      const { groups } = words('groups', lang);
      hasAll(
        html,
        readJson('data/groups.json')
          .groups.filter(({ status }) => status !== 'dormant')
          .flatMap(({ id }) => [groups[id].name, groups[id].summary]),
      );
      assert.ok(!html.includes(`<strong>${groups.sos.name}</strong>`), 'one that is over is left out');
      const label = words('ui', lang)['group-find-label'];
      const named = new Set(linksOf(html).map(([, name]) => name));
      for (const { id, status, finders } of readJson('data/groups.json').groups)
        if (status !== 'dormant' && finders.length > 0)
          assert.ok(
            named.has(label.replace('{name}', groups[id].name)),
            `${lang}: no way to meetings of ${id}`,
          );
    }
  });

  test('the finder takes what the page owner chose, in that order, and nothing else', () => {
    const groups = Object.values(words('groups').groups);
    const html = make('support-group-finder', '--groups', 'smart na', '--exclude', 'na', '--country', 'us');
    const named = groups
      .filter(({ name }) => html.includes(`<strong>${name}</strong>`))
      .map(({ name }) => name);
    assert.deepEqual(named, ['SMART Recovery']);
    const ordered = make('support-group-finder', '--groups', 'smart na lifering');
    const at = ['SMART Recovery', 'Narcotics Anonymous', 'LifeRing Secular Recovery'].map((name) =>
      ordered.indexOf(`<strong>${name}</strong>`),
    );
    assert.ok(
      at.every((place, i) => place > (at[i - 1] ?? 0)),
      String(at),
    );
  });

  test('the finder about a drug that cannot be stopped at once warns before any group', () => {
    const { withdrawal, pregnant } = words('safety');
    for (const [substance, note] of Object.entries({ alcohol: 'alcohol', opioids: 'opioids' })) {
      const html = make('support-group-finder', '--substance', substance, '--country', 'us');
      const at = html.indexOf(withdrawal[note].lines[0]);
      assert.ok(at > 0 && at < html.indexOf('<strong>SMART Recovery</strong>'), substance);
      if (note === 'alcohol') assert.ok(html.includes(pregnant));
    }
  });

  test('the finder for families shows both aims first', () => {
    const html = make('support-group-finder', '--audience', 'family', '--country', 'us');
    const ui = words('ui');
    const places = [ui['aim-own-wellbeing'], ui['aim-help-into-care'], ui['section-family']].map((title) =>
      html.indexOf(`<strong>${title}</strong>`),
    );
    assert.ok(
      places.every((place, i) => place > (places[i - 1] ?? 0)),
      String(places),
    );
  });

  test('help right now: overdose steps and the withdrawal warning before the lines', () => {
    for (const lang of ['en', 'es']) {
      const html = make('crisis-lines', '--lang', lang, '--country', 'us');
      const { overdose, withdrawal, tolerance, medicine, pregnant } = words('safety', lang);
      const steps = [...overdose.steps, tolerance, ...withdrawal.any.lines, medicine, pregnant];
      hasAll(
        html,
        steps.map((line) => line.replace('{emergency}', '911')),
      );
      const us = countries.find(({ code }) => code === 'US');
      const line = `<strong>${words('ui', lang)['lines-kind-suicide-crisis']}</strong>`;
      assert.ok(us.lines.length > 0 && html.indexOf(line) > html.indexOf(pregnant), lang);
    }
  });

  test('the twelve steps: six themes and twelve steps; a chosen step in full', () => {
    for (const lang of ['en', 'es']) {
      const { twelveSteps } = words('programs', lang);
      const steps = Object.values(twelveSteps.steps);
      const themes = Object.values(twelveSteps.themes);
      assert.equal(steps.length, 12);
      assert.equal(themes.length, 6);
      const texts = (list, ...keys) => list.flatMap((one) => keys.map((key) => one[key]));
      hasAll(make('twelve-steps', '--lang', lang), [
        ...texts(steps, 'title', 'asks'),
        ...texts(themes, 'title', 'text'),
        ...Object.values(twelveSteps.fellowships),
        twelveSteps.ownWords,
      ]);
      const { title: _title, ...fourth } = twelveSteps.steps['4'];
      hasAll(make('twelve-steps', '--lang', lang, '--step', '4'), Object.values(fourth));
      assert.equal(
        lacks(make('twelve-steps', '--view', 'themes', '--lang', lang), texts(steps, 'asks')).length,
        12,
      );
    }
    const [[, first]] = linksOf(make('twelve-steps', '--fellowship', 'cma').split('The official wording')[1]);
    assert.match(first, /Crystal Meth/);
  });

  test('the four points, each guide, each card, each comparison', () => {
    for (const lang of ['en', 'es']) {
      const { fourPoints } = words('programs', lang);
      hasAll(make('four-points', '--lang', lang), [
        ...Object.values(fourPoints.points).flatMap(({ title, text: lines }) => [title, ...lines]),
        ...Object.values(fourPoints.tools).flatMap(({ name, purpose }) => [name, purpose]),
      ]);
      for (const [id, { title, lead, sections }] of Object.entries(words('guides', lang).guides))
        hasAll(make('recovery-guide', '--topic', id, '--lang', lang), [
          title,
          lead,
          ...sections.flatMap(({ heading, text: lines = [], list = [] }) => [heading, ...lines, ...list]),
        ]);
      for (const [id, { name, summary, arrive }] of Object.entries(words('groups', lang).groups))
        hasAll(make('support-group-card', '--group', id, '--lang', lang), [name, summary, arrive]);
      const { na, smart } = words('groups', lang).groups;
      hasAll(make('support-group-comparison', '--groups', 'na smart', '--lang', lang), [na.name, smart.name]);
    }
  });

  test('the meeting finder: the official lists of all groups, or of one', () => {
    const hrefs = linksOf(make('meeting-finder', '--country', 'us')).map(([href]) => href);
    const active = readJson('data/groups.json').groups.filter(
      ({ status, finders, nationalSites }) =>
        status === 'active' && finders.length > 0 && nationalSites.length === 0,
    );
    assert.ok(active.length > 5);
    for (const { id, finders } of active)
      assert.ok(
        finders.some(({ url }) => hrefs.includes(new URL(url).href)),
        `no list of ${id}`,
      );
    const one = linksOf(make('meeting-finder', '--country', 'us', '--group', 'na'));
    assert.deepEqual(
      one.filter(([href]) => href.startsWith('https:')).map(([, name]) => name),
      ['Find a meeting of Narcotics Anonymous'],
    );
  });

  test('Spanish is Spanish: no English sentence of the interface or of the safety words is left', () => {
    const sentences = (value) =>
      typeof value === 'string' ? [value] : Object.values(value).flatMap((one) => sentences(one));
    const english = [
      ...sentences(words('ui')),
      ...sentences(words('safety')),
      ...sentences(words('programs')),
    ]
      .filter((one) => one.length > 25 && !one.includes('{') && !one.includes('/'))
      .map((one) => one.replace(/\s+/g, ' '));
    const spanish = new Set([...sentences(words('ui', 'es')), ...sentences(words('programs', 'es'))]);
    over(function* (html, _form, name) {
      if (!name.includes('--lang es')) return;
      const there = plainText(html);
      for (const one of english) if (!spanish.has(one) && there.includes(one)) yield `"${one}"`;
    });
  });
});
