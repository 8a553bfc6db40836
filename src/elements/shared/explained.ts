import { html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { glossaryIn } from '../../content/glossary.js';
import { piecesOf } from '../../domain/text/glossary.js';
import type { View } from './support-element.js';

/** Shows or hides what stands behind the word. */
function toggle(event: Event): void {
  const word = event.currentTarget as HTMLElement;
  const meaning = word.nextElementSibling as HTMLElement;
  meaning.hidden = !meaning.hidden;
  word.setAttribute('aria-expanded', String(!meaning.hidden));
}

/** The keys of a button: Enter, and Space, which would scroll the page; Escape closes what is open. */
function onKey(event: KeyboardEvent): void {
  const { key, repeat, altKey, ctrlKey, metaKey } = event;
  const word = event.currentTarget as HTMLElement;
  const closes = key === 'Escape' && word.getAttribute('aria-expanded') === 'true';
  if (altKey || ctrlKey || metaKey || !(closes || key === 'Enter' || key === ' ')) return;
  event.preventDefault();
  if (closes) event.stopPropagation();
  if (!repeat) toggle(event);
}

/**
 * A text in which each word of the groups ("sponsor") can be opened where it stands: what it means follows it, so that
 * nobody has to leave the sentence, and a screen reader comes to it next.
 * @param known Ids of the glossary that were explained before in the same piece; those of this text are added.
 */
export function explained({ language }: View, text: string, known: Set<string>): unknown {
  const glossary = glossaryIn(language);
  return piecesOf(text, glossary, known).map((piece) =>
    typeof piece === 'string'
      ? piece
      : keyed(
          piece.id,
          // Not a <button>: browsers set one apart from the quotes around it, and it does not run over two lines.
          html`<span
              class="term"
              role="button"
              tabindex="0"
              aria-expanded="false"
              @click=${toggle}
              @keydown=${onKey}
              >${piece.word}</span
            ><span class="meaning" hidden> (${glossary.entries.get(piece.id)!.text})</span>`,
        ),
  );
}
