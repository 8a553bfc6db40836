#!/usr/bin/env node
/** `npx support-group-elements fallback <tag> …`: prints what an element shows where its script does not run. */
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { FALLBACKS, fallback } from '../scripts/lib/fallback/fallback.mjs';
import { loadLibrary, NoBuild } from '../scripts/lib/fallback/library.mjs';
import { Mistake, readOptions } from '../scripts/lib/fallback/options.mjs';

const HELP = `Prints static HTML for an element, from the same data: help lines, groups, steps, links.
Paste it between the element's tags. Visitors see it where scripts do not run.

  npx support-group-elements fallback <tag> [options]

<tag>   ${Object.keys(FALLBACKS).join(', ')}

  --country us           whose numbers; without it those of several countries
  --lang es              language of the words; en without it
  --form inline          links and text on one line (the default): survives every editor
  --form lists           headings, paragraphs and lists, where the system keeps them
  --heading-level 3      level of the first heading in the form "lists", 2 to 5
  --snippet              the element's tag around it
  --placeholder          <div data-sg-element="…"> around it, for systems that drop unknown tags
  --no-sms               numbers for text messages as text, for systems that drop sms: links (Drupal)

And the attributes of the element, such as --groups "na smart" or --topic sponsor. For example:

  npx support-group-elements fallback support-group-finder --country us --groups "na smart" --snippet
  npx support-group-elements fallback twelve-steps --step 4 --form lists --lang es
`;

async function run([command, ...rest]) {
  if (command === '--help' || command === '-h' || rest.includes('--help')) {
    process.stdout.write(HELP);
    return 0;
  }
  if (command !== 'fallback') {
    console.error(`${command ? `"${command}" is not known` : 'What to do?'}. Accepted: fallback.\n\n${HELP}`);
    return 2;
  }
  try {
    const library = await loadLibrary(fileURLToPath(new URL('../dist', import.meta.url)));
    process.stdout.write(`${fallback(library, readOptions(library, rest), new Date())}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof Mistake || error instanceof NoBuild)) throw error;
    console.error(error.message);
    return error instanceof Mistake ? 2 : 1;
  }
}

process.exitCode = await run(process.argv.slice(2));
