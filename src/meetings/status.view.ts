import { html, nothing, type TemplateResult } from 'lit';
import type { FeedState } from '../controllers/feed-loader.js';
import type { View } from '../elements/shared/support-element.js';
import type { FeedSource } from '../domain/feeds/address.js';
import { feedName } from './feed-words.js';

/** Lists that could not be had when they were asked for last. */
const missed = new WeakSet<FeedSource>();

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
  for (const { source, phase, failure } of feeds) {
    if (failure !== null) missed.add(source);
    else if (phase === 'ready') missed.delete(source);
  }
  const again = feeds.some(({ source, phase }) => phase === 'loading' && missed.has(source));
  if (failed.length === 0 && !again && cut.length === 0 && (loading === 0 || ready.length === 0))
    return nothing;
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
          </p>`
        : nothing
    }
    ${
      failed.length > 0 || again
        ? // While its lists come it stays, and says so: it has the focus.
          html`<p class="no-print">
            <button
              type="button"
              class="button quiet"
              aria-disabled=${again ? 'true' : 'false'}
              @click=${again ? nothing : retry}
            >
              ${again ? t('meetings-loading') : t('meetings-try-again')}
            </button>
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
