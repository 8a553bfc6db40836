import { html, type TemplateResult } from 'lit';
import type { Group } from '../../domain/groups/types.js';
import { heading } from '../shared/heading.js';
import { checkIcon } from '../shared/icons.js';
import { findView } from '../shared/group-view.js';
import type { View } from '../shared/support-element.js';

/** For somebody who needs a meeting now: the lists of groups that are known to meet online every day. */
export function tonightView(view: View, groups: readonly Group[], onBack: () => void): TemplateResult {
  const { t, level } = view;
  return html`<section class="stack" aria-labelledby="view-title">
    ${heading(level + 1, t('tonight'), { id: 'view-title', look: 'section-title', focusable: true })}
    <p>${t('tonight-text')}</p>
    <ul class="plain groups" part="results">
      ${groups.map((group) => {
        const list = group.finders.find(({ daily }) => daily)!;
        return html`<li>
          <article class="group" part="group" aria-labelledby=${`tonight-${group.id}`}>
            <div class="group-main stack">
              ${heading(level + 2, group.name, { id: `tonight-${group.id}` })}
              <p class="summary">${group.summary}</p>
              <ul class="plain reasons" part="reasons">
                <li>${checkIcon}<span>${t('reason-meets-online-daily')}</span></li>
              </ul>
            </div>
            <div class="group-actions">${findView(view, group, list)}</div>
          </article>
        </li>`;
      })}
    </ul>
    <button type="button" class="button quiet" @click=${onBack}>${t('guided-back')}</button>
  </section>`;
}
