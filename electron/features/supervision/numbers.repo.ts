import { type PaperKind, paperNumber } from '../../../shared/features/supervision/paper-numbers.ts';
import type { Db } from '../../database/open.ts';

/** Table supervision_numbers; a part of the supervision repo. */
export function createNumbers(db: Db) {
  return {
    /** The next number of its series, taken; a number is used once. */
    takeNumber(kind: PaperKind, shortName: string, year: number): string {
      const serial = db
        .prepare<[string, number], number>(
          'select coalesce(max(serial), 0) + 1 from supervision_numbers where kind = ? and year = ?',
        )
        .pluck()
        .get(kind, year);
      const number = paperNumber(shortName, kind, year, serial ?? 1);
      db.prepare('insert into supervision_numbers (kind, year, serial, number) values (?, ?, ?, ?)').run(
        kind,
        year,
        serial ?? 1,
        number,
      );
      return number;
    },
  };
}
