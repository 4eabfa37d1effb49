import { Alert, Drawer, Form, Input, Select, Spin } from 'antd';
import type { z } from 'zod';
import type { ProposeListing } from '../../../shared/features/supervision/list-schemas.ts';
import { personCapacities } from '../../../shared/features/supervision/lists.ts';
import { CommandForm } from '../../ui/command-form.tsx';
import { EnterpriseSelect } from './enterprise-select.tsx';
import { useGrounds, useListOptions, useProposeListing } from './lists.queries.ts';
import { optionsOf } from './step-form.tsx';

type Values = Omit<z.input<typeof ProposeListing>, 'person'> & {
  /** Asked only where the list takes persons. */
  readonly who?: 'enterprise' | keyof typeof personCapacities;
  readonly personName?: string;
  readonly personNumber?: string;
};

interface ProposeListingDrawerProps {
  readonly objectId: number | null;
  /** The list and ground a 预警 suggests, `list:ground`. */
  readonly suggested: string | null;
  readonly onDone: (entryId: number) => void;
  readonly onClose: () => void;
}

/** 提出列入: which list, on which ground, resting on which records; what a 预警 suggests is filled in. */
export function ProposeListingDrawer({ objectId, suggested, onDone, onClose }: ProposeListingDrawerProps) {
  const grounds = useGrounds(objectId ?? undefined).data;
  const [listId, groundId] = suggested?.split(':') ?? [];
  const met = grounds?.met.find((one) => one.listId === listId && one.groundId === groundId);
  return (
    <Drawer open size={760} onClose={onClose} title="提出列入名单">
      {suggested !== null && objectId !== null && grounds === undefined ? (
        <Spin />
      ) : (
        <ProposeForm
          initial={{
            objectId: objectId ?? undefined,
            listId,
            groundId,
            factIds: [...(met?.factIds ?? [])],
            who: 'enterprise',
          }}
          onDone={onDone}
          onClose={onClose}
        />
      )}
    </Drawer>
  );
}

interface ProposeFormProps extends Pick<ProposeListingDrawerProps, 'onDone' | 'onClose'> {
  readonly initial: Partial<Values>;
}

function ProposeForm({ initial, onDone, onClose }: ProposeFormProps) {
  const propose = useProposeListing(onDone);
  const [form] = Form.useForm<Values>();
  const options = useListOptions().data;
  const chosen = Form.useWatch('objectId', form) ?? initial.objectId;
  const listId = Form.useWatch('listId', form);
  const list = options?.lists.find(({ id }) => id === listId);
  return (
    <CommandForm<Values>
      form={form}
      submit="提出列入"
      initial={initial}
      onCancel={onClose}
      onSubmit={({ who, personName = '', personNumber = '', ...values }) =>
        propose.run({
          ...values,
          person:
            who === undefined || who === 'enterprise'
              ? null
              : { name: personName, capacity: who, number: personNumber },
        })
      }
    >
      <EnterpriseSelect />
      <Form.Item name="listId" label="名单" rules={[{ required: true, message: '请选择名单' }]}>
        <Select
          options={(options?.lists ?? []).map(({ id, name, article }) => ({
            value: id,
            label: `${name}（${article}）`,
          }))}
          onChange={() => form.setFieldsValue({ groundId: undefined, levelId: null, who: 'enterprise' })}
        />
      </Form.Item>
      {list !== undefined && (
        <Alert
          className="form-refusal"
          type="info"
          showIcon
          title={
            list.polarity === 'bad'
              ? `送达告知书后，当事人有${list.defenceWorkingDays}个工作日陈述申辩（${list.article}）。没有告知的，不能列入。`
              : `守信名单由局领导决定后公示，不需要事先告知（${list.article}）。`
          }
        />
      )}
      <Basis form={form} objectId={chosen} />
      <Form.Item
        name="facts"
        label="认定的事实（写入告知书和决定书，不写信用等级）"
        rules={[{ required: true, whitespace: true, message: '请填写认定的事实' }]}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} />
      </Form.Item>
    </CommandForm>
  );
}

/** Ground, level, person and records; each as far as the list has them. */
function Basis({
  form,
  objectId,
}: {
  readonly form: ReturnType<typeof Form.useForm<Values>>[0];
  readonly objectId: number | undefined;
}) {
  const listId = Form.useWatch('listId', form);
  const groundId = Form.useWatch('groundId', form);
  const who = Form.useWatch('who', form);
  const list = useListOptions().data?.lists.find(({ id }) => id === listId);
  const grounds = useGrounds(objectId).data;
  if (list === undefined) return null;
  const metOf = (id: string) => grounds?.met.find((one) => one.listId === list.id && one.groundId === id);
  const ground = list.grounds.find(({ id }) => id === groundId);
  const level = list.levels.find(({ id }) => id === ground?.level);
  return (
    <>
      <Form.Item name="groundId" label="列入情形" rules={[{ required: true, message: '请选择列入情形' }]}>
        <Select
          options={list.grounds.map(({ id, text, test }) => {
            const holds = metOf(id)?.holds;
            const known =
              test === undefined || objectId === undefined ? '' : holds === true ? '（记录符合）' : '（记录不符合）';
            return { value: id, label: `${text}${known}` };
          })}
          onChange={(id: string) => form.setFieldsValue({ factIds: [...(metOf(id)?.factIds ?? [])] })}
        />
      </Form.Item>
      {level !== undefined && <p>级别：{level.name}（由列入情形确定）</p>}
      {list.levels.length > 0 && ground !== undefined && level === undefined && (
        <Form.Item name="levelId" label="级别" rules={[{ required: true, message: '请选择级别' }]}>
          <Select options={list.levels.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
      )}
      <Form.Item
        name="factIds"
        label={list.polarity === 'bad' ? '依据的信用记录（至少一条）' : '依据的信用记录'}
        rules={list.polarity === 'bad' ? [{ required: true, message: '请选择依据的信用记录' }] : []}
        extra={
          grounds?.facts.length === 0
            ? '这户企业还没有信用记录。请先在“信用”的“信用记录”中登记，或由检查结果形成。'
            : undefined
        }
      >
        <Select
          mode="multiple"
          options={(grounds?.facts ?? []).map(({ id, title, happenedOn }) => ({
            value: id,
            label: `${happenedOn} ${title}`,
          }))}
        />
      </Form.Item>
      {list.takesPersons && (
        <Form.Item name="who" label="列入的对象">
          <Select options={[{ value: 'enterprise', label: '企业本身' }, ...optionsOf(personCapacities)]} />
        </Form.Item>
      )}
      {list.takesPersons && who !== undefined && who !== 'enterprise' && (
        <div className="field-grid">
          <Form.Item name="personName" label="姓名" rules={[{ required: true, message: '请填写姓名' }]}>
            <Input />
          </Form.Item>
          <Form.Item name="personNumber" label="身份证号（只用于辨认，不打印、不公示）">
            <Input />
          </Form.Item>
        </div>
      )}
    </>
  );
}
