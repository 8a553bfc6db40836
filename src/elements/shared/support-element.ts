import {
  html,
  LitElement,
  nothing,
  type CSSResultGroup,
  type CSSResultOrNative,
  type TemplateResult,
} from 'lit';
import { countriesIn } from '../../content/crisis.js';
import { AnnounceController } from '../../controllers/announce-controller.js';
import { CountryController } from '../../controllers/country-controller.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { nextTask } from '../../controllers/next-task.js';
import { ThemeController } from '../../controllers/theme-controller.js';
import type { FrameRights } from '../../domain/page/frame.js';
import type { Country } from '../../domain/safety/types.js';
import type { Translator } from '../../locales/translator.js';
import { printStyles } from '../../styles/print.js';
import { sharedStyles } from '../../styles/shared.js';
import { termStyles } from '../../styles/terms.js';
import { tokens } from '../../styles/tokens.js';
import { wrapperStyles } from '../../styles/wrapper.js';
import { VERSION } from '../../version.js';
import { booleanAttribute, oneOf, warnOfOddAttributes, wholeNumber } from './attributes.js';
import { property } from './decorators.js';
import { rightsOf } from './frame.js';
import { copiesAlone, NOT_RECORDED, PRIVATE_EVENTS, PUBLIC_KEYS, stop } from './private.js';
import { holdsRestOfPage } from './swallowed.js';
import { warnOnce } from './warn.js';
import { adoptSheets } from './style-sheets.js';
import { tellStale } from './tell-stale.js';
import { typedText } from './typed-text.js';

/** Whose numbers are shown, and how to change it. */
export interface CountryChoice {
  readonly code: string | null;
  /** Whether the visitor said so. */
  readonly asked: boolean;
  readonly choose: (code: string | null) => void;
}

/** Everything a shared view needs to know about the element that it draws for. */
export interface View {
  readonly t: Translator;
  /** The heading level of the element's own title, 2 to 5. */
  readonly level: number;
  /** The language whose words are used. */
  readonly language: string;
  /** The present moment. */
  readonly now: Date;
  /** Whose numbers to show; null: not known. */
  readonly country: Country | null;
  /** Links open a new window. */
  readonly newWindow: boolean;
  /** What works in the frame that the page stands in. */
  readonly frame: FrameRights;
  /** Keeps a field at a text; `.value` would tell recorders of it. */
  readonly typed: typeof typedText;
}

/**
 * What all elements share: a closed root, its styles, the wrapper that keeps the page's styles out, the children as
 * the state without script, the language, the country, and a status line for screen readers.
 *
 * @cssprop --sg-font-family - Font; the page's own by default.
 * @cssprop --sg-font-size - Size that everything follows; `medium` by default, which is the visitor's own text size.
 * @cssprop --sg-text - Text color; the page's own by default.
 * @cssprop --sg-surface - Background; none by default.
 * @cssprop --sg-accent - Links and the filled button; a dark or a light blue-green by default.
 * @cssprop --sg-accent-text - Text on the filled button.
 * @cssprop --sg-emergency - The emergency number; red by default.
 * @cssprop --sg-emergency-text - Text on the emergency number.
 * @cssprop --sg-focus - Focus ring; the accent by default.
 * @cssprop --sg-line - Greatest length of a line of text; 65ch by default.
 * @cssprop --sg-motion - Length of the few movements; 120ms by default, none where the visitor wants none.
 * @cssprop --sg-focus-width - Width of the focus ring; 3px by default.
 * @cssprop --sg-border-color - Rules between rows.
 * @cssprop --sg-border-width - Width of the rules; 1px by default.
 * @cssprop --sg-edge-color - Edges of controls.
 * @cssprop --sg-tint - Background of notes.
 * @cssprop --sg-tint-strong - Background of the emergency panel, and of a control under the pointer.
 * @cssprop --sg-space - Unit of the space between things; 1em by default.
 * @cssprop --sg-small-size - Size of small text; 0.875em by default.
 * @cssprop --sg-large-size - Size of small headings; 1.125em by default.
 * @cssprop --sg-section-size - Size of section headings; 1.375em by default.
 * @cssprop --sg-title-size - Size of the title; 1.75em by default.
 * @cssprop --sg-radius - Corners; 0.375em by default.
 * @cssprop --sg-max-width - Greatest width of the element; 64em by default, `none` for all there is.
 * @cssprop --sg-exit-top - How far below the top of the window the quick exit of the finder stays; 0.5em by default, more under a bar of the page.
 * @cssprop --sg-shadow-color - The darker lower edge of filled buttons.
 */
