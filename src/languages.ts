/** The languages besides English, as in data/text/; a check compares them. */
export const LANGUAGES = ['es'] as const;
