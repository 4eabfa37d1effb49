import { Drawer, Form, Input, Modal, Radio, Select, Skeleton, Space } from 'antd';
import { useState } from 'react';
import { licenceStateText } from '../../../shared/features/credit/licences.ts';
import { useSession } from '../../api/session.ts';
import { useFiles } from '../../api/use-files.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { CommandForm } from '../../ui/command-form.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { Deadline } from '../../ui/deadline.tsx';
import { type Fact, Facts } from '../../ui/facts.tsx';
import { PathLink } from '../../ui/path-link.tsx';
import { minuteText } from '../../ui/when.ts';
import { type LicenceDetail, useLicence, usePaths, useTakePath } from './applications.queries.ts';
import { LicenceCheckForm } from './licence-check-form.tsx';

/** One licence application: its path with the reason, which was taken, the promise it rests on, and 事后审. */
export function LicenceDrawer({ id, onClose }: { readonly id: number; readonly onClose: () => void }) {
  const application = useLicence(id).data;
  const { today } = useSession();
  const { openPdf } = useFiles();
  const [step, setStep] = useState<'take' | 'check' | null>(null);
  const close = () => setStep(null);
  return (
    <Drawer open size={760} onClose={onClose} title={application?.number ?? '许可申请'} destroyOnHidden>
      {application === undefined && <Skeleton active />}
      {application === null && <p>没有这件许可申请。</p>}
      {application != null && (
        <Space orientation="vertical" size={14} style={{ width: '100%' }}>
          <section className="explanation">
            {application.reasons.map(({ text, article }) => (
              <p key={text}>
                {text.replace(/。$/, '')}（{article}）。
              </p>
            ))}
          </section>
          <Space wrap>
            {application.taken === null && (
              <ActionButton type="primary" may={['operator', 'leader']} onClick={() => setStep('take')}>
                登记办理结果
              </ActionButton>
            )}
            {application.taken?.checkDueOn != null && application.checked === null && (
              <ActionButton type="primary" may={['operator', 'leader']} onClick={() => setStep('check')}>
                登记事后审
              </ActionButton>
            )}
            <ActionButton onClick={() => openPdf(`credit/reports/${application.reportId}/report.pdf`)}>
              看当时的信用报告
            </ActionButton>
          </Space>
          <Facts columns={1} facts={factsOf(application, today)} />
        </Space>
      )}
      {application != null && step === 'take' && <TakeForm application={application} onClose={close} />}
      {application != null && step === 'check' && <LicenceCheckForm application={application} onClose={close} />}
    </Drawer>
  );
}

function factsOf(application: LicenceDetail, today: string): readonly Fact[] {
  const { objectId, objectName, objectCode, licence, appliedOn, lookupNumber, seen, proposedName } = application;
  const { taken, checked, enteredBy, enteredAt } = application;
  const due = taken?.checkDueOn ?? null;
  return [
    [
      '企业',
      <span key="object">
        <PathLink path={`/enterprises/${objectId}`}>{objectName}</PathLink> {objectCode}
      </span>,
    ],
    ['许可', `${licence}（${appliedOn}申请）`],
    ['查询', `${lookupNumber}：${seen}`],
    ['应走路径', proposedName],
    ['状态', licenceStateText(application, today)],
    [
      '实际路径',
      taken === null ? '' : `${taken.name}${taken.differsWhy === '' ? '' : `（理由：${taken.differsWhy}）`}`,
    ],
    [
      '所依据的承诺书',
      taken?.commitmentId == null ? (
        ''
      ) : (
        <PathLink key="promise" path={`/supervision/commitments?id=${taken.commitmentId}`}>
          {taken.commitmentNumber}
        </PathLink>
      ),
    ],
    [
      '决定',
      taken === null
        ? ''
        : [taken.decision === 'granted' ? '准予许可' : '不予许可', taken.decidedOn, taken.licenceNumber, taken.takenBy]
            .filter((part) => part !== '')
            .join('　'),
    ],
    ['事后审期限', due === null ? '' : <Deadline key="due" on={due} today={checked === null ? today : due} />],
    [
      '事后审',
      checked === null
        ? ''
        : `${checked.checkedOn} ${checked.result === 'kept' ? '与承诺相符' : '违背承诺，已记入信用记录'}：${checked.findings}（${checked.checkedBy}）`,
    ],
    ['登记', `${enteredBy} ${minuteText(enteredAt)}`],
  ];
}

