import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { amendedRows, changedTexts } from '../../../shared/features/plans/amend.ts';
import type { PlanStep } from '../../../shared/features/plans/plan.ts';
import type { PlanRow } from '../../../shared/features/plans/plan-items.ts';
import {
  Approve,
  ChangeItem,
  ProposeAmendment,
  RemoveChange,
  Return,
  Submit,
} from '../../../shared/features/plans/plan-schemas.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import { command, query } from '../../app/procedures.ts';
import { noted } from '../../app/run-command.ts';
import type { Amendment } from './amendments.repo.ts';
import { itemsInForce, readRows, typedRow } from './plan-rows.ts';
import type { Plan } from './plans.repo.ts';

const ById = z.object({ id: z.int() });

/** 调整 of an approved plan: proposed with its reason, approved by another, in force from that day. */
export const amendmentCalls = {
  /** The plan's amendments with what each does. */
  amendments: query()
    .input(ById)
    .query(({ ctx, input }) =>
      ctx.plans.amendments(input.id).map((amendment) => ({
        ...amendment,
        changes: ctx.plans.amendmentChanges(amendment.id).map((change) => {
          const before = change.itemId === null ? null : (ctx.plans.itemById(change.itemId)?.item ?? null);
          return {
            ...change,
            texts: change.row === null ? [] : changedTexts(before, change.row),
            number: before?.number ?? null,
            name: before?.texts.name ?? null,
          };
        }),
      })),
    ),

  proposeAmendment: command('plans.propose-amendment', { may: ['operator'] })
    .input(ProposeAmendment)
    .mutation(({ ctx, input }) => {
      const plan = ctx.plans.planById(input.planId);
      if (plan === null) return refuse('NOT_FOUND', { what: '抽查计划' });
      if (plan.state !== 'approved') return refuse('PLAN_NOT_APPROVED', { title: plan.title });
      const open = ctx.plans.amendments(plan.id).find(({ state }) => state !== 'approved');
      if (open !== undefined) return refuse('AMENDMENT_OPEN', { serial: open.serial });
      const accountId = ctx.account?.id ?? 0;
      const amendmentId = ctx.plans.insertAmendment(plan.id, input.reason, accountId, ctx.now);
      ctx.plans.addHand({ planId: plan.id, amendmentId }, accountId);
      return noted({ amendmentId }, plan.title, { reason: input.reason });
    }),

  changeItem: command('plans.propose-amendment', { may: ['operator'] })
    .input(ChangeItem)
    .mutation(({ ctx, input }) => {
      const found = openAmendment(ctx, input.amendmentId);
      if (!found.ok) return found;
      const { amendment, plan } = found;
      if (input.kind === 'add') {
        const row = typedRow(input.item, 1);
        ctx.plans.setChange(amendment.id, { kind: 'add', itemId: null, row });
        return noted(null, nameOf(plan, amendment), { add: row.cells.name });
      }
      const item = itemsInForce(ctx, plan.id).find(({ id }) => id === input.itemId);
      if (item === undefined) {
        return refuse('ITEM_NOT_IN_FORCE', { title: ctx.plans.itemById(input.itemId)?.item.texts.name ?? plan.title });
      }
      const row =
        input.kind === 'cancel' ? null : keptNumber(typedRow(input.item, item.item.row, item.item.merged), item.item);
      ctx.plans.setChange(amendment.id, { kind: input.kind, itemId: item.id, row });
      return noted(null, nameOf(plan, amendment), { [input.kind]: item.item.texts.name });
    }),

  removeChange: command('plans.propose-amendment', { may: ['operator'] })
    .input(RemoveChange)
    .mutation(({ ctx, input }) => {
      const found = openAmendment(ctx, input.amendmentId);
      if (!found.ok) return found;
      ctx.plans.removeChange(found.amendment.id, input.changeId);
      return noted(null, nameOf(found.plan, found.amendment), { removed: input.changeId });
    }),

  discardAmendment: command('plans.discard-amendment', { may: ['operator'] })
    .input(ById)
    .mutation(({ ctx, input }) => {
      const found = openAmendment(ctx, input.id);
      if (!found.ok) return found;
      ctx.plans.deleteAmendment(found.amendment.id);
      return noted(null, nameOf(found.plan, found.amendment), { reason: found.amendment.reason });
    }),

  submitAmendment: command('plans.submit-amendment', { may: ['operator'] })
    .input(Submit)
    .mutation(({ ctx, input }) => {
      const found = openAmendment(ctx, input.id);
      if (!found.ok) return found;
      const { amendment, plan } = found;
      const changes = ctx.plans.amendmentChanges(amendment.id);
      if (changes.length === 0) return refuse('AMENDMENT_EMPTY', { serial: amendment.serial });
      ctx.plans.setAmendmentState(amendment.id, 'submitted');
      step(ctx, amendment, 'submit', input.opinion);
      return noted(null, nameOf(plan, amendment), { changes: changes.length });
    }),

  returnAmendment: command('plans.return-amendment', { may: ['leader'] })
    .input(Return)
    .mutation(({ ctx, input }) => {
      const found = amendmentIn(ctx, input.id, 'submitted');
      if (!found.ok) return found;
      ctx.plans.setAmendmentState(found.amendment.id, 'draft');
      step(ctx, found.amendment, 'return', input.opinion);
      return noted(null, nameOf(found.plan, found.amendment), { opinion: input.opinion });
    }),

  /** New versions stand beside the old ones; tasks keep pointing to what they were made from. */
  approveAmendment: command('plans.approve-amendment', { may: ['leader'] })
    .input(Approve)
    .mutation(({ ctx, input }) => {
      const found = amendmentIn(ctx, input.id, 'submitted');
      if (!found.ok) return found;
      const { amendment, plan } = found;
      const accountId = ctx.account?.id ?? 0;
      if (ctx.plans.hasHandIn({ planId: plan.id, amendmentId: amendment.id }, accountId)) {
        return refuse('OWN_AMENDMENT', { serial: amendment.serial });
      }
      const { approvedOn = ctx.today, documentNumber, opinion } = input;
      if (approvedOn > ctx.today) return refuse('DAY_IN_FUTURE', { on: approvedOn });
      const earliest = lastApproval(ctx, plan);
      if (approvedOn < earliest) return refuse('AMENDED_BEFORE_APPROVAL', { approvedOn, earliest });
      storeVersions(ctx, plan, amendment);
      step(ctx, amendment, 'approve', opinion);
      ctx.plans.approveAmendment(amendment.id, { approvedOn, documentNumber }, accountId, ctx.now);
      return noted(null, nameOf(plan, amendment), { approvedOn, documentNumber, reason: amendment.reason });
    }),
};

