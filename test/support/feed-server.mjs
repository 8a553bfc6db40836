/**
 * A server for pages and for lists of meetings that answers as well or as badly as a test wants. It listens on this
 * machine only, under as many names as wanted: browsers take `anything.localhost` for this machine.
 */
import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

const CORS = { 'Access-Control-Allow-Origin': '*' };
const JSON_TYPE = 'application/json; charset=utf-8';
const FILE = /^support-group-elements[\w.-]*\.js$/;

/**
 * Gives `{ port, requests, put, at, close }`. `put(path, answer)`: how a path answers from now on; `at(path, name)`: its
 * address under a name; `requests` grows with `{ method, host, path, headers }`. `dist`: a folder whose built files are
 * at /dist/.
 */
export async function feedServer({ dist } = {}) {
  const answers = new Map();
  const requests = [];
  const server = createServer((request, response) => {
    const { method, url, headers } = request;
    requests.push({ method, host: headers.host.replace(/:\d+$/, ''), path: url, headers });
    const path = url.replace(/\?.*$/, '');
    const answer = answers.get(path) ?? file(path) ?? status(404);
    // A browser that has gone away ends an answer; that is no fault of the test.
    response.on('error', () => {});
    Promise.resolve(answer(request, response)).catch(() => response.destroy());
  });
  function file(path) {
    const name = path.startsWith('/dist/') ? path.slice('/dist/'.length) : '';
    if (!dist || !FILE.test(name) || !existsSync(join(dist, name))) return undefined;
    return (_request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/javascript; charset=utf-8' });
      createReadStream(join(dist, name)).pipe(response);
    };
  }
  await new Promise((ok, fail) => server.once('error', fail).listen(0, 'localhost', ok));
  const { port } = server.address();
  return {
    port,
    requests,
    put: (path, answer) => answers.set(path, answer),
    at: (path, name = 'localhost') => `http://${name}:${port}${path}`,
    close: () =>
      new Promise((ok) => {
        server.close(() => ok());
        server.closeAllConnections();
      }),
  };
}

/** An address of this machine where nobody listens. */
export async function nobodyAt(path) {
  const server = await feedServer();
  await server.close();
  return server.at(path);
}

/** A text, or what can be written as JSON. Other sites may read it unless `cors` is false. */
export function text(body, { cors = true, type = JSON_TYPE, headers = {}, code = 200 } = {}) {
  const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  return (_request, response) => {
    response.writeHead(code, { 'Content-Type': type, ...(cors ? CORS : {}), ...headers });
    response.end(bytes);
  };
}

export const page = (html, headers = {}) =>
  text(html, {
    cors: false,
    type: 'text/html; charset=utf-8',
    headers: { 'Cache-Control': 'no-store', ...headers },
  });

export const status = (code) => text(`Status ${code}\n`, { type: 'text/plain', code });

export const redirect = (to) => text('', { code: 302, headers: { Location: to } });

/** One answer after the other; the last one stays. */
export function inTurn(...answers) {
  let turn = 0;
  return (request, response) => answers[Math.min(turn++, answers.length - 1)](request, response);
}

/** Does not answer before `release()`; `asked` settles when somebody waits. */
export function held(answer) {
  let release;
  let tell;
  const released = new Promise((ok) => (release = ok));
  const asked = new Promise((ok) => (tell = ok));
  const wait = async (request, response) => {
    tell();
    await released;
    return answer(request, response);
  };
  return Object.assign(wait, { release, asked });
}

/** Answers with 304 where the browser has the same; `read()` gives the text of the moment. */
export function versioned(read) {
  return (request, response) => {
    const body = read();
    const etag = `"${Buffer.from(body).toString('base64url').slice(-40)}-${body.length}"`;
    const headers = { ETag: etag, 'Cache-Control': 'max-age=0', ...CORS };
    if (request.headers['if-none-match'] === etag) return response.writeHead(304, headers).end();
    response.writeHead(200, { 'Content-Type': JSON_TYPE, ...headers });
    return response.end(body);
  };
}

/** Gives up in the middle of its answer. */
export const cutOff = (body, at) => (_request, response) => {
  response.writeHead(200, { 'Content-Type': JSON_TYPE, 'Content-Length': Buffer.byteLength(body), ...CORS });
  response.write(body.slice(0, at), () => response.socket?.end());
};

/** `first`, and then a piece after the other until the browser goes away; `sent` counts bytes, `closed` settles then. */
export function endless(first, piece) {
  let tell;
  const state = { sent: 0, closed: new Promise((ok) => (tell = ok)) };
  const stream = (_request, response) => {
    let open = true;
    response.on('close', () => {
      open = false;
      tell();
    });
    response.writeHead(200, { 'Content-Type': JSON_TYPE, ...CORS });
    response.write(first);
    const more = () => {
      while (open) {
        state.sent += piece.length;
        if (!response.write(piece)) return void response.once('drain', more);
      }
    };
    more();
  };
  return Object.assign(stream, { state });
}
