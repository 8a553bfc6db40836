import data from '../../data/crisis-lines.json' with { type: 'json' };
import safetyData from '../../data/safety.json' with { type: 'json' };
import { oldestDate } from '../domain/schedule/freshness.js';
import type { Country, CrisisLine } from '../domain/safety/types.js';
import { freeze, perLanguage, withWords } from './door.js';
import type { Words } from './words.js';

type LineFacts = Omit<CrisisLine, 'name' | 'who' | 'note' | 'hoursNote'>;
interface CountryFacts extends Omit<Country, 'name' | 'listName' | 'lines'> {
  readonly lines: readonly LineFacts[];
}

const countries = data.countries as unknown as readonly CountryFacts[];
const directories = data.directories as unknown as readonly LineFacts[];

const joinLines = (lines: readonly LineFacts[], words: Words): CrisisLine[] =>
  withWords(lines, words.crisisLines.lines, (line, { name, who, note, hours }) => ({
    ...line,
    name,
    ...(who && { who }),
    ...(note && { note }),
    ...(hours && { hoursNote: hours }),
  }));

/** The countries whose numbers are known, in the order of the data. */
export const countriesIn = perLanguage((words) =>
  freeze(
    countries.map(({ code, emergency, timeZones, lines }): Country => ({
      code,
      ...(words.crisisLines.countries[code] ?? { name: code, listName: code }),
      emergency,
      timeZones,
      lines: joinLines(lines, words),
    })),
  ),
);

/** Directories of help lines, for everybody else. */
export const directoriesIn = perLanguage((words) => freeze(joinLines(directories, words)));

/** What to do in an overdose, and before stopping. */
export const safetyIn = perLanguage((words) => freeze(words.safety));

/** When the safety texts were last reviewed (`YYYY-MM-DD`). */
export const safetyChecked = oldestDate(
  (safetyData.topics as readonly { checked: string }[]).map(({ checked }) => checked),
);

/** The name of a language that help lines speak, by its code; the code itself where it has no name. */
export const languageNamesIn = perLanguage(
  (words) =>
    (code: string): string =>
      words.crisisLines.languages[code] ?? code,
);
