import type { CSSResultOrNative } from 'lit';

const sheets = new WeakMap<Document, WeakMap<CSSResultOrNative, CSSStyleSheet>>();

/** A sheet belongs to one document: one made elsewhere is refused, and an adopted element loses its own. */
function sheetFor(document: Document, style: CSSResultOrNative): CSSStyleSheet | null {
  let own = sheets.get(document);
  if (!own) sheets.set(document, (own = new WeakMap()));
  let sheet = own.get(style);
  if (!sheet) {
    const Sheet = document.defaultView?.CSSStyleSheet;
    if (!Sheet) return null;
    const text =
      'cssText' in style ? style.cssText : Array.from(style.cssRules, (rule) => rule.cssText).join('\n');
    sheet = new Sheet();
    sheet.replaceSync(text);
    own.set(style, sheet);
  }
  return sheet;
}

/** Gives a shadow root its styles, as sheets of the document that it is in. No `<style>`: a strict policy blocks it. */
export function adoptSheets(root: ShadowRoot, styles: readonly CSSResultOrNative[]): void {
  if (!('adoptedStyleSheets' in root)) return;
  root.adoptedStyleSheets = styles.flatMap((style) => sheetFor(root.ownerDocument, style) ?? []);
}
