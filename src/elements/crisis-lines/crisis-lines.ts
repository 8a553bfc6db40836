import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { directoriesIn, safetyChecked } from '../../content/crisis.js';
import { oldestDate } from '../../domain/schedule/freshness.js';
import type { LineKind } from '../../domain/safety/types.js';
import type { MessageKey } from '../../locales/messages.js';
import { countryPicker } from '../shared/country-picker.js';
import { crisisStyles } from '../shared/crisis.styles.js';
import {
  directoryView,
  emergencyCall,
  emergencyWords,
  linesView,
  overdoseView,
  withdrawalView,
} from '../shared/crisis-view.js';
import { footer } from '../shared/footer.js';
import { heading } from '../shared/heading.js';
import { SupportElement, type View } from '../shared/support-element.js';
import { styles } from './crisis-lines.styles.js';

/** What stands under which heading, in the order in which it is needed. */
const PARTS: readonly { readonly title: MessageKey; readonly kinds: readonly LineKind[] }[] = [
  { title: 'lines-kind-suicide-crisis', kinds: ['suicide-crisis', 'mental-health'] },
  { title: 'lines-kind-drugs', kinds: ['drugs', 'alcohol', 'treatment-referral', 'peer'] },
  { title: 'lines-kind-overdose-companion', kinds: ['overdose-companion'] },
  { title: 'lines-kind-family', kinds: ['family'] },
  { title: 'lines-kind-domestic-violence', kinds: ['domestic-violence'] },
  { title: 'lines-kind-youth', kinds: ['youth'] },
  { title: 'lines-kind-others', kinds: ['poison', 'gambling', 'supplies', 'locator'] },
];

/**
 * Who to call now: the emergency number, what to do in an overdose, and help lines of one country.
 *
 * ```html
 * <crisis-lines country="ie">
 *   <a href="tel:112">In an emergency call 112</a>
 * </crisis-lines>
 * ```
 *
 * @tag crisis-lines
 * @slot - The state without script: a link and a phone number.
 * @slot contact - The page owner's own number and hours.
 * @csspart base - The wrapper around everything.
 * @csspart heading - Each heading.
 * @csspart line - One help line.
 * @csspart call - A link that calls a number.
 * @csspart text - A link that writes a text message.
 * @csspart link - Any other link.
 * @csspart note - A note on stopping safely.
 * @csspart disclosure - A part that opens.
 * @csspart footer - The end: what this is not, review date, sources.
 */
export class CrisisLines extends SupportElement {
  static override styles: CSSResultGroup[] = [...SupportElement.styles, crisisStyles, styles];

  protected override renderContent(view: View): TemplateResult {
    const { t, level, country } = view;
    return html`<section class="stack-wide" aria-labelledby="title">
      ${heading(level, t('lines-title'), { id: 'title', look: 'title' })}
      <div class="first stack">
        ${heading(level + 1, t('lines-emergency'), { look: 'section-title' })}
        <p>${t('lines-emergency-text', { number: emergencyWords(view) })}</p>
        <p>${emergencyCall(view)}</p>
        ${countryPicker(view, this.countryChoice)}
      </div>
      <slot name="contact"></slot>
      <details part="disclosure">
        <summary><span>${t('lines-overdose')}</span></summary>
        ${overdoseView(view, level + 1)}
      </details>
      <details part="disclosure">
        <summary><span>${t('withdrawal-title')}</span></summary>
        ${withdrawalView(view, ['any', 'alcohol', 'sedatives', 'ghb', 'opioids'], level + 1)}
      </details>
      ${
        country
          ? PARTS.map(({ title, kinds }) =>
              linesView(
                view,
                t(title),
                country.lines.filter(({ kind }) => kinds.includes(kind)),
                level + 1,
              ),
            )
          : this.whereabouts.asked
            ? html`<p>${t('lines-none')}</p>`
            : nothing
      }
      ${country ? heading(level + 1, t('lines-elsewhere'), { look: 'minor' }) : nothing}
      ${directoryView(view)}
      ${footer(view, {
        reviewed: oldestDate([safetyChecked(), ...(country?.lines.map(({ checked }) => checked) ?? [])]),
        sources: (country?.lines ?? directoriesIn(view.language))
          .flatMap(({ name, url }) => (url ? [{ label: name, url }] : []))
          .slice(0, 3),
        related: directoriesIn(view.language).flatMap(({ name, url }) => (url ? [{ label: name, url }] : [])),
      })}
    </section>`;
  }
}
