import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Empty, Select, Space, Spin, Tag } from 'antd';
import { differenceTitles, type ItemDifference, sayReason } from '../../../shared/features/plans/check-item-diff.ts';
import { type CheckList, checkItemTitles, sayListState } from '../../../shared/features/plans/check-items.ts';
import { useFiles } from '../../api/use-files.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { minuteText } from '../../ui/when.ts';
import { useListComparison, useListVersions } from './check-items.queries.ts';

/** 随机抽查事项清单 → 对比两版: what was added, removed and changed, field by field. `from` and `to` stand in the address. */
export function CheckListComparePage() {
  const search = useSearch({ strict: false }) as { from?: string; to?: string };
  const [from, to] = [search.from, search.to].map((id) => (/^[1-9]\d*$/.test(id ?? '') ? Number(id) : null));
  const files = useFiles();
  const found = useListComparison(from ?? null, to ?? null).data;
  return (
    <>
      <PageHead
        title="清单两版对比"
        note={found?.summary ?? '选择两版清单。'}
        actions={
          <Button
            type="primary"
            disabled={found === undefined}
            onClick={() => void files.openPdf(`check-items/${from}/${to}/difference.pdf`)}
          >
            打印对照表
          </Button>
        }
      />
      <Choice from={from ?? null} to={to ?? null} />
      {found === undefined && from != null && to != null && <Spin />}
      {found?.difference.items.length === 0 && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={found.summary} />
      )}
      {found?.difference.items.map((item) => (
        <Difference key={item.code} item={item} />
      ))}
    </>
  );
}

function Choice({ from, to }: { readonly from: number | null; readonly to: number | null }) {
  const versions = useListVersions();
  const navigate = useNavigate();
  const options = (versions.data ?? []).map((list) => ({ value: list.id, label: labelOf(list) }));
  const show = (pair: { from: number | null; to: number | null }) =>
    void navigate({
      to: '.',
      replace: true,
      search: { from: String(pair.from ?? ''), to: String(pair.to ?? '') },
    });
  const choose = (id: string, label: string, value: number | null, onChange: (id: number) => void) => (
    <>
      <label htmlFor={id}>{label}</label>
      <Select id={id} style={{ width: 300 }} value={value} options={options} onChange={onChange} />
    </>
  );
  return (
    <Space className="compare-choice" size={8} wrap>
      {choose('compare-from', '原清单', from, (id) => show({ from: id, to }))}
      {choose('compare-to', '现清单', to, (id) => show({ from, to: id }))}
    </Space>
  );
}

/** `第2版（2026-06-01批准）`. */
function labelOf(list: CheckList): string {
  return list.version === null
    ? `${sayListState(list)}（${minuteText(list.draftedAt).slice(0, 10)}起草）`
    : `第${list.version}版（${list.approvedOn}批准）`;
}

const colours = { added: 'green', changed: 'blue', removed: 'red' } as const;

function Difference({ item }: { readonly item: ItemDifference }) {
  const isChanged = item.kind === 'changed';
  return (
    <section className="list-difference">
      <h2>
        <Tag color={colours[item.kind]}>{differenceTitles[item.kind]}</Tag>
        {item.code} {item.name}
      </h2>
      {item.reasons.map((reason) => (
        <p key={`${reason.reason} ${reason.note}`}>依据：{sayReason(reason)}</p>
      ))}
      <table>
        <thead>
          <tr>
            <th>栏目</th>
            {item.kind !== 'added' && <th>{isChanged ? '原内容' : '内容'}</th>}
            {item.kind !== 'removed' && <th>{isChanged ? '现内容' : '内容'}</th>}
          </tr>
        </thead>
        <tbody>
          {item.fields.map(({ field, before, after }) => (
            <tr key={field}>
              <td>{checkItemTitles[field]}</td>
              {item.kind !== 'added' && <td>{before === '' ? '（空）' : before}</td>}
              {item.kind !== 'removed' && <td>{after === '' ? '（空）' : after}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
