import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import {
  all,
  complete,
  element,
  FULL,
  nameOf,
  one,
  rootOf,
  TAGS,
  toggle,
  type Tag,
  type,
} from '../../support/elements.js';

/** Everything that can tell what somebody types or does with the keyboard. */
const TELLING = [
  'keydown',
  'keypress',
  'keyup',
  'beforeinput',
  'input',
  'textInput',
  'change',
  'search',
  'paste',
  'copy',
  'cut',
  'compositionstart',
  'compositionupdate',
  'compositionend',
] as const;

/** What listeners on the element and on the page hear while some work is done. */
async function heard(
  host: Element,
  work: () => unknown,
  types: readonly string[] = TELLING,
): Promise<string[]> {
  const events: string[] = [];
  const hear = (event: Event): void => {
    const { key, data } = event as Event & { key?: string; data?: string | null };
    events.push([event.type, key ?? data].filter(Boolean).join(' '));
  };
  const targets = [host, document];
  for (const target of targets) for (const one of types) target.addEventListener(one, hear);
  try {
    await work();
  } finally {
    for (const target of targets) for (const one of types) target.removeEventListener(one, hear);
  }
  return events;
}

/** Attributes by which known tools leave a part of a page out (docs/PRIVACY.md). */
const LEFT_OUT = {
  'data-private': '',
  'data-sentry-block': '',
  'data-dd-privacy': 'hidden',
  'data-hj-suppress': '',
  'data-clarity-mask': 'true',
  'data-nr-block': '',
  'data-openreplay-hidden': '',
  'data-cs-mask': '',
  'data-heap-redact-text': 'true',
  'data-matomo-mask': '',
  'data-ph-no-autocapture': '',
};

describe('privacy: what known recorders leave out', () => {
  for (const tag of TAGS)
    it(`<${tag}> says so by attributes, keeps those of the page, and touches no class`, async () => {
      const host = await element(tag, `${FULL[tag]} data-clarity-mask="false"`);
      const said = Object.keys(LEFT_OUT).map((name) => [name, host.getAttribute(name)]);
      expect(Object.fromEntries(said)).to.deep.equal({ ...LEFT_OUT, 'data-clarity-mask': 'false' });
      expect(host.hasAttribute('class')).to.equal(false);
    });
});

