/** Answers of a server that only faults need; a test that needs none fetches a file of test/fixtures. */
export type Answer = (request: Asked) => Response | Promise<Response>;

/** One request, as the code under test made it. */
export interface Asked {
  readonly url: string;
  readonly init: RequestInit;
}

const text = new TextEncoder();
const bytesOf = (part: string | Uint8Array): Uint8Array =>
  typeof part === 'string' ? text.encode(part) : part;

/** A body that comes in these pieces, one each time that it is read, and then ends. */
export const inPieces = (...parts: (string | Uint8Array)[]): ReadableStream<Uint8Array> => {
  const rest = parts.map(bytesOf);
  return new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const part = rest.shift();
        if (part) controller.enqueue(part);
        else controller.close();
      },
    },
    { highWaterMark: 0 },
  );
};

/** A body that never ends; it counts what was taken, and whether anybody has said that it is enough. */
export class Endless {
  taken = 0;
  cancelled = false;
  readonly body: ReadableStream<Uint8Array>;

  constructor(part: string, first = part) {
    const bytes = bytesOf(part);
    this.body = new ReadableStream<Uint8Array>(
      {
        pull: async (controller) => {
          // As from a network: other tasks have their turn in between.
          await new Promise((resolve) => setTimeout(resolve));
          controller.enqueue(this.taken === 0 ? bytesOf(first) : bytes);
          this.taken += bytes.byteLength;
        },
        cancel: () => {
          this.cancelled = true;
        },
      },
      { highWaterMark: 0 },
    );
  }
}

/** A promise that a test settles. */
export function gate<T>(): { readonly promise: Promise<T>; open: (value: T) => void } {
  let open!: (value: T) => void;
  const promise = new Promise<T>((resolve) => (open = resolve));
  return { promise, open };
}

const realFetch = globalThis.fetch;

/**
 * Takes the place of `fetch`, for faults that no server of a test can have. Like the real one it ends with an AbortError
 * when its signal says so, also while a body is being read.
 */
export class FakeServer {
  readonly asked: Asked[] = [];
  readonly #answers = new Map<string, Answer>();

  constructor() {
    globalThis.fetch = async (input, init = {}) => {
      const url = input instanceof Request ? input.url : String(input);
      const asked = { url, init };
      this.asked.push(asked);
      const { signal } = init;
      signal?.throwIfAborted();
      const answer = this.#answers.get(url);
      if (!answer) throw new TypeError('Failed to fetch');
      const aborted = new Promise<never>((_, reject) =>
        signal?.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError'))),
      );
      aborted.catch(() => undefined);
      const response = await Promise.race([answer(asked), aborted]);
      return response.body && signal ? withSignal(response, signal) : response;
    };
  }

  /** How an address answers from now on; an address without an answer cannot be reached. */
  on(url: string, answer: Answer | null): void {
    if (answer) this.#answers.set(url, answer);
    else this.#answers.delete(url);
  }

  /** How often an address was asked for its list. */
  times(url: string): number {
    return this.asked.filter((one) => one.url === url && one.init.mode !== 'no-cors').length;
  }

  /** Puts the real `fetch` back. */
  close(): void {
    globalThis.fetch = realFetch;
  }
}

/** A body that fails when the signal says so, and tells its source. */
function withSignal(response: Response, signal: AbortSignal): Response {
  const through = new TransformStream<Uint8Array, Uint8Array>(undefined, undefined, { highWaterMark: 0 });
  response.body!.pipeTo(through.writable, { signal }).catch(() => undefined);
  const { status, headers } = response;
  return new Response(through.readable, { status, headers });
}

export const json = (value: unknown, headers: HeadersInit = {}): Response =>
  new Response(JSON.stringify(value), { headers: { 'content-type': 'application/json', ...headers } });
