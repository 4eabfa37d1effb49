import { Button, Drawer, Form, Input, Select, Space, Switch } from 'antd';
import { objectKinds, objectStatuses } from '../../../shared/features/rosters/object-columns.ts';
import { CommandForm } from '../../ui/command-form.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { type ObjectDetail, useObjectChoices, useObjectCommands } from './rosters.queries.ts';

interface Values {
  readonly reason: string;
  readonly entry: {
    readonly name: string;
    readonly code: string;
    readonly kind: ObjectDetail['kind'];
    readonly address: string;
    readonly principal: string;
    readonly phone: string;
    readonly industry: string;
    readonly town: string;
    readonly registrar: string;
    readonly establishedOn: string;
    readonly status: ObjectDetail['status'];
    readonly statusOn: string;
    readonly statusDocument: string;
    readonly aboveScale: boolean;
    readonly priority: boolean;
    readonly tags: string[];
    readonly licences: {
      readonly name: string;
      readonly number?: string;
      readonly from?: string;
      readonly until?: string;
    }[];
  };
}

/** Undefined where nothing was filled in. */
const stated = (day: string | undefined) => (day === '' ? undefined : day);

const needed = (label: string) => [{ required: true, whitespace: true, message: `请填写${label}` }];

/** 新增 or 变更 one object, with the reason that goes into its history. */
export function ObjectForm({
  object,
  onClose,
}: {
  readonly object: ObjectDetail | null;
  readonly onClose: () => void;
}) {
  const commands = useObjectCommands(onClose);
  const choices = useObjectChoices().data;
  const known = (values: readonly string[] = []) => values.map((value) => ({ value }));

  async function submit({ reason, entry }: Values) {
    const sent = {
      ...entry,
      establishedOn: stated(entry.establishedOn),
      statusOn: stated(entry.statusOn),
      licences: entry.licences.map(({ from, until, ...licence }) => ({
        ...licence,
        from: stated(from),
        until: stated(until),
      })),
    };
    return object === null
      ? commands.add.run({ entry: sent, reason })
      : commands.change.run({ id: object.id, entry: sent, reason });
  }

  return (
    <Drawer
      open
      title={object === null ? '新增检查对象' : `变更：${object.name}`}
      size={640}
      onClose={onClose}
      destroyOnHidden
    >
      <CommandForm<Values>
        submit={object === null ? '新增' : '保存变更'}
        initial={object === null ? blank : initialOf(object)}
        onSubmit={submit}
        onCancel={onClose}
      >
        <Form.Item name={['entry', 'name']} label="名称（姓名）" rules={needed('名称')}>
          <Input />
        </Form.Item>
        <div className="field-grid">
          <Form.Item name={['entry', 'kind']} label="类型">
            <Select options={known(objectKinds)} />
          </Form.Item>
          <Form.Item
            name={['entry', 'code']}
            label="统一社会信用代码（身份证号码）"
            extra={object?.maskedIdCard == null ? undefined : `已留存${object.maskedIdCard}，不改则不填`}
          >
            <Input />
          </Form.Item>
          <Form.Item name={['entry', 'status']} label="状态">
            <Select options={known(objectStatuses)} />
          </Form.Item>
          <Form.Item name={['entry', 'statusOn']} label="状态变更日期">
            <DayInput />
          </Form.Item>
          <Form.Item name={['entry', 'statusDocument']} label="状态变更文号">
            <Input placeholder="例如：额市监注〔2026〕12号" />
          </Form.Item>
          <Form.Item name={['entry', 'establishedOn']} label="成立日期">
            <DayInput />
          </Form.Item>
        </div>
        <Form.Item name={['entry', 'address']} label="地址（住所）">
          <Input />
        </Form.Item>
        <div className="field-grid">
          <Form.Item name={['entry', 'principal']} label="负责人姓名">
            <Input />
          </Form.Item>
          <Form.Item
            name={['entry', 'phone']}
            label="联系方式"
            extra={object === null || object.maskedPhone === '' ? undefined : '隐去的号码不改动则照旧留存'}
          >
            <Input />
          </Form.Item>
          <Form.Item name={['entry', 'industry']} label="行业（业务领域）">
            <Input />
          </Form.Item>
          <Form.Item name={['entry', 'town']} label="所属乡镇苏木">
            <Input />
          </Form.Item>
          <Form.Item name={['entry', 'registrar']} label="登记机关">
            <Input />
          </Form.Item>
          <Form.Item name={['entry', 'tags']} label="监管标签">
            <Select mode="tags" tokenSeparators={['、', '；', ';', ',']} options={known(choices?.tags)} />
          </Form.Item>
          <Form.Item name={['entry', 'aboveScale']} label="规模以上" valuePropName="checked">
            <Switch checkedChildren="是" unCheckedChildren="否" />
          </Form.Item>
          <Form.Item name={['entry', 'priority']} label="重点企业" valuePropName="checked">
            <Switch checkedChildren="是" unCheckedChildren="否" />
          </Form.Item>
        </div>
        <Form.Item label="许可证">
          <Form.List name={['entry', 'licences']}>{licenceRows}</Form.List>
        </Form.Item>
        <Form.Item name="reason" label="变更事由" rules={needed('变更事由')}>
          <Input placeholder="例如：企业来函、登记信息变更" />
        </Form.Item>
      </CommandForm>
    </Drawer>
  );
}

type Rows = Parameters<typeof Form.List>[0]['children'];

const licenceRows: Rows = (fields, { add, remove }) => (
  <>
    {fields.map(({ key, name }) => (
      <Space key={key} align="start" size={8}>
        <Form.Item name={[name, 'name']} rules={needed('许可证名称')}>
          <Input aria-label="许可证名称" placeholder="名称" />
        </Form.Item>
        <Form.Item name={[name, 'number']}>
          <Input aria-label="许可证编号" placeholder="编号" />
        </Form.Item>
        <Form.Item name={[name, 'from']}>
          <DayInput aria-label="许可证有效期起" />
        </Form.Item>
        <Form.Item name={[name, 'until']}>
          <DayInput aria-label="许可证有效期至" />
        </Form.Item>
        <Button onClick={() => remove(name)}>删去</Button>
      </Space>
    ))}
    <Button onClick={() => add({ name: '', number: '', from: '', until: '' })}>增加许可证</Button>
  </>
);

const blank: Partial<Values> = {
  entry: {
    name: '',
    code: '',
    kind: '企业',
    address: '',
    principal: '',
    phone: '',
    industry: '',
    town: '',
    registrar: '',
    establishedOn: '',
    status: '存续',
    statusOn: '',
    statusDocument: '',
    aboveScale: false,
    priority: false,
    tags: [],
    licences: [],
  },
};

function initialOf(object: ObjectDetail): Partial<Values> {
  return {
    entry: {
      name: object.name,
      code: object.uscc ?? '',
      kind: object.kind,
      address: object.address,
      principal: object.personInCharge,
      phone: object.maskedPhone,
      industry: object.industry,
      town: object.township,
      registrar: object.registeredBy,
      establishedOn: object.foundedOn ?? '',
      status: object.status,
      statusOn: object.statusOn ?? '',
      statusDocument: object.statusDocument,
      aboveScale: object.isAboveScale,
      priority: object.isKey,
      tags: [...object.tags],
      licences: object.licences.map(({ name, number, validFrom, expiresOn }) => ({
        name,
        number,
        from: validFrom ?? '',
        until: expiresOn ?? '',
      })),
    },
  };
}
