import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Checkbox, Drawer, Form, Input } from 'antd';
import { useState } from 'react';
import { authorisationStates, authorisationStateTitles } from '../../../shared/features/credit/authorisations.ts';
import { authorisedKinds, type CreditKind, creditKindTitles } from '../../../shared/kernel/credit-facts.ts';
import { useSession } from '../../api/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Attachments } from '../../ui/attachments.tsx';
import { CommandForm } from '../../ui/command-form.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { enterpriseColumn } from '../../ui/enterprise-link.tsx';
import { EnterprisePicker } from '../../ui/enterprise-picker.tsx';
import { Facts } from '../../ui/facts.tsx';
import type { ListColumn } from '../../ui/list-model.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { PathLink } from '../../ui/path-link.tsx';
import { useListParams } from '../../ui/use-list-params.ts';
import { minuteText } from '../../ui/when.ts';
import { DayForm } from './record-actions.tsx';
import {
  type AuthorisationLine,
  useAddAuthorisation,
  useAuthorisations,
  useWithdrawAuthorisation,
} from './records.queries.ts';

const operator = ['operator'] as const;

/** 信用 → 信用记录 → 授权: what enterprises let the office gather, for how long (吴忠方案 第二部分（一）). */
export function AuthorisationsPage() {
  const all = useAuthorisations().data;
  const params = useListParams({ prefix: 'l.' });
  const navigate = useNavigate();
  const { id } = useSearch({ strict: false }) as { id?: string };
  const [isAdding, setAdding] = useState(false);
  const show = (one: number | null) =>
    void navigate({ to: '.', search: (old: object) => ({ ...old, id: one === null ? undefined : String(one) }) });
  const opened = all?.find((one) => String(one.id) === id);
  const add = (
    <ActionButton may={operator} type="primary" onClick={() => setAdding(true)}>
      登记授权
    </ActionButton>
  );
  return (
    <>
      <PageHead
        title="信用信息归集授权"
        note="纳税、用水、用电、用气、不动产、科技研发信息，依法取得企业授权后才能归集（吴忠方案第二部分（一））。存入授权书后生效。"
        actions={
          <>
            <Button onClick={() => void navigate({ to: '/credit/records' })}>返回信用记录</Button>
            {add}
          </>
        }
      />
      <DataTable<AuthorisationLine>
        name="credit.authorisations"
        title="信用信息归集授权"
        rows={all}
        rowKey={(one) => one.id}
        columns={columns}
        params={params}
        searchHint="企业、签署人"
        onRow={(one) => show(one.id)}
        empty={<EmptyState text="还没有登记过授权。" action={add} />}
        filters={[
          {
            key: 'state',
            label: '状态',
            options: authorisationStates.map((value) => ({ value, label: authorisationStateTitles[value] })),
            of: ({ state }) => state,
          },
          {
            key: 'kind',
            label: '类别',
            options: [...authorisedKinds].map((value) => ({ value, label: creditKindTitles[value] })),
            of: ({ kinds }) => [...kinds],
          },
        ]}
      />
      {opened !== undefined && <OpenAuthorisation key={opened.id} one={opened} onClose={() => show(null)} />}
      {isAdding && (
        <AddForm
          onClose={() => setAdding(false)}
          onDone={(one) => {
            setAdding(false);
            show(one);
          }}
        />
      )}
    </>
  );
}

const kindsText = (kinds: readonly CreditKind[]) => kinds.map((kind) => creditKindTitles[kind]).join('、');

const columns: readonly ListColumn<AuthorisationLine>[] = [
  enterpriseColumn({ key: 'object', title: '企业', width: 220 }),
  { key: 'code', title: '统一社会信用代码', width: 180, value: ({ objectCode }) => objectCode },
  { key: 'kinds', title: '授权的类别', width: 210, value: ({ kinds }) => kindsText(kinds) },
  { key: 'from', title: '起始日', width: 104, value: ({ fromOn }) => fromOn },
  { key: 'until', title: '到期日', width: 104, value: ({ untilOn }) => untilOn ?? '长期' },
  { key: 'givenBy', title: '签署人', width: 120, value: ({ givenBy }) => givenBy },
  {
    key: 'state',
    title: '状态',
    width: 120,
    value: ({ state }) => authorisationStateTitles[state],
    render: ({ state }) =>
      state === 'unsigned' ? <span className="overdue">未存入授权书</span> : authorisationStateTitles[state],
  },
];

