import { expect, fixture } from '@open-wc/testing';
import type { LitElement } from 'lit';
import {
  all,
  consoleOf,
  element,
  FALLBACK,
  FULL,
  rootOf,
  show,
  TAGS,
  uncaught,
  type Tag,
} from '../../support/elements.js';

interface Renders {
  renderContent: (view: unknown) => unknown;
}

const isShown = (node: Element | null): boolean => node?.checkVisibility() ?? false;
const contentOf = (host: Element): HTMLElement | null => rootOf(host).querySelector('.base');

/** An element that cannot render, with the children that a page gives it. */
async function broken(tag: Tag): Promise<LitElement & Renders> {
  const host = document.createElement(tag) as unknown as LitElement & Renders;
  host.toggleAttribute('open-root', true);
  host.innerHTML = FALLBACK;
  host.renderContent = () => {
    throw new Error('broken on purpose');
  };
  (await fixture('<div></div>')).append(host);
  await host.updateComplete.catch(() => undefined);
  return host;
}

for (const tag of TAGS) {
  describe(`upgrade: <${tag}>`, () => {
    it('shows its content and puts the children away', async () => {
      const host = await element(tag, FULL[tag]);
      expect(all(rootOf(host), 'heading').length).to.be.greaterThan(0);
      expect(isShown(contentOf(host))).to.equal(true);
      for (const child of host.children) expect(isShown(child), child.outerHTML).to.equal(false);
    });

    it('keeps its root closed', async () => {
      const host = await show(`<${tag} ${FULL[tag]}>${FALLBACK}</${tag}>`);
      expect(host.shadowRoot === null).to.equal(true);
      for (const child of host.children) expect(isShown(child)).to.equal(false);
      expect(host.getBoundingClientRect().height).to.be.greaterThan(100);
    });

    it('says at its end what it is not, when it was reviewed, its sources and what is related', async () => {
      const host = await element(tag, FULL[tag]);
      const footer = rootOf(host).querySelector('[part=footer]')!;
      const text = footer.textContent;
      expect(text).to.include('This page informs. It does not replace professional care.');
      expect(text).to.match(/Last reviewed .*\b20\d\d\b/);
      expect(text).to.include('Sources:');
      expect(text).to.include('Related:');
      expect(all(footer, 'link').length).to.be.greaterThan(1);
    });

    it('shows the children when rendering fails, and throws nothing into the page', async () => {
      let host: LitElement | undefined;
      let lines: string[] = [];
      const errors = await uncaught(async () => {
        lines = await consoleOf('error', async () => (host = await broken(tag)));
      });
      expect(errors).to.deep.equal([]);
      for (const child of host!.children) expect(isShown(child), child.outerHTML).to.equal(true);
      expect(lines).to.have.length(1);
      expect(lines[0]).to.include(`<${tag}>`);
      expect(lines[0]).to.include('broken on purpose');
    });

    it('brings the children back when a later rendering fails, and its content when the next one works', async () => {
      const host = await element<LitElement & Renders>(tag, FULL[tag]);
      const { renderContent } = host;
      const errors = await uncaught(() =>
        consoleOf('error', async () => {
          host.renderContent = () => {
            throw new Error('broken later');
          };
          host.requestUpdate();
          await host.updateComplete;
        }),
      );
      expect(errors).to.deep.equal([]);
      expect(isShown(host.firstElementChild)).to.equal(true);
      expect(isShown(contentOf(host))).to.equal(false);
      host.renderContent = renderContent;
      host.requestUpdate();
      await host.updateComplete;
      expect(isShown(host.firstElementChild)).to.equal(false);
      expect(isShown(contentOf(host))).to.equal(true);
    });

    it('is never empty for the page: `:empty { display: none }` does not hide it', async () => {
      for (const children of ['', '   ']) {
        const host = await element(tag, FULL[tag], children);
        expect(host.matches(':empty')).to.equal(false);
        expect(host.childElementCount).to.equal(1);
        expect(isShown(host.firstElementChild)).to.equal(false);
      }
      const host = await element(tag, FULL[tag], 'Call 988');
      expect(host.innerHTML, 'text counts as a child').to.equal('Call 988');
    });

    it('is hidden by the `hidden` attribute', async () => {
      const host = await element(tag, `hidden ${FULL[tag]}`);
      expect(isShown(host)).to.equal(false);
      host.hidden = false;
      expect(isShown(contentOf(host))).to.equal(true);
    });

    it('has ids that are its own inside its root, and points only to what is there', async () => {
      const first = await show(
        `<${tag} open-root ${FULL[tag]}></${tag}><${tag} open-root ${FULL[tag]}></${tag}>`,
      );
      for (const host of [first, first.nextElementSibling!]) {
        const root = rootOf(host);
        const ids = [...root.querySelectorAll('[id]')].map(({ id }) => id);
        expect(new Set(ids).size, ids.join(' ')).to.equal(ids.length);
        for (const attribute of ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for']) {
          for (const node of root.querySelectorAll(`[${attribute}]`)) {
            for (const id of node.getAttribute(attribute)!.split(' '))
              expect(root.getElementById(id), id).to.not.equal(null);
          }
        }
      }
      expect(document.querySelectorAll(`${tag} [id]`).length, 'none in the page').to.equal(0);
    });

    it('keeps its styles when it moves into another document', async () => {
      const host = await element(tag, FULL[tag]);
      const frame = await fixture<HTMLIFrameElement>('<iframe title="Another document"></iframe>');
      const there = frame.contentDocument!;
      there.body.append(there.adoptNode(host));
      await host.updateComplete;
      const heading = all(rootOf(host), 'heading')[0]!;
      const base = contentOf(host)!;
      const look = frame.contentWindow!.getComputedStyle(heading);
      expect(look.fontWeight).to.equal('700');
      expect(look.marginTop).to.equal('0px');
      expect(frame.contentWindow!.getComputedStyle(base).containerType).to.equal('inline-size');
      document.adoptNode(host);
      document.body.append(host);
      await host.updateComplete;
      expect(getComputedStyle(contentOf(host)!).containerType, 'and back').to.equal('inline-size');
      host.remove();
    });
  });
}

