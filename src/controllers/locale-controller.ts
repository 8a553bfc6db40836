import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { nearestLanguage } from '../locales/messages.js';
import { translatorFor, type Translator } from '../locales/translator.js';

type Host = ReactiveControllerHost & HTMLElement;

const listeners = new Set<() => void>();
let observer: MutationObserver | undefined;

/** One observer for all elements: a page that switches its language switches `lang` somewhere. */
function watch(listener: () => void): void {
  listeners.add(listener);
  if (observer) return;
  observer = new MutationObserver(() => listeners.forEach((notify) => notify()));
  observer.observe(document.documentElement, { attributeFilter: ['lang'], subtree: true });
}

function unwatch(listener: () => void): void {
  listeners.delete(listener);
  if (listeners.size > 0) return;
  observer?.disconnect();
  observer = undefined;
}

/** The `lang` of the nearest ancestor, across shadow roots and slots; `closest` stops at the first root. */
function languageTagAt(element: Element): string {
  for (let node: Node | null = element; node;) {
    if (node instanceof Element) {
      const tag = node.getAttribute('lang')?.trim();
      if (tag) return tag;
    }
    node =
      (node instanceof Element && node.assignedSlot) ||
      node.parentNode ||
      (node as Partial<ShadowRoot>).host ||
      null;
  }
  return 'en';
}

/** Keeps the host in the language of the page around it. */
export class LocaleController implements ReactiveController {
  /** The language tag of the page, such as `en-GB`. */
  tag = 'en';
  translate: Translator = translatorFor('en', 'en');

  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#read();
    watch(this.#read);
  }

  hostDisconnected(): void {
    unwatch(this.#read);
  }

  readonly #read = (): void => {
    const tag = languageTagAt(this.#host);
    const translate = translatorFor(nearestLanguage(tag), tag);
    if (tag === this.tag && translate === this.translate) return;
    this.tag = tag;
    this.translate = translate;
    this.#host.requestUpdate();
  };
}
