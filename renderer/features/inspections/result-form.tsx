import { Checkbox, Form, Input, InputNumber, Radio, Select } from 'antd';
import {
  disposals,
  disposalTitles,
  methods,
  methodTitles,
  problemKinds,
  problemTitles,
  refusalKinds,
  refusalTitles,
  results,
  resultTitles,
} from '../../../shared/features/inspections/results.ts';
import type { ResultInput } from '../../../shared/features/inspections/schemas.ts';
import { holdingVersion, openVersion } from '../../../shared/features/inspections/views.ts';
import { useSession } from '../../api/session.ts';
import type { CommandOutcome } from '../../api/use-command.ts';
import { CommandForm } from '../../ui/command-form.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { type InspectionDetail, useSubmitCorrection, useSubmitResult } from './inspections.queries.ts';

interface ResultFormProps {
  readonly inspection: InspectionDetail;
  readonly kind: 'result' | 'correction';
  readonly onEnd: () => void;
}

type Values = ResultInput & { reason?: string };

/** 录入结果 or 更正: a returned version is taken up again, a correction starts from what is published. */
export function ResultForm({ inspection, kind, onEnd }: ResultFormProps) {
  const { today } = useSession();
  const submitResult = useSubmitResult(onEnd);
  const submitCorrection = useSubmitCorrection(onEnd);
  const [form] = Form.useForm<Values>();
  const result = Form.useWatch('result', form);
  const refusals = Form.useWatch('refusals', form);
  const start = openVersion(inspection) ?? holdingVersion(inspection);

  async function submit({ reason = '', ...typed }: Values) {
    const facts: ResultInput = {
      ...typed,
      problems: typed.result === 'pending' ? (typed.problems ?? []) : [],
      refusals: typed.refusals ?? [],
      refusalTimes: (typed.refusals ?? []).length > 0 ? (typed.refusalTimes ?? 0) : 0,
    };
    const inspectionId = inspection.id;
    return atItsField(
      kind === 'result'
        ? await submitResult.run({ inspectionId, facts })
        : await submitCorrection.run({ inspectionId, facts, reason }),
    );
  }

  return (
    <CommandForm<Values>
      form={form}
      submit={kind === 'result' ? '送审' : '更正送审'}
      initial={
        start === null
          ? { ...blank, inspectedOn: inspection.notice?.inspectOn ?? today, completedOn: today }
          : { ...valuesOf(start), reason: start.reason ?? '' }
      }
      onSubmit={submit}
      onCancel={onEnd}
    >
      {kind === 'correction' && (
        <Form.Item name="reason" label="更正理由">
          <Input.TextArea autoSize={{ minRows: 2 }} />
        </Form.Item>
      )}
      <div className="field-grid">
        <Form.Item name="inspectedOn" label="检查日期">
          <DayInput />
        </Form.Item>
        <Form.Item name="completedOn" label="完成日期">
          <DayInput />
        </Form.Item>
      </div>
      <Form.Item name="methods" label="核查方式">
        <Checkbox.Group options={methods.map((value) => ({ value, label: methodTitles[value] }))} />
      </Form.Item>
      <Form.Item name="findings" label="检查情况">
        <Input.TextArea autoSize={{ minRows: 5 }} />
      </Form.Item>
      <Form.Item name="result" label="检查结果">
        <Select options={results.map((value) => ({ value, label: resultTitles[value] }))} placeholder="请选择" />
      </Form.Item>
      {result === 'pending' && (
        <Form.Item name="problems" label="问题情形">
          <Checkbox.Group options={problemKinds.map((value) => ({ value, label: problemTitles[value] }))} />
        </Form.Item>
      )}
      <Form.Item name="evidence" label="证据（注销、吊销、无法联系等直接形成结果的必填）">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Form.Item>
      <Form.Item name="refusals" label="不予配合情形（没有可不选，细则第十四条）">
        <Checkbox.Group options={refusalKinds.map((value) => ({ value, label: refusalTitles[value] }))} />
      </Form.Item>
      {(refusals ?? []).length > 0 && (
        <Form.Item name="refusalTimes" label="不予配合次数">
          <InputNumber min={1} max={99} />
        </Form.Item>
      )}
      <Form.Item name="disposal" label="后续处置（选“无需后续处置”的，公示后自动完结）">
        <Radio.Group options={disposals.map((value) => ({ value, label: disposalTitles[value] }))} />
      </Form.Item>
      <Form.Item name="disposalNote" label="处置说明">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Form.Item>
    </CommandForm>
  );
}

/** What the command calls `facts.findings` is the field `findings` of this form. */
function atItsField(outcome: CommandOutcome<null>): CommandOutcome<null> {
  if (outcome.ok || outcome.code !== 'BAD_INPUT') return outcome;
  const { problems } = outcome.details as { problems: readonly { field: string; sentence: string }[] };
  const own = problems.map(({ field, sentence }) => ({ sentence, field: field.replace(/^facts\./, '') }));
  return { ...outcome, details: { problems: own } };
}

const blank: Partial<Values> = {
  methods: ['on-site'],
  findings: '',
  evidence: '',
  refusals: [],
  refusalTimes: 0,
  problems: [],
  disposalNote: '',
};

function valuesOf(version: NonNullable<ReturnType<typeof openVersion>>): Values {
  const { inspectedOn, completedOn, result, findings, evidence, refusalTimes, disposal, disposalNote } = version;
  return {
    inspectedOn,
    completedOn,
    result,
    findings,
    evidence,
    refusalTimes,
    disposal,
    disposalNote,
    methods: [...version.methods],
    problems: [...version.problems],
    refusals: [...version.refusals],
  };
}
