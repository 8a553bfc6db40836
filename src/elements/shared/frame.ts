import { rightsIn, type FrameRights } from '../../domain/page/frame.js';

/** A sandbox kept a page from printing: nothing tells so before it is tried. */
let mayPrint = true;

const isFramed = (window: Window | null): boolean => window !== null && window.parent !== window;

/** What works in the frame that a document stands in, if it stands in one. */
export function rightsOf({ defaultView: window }: Document): FrameRights {
  let frame: Element | null = null;
  try {
    frame = window?.frameElement ?? null;
  } catch {
    // A page of another site; some browsers throw, others say null.
  }
  const rights = rightsIn({
    framed: isFramed(window),
    origin: window?.origin ?? '',
    sandbox: frame?.getAttribute('sandbox')?.toLowerCase().split(/\s+/) ?? null,
  });
  return { ...rights, print: rights.print && mayPrint };
}

/**
 * Prints the page.
 * @returns Whether it began: a sandbox that does not allow it does nothing and says nothing. `rightsOf` knows from then on.
 */
export function printPage(): boolean {
  let began = false;
  const begin = (): void => void (began = true);
  addEventListener('beforeprint', begin);
  print();
  removeEventListener('beforeprint', begin);
  // Outside of frames it is always allowed, and some old browsers tell late.
  mayPrint = began || !isFramed(window);
  return mayPrint;
}
