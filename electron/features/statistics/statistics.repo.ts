import sql, { empty, raw, type Sql } from 'sql-template-tag';
import type { ChanceGroup } from '../../../shared/features/statistics/object-chances.ts';
import type { Years } from '../../../shared/features/statistics/schemas.ts';
import type { Db } from '../../database/open.ts';

export type StatisticsRepo = ReturnType<typeof createStatisticsRepo>;

/** A real draw of the years. */
export interface CountedDraw {
  readonly id: number;
  readonly number: string;
  readonly year: number;
  readonly state: string;
  readonly mode: 'sample' | 'batch';
  readonly taskNumber: string;
  readonly taskTitle: string;
  readonly stage: number;
  /** Sizes of its lots, chosen by lot, 必检, excluded; null before the record and for 批次顺序. */
  readonly size: number | null;
  readonly chosen: number | null;
  readonly must: number | null;
  readonly excluded: number | null;
  readonly substitutions: number;
}

/** A drawn object with its team by officer code. */
export interface SeatedObject {
  readonly code: string;
  readonly stratum: string;
  readonly team: readonly string[];
}

export interface ObjectLot {
  readonly drawId: number;
  readonly number: string;
  readonly year: number;
  readonly taskTitle: string;
  /** Millionths. */
  readonly expected: number;
  readonly isMust: boolean;
  readonly isDrawn: boolean;
}

export interface ObjectChance {
  readonly id: number;
  readonly pools: number;
  /** Millionths. */
  readonly expected: number;
  readonly drawn: number;
  readonly must: number;
}

/** What of the objects is asked for. */
export interface ChanceFilter extends Years {
  /** Only these; null keeps all. */
  readonly ids: readonly number[] | null;
  /** Only those chosen so often; null keeps all. */
  readonly times: number | null;
  /** Choices that are not told yet: they are not counted. */
  readonly untold: readonly { readonly objectId: number; readonly kind: '随机' | '必检' }[];
}

