import { Alert, Table } from 'antd';
import { exclusionReasons } from '../../../shared/features/draws/ceremony.ts';
import type { DrawSetting } from '../../../shared/features/draws/schemas.ts';
import { sentenceOf } from '../../api/messages.zh-CN.ts';
import type { Preview } from './draws.queries.ts';

/** What would be frozen now, or why it cannot be. */
export function PreviewFacts({ preview, setting }: { readonly preview: Preview; readonly setting: DrawSetting }) {
  const { prepared } = preview;
  if (!prepared.ok) return <Alert className="form-refusal" type="error" showIcon title={sentenceOf(prepared)} />;
  const { strata, seats, excluded, officers, barred, recusals } = prepared.value;
  const single = seats.filter(({ candidates }) => candidates === 1);
  return (
    <div className="preview">
      <Table
        size="small"
        bordered
        pagination={false}
        rowKey="name"
        dataSource={strata}
        columns={[
          {
            title: '组别',
            render: (_, { group, name }) => (name === '*' ? group : `${group}（${name}级，投影不显示等级）`),
          },
          { title: '名单户数', dataIndex: 'poolSize', align: 'right', width: 110 },
          { title: '冻结前排除', dataIndex: 'excluded', align: 'right', width: 110 },
          { title: '必检', dataIndex: 'mustCount', align: 'right', width: 90 },
          { title: '抽取户数', dataIndex: 'sampleSize', align: 'right', width: 110 },
        ]}
      />
      {setting.mode === 'sample' && (
        <p>
          每户{seats.length}个席位：
          {seats.map(({ name, candidates }) => `${name}${candidates}人可任`).join('，')}。参加抽取的执法人员
          {officers.length}名，回避{recusals}条。
        </p>
      )}
      {single.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={`${[...new Set(single.map(({ name }) => name))].join('、')}只有1人可任，这样的安排不是随机的，记录中会注明。`}
        />
      )}
      {excluded.length > 0 && (
        <details>
          <summary>冻结前排除{excluded.length}户</summary>
          <ul>
            {excluded.map(({ code, name, excluded: reason, note }) => (
              <li key={code}>
                {name}（{code}）：{exclusionReasons[reason]}
                {note !== '' && `，${note}`}
              </li>
            ))}
          </ul>
        </details>
      )}
      {setting.mode === 'sample' && barred.length > 0 && (
        <details>
          <summary>不参加抽取的执法人员{barred.length}名</summary>
          <ul>
            {barred.map(({ id, name, department, bars }) => (
              <li key={id}>
                {name}（{department}）：{bars.join('、')}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