export abstract class SupportElement extends LitElement {
  static readonly version: string = VERSION;

  static override styles: CSSResultGroup[] = [tokens, wrapperStyles, sharedStyles, termStyles, printStyles];

  /** Where the present comes from; tests put their own clock here. */
  static now: () => Date = () => new Date();

  protected readonly locale = new LocaleController(this);
  protected readonly announcer = new AnnounceController(this);
  protected readonly theme = new ThemeController(this, (moved) => {
    const list = moved.map(({ token, to }) => `${token} (${to} is used)`).join(', ');
    warnOnce(
      `<${this.localName}>: these colors cannot be read where they stand, so the nearest tone is used: ${list}.`,
    );
  });
  protected readonly whereabouts = new CountryController(this, () => ({
    attribute: this.#countryAttribute(),
    language: this.locale.tag,
    countries: countriesIn(this.locale.translate.language),
  }));

  /** ISO 3166 two-letter code of the country whose numbers to show; without it the page's language and the visitor's time zone decide, else the element asks. */
  @property() country: string | null = null;

  /** Level of the element's title, 2 to 5; the headings inside follow. */
  @property({ attribute: 'heading-level' }) headingLevel: string | number | null = null;

  /** Where links lead: `self`, or `blank` for a new window, which is usual in a frame. */
  @property({ attribute: 'link-target' }) linkTarget: string | null = null;

  /** Opens the shadow root for auditors, tests and read-aloud tools; read once, when the element first connects. */
  @property({ attribute: 'open-root', converter: booleanAttribute }) openRoot = false;

  /** Shows the children until the first rendering has worked, and again where one fails. */
  readonly #fallback = [document.createElement('slot'), document.createElement('slot')] as const;
  #root: ShadowRoot | undefined;
  #failed = false;
  /** For the end of the page, where its children may still be on their way. */
  #waits = false;
  /** Styles of files beside the module. */
  readonly #added: CSSResultOrNative[] = [];

  override connectedCallback(): void {
    // Pages hide empty elements (`:empty { display: none }`), and without script there is nothing else to see.
    // While the parser is still here its children are not seen yet: then there is one more, hidden, which does no harm.
    // eslint-disable-next-line wc/no-child-traversal-in-connectedcallback
    if (!this.firstElementChild && !this.textContent?.trim()) {
      const presence = this.ownerDocument.createElement('span');
      presence.hidden = true;
      this.append(presence);
    }
    copiesAlone(this);
    warnOfOddAttributes(this);
    for (const [name, value] of Object.entries(NOT_RECORDED))
      if (!this.hasAttribute(name)) this.setAttribute(name, value);
    super.connectedCallback();
  }

  adoptedCallback(): void {
    this.#adopt();
  }

