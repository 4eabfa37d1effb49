import { Form, Select, Table } from 'antd';
import { useState } from 'react';
import { BarChart } from '../../ui/bar-chart.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { type EffectReport, type ModelVersion, useEffectReport } from './models.queries.ts';

/** 效果评估: how many problems inspections found by grade, and whether another version told them apart better. */
export function EffectPart({ versions }: { readonly versions: readonly ModelVersion[] }) {
  const [fromOn, setFrom] = useState('');
  const [toOn, setTo] = useState('');
  const [versionId, setVersion] = useState<number | null>(null);
  const report = useEffectReport({ fromOn, toOn, versionId }).data;
  return (
    <>
      <Form layout="inline" component="div" className="model-tools">
        <Form.Item label="检查日期从" htmlFor="effect-from">
          <DayInput id="effect-from" value={fromOn} onChange={setFrom} />
        </Form.Item>
        <Form.Item label="到" htmlFor="effect-to">
          <DayInput id="effect-to" value={toOn} onChange={setTo} />
        </Form.Item>
        <Form.Item label="再按哪个版本评一遍" htmlFor="effect-version">
          <Select
            id="effect-version"
            style={{ width: 300 }}
            value={versionId ?? 0}
            onChange={(id) => setVersion(id === 0 ? null : id)}
            options={[
              { value: 0, label: '不比较' },
              ...versions.map((version) => ({ value: version.versionId, label: version.name })),
            ]}
          />
        </Form.Item>
      </Form>
      {report !== undefined && <Report report={report} />}
    </>
  );
}

function Report({ report }: { readonly report: EffectReport }) {
  if (report.inspections === 0) {
    return (
      <EmptyState text="这段时间没有已公示的抽查结果。检查结果公示以后，这里按抽取时的等级统计每百次检查发现问题的次数。" />
    );
  }
  const columns = [report.asDrawn, ...(report.other === null ? [] : [report.other])];
  return (
    <>
      <p>
        {report.fromOn}至{report.toOn}检查并已公示的抽查共{report.inspections}
        户次（已关闭、注销、迁出等未能实际检查的不计）。发现问题指“发现问题经责令已改正”“发现问题待后续处理”“不配合检查情节严重”（霍林郭勒方案三（四））。
      </p>
      {columns.map(({ name, lines, discernment }) => (
        <section key={name} className="drawer-part">
          <h2>{name}</h2>
          <p>{sayDiscernment(discernment)}</p>
          <Table
            size="small"
            bordered
            pagination={false}
            rowKey={({ title }) => title}
            dataSource={lines}
            columns={[
              { title: '等级', dataIndex: 'title' },
              { title: '检查（户次）', dataIndex: 'visits', align: 'right' },
              { title: '发现问题（户次）', dataIndex: 'problems', align: 'right' },
              { title: '每百次检查发现问题', align: 'right', render: (_, { perHundred }) => sayTenths(perHundred) },
            ]}
          />
          <BarChart
            title={`${name}：${lines.map(({ title, perHundred }) => `${title}每百次${sayTenths(perHundred)}次`).join('，')}`}
            categories={lines.map(({ title }) => title)}
            series={[{ name: '每百次检查发现问题', values: lines.map(({ perHundred }) => (perHundred ?? 0) / 10) }]}
            unit="次"
            height={200}
          />
        </section>
      ))}
    </>
  );
}

function sayTenths(tenths: number | null): string {
  return tenths === null ? '—' : `${Math.floor(tenths / 10)}.${tenths % 10}`;
}

function sayDiscernment(thousandths: number | null): string {
  if (thousandths === null) return '全部发现问题或全部没有发现问题，还看不出等级是否有用。';
  const said = sayTenths(thousandths);
  return `识别程度${said}%：任取一户发现问题的和一户没有发现问题的，前者等级较差的可能（同级算一半）。50%相当于随便评，100%为完全分开。`;
}
