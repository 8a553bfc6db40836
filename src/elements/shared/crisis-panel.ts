import { html, nothing, type TemplateResult } from 'lit';
import { safetyIn } from '../../content/crisis.js';
import type { Crisis } from '../../domain/safety/crisis.js';
import type { LineKind } from '../../domain/safety/types.js';
import { fill } from '../../locales/translator.js';
import { countryPicker } from './country-picker.js';
import {
  crisisLineLink,
  directoryView,
  emergencyCall,
  emergencyWords,
  linesView,
  overdoseView,
} from './crisis-view.js';
import { heading } from './heading.js';
import type { CountryChoice, View } from './support-element.js';

const TALK: readonly LineKind[] = ['suicide-crisis'];
const ALL_FIRST: readonly LineKind[] = [
  'suicide-crisis',
  'drugs',
  'treatment-referral',
  'overdose-companion',
  'family',
  'domestic-violence',
];

const linesOf = (view: View, kinds: readonly LineKind[], title: string, level: number): unknown =>
  view.country
    ? linesView(
        view,
        title,
        view.country.lines.filter(({ kind }) => kinds.includes(kind)),
        level,
      )
    : directoryView(view);

/**
 * The standing strip: crisis help is never more than one step away.
 * @param parts How many of the two closed parts are rendered already; they may come a little later.
 */
export function crisisStrip(view: View, choice: CountryChoice, parts: number): TemplateResult {
  const { t, level } = view;
  return html`<div class="strip" part="crisis-strip">
    <div class="row">
      <span class="question">${t('strip-title')}</span>
      ${emergencyCall(view)} ${crisisLineLink(view)}
    </div>
    ${countryPicker(view, choice)}
    <details part="disclosure">
      <summary><span>${t('strip-more')}</span></summary>
      <div class="stack-wide">
        ${parts > 0 ? overdoseView(view, level + 1) : nothing}
        ${parts > 1 ? linesOf(view, ALL_FIRST, t('panel-lines'), level + 1) : nothing}
      </div>
    </details>
  </div>`;
}

/** The emergency panel, for words of danger in the search box. It stands above everything and cannot be switched off. */
export function crisisPanel(
  view: View,
  crisis: Crisis,
  choice: CountryChoice,
  onBack: () => void,
): TemplateResult {
  const { t, level } = view;
  const safety = safetyIn(view.language);
  const emergency = emergencyWords(view);
  const lines = (list: readonly string[]): TemplateResult[] =>
    list.map((line) => html`<li>${fill(line, { emergency })}</li>`);
  const back = html`<button type="button" class="text-button no-print" @click=${onBack}>
    ${t('panel-back')}
  </button>`;

  if (crisis === 'loss') {
    return html`<section class="strip stack" part="crisis-panel" data-crisis="loss" aria-labelledby="crisis">
      ${heading(level, safety.loss.title, { id: 'crisis', look: 'section-title' })}
      ${safety.loss.lines.map((line) => html`<p>${fill(line, { emergency })}</p>`)}
      ${view.country ? html`<p>${crisisLineLink(view)}</p>` : nothing} ${countryPicker(view, choice)}
    </section>`;
  }
  if (crisis === 'suicide') {
    return html`<section
      class="panel stack-wide"
      part="crisis-panel"
      data-crisis="suicide"
      aria-labelledby="crisis"
    >
      ${heading(level, safety.suicide.title, { id: 'crisis', look: 'section-title' })}
      <p class="panel-call">${emergencyCall(view)}</p>
      ${linesOf(view, TALK, t('panel-lines'), level + 1)}
      <ul>
        ${lines(safety.suicide.steps)}
      </ul>
      ${countryPicker(view, choice)} ${back}
    </section>`;
  }
  return html`<section
    class="panel stack-wide"
    part="crisis-panel"
    data-crisis="emergency"
    aria-labelledby="crisis"
  >
    ${heading(level, t('panel-emergency'), { id: 'crisis', look: 'section-title' })}
    <p class="panel-call">${emergencyCall(view)}</p>
    ${overdoseView(view, level + 1)} ${linesOf(view, TALK, t('panel-lines'), level + 1)}
    ${countryPicker(view, choice)} ${back}
  </section>`;
}

/** What a screen reader hears first, when words of danger bring up the panel. */
export function crisisAnnounced(view: View, crisis: Crisis | null): string {
  switch (crisis) {
    case 'emergency':
      return view.t('panel-emergency-announced', { number: emergencyWords(view) });
    case 'suicide':
      return view.t('panel-suicide-announced');
    case 'loss':
      return view.t('panel-loss-announced');
    case null:
      return '';
  }
}
