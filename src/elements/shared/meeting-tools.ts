import { addMessages } from '../../locales/messages.js';
import type * as Tools from '../../meetings/index.js';
import { warnOnce } from './warn.js';

export type MeetingTools = typeof Tools;

let asked: Promise<MeetingTools | null> | undefined;

/**
 * What reads and shows meeting lists, from the file beside the module: most pages have no list. Null where it is missing
 * or blocked; who asks later tries again, as far as the browser does.
 */
export function loadMeetingTools(): Promise<MeetingTools | null> {
  return (asked ??= import('../../meetings/index.js').then(
    (tools) => {
      addMessages('en', tools.words, true);
      return tools;
    },
    () => {
      asked = undefined;
      warnOnce(
        'Meeting lists cannot be shown: put support-group-elements.meetings.js beside the module, or use ' +
          'support-group-elements.complete.js, which needs no second file.',
      );
      return null;
    },
  ));
}
