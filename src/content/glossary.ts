import { indexGlossary } from '../domain/text/glossary.js';
import { perLanguage } from './door.js';

/** The words of the groups, with what they mean. */
export const glossaryIn = perLanguage(({ glossary }) => indexGlossary(glossary.terms));
