import type { Dossier, PrintedDocument, ScannedFile } from '../../shared/kernel/document.ts';
import { done, type Result } from '../../shared/kernel/result.ts';
import { type Printed, type PrintRefusal, printDocument, printDossier, printDossiers } from '../documents/assemble.ts';
import { type Fonts, loadFonts } from '../documents/fonts.ts';
import { pagesOfScan, withScans } from '../documents/scans.ts';
import { serveTask } from './serve-task.ts';

/**
 * What the print worker is asked: plain data, and the folder of the bundled fonts. `dossiers` come out as one file;
 * `count-pages` reads a scan.
 */
export type PrintTask =
  | ({ readonly fonts: string } & (
      | { readonly kind: 'document'; readonly document: PrintedDocument }
      | { readonly kind: 'dossier'; readonly dossier: Dossier }
      | { readonly kind: 'dossiers'; readonly dossiers: readonly Dossier[] }
    ))
  | { readonly kind: 'count-pages'; readonly file: ScannedFile };

// Fonts stay open from task to task: they are by far the largest thing a print needs.
const opened = new Map<string, Fonts>();

function fontsIn(folder: string): Fonts {
  const known = opened.get(folder) ?? loadFonts({ bundled: folder });
  opened.set(folder, known);
  return known;
}

serveTask<PrintTask, Result<Printed, PrintRefusal> | number | null>(async (task, progress) => {
  if (task.kind === 'count-pages') return pagesOfScan(task.file);
  const printed = printOf(task, progress);
  if (!printed.ok || printed.value.placed === undefined) return printed;
  const { bytes, pages, placed } = printed.value;
  return done({ bytes: await withScans(bytes, placed), pages });
});

type DocumentTask = Exclude<PrintTask, { kind: 'count-pages' }>;

function printOf(task: DocumentTask, progress: (done: number, total: number) => void): Result<Printed, PrintRefusal> {
  const fonts = fontsIn(task.fonts);
  switch (task.kind) {
    case 'document':
      return printDocument(task.document, fonts);
    case 'dossier':
      return printDossier(task.dossier, fonts);
    case 'dossiers':
      return printDossiers(task.dossiers, fonts, progress);
  }
}
