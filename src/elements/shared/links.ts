import { html, nothing, type TemplateResult } from 'lit';
import { readableUrl, safeUrl, telephoneUrl, textMessageUrl } from '../../domain/links/safe-url.js';
import type { View } from './support-element.js';

export interface LinkOptions {
  readonly className?: string;
  readonly part?: string;
  /** What a screen reader says instead of the text, where the text alone does not tell the link apart; it begins with the text. */
  readonly label?: string;
  /** Its address can be read anyway. */
  readonly addressed?: boolean;
}

/**
 * A link out of the page: no opener, no referrer, and only to addresses that the check lets pass. An address that does
 * not pass leaves the text.
 */
export function outboundLink(
  { t, newWindow, frame }: View,
  url: string,
  text: unknown,
  { className = '', part = 'link', label, addressed = false }: LinkOptions = {},
): TemplateResult {
  const href = safeUrl(url);
  if (href === null) return html`${text}`;
  const written = frame.spelledOut && !addressed && href.startsWith('http');
  const opens = newWindow ? ` (${t('opens-new-window')})` : '';
  return html`<a
      class=${className}
      part=${part}
      href=${href}
      data-address=${written ? nothing : readableUrl(href)}
      rel="noopener noreferrer"
      referrerpolicy="no-referrer"
      target=${newWindow ? '_blank' : nothing}
      aria-label=${label ? label + opens : nothing}
      >${text}${opens && !label ? html`<span class="visually-hidden">${opens}</span>` : nothing}</a
    >${written ? [' ', html`<span class="small">(${addressText(href)})</span>`] : nothing}`;
}

/** A phone number to tap, written out, and kept in its own direction on a right-to-left page. */
export function callLink(number: string, text: unknown, className = '', label?: string): TemplateResult {
  return html`<a class=${className} part="call" href=${telephoneUrl(number)} aria-label=${label ?? nothing}
    >${text}</a
  >`;
}

/** A text message to send, with its word filled in where the service wants one. */
export function textLink(number: string, body: string | null, text: unknown): TemplateResult {
  return html`<a part="text" href=${textMessageUrl(number, body)}>${text}</a>`;
}

/** A number as text: one piece, left to right. */
export const numberText = (number: string): TemplateResult =>
  html`<bdi dir="ltr" class="number">${number}</bdi>`;

/** An address to read: it may break after each slash, not inside a word. */
export const addressText = (url: string): TemplateResult =>
  html`<bdi dir="ltr" class="address"
    >${readableUrl(url)
      .split('/')
      .map((part, i) => (i === 0 ? part : html`/<wbr />${part}`))}</bdi
  >`;

/** A number inside a sentence that may run from right to left (Unicode bidi, left-to-right isolate). */
export const isolated = ({ t }: View, number: string): string =>
  t.direction === 'rtl' ? `\u2066${number}\u2069` : number;
