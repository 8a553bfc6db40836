import { css, type ReactiveController, type ReactiveControllerHost } from 'lit';

type Host = ReactiveControllerHost & HTMLElement;

/** Stands on the host, on the hosts of the roots around it and on the slots that show them, while it prints. */
const MARK = 'data-sg-printing';

/**
 * Nothing but the host is printed, and what is around it takes no room and cuts nothing off. The identifiers match
 * nothing: they lift the rules above the page's own important ones. (No `translate`, `rotate` or `scale` here: the
 * minifier would make a transform of them.)
 */
const ALONE = css`
  @page {
    size: auto !important;
    margin: 11mm !important;
  }
  @media print {
    :not([data-sg-printing], [data-sg-printing] *, :has([data-sg-printing]), #_#_#_#_),
    :has([data-sg-printing])::before,
    :has([data-sg-printing])::after {
      display: none !important;
    }
    :is([data-sg-printing], :has([data-sg-printing]), #_#_#_#_) {
      display: block !important;
      visibility: visible !important;
      opacity: 1 !important;
      position: static !important;
      float: none !important;
      columns: auto !important;
      width: auto !important;
      min-width: 0 !important;
      max-width: none !important;
      height: auto !important;
      min-height: 0 !important;
      max-height: none !important;
      margin: 0 !important;
      border: 0 !important;
      padding: 0 !important;
      overflow: visible !important;
      contain: none !important;
      transform: none !important;
      filter: none !important;
      clip-path: none !important;
      mask: none !important;
      zoom: 1 !important;
      writing-mode: horizontal-tb !important;
      content-visibility: visible !important;
      background: none !important;
    }
  }
`;

/** Those that were started and are in a page; the last one started is printed. */
const started = new Set<Host>();
/** Takes back what was done to the page. */
const undo: (() => void)[] = [];

function isolate(element: Element, sheet: CSSStyleSheet): void {
  const root = element.getRootNode() as Document | ShadowRoot;
  element.setAttribute(MARK, '');
  // Always a new list: in older browsers it is frozen.
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  undo.push(() => {
    element.removeAttribute(MARK);
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((one) => one !== sheet);
  });
  // Where a page's own element shows what is around the host, its root holds more than the slot.
  for (let node: Element | null = element; node; node = node.parentElement)
    if (node.assignedSlot) isolate(node.assignedSlot, sheet);
}

function update(): void {
  for (const back of undo.splice(0)) back();
  const host = [...started].pop();
  if (!host || !('adoptedStyleSheets' in document)) return;
  // A sheet belongs to one document, and the host may be in another by now.
  const Sheet = host.ownerDocument.defaultView?.CSSStyleSheet;
  if (!Sheet) return;
  const sheet = new Sheet();
  sheet.replaceSync(ALONE.cssText);
  for (let node: Element | undefined = host; node; node = (node.getRootNode() as Partial<ShadowRoot>).host)
    isolate(node, sheet);
}

/**
 * While started, printing the page prints the host and what it holds, and nothing else. On the screen nothing changes,
 * and nothing is left on the page afterwards.
 */
export class PrintController implements ReactiveController {
  readonly #host: Host;
  #on = false;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    if (this.#on) this.start();
  }

  hostDisconnected(): void {
    if (started.delete(this.#host)) update();
  }

  /** Of several, the last one started is printed; one that is started again is the last. */
  start(): void {
    this.#on = true;
    started.delete(this.#host);
    if (this.#host.isConnected) started.add(this.#host);
    update();
  }

  stop(): void {
    this.#on = false;
    this.hostDisconnected();
  }
}
