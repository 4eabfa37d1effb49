import type { Refusal, Result } from '../../shared/kernel/result.ts';
import type { Db } from './open.ts';

/**
 * Runs `work` in one immediate transaction: committed when it is done, rolled back when it refuses or throws. `work`
 * must be synchronous; a promise is not a Result, so an async function does not compile here.
 */
export function inTransaction<T, R extends Refusal>(db: Db, work: () => Result<T, R>): Result<T, R> {
  if (db.inTransaction) throw new Error('a command runs in exactly one transaction');
  db.exec('begin immediate');
  let result: Result<T, R>;
  try {
    result = work();
    db.exec(result.ok ? 'commit' : 'rollback');
  } catch (error) {
    if (db.inTransaction) db.exec('rollback');
    throw error;
  }
  return result;
}
