import type { ReactiveController } from 'lit';
import { joinIn } from '../../content/groups.js';
import { vocabularyWith } from '../../content/search.js';
import type { Content } from '../../domain/groups/local.js';
import { loadLocalGroupsTools } from '../shared/local-groups-tools.js';
import type { SupportElement } from '../shared/support-element.js';
import { warnOnce } from '../shared/warn.js';
import { BUILT_IN } from './results.js';

type Host = SupportElement & { readonly groupsSrc: string | null };

/** The groups that a finder knows: those of data/, and those of the page's own once their file is there. */
export class LocalGroups implements ReactiveController {
  content: Content = BUILT_IN;
  /** The file is on its way. */
  pending = false;

  readonly #host: Host;
  readonly #language: () => string;
  #src: string | null = null;

  /** @param language Whose words people type. */
  constructor(host: Host, language: () => string) {
    this.#host = host;
    this.#language = language;
    host.addController(this);
  }

  /** The name of a group; its id where it may still come, null where there is none. */
  nameOf(language: string, id: string): string | null {
    return this.content.library(language).byId.get(id)?.name ?? (this.pending ? id : null);
  }

  hostUpdate(): void {
    const { groupsSrc } = this.#host;
    if (groupsSrc === this.#src) return;
    this.#src = groupsSrc;
    this.content = BUILT_IN;
    this.pending = !!groupsSrc;
    if (groupsSrc) void this.#load(groupsSrc);
  }

  async #load(src: string): Promise<void> {
    const host = this.#host;
    const tools = await loadLocalGroupsTools();
    const content = await tools?.readLocalGroups(src, {
      builtIn: BUILT_IN,
      vocabularyWith,
      joinIn,
      warn: warnOnce,
    });
    if (src !== this.#src) return;
    this.pending = false;
    if (content) this.content = content;
    host.requestUpdate();
    if (content && host.isConnected) tools?.keepInPlace(host, content, this.#language());
  }
}
