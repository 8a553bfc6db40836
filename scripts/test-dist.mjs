/** `npm run test:dist`: the element tests against the built module. */
import process from 'node:process';
import { bin, node } from './lib/run.mjs';

process.exitCode = await node([bin('@web/test-runner', 'wtr')], { WTR_DIST: '1' });
