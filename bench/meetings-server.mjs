/**
 * A server on this machine only, for measuring: the built scripts, which the browser may keep, and lists of meetings,
 * which it may not. All of it is packed with gzip once, when it is asked for first, and kept in memory.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { inRoot } from '../scripts/lib/run.mjs';
import { meetings } from './meetings-data.mjs';

const SEED = 20_261_101;
const pack = promisify(gzip);

const KINDS = [
  {
    path: /^\/feed\/(\d{1,6})\.json$/,
    type: 'application/json; charset=utf-8',
    cache: 'no-store',
    read: (count) => JSON.stringify(meetings(Number(count), SEED)),
  },
  {
    path: /^\/(support-group-elements[\w.-]*\.js)$/,
    type: 'text/javascript; charset=utf-8',
    cache: 'public, max-age=3600',
    read: (name) => (existsSync(inRoot('dist', name)) ? readFileSync(inRoot('dist', name)) : null),
  },
  {
    path: /^\/(meetings\.html)$/,
    type: 'text/html; charset=utf-8',
    cache: 'no-store',
    read: (name) => readFileSync(inRoot('bench', name)),
  },
];

/** Gives `{ url, warm, close }`; `warm(count)` makes a list ready, so that no visit waits for it. */
export async function serveMeetings() {
  const kept = new Map();
  const answer = (path) => {
    if (!kept.has(path)) kept.set(path, make(path));
    return kept.get(path);
  };
  const make = async (path) => {
    for (const { path: pattern, type, cache, read } of KINDS) {
      const [, name] = path.match(pattern) ?? [];
      const body = name === undefined ? null : read(name);
      if (body !== null)
        return { type, cache, body: await pack(body, { level: 9 }), raw: Buffer.byteLength(body) };
    }
    return null;
  };
  const server = createServer((request, response) => {
    answer(new URL(request.url, 'http://localhost').pathname).then(
      (found) => {
        if (!found) return response.writeHead(404).end();
        const { type, cache, body } = found;
        response.writeHead(200, {
          'Content-Type': type,
          'Content-Encoding': 'gzip',
          'Content-Length': body.length,
          'Cache-Control': cache,
        });
        response.end(body);
      },
      (error) => {
        console.error(error);
        response.writeHead(500).end();
      },
    );
  });
  await new Promise((ok, fail) => server.once('error', fail).listen(0, 'localhost', ok));
  return {
    url: `http://localhost:${server.address().port}/`,
    warm: (count) => answer(`/feed/${count}.json`),
    close: () =>
      new Promise((ok) => {
        server.close(() => ok());
        server.closeAllConnections();
      }),
  };
}
