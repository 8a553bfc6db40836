/** `npm run bench`: both measurements, the second one even where the first is over its budget. */
import process from 'node:process';
import { node } from '../scripts/lib/run.mjs';

for (const file of ['bench/run.mjs', 'bench/meetings.mjs']) {
  console.log(`\n${file}`);
  if ((await node([file])) !== 0) process.exitCode = 1;
}
