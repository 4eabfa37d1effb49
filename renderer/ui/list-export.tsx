import { Button } from 'antd';
import { useState } from 'react';
import { useFiles } from '../api/use-files.ts';
import type { ListColumn } from './list-model.ts';

interface ListExportProps<Row> {
  readonly title: string;
  readonly columns: readonly ListColumn<Row>[];
  readonly count: number;
  readonly loadAll: () => Promise<readonly Row[]>;
}

/** 导出: the columns in sight of every row of the filter, as a workbook. */
export function ListExport<Row>({ title, columns, count, loadAll }: ListExportProps<Row>) {
  const files = useFiles();
  const [isBusy, setBusy] = useState(false);
  async function run(): Promise<void> {
    setBusy(true);
    const rows = (await loadAll()).map((row) => columns.map((column) => column.value(row) ?? null));
    const kinds = columns.map((_, i) => (rows.some((row) => typeof row[i] === 'number') ? 'number' : 'text'));
    const body = { title, columns: columns.map((column, i) => ({ heading: column.title, kind: kinds[i] })), rows };
    await files.download('office/list.xlsx', { body });
    setBusy(false);
  }
  return (
    <Button loading={isBusy} disabled={count === 0} onClick={run}>
      导出
    </Button>
  );
}
