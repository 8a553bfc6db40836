import crisisWords from '../../data/text/es/crisis-words.json' with { type: 'json' };
import groups from '../../data/text/es/groups.json' with { type: 'json' };
import needs from '../../data/text/es/needs.json' with { type: 'json' };
import search from '../../data/text/es/search.json' with { type: 'json' };
import substances from '../../data/text/es/substances.json' with { type: 'json' };
import { addWords } from '../../src/content/words.js';

/** Makes the search read Spanish, as the file of Spanish words does on a page. */
export const addSpanish = (): void => addWords('es', { crisisWords, groups, needs, search, substances });
