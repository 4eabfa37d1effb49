import type { ProposedTask } from '../../shared/features/plans/schemas.ts';
import { taskStateTitles } from '../../shared/features/plans/task.ts';
import { stateOfObject } from '../../shared/features/registers/campaign.ts';
import { refuse } from '../../shared/kernel/result.ts';
import type { Context } from './context.ts';
import { taskLines } from './task-lines.ts';

/** Most objects a 定向 task can name; of more the task is drawn. */
const mostNamed = 200;

/** What a task for a 专项治理 starts with: those not looked at yet, and the filter they came from. Null where it has ended. 鸡西方案 第19项. */
export function campaignForTask(ctx: Context, id: number) {
  const campaign = ctx.registers.campaignById(id);
  if (campaign === null || campaign.end !== null) return null;
  const { name, goal, basis, filter, startedOn, toOn } = campaign;
  const unchecked = ctx.registers.campaignObjects(id).filter((object) => stateOfObject(object) === null);
  const objects = unchecked.map(({ objectId, code, name: of }) => ({ id: objectId, code, name: of }));
  return { id, name, goal, basis, filter, startedOn, toOn, objects: objects.length > mostNamed ? [] : objects };
}

/** Why a task cannot be for the campaign it names: it has ended, or is about others. Null where it can. */
export function campaignFault(ctx: Context, { campaignId, objectIds }: Pick<ProposedTask, 'campaignId' | 'objectIds'>) {
  if (campaignId === null) return null;
  const campaign = ctx.registers.campaignById(campaignId);
  if (campaign === null) return refuse('NOT_FOUND', { what: '专项治理' });
  const { name, end } = campaign;
  if (end !== null) return refuse('CAMPAIGN_ENDED', { name, endedOn: end.endedOn });
  const members = new Set(ctx.registers.campaignObjects(campaignId).map(({ objectId }) => objectId));
  const others = objectIds.filter((id) => !members.has(id)).map((id) => ctx.rosters.objectById(id)?.name ?? '');
  return others.length === 0 ? null : refuse('NOT_OF_CAMPAIGN', { name, others });
}

/** The tasks of a campaign with their progress, newest first. */
export function campaignTasks(ctx: Context, campaignId: number) {
  const own = new Set(ctx.registers.tasksOfCampaign(campaignId));
  if (own.size === 0) return [];
  return taskLines(ctx)
    .filter(({ id }) => own.has(id))
    .map(({ id, number, title, state, toOn, drawn, inspected, published, isOverdue }) => ({
      id,
      number,
      title,
      state: taskStateTitles[state],
      toOn,
      drawn,
      inspected,
      published,
      isOverdue,
    }));
}
