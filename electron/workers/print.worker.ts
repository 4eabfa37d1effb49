import { workerData } from 'node:worker_threads';
import type { Dossier, PrintedDocument } from '../../shared/kernel/document.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { type Printed, type PrintRefusal, printDocument, printDossier, printDossiers } from '../documents/assemble.ts';
import { type FontFolders, loadFonts } from '../documents/fonts.ts';
import { serveTask } from './serve-task.ts';

/** What the print worker is asked: plain data. `dossiers` come out as one file. */
export type PrintTask =
  | { readonly kind: 'document'; readonly document: PrintedDocument }
  | { readonly kind: 'dossier'; readonly dossier: Dossier }
  | { readonly kind: 'dossiers'; readonly dossiers: readonly Dossier[] };

// Opened once per thread: the fonts are by far the largest thing a print needs.
const fonts = loadFonts((workerData as { readonly fonts?: FontFolders } | null)?.fonts);

serveTask<PrintTask, Result<Printed, PrintRefusal>>((task, progress) => {
  switch (task.kind) {
    case 'document':
      return printDocument(task.document, fonts);
    case 'dossier':
      return printDossier(task.dossier, fonts);
    case 'dossiers':
      return printDossiers(task.dossiers, fonts, progress);
  }
});
