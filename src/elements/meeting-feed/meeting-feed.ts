import { VERSION } from '../../version.js';

/** An attribute that is also a property. */
const ATTRIBUTES = ['src', 'format', 'group', 'timezone', 'label'] as const;

/**
 * One meeting list, inside `<meeting-finder>` or `<support-group-finder>`, as `<source>` is inside `<video>`. It shows
 * nothing itself; the element around it finds it however deep an editor has wrapped it.
 *
 * ```html
 * <meeting-finder>
 *   <meeting-feed src="na.json" group="na" timezone="America/Chicago" label="NA Springfield"></meeting-feed>
 *   <meeting-feed src="https://bmlt.example.org/main_server/" group="na"></meeting-feed>
 * </meeting-finder>
 * ```
 *
 * @tag meeting-feed
 * @attr {string} src - Address of the list. A BMLT server's address ends in `/main_server/`.
 * @attr {string} format - `auto` (the default), `meeting-guide`, `bmlt`, `sheet` (Google Sheet, CSV), `icalendar`, or `simple` for our own format.
 * @attr {string} group - Id of the group whose list it is, such as `na`; it decides what the codes of the list mean.
 * @attr {string} timezone - IANA name of the zone of times that name none, such as `Europe/London`.
 * @attr {string} label - How the list is called on the page; its host by default.
 */
export class MeetingFeed extends HTMLElement {
  static readonly version: string = VERSION;

  /** What a placeholder may say; the element around watches them itself. */
  static readonly observedAttributes: readonly string[] = ATTRIBUTES;

  declare src: string | null;
  declare format: string | null;
  declare group: string | null;
  declare timezone: string | null;
  declare label: string | null;

  static {
    for (const name of ATTRIBUTES)
      Object.defineProperty(this.prototype, name, {
        get(this: MeetingFeed) {
          return this.getAttribute(name);
        },
        set(this: MeetingFeed, value: string | null) {
          if (value === null) this.removeAttribute(name);
          else this.setAttribute(name, value);
        },
        enumerable: true,
        configurable: true,
      });
  }
}
