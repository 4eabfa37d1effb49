import { Drawer, Space } from 'antd';
import { useState } from 'react';
import {
  fittingOutcomes,
  type ObjectionOutcome,
  objectionOutcomes,
  objectionReactions,
} from '../../../shared/features/supervision/objections.ts';
import { dueStep } from '../../../shared/features/supervision/steps.ts';
import { type Severity, severityTitles } from '../../../shared/kernel/credit-facts.ts';
import { fenIn } from '../../../shared/kernel/money.ts';
import { useSession } from '../../api/session.ts';
import { useFiles } from '../../api/use-files.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Attachments } from '../../ui/attachments.tsx';
import { Facts } from '../../ui/facts.tsx';
import { clearFields, serviceFields } from './list-work.tsx';
import { type ObjectionLine, useObjectionSteps } from './objections.queries.ts';
import { optionsOf, type StepField, StepForm } from './step-form.tsx';
import { StepTimeline } from './step-timeline.tsx';

type Work = 'check' | 'decide' | 'answer' | 'clear' | 'feedback';

const words: Readonly<Record<Work, string>> = {
  check: '登记核实情况',
  decide: '作出决定',
  answer: '登记答复',
  clear: '登记消除影响',
  feedback: '登记反馈',
};

/** One objection: what is claimed, the steps taken and the one due, the answer. */
export function ObjectionDrawer({
  objection,
  onClose,
}: {
  readonly objection: ObjectionLine;
  readonly onClose: () => void;
}) {
  const { openPdf } = useFiles();
  const { account } = useSession();
  const [work, setWork] = useState<Work | null>(null);
  const due = dueStep(objection.steps)?.id;
  const next = due === undefined || due === 'receive' ? null : due;
  const own = next === 'decide' && objection.check?.byId === account?.id ? '自己核实的，不能自己决定' : null;
  return (
    <Drawer
      open
      size={820}
      onClose={onClose}
      title={`${objection.subject === 'inspection' ? '检查结果异议' : '信用异议'}：${objection.objectName}`}
    >
      <Space wrap className="form-refusal">
        {next !== null && (
          <ActionButton
            type="primary"
            may={next === 'decide' ? ['leader'] : ['operator']}
            barred={own}
            onClick={() => setWork(next)}
          >
            {words[next]}
          </ActionButton>
        )}
        <ActionButton
          barred={objection.decision === null ? '还没有决定' : null}
          onClick={() => openPdf(`supervision/objections/${objection.id}/answer.pdf`)}
        >
          打印答复书
        </ActionButton>
      </Space>
      <Facts
        facts={[
          ['文号', objection.number],
          ['状态', objection.stateTitle],
          ['统一社会信用代码', objection.objectCode],
          ['有异议的信息', `${objection.subjectTitle}：${objection.title}`],
          ['提出人', objection.objector],
          ['联系方式', objection.contact],
          ['异议内容', objection.claim],
          ['证据', objection.evidence],
        ]}
      />
      <section className="drawer-part">
        <h2>办理步骤</h2>
        <StepTimeline steps={objection.steps} />
      </section>
      <section className="drawer-part">
        <h2>附件</h2>
        <Attachments subject="objection" id={objection.id} wanted="异议申请、证据、核实材料、答复书送达回证等" />
      </section>
      {work !== null && <WorkForm objection={objection} work={work} onClose={() => setWork(null)} />}
    </Drawer>
  );
}

interface WorkFormProps {
  readonly objection: ObjectionLine;
  readonly work: Work;
  readonly onClose: () => void;
}

interface CheckValues {
  readonly checkedOn: string;
  readonly supplier: string;
  readonly finding: string;
  readonly proposal: ObjectionOutcome;
  readonly happenedOn?: string;
  readonly source?: string;
  readonly documentNumber?: string;
  readonly summary?: string;
  readonly severity?: Severity;
  readonly amount?: string;
}

