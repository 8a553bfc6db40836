/**
 * A site of a clinic that records its visitors: one page for each recorder, with the recorder's own file from npm, and
 * an address that takes in what it sends. All of it is on this machine; `captured` is what arrived, as plain text.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync, inflateSync } from 'node:zlib';
import nodeResolve from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import { feedServer, page, text } from '../../support/feed-server.mjs';
import { distFolder, MODULE, TAGS } from '../pages.mjs';
import { RECORDERS } from './tools.mjs';

const npm = (path) => fileURLToPath(new URL(`../../../node_modules/${path}`, import.meta.url));
const SCRIPT = 'text/javascript; charset=utf-8';

/** What stands in the page itself, for everybody to see: no recorder finds out anything by having it. */
export const OWN = {
  title: 'Support groups – Riverside Clinic',
  group: 'Alcoholics Anonymous',
  button: 'Opening hours of the clinic',
};
export const HOST = { finder: 'support-group-finder', meetings: 'meeting-finder' };

const CHILDREN = `<span>Ask us about ${OWN.group}:</span> <a href="tel:555-0142">555-0142</a>`;
/** What a page shows; every element but the finder, which has a page of its own, is in the last one. */
const BODIES = {
  finder: (open) => `<support-group-finder country="us"${open}>${CHILDREN}</support-group-finder>`,
  meetings: (open) => `<meeting-finder country="gb" src="/meetings.json"${open}>${CHILDREN}</meeting-finder>`,
  every: (open) =>
    TAGS.filter((tag) => tag !== HOST.finder)
      .map((tag) => `<${tag} ${NEEDS[tag] ?? ''}${open}>${CHILDREN}</${tag}>`)
      .join('\n'),
};
const NEEDS = {
  'support-group-card': 'group="na"',
  'support-group-comparison': 'groups="na smart"',
  'recovery-guide': 'topic="first-meeting"',
  'twelve-steps': 'view="steps"',
};

const markup = (tool, body, open) => `<!doctype html>
<html lang="en-US">
  <head>
    <meta charset="utf-8" />
    <title>${OWN.title}</title>
    <link rel="icon" href="data:," />
    ${tool ? `<script src="/tools/${tool}.js"></script><script src="/start/${tool}.js"></script>` : ''}
    <script type="module" src="${MODULE}"></script>
  </head>
  <body>
    <h1>Support groups</h1>
    <p><button id="opening-hours" type="button">${OWN.button}</button> <a id="plain" href="https://clinic.example/plain">Us</a></p>
    ${BODIES[body](open ? ' open-root' : '')}
  </body>
</html>`;

/** The one file that a page loads; Sentry publishes modules, which are made into one file here. */
async function toolFile({ first, ...rest }) {
  return (first ? `${readFileSync(npm(first), 'utf8')}\n;` : '') + (await ownFile(rest));
}

async function ownFile({ file, bundle }) {
  if (file) return readFileSync(npm(file), 'utf8');
  if (!bundle) return '';
  bundles.set(bundle, bundles.get(bundle) ?? (await bundled(bundle)));
  return bundles.get(bundle);
}

const bundles = new Map();

async function bundled(bundle) {
  const build = await rollup({
    input: npm(bundle),
    plugins: [nodeResolve({ browser: true, exportConditions: ['production'] })],
    treeshake: false,
    onLog: (_level, { message }, log) => message.includes('ircular') || log('warn', message),
  });
  const { output } = await build.generate({ format: 'iife', name: 'Recorder' });
  return output[0].code;
}

const isGzip = (bytes) => bytes[0] === 0x1f && bytes[1] === 0x8b;
/** What zlib writes first at any of its levels (RFC 1950). */
const isZlib = (bytes) => bytes[0] === 0x78 && [0x01, 0x5e, 0x9c, 0xda].includes(bytes[1]);

/** The plain text of what was sent: packed whole, packed in a field of a form, or packed in parts after lines of text. */
export function plainText(bytes) {
  if (isGzip(bytes)) return plainText(gunzipSync(bytes));
  if (isZlib(bytes)) return plainText(inflateSync(bytes));
  const asText = bytes.toString('utf8');
  const field = /^data=([^&]+)/.exec(asText)?.[1];
  if (field) return plainText(Buffer.from(decodeURIComponent(field), 'base64'));
  const part = [...asText.matchAll(/\n/g)]
    .map(({ index }) => bytes.subarray(Buffer.byteLength(asText.slice(0, index + 1))))
    .find((rest) => isGzip(rest) || isZlib(rest));
  if (!part) return asText;
  return bytes.subarray(0, bytes.length - part.length).toString('utf8') + plainText(part);
}

const read = (request) =>
  new Promise((done, fail) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => done(Buffer.concat(chunks)));
    request.on('error', fail);
  });

/** `{ url(tool, body, open), captured(tool), requests, origin, close }`; `headers` come with the pages. */
export async function recordedSite(tools = Object.keys(RECORDERS), headers = {}) {
  const server = await feedServer({ dist: distFolder });
  const captured = new Map(tools.map((tool) => [tool, []]));
  const collect = (tool) => async (request, response) => {
    const [body, { search }] = [await read(request), new URL(request.url, server.at('/'))];
    captured.get(tool).push(decodeURIComponent(search) + plainText(body));
    return text({ status: 1 })(request, response);
  };
  const address = (tool, body, open) => `/${tool}-${body}-${open ? 'open' : 'closed'}.html`;
  server.put(
    '/meetings.json',
    text(readFileSync(new URL('../../hosts/meetings.json', import.meta.url), 'utf8')),
  );
  for (const tool of [...tools, 'nobody']) {
    for (const body of Object.keys(BODIES)) {
      for (const open of [true, false]) {
        server.put(
          address(tool, body, open),
          page(markup(tool === 'nobody' ? '' : tool, body, open), headers),
        );
      }
    }
  }
  for (const tool of tools) {
    const { start, answers = {}, collectors, ...file } = RECORDERS[tool];
    server.put(`/tools/${tool}.js`, text(await toolFile(file), { type: SCRIPT }));
    server.put(`/start/${tool}.js`, text(`(${start})();`, { type: SCRIPT }));
    for (const [path, answer] of Object.entries(answers)) server.put(path, text(answer));
    for (const path of collectors) server.put(path, collect(tool));
  }
  return {
    url: (tool, body, open) => server.at(address(tool, body, open)),
    captured: (tool) => captured.get(tool),
    requests: server.requests,
    origin: server.at(''),
    close: server.close,
  };
}
