import { AutoComplete, Button, Checkbox, Drawer, Form, Input, Select, Space } from 'antd';
import { fieldsOf, isAuthorised } from '../../../shared/features/credit/kind-fields.ts';
import {
  type AccidentClass,
  accidentClassTitles,
  type CreditKind,
  creditKinds,
  creditKindTitles,
  type Severity,
  severityTitles,
} from '../../../shared/kernel/credit-facts.ts';
import { type ConcernedPerson, personRoles, personRoleTitles } from '../../../shared/kernel/credit-records.ts';
import { fenIn, yuanText } from '../../../shared/kernel/money.ts';
import { amountRule } from '../../ui/amount-rule.ts';
import { CommandForm } from '../../ui/command-form.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { EnterprisePicker } from '../../ui/enterprise-picker.tsx';
import { PathLink } from '../../ui/path-link.tsx';
import { type OpenRecord, useAddRecord, useCorrectRecord, useRecordChoices } from './records.queries.ts';

interface Values {
  readonly objectId: number;
  readonly kind: CreditKind;
  readonly happenedOn: string;
  readonly endedOn?: string;
  readonly source: string;
  readonly documentNumber?: string;
  readonly summary?: string;
  readonly severity?: Severity;
  readonly accidentClass?: AccidentClass;
  /** In yuan, as typed. */
  readonly amount?: string;
  readonly outcome?: 'good' | 'bad';
  readonly persons?: readonly ConcernedPerson[];
  readonly isMutual?: boolean;
  readonly isWithheld?: boolean;
  readonly withheld?: string;
  readonly reason: string;
}

const titled = <K extends string>(titles: Readonly<Record<K, string>>) =>
  (Object.keys(titles) as K[]).map((value) => ({ value, label: titles[value] }));

/** 登记信用记录: only the fields of the kind are asked. */
export function AddRecordForm({
  kind,
  objectId,
  onDone,
  onClose,
}: {
  readonly kind?: CreditKind;
  readonly objectId?: number;
  readonly onDone: (id: number) => void;
  readonly onClose: () => void;
}) {
  const add = useAddRecord({ quiet: true, done: '已登记，等级已重新评定。', onDone: ({ id }) => onDone(id) });
  return (
    <Drawer open size={760} onClose={onClose} title="登记信用记录">
      <CommandForm<Values>
        submit="登记"
        initial={{ kind, objectId, persons: [] }}
        onCancel={onClose}
        onSubmit={(values) =>
          add.run({
            ...contentOf(values),
            objectId: values.objectId,
            isMutual: values.isMutual === true,
            withheld: values.isWithheld === true ? (values.withheld ?? '') : '',
          })
        }
      >
        <Form.Item name="objectId" label="企业" rules={[{ required: true, message: '请选择企业' }]}>
          <EnterprisePicker />
        </Form.Item>
        <Form.Item name="kind" label="类别" rules={[{ required: true, message: '请选择类别' }]}>
          <Select showSearch={{ optionFilterProp: 'label' }} options={kindOptions} placeholder="请选择" />
        </Form.Item>
        <KindFields isNew />
      </CommandForm>
    </Drawer>
  );
}

/** 更正: the whole content anew; the version before stays beside it. */
export function CorrectRecordForm({ record, onClose }: { readonly record: OpenRecord; readonly onClose: () => void }) {
  const correct = useCorrectRecord({ quiet: true, done: '已更正，原版本保留。', onDone: onClose });
  const { kind } = record;
  return (
    <Drawer open size={760} onClose={onClose} title={`更正：${record.objectName} ${creditKindTitles[kind]}`}>
      <p className="quiet">更正后原来的内容作为上一版保留。类别和企业登记错的，请撤销后重新登记。</p>
      <CommandForm<Values>
        submit="更正"
        onCancel={onClose}
        initial={{
          ...record,
          endedOn: record.endedOn ?? '',
          severity: record.severity ?? undefined,
          accidentClass: record.accidentClass ?? undefined,
          outcome: record.outcome ?? undefined,
          amount: record.amountFen === null ? '' : yuanText(record.amountFen),
          reason: '',
        }}
        onSubmit={(values) =>
          correct.run({ id: record.id, content: contentOf({ ...values, kind }), reason: values.reason })
        }
      >
        <KindFields fixedKind={kind} />
        <Form.Item
          name="reason"
          label="更正的事由"
          rules={[{ required: true, whitespace: true, message: '请填写更正的事由' }]}
        >
          <Input.TextArea rows={2} placeholder="如：企业提出异议，经核实金额有误" />
        </Form.Item>
      </CommandForm>
    </Drawer>
  );
}

const kindOptions = creditKinds.map((value) => ({ value, label: creditKindTitles[value] }));

function contentOf(values: Values) {
  const { kind, happenedOn, source, documentNumber = '', summary = '', persons = [] } = values;
  return {
    kind,
    happenedOn,
    source,
    documentNumber,
    summary,
    endedOn: values.endedOn === undefined || values.endedOn === '' ? null : values.endedOn,
    severity: values.severity ?? null,
    accidentClass: values.accidentClass ?? null,
    outcome: values.outcome ?? null,
    amountFen: values.amount === undefined || values.amount.trim() === '' ? null : fenIn(values.amount),
    persons: [...persons],
  };
}

interface KindFieldsProps {
  readonly fixedKind?: CreditKind;
  readonly isNew?: boolean;
}

