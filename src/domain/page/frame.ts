/** What is known of the frame that a page stands in. */
export interface FrameFacts {
  /** The page stands in a frame of another page. */
  readonly framed: boolean;
  /** `window.origin`; `null` as text where a sandbox took it away. */
  readonly origin: string;
  /** Tokens of the frame's `sandbox`; null where there is none, or where the frame belongs to another site and cannot be asked. */
  readonly sandbox: readonly string[] | null;
}

/** What works in the frame. Where nothing tells, it is taken to work. */
export interface FrameRights {
  /** Links open a window of their own: many sites refuse to be shown in a frame. */
  readonly newWindow: boolean;
  /** Links may lead nowhere, so their addresses stand beside them to be read. */
  readonly spelledOut: boolean;
  /** `tel:`, `sms:` and `mailto:` reach the device. */
  readonly messages: boolean;
  readonly print: boolean;
  /** Files can be saved. */
  readonly save: boolean;
  /** The browser may be asked where the visitor is. */
  readonly locate: boolean;
}

/** Any of these lets a link reach a program of the device (HTML, “sandboxed custom protocols navigation”). */
const TO_DEVICE = [
  'allow-popups',
  'allow-top-navigation',
  'allow-top-navigation-by-user-activation',
  'allow-top-navigation-to-custom-protocols',
];

/** What can be done in a frame. A sandbox can be read by pages of its own site only; its missing origin shows everywhere. */
export function rightsIn({ framed, origin, sandbox }: FrameFacts): FrameRights {
  const hidden = framed && origin === 'null';
  const has = (...tokens: readonly string[]): boolean =>
    !framed || sandbox === null || tokens.some((token) => sandbox.includes(token));
  return {
    newWindow: framed,
    spelledOut: hidden || !has('allow-popups'),
    messages: has(...TO_DEVICE),
    print: has('allow-modals'),
    // A sandbox without an origin that lets files be saved is rare, and a button that does nothing is worse.
    save: !hidden && has('allow-downloads'),
    locate: !hidden && has('allow-same-origin'),
  };
}