describe('privacy: what leaves the root', () => {
  it('is nothing of what somebody types', async () => {
    const host = await element('support-group-finder', FULL['support-group-finder']);
    const box = one<HTMLInputElement>(rootOf(host), 'searchbox');
    const events = await heard(host, async () => {
      box.focus();
      await sendKeys({ type: 'my son' });
      await sendKeys({ press: 'Backspace' });
      await sendKeys({ press: 'Enter' });
    });
    expect(box.value, 'it was typed').to.equal('my so');
    expect(events).to.deep.equal([]);
  });

  it('is nothing of what an input method composes', async () => {
    const host = await element('support-group-finder', FULL['support-group-finder']);
    const box = one<HTMLInputElement>(rootOf(host), 'searchbox');
    const events = await heard(host, () => {
      for (const name of ['compositionstart', 'compositionupdate', 'compositionend']) {
        box.dispatchEvent(new CompositionEvent(name, { bubbles: true, composed: true, data: '頭痛' }));
      }
    });
    expect(events).to.deep.equal([]);
  });

  it('is nothing of what is copied, cut or pasted', async () => {
    const host = await element('support-group-finder', FULL['support-group-finder']);
    const box = one<HTMLInputElement>(rootOf(host), 'searchbox');
    const events = await heard(host, () => {
      for (const name of ['copy', 'cut', 'paste']) {
        box.dispatchEvent(new ClipboardEvent(name, { bubbles: true, composed: true }));
      }
    });
    expect(events).to.deep.equal([]);
  });

  it('is not that somebody copies, for a listener of the page in the capture phase; what is copied is copied', async () => {
    const host = await element('support-group-finder', FULL['support-group-finder']);
    const box = one<HTMLInputElement>(rootOf(host), 'searchbox');
    const heard: string[] = [];
    const hear = ({ type }: Event): void => void heard.push(type);
    for (const kind of ['copy', 'cut']) document.addEventListener(kind, hear, true);
    try {
      box.focus();
      await sendKeys({ type: 'heroin' });
      box.select();
      expect(document.execCommand('copy')).to.equal(true);
      expect(document.execCommand('cut')).to.equal(true);
      expect(box.value, 'it was cut').to.equal('');
      box.focus();
      document.body.append(document.createElement('input'));
      const other = document.body.lastElementChild as HTMLInputElement;
      other.value = 'x';
      other.select();
      document.execCommand('copy');
      other.remove();
    } finally {
      for (const kind of ['copy', 'cut']) document.removeEventListener(kind, hear, true);
    }
    expect(heard, 'the page hears of its own fields').to.deep.equal(['copy']);
  });

  it('is everything that happens in the children of the page, which are its own', async () => {
    const host = await element(
      'support-group-finder',
      FULL['support-group-finder'],
      '<input slot="contact" aria-label="Your question">',
    );
    const field = host.querySelector('input')!;
    const events = await heard(host, async () => {
      field.focus();
      await sendKeys({ type: 'a' });
    }, ['keydown', 'keypress', 'input', 'keyup']);
    expect(new Set(events)).to.deep.equal(new Set(['keydown a', 'keypress a', 'input a', 'keyup a']));
  });

  it('is Escape and Tab, which dialogs and focus traps of the page need', async () => {
    const host = await element('support-group-finder', FULL['support-group-finder']);
    one(rootOf(host), 'searchbox').focus();
    const events = await heard(host, async () => {
      await sendKeys({ press: 'Escape' });
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'a' });
    }, ['keydown', 'keyup']);
    // Each is heard twice: on the element and on the document.
    expect(new Set(events)).to.deep.equal(
      new Set(['keydown Escape', 'keyup Escape', 'keydown Tab', 'keyup Tab']),
    );
    expect(events).to.have.length(8);
  });

  it('is no filter and no country that is chosen', async () => {
    const host = await element('support-group-finder', FULL['support-group-finder']);
    const root = rootOf(host);
    one(root, 'disclosure', /^Filters/).click();
    await complete(host);
    const events = await heard(host, async () => {
      const [choice] = all(root, 'checkbox', /^For me/);
      choice!.click();
      const select = root.querySelector('select')!;
      select.value = 'US';
      select.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
      await complete(host);
    }, ['change', 'input']);
    expect(events).to.deep.equal([]);
  });

  it('is nothing in the address, the title, the history or the storage of the page', async () => {
    const before = [
      location.href,
      document.title,
      history.length,
      document.cookie,
      localStorage.length,
      sessionStorage.length,
    ];
    const host = await element('support-group-finder', FULL['support-group-finder']);
    await type(host, 'my son takes meth');
    one(rootOf(host), 'disclosure', /^Filters/).click();
    all(rootOf(host), 'disclosure', /^More about/)[0]!.click();
    await complete(host);
    expect([
      location.href,
      document.title,
      history.length,
      document.cookie,
      localStorage.length,
      sessionStorage.length,
    ]).to.deep.equal(before);
    expect(host.outerHTML, 'no attribute tells it').to.not.include('meth');
  });

  it('is not a request: what somebody types is not sent by the form', async () => {
    const host = await element('support-group-finder', FULL['support-group-finder']);
    const form = one<HTMLFormElement>(rootOf(host), 'search');
    const event = new SubmitEvent('submit', { bubbles: true, cancelable: true });
    form.dispatchEvent(event);
    expect(event.defaultPrevented).to.equal(true);
  });
});

