import { AutoComplete, Button, Drawer, Form, Input, Select, Space, Switch } from 'antd';
import { useState } from 'react';
import { officerStatuses } from '../../../shared/features/rosters/officer-columns.ts';
import type { LeaveKind, Relation } from '../../../shared/features/rosters/officer-facts.ts';
import { CommandForm } from '../../ui/command-form.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { HandoverForm } from './handover-form.tsx';
import { leaveKindOptions } from './leave-form.tsx';
import { formerRows, relativeRows } from './officer-declarations.tsx';
import { type OfficerDetail, useOfficerCommands, useOfficers, useScopeChoices } from './rosters.queries.ts';

interface Values {
  readonly reason: string;
  readonly entry: {
    readonly name: string;
    readonly department: string;
    readonly section: string;
    readonly post: string;
    readonly certificate: string;
    readonly certificateUntil: string;
    readonly established: boolean;
    readonly scopes: string[];
    readonly leader: boolean;
    readonly status: OfficerDetail['status'];
    readonly leaves: { fromOn: string; toOn: string; kind?: LeaveKind; reason?: string }[];
    readonly formerEmployers: { employer: string; fromOn?: string; toOn?: string }[];
    readonly relatives: { relation: Relation; name: string; company?: string }[];
    readonly phone: string;
  };
}

const needed = (label: string) => [{ required: true, whitespace: true, message: `请填写${label}` }];

/** 新增 or 变更 one officer, with the reason that goes into the history. */
export function OfficerForm({
  officer,
  onClose,
}: {
  readonly officer: OfficerDetail | null;
  readonly onClose: () => void;
}) {
  const commands = useOfficerCommands(onClose);
  const [leaving, setLeaving] = useState<Values | null>(null);
  const officers = useOfficers().data ?? [];
  const scopes = useScopeChoices().data ?? [];
  const units = [...new Set(officers.map(({ unit }) => unit))];

  async function submit({ reason, entry }: Values) {
    const told = (on: string | undefined) => (on === '' ? undefined : on);
    const sent = {
      ...entry,
      certificateUntil: told(entry.certificateUntil),
      formerEmployers: entry.formerEmployers.map(({ employer, fromOn, toOn }) => ({
        employer,
        fromOn: told(fromOn),
        toOn: told(toOn),
      })),
    };
    if (officer === null) return commands.add.run({ entry: sent, reason });
    const outcome = await commands.change.run({ id: officer.id, entry: sent, reason });
    if (!outcome.ok && outcome.code === 'OFFICER_HAS_WORK') setLeaving({ reason, entry });
    return outcome;
  }

  return (
    <Drawer
      open
      title={officer === null ? '新增执法人员' : `变更：${officer.name}`}
      size={680}
      onClose={onClose}
      destroyOnHidden
    >
      <CommandForm<Values>
        submit={officer === null ? '新增' : '保存变更'}
        initial={officer === null ? blank : initialOf(officer)}
        onSubmit={submit}
        onCancel={onClose}
      >
        <div className="field-grid">
          <Form.Item name={['entry', 'name']} label="姓名" rules={needed('姓名')}>
            <Input />
          </Form.Item>
          <Form.Item name={['entry', 'department']} label="单位" rules={needed('单位')}>
            <AutoComplete
              showSearch={{ filterOption: (typed, option) => option?.value.includes(typed) ?? false }}
              options={units.map((value) => ({ value }))}
            />
          </Form.Item>
          <Form.Item name={['entry', 'section']} label="股室">
            <Input />
          </Form.Item>
          <Form.Item name={['entry', 'post']} label="职务">
            <Input />
          </Form.Item>
          <Form.Item name={['entry', 'certificate']} label="行政执法证号">
            <Input />
          </Form.Item>
          <Form.Item name={['entry', 'certificateUntil']} label="执法证有效期至">
            <DayInput />
          </Form.Item>
          <Form.Item name={['entry', 'established']} label="行政编制" valuePropName="checked">
            <Switch checkedChildren="是" unCheckedChildren="否" />
          </Form.Item>
          <Form.Item name={['entry', 'leader']} label="组长资格" valuePropName="checked">
            <Switch checkedChildren="是" unCheckedChildren="否" />
          </Form.Item>
          <Form.Item name={['entry', 'status']} label="状态">
            <Select options={officerStatuses.map((value) => ({ value }))} />
          </Form.Item>
          <Form.Item
            name={['entry', 'phone']}
            label="联系方式"
            extra={officer === null || officer.maskedPhone === '' ? undefined : '隐去的号码不改动则照旧留存'}
          >
            <Input />
          </Form.Item>
        </div>
        <Form.Item name={['entry', 'scopes']} label="业务领域" extra="不填为全部事项（细则第七条）">
          <Select mode="tags" tokenSeparators={['、', '；', ';', ',']} options={scopes.map((value) => ({ value }))} />
        </Form.Item>
        <Form.Item label="请假">
          <Form.List name={['entry', 'leaves']}>{leaveRows}</Form.List>
        </Form.Item>
        <Form.Item label="曾任职单位（本人书面申报，用于查找回避）">
          <Form.List name={['entry', 'formerEmployers']}>{formerRows}</Form.List>
        </Form.Item>
        <Form.Item label="亲属申报（只供经办人和局领导查看，不导出）">
          <Form.List name={['entry', 'relatives']}>{relativeRows}</Form.List>
        </Form.Item>
        <Form.Item name="reason" label="变更事由" rules={needed('变更事由')}>
          <Input placeholder="例如：换发执法证、岗位调整、请假" />
        </Form.Item>
      </CommandForm>
      {officer !== null && leaving !== null && (
        <HandoverForm
          officer={officer}
          status={leaving.entry.status}
          reason={leaving.reason}
          onDone={onClose}
          onClose={() => setLeaving(null)}
        />
      )}
    </Drawer>
  );
}

