import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import { useFiles } from '../../api/use-files.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { ListColumn } from '../../ui/list-model.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { useListParams } from '../../ui/use-list-params.ts';
import { listPrefix, useOpened } from '../../ui/use-opened.ts';
import { useStage } from '../../ui/use-stage.ts';
import { ExpertDrawer } from './expert-drawer.tsx';
import { ExpertForm } from './expert-form.tsx';
import { ExpertImport, ExpertUpload } from './expert-import.tsx';
import { FullExport } from './full-export.tsx';
import { type ExpertLine, useExperts } from './rosters.queries.ts';

const operator = ['operator'] as const;

/** 名录 → 专家库. */
export function ExpertsPage() {
  const { today } = useSession();
  const params = useListParams({ prefix: listPrefix });
  const experts = useExperts();
  const [opened, open] = useOpened();
  const [stageId, show] = useStage();
  const [doing, setDoing] = useState<'add' | 'import' | null>(null);
  const columns: readonly ListColumn<ExpertLine>[] = [
    { key: 'name', title: '姓名', width: 100, value: ({ name }) => name },
    { key: 'field', title: '专业领域', width: 180, value: ({ field }) => field },
    { key: 'unit', title: '单位', width: 220, value: ({ unit }) => unit },
    { key: 'title', title: '职称', width: 120, value: ({ title }) => title },
    { key: 'phone', title: '联系方式', width: 130, value: ({ maskedPhone }) => maskedPhone },
    {
      key: 'until',
      title: '有效期至',
      width: 150,
      value: ({ validUntil }) => validUntil,
      render: ({ validUntil }) =>
        validUntil !== null && validUntil < today ? <span className="overdue">{validUntil} 已过期</span> : validUntil,
    },
    { key: 'document', title: '聘任文件（证书）', width: 180, value: ({ document }) => document },
  ];
  if (stageId !== null) return <ExpertImport stageId={stageId} onLeave={() => show(null)} />;
  return (
    <>
      <PageHead
        title="专家库"
        note="专家提供咨询和专业意见，不作为执法检查人员参加抽取。"
        actions={
          <>
            <ExportMenu />
            <ActionButton may={operator} onClick={() => setDoing('add')}>
              新增专家
            </ActionButton>
            <ActionButton may={operator} type="primary" onClick={() => setDoing('import')}>
              导入专家库
            </ActionButton>
          </>
        }
      />
      <DataTable<ExpertLine>
        name="rosters.experts"
        title="专家库"
        rows={experts.data}
        rowKey={({ id }) => id}
        columns={columns}
        params={params}
        searchHint="姓名、专业领域、单位"
        onRow={({ id }) => open(id)}
        empty={
          <EmptyState
            text="专家库还是空的。可以逐人新增，或下载模板填写后导入。"
            action={
              <ActionButton may={operator} type="primary" onClick={() => setDoing('add')}>
                新增专家
              </ActionButton>
            }
          />
        }
      />
      {opened !== null && <ExpertDrawer key={opened} id={opened} onClose={() => open(null)} />}
      {doing === 'add' && <ExpertForm expert={null} onClose={() => setDoing(null)} />}
      {doing === 'import' && (
        <ExpertUpload
          onStaged={(id) => {
            setDoing(null);
            show(id);
          }}
          onClose={() => setDoing(null)}
        />
      )}
    </>
  );
}

function ExportMenu() {
  const files = useFiles();
  const { roles } = useSession();
  const [isAsking, setAsking] = useState(false);
  const items = [
    { key: 'masked', label: '专家库（电话隐去）' },
    ...(roles.includes('operator') ? [{ key: 'full', label: '完整专家库（含联系方式，须写事由）' }] : []),
  ];
  const run = (key: string) => (key === 'full' ? setAsking(true) : void files.download('rosters/experts.xlsx'));
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => run(key) }}>
        <Button>导出专家库</Button>
      </Dropdown>
      {isAsking && (
        <FullExport title="导出完整的专家库" path="rosters/experts-full.xlsx" onClose={() => setAsking(false)} />
      )}
    </>
  );
}