function KindFields({ fixedKind, isNew = false }: KindFieldsProps) {
  const choices = useRecordChoices().data;
  const chosen = Form.useWatch<CreditKind | undefined>('kind');
  const kind = fixedKind ?? chosen;
  if (kind === undefined) return <p className="quiet">选择类别后填写这一类的内容。</p>;
  const asked = fieldsOf(kind);
  const sources = [...new Set([...(choices?.departments ?? []), ...(choices?.sources ?? [])])];
  return (
    <>
      {isAuthorised(kind) && (
        <p className="quiet">
          这类信息须先取得企业授权并存入授权书（吴忠方案第二部分（一））。
          <PathLink path="/credit/authorisations">到授权</PathLink>
        </p>
      )}
      <div className="field-grid">
        <Form.Item name="happenedOn" label={asked.day} rules={[{ required: true, message: `请填写${asked.day}` }]}>
          <DayInput />
        </Form.Item>
        {asked.end !== undefined && (
          <Form.Item name="endedOn" label={`${asked.end}（没有的不填）`}>
            <DayInput />
          </Form.Item>
        )}
        <Form.Item
          name="source"
          label="来源部门"
          rules={[{ required: true, whitespace: true, message: '请填写来源部门' }]}
        >
          <AutoComplete
            options={sources.map((value) => ({ value }))}
            showSearch={{ filterOption: (text, option) => option?.value.includes(text) ?? false }}
          />
        </Form.Item>
        <Form.Item
          name="documentNumber"
          label={asked.number}
          rules={
            asked.needsNumber === true
              ? [{ required: true, whitespace: true, message: `请填写${asked.number}` }]
              : undefined
          }
        >
          <Input maxLength={100} />
        </Form.Item>
        {asked.severity === true && (
          <Form.Item name="severity" label="严重程度（决定修复期限）">
            <Select allowClear placeholder="请选择" options={titled(severityTitles)} />
          </Form.Item>
        )}
        {asked.accidentClass === true && (
          <Form.Item name="accidentClass" label="事故等级" rules={[{ required: true, message: '请选择事故等级' }]}>
            <Select placeholder="请选择" options={titled(accidentClassTitles)} />
          </Form.Item>
        )}
        {asked.outcome !== undefined && (
          <Form.Item name="outcome" label="结果">
            <Select allowClear placeholder="请选择" options={titled(asked.outcome)} />
          </Form.Item>
        )}
        {asked.amount !== undefined && (
          <Form.Item name="amount" label={`${asked.amount}（元）`} rules={[amountRule]}>
            <Input inputMode="decimal" placeholder="如 12345.60 或 1.5万" />
          </Form.Item>
        )}
      </div>
      <Form.Item name="summary" label={asked.summary}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2_000} />
      </Form.Item>
      {asked.persons === true && <Persons />}
      {isNew && <Origin kind={kind} />}
    </>
  );
}

function Persons() {
  return (
    <Form.Item label="责任人（法定代表人、主要负责人、实际控制人，鸡西方案第21项；只填姓名）">
      <Form.List name="persons">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <Space key={key} align="baseline">
                <Form.Item name={[name, 'role']} initialValue="legal">
                  <Select
                    aria-label="责任人身份"
                    style={{ width: 150 }}
                    options={personRoles.map((value) => ({ value, label: personRoleTitles[value] }))}
                  />
                </Form.Item>
                <Form.Item name={[name, 'name']} rules={[{ required: true, whitespace: true, message: '请填写姓名' }]}>
                  <Input aria-label="责任人姓名" maxLength={50} placeholder="姓名" />
                </Form.Item>
                <Button size="small" onClick={() => remove(name)}>
                  去掉
                </Button>
              </Space>
            ))}
            <div>
              <Button size="small" onClick={() => add({ role: 'legal', name: '' })}>
                添加责任人
              </Button>
            </div>
          </>
        )}
      </Form.List>
    </Form.Item>
  );
}

/** How it came, and whether it is published. */
function Origin({ kind }: { readonly kind: CreditKind }) {
  const term = useRecordChoices().data?.publicised.find((one) => one.kind === kind);
  const isWithheld = Form.useWatch<boolean | undefined>('isWithheld');
  const isMutual = Form.useWatch<boolean | undefined>('isMutual');
  return (
    <>
      <Form.Item name="isMutual" valuePropName="checked" label={null}>
        <Checkbox>这是其他部门作出、予以互认的结果</Checkbox>
      </Form.Item>
      {term !== undefined && isMutual === true && <p className="quiet">由作出的部门公示，不列入本局的双公示台账。</p>}
      {term !== undefined && isMutual !== true && (
        <>
          <p className="quiet">
            登记后列入双公示台账，自决定之日起{term.workingDays}个工作日内公示（{term.article}）。
          </p>
          <Form.Item name="isWithheld" valuePropName="checked" label={null}>
            <Checkbox>依法不予公示（涉及国家秘密、商业秘密、个人隐私等）</Checkbox>
          </Form.Item>
          {isWithheld === true && (
            <Form.Item
              name="withheld"
              label="不予公示的事由"
              rules={[{ required: true, whitespace: true, message: '请填写不予公示的事由' }]}
            >
              <Input maxLength={300} />
            </Form.Item>
          )}
        </>
      )}
    </>
  );
}
