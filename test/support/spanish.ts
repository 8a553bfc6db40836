import crisisWords from '../../data/text/es/crisis-words.json' with { type: 'json' };
import groups from '../../data/text/es/groups.json' with { type: 'json' };
import needs from '../../data/text/es/needs.json' with { type: 'json' };
import search from '../../data/text/es/search.json' with { type: 'json' };
import substances from '../../data/text/es/substances.json' with { type: 'json' };
import ui from '../../data/text/es/ui.json' with { type: 'json' };
import crisisLines from '../../data/text/es/crisis-lines.json' with { type: 'json' };
import language from '../../data/text/es/language.json' with { type: 'json' };
import safety from '../../data/text/es/safety.json' with { type: 'json' };
import { addWords } from '../../src/content/words.js';
import { registerLanguage, type LanguageWords } from '../../src/index.js';

/** Makes the search read Spanish, as the file of Spanish words does on a page. */
export const addSpanish = (): void => addWords('es', { crisisWords, groups, needs, search, substances });

/** Adds what a sheet in Spanish needs, words of the interface included. */
export const registerSpanish = (): void =>
  registerLanguage('es', { ui, crisisLines, groups, language, safety } as unknown as LanguageWords);
