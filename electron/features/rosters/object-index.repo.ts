import type { Db } from '../../database/open.ts';
import { createSoundsRepo, type NameSounds } from './sounds.repo.ts';

/** Table object_index: what lists search and filter by, copied from the entry in the same command. */
export function createObjectIndex(db: Db) {
  const { nameSounds } = createSoundsRepo(db);
  const write = db.prepare(`
    insert into object_index (object_id, name_key, code, initials, sounds, kind, status, industry, township, is_above_scale, is_key, tags)
    select o.id, o.name_key, o.code, :initials, :sounds, o.kind, o.status, o.industry, o.township, o.is_above_scale, o.is_key, o.tags
      from objects o where o.id = :id
        on conflict (object_id) do update
       set name_key = excluded.name_key, code = excluded.code, initials = excluded.initials, sounds = excluded.sounds,
           kind = excluded.kind, status = excluded.status, industry = excluded.industry, township = excluded.township,
           is_above_scale = excluded.is_above_scale, is_key = excluded.is_key, tags = excluded.tags`);
  const copyFacets = db.prepare(`
    update object_index
       set (kind, status, industry, township, is_above_scale, is_key, tags) =
           (select o.kind, o.status, o.industry, o.township, o.is_above_scale, o.is_key, o.tags from objects o where o.id = object_id)
     where object_id = ?`);

  function writeIndex(id: number, { initials, sounds }: NameSounds): void {
    write.run({ id, initials, sounds });
  }

  /** Entries written before there was an index; how a name sounds is not for SQL to say. */
  function fillIndex(): void {
    const missing = db
      .prepare<[], { id: number; name: string }>(
        'select o.id, o.name from objects o where not exists (select 1 from object_index i where i.object_id = o.id)',
      )
      .all();
    db.transaction(() => {
      for (const { id, name } of missing) writeIndex(id, nameSounds(name));
    })();
  }

  return {
    nameSounds,
    writeIndex,
    fillIndex,
    /** After a change that left name and code alone. */
    refreshFacets: (id: number): void => void copyFacets.run(id),
  };
}