interface FormProps {
  readonly application: LicenceDetail;
  readonly onClose: () => void;
}

interface TakeValues {
  readonly path: string;
  readonly differsWhy?: string;
  readonly decision: 'granted' | 'denied';
  readonly decidedOn: string;
  readonly licenceNumber?: string;
  readonly commitmentId?: number;
  readonly checkDueOn?: string;
}

function TakeForm({ application: { id, proposedPath, objectCode, promises }, onClose }: FormProps) {
  const { today } = useSession();
  const paths = usePaths().data ?? [];
  const take = useTakePath({ quiet: true, done: '已登记办理结果。', onDone: onClose });
  const [form] = Form.useForm<TakeValues>();
  const path = Form.useWatch('path', form) ?? proposedPath;
  const decision = Form.useWatch('decision', form) ?? 'granted';
  const isPromise = paths.find((one) => one.id === path)?.isPromise === true && decision === 'granted';
  return (
    <Modal open title="登记办理结果" onCancel={onClose} footer={null} width={640} destroyOnHidden>
      <CommandForm<TakeValues>
        form={form}
        name="take-path"
        submit="登记"
        initial={{ path: proposedPath, decision: 'granted', decidedOn: today }}
        onCancel={onClose}
        onSubmit={({ commitmentId, checkDueOn, ...values }) =>
          take.run({
            differsWhy: '',
            licenceNumber: '',
            ...values,
            id,
            commitmentId: commitmentId ?? null,
            checkDueOn: checkDueOn ? checkDueOn : null,
          })
        }
      >
        <Form.Item name="path" label="实际办理路径">
          <Select options={paths.map((one) => ({ value: one.id, label: one.name }))} />
        </Form.Item>
        {path !== proposedPath && (
          <Form.Item
            name="differsWhy"
            label="没有按规则给出的路径办理的理由（须由局领导登记）"
            rules={[{ required: true, whitespace: true, message: '请写明理由' }]}
          >
            <Input.TextArea autoSize={{ minRows: 2 }} maxLength={300} />
          </Form.Item>
        )}
        <div className="field-grid">
          <Form.Item name="decision" label="许可决定">
            <Radio.Group
              options={[
                { value: 'granted', label: '准予许可' },
                { value: 'denied', label: '不予许可' },
              ]}
            />
          </Form.Item>
          <Form.Item name="decidedOn" label="决定日期" rules={[{ required: true, message: '请选择决定日期' }]}>
            <DayInput max={today} />
          </Form.Item>
        </div>
        <Form.Item name="licenceNumber" label="许可文号（可不填）">
          <Input maxLength={100} />
        </Form.Item>
        {isPromise && (
          <div className="field-grid">
            <Form.Item
              name="commitmentId"
              label="所依据的承诺书"
              extra={
                promises.length === 0 ? (
                  <>
                    这户企业还没有签订承诺书，请先到
                    <PathLink path={`/supervision/commitments?l.q=${objectCode}`}>信用承诺</PathLink>出具并签订。
                  </>
                ) : undefined
              }
              rules={[{ required: true, message: '请选择承诺书' }]}
            >
              <Select
                placeholder="请选择"
                options={promises.map((one) => ({ value: one.id, label: `${one.number} ${one.name}` }))}
              />
            </Form.Item>
            <Form.Item name="checkDueOn" label="事后审期限" rules={[{ required: true, message: '请选择事后审期限' }]}>
              <DayInput min={today} />
            </Form.Item>
          </div>
        )}
      </CommandForm>
    </Modal>
  );
}
