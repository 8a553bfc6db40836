/** `npx support-group-elements fallback`: what it prints, and what it says to a mistake. Needs a build. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { describe, test } from 'node:test';
import { FALLBACKS } from '../../scripts/lib/fallback/fallback.mjs';
import { make, skip } from '../support/fallbacks.mjs';
import { inRoot, read, readJson } from '../support/project.mjs';

describe('the command', { skip }, () => {
  const bin = inRoot('bin/support-group-elements.mjs');
  const run = (...args) => spawnSync(process.execPath, [bin, ...args], { encoding: 'utf8' });

  test('prints the same, with a line end', () => {
    const out = execFileSync(process.execPath, [bin, 'fallback', 'four-points', '--country', 'uk'], {
      encoding: 'utf8',
    });
    assert.match(out, /^<strong>.*\n$/);
    assert.ok(out.includes('tel:999'));
    assert.equal(readJson('package.json').bin['support-group-elements'], 'bin/support-group-elements.mjs');
    assert.equal(readJson('package.json').scripts.fallback, 'node bin/support-group-elements.mjs fallback');
  });

  const mistakes = {
    'an unknown element': [['support-groups'], /support-groups.*Accepted: .*crisis-lines/s],
    'no element': [[], /Which element\? Accepted: .*twelve-steps/s],
    'an unknown option': [['four-points', '--step', '4'], /'--step'.*Accepted for four-points: .*--country/s],
    'an unknown country': [['crisis-lines', '--country', 'xx'], /--country "xx".*Accepted: .*US/],
    'an unknown language': [['crisis-lines', '--lang', 'tlh'], /--lang "tlh".*Accepted: en, es/],
    'an unknown group': [['support-group-card', '--group', 'nope'], /--group "nope".*Accepted: .*\bna\b/],
    'a missing group': [['support-group-card'], /needs --group\. Accepted: .*\bna\b/],
    'an unknown topic': [['recovery-guide', '--topic', 'x'], /--topic "x".*first-meeting/],
    'a step that does not exist': [['twelve-steps', '--step', '13'], /--step "13".*12/],
    'an unknown drug': [['support-group-finder', '--substance', 'tea'], /--substance "tea".*opioids/],
    'an unknown form': [['four-points', '--form', 'xml'], /--form "xml".*inline, lists/],
    'one group to compare': [['support-group-comparison', '--groups', 'na'], /two to four/],
    'two wraps': [['four-points', '--snippet', '--placeholder'], /one of them/],
  };
  for (const [name, [args, message]] of Object.entries(mistakes))
    test(`${name}: says what is accepted, prints nothing, and fails`, () => {
      const { status, stdout, stderr } = run('fallback', ...args);
      assert.equal(status, 2, stderr);
      assert.equal(stdout, '');
      assert.match(stderr, message);
      assert.doesNotMatch(stderr, /\n\s+at /, 'a stack');
    });

  test('helps', () => {
    for (const args of [['--help'], ['fallback', '--help'], ['fallback', 'four-points', '--help']]) {
      const { status, stdout } = run(...args);
      assert.equal(status, 0);
      for (const tag of Object.keys(FALLBACKS)) assert.ok(stdout.includes(tag));
    }
    assert.equal(run('what').status, 2);
  });

  test('docs/CMS.md: each command works, and prints what stands below it', () => {
    const shell = (line) => [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word]) => quoted ?? word);
    const blocks = [...read('docs/CMS.md').matchAll(/```(\w+)\n([\s\S]*?)```/g)];
    let shown = 0;
    for (const [i, [, kind, commands]] of blocks.entries()) {
      if (kind !== 'sh') continue;
      const outputs = commands
        .trim()
        .split('\n')
        .map((line) => make(...shell(line.replace(/^npm run -s fallback -- /, ''))));
      const [, next, output = ''] = blocks[i + 1] ?? [];
      if (next !== 'html') continue;
      shown++;
      for (const piece of output.split('…')) {
        const wanted = piece.trim();
        assert.ok(outputs[0].includes(wanted), `${commands}does not print ${wanted}`);
      }
    }
    assert.equal(shown, 2);
  });

  test('without a build it says what to do', () => {
    const folder = mkdtempSync(join(tmpdir(), 'sge-fallback-'));
    try {
      cpSync(inRoot('bin'), join(folder, 'bin'), { recursive: true });
      cpSync(inRoot('scripts/lib/fallback'), join(folder, 'scripts/lib/fallback'), { recursive: true });
      const { status, stderr } = spawnSync(
        process.execPath,
        [join(folder, 'bin/support-group-elements.mjs'), 'fallback', 'four-points'],
        { encoding: 'utf8' },
      );
      assert.equal(status, 1);
      assert.match(stderr, /npm run build/);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
