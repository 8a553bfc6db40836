import { expect, fixture } from '@open-wc/testing';
import type { LitElement } from 'lit';
import { consoleOf, FALLBACK, rootOf, TAGS, textOf, until } from '../../support/elements.js';

/** Puts markup into the page and waits until no placeholder is left that would become something. */
async function put(markup: string): Promise<HTMLElement> {
  const box = await fixture<HTMLElement>(`<div>${markup}</div>`);
  await until(
    () => box.querySelector('[data-sg-element]:not([data-stays])') === null,
    'it became an element',
  );
  return box;
}

const shown = async (element: Element | null): Promise<string> => {
  await (element as LitElement).updateComplete;
  return textOf(rootOf(element!));
};

describe('placeholders', () => {
  for (const tag of TAGS)
    it(`<div data-sg-element="${tag}"> becomes <${tag}>, and its children stay`, async () => {
      const box = await put(`<div data-sg-element="${tag}" data-sg-country="us">${FALLBACK}</div>`);
      const element = box.firstElementChild!;
      expect(element.localName).to.equal(tag);
      expect(element.getAttribute('country')).to.equal('us');
      expect(element.querySelectorAll('a')).to.have.length(2);
      expect(box.querySelector('[data-sg-country]')).to.equal(null);
    });

  it('a <p> becomes the element, and shows what the element shows', async () => {
    const box = await put(
      `<p data-sg-element="support-group-card" data-sg-group="na" data-sg-open-root="">${FALLBACK}</p>`,
    );
    expect(await shown(box.querySelector('support-group-card'))).to.include('Narcotics Anonymous');
  });

  it('an <a> goes into the element, so that the link is what stands there without script', async () => {
    const box = await put(
      '<a href="https://clinic.example/help" class="help" data-sg-element="four-points" data-sg-heading-level="3">Help</a>',
    );
    const element = box.querySelector('four-points')!;
    expect(element.getAttribute('heading-level')).to.equal('3');
    expect(element.innerHTML).to.equal('<a href="https://clinic.example/help" class="help">Help</a>');
  });

  it('keeps what the page says about it: id, class, language, style', async () => {
    const box = await put(
      `<div id="x" class="wide" lang="es" hidden style="min-height: 40px" data-sg-element="four-points">${FALLBACK}</div>`,
    );
    const element = box.querySelector<HTMLElement>('four-points')!;
    expect([element.id, element.className, element.lang, element.hidden]).to.deep.equal([
      'x',
      'wide',
      'es',
      true,
    ]);
    expect(element.style.minHeight).to.equal('40px');
  });

  it('puts its children where data-sg-slot says, however an editor wrapped them', async () => {
    const box = await put(
      `<div data-sg-element="crisis-lines" data-sg-open-root="">${FALLBACK}<p><a data-sg-slot="contact" href="tel:555-0142">Our clinic</a></p></div>`,
    );
    const element = box.querySelector('crisis-lines')!;
    await shown(element);
    const [contact] = rootOf(element)
      .querySelector<HTMLSlotElement>('slot[name="contact"]')!
      .assignedElements();
    expect(contact?.textContent).to.equal('Our clinic');
  });

  it('holds other placeholders, such as lists of meetings', async () => {
    const box = await put(
      '<div data-sg-element="meeting-finder"><a href="https://clinic.example/list" data-sg-element="meeting-feed" data-sg-src="/feeds/mg-edge-cases.json" data-sg-group="aa" data-sg-timezone="America/New_York">Our list</a></div>',
    );
    const feed = box.querySelector('meeting-finder > meeting-feed')!;
    expect(feed.getAttribute('src')).to.equal('/feeds/mg-edge-cases.json');
    expect(feed.textContent).to.equal('Our list');
  });

  it('works for one that comes later, at any depth, and for one that is named later', async () => {
    const box = await fixture<HTMLElement>('<div></div>');
    const later = document.createElement('section');
    later.innerHTML = `<div><div data-sg-element="four-points">${FALLBACK}</div></div>`;
    box.append(later);
    await until(() => box.querySelector('four-points') !== null, 'the later one is there');
    const named = document.createElement('div');
    box.append(named);
    named.dataset['sgElement'] = 'crisis-lines';
    await until(() => box.querySelector('crisis-lines') !== null, 'the one that was named later is there');
  });

  it('happens once: an element that was copied or written out stays one', async () => {
    const box = await put(`<div data-sg-element="four-points">${FALLBACK}</div>`);
    box.append(box.firstElementChild!.cloneNode(true));
    const copy = box.innerHTML;
    box.innerHTML = copy;
    await until(() => box.querySelectorAll('four-points').length === 2, 'both are there');
    expect(box.querySelectorAll('four-points four-points')).to.have.length(0);
    expect(box.querySelectorAll('a')).to.have.length(4);
  });

  it('leaves an unknown name alone, and says what is accepted', async () => {
    const lines = await consoleOf('warn', async () => {
      const box = await put(`<div data-sg-element="iframe" data-stays>${FALLBACK}</div>`);
      await put('<div data-sg-element="four-points"></div>');
      expect(box.querySelector('iframe')).to.equal(null);
      expect(box.querySelectorAll('div[data-sg-element] > a')).to.have.length(2);
    });
    expect(lines).to.have.length(1);
    expect(lines[0]).to.include('data-sg-element="iframe"').and.to.include('support-group-finder');
  });

  it('never makes a script, a style or a handler out of what a filter let through', async () => {
    const lines = await consoleOf('warn', async () => {
      const box = await put(
        '<div data-sg-element="four-points" data-sg-onclick="globalThis.__sgPwned = 1" data-sg-style="position: fixed" data-sg-is="x" data-sg-heading-level="4"></div>',
      );
      const element = box.querySelector<HTMLElement>('four-points')!;
      element.click();
      expect(element.getAttributeNames()).to.include('heading-level');
      for (const name of ['onclick', 'style', 'is']) expect(element.hasAttribute(name), name).to.equal(false);
    });
    expect((globalThis as { __sgPwned?: unknown }).__sgPwned).to.equal(undefined);
    expect(lines.join('\n')).to.include('data-sg-onclick');
  });

  it('leaves alone what somebody is editing: it would be saved as what it became', async () => {
    const box = await fixture<HTMLElement>('<div contenteditable="true"></div>');
    box.innerHTML = '<div data-sg-element="four-points" data-stays>x</div>';
    await put('<div data-sg-element="four-points"></div>');
    expect(box.firstElementChild!.localName).to.equal('div');
  });

  it('is named in curly quotes too, which editors make', async () => {
    const box = await put(
      `<div data-sg-element="“four-points”" data-sg-heading-level="“4”">${FALLBACK}</div>`,
    );
    expect(box.firstElementChild!.localName).to.equal('four-points');
  });

  it('stays where a framework made it, which would look for its own node, and says what to write', async () => {
    const mine = document.createElement('div');
    Object.assign(mine, { __reactFiber$x1: {} });
    mine.dataset['sgElement'] = 'four-points';
    const box = await fixture<HTMLElement>('<div></div>');
    const lines = await consoleOf('warn', async () => {
      box.append(mine);
      await put('<div data-sg-element="four-points"></div>');
    });
    expect(box.firstElementChild).to.equal(mine);
    expect(lines.join()).to.include('Write <four-points>');
  });

  it('that cannot be made keeps none of the others from it', async () => {
    const broken = document.createElement('div');
    broken.dataset['sgElement'] = 'four-points';
    Object.defineProperty(broken, 'localName', {
      get: () => {
        throw new Error('broken on purpose');
      },
    });
    const box = await fixture<HTMLElement>('<div></div>');
    const other = document.createElement('div');
    other.dataset['sgElement'] = 'crisis-lines';
    const lines = await consoleOf('error', async () => {
      box.append(broken, other);
      await until(() => box.querySelector('crisis-lines') !== null, 'the other one is there');
    });
    expect(lines).to.have.length(1);
    expect(broken.isConnected).to.equal(true);
  });
});
