/** Runs commands for the scripts: same Node, local packages, no stdin, output straight through. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const inRoot = (...parts) => join(root, ...parts);

/** Runs Node with `args` in the project folder; gives the exit code. */
export function node(args, env = {}) {
  return new Promise((ok, fail) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    child.once('error', fail);
    child.once('exit', (code, signal) => ok(signal ? 1 : code));
  });
}

/** The program of an installed package: `bin('eslint')`, `bin('typescript', 'tsc')`. */
export function bin(name, program = name.split('/').pop()) {
  const folder = inRoot('node_modules', name);
  const { bin: programs } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof programs === 'string' ? programs : programs[program]);
}

/** Files of a folder (all depths) whose path ends with `end`, sorted, relative to the project. */
export function files(folder, end) {
  if (!existsSync(inRoot(folder))) return [];
  return readdirSync(inRoot(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(end))
    .map((entry) =>
      join(entry.parentPath ?? entry.path, entry.name)
        .slice(root.length)
        .replaceAll('\\', '/'),
    )
    .sort();
}

/**
 * Runs test files with node:test, each named (a folder name would run nothing and succeed).
 * Gives `{ code, passed, failed, skipped }`.
 */
export async function nodeTests(list, { serial = false, env } = {}) {
  if (list.length === 0) return { code: 0, passed: 0, failed: 0, skipped: 0 };
  const folder = mkdtempSync(join(tmpdir(), 'sge-tests-'));
  const report = join(folder, 'report.tap');
  try {
    const code = await node(
      [
        '--test',
        ...(serial ? ['--test-concurrency=1'] : []),
        '--test-reporter=spec',
        '--test-reporter-destination=stdout',
        '--test-reporter=tap',
        `--test-reporter-destination=${report}`,
        ...list,
      ],
      env,
    );
    const tap = existsSync(report) ? readFileSync(report, 'utf8') : '';
    const count = (name) => Number(tap.match(new RegExp(`^# ${name} (\\d+)$`, 'm'))?.[1] ?? 0);
    const counts = {
      passed: count('pass'),
      failed: count('fail') + count('cancelled'),
      skipped: count('skipped') + count('todo'),
    };
    if (code !== 0 && counts.failed === 0) counts.failed = 1;
    if (code === 0 && counts.passed + counts.skipped === 0) return { ...counts, code: 1, failed: 1 };
    return { code, ...counts };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
