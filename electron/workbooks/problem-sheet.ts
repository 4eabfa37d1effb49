import { problemReason, severityNames } from '../../shared/kernel/problem-text.ts';
import type { Problem } from '../../shared/kernel/problems.ts';
import type { SheetSpec } from './write.ts';

const problemColumns = [
  { heading: '工作表', kind: 'text', width: 18 },
  { heading: '行', kind: 'number', width: 8 },
  { heading: '列', kind: 'text', width: 28 },
  { heading: '处理', kind: 'text', width: 10 },
  { heading: '问题', kind: 'text', width: 90 },
] as const;

/** 问题清单: everything found in a checked workbook, to be mended beside it. */
export function problemSheet(problems: readonly Problem[]): SheetSpec {
  const rows = problems.map((problem) => [
    problem.sheet,
    problem.row,
    problem.column,
    severityNames[problem.severity],
    problemReason(problem),
  ]);
  return { name: '问题清单', columns: problemColumns, rows };
}
