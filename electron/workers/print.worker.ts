import type { Dossier, PrintedDocument } from '../../shared/kernel/document.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { type Printed, type PrintRefusal, printDocument, printDossier, printDossiers } from '../documents/assemble.ts';
import { type Fonts, loadFonts } from '../documents/fonts.ts';
import { pagesOfPdf } from '../documents/pdf-pages.ts';
import { serveTask } from './serve-task.ts';

/**
 * What the print worker is asked: plain data, and the folder of the bundled fonts. `dossiers` come out as one file;
 * `count-pages` reads a PDF from outside.
 */
export type PrintTask =
  | ({ readonly fonts: string } & (
      | { readonly kind: 'document'; readonly document: PrintedDocument }
      | { readonly kind: 'dossier'; readonly dossier: Dossier }
      | { readonly kind: 'dossiers'; readonly dossiers: readonly Dossier[] }
    ))
  | { readonly kind: 'count-pages'; readonly bytes: Uint8Array };

// Fonts stay open from task to task: they are by far the largest thing a print needs.
const opened = new Map<string, Fonts>();

function fontsIn(folder: string): Fonts {
  const known = opened.get(folder) ?? loadFonts({ bundled: folder });
  opened.set(folder, known);
  return known;
}

serveTask<PrintTask, Result<Printed, PrintRefusal> | number | null>((task, progress) => {
  if (task.kind === 'count-pages') return pagesOfPdf(task.bytes);
  const fonts = fontsIn(task.fonts);
  switch (task.kind) {
    case 'document':
      return printDocument(task.document, fonts);
    case 'dossier':
      return printDossier(task.dossier, fonts);
    case 'dossiers':
      return printDossiers(task.dossiers, fonts, progress);
  }
});
