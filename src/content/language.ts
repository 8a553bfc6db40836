import { perLanguage } from './door.js';

/** How far the words can be trusted: whether a clinician with this mother tongue has read them. */
export const languageIn = perLanguage(({ language }) => language);
