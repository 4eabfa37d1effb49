import { createHash } from 'node:crypto';
import {
  isMade,
  MOST_SCANS,
  scanTypeOf,
  signedPapers,
  signedPaperTitles,
} from '../../../shared/features/draws/scan.ts';
import { done, refuse } from '../../../shared/kernel/result.ts';
import type { FileRoutes } from '../../app/files.ts';
import { noted, runCommand } from '../../app/run-command.ts';
import { pagesOfScan } from '../../app/scan-pages.ts';
import { hidesTargets } from '../../app/targets.ts';

const LONGEST_NAME = 120;

/** Scans of signed sheets, in and out. They are kept as they came, with their hash in the ledger. */
export function scanFiles({ download, upload }: FileRoutes): void {
  upload('draws/:id/scans/:paper', 'draws.attach-scan', ['operator'], async ({ ctx, param, bytes, fileName }) => {
    const draw = ctx.draws.drawById(Number(param('id')));
    const paper = signedPapers.find((name) => name === param('paper'));
    if (draw === null || paper === undefined) return refuse('NOT_FOUND', { what: '抽取' });
    const { number } = draw;
    if (!isMade(draw, paper)) return refuse('SCAN_TOO_EARLY', { number, paper });
    const file = fileName.slice(0, LONGEST_NAME) || '扫描件';
    const type = scanTypeOf(bytes, file);
    if (!type.ok) return type;
    const pages = await pagesOfScan(ctx, { type: type.value, bytes });
    if (pages === null) return refuse('SCAN_DAMAGED', { file });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return runCommand(ctx, 'draws.attach-scan', ['operator'], () => {
      const there = ctx.draws.scansOf(draw.id).filter(({ withdrawn }) => withdrawn === null);
      if (there.length >= MOST_SCANS) return refuse('SCAN_TOO_MANY', { most: MOST_SCANS });
      const twin = there.find((scan) => scan.sha256 === sha256);
      if (twin) return refuse('SCAN_TWICE', { file, paper: twin.paper });
      const accountId = ctx.account?.id ?? 0;
      const scan = { drawId: draw.id, paper, fileName: file, type: type.value, pages, sha256, bytes };
      const id = ctx.draws.insertScan({ ...scan, at: ctx.now, accountId });
      const details = { paper: signedPaperTitles[paper], file, pages, size: bytes.length, sha256 };
      return noted({ id, pages }, number, details);
    });
  });

  download('draws/:id/scans/:scan', 'draws.open-scan', 'anyone', ({ ctx, param }) => {
    const draw = ctx.draws.drawById(Number(param('id')));
    const scan = draw && ctx.draws.scanContent(draw.id, Number(param('scan')));
    if (!draw || !scan) return refuse('NOT_FOUND', { what: '这份扫描件' });
    if (scan.paper !== 'void-sheet' && hidesTargets(ctx, draw.id))
      return refuse('TARGETS_NOT_PUBLIC', { number: draw.number });
    const { fileName: name, type, bytes } = scan;
    const entered = runCommand(ctx, 'draws.open-scan', 'anyone', () => noted(null, draw.number, { file: name }));
    return entered.ok ? done({ name, type, bytes, inline: true }) : entered;
  });
}
