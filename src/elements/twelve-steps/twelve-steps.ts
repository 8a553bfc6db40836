import { html, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { groupMapIn } from '../../content/groups.js';
import { twelveStepsIn } from '../../content/programs.js';
import type { Step, TwelveSteps as Program } from '../../domain/programs/types.js';
import type { MessageKey } from '../../locales/messages.js';
import { oneOf, wholeNumber } from '../shared/attributes.js';
import { explained } from '../shared/explained.js';
import { crisisStyles } from '../shared/crisis.styles.js';
import { property, state } from '../shared/decorators.js';
import { footer } from '../shared/footer.js';
import { heading } from '../shared/heading.js';
import { outboundLink } from '../shared/links.js';
import { SupportElement, type View } from '../shared/support-element.js';
import { StepOpenEvent } from './twelve-steps.events.js';
import { styles } from './twelve-steps.styles.js';

const VIEWS = ['themes', 'steps'] as const;

/** Whose accounts of the steps the words rest on, and where meetings that work them are listed. Ids of groups. */
const SOURCES: readonly string[] = ['aa', 'na'];
const RELATED: readonly string[] = ['na', 'aa'];

/** What a step's words are shown under, in the order shown. */
const PARTS: readonly [MessageKey, 'asks' | 'example' | 'sponsor' | 'question' | 'secular'][] = [
  ['steps-asks', 'asks'],
  ['steps-example', 'example'],
  ['steps-secular', 'secular'],
  ['steps-sponsor', 'sponsor'],
  ['steps-question', 'question'],
];

/**
 * The twelve steps in plain words: six themes, or step by step, with what a sponsor does and where the official
 * wording stands.
 *
 * ```html
 * <twelve-steps view="steps" step="1" fellowship="na">
 *   <a href="https://na.org/">Narcotics Anonymous</a>
 * </twelve-steps>
 * ```
 *
 * @tag twelve-steps
 * @slot - The state without script: a link and a phone number.
 * @fires {StepOpenEvent} sg-step-open - The visitor opened a step; `step` is its number.
 * @csspart base - The wrapper around everything.
 * @csspart heading - Each heading.
 * @csspart disclosure - A step that opens.
 * @csspart link - Any link.
 * @csspart footer - The end: what this is not, review date, sources.
 */
export class TwelveSteps extends SupportElement {
  static override styles: CSSResultGroup[] = [...SupportElement.styles, crisisStyles, styles];

  /** Whose official wording is linked first: a group id such as `na`. */
  @property() fellowship: string | null = null;

  /** `themes` for the six themes, `steps` for all twelve; the visitor can switch. */
  @property({ attribute: 'view' }) viewName: string | null = null;

  /** The step that is open, 1 to 12; it implies the view `steps`. */
  @property() step: string | number | null = null;

  @state() private shown: (typeof VIEWS)[number] = 'themes';
  @state() private opened: ReadonlySet<number> = new Set();

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('viewName') && !changed.has('step')) return;
    const step = wholeNumber(this, 'step', this.step, [1, 12], 0);
    this.shown = oneOf(this, 'view', this.viewName, VIEWS, step > 0 ? 'steps' : 'themes');
    if (changed.has('step')) this.opened = new Set(step > 0 ? [step] : []);
  }

  protected override renderContent(view: View): TemplateResult {
    const { t, level, language } = view;
    const program = twelveStepsIn(language);
    const known = new Set<string>();
    const sponsorKnown = new Set(['sponsor']);
    return html`<section class="stack-wide" aria-labelledby="title">
      ${heading(level, program.title, { id: 'title', look: 'title' })}
      ${program.intro.map((paragraph) => html`<p>${explained(view, paragraph, known)}</p>`)}
      <div class="switch no-print">
        ${VIEWS.map(
          (name) =>
            html`<button
              type="button"
              class="button quiet"
              aria-pressed=${this.shown === name ? 'true' : 'false'}
              @click=${() => (this.shown = name)}
            >
              ${t(`steps-view-${name}`)}
            </button>`,
        )}
      </div>
      ${this.shown === 'themes' ? this.#themes(view, program) : this.#steps(view, program)}
      <div class="stack">
        ${heading(level + 1, program.sponsor.title, { look: 'section-title' })}
        ${program.sponsor.text.map((paragraph) => html`<p>${explained(view, paragraph, sponsorKnown)}</p>`)}
      </div>
      ${this.#official(view, program)}
      ${footer(view, {
        reviewed: program.checked,
        crisis: this.countryChoice,
        sources: program.fellowships.filter(({ id }) => SOURCES.includes(id)),
        related: RELATED.flatMap((id) => groupMapIn(language).get(id)?.finders[0] ?? []),
      })}
    </section>`;
  }

  #themes(view: View, { themes }: Program): TemplateResult {
    const { t, level } = view;
    const known = new Set<string>();
    return html`<ol class="plain themes">
      ${themes.map(
        ({ title, text, steps }) =>
          html`<li class="stack">
            ${heading(level + 1, title)}
            <p>${explained(view, text, known)}</p>
            <p class="small">
              ${t(steps.length === 1 ? 'steps-covers-one' : 'steps-covers', { steps: t.list(steps.map(String)) })}
            </p>
          </li>`,
      )}
    </ol>`;
  }

  #steps(view: View, { steps }: Program): TemplateResult {
    return html`<ol class="plain steps">
      ${steps.map((step) => html`<li>${this.#step(view, step)}</li>`)}
    </ol>`;
  }

  #step(view: View, step: Step): TemplateResult {
    const { t, level } = view;
    const known = new Set<string>();
    return html`<details
      class="step"
      part="disclosure"
      ?open=${this.opened.has(step.number)}
      @toggle=${(event: Event) => this.#onToggle(step.number, (event.target as HTMLDetailsElement).open)}
    >
      <summary>
        ${heading(level + 1, html`<span class="ordinal">${t('steps-number', { n: step.number })}</span>${step.title}`)}
      </summary>
      <dl>
        ${PARTS.map(
          ([key, part]) =>
            html`<dt>${t(key)}</dt>
              <dd>${explained(view, step[part], known)}</dd>`,
        )}
        <dt>${t('steps-principle')}</dt>
        <dd>${step.principle}</dd>
      </dl>
    </details>`;
  }

  #official(view: View, { fellowships, ownWords }: Program): TemplateResult {
    const { t, level } = view;
    const first = oneOf(
      this,
      'fellowship',
      this.fellowship,
      fellowships.map(({ id }) => id),
      null,
    );
    const sorted = [...fellowships].sort((a, b) => Number(b.id === first) - Number(a.id === first));
    return html`<div class="stack">
      ${heading(level + 1, t('steps-official'), { look: 'section-title' })}
      <p>${ownWords} ${t('steps-official-text')}</p>
      <ul>
        ${sorted.map(({ url, label }) => html`<li>${outboundLink(view, url, label)}</li>`)}
      </ul>
    </div>`;
  }

  #onToggle(number: number, open: boolean): void {
    if (open === this.opened.has(number)) return;
    const opened = new Set(this.opened);
    if (open) opened.add(number);
    else opened.delete(number);
    this.opened = opened;
    if (open) this.dispatchEvent(new StepOpenEvent(number));
  }
}
