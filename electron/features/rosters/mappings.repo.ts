import type { RememberedColumns } from '../../../shared/kernel/column-mapping.ts';
import type { Db } from '../../database/open.ts';
import type { ImportKind } from './batches.repo.ts';

/** Columns remembered for foreign workbooks, with who chose them and when. */
export interface RememberedMapping extends RememberedColumns {
  readonly madeAt: string;
  readonly madeBy: string;
}

interface MappingRow {
  id: number;
  headings: string;
  fields: string;
  madeAt: string;
  madeBy: string;
}

const select = `
  select m.id, m.headings, m.fields, m.made_at as madeAt, a.name as madeBy
    from import_mappings m join accounts a on a.id = m.made_by`;

/** Table import_mappings. */
export function createMappingsRepo(db: Db) {
  const selectOfKind = db.prepare<[ImportKind], MappingRow>(`${select} where m.kind = ? order by m.id`);
  const selectById = db.prepare<[number], MappingRow>(`${select} where m.id = ?`);
  const upsert = db.prepare(`
    insert into import_mappings (kind, headings, fields, made_at, made_by)
    values (:kind, :headings, :fields, :at, :byId)
    on conflict (kind, headings) do update set fields = excluded.fields, made_at = excluded.made_at, made_by = excluded.made_by`);
  const remove = db.prepare<[number]>('delete from import_mappings where id = ?');

  return {
    mappings: (kind: ImportKind): readonly RememberedMapping[] => selectOfKind.all(kind).map(mappingOf),
    mappingById: (id: number): RememberedMapping | null => {
      const row = selectById.get(id);
      return row === undefined ? null : mappingOf(row);
    },

    /** In place of what was remembered for the same headings. */
    rememberMapping(
      kind: ImportKind,
      { headings, fields }: Omit<RememberedColumns, 'id'>,
      { at, byId }: { at: string; byId: number },
    ): void {
      upsert.run({ kind, headings: JSON.stringify(headings), fields: JSON.stringify(fields), at, byId });
    },

    forgetMapping: (id: number): void => void remove.run(id),
  };
}

function mappingOf(row: MappingRow): RememberedMapping {
  return {
    ...row,
    headings: JSON.parse(row.headings) as string[],
    fields: JSON.parse(row.fields) as (string | null)[],
  };
}
