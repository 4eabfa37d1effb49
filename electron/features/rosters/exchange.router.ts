import { z } from 'zod';
import { refuse } from '../../../shared/kernel/result.ts';
import { command, query } from '../../app/procedures.ts';
import { noted } from '../../app/run-command.ts';
import { isSameEntry } from './changes.repo.ts';
import { exchangeLines, joinedDepartments, readExchange } from './exchange.ts';
import { putEntry } from './put-officers.ts';
import { causeOf, departmentOf } from './roster-changes.ts';

/** 参与部门 keep their officers by an exchanged workbook. */
export const exchangeCalls = {
  joinedDepartments: query().query(({ ctx }) => joinedDepartments(ctx)),

  /** What the workbook would do today; null when it no longer waits. `asOf` is sent back with the confirmation. */
  exchange: query()
    .input(z.object({ stageId: z.int() }))
    .query(({ ctx, input }) => {
      const staged = ctx.rosters.exchanges.find(ctx.account?.id ?? 0, input.stageId);
      if (staged === null) return null;
      const read = readExchange(ctx, staged);
      const { department, fileName } = staged;
      const asOf = ctx.rosters.changes.newest();
      if (!read.ok) return { department, fileName, asOf, problems: [], lines: [] };
      return { department, fileName, asOf, problems: read.value.problems, lines: exchangeLines(ctx, read.value) };
    }),

  /** 确认: all rows at once; those no longer listed are set 调离 only when `markLeft` says so. Undone like any import, by batch. */
  confirmExchange: command('rosters.confirm-exchange', { may: ['operator'], backup: 'import' })
    .input(z.object({ stageId: z.int(), asOf: z.int(), markLeft: z.boolean() }))
    .mutation(({ ctx, input: { stageId, asOf, markLeft } }) => {
      const accountId = ctx.account?.id ?? 0;
      const staged = ctx.rosters.exchanges.find(accountId, stageId);
      if (staged === null) return refuse('STAGE_GONE');
      if (ctx.rosters.changes.newest() !== asOf) return refuse('STAGE_OUTDATED');
      const read = readExchange(ctx, staged);
      if (!read.ok) return read;
      const errors = read.value.problems.filter(({ severity }) => severity === 'error').length;
      if (errors > 0) return refuse('EXCHANGE_HAS_ERRORS', { errors });
      const changing = read.value.states.filter(({ states: [before, after] }) => !isSameEntry(before, after));
      const missing = markLeft ? read.value.missing : [];
      if (changing.length + missing.length === 0) return refuse('UNCHANGED');
      const { fileName, fileSha256, department } = staged;
      const cause = causeOf(ctx, `${department}交换表：${fileName}`);
      const batchId = ctx.rosters.openBatch({
        kind: 'exchange',
        fileName,
        fileSha256,
        at: cause.at,
        byId: cause.byId,
      });
      const shortOf = departmentOf(ctx);
      for (const { id, states } of changing) {
        putEntry(ctx.rosters, id ?? undefined, states, shortOf, { ...cause, batchId });
      }
      for (const id of missing) {
        const entry = ctx.rosters.officerEntry(id);
        if (entry === null) continue;
        const reason = `${department}交换表未再列入：${fileName}`;
        putEntry(ctx.rosters, id, [entry, { ...entry, status: '调离' }], shortOf, { ...cause, reason, batchId });
      }
      const added = changing.filter(({ id }) => id === null).length;
      const counts = { added, updated: changing.length - added + missing.length, leftOut: 0 };
      ctx.rosters.countBatch(batchId, { ...counts, warnings: read.value.problems.length });
      ctx.rosters.exchanges.drop(accountId);
      return noted({ batchId, ...counts, left: missing.length }, `${department} ${fileName}`, {
        batchId,
        department,
        ...counts,
        left: missing.length,
        fileSha256,
        rosterSha256: ctx.rosters.contentHashNow(),
      });
    }),
};