describe('upgrade: on pages that do odd things', () => {
  it('replaces a root that the page was saved with', async () => {
    const wrapper = await fixture<HTMLDivElement>('<div></div>');
    wrapper.setHTMLUnsafe(
      `<four-points open-root><template shadowrootmode="open"><p>Old content</p></template>${FALLBACK}</four-points>`,
    );
    const host = wrapper.firstElementChild as LitElement;
    await host.updateComplete;
    expect(rootOf(host).textContent).to.not.include('Old content');
    expect(all(rootOf(host), 'heading').length).to.be.greaterThan(3);
  });

  it('works inside the root of another element', async () => {
    const wrapper = await fixture<HTMLDivElement>('<div></div>');
    const outer = wrapper.attachShadow({ mode: 'open' });
    outer.innerHTML = `<recovery-guide open-root topic="sponsor">${FALLBACK}</recovery-guide>`;
    const host = outer.firstElementChild as LitElement;
    await host.updateComplete;
    expect(all(rootOf(host), 'heading').length).to.be.greaterThan(1);
  });

  it('starts when it is made by script, with properties set before it is connected', async () => {
    const host = document.createElement('support-group-card');
    host.openRoot = true;
    host.group = 'smart';
    host.open = true;
    (await fixture('<div></div>')).append(host);
    await host.updateComplete;
    expect(all(rootOf(host), 'article', 'SMART Recovery')).to.have.length(1);
    expect(rootOf(host).querySelector('details')!.open).to.equal(true);
  });

  it('reads open-root once: setting it later does not open a closed root', async () => {
    const host = await show(`<four-points>${FALLBACK}</four-points>`);
    host.setAttribute('open-root', '');
    await host.updateComplete;
    expect(host.shadowRoot === null).to.equal(true);
  });

  const REST = '<h2>Opening hours</h2><p>Nine to five</p>';
  for (const [what, inside, after, shown] of [
    ['what a tag that closes itself has swallowed', REST, '', true],
    ['what is deep inside', `<div><div>${REST}</div></div>`, '', true],
    ['no children that something follows', REST, '<p>After</p>', false],
    ['no children in slots', `<div slot="contact">${REST}</div>`, '', false],
    ['no plain link and number', FALLBACK, '', false],
    ['no lists of meetings', '<meeting-feed src="/none.json"></meeting-feed>', '', false],
  ] as const)
    it(`shows ${what} below itself`.replace('shows no', 'does not show'), async () => {
      let seen = false;
      const lines = await consoleOf('warn', async () => {
        const host = await show(`<crisis-lines country="us" open-root>${inside}</crisis-lines>${after}`);
        seen = rootOf(host).querySelector('slot:not([name])') !== null;
      });
      expect(seen).to.equal(shown);
      // It is said once on a page: the first time.
      const told = lines.filter((line) => line.includes('close themselves')).length;
      expect(told).to.equal(inside === REST && shown ? 1 : 0);
    });
});
