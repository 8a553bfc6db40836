import { render, type TemplateResult } from 'lit';

interface Row {
  readonly item: HTMLLIElement;
  shown: readonly unknown[];
}

/**
 * One list item for each group, made once and moved from then on: a keystroke changes the order and the lists, and
 * making twenty rows anew at each would keep a slow phone busy for longer than a letter takes to type.
 */
export class Rows {
  readonly #rows = new Map<string, Row>();

  /**
   * The item of a group.
   * @param shows Everything that its content depends on; it is made anew only when one of these has changed.
   */
  item(id: string, shows: readonly unknown[], content: () => TemplateResult): HTMLLIElement {
    let row = this.#rows.get(id);
    if (!row) this.#rows.set(id, (row = { item: document.createElement('li'), shown: [] }));
    const { shown } = row;
    if (shown.length !== shows.length || shows.some((value, i) => value !== shown[i])) {
      render(content(), row.item);
      row.shown = shows;
    }
    return row.item;
  }
}
