import {
  type Letter,
  type LetterStep,
  type LetterVersion,
  letterStateOf,
} from '../../../shared/features/registers/letter.ts';
import type { Db } from '../../database/open.ts';
import type { By } from './entries.repo.ts';

type LetterRow = Omit<Letter, 'newest' | 'steps' | 'state'>;

const columns = `id, kind, number, addressee, source, source_id as sourceId, object_id as objectId, subject_name as subjectName`;

/** Tables letters, letter_versions, letter_steps. */
export function createLettersRepo(db: Db) {
  const versionsOf = db.prepare<[number], LetterVersion>(
    `select version, title, body, at, by_id as byId, by_name as byName
       from letter_versions where letter_id = ? order by version desc`,
  );
  const stepsOf = db.prepare<[number], LetterStep>(
    `select version, step, on_day as onDay, text, at, by_name as byName from letter_steps where letter_id = ? order by id`,
  );

  function letterOf(row: LetterRow): Letter {
    const [newest] = versionsOf.all(row.id);
    if (newest === undefined) throw new Error(`letter ${row.id} without a version`);
    const steps = stepsOf.all(row.id);
    return { ...row, newest, steps, state: letterStateOf(newest.version, steps) };
  }

  return {
    /** Newest first. */
    letters: (): readonly Letter[] =>
      db.prepare<[], LetterRow>(`select ${columns} from letters order by year desc, serial desc`).all().map(letterOf),

    /** About one enterprise, newest first. */
    lettersOf: (objectId: number): readonly Letter[] =>
      db
        .prepare<[number], LetterRow>(
          `select ${columns} from letters where object_id = ? order by year desc, serial desc`,
        )
        .all(objectId)
        .map(letterOf),

    letterById(id: number): Letter | null {
      const row = db.prepare<[number], LetterRow>(`select ${columns} from letters where id = ?`).get(id);
      return row === undefined ? null : letterOf(row);
    },

    /** Newest first. */
    letterVersions: (id: number): readonly LetterVersion[] => versionsOf.all(id),

    nextLetterSerial(year: number): number {
      const last = db.prepare<[number], number>('select coalesce(max(serial), 0) from letters where year = ?').pluck();
      return (last.get(year) ?? 0) + 1;
    },

    insertLetter(
      letter: Omit<LetterRow, 'id'> & { readonly year: number; readonly serial: number },
      text: { readonly title: string; readonly body: string },
      by: By,
    ): number {
      const { lastInsertRowid } = db
        .prepare(
          `insert into letters (kind, year, serial, number, addressee, source, source_id, object_id, subject_name, created_at)
           values (:kind, :year, :serial, :number, :addressee, :source, :sourceId, :objectId, :subjectName, :at)`,
        )
        .run({ ...letter, at: by.at });
      const id = Number(lastInsertRowid);
      this.insertLetterVersion(id, text, by);
      return id;
    },

    insertLetterVersion(letterId: number, { title, body }: { title: string; body: string }, by: By): void {
      db.prepare(
        `insert into letter_versions (letter_id, version, title, body, at, by_id, by_name)
         values (:letterId, (select coalesce(max(version), 0) + 1 from letter_versions where letter_id = :letterId), :title, :body,
                 :at, :id, :name)`,
      ).run({ letterId, title, body, ...by });
    },

    insertLetterStep(letterId: number, step: Pick<LetterStep, 'version' | 'step' | 'onDay' | 'text'>, by: By): void {
      db.prepare(
        `insert into letter_steps (letter_id, version, step, on_day, text, at, by_id, by_name)
         values (:letterId, :version, :step, :onDay, :text, :at, :id, :name)`,
      ).run({ letterId, ...step, ...by });
    },

    letterWriters: (id: number): readonly number[] => versionsOf.all(id).map(({ byId }) => byId),
  };
}