/** The day the plan or its newest amendment came into force: an amendment never precedes it. */
function lastApproval(ctx: Context, plan: Plan): string {
  const days = ctx.plans.amendments(plan.id).flatMap(({ approvedOn }) => approvedOn ?? []);
  return [plan.approvedOn ?? '', ...days].toSorted().at(-1) ?? '';
}

/** An item that reads otherwise because the one it continues was changed gets its version too. */
function storeVersions(ctx: Context, plan: Plan, amendment: Amendment): void {
  const stored = ctx.plans.items(plan.id);
  const rows = amendedRows(stored, ctx.plans.amendmentChanges(amendment.id));
  const read = readRows(
    ctx,
    plan,
    rows.map(({ row }) => row),
  );
  const last = Math.max(0, ...stored.map(({ position }) => position));
  for (const [index, { id }] of rows.entries()) {
    const item = read[index];
    const before = stored.find((one) => one.id === id);
    if (item === undefined || isDeepStrictEqual(before?.item, item.item)) continue;
    const position = before?.position ?? last + index + 1;
    ctx.plans.insertItem(plan.id, position, item, { amendmentId: amendment.id, replaces: id });
  }
}

/** Items of an own plan are numbered by the program, not by the form. */
function keptNumber(row: PlanRow, { cells }: PlanRow): PlanRow {
  return row.own === null ? row : { ...row, cells: { ...row.cells, number: cells.number } };
}

/** The amendment to write in; who asks may then not approve it. */
function openAmendment(ctx: Context, id: number) {
  const found = amendmentIn(ctx, id, 'draft');
  if (found.ok) ctx.plans.addHand({ planId: found.plan.id, amendmentId: id }, ctx.account?.id ?? 0);
  return found;
}

function amendmentIn(ctx: Context, id: number, state: 'draft' | 'submitted') {
  const amendment = ctx.plans.amendmentById(id);
  const plan = amendment === null ? null : ctx.plans.planById(amendment.planId);
  if (amendment === null || plan === null) return refuse('NOT_FOUND', { what: '计划调整' });
  if (amendment.state !== state)
    return refuse('AMENDMENT_SETTLED', { serial: amendment.serial, state: amendment.state });
  return { ok: true as const, amendment, plan };
}

function nameOf(plan: Plan, { serial }: Amendment): string {
  return `${plan.title}第${serial}次调整`;
}

function step(ctx: Context, { id, planId }: Amendment, taken: PlanStep, opinion: string): void {
  ctx.plans.insertStep({ planId, amendmentId: id }, taken, opinion, ctx.account?.id ?? 0, ctx.now);
}
