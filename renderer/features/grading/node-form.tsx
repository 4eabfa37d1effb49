import { Button, Form, Radio, Space } from 'antd';
import {
  DEEPEST,
  levelOf,
  moveNode,
  nodeById,
  parentOf,
  removeNode,
  replaceNode,
} from '../../../shared/features/grading/model-edit.ts';
import type { IndicatorModel, IndicatorNode } from '../../../shared/kernel/indicator-model.ts';
import { BasisFields, ChoiceFields, EntryList, PercentField, TextField } from './model-fields.tsx';
import { DecayFields, RuleFields } from './rule-fields.tsx';

interface NodeFormProps {
  readonly model: IndicatorModel;
  readonly id: string;
  readonly nationalGrades: readonly string[];
  readonly onChange: (model: IndicatorModel) => void;
  readonly onRemoved: () => void;
}

/** The chosen indicator: name, weight, what it reads, how it scores, what it rests on. */
export function NodeForm({ model, id, nationalGrades, onChange, onRemoved }: NodeFormProps) {
  const node = nodeById(model, id);
  if (node === null) return null;
  const put = (changed: IndicatorNode) => onChange(replaceNode(model, changed));
  return (
    <Form layout="vertical" component="div" key={id}>
      <div className="field-grid">
        <TextField id={`${id}-name`} label="指标名称" value={node.name} onChange={(name) => put({ ...node, name })} />
        <PercentField
          id={`${id}-weight`}
          label={`权重（${parentOf(model, id) === null ? '占满分' : '占所在指标组'}）`}
          value={node.weight}
          onChange={(weight) => put({ ...node, weight: Math.max(1, weight) })}
        />
      </div>
      {node.node === 'facts' && (
        <>
          <Form.Item label="方向">
            <Radio.Group
              value={node.direction}
              onChange={(event) => put({ ...node, direction: event.target.value })}
              options={[
                { value: '-', label: '扣分（没有记录得满分，有了逐步扣）' },
                { value: '+', label: '得分（没有记录不得分，有了逐步得）' },
              ]}
            />
          </Form.Item>
          <ChoiceFields
            id={id}
            legend="读取哪些记录"
            value={node.reads}
            onChange={(reads) => put({ ...node, reads })}
          />
          <RuleFields id={id} value={node.rule} onChange={(rule) => put({ ...node, rule })} />
          <DecayFields id={id} value={node.decay} onChange={(decay) => put({ ...node, decay })} />
        </>
      )}
      {node.node === 'national' && (
        <fieldset className="model-part">
          <legend>国家评价等级各得多少</legend>
          <EntryList
            entries={node.degrees}
            keyOf={({ national }) => national}
            addText="增加一个等级"
            onAdd={() => {
              const left = nationalGrades.find((grade) => !node.degrees.some(({ national }) => national === grade));
              if (left !== undefined) put({ ...node, degrees: [...node.degrees, { national: left, degree: 500 }] });
            }}
            onRemove={(index) => put({ ...node, degrees: node.degrees.toSpliced(index, 1) })}
          >
            {(one, index) => (
              <PercentField
                id={`${id}-national-${index}`}
                label={one.national}
                value={one.degree}
                onChange={(degree) => put({ ...node, degrees: node.degrees.with(index, { ...one, degree }) })}
              />
            )}
          </EntryList>
          <PercentField
            id={`${id}-when-none`}
            label="没有国家评价时"
            value={node.whenNone}
            onChange={(whenNone) => put({ ...node, whenNone })}
          />
        </fieldset>
      )}
      <BasisFields id={id} value={node} onChange={(basis) => put({ ...node, ...basis })} />
      <Space wrap>
        <Button onClick={() => onChange(moveNode(model, id, -1))}>上移</Button>
        <Button onClick={() => onChange(moveNode(model, id, 1))}>下移</Button>
        <Button
          danger
          onClick={() => {
            onChange(removeNode(model, id));
            onRemoved();
          }}
        >
          删除{node.node === 'group' ? '指标组及其下的指标' : '这个指标'}
        </Button>
        {node.node === 'group' && levelOf(model, id) === DEEPEST && <span className="quiet">指标最多三级。</span>}
      </Space>
    </Form>
  );
}
