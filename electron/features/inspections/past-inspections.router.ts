import { z } from 'zod';
import { departmentOf, inspectionKey, type PastCheck } from '../../../shared/features/inspections/check-past.ts';
import type { PastInspectionDraft } from '../../../shared/features/inspections/past-inspections.ts';
import { PastForm, Revocation } from '../../../shared/features/inspections/schemas.ts';
import { nameKey } from '../../../shared/kernel/normalise.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import { command, query, router } from '../../app/procedures.ts';
import { regradeObjects } from '../../app/regrade.ts';
import { noted } from '../../app/run-command.ts';
import { pastCheck, stagePast } from './past-inspections.import.ts';

const may = { may: ['operator'] } as const;
const Stage = z.object({ stageId: z.int() });

/** 以往检查: entered from a workbook or by hand, revoked with a reason, never deleted. */
export const pastInspectionsRouter = router({
  list: query().query(({ ctx }) => {
    const known = new Set(ctx.inspections.past.grounds.itemNames().map(nameKey));
    return ctx.inspections.past.list().map((one) => ({ ...one, isItemKnown: known.has(nameKey(one.itemName)) }));
  }),

  /** What the form offers: people of the roster, names of items, departments. */
  choices: query().query(({ ctx }) => {
    const { officers, itemNames, bureau, departments } = pastCheck(ctx);
    return {
      officers: officers.map(({ id, name, unit }) => ({ id, name, unit })),
      itemNames,
      ownDepartment: bureau.department,
      departments: departments.map(({ short }) => short),
    };
  }),

  batches: query().query(({ ctx }) => ctx.inspections.past.batches()),

  /** What a checked file would enter; null when the preview is gone. */
  stage: query()
    .input(Stage)
    .query(({ ctx, input }) => {
      const stage = ctx.inspections.past.stages.find(ctx.account?.id ?? 0, input.stageId);
      return stage === null ? null : { stageId: input.stageId, fileName: stage.fileName, ...stage.staged };
    }),

  /** All good rows in one transaction, a backup before. The check is made anew; another outcome is shown first. */
  confirmImport: command('inspection.import-past', { ...may, backup: 'import' })
    .input(Stage)
    .mutation(({ ctx, input }) => {
      const { past } = ctx.inspections;
      const accountId = ctx.account?.id ?? 0;
      const stage = past.stages.find(accountId, input.stageId);
      if (stage === null) return refuse('PAST_STAGE_GONE');
      const anew = stagePast(ctx, stage.sheets);
      if (!anew.ok) return anew;
      if (JSON.stringify(anew.value) !== JSON.stringify(stage.staged)) {
        past.stages.replace(accountId, { ...stage, staged: anew.value });
        return refuse('PAST_STAGE_OUTDATED');
      }
      const { rows, rowsRead } = anew.value;
      if (rows.length === 0) return refuse('NO_PAST_TO_IMPORT');
      const { fileName, fileSha256 } = stage;
      const leftOut = rowsRead - rows.length;
      const batchId = past.insertBatch({ fileName, fileSha256, leftOut }, rows, { at: ctx.now, by: accountId });
      past.stages.drop(accountId);
      regradeObjects(
        ctx,
        rows.map(({ draft }) => draft.objectId),
        'inspection.import-past',
      );
      const counts = { imported: rows.length, leftOut };
      return noted(counts, fileName, { batchId, fileSha256, ...counts });
    }),

  undoImport: command('inspection.undo-past-import', may)
    .input(Revocation)
    .mutation(({ ctx, input: { id, reason } }) => {
      const batch = ctx.inspections.past.batchById(id);
      if (batch === null) return refuse('NOT_FOUND', { what: '导入记录' });
      if (batch.undone !== null) return refuse('PAST_IMPORT_UNDONE', { fileName: batch.fileName });
      const objectIds = ctx.inspections.past.objectsOfBatch(id);
      const revoked = ctx.inspections.past.undoBatch(id, { at: ctx.now, by: ctx.account?.id ?? 0, reason });
      regradeObjects(ctx, objectIds, 'inspection.undo-past-import');
      return noted({ revoked }, batch.fileName, { batchId: id, revoked, reason });
    }),

  add: command('inspection.add-past', may)
    .input(PastForm)
    .mutation(({ ctx, input }) => {
      const check = pastCheck(ctx);
      if (input.inspectedOn > ctx.today) return badDay('检查日期还没有到，请核对');
      if (input.inspectedOn < '2000-01-01') return badDay('检查日期早于2000年，请核对');
      const draft = draftOf(input, check);
      if (draft === null) return refuse('NOT_FOUND', { what: '检查对象' });
      const key = inspectionKey(draft);
      const there = check.past.find((one) => inspectionKey(one) === key);
      const { objectName, itemName, inspectedOn, department } = draft;
      if (there !== undefined) return refuse('PAST_THERE', { objectName, from: there.from });
      const drawn = check.drawn.find((one) => inspectionKey({ ...one, department }) === key);
      if (draft.isOwn && drawn !== undefined) return refuse('PAST_DRAWN', { objectName, taskNumber: drawn.from });
      const id = ctx.inspections.past.insert(draft, { at: ctx.now, by: ctx.account?.id ?? 0 });
      regradeObjects(ctx, [draft.objectId], 'inspection.add-past');
      return noted({ id }, `${inspectedOn} ${objectName}`, { id, itemName, department, result: draft.result });
    }),

  revoke: command('inspection.revoke-past', may)
    .input(Revocation)
    .mutation(({ ctx, input: { id, reason } }) => {
      const one = ctx.inspections.past.byId(id);
      if (one === null) return refuse('NOT_FOUND', { what: '这次登记' });
      const { objectName, inspectedOn, itemName, revoked } = one;
      if (revoked !== null) return refuse('PAST_REVOKED', { objectName });
      ctx.inspections.past.revoke(id, { at: ctx.now, by: ctx.account?.id ?? 0, reason });
      regradeObjects(ctx, [one.objectId], 'inspection.revoke-past');
      return noted(null, `${inspectedOn} ${objectName}`, { id, itemName, reason });
    }),
});

function badDay(sentence: string) {
  return refuse('BAD_INPUT', { problems: [{ field: 'inspectedOn', sentence }] });
}

/** Null when the object is not in the roster. */
function draftOf(form: PastForm, check: PastCheck): PastInspectionDraft | null {
  const object = check.objects.find(({ id }) => id === form.objectId);
  if (object === undefined) return null;
  const { officerIds, otherPeople, department, ...rest } = form;
  const seated = check.officers.filter(({ id }) => officerIds.includes(id));
  return {
    ...rest,
    objectName: object.name,
    ...departmentOf(
      department.split(/[、，,；;]/).flatMap((part) => (part.trim() === '' ? [] : [part.trim()])),
      check,
    ),
    team: [
      ...seated.map(({ id, name, certificate }) => ({ officerId: id, name, certificate })),
      ...otherPeople.map((name) => ({ officerId: null, name, certificate: '' })),
    ],
  };
}
