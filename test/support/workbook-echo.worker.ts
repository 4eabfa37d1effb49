import { serveTask } from '../../electron/workers/serve-task.ts';

/** What a test asks of this worker: to answer, to fail, to die, to hang or to eat memory. */
export type EchoTask =
  | { readonly do: 'answer'; readonly value: unknown }
  | { readonly do: 'count'; readonly to: number }
  | { readonly do: 'throw' | 'exit' | 'hang' | 'eat' };

serveTask<EchoTask, unknown>((task, progress) => {
  switch (task.do) {
    case 'answer':
      return task.value;
    case 'count':
      for (let done = 1; done <= task.to; done += 1) progress(done, task.to);
      return task.to;
    case 'throw':
      throw new Error('broken on purpose');
    case 'exit':
      return process.exit(3);
    case 'hang':
      return new Promise(() => undefined);
    case 'eat': {
      const eaten: number[][] = [];
      for (;;) eaten.push(new Array(100_000).fill(eaten.length));
    }
  }
});
