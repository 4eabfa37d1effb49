import { ensureFonts } from '../../electron/build/fonts.ts';
import { type Fonts, loadFonts } from '../../electron/documents/fonts.ts';
import type { Block, Dossier, DossierPart, PrintedDocument } from '../../shared/kernel/document.ts';

/** The bundled fonts only: what this computer has installed must not change what is tested. */
export function bundledFonts(): Fonts {
  return loadFonts({ bundled: ensureFonts(), installed: [] });
}

export function aDocument(blocks: readonly Block[], given: Partial<PrintedDocument> = {}): PrintedDocument {
  return { title: '示例文书', layout: 'form', printedOn: '2026-09-07', blocks, ...given };
}

export function paragraphs(...texts: readonly string[]): Block[] {
  return texts.map((text) => ({ kind: 'paragraph', text, indent: true }));
}

/** A part whose document says its own title and fills about `pages` pages. */
export function aPart(title: string, pages: number, given: Partial<DossierPart> = {}): DossierPart {
  const filler = Array.from({ length: pages - 1 }, (): Block[] => [
    { kind: 'page-break' },
    ...paragraphs(`${title}续页。`),
  ]);
  const blocks: Block[] = [{ kind: 'title', level: 1, text: title }, ...paragraphs(`${title}正文。`), ...filler.flat()];
  return {
    document: aDocument(blocks, { title }),
    number: '示工信抽查〔2026〕1号',
    author: '示例市工业和信息化局',
    title,
    datedOn: '2026-09-07',
    remark: '',
    ...given,
  };
}

export function aDossier(parts: readonly DossierPart[], given: Partial<Dossier> = {}): Dossier {
  return {
    title: '示例机械厂双随机抽查卷宗',
    printedOn: '2026-09-07',
    cover: [
      { kind: 'space', mm: 30 },
      { kind: 'title', level: 1, text: '行政检查卷宗' },
    ],
    parts,
    closing: [{ kind: 'title', level: 1, text: '卷内备考表' }],
    ...given,
  };
}
