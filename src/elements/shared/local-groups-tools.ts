import type * as Tools from '../../local-groups-tools.js';
import { warnOnce } from './warn.js';

/** What reads groups of a page's own, from the file beside the module; null where that is missing or blocked. */
export const loadLocalGroupsTools = (): Promise<typeof Tools | null> =>
  import('../../local-groups-tools.js').catch(() => {
    warnOnce('groups-src needs support-group-elements.local-groups.js beside the module.');
    return null;
  });
