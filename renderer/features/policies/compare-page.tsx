import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Empty, Select, Space, Spin, Tag } from 'antd';
import { differenceTitles, type EntryDifference } from '../../../shared/features/policies/compare.ts';
import { sayVersionState } from '../../../shared/features/policies/versions.ts';
import { useFiles } from '../../api/use-files.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { useDifference, useShippedPacks, useVersions } from './policies.queries.ts';
import './policies.css';

/** 规则包 → 改动对照: two versions entry by entry and field by field. `from` and `to` stand in the address. */
export function PolicyComparePage() {
  const { from = '', to = '' } = useSearch({ strict: false }) as { from?: string; to?: string };
  const files = useFiles();
  const found = useDifference(from, to).data;
  return (
    <>
      <PageHead
        title="规则包改动对照"
        note={found?.summary ?? '选择两个版本。'}
        actions={
          <Button
            type="primary"
            disabled={found === undefined}
            onClick={() => void files.openPdf(`policies/${from}/${to}/difference.pdf`)}
          >
            打印对照表
          </Button>
        }
      />
      <Choice from={from} to={to} />
      {found === undefined && from !== '' && to !== '' && <Spin />}
      {found?.differences.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="两版内容相同。" />}
      {found?.differences.map((difference) => (
        <Difference key={`${difference.chapter} ${difference.kind} ${difference.name}`} difference={difference} />
      ))}
    </>
  );
}

function Choice({ from, to }: { readonly from: string; readonly to: string }) {
  const found = useVersions().data;
  const shipped = useShippedPacks().data ?? [];
  const navigate = useNavigate();
  const options = [
    ...(found?.versions ?? []).map((version) => ({
      value: String(version.id),
      label: `${version.title} 第${version.version}版（${sayVersionState(version, found?.today ?? '')}）`,
    })),
    ...shipped.map(({ id, title }) => ({ value: `shipped:${id}`, label: `随程序提供：${title}` })),
  ];
  const choose = (key: 'from' | 'to', label: string, value: string) => (
    <>
      <label htmlFor={`compare-${key}`}>{label}</label>
      <Select
        id={`compare-${key}`}
        style={{ width: 380 }}
        value={value === '' ? null : value}
        options={options}
        onChange={(chosen) => {
          const search = { from, to, [key]: chosen };
          void navigate({ to: '.', replace: true, search });
        }}
      />
    </>
  );
  return (
    <Space className="compare-choice" size={8} wrap>
      {choose('from', '原版本', from)}
      {choose('to', '现版本', to)}
    </Space>
  );
}

const colours = { added: 'green', changed: 'blue', removed: 'red' } as const;

function Difference({ difference: { kind, chapter, name, fields } }: { readonly difference: EntryDifference }) {
  return (
    <section className="list-difference">
      <h2>
        <Tag color={colours[kind]}>{differenceTitles[kind]}</Tag>
        {chapter === name ? name : `${chapter} · ${name}`}
      </h2>
      <table>
        <thead>
          <tr>
            <th>栏目</th>
            {kind !== 'added' && <th>{kind === 'changed' ? '原内容' : '内容'}</th>}
            {kind !== 'removed' && <th>{kind === 'changed' ? '现内容' : '内容'}</th>}
          </tr>
        </thead>
        <tbody>
          {fields.map(({ title, before, after }) => (
            <tr key={title}>
              <td>{title}</td>
              {kind !== 'added' && <td className="pack-lines">{before === '' ? '（空）' : before}</td>}
              {kind !== 'removed' && <td className="pack-lines">{after === '' ? '（空）' : after}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
