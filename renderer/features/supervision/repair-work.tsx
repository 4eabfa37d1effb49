import { Space } from 'antd';
import { repairMaterials } from '../../../shared/features/supervision/repairs.ts';
import { dueStep } from '../../../shared/features/supervision/steps.ts';
import { useSession } from '../../api/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { type RepairLine, useRepairRules, useRepairSteps } from './repairs.queries.ts';
import { optionsOf, StepForm } from './step-form.tsx';

export type RepairWorkKind = 'material' | 'way' | 'accept' | 'check' | 'decide';

const operator = ['operator'] as const;

/** What can be done with a repair now; a step of another role stays visible and says whose it is. */
export function RepairWork({
  repair,
  onWork,
}: {
  readonly repair: RepairLine;
  readonly onWork: (work: RepairWorkKind) => void;
}) {
  const due = dueStep(repair.steps)?.id ?? null;
  const lacks = repair.lacks.map(({ text }) => text).join('；');
  return (
    <Space wrap className="form-refusal">
      {due === 'accept' && (
        <>
          <ActionButton may={operator} onClick={() => onWork('material')}>
            登记材料
          </ActionButton>
          <ActionButton may={operator} onClick={() => onWork('way')}>
            登记修复方式
          </ActionButton>
          <ActionButton
            type="primary"
            may={operator}
            barred={lacks === '' ? null : `还缺：${lacks}`}
            onClick={() => onWork('accept')}
          >
            受理
          </ActionButton>
        </>
      )}
      {due === 'check' && (
        <ActionButton type="primary" may={operator} onClick={() => onWork('check')}>
          登记核查
        </ActionButton>
      )}
      {repair.decision === null && (
        <ActionButton type={due === 'decide' ? 'primary' : 'default'} may={['leader']} onClick={() => onWork('decide')}>
          {due === 'decide' ? '作出决定' : '不予修复'}
        </ActionButton>
      )}
    </Space>
  );
}

interface RepairFormProps {
  readonly repair: RepairLine;
  readonly work: RepairWorkKind;
  readonly onClose: () => void;
}

export function RepairForm({ repair, work, onClose }: RepairFormProps) {
  const steps = useRepairSteps();
  const { today } = useSession();
  const rules = useRepairRules().data;
  const repairId = repair.id;
  switch (work) {
    case 'material':
      return (
        <StepForm<Omit<Parameters<typeof steps.addMaterial.run>[0], 'repairId'>>
          title="登记修复材料"
          note={`履行证明和信用承诺书（${repair.tier.article}）；原件扫描后作为附件上传。`}
          submit="登记材料"
          fields={[
            {
              name: 'kind',
              label: '材料',
              kind: 'choice',
              options: optionsOf(repairMaterials).filter(
                ({ value }) => !repair.materials.some(({ kind }) => kind === value),
              ),
            },
            { name: 'title', label: '名称或文号', kind: 'text' },
            { name: 'datedOn', label: '材料日期', kind: 'day' },
          ]}
          initial={{ datedOn: today }}
          onSubmit={(values) => steps.addMaterial.run({ ...values, repairId })}
          onClose={onClose}
        />
      );
    case 'way': {
      const ways = (rules?.ways ?? []).filter(({ id }) => !repair.ways.some(({ wayId }) => wayId === id));
      const isTraining = (id: unknown) => ways.find((way) => way.id === id)?.name.includes('培训') === true;
      return (
        <StepForm<Omit<Parameters<typeof steps.addWay.run>[0], 'repairId'>>
          title="登记修复方式"
          note={ways.map(({ name, proof, article }) => `${name}：${proof}（${article}）`).join('；')}
          submit="登记修复方式"
          fields={[
            {
              name: 'wayId',
              label: '方式',
              kind: 'choice',
              options: ways.map(({ id, name }) => ({ value: id, label: name })),
            },
            { name: 'doneOn', label: '完成日期', kind: 'day' },
            { name: 'proof', label: '证明', kind: 'text' },
            {
              name: 'attendance',
              label: '参加人员和学时（修复培训，鸡西方案第22项）',
              kind: 'text',
              when: ({ wayId }) => isTraining(wayId),
            },
          ]}
          initial={{ doneOn: today }}
          onSubmit={(values) => steps.addWay.run({ ...values, attendance: values.attendance ?? '', repairId })}
          onClose={onClose}
        />
      );
    }
    case 'accept':
      return (
        <StepForm<Omit<Parameters<typeof steps.accept.run>[0], 'repairId'>>
          title="受理信用修复"
          note={`最早可申请${repair.earliestOn}，申请日期${repair.appliedOn}，在期限之内（${repair.tier.article}）。`}
          submit="受理"
          fields={[{ name: 'acceptedOn', label: '受理日期', kind: 'day' }]}
          initial={{ acceptedOn: today }}
          onSubmit={(values) => steps.accept.run({ ...values, repairId })}
          onClose={onClose}
        />
      );
    case 'check':
      return (
        <StepForm<Omit<Parameters<typeof steps.check.run>[0], 'repairId'>>
          title="登记核查"
          submit="登记核查"
          fields={[
            { name: 'checkedOn', label: '核查日期', kind: 'day' },
            {
              name: 'isPassed',
              label: '结果',
              kind: 'choice',
              options: [
                { value: true, label: '核查通过' },
                { value: false, label: '核查未通过' },
              ],
            },
            { name: 'finding', label: '核查情况（写入决定书）', kind: 'long' },
          ]}
          initial={{ checkedOn: today }}
          onSubmit={(values) => steps.check.run({ ...values, repairId })}
          onClose={onClose}
        />
      );
    case 'decide':
      return (
        <StepForm<Omit<Parameters<typeof steps.decide.run>[0], 'repairId'>>
          title="决定信用修复"
          note="准予修复的，同时停止公示、解除联合措施、移出有关名单、重新评定信用等级；历史记录留存。"
          submit="作出决定"
          fields={[
            {
              name: 'outcome',
              label: '决定',
              kind: 'choice',
              options: [
                ...(repair.check?.isPassed === true ? [{ value: 'repaired', label: '准予修复' }] : []),
                { value: 'refused', label: '不予修复' },
              ],
            },
            { name: 'opinion', label: '决定意见（写入决定书）', kind: 'long' },
          ]}
          onSubmit={(values) => steps.decide.run({ ...values, repairId })}
          onClose={onClose}
        />
      );
  }
}
