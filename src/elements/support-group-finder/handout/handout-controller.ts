import { countriesIn } from '../../../content/crisis.js';
import { PrintController } from '../../../controllers/print-controller.js';
import type { Group } from '../../../domain/groups/types.js';
import { languagesToHave, wordsFor } from '../../../locales/language-files.js';
import { nearestLanguage } from '../../../locales/messages.js';
import { translatorFor } from '../../../locales/translator.js';
import { printPage, rightsOf } from '../../shared/frame.js';
import { loadHandoutTools, type HandoutTools } from '../../shared/handout-tools.js';
import { saveCalendarFile } from '../../shared/save-calendar.js';
import type { SupportElement, View } from '../../shared/support-element.js';
import type { HandoutAction } from '../support-group-finder.events.js';
import { calendarEvents } from './handout-text.js';
import { changed, EMPTY_HANDOUT, type HandoutState } from './handout.js';
import type { QrCode } from './sheet.view.js';

/**
 * What stands behind an open handout: what was typed on it, the file with QR codes, the second language, and a page that
 * prints nothing else.
 */
export class HandoutController {
  state: HandoutState = EMPTY_HANDOUT;

  readonly #host: SupportElement;
  readonly #print: PrintController;
  readonly #taken: (action: HandoutAction) => void;
  #tools: HandoutTools | null = null;
  readonly #codes = new Map<string, QrCode | null>();

  /** @param taken Told when somebody takes the handout along. */
  constructor(host: SupportElement, taken: (action: HandoutAction) => void) {
    this.#host = host;
    this.#taken = taken;
    this.#print = new PrintController(host);
  }

  open(): void {
    this.#print.start();
    void loadHandoutTools().then((tools) => {
      this.#tools = tools;
      this.#host.requestUpdate();
    });
  }

  close(): void {
    this.#print.stop();
  }

  /** Nothing stays of what was typed. */
  erase(): void {
    this.close();
    this.state = EMPTY_HANDOUT;
  }

  change(state: HandoutState): void {
    const { second } = state;
    this.state = state;
    this.#host.requestUpdate();
    const words = second === null ? null : wordsFor(second);
    void words?.then(() => this.#host.requestUpdate());
  }

  /** The code for an address, drawn once; null where there is none. */
  readonly qr = (url: string): QrCode | null => {
    if (!this.#tools) return null;
    if (!this.#codes.has(url)) this.#codes.set(url, this.#tools.qrCode(url));
    return this.#codes.get(url) ?? null;
  };

  /** The languages of a second column, by their own names. */
  languages({ language }: View): { code: string; name: string }[] {
    return languagesToHave()
      .filter((code) => code !== language)
      .map((code) => ({
        code,
        name: new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code,
      }));
  }

  /** The same view in the second language, once its words are here. */
  second(view: View): View | null {
    const { second } = this.state;
    if (second === null || second === view.language || nearestLanguage(second) !== second) return null;
    const { country } = view;
    return {
      ...view,
      language: second,
      t: translatorFor(second, country ? `${second}-${country.code}` : second),
      country: countriesIn(second).find(({ code }) => code === country?.code) ?? null,
    };
  }

  readonly print = (): void => {
    // Another handout on the page may have been opened since.
    this.#print.start();
    if (printPage()) this.#taken('print');
    else this.#host.requestUpdate();
  };

  async copy(text: string): Promise<boolean> {
    let done: HandoutState['done'] = 'copied';
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Not allowed in many frames and older browsers: the text is there to be copied by hand.
      done = 'failed';
    }
    this.change(changed(this.state, { done }));
    if (done === 'copied') this.#taken('copy');
    return done === 'copied';
  }

  /** Saves the meetings as a calendar file. */
  calendar(view: View, groups: readonly Group[]): void {
    const file = this.#tools?.calendarFile(calendarEvents(view, groups, this.state), view.now);
    if (!file) return;
    saveCalendarFile(file);
    this.#taken('calendar');
  }

  /** Whether the file for the calendar is here, and a file can be saved. */
  get hasCalendar(): boolean {
    return this.#tools !== null && rightsOf(this.#host.ownerDocument).save;
  }
}
