import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Spin } from 'antd';
import type { PolicyVersion } from '../../../shared/features/policies/versions.ts';
import { versionName } from '../../../shared/features/policies/versions.ts';
import { useFiles } from '../../api/use-files.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { DraftButton } from './draft-button.tsx';
import { PackReader } from './pack-reader.tsx';
import { useVersion, useVersions } from './policies.queries.ts';

/** 设置 → 规则包: the rules in force, entry by entry with their articles. */
export function PoliciesPage() {
  const found = useVersions().data;
  const version = useVersion(found?.inForceId ?? 0).data;
  const navigate = useNavigate();
  const files = useFiles();
  if (found === undefined || version === undefined) return <Spin />;
  const id = version.version.id;
  return (
    <>
      <PageHead
        title="规则包"
        note={
          <>
            现行：{versionName(version.version)}，{version.version.inForceOn}起施行
            {version.version.approvedBy === null ? '（设立时采用）' : `，${version.version.approvedBy}批准`}。
            <Coming versions={found.versions} today={found.today} />
          </>
        }
        actions={
          <>
            <Button onClick={() => void navigate({ to: '/settings/policies/versions' })}>历次版本</Button>
            <Button onClick={() => void files.openPdf(`policies/${id}/pack.pdf`)}>打印全文</Button>
            <DraftButton found={found} />
          </>
        }
      />
      <PackReader found={version} mayWrite={false} />
    </>
  );
}

/** A version approved for a later day. */
function Coming({ versions, today }: { readonly versions: readonly PolicyVersion[]; readonly today: string }) {
  const coming = versions.filter(({ state, inForceOn }) => state === 'approved' && (inForceOn ?? '') > today);
  return coming.map(({ id, version, inForceOn }) => (
    <span key={id}>
      <Link to="/settings/policies/$versionId" params={{ versionId: String(id) }}>
        第{version}版
      </Link>
      将于{inForceOn}起施行。
    </span>
  ));
}