describe('privacy: events', () => {
  const cases: readonly [Tag, string, string, string, RegExp][] = [
    [
      'support-group-finder',
      FULL['support-group-finder'],
      'sg-group-open',
      'group',
      /^More about Narcotics Anonymous/,
    ],
    ['support-group-card', 'group="na"', 'sg-group-open', 'group', /^More about Narcotics Anonymous/],
    ['twelve-steps', 'view="steps"', 'sg-step-open', 'step', /^Step 3/],
  ];
  for (const [tag, attributes, eventName, field, name] of cases) {
    it(`${eventName} of <${tag}> is heard on the element only, and holds nothing but the ${field}`, async () => {
      const host = await element(tag, attributes);
      const events: Event[] = [];
      const elsewhere: Event[] = [];
      host.addEventListener(eventName, (event) => events.push(event));
      for (const target of [host.parentElement!, document, window]) {
        target.addEventListener(eventName, (event) => elsewhere.push(event));
      }
      for (let i = 0; i < 3; i++) {
        await toggle(one(rootOf(host), 'disclosure', name));
        await complete(host);
      }
      expect(elsewhere).to.deep.equal([]);
      expect(events, 'once for each opening, none for closing').to.have.length(2);
      const [event] = events;
      expect([event!.bubbles, event!.composed]).to.deep.equal([false, false]);
      expect(Object.keys(event!).filter((key) => key !== 'isTrusted')).to.deep.equal([field]);
      expect((event as unknown as Record<string, unknown>)[field]).to.equal(field === 'group' ? 'na' : 3);
    });
  }

  it('no event is fired for what the page opened by an attribute', async () => {
    const events: string[] = [];
    const card = document.createElement('support-group-card');
    card.addEventListener('sg-group-open', () => events.push('group'));
    const steps = document.createElement('twelve-steps');
    steps.addEventListener('sg-step-open', () => events.push('step'));
    card.group = 'na';
    card.open = true;
    steps.step = 3;
    for (const host of [card, steps]) {
      host.openRoot = true;
      document.body.append(host);
      await host.updateComplete;
      // The browser tells of every opening, also of this one, in a task of its own.
      const opened = rootOf(host).querySelector('details[open]')!;
      await new Promise((told) => opened.addEventListener('toggle', told, { once: true }));
    }
    expect(events).to.deep.equal([]);
    card.remove();
    steps.remove();
  });
});

describe('privacy: links', () => {
  const outbound = (root: ParentNode): HTMLAnchorElement[] => [
    ...root.querySelectorAll<HTMLAnchorElement>('a[href^="http"]'),
  ];

  for (const tag of TAGS) {
    it(`of <${tag}> tell nobody where the visitor comes from, and open in place`, async () => {
      const host = await element(tag, FULL[tag]);
      const links = outbound(rootOf(host));
      expect(links.length).to.be.greaterThan(1);
      for (const link of links) {
        expect([...link.relList].sort(), link.href).to.deep.equal(['noopener', 'noreferrer']);
        expect(link.referrerPolicy).to.equal('no-referrer');
        expect(link.hasAttribute('target')).to.equal(false);
        expect(link.protocol).to.equal('https:');
      }
    });

    it(`of <${tag}> go nowhere but to the web, a phone or a text message`, async () => {
      const host = await element(tag, FULL[tag]);
      for (const link of all<HTMLAnchorElement>(rootOf(host), 'link')) {
        expect(link.protocol, link.outerHTML).to.be.oneOf(['https:', 'tel:', 'sms:']);
        expect(nameOf(link)).to.not.equal('');
      }
    });
  }

  for (const [tag, attributes] of [
    ['support-group-finder', FULL['support-group-finder']],
    ['support-group-card', 'group="na" open'],
  ] as const) {
    it(`of a group in <${tag} link-target="blank"> open a new window, and say so`, async () => {
      const host = await element(tag, `${attributes} link-target="blank"`);
      const links = [...rootOf(host).querySelectorAll('article')].flatMap(outbound);
      expect(links.length).to.be.greaterThan(2);
      for (const link of links) {
        expect(link.target).to.equal('_blank');
        expect([...link.relList].sort()).to.deep.equal(['noopener', 'noreferrer']);
        expect(nameOf(link)).to.include('(opens in a new window)');
      }
    });
  }
});
