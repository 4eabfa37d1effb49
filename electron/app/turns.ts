/**
 * Whose turn it is to write. A long transaction gives way to the page between its slices, with the transaction held open; it
 * has the database for itself meanwhile: commands and files wait, calls that only read go on.
 */
export interface Turns {
  /** Runs a short, synchronous piece of writing when nobody holds a long transaction. */
  next<T>(work: () => T): Promise<T>;
  /** The same for work with waiting in it that may write later: a long transaction does not begin before it ends. */
  beside<T>(work: () => Promise<T> | T): Promise<T>;
  /** Runs `work` when nothing else writes, and keeps everything else waiting until it ends. */
  alone<T>(work: () => Promise<T>): Promise<T>;
}

export function createTurns(): Turns {
  let held: Promise<unknown> | null = null;
  const beside = new Set<Promise<unknown>>();

  // Each looks again after waiting and goes on in the same breath: another may have begun meanwhile.
  return {
    async next(work) {
      while (held !== null) await held;
      return work();
    },

    async beside(work) {
      while (held !== null) await held;
      const running = Promise.resolve().then(work);
      const settled = running.then(ignore, ignore);
      beside.add(settled);
      void settled.then(() => beside.delete(settled));
      return running;
    },

    async alone(work) {
      while (held !== null) await held;
      const others = [...beside];
      const running = Promise.all(others).then(work);
      const settled = running.then(ignore, ignore);
      held = settled;
      void settled.then(() => {
        held = null;
      });
      return running;
    },
  };
}

function ignore(): void {}
