import { listDecisionDocument } from '../../../shared/features/supervision/list-decision.document.ts';
import { listNoticeDocument } from '../../../shared/features/supervision/list-notice.document.ts';
import { objectionAnswerDocument } from '../../../shared/features/supervision/objection-answer.document.ts';
import { repairDecisionDocument } from '../../../shared/features/supervision/repair-decision.document.ts';
import { talkNoticeDocument } from '../../../shared/features/supervision/talk-notice.document.ts';
import { talkRecordDocument } from '../../../shared/features/supervision/talk-record.document.ts';
import type { PrintedDocument } from '../../../shared/kernel/document.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import type { FileRoutes } from '../../app/files.ts';
import { officePack } from '../../app/office-pack.ts';
import { printedFile } from '../../app/print.ts';
import { noted, runCommand } from '../../app/run-command.ts';
import { followUpFiles } from './follow-up.files.ts';
import { listDecisionModel, listNoticeModel, removalModel, repairNoticeOf } from './paper-models.ts';
import { citedInFull } from './taken.ts';

/** Papers of 信用监管, each once its step is taken. */
export function supervisionFiles(routes: FileRoutes): void {
  const { download } = routes;
  followUpFiles(routes);
  const paper = (path: string, what: string, make: (ctx: Context, id: number) => PrintedDocument | null) =>
    download(`supervision/${path}`, 'supervision.print', 'anyone', async ({ ctx, param }) => {
      const document = make(ctx, Number(param('id')));
      if (document === null) return refuse('NOT_FOUND', { what });
      const printed = await printedFile(ctx.ports, document);
      if (!printed.ok) return printed;
      const entered = runCommand(ctx, 'supervision.print', 'anyone', () => noted(null, document.title));
      return entered.ok ? printed : entered;
    });
  const made = <M>(model: M | null, document: (model: M) => PrintedDocument | null) =>
    model === null ? null : document(model);

  paper('lists/:id/notice.pdf', '列入名单事先告知书', (ctx, id) => made(listNoticeModel(ctx, id), listNoticeDocument));
  paper('lists/:id/decision.pdf', '名单决定书', (ctx, id) => made(listDecisionModel(ctx, id), listDecisionDocument));
  paper('removals/:id/decision.pdf', '移出名单决定书', (ctx, id) => made(removalModel(ctx, id), listDecisionDocument));
  paper('talks/:id/notice.pdf', '约谈通知书', (ctx, id) => made(talkModel(ctx, id), talkNoticeDocument));
  paper('talks/:id/record.pdf', '约谈记录', (ctx, id) => made(talkModel(ctx, id), talkRecordDocument));
  paper('repairs/:id/decision.pdf', '信用修复决定书', (ctx, id) => made(repairModel(ctx, id), repairDecisionDocument));
  paper('repair-notices/:id/notice.pdf', '信用修复告知书', repairNoticeOf);
  paper('objections/:id/answer.pdf', '信用信息异议答复书', (ctx, id) =>
    made(answerModel(ctx, id), objectionAnswerDocument),
  );
}

function talkModel(ctx: Context, id: number) {
  const talk = ctx.supervision.talks.talkById(id);
  if (talk === null) return null;
  const article = citedInFull(officePack(ctx), talk.kind.article);
  return { bureau: ctx.office.bureau()?.name ?? '', talk, article, printedOn: ctx.today };
}

function repairModel(ctx: Context, id: number) {
  const repair = ctx.supervision.repairs.repairById(id);
  if (repair === null) return null;
  const article = citedInFull(officePack(ctx), repair.tier.article);
  return { bureau: ctx.office.bureau()?.name ?? '', repair, article };
}

function answerModel(ctx: Context, id: number) {
  const objection = ctx.supervision.objections.objectionById(id);
  if (objection === null) return null;
  const answeredOn = objection.answer?.answeredOn ?? ctx.today;
  return { bureau: ctx.office.bureau()?.name ?? '', objection, answeredOn };
}
