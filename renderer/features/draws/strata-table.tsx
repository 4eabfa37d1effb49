import { Table } from 'antd';
import type { DrawSetting } from '../../../shared/features/draws/schemas.ts';
import { useGradeTitle } from '../../ui/grade-titles.ts';
import type { Preview } from './draws.queries.ts';

/** Group by group: pool before and after the exclusions, how the number came about, 必检 inside it. */
export function StrataTable({ preview, setting }: { readonly preview: Preview; readonly setting: DrawSetting }) {
  const title = useGradeTitle();
  const { strata, before, poolSize, mustCount, sampleSize, planned } = preview;
  return (
    <Table
      size="small"
      bordered
      pagination={false}
      rowKey="name"
      scroll={{ x: 760 }}
      dataSource={[...strata]}
      columns={[
        {
          title: '组别（投影不显示等级）',
          width: 186,
          render: (_, { group, name }) => (name === '*' ? group : `${group}（${title(name)}）`),
        },
        { title: '排除前', dataIndex: 'before', align: 'right', width: 84 },
        { title: '排除', dataIndex: 'excluded', align: 'right', width: 70 },
        { title: '排除后', dataIndex: 'poolSize', align: 'right', width: 84 },
        { title: '户数怎样得出（按排除后户数，不足1户进为1户）', dataIndex: 'rounding' },
        { title: '必检', dataIndex: 'mustCount', align: 'right', width: 70 },
        {
          title: setting.mode === 'batch' ? '排序户数' : '抽取户数',
          align: 'right',
          width: 90,
          render: (_, { sampleSize: drawn }) => <b>{drawn}</b>,
        },
      ]}
      summary={() =>
        strata.length > 1 && (
          <Table.Summary.Row>
            <Table.Summary.Cell index={0}>合计</Table.Summary.Cell>
            <Table.Summary.Cell index={1} align="right">
              {before}
            </Table.Summary.Cell>
            <Table.Summary.Cell index={2} align="right">
              {before - poolSize}
            </Table.Summary.Cell>
            <Table.Summary.Cell index={3} align="right">
              {poolSize}
            </Table.Summary.Cell>
            <Table.Summary.Cell index={4}>
              {planned === null
                ? ''
                : `计划要求合计不少于${planned}户，${sampleSize < planned ? `还差${planned - sampleSize}户` : '已达到'}`}
            </Table.Summary.Cell>
            <Table.Summary.Cell index={5} align="right">
              {mustCount}
            </Table.Summary.Cell>
            <Table.Summary.Cell index={6} align="right">
              <b>{sampleSize}</b>
            </Table.Summary.Cell>
          </Table.Summary.Row>
        )
      }
    />
  );
}
