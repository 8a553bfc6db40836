import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { luminance } from '../domain/colour/luminance.js';

type Host = ReactiveControllerHost & HTMLElement & { readonly renderRoot: HTMLElement | DocumentFragment };

/** A text darker than this stands on something light. */
const MIDDLE_GREY = 0.18;

/** What the element stands on, read off what the page decides. */
export interface Tone {
  /** `dark`: light text on something dark. */
  readonly tone: 'light' | 'dark';
  /** Which of `--sg-surface` and `--sg-text` the page set; as soon as it sets one, both are ours. */
  readonly own: 'none' | 'surface' | 'text' | 'both';
}

/**
 * Chooses between the light and the dark accent by the text colour that the page gives us: `light-dark()` follows
 * `color-scheme`, which most dark sites never set. The wrapper has a 1 ms transition on `color`, whose start tells when
 * the page changes its theme.
 */
export class ToneController implements ReactiveController {
  current: Tone = { tone: 'light', own: 'none' };

  readonly #host: Host;
  #wrapper: Element | null = null;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#read();
  }

  hostUpdated(): void {
    const wrapper = this.#host.renderRoot.querySelector('.base');
    if (wrapper === this.#wrapper) return;
    this.#wrapper = wrapper;
    // A change that is taken back at once cancels the transition and starts none of its own.
    for (const type of ['transitionrun', 'transitioncancel', 'transitionend'] as const) {
      wrapper?.addEventListener(type, (event) => {
        if (event.target === wrapper) this.#read();
      });
    }
    if (this.current.own !== 'none') this.#read();
    // A theme that changes before the first frame starts no transition.
    else requestAnimationFrame(() => this.#read());
  }

  #read(): void {
    const host = getComputedStyle(this.#host);
    const surface = host.getPropertyValue('--sg-surface').trim() !== '';
    const text = host.getPropertyValue('--sg-text').trim() !== '';
    const shown = (surface || text) && this.#wrapper ? getComputedStyle(this.#wrapper) : host;
    const behind = surface ? luminance(shown.backgroundColor) : null;
    const dark = behind !== null ? behind <= MIDDLE_GREY : (luminance(shown.color) ?? 0) > MIDDLE_GREY;
    const tone = dark ? 'dark' : 'light';
    const own = surface ? (text ? 'both' : 'surface') : text ? 'text' : 'none';
    if (tone === this.current.tone && own === this.current.own) return;
    this.current = { tone, own };
    this.#host.requestUpdate();
  }
}
