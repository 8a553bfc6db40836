import { html, nothing, type TemplateResult } from 'lit';
import type { Group } from '../../domain/groups/types.js';
import { checkIcon } from '../shared/icons.js';
import type { View } from '../shared/support-element.js';

/** As many as fit beside each other, and on paper. */
export const MOST_PICKS = 4;
/** What a handout holds where nobody has picked: as many as fit on one page. */
export const ON_ONE_PAGE = 2;

export interface PickOptions {
  readonly picked: boolean;
  readonly full: boolean;
  readonly onPick: (picked: boolean) => void;
  readonly onGo: () => void;
}

/** Picks a group for the comparison or the handout. */
export function pickView({ t }: View, { name }: Group, p: PickOptions): TemplateResult {
  return html`<div class="row pick no-print">
    <button
      type="button"
      class="button quiet"
      aria-pressed=${p.picked}
      aria-label=${t('pick-label', { name })}
      ?disabled=${p.full && !p.picked}
      @click=${() => p.onPick(!p.picked)}
    >
      ${p.picked ? checkIcon : nothing} ${t('pick')}
    </button>
    ${
      p.picked
        ? html`<button type="button" class="text-button" @click=${p.onGo}>${t('picks-go')}</button>`
        : p.full
          ? html`<span class="small">${t('picks-full')}</span>`
          : nothing
    }
  </div>`;
}

export interface TrayOptions {
  readonly picks: readonly Group[];
  readonly onCompare: (() => void) | null;
  readonly onHandout: (() => void) | null;
  readonly onClear: () => void;
}

/** What has been picked, and what to do with it. */
export function trayView({ t }: View, { picks, onCompare, onHandout, onClear }: TrayOptions): TemplateResult {
  return html`<section class="note stack tray no-print" part="picks" aria-labelledby="picks">
    <p id="picks" tabindex="-1"><strong>${t('picks-title')}</strong></p>
    <p>${t.list(picks.map(({ name }) => name))}</p>
    <div class="row">
      ${
        onCompare && picks.length > 1
          ? html`<button type="button" class="button" @click=${onCompare}>${t('picks-compare')}</button>`
          : nothing
      }
      ${
        onHandout
          ? html`<button type="button" class="button" @click=${onHandout}>${t('picks-handout')}</button>`
          : nothing
      }
      <button type="button" class="text-button" @click=${onClear}>${t('picks-clear')}</button>
    </div>
  </section>`;
}
