import type { Cells, Register } from './register.ts';

/** Where 成效案例 are kept: an entry like any register's, complete when the five elements are told (吴忠方案 第三部分（三）). */
export const caseRegisterId = 'effect-cases';
/** Where what was sent on a report date is kept. */
export const reportRegisterId = 'reports-sent';

export const caseElements = ['when', 'where', 'who', 'how', 'effect'] as const;

/** 成效案例 with the office's fields to choose from. The five elements may be filled in one after another. */
export function caseRegister(fields: readonly string[], article: string): Register {
  return {
    id: caseRegisterId,
    name: '成效案例',
    purpose: '信用监管的实际成效案例，时间、地点、主体、做法、成效要素完整。',
    about: 'list-effects',
    isPublic: false,
    needsAttachment: false,
    article,
    columns: [
      { id: 'name', title: '案例名称', kind: 'text', required: true },
      fields.length === 0
        ? { id: 'field', title: '领域', kind: 'text', required: false }
        : { id: 'field', title: '领域', kind: 'choice', choices: fields, required: false },
      { id: 'when', title: '时间', kind: 'day', required: false },
      { id: 'where', title: '地点', kind: 'text', required: false },
      { id: 'who', title: '主体', kind: 'text', required: false },
      { id: 'how', title: '做法', kind: 'long', required: false },
      { id: 'effect', title: '成效', kind: 'long', required: false },
      { id: 'object', title: '有关企业', kind: 'enterprise', required: false },
      { id: 'listing', title: '有关名单', kind: 'list-entry', required: false },
      { id: 'inspection', title: '有关检查', kind: 'inspection', required: false },
    ],
  };
}

/** The elements a case still lacks, by title. */
export function lacksOfCase({ columns }: Pick<Register, 'columns'>, cells: Cells): readonly string[] {
  return columns.flatMap(({ id, title }) =>
    (caseElements as readonly string[]).includes(id) && cells[id] === undefined ? [title] : [],
  );
}

export function reportRegister(article: string): Register {
  return {
    id: reportRegisterId,
    name: '报送记录',
    purpose: '规则包规定的报送，报出了什么、何时报出。',
    about: 'other',
    isPublic: false,
    needsAttachment: true,
    article,
    columns: [
      { id: 'report', title: '报送事项', kind: 'text', required: true },
      { id: 'year', title: '年度', kind: 'count', required: true },
      { id: 'sentOn', title: '报出日期', kind: 'day', required: true },
      { id: 'receiver', title: '报送单位', kind: 'text', required: true },
      { id: 'document', title: '报送的文件（文号）', kind: 'text', required: true },
      { id: 'note', title: '备注', kind: 'text', required: false },
    ],
  };
}
