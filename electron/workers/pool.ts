import { Worker } from 'node:worker_threads';
import type { TaskReply } from './serve-task.ts';

export type WorkerName = 'print' | 'workbook';

/** Why a task ended without an output. WORKER_FAILED: the handler threw. WORKER_CRASHED: the thread died. */
export type WorkerErrorCode =
  | 'WORKER_FAILED'
  | 'WORKER_CRASHED'
  | 'WORKER_TIMEOUT'
  | 'WORKER_OUT_OF_MEMORY'
  | 'WORKER_CANCELLED'
  | 'POOL_CLOSED';

export interface RunOptions {
  /** Aborting ends the worker that runs the task; the task rejects with WORKER_CANCELLED. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
  /** Counted from the moment the task starts, not while it waits for a free worker. */
  readonly timeoutMs?: number;
  /** JavaScript heap of the worker, in MB. */
  readonly maxMemoryMb?: number;
  /** Parts of the input that are handed over instead of copied; the caller cannot use them afterwards. */
  readonly handOver?: readonly Uint8Array<ArrayBuffer>[];
  /** Ends the worker with the task, so that what a large one needed is free again. */
  readonly endsWorker?: boolean;
}

export interface Pool {
  /** Runs one task in a worker thread; input and output are plain data. Rejects with an Error whose `code` is a WorkerErrorCode. */
  run<I, O>(name: WorkerName, input: I, options?: RunOptions): Promise<O>;
  /** Ends every worker; running and waiting tasks reject with POOL_CLOSED. */
  close(): Promise<void>;
}

interface Seat {
  readonly key: string;
  readonly worker: Worker;
  task: Task | undefined;
}

interface Task {
  readonly key: string;
  readonly name: WorkerName;
  readonly input: unknown;
  readonly options: RunOptions;
  readonly resolve: (output: unknown) => void;
  readonly reject: (error: Error) => void;
  timer?: NodeJS.Timeout;
  onAbort?: () => void;
}

/** Nearly all that reading a file makes dies young; a larger nursery only keeps it in memory longer. */
const NURSERY_MB = 16;

/** At most `size` threads at a time; further tasks wait in order. A worker that dies takes only its own task with it. */
export function createPool({ size, entry }: { size: number; entry: (name: WorkerName) => URL }): Pool {
  const seats = new Set<Seat>();
  const queue: Task[] = [];
  let closed = false;

  function run<I, O>(name: WorkerName, input: I, options: RunOptions = {}): Promise<O> {
    return new Promise<O>((resolve, reject) => {
      if (closed) return reject(workerError('POOL_CLOSED', name));
      if (options.signal?.aborted) return reject(workerError('WORKER_CANCELLED', name));
      const key = `${name}:${options.maxMemoryMb ?? 0}`;
      const task: Task = { key, name, input, options, resolve: (output) => resolve(output as O), reject };
      task.onAbort = () => cancel(task);
      options.signal?.addEventListener('abort', task.onAbort, { once: true });
      queue.push(task);
      startNext();
    });
  }

  function startNext(): void {
    while (queue[0] !== undefined) {
      const seat = seatFor(queue[0]);
      if (seat === undefined) return;
      start(seat, queue.shift() as Task);
    }
  }

  function seatFor(task: Task): Seat | undefined {
    const idle = [...seats].filter((seat) => seat.task === undefined);
    const same = idle.find((seat) => seat.key === task.key);
    if (same !== undefined) return same;
    if (seats.size >= size) {
      const other = idle[0];
      if (other === undefined) return undefined;
      discard(other);
    }
    return open(task);
  }

  function open({ key, name, options }: Task): Seat {
    const resourceLimits =
      options.maxMemoryMb === undefined
        ? {}
        : { maxOldGenerationSizeMb: options.maxMemoryMb, maxYoungGenerationSizeMb: NURSERY_MB };
    const worker = new Worker(entry(name), { name, execArgv: [], resourceLimits });
    const seat: Seat = { key, worker, task: undefined };
    worker.unref();
    worker.on('message', (reply: TaskReply) => hear(seat, reply));
    worker.on('error', (error) =>
      lose(seat, codeOf(error) === 'ERR_WORKER_OUT_OF_MEMORY' ? 'WORKER_OUT_OF_MEMORY' : 'WORKER_CRASHED', error),
    );
    worker.on('messageerror', (error) => lose(seat, 'WORKER_CRASHED', error));
    worker.on('exit', () => lose(seat, 'WORKER_CRASHED'));
    seats.add(seat);
    return seat;
  }

  function start(seat: Seat, task: Task): void {
    seat.task = task;
    seat.worker.ref();
    const { timeoutMs } = task.options;
    if (timeoutMs !== undefined) task.timer = setTimeout(() => lose(seat, 'WORKER_TIMEOUT'), timeoutMs);
    try {
      const handedOver = task.options.handOver?.map(({ buffer }) => buffer) ?? [];
      seat.worker.postMessage({ input: task.input }, handedOver);
    } catch (error) {
      lose(seat, 'WORKER_FAILED', error);
    }
  }

  function hear(seat: Seat, reply: TaskReply): void {
    const task = seat.task;
    if (task === undefined) return;
    if (reply.kind === 'progress') {
      task.options.onProgress?.(reply.done, reply.total);
      return;
    }
    release(seat, task);
    if (task.options.endsWorker === true) discard(seat);
    if (reply.kind === 'done') task.resolve(reply.output);
    else
      task.reject(
        workerError('WORKER_FAILED', task.name, Object.assign(new Error(reply.message), { stack: reply.stack })),
      );
    startNext();
  }

  function cancel(task: Task): void {
    const waiting = queue.indexOf(task);
    if (waiting >= 0) {
      queue.splice(waiting, 1);
      task.reject(workerError('WORKER_CANCELLED', task.name));
      return;
    }
    const seat = [...seats].find((candidate) => candidate.task === task);
    if (seat !== undefined) lose(seat, 'WORKER_CANCELLED');
  }

  function lose(seat: Seat, code: WorkerErrorCode, cause?: unknown): void {
    const task = seat.task;
    if (task !== undefined) release(seat, task);
    discard(seat);
    task?.reject(workerError(code, task.name, cause));
    startNext();
  }

  function release(seat: Seat, task: Task): void {
    seat.task = undefined;
    seat.worker.unref();
    clearTimeout(task.timer);
    if (task.onAbort !== undefined) task.options.signal?.removeEventListener('abort', task.onAbort);
  }

  function discard(seat: Seat): void {
    if (seats.delete(seat)) void seat.worker.terminate();
  }

  async function close(): Promise<void> {
    closed = true;
    for (const task of queue.splice(0)) task.reject(workerError('POOL_CLOSED', task.name));
    const ending = [...seats].map(({ worker }) => worker.terminate());
    for (const seat of seats) lose(seat, 'POOL_CLOSED');
    await Promise.all(ending);
  }

  return { run, close };
}

/** The code of an error a task was rejected with; undefined for any other error. */
export function workerErrorCode(error: unknown): WorkerErrorCode | undefined {
  const code = codeOf(error);
  return code !== undefined && /^(WORKER_|POOL_CLOSED)/.test(code) ? (code as WorkerErrorCode) : undefined;
}

function workerError(code: WorkerErrorCode, name: WorkerName, cause?: unknown): Error {
  const reason = cause instanceof Error ? `: ${cause.message}` : '';
  return Object.assign(new Error(`${name} worker: ${code}${reason}`, { cause }), { code });
}

function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}
