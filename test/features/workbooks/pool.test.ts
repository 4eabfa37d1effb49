import { afterEach, beforeEach, expect, test } from 'vitest';
import { createPool, type Pool, type RunOptions, workerErrorCode } from '../../../electron/workers/pool.ts';
import type { EchoTask } from '../../support/workbook-echo.worker.ts';

let pool: Pool;

beforeEach(() => {
  pool = createPool({ size: 1, entry: () => new URL('../../support/workbook-echo.worker.ts', import.meta.url) });
});
afterEach(() => pool.close());

const ask = (task: EchoTask, options?: RunOptions) => pool.run<EchoTask, unknown>('print', task, options);

async function codeOf(task: Promise<unknown>): Promise<string | undefined> {
  return task.then(
    () => 'no error',
    (error: unknown) => workerErrorCode(error),
  );
}

test('tasks beyond the size wait and are answered in order', async () => {
  const answers: unknown[] = [];
  await Promise.all([1, 2, 3].map((value) => ask({ do: 'answer', value }).then((answer) => answers.push(answer))));
  expect(answers).toEqual([1, 2, 3]);
});

test('progress arrives before the answer', async () => {
  const seen: string[] = [];
  const total = await ask({ do: 'count', to: 3 }, { onProgress: (done, of) => seen.push(`${done}/${of}`) });
  expect([...seen, total]).toEqual(['1/3', '2/3', '3/3', 3]);
});

test('bytes come back whole', async () => {
  expect(await ask({ do: 'answer', value: new Uint8Array([1, 2, 3]) })).toEqual(new Uint8Array([1, 2, 3]));
});

test.each([
  ['a task that throws', { do: 'throw' }, {}, 'WORKER_FAILED'],
  ['a worker that dies', { do: 'exit' }, {}, 'WORKER_CRASHED'],
  ['a task beyond its time', { do: 'hang' }, { timeoutMs: 300 }, 'WORKER_TIMEOUT'],
  ['a task beyond its memory', { do: 'eat' }, { maxMemoryMb: 32 }, 'WORKER_OUT_OF_MEMORY'],
  ['input that cannot be copied', { do: 'answer', value: () => 1 }, {}, 'WORKER_FAILED'],
] as const)('%s fails alone: the next task is answered', async (_, task, options, code) => {
  const failing = codeOf(ask(task, options));
  const next = ask({ do: 'answer', value: 'still here' });
  expect(await failing).toBe(code);
  expect(await next).toBe('still here');
});

test('a running and a waiting task can be cancelled', async () => {
  const running = new AbortController();
  const waiting = new AbortController();
  const first = codeOf(ask({ do: 'hang' }, { signal: running.signal }));
  const second = codeOf(ask({ do: 'answer', value: 2 }, { signal: waiting.signal }));
  const third = ask({ do: 'answer', value: 3 });
  waiting.abort();
  running.abort();
  expect([await first, await second, await third]).toEqual(['WORKER_CANCELLED', 'WORKER_CANCELLED', 3]);
  expect(await codeOf(ask({ do: 'answer', value: 4 }, { signal: running.signal }))).toBe('WORKER_CANCELLED');
});

test('closing ends running and waiting tasks and takes no new one', async () => {
  const tasks = [codeOf(ask({ do: 'hang' })), codeOf(ask({ do: 'answer', value: 1 }))];
  await pool.close();
  expect(await Promise.all([...tasks, codeOf(ask({ do: 'answer', value: 2 }))])).toEqual(Array(3).fill('POOL_CLOSED'));
});
