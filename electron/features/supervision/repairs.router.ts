import { z } from 'zod';
import { entryName, isListed } from '../../../shared/features/supervision/lists.ts';
import {
  AcceptRepair,
  AddMaterial,
  AddWay,
  ApplyRepair,
  CheckRepair,
  DecideRepair,
  RepairId,
} from '../../../shared/features/supervision/repair-schemas.ts';
import {
  earliestRepairOn,
  type RepairMatter,
  type RepairStepId,
  repairLacks,
  repairMaterials,
  repairStateOf,
  repairStateTitles,
  repairSteps,
  repairStepTitles,
} from '../../../shared/features/supervision/repairs.ts';
import { creditKindTitles } from '../../../shared/kernel/credit-facts.ts';
import { factTitle } from '../../../shared/kernel/credit-records.ts';
import { isAdverse } from '../../../shared/kernel/fact-test.ts';
import { citeArticle, STANDING_WORDS } from '../../../shared/kernel/pack-basis.ts';
import { done, refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import { officePack } from '../../app/office-pack.ts';
import { command, notFound, query, router } from '../../app/procedures.ts';
import { regradeObjects } from '../../app/regrade.ts';
import { noted } from '../../app/run-command.ts';
import { appliedRepair, severityOfEntry } from './apply-repair.ts';
import { carryOutRepair } from './carry-out-repair.ts';
import { repairNoticeCalls } from './repair-notices.router.ts';
import { byOf, dayRefusal, dueRefusal, ownRefusal, takeNumber, toldRefusal } from './taken.ts';

const operator = ['operator'] as const;

/** 信用修复: application, materials and ways, acceptance, 核查, decision with all it does. */
export const repairsRouter = router({
  list: query().query(({ ctx }) => ctx.supervision.repairs.repairs().map((repair) => repairView(ctx, repair))),

  repair: query()
    .input(RepairId)
    .query(({ ctx, input }) =>
      repairView(ctx, ctx.supervision.repairs.repairById(input.repairId) ?? notFound('信用修复')),
    ),

  /** Tiers and ways of the office's pack. */
  rules: query().query(({ ctx }) => {
    const pack = officePack(ctx);
    const needed = pack.repairWaysNeeded;
    return {
      tiers: pack.repair.map(({ source, standing, ...tier }) => ({
        ...tier,
        article: citeArticle(source),
        standing: STANDING_WORDS[standing],
      })),
      ways: pack.repairWays.map(({ source, standing: _, ...way }) => ({ ...way, article: citeArticle(source) })),
      waysNeeded: needed?.count ?? 0,
      waysNeededArticle: needed == null ? null : `${citeArticle(needed.source)}，${STANDING_WORDS[needed.standing]}`,
    };
  }),

  /** What of an enterprise can be repaired, with the first day each tier allows it. */
  subjects: query()
    .input(z.object({ objectId: z.int() }))
    .query(({ ctx, input }) => {
      const { repair: tiers } = officePack(ctx);
      const records = ctx.credit
        .recordsOf(input.objectId)
        .filter((record) => isAdverse(record) && record.withdrawn === null && record.repairedOn === null)
        // What a listing left is repaired with its entry.
        .filter(({ id }) => ctx.supervision.lists.entryWithRecord(id) === null);
      const entries = ctx.supervision.lists
        .entriesOf(input.objectId)
        .filter((entry) => entry.polarity === 'bad' && isListed(entry));
      const earliest = (documentOn: string) =>
        tiers.map(({ severity, minMonths }) => ({ severity, on: earliestRepairOn(documentOn, minMonths) }));
      return {
        records: records.map((record) => ({
          id: record.id,
          title: factTitle(creditKindTitles[record.kind], record),
          documentOn: record.happenedOn,
          severity: record.severity,
          earliest: earliest(record.happenedOn),
        })),
        entries: entries.map((entry) => ({
          id: entry.id,
          title: `${entry.listName}（${entryName(entry)}）`,
          documentOn: entry.decision?.decidedOn ?? entry.proposedOn,
          severity: severityOfEntry(ctx, entry),
          earliest: earliest(entry.decision?.decidedOn ?? entry.proposedOn),
        })),
      };
    }),

  receive: command('supervision.apply-repair', { may: operator })
    .input(ApplyRepair)
    .mutation(({ ctx, input }) => {
      const day = dayRefusal(ctx, '申请日期', input.appliedOn, { what: '文书日期', on: input.documentOn });
      if (day !== null) return day;
      const applied = appliedRepair(ctx, input);
      if (!applied.ok) return applied;
      const number = takeNumber(ctx, 'repair');
      const { repair, subjects } = applied.value;
      const repairId = ctx.supervision.repairs.insertRepair({ ...repair, number }, subjects, byOf(ctx));
      const titles = subjects.map(({ title }) => title);
      return noted({ repairId, number }, `${repair.objectName} ${number}`, { titles, earliestOn: repair.earliestOn });
    }),

  addMaterial: command('supervision.add-repair-material', { may: operator })
    .input(AddMaterial)
    .mutation(({ ctx, input }) => {
      const at = atStep(ctx, input.repairId, 'accept');
      if (!at.ok) return at;
      const day = dayRefusal(ctx, '材料日期', input.datedOn);
      if (day !== null) return day;
      const has = at.value.materials.some(({ kind }) => kind === input.kind);
      if (has)
        return refuse('STEP_NOT_DUE', { step: `登记${repairMaterials[input.kind]}`, due: repairStepTitles.accept });
      ctx.supervision.repairs.insertMaterial(input, byOf(ctx));
      return noted(null, subjectOf(at.value), { kind: repairMaterials[input.kind], title: input.title });
    }),

  /** One of the ways of 修复 done, with its proof; a training with its attendance (鸡西方案 第22项). */
  addWay: command('supervision.add-repair-way', { may: operator })
    .input(AddWay)
    .mutation(({ ctx, input }) => {
      const at = atStep(ctx, input.repairId, 'accept');
      if (!at.ok) return at;
      const way = officePack(ctx).repairWays.find(({ id }) => id === input.wayId);
      if (way === undefined) return refuse('NOT_IN_PACK', { what: '这一修复方式' });
      const day = dayRefusal(ctx, '完成日期', input.doneOn);
      if (day !== null) return day;
      const has = at.value.ways.some(({ wayId }) => wayId === input.wayId);
      if (has) return refuse('STEP_NOT_DUE', { step: `登记${way.name}`, due: repairStepTitles.accept });
      ctx.supervision.repairs.insertWay({ ...input, name: way.name }, byOf(ctx));
      return noted(null, subjectOf(at.value), { way: way.name, proof: input.proof, attendance: input.attendance });
    }),

  accept: command('supervision.accept-repair', { may: operator })
    .input(AcceptRepair)
    .mutation(({ ctx, input }) => {
      const at = atStep(ctx, input.repairId, 'accept');
      if (!at.ok) return at;
      const day = dayRefusal(ctx, '受理日期', input.acceptedOn, { what: '申请日期', on: at.value.appliedOn });
      if (day !== null) return day;
      const lacks = lacksOf(ctx, at.value);
      if (lacks.length > 0) return refuse('REPAIR_INCOMPLETE', { lacks: lacks.map(({ text }) => text) });
      ctx.supervision.repairs.insertAcceptance(input, byOf(ctx));
      return noted(null, subjectOf(at.value), { acceptedOn: input.acceptedOn });
    }),

  check: command('supervision.check-repair', { may: operator })
    .input(CheckRepair)
    .mutation(({ ctx, input }) => {
      const at = atStep(ctx, input.repairId, 'check');
      if (!at.ok) return at;
      const after = at.value.acceptance && { what: '受理日期', on: at.value.acceptance.acceptedOn };
      const day = dayRefusal(ctx, '核查日期', input.checkedOn, after) ?? toldRefusal(ctx, input.finding);
      if (day !== null) return day;
      ctx.supervision.repairs.insertCheck(input, byOf(ctx));
      return noted(null, subjectOf(at.value), { isPassed: input.isPassed, finding: input.finding });
    }),

  /** By a 局领导 who did not handle it. 准予修复 does everything in this one transaction; 不予修复 may come at any time before. */
  decide: command('supervision.decide-repair', { may: ['leader'], backup: 'publication' })
    .input(DecideRepair)
    .mutation(({ ctx, input }) => {
      const repair = ctx.supervision.repairs.repairById(input.repairId);
      if (repair === null) return refuse('NOT_FOUND', { what: '信用修复' });
      const own = ownRefusal(ctx, repair.number, repair.handlerIds) ?? toldRefusal(ctx, input.opinion);
      if (own !== null) return own;
      if (repair.decision !== null) return refuse('STEP_NOT_DUE', { step: '作出决定', due: null });
      const { outcome, opinion } = input;
      const decision = { ...input, decidedOn: ctx.today };
      if (outcome === 'refused') {
        ctx.supervision.repairs.insertDecision(decision, byOf(ctx));
        return noted({ effects: [] as readonly string[] }, subjectOf(repair), { outcome, opinion });
      }
      const due = dueRefusal(repairSteps(repair), 'decide', '准予修复');
      if (due !== null) return due;
      if (repair.check?.isPassed !== true) return refuse('REPAIR_CHECK_FAILED', { number: repair.number });
      ctx.supervision.repairs.insertDecision(decision, byOf(ctx));
      const effects = carryOutRepair(ctx, repair, opinion);
      ctx.supervision.repairs.insertEffects(repair.id, effects);
      regradeObjects(ctx, [repair.objectId], 'supervision.decide-repair');
      return noted({ effects }, subjectOf(repair), { outcome, opinion, effects });
    }),

  ...repairNoticeCalls,
});

export type RepairView = ReturnType<typeof repairView>;

function repairView(ctx: Context, { handlerIds: _, ...repair }: RepairMatter) {
  const whole = { ...repair, handlerIds: [] };
  const state = repairStateOf(whole);
  return {
    ...repair,
    state,
    stateTitle: repairStateTitles[state],
    steps: repairSteps(whole),
    lacks: repair.acceptance === null && repair.decision === null ? lacksOf(ctx, repair) : [],
  };
}

function lacksOf(ctx: Context, repair: Pick<RepairMatter, 'id' | 'materials' | 'ways' | 'waysNeeded'>) {
  return repairLacks(repair, ctx.attachments.countOf('repair', repair.id));
}

function subjectOf({ objectName, number }: Pick<RepairMatter, 'objectName' | 'number'>): string {
  return `${objectName} ${number}`;
}

function atStep(ctx: Context, repairId: number, step: RepairStepId) {
  const repair = ctx.supervision.repairs.repairById(repairId);
  if (repair === null) return refuse('NOT_FOUND', { what: '信用修复' });
  return dueRefusal(repairSteps(repair), step, repairStepTitles[step]) ?? done(repair);
}
