/** The version of the package; a check compares it with package.json. */
export const VERSION = '0.1.0';
