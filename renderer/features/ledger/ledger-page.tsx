import { Alert, Button, Drawer } from 'antd';
import { useState } from 'react';
import { actionTitles } from '../../../shared/features/actions.ts';
import { useFiles } from '../../api/use-files.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Facts } from '../../ui/facts.tsx';
import type { ListColumn, ListFilter } from '../../ui/list-model.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { useListParams } from '../../ui/use-list-params.ts';
import { instantText } from '../../ui/when.ts';
import { type LedgerLine, useLedger } from './ledger.queries.ts';
import { VerifyDialog } from './verify-dialog.tsx';

const titleOf = (action: string) => (actionTitles as Record<string, string>)[action] ?? action;

const columns: readonly ListColumn<LedgerLine>[] = [
  { key: 'seq', title: '序号', value: (line) => line.seq, width: 80 },
  { key: 'at', title: '时间', value: (line) => instantText(line.at), width: 180 },
  { key: 'actor', title: '人员', value: (line) => line.actor, width: 110 },
  { key: 'action', title: '操作', value: (line) => titleOf(line.action), width: 150 },
  { key: 'subject', title: '对象', value: (line) => line.subject, width: 280 },
  {
    key: 'clock',
    title: '提醒',
    value: (line) => (line.clockWentBack ? '时钟曾调回' : ''),
    render: (line) => (line.clockWentBack ? <span className="overdue">时钟曾调回</span> : ''),
    width: 110,
  },
  { key: 'hash', title: '校验值', value: (line) => line.hash, width: 200, isOptional: true },
];

const filters: readonly ListFilter<LedgerLine>[] = [
  {
    key: 'action',
    label: '操作',
    width: 180,
    options: Object.entries(actionTitles).map(([value, label]) => ({ value, label })),
  },
];

/** 操作台账: who did what and when; nothing in it can be changed. */
export function LedgerPage() {
  const params = useListParams();
  const files = useFiles();
  const filter = { text: params.q, action: params.filters.action ?? null };
  const { lines, summary, loadAll } = useLedger(filter, params.page, params.size);
  const [shown, setShown] = useState<LedgerLine | null>(null);
  const [isVerifying, setVerifying] = useState(false);
  const head = summary.data?.head;
  const clockSetBack = summary.data?.clockSetBack ?? 0;
  return (
    <>
      <PageHead
        title="操作台账"
        note={head === undefined ? '' : `共${head.seq}条，校验值 ${inGroups(head.hash.slice(0, 16))} ……`}
        actions={
          <>
            <Button onClick={() => void files.download('ledger/ledger.txt')}>导出核验文件</Button>
            <Button onClick={() => void files.download('ledger/verify-ledger.py')}>下载核验程序</Button>
            <Button onClick={() => void files.openPdf('ledger/head.pdf')}>打印台账校验单</Button>
            <Button type="primary" onClick={() => setVerifying(true)}>
              核验台账
            </Button>
          </>
        }
      />
      {clockSetBack > 0 && (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 8 }}
          title={`有${clockSetBack}条记录的时间早于前一条：电脑时钟曾被调回。顺序以序号为准，期限不因此变动；请核对电脑时间。`}
        />
      )}
      <DataTable
        name="ledger.lines"
        title="操作台账"
        rows={lines.data}
        rowKey={(line) => line.seq}
        params={params}
        columns={columns}
        filters={filters}
        searchHint="人员、对象、内容"
        total={summary.data?.total ?? 0}
        loadAll={loadAll}
        onRow={setShown}
      />
      <LineDrawer line={shown} onClose={() => setShown(null)} />
      <VerifyDialog isOpen={isVerifying} onClose={() => setVerifying(false)} />
    </>
  );
}

function LineDrawer({ line, onClose }: { readonly line: LedgerLine | null; readonly onClose: () => void }) {
  return (
    <Drawer open={line !== null} title={`第${line?.seq ?? ''}条`} size={560} onClose={onClose}>
      {line !== null && (
        <>
          <Facts
            columns={1}
            facts={[
              ['时间', instantText(line.at)],
              ['人员', line.actor],
              ['操作', titleOf(line.action)],
              ['对象', line.subject],
              ['校验值', <code key="hash">{inGroups(line.hash)}</code>],
            ]}
          />
          <h2 style={{ marginTop: 16 }}>原始记录</h2>
          <pre className="raw">{JSON.stringify(JSON.parse(line.details), null, 2)}</pre>
        </>
      )}
    </Drawer>
  );
}

function inGroups(hash: string): string {
  return hash.replace(/(.{4})(?=.)/g, '$1 ');
}
