import type * as Tools from '../../handout-tools.js';
import { warnOnce } from './warn.js';

export type HandoutTools = typeof Tools;

let asked: Promise<HandoutTools | null> | undefined;

/**
 * QR codes and the calendar file, from the file beside the module. Null where it is missing or blocked; who asks later
 * tries again, as far as the browser does (Chromium remembers a failed address until the page is loaded anew).
 */
export function loadHandoutTools(): Promise<HandoutTools | null> {
  return (asked ??= import('../../handout-tools.js').catch(() => {
    asked = undefined;
    warnOnce(
      'The handout has no QR codes and no calendar file: put support-group-elements.handout.js beside the module.',
    );
    return null;
  }));
}
