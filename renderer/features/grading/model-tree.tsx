import { Button, Space, Table } from 'antd';
import {
  addNode,
  balanceWeights,
  DEEPEST,
  levelOf,
  nodeById,
  parentOf,
} from '../../../shared/features/grading/model-edit.ts';
import { sayChoice, sayDecay, sayRule, sayThousandths } from '../../../shared/features/grading/model-words.ts';
import type { IndicatorModel, IndicatorNode } from '../../../shared/kernel/indicator-model.ts';

interface ModelTreeProps {
  readonly model: IndicatorModel;
  readonly chosen: string | null;
  readonly onChoose: (id: string | null) => void;
  /** Left out where the model is only read. */
  readonly onChange?: (model: IndicatorModel) => void;
}

interface Row {
  readonly key: string;
  readonly name: string;
  readonly weight: string;
  readonly most: string;
  readonly says: string;
  readonly children?: Row[];
}

/** The indicators as a tree: weight in its branch, what it is worth at most, what it reads and how. A row opens its form. */
export function ModelTree({ model, chosen, onChoose, onChange }: ModelTreeProps) {
  return (
    <>
      {onChange !== undefined && <TreeTools model={model} chosen={chosen} onChoose={onChoose} onChange={onChange} />}
      <Table<Row>
        size="small"
        bordered
        pagination={false}
        expandable={{ defaultExpandAllRows: true }}
        dataSource={model.indicators.map((node) => rowOf(node, model.scale * 1000))}
        rowClassName={({ key }) => (key === chosen ? 'row-opens ant-table-row-selected' : 'row-opens')}
        onRow={({ key }) => ({
          onClick: () => onChoose(key),
          onKeyDown: (event) => event.key === 'Enter' && onChoose(key),
          tabIndex: 0,
        })}
        columns={[
          { title: '指标', dataIndex: 'name', width: 210 },
          { title: '权重', dataIndex: 'weight', width: 76, align: 'right' },
          { title: '满分', dataIndex: 'most', width: 80, align: 'right' },
          { title: '读取什么，怎样计分', dataIndex: 'says', className: 'model-says' },
        ]}
      />
    </>
  );
}

function TreeTools({ model, chosen, onChoose, onChange }: Required<ModelTreeProps>) {
  const group = groupOf(model, chosen);
  const add = (kind: IndicatorNode['node']) => {
    const added = addNode(model, group, kind);
    onChange(added.model);
    onChoose(added.id);
  };
  const level = group === null ? 0 : levelOf(model, group);
  const where = group === null ? '一级' : `“${nodeById(model, group)?.name ?? ''}”下`;
  return (
    <Space wrap className="model-tools">
      <span className="quiet">{where}：</span>
      <Button onClick={() => add('facts')}>增加指标</Button>
      {level < DEEPEST - 1 && <Button onClick={() => add('group')}>增加指标组</Button>}
      <Button onClick={() => add('national')}>增加国家评价指标</Button>
      <Button onClick={() => onChange(balanceWeights(model, group))}>按比例调到100%</Button>
      {chosen !== null && <Button onClick={() => onChoose(null)}>回到一级</Button>}
    </Space>
  );
}

/** Where something new goes: into the chosen group, or beside the chosen indicator. */
function groupOf(model: IndicatorModel, chosen: string | null): string | null {
  const node = chosen === null ? null : nodeById(model, chosen);
  if (node === null) return null;
  return node.node === 'group' ? node.id : parentOf(model, node.id);
}

/** `most` is in thousandths of a point, rounded down for what is shown. */
function rowOf(node: IndicatorNode, whole: number): Row {
  const most = Math.floor((whole * node.weight) / 1000);
  const row = {
    key: node.id,
    name: node.name,
    weight: sayThousandths(node.weight),
    most: `${most / 1000}分`,
    says: saysOf(node),
  };
  return node.node === 'group' ? { ...row, children: node.children.map((child) => rowOf(child, most)) } : row;
}

function saysOf(node: IndicatorNode): string {
  if (node.node === 'group') return '';
  if (node.node === 'national') {
    const degrees = node.degrees.map(({ national, degree }) => `${national}计${sayThousandths(degree)}`);
    return `国家评价：${degrees.join('，')}；没有评价计${sayThousandths(node.whenNone)}`;
  }
  const { direction, reads, rule, decay } = node;
  const aged = decay === null ? '' : `；${sayDecay(decay)}`;
  return `${direction === '+' ? '得分' : '扣分'}：${sayChoice(reads)}，${sayRule(rule)}${aged}`;
}
