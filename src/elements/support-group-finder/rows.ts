import { render, type TemplateResult } from 'lit';

interface Row {
  readonly item: HTMLLIElement;
  details: readonly unknown[];
  shown: readonly unknown[];
}

const differ = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length !== b.length || b.some((value, i) => value !== a[i]);

/**
 * One list item for each group, made once and moved from then on: a keystroke changes the order and the lists, and
 * making twenty rows anew at each would keep a slow phone busy for longer than a letter takes to type.
 */
export class Rows {
  readonly #rows = new Map<string, Row>();

  /**
   * The item of a group.
   * @param details Everything that its long part depends on.
   * @param shows Everything else that its content depends on; it is made anew only when something has changed.
   * @param content Its content; the long part stays as it is where it is told to keep it.
   */
  item(
    id: string,
    details: readonly unknown[],
    shows: readonly unknown[],
    content: (keepDetails: boolean) => TemplateResult,
  ): HTMLLIElement {
    let row = this.#rows.get(id);
    if (!row) this.#rows.set(id, (row = { item: document.createElement('li'), details: [], shown: [] }));
    const other = differ(row.details, details);
    if (other || differ(row.shown, shows)) {
      render(content(!other), row.item);
      row.details = details;
      row.shown = shows;
    }
    return row.item;
  }
}
