import { useNavigate } from '@tanstack/react-router';
import { Button, Form, Select, Space, Table, Tabs, Tag } from 'antd';
import { useState } from 'react';
import { STANDING_WORDS } from '../../../shared/kernel/pack-basis.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { JobBar } from '../../ui/job-bar.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { EffectPart } from './effect-part.tsx';
import { type ModelVersion, useModels, useRemoveModel, useTrialJob } from './models.queries.ts';
import { NewModel } from './new-model.tsx';
import { TrialResult } from './trial-result.tsx';

/** 信用 → 评价模型: the models of each version of the rule pack, two versions compared, and how well grades told where problems were. */
export function ModelsPage() {
  const versions = useModels().data;
  const navigate = useNavigate();
  const draft = versions?.find(({ isOpen }) => isOpen);
  const inForce = versions?.find(({ isInForce }) => isInForce);
  return (
    <>
      <PageHead
        title="评价模型"
        note={inForce === undefined ? '' : `现行：${inForce.name}，${sayEvaluation(inForce)}。`}
        actions={
          <>
            <Button onClick={() => void navigate({ to: '/settings/policies' })}>
              {draft === undefined ? '到规则包起草新版本' : '打开规则包草稿'}
            </Button>
            {draft !== undefined && <NewModel version={draft} versions={versions ?? []} />}
          </>
        }
      />
      <Tabs
        items={[
          { key: 'models', label: '各版本的模型', children: <ModelTable versions={versions ?? []} /> },
          { key: 'compare', label: '两个版本对照', children: <ComparePart versions={versions ?? []} /> },
          { key: 'effect', label: '效果评估', children: <EffectPart versions={versions ?? []} /> },
        ]}
      />
    </>
  );
}

function sayEvaluation({ national, models }: ModelVersion): string {
  const used = models.find(({ isUsed }) => isUsed);
  const model = used === undefined ? '' : `“${used.title}”`;
  if (national === 'direct') return '等级直接取自国家公共信用综合评价，不用模型';
  if (national === 'reference') return `等级由${model}评定，参考国家公共信用综合评价`;
  return `等级由${model}评定，不用国家公共信用综合评价`;
}

interface Row {
  readonly key: string;
  readonly version: ModelVersion;
  readonly model: ModelVersion['models'][number];
}

function ModelTable({ versions }: { readonly versions: readonly ModelVersion[] }) {
  const navigate = useNavigate();
  const remove = useRemoveModel({ done: '已从草稿中删除' });
  const rows = versions.flatMap((version) =>
    version.models.map((model): Row => ({ key: `${version.versionId} ${model.id}`, version, model })),
  );
  const open = ({ version, model }: Row) => void navigate({ to: `/credit/models/${version.versionId}/${model.id}` });
  if (rows.length === 0) {
    return (
      <EmptyState text="现行规则包没有评价模型：等级直接取自国家公共信用综合评价。要用本部门的评价库，请在规则包中起草新版本，再在这里新建模型。" />
    );
  }
  return (
    <Table<Row>
      size="small"
      bordered
      pagination={false}
      dataSource={rows}
      rowClassName="row-opens"
      onRow={(row) => ({ onClick: () => open(row) })}
      columns={[
        { title: '模型', render: (_, { model }) => model.title },
        { title: '规则包', render: (_, { version }) => version.name },
        {
          title: '状态',
          width: 150,
          render: (_, { version, model }) => (
            <>
              <Tag color={version.isInForce ? 'green' : undefined}>
                {version.isInForce ? '现行' : version.isOpen ? '草稿' : '其他版本'}
              </Tag>
              {model.isUsed && <Tag color="blue">用于评定</Tag>}
            </>
          ),
        },
        { title: '版次', width: 70, align: 'right', render: (_, { model }) => `第${model.version}版` },
        { title: '满分', width: 80, align: 'right', render: (_, { model }) => `${model.scale}分` },
        { title: '指标', width: 70, align: 'right', render: (_, { model }) => `${model.indicators}个` },
        { title: '性质', width: 70, render: (_, { model }) => STANDING_WORDS[model.standing] },
        {
          title: '',
          width: 150,
          render: (_, row) => (
            <Space>
              <Button
                size="small"
                onClick={(event) => {
                  event.stopPropagation();
                  open(row);
                }}
              >
                {row.version.isOpen ? '修改' : '查看'}
              </Button>
              {row.version.isOpen && !row.model.isUsed && (
                <ActionButton
                  size="small"
                  danger
                  may={['operator']}
                  onClick={(event) => {
                    event.stopPropagation();
                    void remove.run({ versionId: row.version.versionId, modelId: row.model.id });
                  }}
                >
                  删除
                </ActionButton>
              )}
            </Space>
          ),
        },
      ]}
    />
  );
}

/** Two versions of the pack over all enterprises, one by one. */
function ComparePart({ versions }: { readonly versions: readonly ModelVersion[] }) {
  const inForce = versions.find(({ isInForce }) => isInForce)?.versionId ?? null;
  const [before, setBefore] = useState<number | null>(inForce);
  const [after, setAfter] = useState<number | null>(
    versions.find(({ versionId }) => versionId !== inForce)?.versionId ?? null,
  );
  const { start, trialId, running } = useTrialJob();
  const options = versions.map(({ versionId, name, isInForce, isOpen }) => ({
    value: versionId,
    label: `${name}${isInForce ? '（现行）' : isOpen ? '（草稿）' : ''}`,
  }));
  if (versions.length < 2) return <EmptyState text="只有一个版本，没有可以对照的。起草新版本后再来对照。" />;
  return (
    <>
      <Form layout="inline" component="div" className="model-tools">
        <Form.Item label="原来" htmlFor="compare-before">
          <Select id="compare-before" style={{ width: 300 }} value={before} onChange={setBefore} options={options} />
        </Form.Item>
        <Form.Item label="改为" htmlFor="compare-after">
          <Select id="compare-after" style={{ width: 300 }} value={after} onChange={setAfter} options={options} />
        </Form.Item>
        <Button
          type="primary"
          disabled={before === null || after === null || before === after}
          loading={running !== null}
          onClick={() => {
            if (before !== null && after !== null) void start({ beforeId: before, afterId: after });
          }}
        >
          逐户对照
        </Button>
      </Form>
      {running !== null && <JobBar label="正在逐户对照" job={running} />}
      {trialId !== null && <TrialResult trialId={trialId} />}
    </>
  );
}
