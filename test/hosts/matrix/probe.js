/**
 * Reads how our elements look, for the test run and for the gallery. It is the first script of every page here, because
 * it needs three things from before the page does harm: the browser's own functions, unpatched; the roots of elements,
 * which are closed (it stands in for `attachShadow`, changes nothing about them and remembers them); and all errors. That it can do so is the honest limit of closed roots: they keep recorders out, but not a script of the page
 * that sets out to read an element and runs before it. docs/PRIVACY.md says the same.
 */
(() => {
  const call = Function.prototype.call.bind(Function.prototype.call);
  const getter = (type, name) => {
    const { get } = Object.getOwnPropertyDescriptor(type.prototype, name);
    return (self) => call(get, self);
  };
  const { attachShadow, getBoundingClientRect, getAttribute, querySelector, querySelectorAll } =
    Element.prototype;
  const { querySelector: findIn, querySelectorAll: findAllIn } = DocumentFragment.prototype;
  const { querySelectorAll: findAllInDocument } = Document.prototype;
  const { get: getFrom, set: setIn } = WeakMap.prototype;
  const { getPropertyValue } = CSSStyleDeclaration.prototype;
  const localName = getter(Element, 'localName');
  const isConnected = getter(Node, 'isConnected');
  const computed = getComputedStyle;
  const offsetWidth = getter(HTMLElement, 'offsetWidth');
  const { round } = Math;

  const roots = new WeakMap();
  /** Every element that has been given a root, in order. */
  const hosts = [];
  Element.prototype.attachShadow = function (options) {
    const root = call(attachShadow, this, options);
    call(setIn, roots, this, root);
    hosts[hosts.length] = this;
    return root;
  };

  const TAGS = ['support-group-finder', 'crisis-lines', 'twelve-steps'];

  /** All that is inherited (and leaks into shadow trees), and what makes a box look as it does. */
  const PROPERTIES = [
    // inherited
    'color',
    'letter-spacing',
    'word-spacing',
    'line-height',
    'text-transform',
    'text-align',
    'direction',
    'font-variant',
    'font-style',
    'font-weight',
    'text-indent',
    'visibility',
    'cursor',
    'pointer-events',
    'user-select',
    'text-shadow',
    'word-break',
    'hyphens',
    'tab-size',
    'quotes',
    '-webkit-text-fill-color',
    '-webkit-font-smoothing',
    'caret-color',
    'accent-color',
    'color-scheme',
    'writing-mode',
    'orphans',
    'text-rendering',
    'border-collapse',
    'border-spacing',
    'caption-side',
    'empty-cells',
    'text-wrap',
    'overflow-wrap',
    'font-feature-settings',
    'font-family',
    'font-size',
    'font-stretch',
    'white-space',
    'list-style-type',
    'list-style-position',
    'text-orientation',
    '-webkit-text-stroke-width',
    // not inherited
    'display',
    'position',
    'float',
    'background-color',
    'background-image',
    'margin',
    'padding',
    'border',
    'border-radius',
    'outline',
    'opacity',
    'box-shadow',
    'box-sizing',
    'text-decoration',
    'vertical-align',
    'unicode-bidi',
    'grid-template-columns',
    'gap',
    'clip-path',
    'transform',
    'z-index',
    'content-visibility',
  ];

  const root = (host) => call(getFrom, roots, host);

  /** Our elements on the page, wherever they are, in the order of `TAGS`. */
  function elements() {
    const found = [];
    for (let t = 0; t < TAGS.length; t++) {
      const one = element(TAGS[t]);
      if (one) found[found.length] = one;
    }
    return found;
  }

  function element(tag) {
    const inPage = call(findAllInDocument, document, tag);
    if (inPage.length > 0) return inPage[0];
    for (let i = 0; i < hosts.length; i++) {
      if (localName(hosts[i]) === tag && isConnected(hosts[i])) return hosts[i];
    }
    return null;
  }

  const wrapper = (host) => {
    const inside = root(host);
    return inside ? call(findIn, inside, '.base') : null;
  };

  /** Whether an element has put its children away and shows all of its content. */
  function rendered(host) {
    const base = wrapper(host);
    return (
      base !== null &&
      call(querySelector, base, '[part=footer]') !== null &&
      call(querySelector, base, '[data-starting]') === null &&
      call(findIn, root(host), 'slot:not([name]):has(~ .base)') === null &&
      // The closed parts of the groups come last.
      call(querySelector, base, 'article:not(:has(dl))') === null
    );
  }

  function allRendered() {
    const ours = elements();
    for (let i = 0; i < ours.length; i++) if (!rendered(ours[i])) return false;
    return ours.length === TAGS.length;
  }

  /**
   * How every node inside our elements looks: one text each, `element > node | x y width height | property: value; …`.
   * Places are relative to the element and in its own pixels, so that a page may move and scale it as a whole.
   */
  function looks() {
    const lines = [];
    const ours = elements();
    for (let i = 0; i < ours.length; i++) {
      const base = wrapper(ours[i]);
      if (!base) continue;
      const origin = call(getBoundingClientRect, base);
      const scale = origin.width / offsetWidth(base) || 1;
      const nodes = call(findAllIn, root(ours[i]), '.base, .base *');
      for (let n = 0; n < nodes.length; n++) {
        const box = call(getBoundingClientRect, nodes[n]);
        const style = computed(nodes[n]);
        const shown = box.width > 0 || box.height > 0;
        const own = (length) => round((length / scale) * 10) / 10;
        let line = `${localName(ours[i])} > ${n} ${localName(nodes[n])}.${call(getAttribute, nodes[n], 'class') || ''}|`;
        // A box that is not there has no place.
        line += shown
          ? `${own(box.left - origin.left)} ${own(box.top - origin.top)} ${own(box.width)} ${own(box.height)}|`
          : 'none|';
        for (let p = 0; p < PROPERTIES.length; p++) {
          line += `${PROPERTIES[p]}: ${call(getPropertyValue, style, PROPERTIES[p])}; `;
        }
        lines[lines.length] = line;
      }
    }
    return lines;
  }

  /** How wide each element is, in its own pixels. */
  function widths() {
    const found = [];
    const ours = elements();
    for (let i = 0; i < ours.length; i++)
      found[i] = { tag: localName(ours[i]), width: offsetWidth(wrapper(ours[i])) };
    return found;
  }

  // What the page decides (`<meta name="page-decides" content="CSS">`) is put on the plain page too: plain.html?dress=CSS.
  const wanted = new URLSearchParams(location.search).get('dress');
  if (wanted) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(wanted);
    document.adoptedStyleSheets = [sheet];
  }

  const errors = [];
  addEventListener('error', ({ message }) => {
    errors[errors.length] = message;
  });
  addEventListener('unhandledrejection', ({ reason }) => {
    errors[errors.length] = `${reason}`;
  });

  let prepare = null;

  Object.defineProperty(globalThis, 'probe', {
    value: Object.freeze({
      root,
      wrapper,
      element,
      elements,
      allRendered,
      looks,
      widths,
      errors,
      find: (within, selector) => call(findIn, within, selector),
      findAll: (within, selector) => {
        const list = call(within.nodeType === 1 ? querySelectorAll : findAllIn, within, selector);
        const found = [];
        for (let i = 0; i < list.length; i++) found[i] = list[i];
        return found;
      },
      /** A page says what happens to it after the elements have been rendered, before anybody looks. */
      beforeLooking: (work) => {
        prepare = work;
      },
      prepare: () => prepare?.(),
    }),
  });
})();
