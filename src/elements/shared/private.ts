/**
 * Tools that record what visitors do leave out what carries these. The closed root keeps them out by itself; this is for
 * opened ones, and for the page's own children.
 */
export const NOT_RECORDED: Readonly<Record<string, string>> = {
  'data-private': '', // LogRocket
  'data-sentry-block': '',
  'data-dd-privacy': 'hidden', // Datadog
  'data-hj-suppress': '', // Hotjar
  'data-clarity-mask': 'true',
  'data-nr-block': '', // New Relic
  'data-openreplay-hidden': '',
  'data-cs-mask': '', // Contentsquare
  'data-heap-redact-text': 'true',
  'data-matomo-mask': '',
  'data-ph-no-autocapture': '', // PostHog
};

/**
 * Stopped at the root, so that hotkeys of the page stay silent while somebody types and nobody listens in. `keypress` is
 * stopped by the template: a listener for it, or for clicks, is what error trackers wrap.
 */
export const PRIVATE_EVENTS = [
  'keydown',
  'keyup',
  'beforeinput',
  'input',
  'change',
  'textInput',
  'compositionstart',
  'compositionupdate',
  'compositionend',
  'copy',
  'cut',
  'paste',
  'dragstart',
  'drop',
] as const;

/** Dialogs and focus traps of the page need these. */
export const PUBLIC_KEYS: ReadonlySet<string> = new Set(['Escape', 'Tab']);

/** Ends an event of something inside; what happens in the page's own children, in slots, is the page's business. */
export const stop = (event: Event): void => {
  if ((event.currentTarget as Node).contains(event.target as Node)) event.stopPropagation();
};

/** Our elements on the page, while they are in it. */
const hosts = new WeakSet<EventTarget>();

const alone = (event: Event): void => {
  if (event.target && hosts.has(event.target)) event.stopImmediatePropagation();
};

/**
 * What is selected in a closed root can be read by scripts of the page (Chromium), and some trackers do when somebody
 * copies. They do not hear of it; the copying itself goes on.
 */
export function copiesAlone(host: Element): void {
  hosts.add(host);
  // The same function each time, so that a window has it once.
  for (const type of ['copy', 'cut']) host.ownerDocument.defaultView?.addEventListener(type, alone, true);
}