export interface ChancePage {
  readonly sort: keyof typeof chanceOrders;
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** `over` is how far above chance. */
const chanceOrders = {
  id: 'id',
  pools: 'pools',
  expected: 'expected',
  drawn: 'drawn',
  must: 'must',
  over: 'drawn * 1000000 - expected',
} as const;

function chancesOf({ from, to, ids, times, untold }: ChanceFilter): Sql {
  const sums = sql`
    select object_id as id, sum(pools) as pools, sum(expected) as expected, sum(drawn) as drawn, sum(must) as must
      from draw_object_years where year between ${from} and ${to}
       ${ids === null ? empty : sql`and object_id in (select value from json_each(${JSON.stringify(ids)}))`}
     group by object_id having sum(pools) + sum(must) > 0`;
  const told =
    untold.length === 0
      ? sums
      : sql`
    select s.id, s.pools, s.expected, s.drawn - coalesce(u.drawn, 0) as drawn, s.must - coalesce(u.must, 0) as must
      from (${sums}) s
      left join (select value ->> 'objectId' as id, sum(value ->> 'kind' = '随机') as drawn, sum(value ->> 'kind' = '必检') as must
                   from json_each(${JSON.stringify(untold)}) group by 1) u on u.id = s.id`;
  return times === null ? told : sql`select * from (${told}) where pools > 0 and drawn = ${times}`;
}

/** Tables draw_strata, draw_object_years, and what the statistics read of the other tables. Nothing is written. */
export function createStatisticsRepo(db: Db) {
  const all = <Row>(query: Sql) => db.prepare(query.sql).all(...query.values) as Row[];
  const groups = db.prepare<Years, ChanceGroup>(
    `select pools, expected, variance, drawn, must, count(*) as objects
       from (select sum(pools) as pools, sum(expected) as expected, sum(variance) as variance, sum(drawn) as drawn, sum(must) as must
               from draw_object_years where year between :from and :to group by object_id)
      where pools + must > 0 group by 1, 2, 3, 4, 5`,
  );
  const draws = db.prepare<Years, Omit<CountedDraw, 'mode'> & { mode: string | null }>(
    `select d.id, d.number, d.year, d.state, json_extract(d.setting, '$.mode') as mode, t.number as taskNumber,
            t.title as taskTitle, d.stage, s.size, s.chosen, s.must, s.excluded,
            (select count(*) from draw_substitutions u join draw_changes c on c.id = u.change_id
              where u.draw_id = d.id and c.state = 'approved') as substitutions
       from draws d
       join tasks t on t.id = d.task_id
       left join (select draw_id, sum(size) as size, sum(chosen) as chosen, sum(must) as must, sum(excluded) as excluded
                    from draw_strata group by draw_id) s on s.draw_id = d.id
      where d.is_rehearsal = 0 and d.year between :from and :to order by d.year desc, d.serial desc`,
  );
  const files = db.prepare<[number], { name: string; content: string }>(
    `select name, content from draw_files
      where draw_id = ? and (name = 'plan.json' or name glob 'officers*.tsv' or name glob 'recusals*.tsv')`,
  );
  const seats = db
    .prepare<{ drawId: number; stage: number }, [objectId: number, code: string, stratum: string, officerId: number]>(
      `select s.object_id, o.code, o.stratum, s.officer_id
         from draw_seats s join draw_objects o on o.draw_id = s.draw_id and o.object_id = s.object_id
        where s.draw_id = :drawId and s.stage = :stage order by s.object_id, s.seat`,
    )
    .raw();
  const listed = db
    .prepare<{ drawId: number; stage: number }, [officerId: number, code: string]>(
      'select officer_id, code from draw_officers where draw_id = :drawId and stage = :stage',
    )
    .raw();
  const lots = db.prepare<Years & { objectId: number }, Omit<ObjectLot, 'isMust' | 'isDrawn'> & Flags>(
    `select c.draw_id as drawId, d.number, d.year, t.title as taskTitle, c.expected, c.is_must as isMust, c.is_drawn as isDrawn
       from draw_pool p
       join draws d on d.id = p.draw_id
       join tasks t on t.id = d.task_id
       join draw_chances c on c.draw_id = p.draw_id and c.object_id = p.object_id
      where p.object_id = :objectId and d.state = 'recorded' and d.year between :from and :to
      order by d.year desc, d.serial desc`,
  );
  const pastSeats = db
    .prepare<{ from: string; to: string }, [officerId: number, seats: number]>(
      `select officer_id, count(*)
         from (select distinct m.officer_id, p.object_id, p.inspected_on, p.department
                 from past_inspection_team m join past_inspections p on p.id = m.past_inspection_id
                where m.officer_id is not null and p.revoked_at is null and substr(p.inspected_on, 1, 4) between :from and :to)
        group by officer_id`,
    )
    .raw();
  const covered = db
    .prepare<{ from: string; to: string }, [objectId: number, lastOn: string]>(
      `select object_id, max(inspected_on)
         from (select i.object_id, r.inspected_on
                 from inspection_results r join inspections i on i.id = r.inspection_id where r.state = 'published'
                union all
               select object_id, inspected_on from past_inspections
                where revoked_at is null and is_own = 1 and is_published = 1)
        where inspected_on between :from and :to group by object_id`,
    )
    .raw();
  const inBusiness = db
    .prepare<[], [objectId: number, isKey: number]>(
      `select object_id, is_key from object_index where status = '存续' order by object_id`,
    )
    .raw();
  const named = db.prepare<[string], { id: number; code: string; name: string }>(
    'select o.id, o.code, o.name from json_each(?) p cross join objects o on o.id = p.value order by p.key',
  );

  return {
    /** Objects that fared alike, with how many they are. */
    chanceGroups: ({ from, to }: Years): readonly ChanceGroup[] => groups.all({ from, to }),

    /** Objects by how they fared. */
    objectChances(filter: ChanceFilter, { sort, descending, offset, limit }: ChancePage): readonly ObjectChance[] {
      const direction = raw(descending ? 'desc' : 'asc');
      return all(sql`
        select id, pools, expected, drawn, must from (${chancesOf(filter)})
         order by ${raw(chanceOrders[sort])} ${direction}, id limit ${limit} offset ${offset}`);
    },

    countObjectChances: (filter: ChanceFilter): number =>
      all<{ count: number }>(sql`select count(*) as count from (${chancesOf(filter)})`)[0]?.count ?? 0,

    /** Newest first; the void ones and those under way too. */
    draws: (years: Years): readonly CountedDraw[] =>
      draws.all(years).map((row) => ({ ...row, mode: row.mode === 'batch' ? 'batch' : 'sample' })),

    /** plan.json, officers and recusals of every stage. */
    officerFiles: (drawId: number): ReadonlyMap<string, string> =>
      new Map(files.all(drawId).map(({ name, content }) => [name, content])),

    /** The objects that were seated, by number. */
    seatedObjects(drawId: number, stage: number): readonly SeatedObject[] {
      const codes = new Map(listed.all({ drawId, stage }));
      const objects: { code: string; stratum: string; team: string[] }[] = [];
      let last = 0;
      for (const [objectId, code, stratum, officerId] of seats.all({ drawId, stage })) {
        if (objectId !== last) objects.push({ code, stratum, team: [] });
        last = objectId;
        objects.at(-1)?.team.push(codes.get(officerId) ?? '');
      }
      return objects;
    },

    /** The lots of one object, newest first. */
    lotsOf: (objectId: number, years: Years): readonly ObjectLot[] =>
      lots.all({ ...years, objectId }).map((row) => ({ ...row, isMust: row.isMust === 1, isDrawn: row.isDrawn === 1 })),

    /** Past visits by officer number; several items of one visit count once. */
    pastSeats: ({ from, to }: Years): ReadonlyMap<number, number> =>
      new Map(pastSeats.all({ from: String(from), to: String(to) })),

    /** The newest published own inspection of each object from one day to another. */
    inspectedBetween: (from: string, to: string): ReadonlyMap<number, string> => new Map(covered.all({ from, to })),

    /** Objects in business, and whether each is 重点企业. */
    objectsInBusiness: (): readonly (readonly [objectId: number, isKey: number])[] => inBusiness.all(),

    /** Names in the order of the numbers. */
    namesOf: (ids: readonly number[]) => named.all(JSON.stringify(ids)),
  };
}

interface Flags {
  readonly isMust: number;
  readonly isDrawn: number;
}