function OpenAuthorisation({ one, onClose }: { readonly one: AuthorisationLine; readonly onClose: () => void }) {
  const [isWithdrawing, setWithdrawing] = useState(false);
  const withdraw = useWithdrawAuthorisation({
    quiet: true,
    done: '已登记撤回。',
    onDone: () => setWithdrawing(false),
  });
  return (
    <Drawer
      open
      size={760}
      onClose={onClose}
      title={`授权：${one.objectName}`}
      extra={
        one.withdrawnOn === null && (
          <ActionButton may={operator} danger onClick={() => setWithdrawing(true)}>
            登记撤回
          </ActionButton>
        )
      }
    >
      <Facts
        facts={[
          ['企业', one.objectName],
          ['统一社会信用代码', one.objectCode],
          ['授权的类别', kindsText(one.kinds)],
          ['状态', authorisationStateTitles[one.state]],
          ['起始日', one.fromOn],
          ['到期日', one.untilOn ?? '长期，至撤回为止'],
          ['签署人', one.givenBy],
          ['登记', `${minuteText(one.enteredAt)} ${one.enteredBy}`],
          ['说明', one.note],
          ...(one.withdrawnOn === null
            ? []
            : [['撤回', `自${one.withdrawnOn}起，${one.withdrawReason ?? ''}`] as const]),
        ]}
      />
      <section className="drawer-part">
        <h2>授权书</h2>
        <Attachments
          subject="authorisation"
          id={one.id}
          wanted="企业签署的授权书，存入后授权生效"
          isClosed={one.withdrawnOn !== null}
        />
      </section>
      <section className="drawer-part">
        <p>
          <PathLink path={`/credit/records?l.object=${one.objectId}`}>这户企业的信用记录</PathLink>
        </p>
        <p className="quiet">授权到期或撤回后，不再归集新的信息；已经归集的留作内部依据，不再对外提供。</p>
      </section>
      {isWithdrawing && (
        <DayForm
          title={`登记撤回授权：${one.objectName}`}
          note="从这一天起不再归集，已经归集的不再对外提供。不能恢复；企业重新授权的，另行登记。"
          day="撤回日期"
          reason="撤回的事由（如企业来函文号）"
          submit="登记撤回"
          onSubmit={({ on, reason = '' }) => withdraw.run({ id: one.id, on, reason })}
          onClose={() => setWithdrawing(false)}
        />
      )}
    </Drawer>
  );
}

interface Values {
  readonly objectId: number;
  readonly kinds: CreditKind[];
  readonly fromOn: string;
  readonly untilOn?: string;
  readonly givenBy: string;
  readonly note?: string;
}

function AddForm({ onDone, onClose }: { readonly onDone: (id: number) => void; readonly onClose: () => void }) {
  const { today } = useSession();
  const add = useAddAuthorisation({
    quiet: true,
    done: '已登记，请存入授权书。',
    onDone: ({ id }) => onDone(id),
  });
  return (
    <Drawer open size={680} onClose={onClose} title="登记授权">
      <CommandForm<Values>
        submit="登记授权"
        initial={{ kinds: [], fromOn: today }}
        onCancel={onClose}
        onSubmit={({ untilOn = '', note = '', ...values }) =>
          add.run({ ...values, note, untilOn: untilOn === '' ? null : untilOn })
        }
      >
        <Form.Item name="objectId" label="企业" rules={[{ required: true, message: '请选择企业' }]}>
          <EnterprisePicker />
        </Form.Item>
        <Form.Item name="kinds" label="授权归集的类别" rules={[{ required: true, message: '请选择授权归集的类别' }]}>
          <Checkbox.Group options={[...authorisedKinds].map((value) => ({ value, label: creditKindTitles[value] }))} />
        </Form.Item>
        <div className="field-grid">
          <Form.Item name="fromOn" label="起始日" rules={[{ required: true, message: '请填写起始日' }]}>
            <DayInput />
          </Form.Item>
          <Form.Item name="untilOn" label="到期日（长期的不填）">
            <DayInput />
          </Form.Item>
        </div>
        <Form.Item
          name="givenBy"
          label="签署人（姓名和身份）"
          rules={[{ required: true, whitespace: true, message: '请填写签署人' }]}
        >
          <Input maxLength={100} placeholder="如：示例甲（法定代表人）" />
        </Form.Item>
        <Form.Item name="note" label="说明">
          <Input maxLength={300} />
        </Form.Item>
      </CommandForm>
    </Drawer>
  );
}
