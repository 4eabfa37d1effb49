/** What was read from an uploaded file and waits to be confirmed. In memory only: until then nothing of it is in the database. */
export interface Stages<T> {
  /** Keeps it for the account in place of the one before, and gives its number. */
  keep(accountId: number, staged: T): number;
  /** Null for another account's, or one that is gone. */
  find(accountId: number, id: number): T | null;
  /** Puts a check made anew in the place of what waits, under the same number. */
  replace(accountId: number, staged: T): void;
  drop(accountId: number): void;
}

export function createStages<T>(): Stages<T> {
  const stages = new Map<number, { readonly id: number; readonly staged: T }>();
  let last = 0;
  return {
    keep(accountId, staged) {
      last += 1;
      stages.set(accountId, { id: last, staged });
      return last;
    },
    find(accountId, id) {
      const stage = stages.get(accountId);
      return stage?.id === id ? stage.staged : null;
    },
    replace(accountId, staged) {
      const stage = stages.get(accountId);
      if (stage !== undefined) stages.set(accountId, { ...stage, staged });
    },
    drop: (accountId) => void stages.delete(accountId),
  };
}
