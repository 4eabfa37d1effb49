import { renderWorkbook } from '../../electron/workbooks/write.ts';
import { makeUscc } from '../../shared/kernel/uscc.ts';
import type { Office } from './office.ts';
import { must } from './outcomes.ts';

/** Made-up enterprises in the roster, numbered from `first`; gives their codes. */
export async function addEnterprises(office: Office, count: number, first = 1): Promise<string[]> {
  const codes = Array.from({ length: count }, (_, index) => makeUscc('91150784', first + index));
  for (const [index, code] of codes.entries()) {
    const entry = {
      name: `示例企业${first + index}有限公司`,
      code,
      kind: '企业',
      status: '存续',
      aboveScale: true,
      priority: false,
    } as const;
    must(await office.as('operator').rosters.addObject.mutate({ entry, reason: '示例入库' }));
  }
  return codes;
}

/** A workbook of national grades as the upper platform hands it down. */
export function gradeWorkbook(
  rows: readonly (readonly [name: string, code: string | number, grade: string, on: string])[],
) {
  const columns = [
    { heading: '企业名称', kind: 'text', width: 30 },
    { heading: '统一社会信用代码', kind: 'text', width: 22 },
    { heading: '公共信用综合评价等级', kind: 'text', width: 12 },
    { heading: '评价日期', kind: 'text', width: 12 },
  ] as const;
  return renderWorkbook({ sheets: [{ name: '国家等级', columns, rows }], createdAt: '2026-09-01T00:00:00.000Z' });
}
