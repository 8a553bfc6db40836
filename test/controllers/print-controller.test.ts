import { expect, fixture } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { html, LitElement } from 'lit';
import { PrintController } from '../../src/controllers/print-controller.js';
import { withPageStyle } from '../support/elements.js';

class PrintTest extends LitElement {
  readonly printing = new PrintController(this);

  override render() {
    return html`<div id="sheet">The sheet</div>
      <slot></slot>`;
  }
}
customElements.define('print-test', PrintTest);

const print = (): Promise<unknown> => executeServerCommand('emulate-features', { media: 'print' });
const screen = (): Promise<unknown> => executeServerCommand('emulate-features', {});

/** Everything that the controller could leave behind. */
const state = (): unknown[] => [
  document.documentElement.outerHTML,
  ...document.adoptedStyleSheets,
  getComputedStyle(document.body).display,
];

/** A page with its own sheet on the document, and the print-test with that id. */
async function page(markup: string): Promise<(id: string) => HTMLElement> {
  const root = await fixture<HTMLElement>(`<div>${markup}</div>`);
  await Promise.all([...root.querySelectorAll<PrintTest>('print-test')].map((one) => one.updateComplete));
  return (id) => root.querySelector<HTMLElement>(`#${id}`)!;
}

const finder = (node: Element): PrintTest => node as PrintTest;
const shown = (node: Element): boolean =>
  node.checkVisibility({ visibilityProperty: true, opacityProperty: true });
const sheetOf = (node: Element): Element => node.shadowRoot!.querySelector('#sheet')!;

const MARKUP = `
  <header id="header" style="position: sticky; top: 0; height: 60px">The site</header>
  <main id="main">
    <p id="before">A page</p>
    <section id="section"><print-test id="finder"><p id="child">Our clinic <b id="bold">555</b></p></print-test></section>
    <p id="after">More</p>
  </main>
  <footer id="footer" style="position: fixed; bottom: 0">Cookies</footer>`;
const AROUND = ['header', 'before', 'after', 'footer'];

