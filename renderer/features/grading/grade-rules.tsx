import { Drawer, Spin, Table } from 'antd';
import { sayRatio } from '../../../shared/kernel/quota-reading.ts';
import { GradeTag } from '../../ui/grade-tag.tsx';
import { useGradeTitle } from '../../ui/grade-titles.ts';
import { type GradeRules as Rules, useGradeRules } from './grading.queries.ts';

/** The grades of the office's policy pack, each with its article; what is an example or to be checked says so. */
export function GradeRules({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const rules = useGradeRules().data;
  return (
    <Drawer open={isOpen} onClose={onClose} width={760} destroyOnHidden title="等级规则">
      {rules === undefined ? <Spin /> : <Tables rules={rules} />}
    </Drawer>
  );
}

function Tables({ rules }: { readonly rules: Rules }) {
  const title = useGradeTitle();
  const { pack, grades, measures, factors, ungraded, preset, evaluation } = rules;
  return (
    <>
      <p className="quiet">
        规则包：{pack.title}，第{pack.version}版。
      </p>
      <Table<Rules['grades'][number]>
        size="small"
        bordered
        pagination={false}
        rowKey={({ grade }) => grade}
        dataSource={[...grades]}
        columns={[
          { title: '等级', width: 80, render: (_, { grade }) => <GradeTag grade={grade} /> },
          { title: '含义', width: 100, dataIndex: 'meaning' },
          ...(evaluation.national === 'none'
            ? []
            : [
                {
                  title: '国家评价等级',
                  render: (_: unknown, { national }: Rules['grades'][number]) => national.join('、'),
                },
              ]),
          { title: '依据', width: 120, dataIndex: 'article' },
          {
            title: `抽查比例（${preset?.standing ?? ''}）`,
            width: 150,
            align: 'right',
            render: (_, { ratio }) => (ratio === null ? '—' : sayRatio(ratio.bp)),
          },
        ]}
      />
      {evaluation.national !== 'none' && (
        <>
          <h2 className="drawer-part">未取得国家评价等级的</h2>
          <p>
            {ungraded.reason}，定为{title(ungraded.grade)}（{ungraded.standing}）。
          </p>
        </>
      )}
      <h2 className="drawer-part">增加检查频次的情形</h2>
      <ul>
        {factors.map(({ name, article, standing }) => (
          <li key={name}>
            {name}{' '}
            <span className="quiet">
              {article}，标准{standing}
            </span>
          </li>
        ))}
      </ul>
      <h2 className="drawer-part">各级监管措施</h2>
      <ul>
        {measures.map(({ text, grades: of, article }) => (
          <li key={text}>
            {of.map(title).join('、')}：{text} <span className="quiet">{article}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
