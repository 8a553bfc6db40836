import data from '../../data/crisis-lines.json' with { type: 'json' };
import safetyData from '../../data/safety.json' with { type: 'json' };
import { withoutUnconfirmed } from '../domain/safety/confirmed.js';
import { oldestDate } from '../domain/schedule/freshness.js';
import type { Country, CrisisLine, LineWords } from '../domain/safety/types.js';
import { freeze, perLanguage, withWords } from './door.js';
import type { Words } from './words.js';

interface LineFacts extends Omit<CrisisLine, 'name' | 'who' | 'note' | 'hoursNote' | 'price'> {
  readonly confirmed?: boolean;
}
interface CountryFacts extends Omit<Country, 'name' | 'listName' | 'lines'> {
  readonly lines: readonly LineFacts[];
}

const joinLines = (lines: readonly LineFacts[], words: Words): CrisisLine[] =>
  withWords(lines, words.crisisLines.lines, (line, { name, who, note, hours, cost }: LineWords) => ({
    ...withoutUnconfirmed(line),
    name,
    ...(who && { who }),
    ...(note && { note }),
    ...(hours && { hoursNote: hours }),
    ...(cost && { price: cost }),
  }));

/** The countries whose numbers are known, in the order of their names. */
export const countriesIn = perLanguage((words) =>
  freeze(
    (data.countries as unknown as readonly CountryFacts[])
      .map(({ code, emergency, timeZones, lines }): Country => ({
        code,
        ...(words.crisisLines.countries[code] ?? { name: code, listName: code }),
        emergency,
        timeZones,
        lines: joinLines(lines, words),
      }))
      // By code points: a collator is slow to make, and these names need none.
      .sort((a, b) => (a.listName < b.listName ? -1 : 1)),
  ),
);

/** Directories of help lines, for everybody else. */
export const directoriesIn = perLanguage((words) =>
  freeze(joinLines(data.directories as unknown as readonly LineFacts[], words)),
);

/** What to do in an overdose, and before stopping. */
export const safetyIn = perLanguage((words) => freeze(words.safety));

/** When the safety texts were last reviewed (`YYYY-MM-DD`). */
export const safetyChecked = (): string | null =>
  oldestDate((safetyData.topics as readonly { checked: string }[]).map(({ checked }) => checked));

/** The name of a language that help lines speak, by its code; the code itself where it has no name. */
export const languageNamesIn = perLanguage(
  (words) =>
    (code: string): string =>
      words.crisisLines.languages[code] ?? code,
);
