import { type ExpertEntry, expertKey } from '../../../shared/features/rosters/experts.ts';
import { nameKey } from '../../../shared/kernel/normalise.ts';
import { maskPhone } from '../../../shared/kernel/redact.ts';
import type { Sheet } from '../../../shared/kernel/sheet.ts';
import { createStages } from '../../app/stages.ts';
import type { Db } from '../../database/open.ts';
import type { Cause } from './changes.repo.ts';

export interface Expert extends Omit<ExpertEntry, 'phone' | 'validUntil'> {
  readonly id: number;
  readonly maskedPhone: string;
  readonly validUntil: string | null;
}

/** One change of one expert; null before = added, null after = removed. */
export interface ExpertChange {
  readonly id: number;
  readonly before: ExpertEntry | null;
  readonly after: ExpertEntry | null;
  readonly reason: string;
  readonly at: string;
  readonly byName: string;
}

interface ExpertRow extends Omit<ExpertEntry, 'validUntil'> {
  readonly id: number;
  readonly validUntil: string | null;
}

/** Tables experts and expert_changes. */
export function createExpertsRepo(db: Db) {
  const columns = 'id, name, field, unit, title, phone, valid_until as validUntil, document';
  const selectAll = db.prepare<[], ExpertRow>(`select ${columns} from experts order by id`);
  const selectById = db.prepare<[number], ExpertRow>(`select ${columns} from experts where id = ?`);
  const insert = db.prepare(
    `insert into experts (name, name_key, field, unit, unit_key, title, phone, valid_until, document, created_at, updated_at)
     values (:name, :nameKey, :field, :unit, :unitKey, :title, :phone, :validUntil, :document, :at, :at)`,
  );
  const update = db.prepare(
    `update experts set name = :name, name_key = :nameKey, field = :field, unit = :unit, unit_key = :unitKey, title = :title, phone = :phone,
            valid_until = :validUntil, document = :document, updated_at = :at
      where id = :id`,
  );
  const record = db.prepare(
    `insert into expert_changes (expert_id, before, after, reason, at, by_id, by_name)
     values (:id, :before, :after, :reason, :at, :byId, :byName)`,
  );

  function entry(id: number): ExpertEntry | null {
    const row = selectById.get(id);
    return row === undefined ? null : entryOf(row);
  }

  return {
    staged: createStages<{ readonly fileName: string; readonly sheets: readonly Sheet[] }>(),
    list: (): readonly Expert[] => selectAll.all().map(expertOf),
    entries: (): readonly ExpertEntry[] => selectAll.all().map(entryOf),
    entry,
    idsByKey: (): ReadonlyMap<string, number> => new Map(selectAll.all().map((row) => [expertKey(row), row.id])),

    /** Stores the state with its history; null id = a new one, null entry = taken away. Gives the id. */
    put(id: number | null, after: ExpertEntry | null, { at, byId, byName, reason }: Cause): number {
      const before = id === null ? null : entry(id);
      let number = id;
      if (after === null) db.prepare('delete from experts where id = ?').run(id);
      else if (number === null) number = Number(insert.run({ ...fieldsOf(after), at }).lastInsertRowid);
      else update.run({ ...fieldsOf(after), id: number, at });
      if (number === null) throw new Error('no expert to take away');
      const textOf = (state: ExpertEntry | null) => (state === null ? null : JSON.stringify(state));
      record.run({ id: number, before: textOf(before), after: textOf(after), reason, at, byId, byName });
      return number;
    },

    /** Newest first. */
    changes(id: number): readonly ExpertChange[] {
      const rows = db
        .prepare<[number], Omit<ExpertChange, 'before' | 'after'> & { before: string | null; after: string | null }>(
          `select id, before, after, reason, at, by_name as byName from expert_changes where expert_id = ? order by id desc`,
        )
        .all(id);
      const stateOf = (state: string | null) => (state === null ? null : (JSON.parse(state) as ExpertEntry));
      return rows.map(({ before, after, ...change }) => ({
        ...change,
        before: stateOf(before),
        after: stateOf(after),
      }));
    },
  };
}

function fieldsOf(entry: ExpertEntry) {
  const { name, field, unit, title, phone, validUntil = null, document } = entry;
  return { name, nameKey: nameKey(name), field, unit, unitKey: nameKey(unit), title, phone, validUntil, document };
}

function entryOf({ id: _id, validUntil, ...row }: ExpertRow): ExpertEntry {
  return { ...row, ...(validUntil === null ? {} : { validUntil }) };
}

function expertOf({ phone, ...row }: ExpertRow): Expert {
  return { ...row, maskedPhone: phone === '' ? '' : maskPhone(phone) };
}
