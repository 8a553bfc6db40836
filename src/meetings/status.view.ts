import { html, nothing, type TemplateResult } from 'lit';
import type { FeedState } from '../controllers/feed-loader.js';
import type { View } from '../elements/shared/support-element.js';
import { feedName } from './feed-words.js';

/** Which lists are here and which are not, in one sentence each; nothing where all is well. */
export function feedsView(
  view: View,
  feeds: readonly FeedState[],
  retry: () => void,
): TemplateResult | typeof nothing {
  const { t } = view;
  const loading = feeds.filter(({ phase }) => phase === 'loading').length;
  const failed = feeds.filter(({ failure, phase }) => failure !== null && phase !== 'loading');
  const ready = feeds.filter(({ meetings }) => meetings !== null);
  const cut = feeds.filter(({ cut }) => cut !== null);
  if (failed.length === 0 && cut.length === 0 && (loading === 0 || ready.length === 0)) return nothing;
  const offline = failed.some(({ failure }) => failure!.kind === 'offline');
  const names = t.list(failed.map((state) => feedName(state)));
  const kept = failed.filter(({ meetings }) => meetings !== null).length;
  return html`<div class="note stack" part="note">
    ${
      feeds.length > 1 && ready.length > 0
        ? html`<p>${t('meetings-lists-loaded', { n: ready.length, all: feeds.length })}</p>`
        : nothing
    }
    ${
      failed.length > 0
        ? html`<p>
              ${offline ? t('meetings-offline') : t('meetings-failed', { lists: names })}
              ${kept > 0 ? t('meetings-kept') : nothing}
            </p>
            <p class="no-print">
              <button type="button" class="button quiet" @click=${retry}>${t('meetings-try-again')}</button>
            </p>`
        : nothing
    }
    ${loading > 0 && ready.length > 0 ? html`<p>${t('meetings-loading-more', { n: loading })}</p>` : nothing}
    ${cut.map(
      (state) =>
        html`<p>
          ${t(state.cut === 'rows' ? 'meetings-cut' : 'meetings-broken', { list: feedName(state) })}
        </p>`,
    )}
  </div>`;
}