describe('printing one element', () => {
  let running: PrintTest[] = [];
  const start = (node: Element): PrintTest => {
    const host = finder(node);
    running.push(host);
    host.printing.start();
    return host;
  };

  afterEach(async () => {
    for (const host of running) host.printing.stop();
    running = [];
    await screen();
  });

  it('changes nothing on paper before it is started', async () => {
    const find = await page(MARKUP);
    await print();
    for (const id of AROUND) expect(shown(find(id)), id).to.equal(true);
  });

  it('prints the element with its children, and nothing of the page, sticky and fixed parts included', async () => {
    const find = await page(MARKUP);
    start(find('finder'));
    await print();
    for (const id of AROUND) expect(shown(find(id)), id).to.equal(false);
    for (const id of ['finder', 'child', 'bold']) expect(shown(find(id)), id).to.equal(true);
    expect(shown(sheetOf(find('finder')))).to.equal(true);
    expect(document.documentElement.innerText.trim()).to.equal('Our clinic 555');
  });

  it('changes nothing on the screen', async () => {
    const find = await page(MARKUP);
    const looks = (): string[] =>
      [...document.querySelectorAll('body, body *')].map((node) => {
        const { x, y, width, height } = node.getBoundingClientRect();
        return [x, y, width, height, ...getComputedStyle(node)].join();
      });
    const before = looks();
    start(find('finder'));
    expect(looks()).to.deep.equal(before);
  });

  it('takes room, frames, layout and limits away from what is around the element', async () => {
    const find = await page(MARKUP);
    for (const [id, style] of [
      ['main', 'display: grid; grid-template-columns: 200px 1fr; columns: 2; overflow: hidden; height: 10px'],
      ['main', 'max-height: 10px; min-width: 2000px; margin: 50px; padding: 50px; border: 9px solid red'],
      [
        'section',
        'position: fixed; transform: scale(.5); width: 90px; max-width: 90px; float: right; opacity: 0',
      ],
      ['section', 'background: red; contain: paint; visibility: hidden'],
      ['finder', 'display: inline; position: sticky; height: 5px; overflow: auto; margin: 3px'],
    ] as const)
      find(id).style.cssText += `;${style}`;
    document.body.style.cssText = 'display: flex; height: 100vh; overflow: hidden';
    try {
      start(find('finder'));
      await print();
      for (const node of [
        document.documentElement,
        document.body,
        ...['main', 'section', 'finder'].map(find),
      ]) {
        const style = getComputedStyle(node);
        for (const [name, value] of [
          ['display', 'block'],
          ['position', 'static'],
          ['float', 'none'],
          ['overflow', 'visible'],
          ['transform', 'none'],
          ['marginTop', '0px'],
          ['paddingLeft', '0px'],
          ['borderTopWidth', '0px'],
          ['maxHeight', 'none'],
          ['maxWidth', 'none'],
          ['minWidth', '0px'],
          ['columnCount', 'auto'],
          ['visibility', 'visible'],
          ['opacity', '1'],
          ['contain', 'none'],
          ['backgroundColor', 'rgba(0, 0, 0, 0)'],
        ] as const)
          expect(style[name], `${name} of ${node.localName}`).to.equal(value);
      }
      const { x, y, width, height } = find('finder').getBoundingClientRect();
      expect([x, y, width]).to.deep.equal([0, 0, document.documentElement.clientWidth]);
      expect(height).to.be.greaterThan(20);
    } finally {
      document.body.removeAttribute('style');
    }
  });

  it("wins over the page's own rules for paper, important ones included", async () => {
    const find = await page(MARKUP);
    await withPageStyle(
      `@media print {
        main, #main#main, print-test { display: none !important; }
        body * { visibility: hidden !important; }
        #section#section { overflow: hidden !important; height: 0 !important; }
        #header#header, footer { display: block !important; visibility: visible !important; }
        main::before { content: 'Printed from our site'; position: fixed; }
      }`,
      async () => {
        start(find('finder'));
        await print();
        for (const id of AROUND) expect(shown(find(id)), id).to.equal(false);
        expect(shown(sheetOf(find('finder')))).to.equal(true);
        expect(getComputedStyle(find('section')).overflow).to.equal('visible');
        expect(getComputedStyle(find('main'), '::before').display).to.equal('none');
      },
    );
  });

  it('leaves the document as it was when it stops', async () => {
    const own = new CSSStyleSheet();
    own.replaceSync('#nothing { color: red }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, own];
    try {
      const find = await page(MARKUP);
      const before = state();
      const host = start(find('finder'));
      expect(state()).not.to.deep.equal(before);
      expect(document.adoptedStyleSheets).to.include(own);
      host.printing.start();
      expect(document.adoptedStyleSheets, 'one sheet, however often it is started').to.have.length(
        before.length - 1,
      );
      host.printing.stop();
      expect(state()).to.deep.equal(before);
      host.printing.stop();
      expect(state()).to.deep.equal(before);
    } finally {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== own);
    }
  });

  it('keeps sheets that the page adds or takes away meanwhile', async () => {
    const find = await page(MARKUP);
    const before = [...document.adoptedStyleSheets];
    const host = start(find('finder'));
    const late = new CSSStyleSheet();
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, late];
    host.printing.stop();
    expect(document.adoptedStyleSheets).to.deep.equal([...before, late]);
    document.adoptedStyleSheets = before;
  });

  /** A closed root in an open one, with things of the page in each. */
  function nested(find: (id: string) => HTMLElement): Record<string, Element> {
    const outer = find('outer').attachShadow({ mode: 'open' });
    outer.innerHTML = '<nav>Site</nav><div><x-inner><i>light</i></x-inner></div><slot></slot>';
    const middle = outer.querySelector('x-inner')!;
    // eslint-disable-next-line wc/no-closed-shadow-root -- pages have them, and the way up leads through them
    const inner = middle.attachShadow({ mode: 'closed' });
    inner.innerHTML = '<h1>Page</h1><div style="height: 3px; overflow: hidden"></div><slot></slot>';
    const host = document.createElement('print-test');
    inner.querySelector('div')!.append(host);
    return {
      host,
      middle,
      nav: outer.querySelector('nav')!,
      light: middle.querySelector('i')!,
      heading: inner.querySelector('h1')!,
      box: inner.querySelector('div')!,
    };
  }
  const NESTED = '<p id="before">Page</p><x-outer id="outer"><p id="slotted">Page</p></x-outer>';

  it('works inside shadow roots in shadow roots', async () => {
    const find = await page(NESTED);
    const { host, nav, light, heading, box, middle } = nested(find);
    await finder(host!).updateComplete;
    const roots = [document, find('outer').shadowRoot!, heading!.getRootNode() as ShadowRoot];
    const sheets = (): number[] => roots.map((root) => root.adoptedStyleSheets.length);
    const before = [document.documentElement.outerHTML, sheets()];
    start(host!);
    await print();
    for (const node of [nav, light, heading, find('before'), find('slotted')])
      expect(shown(node!), node!.outerHTML).to.equal(false);
    expect(shown(sheetOf(host!))).to.equal(true);
    expect(getComputedStyle(box!).overflow).to.equal('visible');
    expect(getComputedStyle(middle!).display).to.equal('block');
    finder(host!).printing.stop();
    expect([document.documentElement.outerHTML, sheets()]).to.deep.equal(before);
    expect(middle!.attributes).to.have.length(0);
  });

  it('hides what an element of the page shows around its children, where the host is one of them', async () => {
    const find = await page(
      '<x-shell id="shell"><div><print-test id="finder"></print-test></div><p id="after">x</p></x-shell>',
    );
    const shell = find('shell').attachShadow({ mode: 'open' });
    shell.innerHTML = '<nav>Site</nav><div style="overflow: hidden"><slot></slot></div>';
    start(find('finder'));
    await print();
    expect(shown(sheetOf(find('finder')))).to.equal(true);
    expect(shown(find('after'))).to.equal(false);
    expect(shown(shell.querySelector('nav')!)).to.equal(false);
    expect(getComputedStyle(shell.querySelector('div')!).overflow).to.equal('visible');
    finder(find('finder')).printing.stop();
    expect(shell.querySelector('slot')!.attributes).to.have.length(0);
    expect(shell.adoptedStyleSheets).to.have.length(0);
  });

  it('goes along when the element is moved, and ends when it is removed', async () => {
    const find = await page(`${MARKUP}<aside id="aside"></aside>${NESTED}`);
    const { box, host: other } = nested(find);
    other!.remove();
    const clean = [...document.adoptedStyleSheets];
    const host = start(find('finder'));
    find('aside').append(host);
    await print();
    expect([shown(sheetOf(host)), shown(find('before')), shown(find('main'))]).to.deep.equal([
      true,
      false,
      false,
    ]);
    box!.append(host);
    expect([shown(sheetOf(host)), shown(find('before')), shown(find('aside'))]).to.deep.equal([
      true,
      false,
      false,
    ]);
    const root = box!.getRootNode() as ShadowRoot;
    expect(root.adoptedStyleSheets).to.have.length(1);
    host.remove();
    expect(root.adoptedStyleSheets).to.have.length(0);
    expect(document.adoptedStyleSheets).to.deep.equal(clean);
    expect(document.querySelector('[data-sg-printing]')).to.equal(null);
    expect(shown(find('before'))).to.equal(true);
    find('aside').append(host);
    expect([shown(sheetOf(host)), shown(find('before'))]).to.deep.equal([true, false]);
  });

  it('waits for the page when it is started outside of it', async () => {
    const find = await page(MARKUP);
    const host = find('finder');
    host.remove();
    start(host);
    await print();
    expect(shown(find('before'))).to.equal(true);
    find('section').append(host);
    expect([shown(sheetOf(host)), shown(find('before'))]).to.deep.equal([true, false]);
  });

  it('works in another document that the element is moved to', async () => {
    const find = await page(`${MARKUP}<iframe id="frame" title="x"></iframe>`);
    const inside = (find('frame') as HTMLIFrameElement).contentDocument!;
    const host = start(find('finder'));
    const before = document.adoptedStyleSheets.length;
    inside.body.append(host);
    expect(document.adoptedStyleSheets).to.have.length(before - 1);
    expect(inside.adoptedStyleSheets).to.have.length(1);
    host.printing.stop();
    expect(inside.adoptedStyleSheets).to.have.length(0);
    expect(inside.documentElement.outerHTML).not.to.include('printing');
  });

  it('prints the one that was started last, where there are several', async () => {
    const find = await page(`${MARKUP}<print-test id="second"></print-test>`);
    const before = state();
    const [first, second] = [find('finder'), find('second')];
    const printed = (): boolean[] => [first, second].map((host) => shown(sheetOf(host)));
    start(first);
    start(second);
    await print();
    expect(printed()).to.deep.equal([false, true]);
    finder(first).printing.start();
    expect(printed()).to.deep.equal([true, false]);
    finder(first).printing.stop();
    expect(printed()).to.deep.equal([false, true]);
    finder(second).printing.stop();
    expect(printed()).to.deep.equal([true, true]);
    await screen();
    expect(state()).to.deep.equal(before);
  });
});