function WorkForm({ objection, work, onClose }: WorkFormProps) {
  const steps = useObjectionSteps();
  const { today, bureau } = useSession();
  const objectionId = objection.id;
  const common = { onClose, submit: words[work], title: words[work] };
  switch (work) {
    case 'check':
      return (
        <StepForm<CheckValues>
          {...common}
          note={
            objection.subject === 'inspection'
              ? `请在${objection.verifyBy}以前组织复查；确有错误的及时更正，无错误的予以维持。`
              : '信息提供和采集单位核实并反馈结果，有误的及时更正或撤销（鸡西方案第23项）。'
          }
          fields={checkFields(objection)}
          initial={{ checkedOn: today, supplier: bureau?.name }}
          onSubmit={({ happenedOn, source, documentNumber, summary, severity, amount, ...values }) =>
            steps.check.run({
              ...values,
              objectionId,
              correction: {
                ...filled({ happenedOn, source, documentNumber, summary }),
                ...(severity === undefined ? {} : { severity }),
                ...amountIn(amount),
              },
            })
          }
        />
      );
    case 'decide':
      return (
        <StepForm<Omit<Parameters<typeof steps.decide.run>[0], 'objectionId'>>
          {...common}
          note={`拟${objectionOutcomes[objection.check?.proposal ?? 'keep']}：${objection.check?.finding ?? ''}${objection.subject === 'inspection' ? '决定更正的，随后在“检查办理”中提出更正。' : '决定后立即更正或撤销，并重新评定信用等级。'}`}
          fields={[
            {
              name: 'outcome',
              label: '决定',
              kind: 'choice',
              options: optionsOf(objectionOutcomes).filter(
                ({ value }) => value === 'keep' || value === objection.check?.proposal,
              ),
            },
            {
              name: 'isWrongful',
              label: '是否已据此采取惩戒措施（是的，要消除影响）',
              kind: 'choice',
              options: [
                { value: true, label: '是' },
                { value: false, label: '否' },
              ],
              when: ({ outcome }) => outcome !== undefined && outcome !== 'keep' && objection.subject !== 'list-entry',
            },
            { name: 'opinion', label: '决定意见（写入答复书）', kind: 'long' },
          ]}
          onSubmit={(values) => steps.decide.run({ ...values, objectionId })}
        />
      );
    case 'answer':
      return (
        <StepForm<{ servedOn: string; manner: Parameters<typeof steps.answer.run>[0]['manner']; receiver: string }>
          {...common}
          note={`请在${objection.decision?.answerBy ?? ''}以前将答复书送达提出人。`}
          fields={serviceFields}
          initial={{ servedOn: today, manner: 'direct', receiver: objection.objector }}
          onSubmit={({ servedOn, ...values }) => steps.answer.run({ ...values, answeredOn: servedOn, objectionId })}
        />
      );
    case 'clear':
      return (
        <StepForm<Omit<Parameters<typeof steps.clear.run>[0], 'objectionId'>>
          {...common}
          note="对错误采取联合惩戒的行为，要及时消除不良影响（陈巴尔虎旗方案第三部分第11项）。"
          fields={clearFields}
          initial={{ clearedOn: today }}
          onSubmit={(values) => steps.clear.run({ ...values, objectionId })}
        />
      );
    case 'feedback':
      return (
        <StepForm<Omit<Parameters<typeof steps.feedback.run>[0], 'objectionId'>>
          {...common}
          fields={[
            { name: 'heardOn', label: '反馈日期', kind: 'day' },
            { name: 'reaction', label: '提出人的意见', kind: 'choice', options: optionsOf(objectionReactions) },
            { name: 'note', label: '说明', kind: 'long', isOptional: true },
          ]}
          initial={{ heardOn: today }}
          onSubmit={(values) => steps.feedback.run({ ...values, note: values.note ?? '', objectionId })}
        />
      );
  }
}

const proposalLabels: Partial<Record<ObjectionLine['subject'], string>> = {
  grade: '处理意见（更正即按现有记录重新评定）',
  inspection: '处理意见（更正的，决定后到“检查办理”中提出更正，由局主要领导签字）',
};

function checkFields({ subject }: ObjectionLine): readonly StepField[] {
  const isResult = subject === 'inspection';
  const isCorrected = ({ proposal }: Record<string, unknown>) => subject === 'record' && proposal === 'correct';
  const corrected = (name: string, label: string, kind: StepField['kind']): StepField => ({
    name,
    label: `更正后的${label}（不变的不填）`,
    kind,
    isOptional: true,
    when: isCorrected,
  });
  return [
    { name: 'checkedOn', label: isResult ? '复查日期' : '核实日期', kind: 'day' },
    { name: 'supplier', label: isResult ? '复查的股室' : '核实的部门（提供信息的部门）', kind: 'text' },
    { name: 'finding', label: isResult ? '复查情况（写入告知书）' : '核实情况（写入答复书）', kind: 'long' },
    {
      name: 'proposal',
      label: proposalLabels[subject] ?? '处理意见',
      kind: 'choice',
      options: optionsOf(objectionOutcomes).filter(({ value }) => fittingOutcomes[subject].includes(value)),
    },
    corrected('happenedOn', '日期', 'day'),
    corrected('source', '来源', 'text'),
    corrected('documentNumber', '文号', 'text'),
    { ...corrected('severity', '轻重', 'choice'), options: optionsOf(severityTitles) },
    corrected('amount', '金额', 'amount'),
    corrected('summary', '摘要', 'long'),
  ];
}

function amountIn(typed = ''): { readonly amountFen?: number } {
  const fen = fenIn(typed);
  return fen === null ? {} : { amountFen: fen };
}

/** Only what was filled in. */
function filled<T extends Record<string, string | undefined>>(values: T): Partial<Record<keyof T, string>> {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(entries) as Partial<Record<keyof T, string>>;
}
