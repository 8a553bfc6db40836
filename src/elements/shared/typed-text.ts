import { noChange } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';

/**
 * Puts text into a field by a method. Recorders wrap the setters `value` of all fields of a page, and so would be told in
 * closed roots too what somebody has typed, letter by letter, whenever it is drawn again.
 */
class TypedText extends Directive {
  #last: string | undefined;

  override render(_text: string): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [text]: [string]): unknown {
    const field = element as HTMLInputElement | HTMLTextAreaElement;
    // Only what is new: a list that comes meanwhile takes nothing away that somebody is typing.
    const isNew = text !== this.#last;
    this.#last = text;
    if (isNew && field.value !== text) field.setRangeText(text, 0, field.value.length, 'end');
    return noChange;
  }
}

export const typedText = directive(TypedText);
