/** What a file of words exports: `import es from 'support-group-elements/words/es.js'`, for registerLanguage(). */
import type { LanguageWords } from './elements/shared/register-language.js';

declare const words: LanguageWords;
export default words;
