import {
  type CampaignObject,
  campaignStateTitles,
  isOverdue,
  isWorkedOff,
  progressOf,
  stateOfObject,
} from '../../../shared/features/registers/campaign.ts';
import {
  ById,
  EndCampaign,
  NewCampaign,
  ObjectFilter,
  WorkCampaign,
} from '../../../shared/features/registers/schemas.ts';
import { tidyPoolFilter } from '../../../shared/kernel/pool-filter.ts';
import { done, refuse } from '../../../shared/kernel/result.ts';
import { campaignTasks } from '../../app/campaign-tasks.ts';
import type { Context } from '../../app/context.ts';
import { officePack } from '../../app/office-pack.ts';
import { command, notFound, query } from '../../app/procedures.ts';
import { noted } from '../../app/run-command.ts';
import { standingsOf } from '../../app/standing.ts';
import { byOf } from './register-context.ts';

const may = { may: ['operator'] } as const;

/** 重点领域失信问题专项治理 (鸡西 第19项): whom it is about is fixed when it starts, each is worked off, the end is held against the start. */
export const campaignCalls = {
  campaigns: query().query(({ ctx }) =>
    ctx.registers.campaigns().map((campaign) => ({
      ...campaign,
      progress: progressOf(ctx.registers.campaignObjects(campaign.id), ctx.today),
    })),
  ),

  campaign: query()
    .input(ById)
    .query(({ ctx, input }) => {
      const campaign = ctx.registers.campaignById(input.id) ?? notFound('专项治理');
      const objects = ctx.registers.campaignObjects(campaign.id);
      const now = standingsOf(
        ctx,
        objects.map(({ objectId }) => objectId),
      );
      return {
        ...campaign,
        progress: progressOf(objects, ctx.today),
        tasks: campaignTasks(ctx, campaign.id),
        objects: objects.map((object) => ({
          ...object,
          state: stateOfObject(object),
          isOverdue: isOverdue(object, ctx.today),
          /** As it is today; at the end, as it was then. */
          now: object.end ?? now.get(object.objectId) ?? object.start,
        })),
      };
    }),

  campaignFields: query().query(({ ctx }) => officePack(ctx).campaignFields.map(({ name }) => name)),

  /** How many enterprises a filter takes. */
  campaignCount: query()
    .input(ObjectFilter)
    .query(({ ctx, input }) => membersOf(ctx, input).length),

  openCampaign: command('registers.open-campaign', may)
    .input(NewCampaign)
    .mutation(({ ctx, input }) => {
      const filter = tidyPoolFilter(input.filter);
      const objects = membersOf(ctx, filter);
      if (objects.length === 0) return refuse('CAMPAIGN_EMPTY');
      const standings = standingsOf(
        ctx,
        objects.map(({ id }) => id),
      );
      const members = objects.flatMap(({ id: objectId, code, name }) => {
        const start = standings.get(objectId);
        return start === undefined ? [] : [{ objectId, code, name, start }];
      });
      const id = ctx.registers.insertCampaign({ ...input, filter, startedOn: ctx.today }, members, byOf(ctx));
      return noted({ id, objects: members.length }, input.name, { objects: members.length, field: input.field });
    }),

  /** What was found or done at one or several enterprises. */
  workCampaign: command('registers.work-campaign', may)
    .input(WorkCampaign)
    .mutation(({ ctx, input: { campaignId, objectIds, state, onDay, dueOn, record } }) => {
      const found = openCampaign(ctx, campaignId);
      if (!found.ok) return found;
      const { campaign, objects } = found.value;
      if (onDay > ctx.today) return refuse('DAY_NOT_COME', { on: onDay, what: '日期' });
      const known = new Map(objects.map((object) => [object.objectId, object]));
      const names: string[] = [];
      for (const objectId of new Set(objectIds)) {
        const object = known.get(objectId);
        if (object === undefined) return refuse('NOT_FOUND', { what: '专项治理中的企业' });
        const due = state === 'rectifying' && dueOn !== '' ? dueOn : null;
        ctx.registers.insertCampaignStep(campaignId, { objectId, state, onDay, dueOn: due, record }, byOf(ctx));
        names.push(object.name);
      }
      return noted(null, campaign.name, { state: campaignStateTitles[state], objects: names, record });
    }),

  /** 结束: when nobody is left unchecked or 整改中; everyone's standing of the day is kept beside the first. */
  endCampaign: command('registers.end-campaign', may)
    .input(EndCampaign)
    .mutation(({ ctx, input: { id, outcome } }) => {
      const found = openCampaign(ctx, id);
      if (!found.ok) return found;
      const { campaign, objects } = found.value;
      const open = objects.filter((object: CampaignObject) => !isWorkedOff(object)).map(({ name }) => name);
      if (open.length > 0) return refuse('CAMPAIGN_UNWORKED', { name: campaign.name, open });
      const standings = standingsOf(
        ctx,
        objects.map(({ objectId }) => objectId),
      );
      ctx.registers.endCampaign(id, { endedOn: ctx.today, outcome }, standings, byOf(ctx));
      return noted(null, campaign.name, { outcome });
    }),
};

/** The enterprises of the filter that are in business. */
function membersOf(ctx: Context, filter: NewCampaign['filter']) {
  return ctx.rosters.drawPool(tidyPoolFilter(filter)).filter(({ status }) => status === '存续');
}

function openCampaign(ctx: Context, id: number) {
  const campaign = ctx.registers.campaignById(id);
  if (campaign === null) return refuse('NOT_FOUND', { what: '专项治理' });
  const { name, end } = campaign;
  if (end !== null) return refuse('CAMPAIGN_ENDED', { name, endedOn: end.endedOn });
  return done({ campaign, objects: ctx.registers.campaignObjects(id) });
}