  protected override createRenderRoot(): ShadowRoot {
    // A page that was saved with its shadow roots brings one along, and its old content would be doubled.
    const root = this.shadowRoot ?? this.attachShadow({ mode: this.openRoot ? 'open' : 'closed' });
    this.#root = root;
    this.#fallback[1].name = 'contact';
    const probe = this.ownerDocument.createElement('span');
    probe.className = 'probe';
    root.replaceChildren(...this.#fallback, probe);
    this.#adopt();
    for (const type of PRIVATE_EVENTS) {
      root.addEventListener(type, (event) => {
        if (!PUBLIC_KEYS.has((event as KeyboardEvent).key)) stop(event);
      });
    }
    return root;
  }

  protected override async scheduleUpdate(): Promise<void> {
    // The first rendering is a task of its own, so that a slow phone can answer between it and the script's start.
    if (!this.hasUpdated) {
      await new Promise<void>(nextTask);
      // English first and another language a moment later would be read twice.
      await this.locale.ready;
      this.prepare(this.locale.translate.language);
      await new Promise<void>(nextTask);
    }
    void super.scheduleUpdate();
  }

  protected override performUpdate(): void {
    try {
      super.performUpdate();
      // By the parent, if there is one: where Prototype is on the page, `remove` throws without.
      for (const slot of this.#fallback) slot.parentNode?.removeChild(slot);
      this.#showSwallowed();
      this.#root?.querySelector('.base')?.removeAttribute('hidden');
      tellStale(SupportElement.now());
    } catch (error) {
      // Never into the page: the children are there instead.
      this.#root?.querySelector('.base')?.setAttribute('hidden', '');
      this.#root?.prepend(...this.#fallback);
      if (!this.#failed)
        console.error(
          `<${this.localName}> could not be shown; its content in the page is shown instead.`,
          error,
        );
      this.#failed = true;
    }
  }

  protected get view(): View {
    const { translate } = this.locale;
    const code = this.whereabouts.code;
    const frame = rightsOf(this.ownerDocument);
    const usual = frame.newWindow ? 'blank' : 'self';
    return {
      t: translate,
      language: translate.language,
      level: wholeNumber(this, 'heading-level', this.headingLevel, [2, 5], 2),
      now: SupportElement.now(),
      country: countriesIn(translate.language).find((country) => country.code === code) ?? null,
      newWindow: oneOf(this, 'link-target', this.linkTarget, ['self', 'blank'], usual) === 'blank',
      frame,
      typed: typedText,
    };
  }

  protected override render(): TemplateResult {
    const view = this.view;
    return html`<div
      class="base"
      part="base"
      lang=${view.language}
      dir=${view.t.direction}
      data-tone=${this.theme.tone}
      ?data-own=${this.theme.ownSurface}
      @keypress=${stop}
    >
      <div class="sheet">${this.renderContent(view) ?? nothing}</div>
      <div class="status" role="status"></div>
    </div>`;
  }

  /** Reads the content that the first rendering needs, as a task of its own. */
  protected prepare(language: string): void {
    countriesIn(language);
  }

  /** What the element shows. */
  protected abstract renderContent(view: View): unknown;

  /** What the country picker needs; a change is spoken. */
  protected get countryChoice(): CountryChoice {
    const { code, asked } = this.whereabouts;
    return {
      code,
      asked,
      choose: (chosen) => {
        this.whereabouts.choose(chosen);
        const { t, country } = this.view;
        this.announcer.say(
          country ? t('country-changed', { country: country.name }) : t('country-changed-other'),
        );
      },
    };
  }

  /** Adds styles that came later than the element. */
  addSheet(style: CSSResultOrNative): void {
    this.#added.push(style);
    this.#adopt();
  }

  /** What was swallowed by a tag that was not closed goes on below. */
  #showSwallowed(): void {
    const { ownerDocument: page } = this;
    if (page.readyState === 'loading' && !this.#waits) {
      this.#waits = true;
      page.addEventListener('DOMContentLoaded', () => this.requestUpdate(), { once: true });
    }
    if (!holdsRestOfPage(this)) return;
    this.#root?.append(this.#fallback[0]);
    warnOnce(
      `<${this.localName}> holds what looks like the rest of the page, which is shown below it. If it was written as ` +
        `<${this.localName} … />, write <${this.localName} …></${this.localName}>: HTML has no tags that close themselves.`,
    );
  }

  #adopt(): void {
    const { elementStyles } = this.constructor as typeof LitElement;
    if (this.#root) adoptSheets(this.#root, [...elementStyles, ...this.#added]);
  }

  #countryAttribute(): string | null {
    const codes = countriesIn(this.locale.translate.language).map(({ code }) => code);
    // "UK" is what people write; the code of the United Kingdom is GB.
    const written = this.country?.trim().toUpperCase() === 'UK' ? 'GB' : this.country;
    return oneOf(this, 'country', written, codes, null);
  }
}
