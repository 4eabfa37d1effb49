import { z } from 'zod';
import { isLocalDate, type LocalDate } from '../../kernel/local-date.ts';
import { nameKey } from '../../kernel/normalise.ts';
import { done, type Result } from '../../kernel/result.ts';
import type { Sheet } from '../../kernel/sheet.ts';
import type { SheetColumn } from '../../kernel/sheet-columns.ts';
import { findTable, type Staged, type StagingRefusal, stageRows } from '../../kernel/staging.ts';
import { notesOf, type Template } from '../../kernel/template.ts';

type ExpertField = 'name' | 'field' | 'unit' | 'title' | 'phone' | 'validUntil' | 'document';

/** An entry of 专家库, as it stands and as its history keeps it. */
export interface ExpertEntry {
  readonly name: string;
  /** 专业领域. */
  readonly field: string;
  readonly unit: string;
  /** 职称或职务. */
  readonly title: string;
  readonly phone: string;
  readonly validUntil?: LocalDate | undefined;
  /** 聘任文件或资格证书. */
  readonly document: string;
}

const text = z.string().trim().max(200, '不超过200个字').default('');

export const ExpertForm = z.object({
  name: z.string().trim().min(1, '请填写姓名').max(100, '不超过100个字'),
  field: text,
  unit: text,
  title: text,
  phone: text,
  validUntil: z.string().refine(isLocalDate, '请填写日期').optional(),
  document: text,
});

export const expertColumns: readonly SheetColumn<ExpertField>[] = [
  {
    key: 'name',
    heading: '姓名',
    synonyms: ['专家姓名', '专家'],
    kind: 'text',
    width: 12,
    required: true,
    note: '必填。',
  },
  {
    key: 'field',
    heading: '专业领域',
    synonyms: ['专业', '领域', '专业方向', '研究方向'],
    kind: 'text',
    width: 24,
    required: true,
    note: '必填，例如：危险化学品、节能、机械。',
  },
  { key: 'unit', heading: '单位', synonyms: ['工作单位', '所在单位'], kind: 'text', width: 28 },
  { key: 'title', heading: '职称', synonyms: ['职务', '职称职务', '职称/职务'], kind: 'text', width: 16 },
  { key: 'phone', heading: '联系方式', synonyms: ['联系电话', '电话', '手机'], kind: 'text', width: 16 },
  {
    key: 'validUntil',
    heading: '有效期至',
    synonyms: ['聘期至', '聘任期至', '有效期'],
    kind: 'date',
    width: 14,
    note: '写成2027-12-31。',
  },
  {
    key: 'document',
    heading: '聘任文件（证书）',
    synonyms: ['聘任文件', '证书', '资格证书', '文号'],
    kind: 'text',
    width: 28,
  },
];

export const expertSheetName = '专家库';

export const expertTemplate: Template = {
  fileName: '专家库导入模板.xlsx',
  sheets: [{ name: expertSheetName, columns: expertColumns, rows: [] }],
  notes: [
    '专家库填表说明',
    '一人一行，从第2行填起。姓名和单位相同的视为同一人，导入后更新。',
    ...notesOf(expertColumns),
    '专家提供咨询和专业意见，不作为执法检查人员参加抽取。',
  ],
};

/** The same person: same name in the same unit. */
export function expertKey({ name, unit }: Pick<ExpertEntry, 'name' | 'unit'>): string {
  return `${nameKey(name)}@${nameKey(unit)}`;
}

/** Checks a workbook of experts against itself and the roster. */
export function checkExperts(
  sheets: readonly Sheet[],
  known: ReadonlySet<string>,
): Result<Staged<ExpertEntry>, StagingRefusal> {
  const table = findTable(sheets, expertColumns);
  if (!table.ok) return table;
  const rowOfKey = new Map<string, number>();
  return done(
    stageRows(table.value, expertColumns, (reader, row) => {
      reader.require('name');
      reader.require('field');
      const draft: ExpertEntry = {
        name: reader.text('name'),
        field: reader.text('field'),
        unit: reader.text('unit'),
        title: reader.text('title'),
        phone: reader.phone('phone'),
        validUntil: reader.date('validUntil'),
        document: reader.text('document'),
      };
      const key = expertKey(draft);
      const firstRow = rowOfKey.get(key);
      if (firstRow !== undefined) reader.note('name', 'DUPLICATE_IN_FILE', { firstRow });
      else if (known.has(key)) reader.note(undefined, 'WILL_UPDATE', { name: draft.name });
      if (draft.name !== '' && firstRow === undefined) rowOfKey.set(key, row);
      return { draft, update: known.has(key) };
    }),
  );
}
