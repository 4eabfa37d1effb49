import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import type { DrawView } from '../../../shared/features/draws/views.ts';
import type { PrintedDocument } from '../../../shared/kernel/document.ts';
import { done, refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import { drawRecordOf, freezeSheetOf, voidSheetOf } from '../../app/draw-documents.ts';
import type { FileRoutes } from '../../app/files.ts';
import { print, printedFile } from '../../app/print.ts';
import { noted, runCommand } from '../../app/run-command.ts';
import { hidesTargets } from '../../app/targets.ts';
import { atState } from './draw-steps.ts';

/** 冻结单, 抽取记录 and the 验证包. */
export function drawFiles({ download }: FileRoutes): void {
  const paper = (name: string, make: (ctx: Context, drawId: number) => PrintedDocument | null) =>
    download(`draws/:id/${name}.pdf`, 'draws.print', 'anyone', async ({ ctx, param }) => {
      const draw = ctx.draws.drawById(Number(param('id')));
      const document = draw && make(ctx, draw.id);
      if (document === null) return refuse('NOT_FOUND', { what: '抽取' });
      if (draw !== null && name === 'record' && hidesTargets(ctx, draw.id))
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
  download(
    'draws/:id/package.zip',
    'draws.hand-over',
    ['operator', 'reviewer', 'leader'],
    async ({ ctx, param, search }) => {
      const to = (search.get('to') ?? '').trim().slice(0, 60);
      if (to === '') return refuse('BAD_INPUT', { problems: [{ field: 'to', sentence: '请填写验证包交给谁' }] });
      const draw = atState(ctx, Number(param('id')), ['recorded']);
      if (!draw.ok) return draw;
      if (hidesTargets(ctx, draw.value.id)) return refuse('TARGETS_NOT_PUBLIC', { number: draw.value.number });
      const record = drawRecordOf(ctx, draw.value.id);
      const printed = record && (await print(ctx.ports, { document: record }));
      if (printed === null) return refuse('NOT_FOUND', { what: '抽取' });
      if (!printed.ok) return printed;
      const bytes = packageOf(ctx, draw.value, printed.value.bytes);
      const entered = runCommand(ctx, 'draws.hand-over', ['operator', 'reviewer', 'leader'], () =>
        noted(null, draw.value.number, { to }),
      );
      return entered.ok ? done({ name: `验证包 ${draw.value.number}.zip`, type: 'application/zip', bytes }) : entered;
    },
  );
}

function packageOf(ctx: Context, draw: DrawView, record: Uint8Array): Uint8Array {
  const encoder = new TextEncoder();
  const texts = [...ctx.draws.packageFiles(draw.id)].map(([name, text]) => [name, encoder.encode(text)] as const);
  const verifiers = ['verify.html', 'verify.py'].map(
    (name) => [name, readFileSync(join(ctx.ports.places.resources, 'verify', name))] as const,
  );
  const files = Object.fromEntries([...texts, ['transcript.pdf', record] as const, ...verifiers]);
  return zipSync(files, { mtime: new Date(draw.recordedAt ?? ctx.now) });
}
