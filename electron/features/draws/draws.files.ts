import { isReceiverKind } from '../../../shared/features/draws/handing-over.ts';
import {
  type PublicationExtract,
  publicationExtract,
  publicationText,
} from '../../../shared/features/draws/publication-extract.ts';
import { receiptDocument } from '../../../shared/features/draws/receipt.document.ts';
import type { DrawView } from '../../../shared/features/draws/views.ts';
import type { PrintedDocument } from '../../../shared/kernel/document.ts';
import { localTimeOf } from '../../../shared/kernel/local-date.ts';
import { done, refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import { drawRecordOf, freezeSheetOf, voidSheetOf } from '../../app/draw-documents.ts';
import { type FileRoutes, xlsx } from '../../app/files.ts';
import { printedFile } from '../../app/print.ts';
import { noted, runCommand } from '../../app/run-command.ts';
import { hidesTargets } from '../../app/targets.ts';
import { type WorkbookSpec, writeWorkbook } from '../../workbooks/write.ts';
import { atState, handingsOver } from './draw-steps.ts';
import { proofPackage } from './proof-package.ts';

/** 冻结单, 抽取记录, the 验证包 with its receipts, and what is published. */
export function drawFiles({ download }: FileRoutes): void {
  const paper = (name: string, make: (ctx: Context, drawId: number) => PrintedDocument | null) =>
    download(`draws/:id/${name}.pdf`, 'draws.print', 'anyone', async ({ ctx, param }) => {
      const draw = ctx.draws.drawById(Number(param('id')));
      const document = draw && make(ctx, draw.id);
      if (document === null) return refuse('NOT_FOUND', { what: '抽取' });
      // The 冻结单 names 必检 objects, the 抽取记录 all of them.
      const isNaming = name === 'record' || (name === 'freeze-sheet' && (draw?.setting.must.length ?? 0) > 0);
      if (draw !== null && isNaming && hidesTargets(ctx, draw.id))
        return refuse('TARGETS_NOT_PUBLIC', { number: draw.number });
      const printed = await printedFile(ctx.ports, document);
      if (!printed.ok) return printed;
      const entered = runCommand(ctx, 'draws.print', 'anyone', () => noted(null, document.title));
      return entered.ok ? printed : entered;
    });

  paper('freeze-sheet', freezeSheetOf);
  paper('record', drawRecordOf);
  paper('void-sheet', voidSheetOf);

  /** Holds strata and recusals: for witnesses, 纪检 and reviewing bodies, each handing-over with its ledger entry. */
  download('draws/:id/package.zip', 'draws.hand-over', handers, async ({ ctx, param, search }) => {
    const to = (search.get('to') ?? '').trim().slice(0, 60);
    const kind = search.get('kind') ?? '';
    if (to === '') return refuse('BAD_INPUT', { problems: [{ field: 'to', sentence: '请填写验证包交给谁' }] });
    if (!isReceiverKind(kind)) {
      return refuse('BAD_INPUT', {
        problems: [{ field: 'kind', sentence: '请选择接收方是见证人、纪检监察机关还是复核机关' }],
      });
    }
    const draw = recorded(ctx, Number(param('id')));
    if (!draw.ok) return draw;
    const made = await proofPackage(ctx, draw.value);
    if (!made.ok) return made;
    const { bytes, hash } = made.value;
    const entered = runCommand(ctx, 'draws.hand-over', handers, () =>
      noted(null, draw.value.number, { to, kind, packageHash: hash }),
    );
    return entered.ok ? done({ name: `验证包 ${draw.value.number}.zip`, type: 'application/zip', bytes }) : entered;
  });

  /** 验证包交接单 of one handing-over, by the number of its ledger entry. */
  download('draws/:id/receipts/:seq/receipt.pdf', 'draws.print', 'anyone', async ({ ctx, param }) => {
    const draw = ctx.draws.drawById(Number(param('id')));
    const handing = draw && handingsOver(ctx, draw.number).find(({ seq }) => seq === Number(param('seq')));
    if (!draw || !handing) return refuse('NOT_FOUND', { what: '验证包的交付' });
    const bureau = ctx.office.bureau()?.name ?? '';
    const at = localTimeOf(handing.at).slice(0, 16);
    const document = receiptDocument({ bureau, draw, handing, at, printedOn: ctx.today });
    const printed = await printedFile(ctx.ports, document);
    if (!printed.ok) return printed;
    const entered = runCommand(ctx, 'draws.print', 'anyone', () => noted(null, document.title));
    return entered.ok ? printed : entered;
  });

  /** What is published of a draw, as text or as a table: no grade, no officer. */
  const extract = (draw: DrawView, ctx: Context) => publicationExtract(draw, ctx.office.bureau()?.name ?? '');
  download('draws/:id/publication.txt', 'draws.publish', handers, ({ ctx, param }) => {
    const draw = recorded(ctx, Number(param('id')));
    if (!draw.ok) return draw;
    const bytes = new TextEncoder().encode(`\ufeff${publicationText(extract(draw.value, ctx))}`);
    const entered = runCommand(ctx, 'draws.publish', handers, () => noted(null, draw.value.number, { as: 'txt' }));
    const name = `公示稿 ${draw.value.number}.txt`;
    return entered.ok ? done({ name, type: 'text/plain; charset=utf-8', bytes }) : entered;
  });
  download('draws/:id/publication.xlsx', 'draws.publish', handers, async ({ ctx, param }) => {
    const draw = recorded(ctx, Number(param('id')));
    if (!draw.ok) return draw;
    const bytes = await writeWorkbook(ctx.ports.pool, publicationWorkbook(extract(draw.value, ctx), ctx.now));
    const entered = runCommand(ctx, 'draws.publish', handers, () => noted(null, draw.value.number, { as: 'xlsx' }));
    return entered.ok ? done({ name: `公示稿 ${draw.value.number}.xlsx`, type: xlsx, bytes }) : entered;
  });
}

/** The draw, once it is recorded, for those from whom its targets are not hidden. */
function recorded(ctx: Context, drawId: number) {
  const draw = atState(ctx, drawId, ['recorded']);
  if (!draw.ok) return draw;
  return hidesTargets(ctx, drawId) ? refuse('TARGETS_NOT_PUBLIC', { number: draw.value.number }) : draw;
}

const handers = ['operator', 'reviewer', 'leader'] as const;

function publicationWorkbook({ title, facts, rows, replaced }: PublicationExtract, createdAt: string): WorkbookSpec {
  const column = (heading: string, width: number) => ({ heading, kind: 'text' as const, width });
  const columns = [column('序号', 8), column('检查对象', 44), column('统一社会信用代码', 24)];
  const drawn = { name: '抽中名单', columns, rows: rows.map(([order, ...rest]) => [String(order), ...rest]) };
  const about = [['标题', title], ...facts, ...replaced.map((line) => ['替补', line] as const)];
  return {
    sheets: [drawn, { name: '抽取情况', columns: [column('项目', 16), column('内容', 80)], rows: about }],
    createdAt,
  };
}
