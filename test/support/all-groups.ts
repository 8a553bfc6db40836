import { libraryIn } from '../../src/content/groups.js';
import type { Group } from '../../src/domain/groups/types.js';

/** All groups, in the order of their names. */
export const groupsIn = (language: string): readonly Group[] => libraryIn(language).list;
