import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { wordsFor } from '../locales/language-files.js';
import { nearestLanguage } from '../locales/messages.js';
import { forgetTranslators, translatorFor, type Translator } from '../locales/translator.js';

type Host = ReactiveControllerHost & HTMLElement;

const listeners = new Set<() => void>();
let observer: MutationObserver | undefined;

const notify = (): void => listeners.forEach((listener) => listener());

/**
 * One observer for all elements: a page that switches its language switches `lang` somewhere above, which may be
 * inside a shadow root.
 */
function watch(host: Element, listener: () => void): void {
  listeners.add(listener);
  observer ??= new MutationObserver(notify);
  for (let root = host.getRootNode(); ; root = (root as ShadowRoot).host.getRootNode()) {
    observer.observe(root, { attributeFilter: ['lang'], subtree: true });
    if (!(root as Partial<ShadowRoot>).host) return;
  }
}

function unwatch(listener: () => void): void {
  listeners.delete(listener);
  if (listeners.size > 0) return;
  observer?.disconnect();
  observer = undefined;
}

/** Tells every element that there are new words. */
export function languagesChanged(): void {
  forgetTranslators();
  notify();
}

/** Not `instanceof`: an element that was moved from another document is none of ours by class. */
const isElement = (node: Node): node is Element => node.nodeType === 1;

/** The `lang` of the nearest ancestor, across shadow roots and slots; `closest` stops at the first root. */
function languageTagAt(element: Element): string {
  for (let node: Node | null = element; node;) {
    const tag = isElement(node) ? node.getAttribute('lang')?.trim() : '';
    if (tag) return tag;
    node =
      (isElement(node) && node.assignedSlot) || node.parentNode || (node as Partial<ShadowRoot>).host || null;
  }
  return 'en';
}

/** How long a page waits for words in its language before it shows English, in milliseconds. */
const PATIENCE = 3000;

/** Keeps the host in the language of the page around it. */
export class LocaleController implements ReactiveController {
  /** The language tag of the page, such as `en-GB`. */
  tag = 'en';
  translate: Translator = translatorFor('en', 'en');
  /** Settles when the words are there, cannot be had, or take too long; until then the children say what they say. */
  ready: Promise<unknown> | null = null;

  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#read();
    watch(this.#host, this.#read);
  }

  hostDisconnected(): void {
    unwatch(this.#read);
  }

  readonly #read = (): void => {
    const tag = languageTagAt(this.#host);
    const words = wordsFor(tag);
    this.ready = words && Promise.race([words, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
    const translate = translatorFor(nearestLanguage(tag), tag);
    if (tag === this.tag && translate === this.translate) return;
    this.tag = tag;
    this.translate = translate;
    this.#host.requestUpdate();
  };
}
