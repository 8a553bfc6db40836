import type { TemplateResult } from 'lit';
import { guidesIn } from '../../content/programs.js';
import type { Group } from '../../domain/groups/types.js';
import { oldestDate } from '../../domain/schedule/freshness.js';
import { footer } from '../shared/footer.js';
import type { View } from '../shared/support-element.js';

const SOURCES_NAMED = 3;
const STUDIES_NAMED = 2;

/**
 * The end of the finder: how old the facts are, and what they rest on.
 * @param shown The groups that are shown; none at a question.
 * @param all Those that may be.
 */
export const finderFooter = (view: View, shown: readonly Group[], all: readonly Group[]): TemplateResult =>
  footer(view, {
    reviewed: oldestDate((shown.length > 0 ? shown : all).map(({ checked }) => checked)),
    sources: shown
      .slice(0, SOURCES_NAMED)
      .flatMap(({ name, website }) => (website ? [{ label: name, url: website.url }] : [])),
    related: guidesIn(view.language).get('why-groups')?.references.slice(0, STUDIES_NAMED) ?? [],
  });
