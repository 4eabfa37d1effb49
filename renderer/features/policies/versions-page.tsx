import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { type PolicyVersion, sayVersionState } from '../../../shared/features/policies/versions.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { useListParams } from '../../ui/use-list-params.ts';
import { DraftButton } from './draft-button.tsx';
import { useVersions } from './policies.queries.ts';

/** 规则包 → 历次版本: every version and draft, newest first, with who approved it. */
export function PolicyVersionsPage() {
  const found = useVersions().data;
  const params = useListParams();
  const navigate = useNavigate();
  const today = found?.today ?? '';
  const [newest, before] = found?.versions ?? [];
  const compare = () =>
    navigate({
      to: '/settings/policies/compare',
      search: { from: String(before?.id ?? ''), to: String(newest?.id ?? '') },
    });
  return (
    <>
      <PageHead
        title="规则包历次版本"
        note="批准的版本不再改动，一直保留；按哪一版作出的决定，就用哪一版解释。"
        actions={
          <>
            <Button onClick={() => void navigate({ to: '/settings/policies' })}>现行规则包</Button>
            <Button onClick={() => void compare()}>改动对照</Button>
            {found !== undefined && <DraftButton found={found} />}
          </>
        }
      />
      <DataTable<PolicyVersion>
        name="policies.versions"
        title="规则包历次版本"
        rows={found?.versions}
        rowKey={({ id }) => id}
        params={params}
        searchHint="名称、姓名、修改理由"
        onRow={({ id }) => void navigate({ to: '/settings/policies/$versionId', params: { versionId: String(id) } })}
        empty="还没有版本。"
        columns={[
          { key: 'version', title: '版次', width: 76, value: ({ version }) => `第${version}版` },
          { key: 'title', title: '名称', width: 200, ellipsis: false, value: ({ title }) => title },
          { key: 'state', title: '状态', width: 130, value: (version) => sayVersionState(version, today) },
          { key: 'inForceOn', title: '施行日期', width: 110, value: ({ inForceOn }) => inForceOn },
          { key: 'inForceUntil', title: '有效至', width: 110, value: sayUntil },
          { key: 'madeBy', title: '起草人', width: 90, value: ({ madeBy }) => madeBy ?? '随程序提供' },
          { key: 'approvedBy', title: '批准人', width: 90, value: ({ approvedBy }) => approvedBy },
          {
            key: 'because',
            title: '修改理由',
            width: 200,
            isOptional: true,
            value: ({ changedBecause }) => changedBecause,
          },
        ]}
      />
    </>
  );
}

/** The last day it was in force; one that was replaced on its first day had none. */
function sayUntil({ inForceOn, inForceUntil }: PolicyVersion): string | null {
  return inForceUntil !== null && inForceOn !== null && inForceUntil < inForceOn ? '当日被替代' : inForceUntil;
}
