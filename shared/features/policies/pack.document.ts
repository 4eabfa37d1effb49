import type { Block, PrintedDocument, TableColumn } from '../../kernel/document.ts';
import { chineseDate } from '../../kernel/local-date.ts';
import { STANDING_WORDS } from '../../kernel/pack-basis.ts';
import type { PackShape } from '../../kernel/policy-shape.ts';
import { countStandings, type ReadChapter, readPack } from './reading.ts';
import { type PolicyVersion, sayVersionState } from './versions.ts';

export interface PackDocumentModel {
  readonly bureau: string;
  readonly version: PolicyVersion;
  readonly pack: PackShape;
  readonly printedOn: string;
}

/** 规则包全文: every entry with its article, the article's words and its mark. */
export function packDocument({ bureau, version, pack, printedOn }: PackDocumentModel): PrintedDocument {
  const read = readPack(pack);
  const { rule, example, unverified } = countStandings(read);
  const title = `${bureau}规则包`;
  return {
    title,
    layout: 'form',
    printedOn,
    ...(version.state === 'approved' ? {} : { watermark: '草稿' }),
    blocks: [
      { kind: 'title', level: 1, text: title },
      { kind: 'paragraph', align: 'center', text: `${pack.title}　第${version.version}版` },
      { kind: 'facts', rows: factsOf(version, printedOn), perRow: 1 },
      {
        kind: 'paragraph',
        size: 10.5,
        text: `本规则包共${rule + example + unverified}条：原文${rule}条，示例${example}条，待核${unverified}条。标“原文”的是文件中的规定，标“示例”的借自别处、供本局参考，标“待核”的使用前须核对。`,
      },
      ...read.flatMap((part): Block[] => {
        const written = part.chapters.filter(({ entries }) => entries.length > 0);
        if (written.length === 0) return [];
        return [{ kind: 'title', level: 2, text: part.title }, ...written.flatMap(chapterBlocks)];
      }),
      { kind: 'foot-note', text: `打印日期 ${chineseDate(printedOn)}` },
    ],
  };
}

function factsOf(version: PolicyVersion, printedOn: string): readonly (readonly [string, string])[] {
  const day = (on: string | null) => (on === null ? '—' : chineseDate(on));
  return [
    ['状态', sayVersionState(version, printedOn)],
    ['施行日期', day(version.inForceOn)],
    ['批准人', version.approvedBy ?? (version.madeBy === null ? '设立时采用' : '—')],
    ['修改理由', version.changedBecause === '' ? '—' : version.changedBecause],
  ];
}

function chapterBlocks({ chapter, entries }: ReadChapter): Block[] {
  const rows = entries.map(({ name, lines, article, quote, standing }) => {
    const rule = [name, lines.join('\n')];
    if (article === null || standing === null) return rule;
    return [...rule, quote === null ? article : `${article}\n“${quote}”`, STANDING_WORDS[standing]];
  });
  const basisColumns: readonly TableColumn[] = [
    { title: '依据和原文', width: 50 },
    { title: '标记', width: 13, align: 'center' },
  ];
  return [
    { kind: 'title', level: 3, text: chapter.title },
    { kind: 'paragraph', size: 10.5, text: chapter.about },
    {
      kind: 'table',
      size: 9,
      columns: [
        { title: '条目', width: 30 },
        { title: '规定', width: chapter.hasBasis ? 80 : 143 },
        ...(chapter.hasBasis ? basisColumns : []),
      ],
      rows,
    },
  ];
}