type Rows = Parameters<typeof Form.List>[0]['children'];

const leaveRows: Rows = (fields, { add, remove }) => (
  <>
    {fields.map(({ key, name }) => (
      <Space key={key} align="start" size={8}>
        <Form.Item name={[name, 'fromOn']} rules={needed('请假开始')}>
          <DayInput aria-label="请假开始" />
        </Form.Item>
        <Form.Item name={[name, 'toOn']} rules={needed('请假结束')}>
          <DayInput aria-label="请假结束" />
        </Form.Item>
        <Form.Item name={[name, 'kind']}>
          <Select aria-label="请假类别" placeholder="类别" style={{ width: 110 }} options={leaveKindOptions} />
        </Form.Item>
        <Button onClick={() => remove(name)}>删去</Button>
      </Space>
    ))}
    <Button onClick={() => add({ fromOn: '', toOn: '' })}>增加请假</Button>
  </>
);

const blank: Partial<Values> = {
  entry: {
    name: '',
    department: '',
    section: '',
    post: '',
    certificate: '',
    certificateUntil: '',
    established: true,
    scopes: [],
    leader: false,
    status: '在岗',
    leaves: [],
    formerEmployers: [],
    relatives: [],
    phone: '',
  },
};

function initialOf(officer: OfficerDetail): Partial<Values> {
  return {
    entry: {
      name: officer.name,
      department: officer.unit,
      section: officer.section,
      post: officer.post,
      certificate: officer.certificateNumber,
      certificateUntil: officer.certificateExpiresOn ?? '',
      established: officer.hasEstablishment,
      scopes: [...officer.scopes],
      leader: officer.isLeaderQualified,
      status: officer.status,
      leaves: officer.leaves.map((leave) => ({ ...leave })),
      formerEmployers: officer.formerEmployers.map((former) => ({ ...former })),
      relatives: (officer.relatives ?? []).map((relative) => ({ ...relative })),
      phone: officer.maskedPhone,
    },
  };
}
