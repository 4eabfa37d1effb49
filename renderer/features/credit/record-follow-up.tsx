import { Space } from 'antd';
import { isAdverse } from '../../../shared/kernel/fact-test.ts';
import { useSession } from '../../api/session.ts';
import { PathLink } from '../../ui/path-link.tsx';
import type { OpenRecord } from './records.queries.ts';

/** Where a record leads: the 信用修复告知书 that is served with a penalty of this office, 修复, 约谈, 异议. */
export function RecordFollowUp({ record }: { readonly record: OpenRecord }) {
  const { bureau } = useSession();
  if (record.withdrawn !== null) return null;
  const { objectId } = record;
  const isOpen = isAdverse(record) && record.repairedOn === null;
  const to = (page: string) => `/supervision/${page}?new=1&object=${objectId}`;
  return (
    <section className="drawer-part">
      <h2>后续办理</h2>
      {record.kind === 'penalty' && record.source === bureau?.name && record.repairedOn === null && (
        <p>
          信用修复告知书与处罚决定书一并送达（两书同达）：
          <PathLink path="/supervision/repairs?t.tab=notices">制作、打印信用修复告知书</PathLink>
        </p>
      )}
      <Space wrap size={16}>
        {isOpen && <PathLink path={to('talks')}>通知约谈</PathLink>}
        {isOpen && <PathLink path={to('lists')}>提出列入名单</PathLink>}
        {isOpen && <PathLink path={to('repairs')}>登记修复申请</PathLink>}
        <PathLink path={to('objections')}>受理信用异议</PathLink>
      </Space>
    </section>
  );
}
