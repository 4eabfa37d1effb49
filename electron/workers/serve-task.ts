import { parentPort } from 'node:worker_threads';

/** What the pool sends. One task at a time, so no ids are needed. */
export interface TaskCall {
  readonly input: unknown;
}

/** What a worker answers: any number of `progress`, then one `done` or `failed`. */
export type TaskReply =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly output: unknown }
  | { readonly kind: 'failed'; readonly message: string; readonly stack: string };

/** Answers the pool's calls inside a worker. What the handler throws is a bug: it reaches the caller as WORKER_FAILED. */
export function serveTask<I, O>(
  handler: (input: I, progress: (done: number, total: number) => void) => O | Promise<O>,
): void {
  const port = parentPort;
  if (port === null) throw new Error('serveTask runs inside a worker only');
  const reply = (message: TaskReply, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer);

  port.on('message', async (call: TaskCall) => {
    try {
      const output = await handler(call.input as I, (done, total) => reply({ kind: 'progress', done, total }));
      reply({ kind: 'done', output }, wholeBuffers(output));
    } catch (error) {
      const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
      reply({ kind: 'failed', message, stack });
    }
  });
}

/** Bytes that own their buffer are handed over instead of copied, also where they are part of a result. */
function wholeBuffers(output: unknown): ArrayBuffer[] {
  if (output instanceof Uint8Array) {
    const isWhole = output.buffer instanceof ArrayBuffer && output.byteLength === output.buffer.byteLength;
    return isWhole ? [output.buffer as ArrayBuffer] : [];
  }
  if (typeof output !== 'object' || output === null || Array.isArray(output)) return [];
  const parts =
    'value' in output && typeof output.value === 'object' ? Object.values(output.value ?? {}) : Object.values(output);
  return parts.flatMap((part) => (part instanceof Uint8Array ? wholeBuffers(part) : []));
}
