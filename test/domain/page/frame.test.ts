import { expect } from '@open-wc/testing';
import { rightsIn, type FrameFacts, type FrameRights } from '../../../src/domain/page/frame.js';

const ALL: FrameRights = {
  newWindow: false,
  spelledOut: false,
  messages: true,
  print: true,
  save: true,
  locate: true,
};

/** The sandbox that README and docs/IFRAME.md name. */
const DOCUMENTED =
  'allow-scripts allow-popups allow-popups-to-escape-sandbox allow-modals allow-top-navigation-to-custom-protocols';

const CASES: readonly [string, FrameFacts, Partial<FrameRights>][] = [
  ['a page of its own can do everything', { framed: false, origin: 'https://a.example', sandbox: null }, {}],
  [
    'a file that was opened without a server is no frame',
    { framed: false, origin: 'null', sandbox: null },
    {},
  ],
  [
    'a frame without a sandbox opens windows',
    { framed: true, origin: 'https://a.example', sandbox: null },
    { newWindow: true },
  ],
  [
    'a frame of its own site, sandboxed like the documentation says, cannot save files',
    { framed: true, origin: 'https://a.example', sandbox: [...DOCUMENTED.split(' '), 'allow-same-origin'] },
    { newWindow: true, save: false },
  ],
  [
    'a frame without an origin may be anything: addresses are spelled out, nothing is saved or located',
    { framed: true, origin: 'null', sandbox: null },
    { newWindow: true, spelledOut: true, save: false, locate: false },
  ],
  [
    'scripts alone: nothing leaves the frame',
    { framed: true, origin: 'https://a.example', sandbox: ['allow-scripts', 'allow-same-origin'] },
    { newWindow: true, spelledOut: true, messages: false, print: false, save: false },
  ],
  [
    'a visitor may leave the page by a press: messages work',
    {
      framed: true,
      origin: 'https://a.example',
      sandbox: ['allow-scripts', 'allow-same-origin', 'allow-top-navigation-by-user-activation'],
    },
    { newWindow: true, spelledOut: true, messages: true, print: false, save: false },
  ],
];

describe('frame: what works where', () => {
  for (const [promise, facts, differs] of CASES)
    it(promise, () => expect(rightsIn(facts)).to.deep.equal({ ...ALL, ...differs }));
});
