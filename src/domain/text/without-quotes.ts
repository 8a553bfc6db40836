/** Editors turn straight quotes into curly ones, which then are part of the value. */
const STRAY = /^[\s"'“”‘’„«»]+|[\s"'“”‘’„«»]+$/g;

/** What somebody meant to write into an attribute: without space and quotes around it. */
export const withoutQuotes = (value: string): string => value.replace(STRAY, '');
