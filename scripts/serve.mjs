/**
 * A plain static server for the demo site and the tests. It listens on this machine only.
 * `npm start` builds and then serves demo/ with the built module beside it.
 */
import { createServer } from 'node:http';
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import sirv from 'sirv';

const root = fileURLToPath(new URL('..', import.meta.url));

const built = {
  dir: join(root, 'dist'),
  only: /^\/(?:support-group-elements[\w.-]*\.js(\.map)?|embed\.html)$/,
};

/** The pages that are hard on their guests, for demo/hosts.html; they ask for the module at /dist/. */
export const hostRoot = { at: '/hosts/', dir: join(root, 'test/hosts'), only: /^\/(matrix|vendor)\// };

/** The demo site: demo/ at /, the built files (not the folders) of dist/ beside its pages, and the host pages. */
export const demoRoots = [
  { at: '/', dir: join(root, 'demo') },
  { at: '/', ...built },
  { at: '/dist/', ...built },
  hostRoot,
];

function listen(server, port, host) {
  return new Promise((ok, fail) => {
    server.once('error', fail);
    server.listen(port, host, () => {
      server.off('error', fail);
      ok(server.address().port);
    });
  });
}

/**
 * Serves folders. `roots`: `{ at: '/path/', dir, only?: RegExp on the address inside }`, the first that has the
 * file wins; `headers(path, request)`: more headers for an answer; `port` 0: any free one; `tries`: how many
 * ports to try, upwards. Gives `{ url, port, close, requests }`; `requests` grows with `{ method, path, headers }`.
 */
export async function serve({ roots = demoRoots, port = 0, host = 'localhost', tries = 1, headers } = {}) {
  const requests = [];
  const handlers = roots.map(({ at = '/', dir, only }) => {
    if (!existsSync(dir)) throw new Error(`There is no folder ${dir} to serve.`);
    return {
      at: at.endsWith('/') ? at : `${at}/`,
      only,
      files: sirv(resolve(dir), { dev: true, etag: true }),
    };
  });
  const server = createServer((request, response) => {
    const path = new URL(request.url, 'http://localhost').pathname;
    requests.push({ method: request.method, path, headers: request.headers });
    response.setHeader('X-Content-Type-Options', 'nosniff');
    for (const [name, value] of Object.entries(headers?.(path, request) ?? {}))
      response.setHeader(name, value);
    const next = (index) => {
      const handler = handlers[index];
      if (!handler) {
        response.statusCode = 404;
        response.setHeader('Content-Type', 'text/plain; charset=utf-8');
        response.end(`Not found: ${path}\n`);
        return;
      }
      const { at, only, files } = handler;
      const inside = path.startsWith(at) ? path.slice(at.length - 1) : undefined;
      if (inside === undefined || (only && !only.test(inside))) return next(index + 1);
      const { url } = request;
      request.url = inside;
      delete request._parsedUrl; // sirv keeps the address that it has parsed
      files(request, response, () => {
        request.url = url;
        delete request._parsedUrl;
        next(index + 1);
      });
    };
    next(0);
  });
  for (let attempt = 0; ; attempt++) {
    try {
      port = await listen(server, port, host);
      break;
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || attempt + 1 >= tries) throw error;
      port++;
    }
  }
  return {
    url: `http://localhost:${port}/`,
    port,
    requests,
    close: () =>
      new Promise((ok) => {
        server.close(() => ok());
        server.closeAllConnections();
      }),
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const wanted = process.env.PORT ? Number(process.env.PORT) : 4173;
  if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65535) {
    console.error(`PORT is ${process.env.PORT}; it has to be a number from 0 to 65535.`);
    process.exit(1);
  }
  if (!existsSync(join(root, 'dist/support-group-elements.js'))) {
    console.error(
      'dist/support-group-elements.js is missing: run `npm run build` first, or use `npm start`.',
    );
    process.exit(1);
  }
  const { url, port } = await serve({
    port: wanted,
    tries: 50,
    // A frame without an origin of its own (hosts/matrix/sandbox.html) asks for the module as a stranger would.
    headers: (path) => (path.startsWith('/dist/') ? { 'Access-Control-Allow-Origin': '*' } : {}),
  });
  if (wanted && port !== wanted) console.log(`Port ${wanted} is taken.`);
  console.log(`The demo site is at ${url}  (stop it with Ctrl+C)`);
  for (const page of readdirSync(join(root, 'demo')).filter((name) => name.endsWith('.html'))) {
    console.log(`  ${url}${page === 'index.html' ? '' : page}`);
  }
}
