import type { PlanStep } from '../../../shared/features/plans/plan.ts';
import { Approve, PublishPlan, Return, Submit } from '../../../shared/features/plans/plan-schemas.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import { command } from '../../app/procedures.ts';
import { noted } from '../../app/run-command.ts';
import { planToWrite } from './plan-rows.ts';
import type { Plan } from './plans.repo.ts';

/** 送审, 退回, 批准 and 公布 of a plan (细则 第五条: 报局领导批准后公布). */
export const approvalCalls = {
  submit: command('plans.submit', { may: ['operator'] })
    .input(Submit)
    .mutation(({ ctx, input }) => {
      const found = planToWrite(ctx, input.id);
      if (!found.ok) return found;
      const plan = found.value;
      if (plan.items === 0) return refuse('PLAN_WITHOUT_ROWS', { title: plan.title });
      ctx.plans.setPlanState(plan.id, 'submitted');
      step(ctx, plan, 'submit', input.opinion);
      return noted(null, plan.title, { items: plan.items });
    }),

  returnPlan: command('plans.return', { may: ['leader'] })
    .input(Return)
    .mutation(({ ctx, input }) => {
      const plan = ctx.plans.planById(input.id);
      if (plan === null) return refuse('NOT_FOUND', { what: '抽查计划' });
      if (plan.state !== 'submitted') return refuse('PLAN_NOT_SUBMITTED', { title: plan.title });
      ctx.plans.setPlanState(plan.id, 'draft');
      step(ctx, plan, 'return', input.opinion);
      return noted(null, plan.title, { opinion: input.opinion });
    }),

  /** 报局领导批准. Not by an account that made it, wrote in it or put it up; a draft may be approved at once. */
  approve: command('plans.approve', { may: ['leader'] })
    .input(Approve)
    .mutation(({ ctx, input }) => {
      const plan = ctx.plans.planById(input.id);
      if (plan === null) return refuse('NOT_FOUND', { what: '抽查计划' });
      if (plan.state === 'approved') return refuse('PLAN_NOT_DRAFT', { title: plan.title });
      const accountId = ctx.account?.id ?? 0;
      if (ctx.plans.hasHandIn({ planId: plan.id, amendmentId: null }, accountId)) {
        return refuse('OWN_PLAN', { title: plan.title });
      }
      if (plan.items === 0) return refuse('PLAN_WITHOUT_ROWS', { title: plan.title });
      const { approvedOn = ctx.today, documentNumber, opinion } = input;
      if (approvedOn > ctx.today) return refuse('DAY_IN_FUTURE', { on: approvedOn });
      step(ctx, plan, 'approve', opinion);
      ctx.plans.approvePlan(plan.id, { approvedOn, documentNumber }, accountId, ctx.now);
      return noted(null, plan.title, { items: plan.items, approvedOn, documentNumber });
    }),

  /** Records where and when the plan, with its amendments so far, was made public. */
  publish: command('plans.publish', { may: ['operator'] })
    .input(PublishPlan)
    .mutation(({ ctx, input }) => {
      const plan = ctx.plans.planById(input.id);
      if (plan === null) return refuse('NOT_FOUND', { what: '抽查计划' });
      if (plan.approvedOn === null) return refuse('PLAN_NOT_APPROVED', { title: plan.title });
      const { publishedOn, place } = input;
      if (publishedOn > ctx.today) return refuse('DAY_IN_FUTURE', { on: publishedOn });
      const approvals = ctx.plans.amendments(plan.id).flatMap(({ approvedOn }) => approvedOn ?? []);
      const latest = [plan.approvedOn, ...approvals].toSorted().at(-1) ?? plan.approvedOn;
      if (publishedOn < latest) return refuse('PUBLISHED_BEFORE_APPROVAL', { publishedOn, approvedOn: latest });
      ctx.plans.insertPlanPublication(plan.id, { publishedOn, place }, ctx.account?.id ?? 0, ctx.now);
      return noted(null, plan.title, { publishedOn, place });
    }),
};

function step(ctx: Context, plan: Plan, taken: PlanStep, opinion: string): void {
  ctx.plans.insertStep({ planId: plan.id, amendmentId: null }, taken, opinion, ctx.account?.id ?? 0, ctx.now);
}
