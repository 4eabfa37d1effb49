import type {
  Campaign,
  CampaignEnd,
  CampaignObject,
  CampaignStep,
  Standing,
} from '../../../shared/features/registers/campaign.ts';
import { groupedBy } from '../../../shared/kernel/grouped.ts';
import type { PoolFilter } from '../../../shared/kernel/pool-filter.ts';
import type { Db } from '../../database/open.ts';
import type { By } from './entries.repo.ts';

interface CampaignRow extends Omit<Campaign, 'filter' | 'end'> {
  readonly filter: string;
  readonly endedOn: string | null;
  readonly outcome: string | null;
  readonly endedBy: string | null;
}

const select = `
  select c.id, c.name, c.field, c.from_on as fromOn, c.to_on as toOn, c.goal, c.basis, c.filter, c.started_on as startedOn,
         c.by_name as byName, e.ended_on as endedOn, e.outcome, e.by_name as endedBy
    from campaigns c left join campaign_ends e on e.campaign_id = c.id`;

export interface CampaignMember {
  readonly objectId: number;
  readonly code: string;
  readonly name: string;
  readonly start: Standing;
}

/** Tables campaigns, campaign_objects, campaign_steps, campaign_ends. */
export function createCampaignsRepo(db: Db) {
  const objectsOf = db.prepare<[number], { objectId: number; code: string; name: string; standing: string }>(
    'select object_id as objectId, code, name, standing from campaign_objects where campaign_id = ? order by name, object_id',
  );
  const stepsOf = db.prepare<[number], CampaignStep>(
    `select object_id as objectId, state, on_day as onDay, due_on as dueOn, record, at, by_name as byName
       from campaign_steps where campaign_id = ? order by id`,
  );
  const standingsOf = db.prepare<[number], string>('select standings from campaign_ends where campaign_id = ?').pluck();

  return {
    /** Newest first. */
    campaigns: (): readonly Campaign[] =>
      db.prepare<[], CampaignRow>(`${select} order by c.from_on desc, c.id desc`).all().map(campaignOf),

    /** Those that took one enterprise in, newest first, with what was done at it, the oldest first. */
    campaignsOf: (objectId: number): readonly (Campaign & { readonly steps: readonly CampaignStep[] })[] =>
      db
        .prepare<[number], CampaignRow>(
          `${select} join campaign_objects o on o.campaign_id = c.id and o.object_id = ? order by c.from_on desc, c.id desc`,
        )
        .all(objectId)
        .map((row) => ({
          ...campaignOf(row),
          steps: stepsOf.all(row.id).filter((step) => step.objectId === objectId),
        })),

    campaignById(id: number): Campaign | null {
      const row = db.prepare<[number], CampaignRow>(`${select} where c.id = ?`).get(id);
      return row === undefined ? null : campaignOf(row);
    },

    /** By name, each with what was done, the oldest first. */
    campaignObjects(id: number): readonly CampaignObject[] {
      const steps = groupedBy(stepsOf.all(id), ({ objectId }) => objectId);
      const ends = JSON.parse(standingsOf.get(id) ?? '{}') as Record<string, Standing>;
      return objectsOf.all(id).map(({ standing, ...object }) => ({
        ...object,
        start: JSON.parse(standing) as Standing,
        end: ends[object.objectId] ?? null,
        steps: steps.get(object.objectId) ?? [],
      }));
    },

    insertCampaign(
      { filter, ...campaign }: Omit<Campaign, 'id' | 'byName' | 'end'>,
      members: readonly CampaignMember[],
      by: By,
    ): number {
      const { id: byId, name: byName, at } = by;
      const { lastInsertRowid } = db
        .prepare(
          `insert into campaigns (name, field, from_on, to_on, goal, basis, filter, started_on, at, by_id, by_name)
           values (:name, :field, :fromOn, :toOn, :goal, :basis, :filter, :startedOn, :at, :byId, :byName)`,
        )
        .run({ ...campaign, filter: JSON.stringify(filter), at, byId, byName });
      const id = Number(lastInsertRowid);
      const insertMember = db.prepare(
        'insert into campaign_objects (campaign_id, object_id, code, name, standing) values (?, ?, ?, ?, ?)',
      );
      for (const { objectId, code, name, start } of members)
        insertMember.run(id, objectId, code, name, JSON.stringify(start));
      return id;
    },

    insertCampaignStep(campaignId: number, step: Omit<CampaignStep, 'at' | 'byName'>, by: By): void {
      db.prepare(
        `insert into campaign_steps (campaign_id, object_id, state, on_day, due_on, record, at, by_id, by_name)
         values (:campaignId, :objectId, :state, :onDay, :dueOn, :record, :at, :id, :name)`,
      ).run({ campaignId, ...step, ...by });
    },

    /** The tasks it is carried out by. */
    tasksOfCampaign: (campaignId: number): readonly number[] =>
      db
        .prepare<[number], number>('select task_id from campaign_tasks where campaign_id = ? order by task_id desc')
        .pluck()
        .all(campaignId),

    /** The campaigns tasks are for, by the task. */
    campaignsOfTasks: (): ReadonlyMap<number, { readonly id: number; readonly name: string }> =>
      new Map(
        db
          .prepare<[], { taskId: number; id: number; name: string }>(
            'select t.task_id as taskId, c.id, c.name from campaign_tasks t join campaigns c on c.id = t.campaign_id',
          )
          .all()
          .map(({ taskId, ...campaign }) => [taskId, campaign]),
      ),

    insertCampaignTask: (campaignId: number, taskId: number): void =>
      void db.prepare('insert into campaign_tasks (task_id, campaign_id) values (?, ?)').run(taskId, campaignId),

    endCampaign(
      campaignId: number,
      { endedOn, outcome }: Pick<CampaignEnd, 'endedOn' | 'outcome'>,
      standings: ReadonlyMap<number, Standing>,
      by: By,
    ): void {
      db.prepare(
        `insert into campaign_ends (campaign_id, ended_on, outcome, standings, at, by_id, by_name)
         values (:campaignId, :endedOn, :outcome, :standings, :at, :id, :name)`,
      ).run({ campaignId, endedOn, outcome, standings: JSON.stringify(Object.fromEntries(standings)), ...by });
    },
  };
}

function campaignOf({ filter, endedOn, outcome, endedBy, ...row }: CampaignRow): Campaign {
  return {
    ...row,
    filter: JSON.parse(filter) as PoolFilter,
    end: endedOn === null ? null : { endedOn, outcome: outcome ?? '', byName: endedBy ?? '' },
  };
}
