import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { over, parseColour, WHITE, type Colour } from '../domain/colour/colour.js';
import { themeFor, type PageColours, type Theme } from '../domain/colour/theme.js';

type Host = ReactiveControllerHost & HTMLElement & { readonly renderRoot: HTMLElement | DocumentFragment };

/** Which property of the probe shows which public token, in a form that can be read (see styles/tokens.ts). */
const SHOWN_BY = {
  '--sg-accent': 'borderTopColor',
  '--sg-accent-text': 'borderRightColor',
  '--sg-emergency': 'borderBottomColor',
  '--sg-emergency-text': 'borderLeftColor',
  '--sg-focus': 'outlineColor',
  '--sg-edge-color': 'textDecorationColor',
  '--sg-text': 'columnRuleColor',
  '--sg-surface': 'backgroundColor',
} as const satisfies Record<string, keyof CSSStyleDeclaration>;

/** A change that is taken back at once cancels the transition and starts none of its own. */
const SIGNS = ['transitionrun', 'transitioncancel', 'transitionend'] as const;

/** What the page shows behind an element, as far as boxes tell; null over an image, where nothing is known. */
function behind(element: Element, canvas: Colour): Colour | null {
  const layers: Colour[] = [];
  for (let node: Node | null = element; node;) {
    if (node.nodeType === 1) {
      const { backgroundColor, backgroundImage } = getComputedStyle(node as Element);
      if (backgroundImage !== 'none') return null;
      const colour = parseColour(backgroundColor);
      if (colour) layers.push(colour);
      if (colour?.alpha === 1) break;
    }
    node =
      (node as Partial<Element>).assignedSlot ??
      node.parentNode ??
      (node as Partial<ShadowRoot>).host ??
      null;
  }
  return layers.reduceRight((under, layer) => over(layer, under), canvas);
}

/**
 * Takes the colours from the page, moves those that could not be read, and puts them on the wrapper. A short
 * transition on the wrapper tells when the page changes its theme: `light-dark()` follows `color-scheme`, which most
 * dark sites never set.
 */
export class ThemeController implements ReactiveController {
  tone: Theme['tone'] = 'light';
  /** The background is ours. */
  ownSurface = false;

  readonly #host: Host;
  readonly #moved: (moved: Theme['moved']) => void;
  #probe: Element | null = null;
  #wrapper: HTMLElement | null = null;
  #theme: Theme | null = null;

  /** @param moved Told which of the page's colours could not be used as they are. */
  constructor(host: Host, moved: (moved: Theme['moved']) => void) {
    this.#host = host;
    this.#moved = moved;
    host.addController(this);
  }

  hostConnected(): void {
    this.#probe = this.#host.renderRoot.querySelector('.probe');
    this.#read();
  }

  hostUpdated(): void {
    const wrapper = this.#host.renderRoot.querySelector<HTMLElement>('.base');
    if (!wrapper || wrapper === this.#wrapper) return;
    this.#wrapper = wrapper;
    for (const type of SIGNS) {
      wrapper.addEventListener(type, (event) => {
        if (event.target === wrapper) this.#read();
      });
    }
    this.#draw();
    // A theme that changes before the first frame starts no transition.
    requestAnimationFrame(() => this.#read());
  }

  #read(): void {
    if (!this.#probe) return;
    const page = getComputedStyle(this.#host);
    const probe = getComputedStyle(this.#probe);
    const set = (token: keyof typeof SHOWN_BY): Colour | null =>
      page.getPropertyValue(token).trim() === '' ? null : parseColour(probe[SHOWN_BY[token]]);
    const colours: PageColours = {
      text: parseColour(probe.caretColor) ?? { red: 0, green: 0, blue: 0, alpha: 1 },
      behind: behind(this.#host, parseColour(probe.accentColor) ?? WHITE),
      ownText: set('--sg-text'),
      ownSurface: set('--sg-surface'),
      accent: set('--sg-accent'),
      accentText: set('--sg-accent-text'),
      emergency: set('--sg-emergency'),
      emergencyText: set('--sg-emergency-text'),
      focus: set('--sg-focus'),
      edge: set('--sg-edge-color'),
      more: matchMedia('(prefers-contrast: more)').matches,
    };
    const theme = themeFor(colours);
    if (JSON.stringify(theme) === JSON.stringify(this.#theme)) return;
    this.#theme = theme;
    this.tone = theme.tone;
    this.ownSurface = theme.colours.surface !== undefined;
    this.#draw();
    if (theme.moved.length > 0) this.#moved(theme.moved);
    this.#host.requestUpdate();
  }

  /** Through the object model, which every policy allows; a `style` attribute is not. */
  #draw(): void {
    if (!this.#wrapper || !this.#theme) return;
    const { style } = this.#wrapper;
    // Said, not left out: what a page calls by the same name would come in.
    style.setProperty('--_surface', 'initial');
    for (const [name, value] of Object.entries(this.#theme.colours)) style.setProperty(`--_${name}`, value);
  }
}
