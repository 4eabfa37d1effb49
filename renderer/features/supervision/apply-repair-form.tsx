import { Alert, Drawer, Form, Input, Select } from 'antd';
import type { z } from 'zod';
import type { ApplyRepair } from '../../../shared/features/supervision/repair-schemas.ts';
import { severestOf } from '../../../shared/features/supervision/repairs.ts';
import { severityTitles } from '../../../shared/kernel/credit-facts.ts';
import { useSession } from '../../api/session.ts';
import { CommandForm } from '../../ui/command-form.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { EnterpriseSelect } from './enterprise-select.tsx';
import { useApplyRepair, useRepairRules, useRepairSubjects } from './repairs.queries.ts';
import { optionsOf } from './step-form.tsx';

type Values = z.input<typeof ApplyRepair>;

interface ApplyRepairFormProps {
  readonly objectId: number | null;
  readonly onDone: (repairId: number) => void;
  readonly onClose: () => void;
}

/** 登记修复申请: which adverse records or entries, of which tier, counted from which document. */
export function ApplyRepairForm({ objectId, onDone, onClose }: ApplyRepairFormProps) {
  const apply = useApplyRepair(onDone);
  const { today } = useSession();
  const [form] = Form.useForm<Values>();
  const chosen = Form.useWatch('objectId', form) ?? objectId ?? undefined;
  const { records = [], entries = [] } = useRepairSubjects(chosen).data ?? {};
  const nothing = chosen !== undefined && records.length === 0 && entries.length === 0;
  return (
    <Drawer open size={760} onClose={onClose} title="登记信用修复申请">
      <CommandForm<Values>
        form={form}
        submit="登记申请"
        initial={{ objectId: objectId ?? undefined, recordIds: [], entryIds: [], appliedOn: today }}
        onCancel={onClose}
        onSubmit={(values) => apply.run(values)}
        onChange={({ recordIds = [], entryIds = [] }) => {
          if (form.isFieldTouched('severity') || form.isFieldTouched('documentOn')) return;
          const of = [
            ...records.filter(({ id }) => recordIds.includes(id)),
            ...entries.filter(({ id }) => entryIds.includes(id)),
          ];
          const severity = severestOf(of.map((one) => one.severity)) ?? undefined;
          // The youngest document is the last to be over its term.
          form.setFieldsValue({
            severity,
            documentOn: of
              .map((one) => one.documentOn)
              .toSorted()
              .at(-1),
          });
        }}
      >
        <EnterpriseSelect />
        {nothing && <Alert className="form-refusal" type="info" showIcon title="这户企业没有可以修复的失信信息。" />}
        <Form.Item name="recordIds" label="失信信息（信用记录）">
          <Select
            mode="multiple"
            options={records.map(({ id, title, documentOn, severity }) => ({
              value: id,
              label: `${documentOn} ${title}${severity === null ? '' : `（${severityTitles[severity]}）`}`,
            }))}
          />
        </Form.Item>
        {entries.length > 0 && (
          <Form.Item name="entryIds" label="失信信息（名单）">
            <Select
              mode="multiple"
              options={entries.map(({ id, title, documentOn }) => ({ value: id, label: `${documentOn} ${title}` }))}
            />
          </Form.Item>
        )}
        <Tier form={form} />
        <div className="field-grid">
          <Form.Item
            name="applicant"
            label="申请人"
            rules={[{ required: true, whitespace: true, message: '请填写申请人' }]}
          >
            <Input />
          </Form.Item>
          <Form.Item name="appliedOn" label="申请日期" rules={[{ required: true, message: '请填写申请日期' }]}>
            <DayInput />
          </Form.Item>
        </div>
        <Form.Item
          name="remedy"
          label="纠正失信行为、消除不良影响的情况"
          rules={[{ required: true, whitespace: true, message: '请填写纠正失信行为的情况' }]}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
        </Form.Item>
      </CommandForm>
    </Drawer>
  );
}

/** Tier and document day, and the first day an application is taken. */
function Tier({ form }: { readonly form: ReturnType<typeof Form.useForm<Values>>[0] }) {
  const severity = Form.useWatch('severity', form);
  const tier = useRepairRules().data?.tiers.find((one) => one.severity === severity);
  return (
    <>
      <div className="field-grid">
        <Form.Item name="severity" label="失信程度" rules={[{ required: true, message: '请选择失信程度' }]}>
          <Select options={optionsOf(severityTitles)} />
        </Form.Item>
        <Form.Item
          name="documentOn"
          label="文书日期（期限自此起算）"
          rules={[{ required: true, message: '请填写文书日期' }]}
        >
          <DayInput />
        </Form.Item>
      </div>
      {tier !== undefined && (
        <p className="quiet">
          {tier.name}：自文书日期起公示满{tier.minMonths}个月才能申请，最长公示{tier.maxMonths}个月（{tier.article}，
          {tier.standing}）。
        </p>
      )}
    </>
  );
}
