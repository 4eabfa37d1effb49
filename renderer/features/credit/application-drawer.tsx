import { Alert, Drawer, Form, Input, Modal, Select, Skeleton, Space } from 'antd';
import { useState } from 'react';
import {
  type ApplicationCheck,
  applicationKindTitles,
  applicationStateTitles,
  stateOf,
} from '../../../shared/features/credit/applications.ts';
import { useSession } from '../../api/session.ts';
import { useFiles } from '../../api/use-files.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Attachments } from '../../ui/attachments.tsx';
import { CommandForm } from '../../ui/command-form.tsx';
import { type Fact, Facts } from '../../ui/facts.tsx';
import { PathLink } from '../../ui/path-link.tsx';
import { ReasonForm } from '../../ui/reason-form.tsx';
import { minuteText } from '../../ui/when.ts';
import {
  type ApplicationDetail,
  useApplication,
  useDecideApplication,
  usePromiseApplication,
  useRecheckApplication,
} from './applications.queries.ts';

type Step = 'promise' | 'support' | 'refuse' | 'recheck';

/** One application: what was found, the 承诺书, the decision with its 告知书, and what was put right afterwards. */
export function ApplicationDrawer({ id, onClose }: { readonly id: number; readonly onClose: () => void }) {
  const application = useApplication(id).data;
  const [step, setStep] = useState<Step | null>(null);
  const close = () => setStep(null);
  return (
    <Drawer open size={760} onClose={onClose} title={application?.number ?? '申报'} destroyOnHidden>
      {application === undefined && <Skeleton active />}
      {application === null && <p>没有这件申报。</p>}
      {application != null && (
        <Space orientation="vertical" size={14} style={{ width: '100%' }}>
          <Facts columns={1} facts={factsOf(application)} />
          <Steps application={application} onStep={setStep} />
          {application.checks.toReversed().map((check) => (
            <Check key={check.id} application={application} check={check} />
          ))}
          <section>
            <h2 className="drawer-part">申报材料</h2>
            <Attachments
              subject="lookup"
              id={application.checks[0]?.lookupId ?? 0}
              wanted="申报材料和企业提交的公共信用信息报告"
            />
          </section>
        </Space>
      )}
      {application != null && step === 'promise' && <PromiseForm application={application} onClose={close} />}
      {application != null && (step === 'support' || step === 'refuse') && (
        <DecideForm application={application} outcome={step} onClose={close} />
      )}
      {application != null && step === 'recheck' && <RecheckForm application={application} onClose={close} />}
    </Drawer>
  );
}

function factsOf(application: ApplicationDetail): readonly Fact[] {
  const { objectId, objectName, objectCode, kind, title, amountFen, documentNumber, receivedOn, note } = application;
  const { promise, enteredBy, enteredAt } = application;
  return [
    [
      '企业',
      <span key="object">
        <PathLink path={`/enterprises/${objectId}`}>{objectName}</PathLink> {objectCode}
      </span>,
    ],
    ['申报', `${applicationKindTitles[kind]}：${title}`],
    ['金额', amountFen === null ? '' : `${(amountFen / 100).toLocaleString('zh-CN')}元`],
    ['文号', documentNumber],
    ['收到', receivedOn],
    ['说明', note],
    ['状态', applicationStateTitles[stateOf(application)]],
    ['承诺书', promise === null ? '未签订' : `${promise.number}，${promise.signedOn}签订`],
    ['登记', `${enteredBy} ${minuteText(enteredAt)}`],
  ];
}

function Steps({
  application,
  onStep,
}: {
  readonly application: ApplicationDetail;
  readonly onStep: (step: Step) => void;
}) {
  const { account } = useSession();
  const { enteredById, checks, promise } = application;
  const last = checks.at(-1);
  const state = stateOf(application);
  const isOwn = account?.id === enteredById || account?.id === last?.checkedById;
  const own = isOwn ? '登记、审核的人不能决定' : null;
  const found = (last?.findings.length ?? 0) > 0 ? '存在诚信问题，不予上报' : null;
  const missing = promise === null ? '还没有签订承诺书' : null;
  return (
    <Space wrap>
      {promise === null && (
        <ActionButton may={['operator']} onClick={() => onStep('promise')}>
          登记承诺书
        </ActionButton>
      )}
      {state === 'open' && (
        <>
          <ActionButton
            type="primary"
            may={['leader']}
            barred={own ?? found ?? missing}
            onClick={() => onStep('support')}
          >
            同意上报
          </ActionButton>
          <ActionButton danger may={['leader']} barred={own} onClick={() => onStep('refuse')}>
            不予上报
          </ActionButton>
        </>
      )}
      {state === 'refuse' && (
        <ActionButton type="primary" may={['operator']} onClick={() => onStep('recheck')}>
          重新审核
        </ActionButton>
      )}
    </Space>
  );
}

function Check({ application, check }: { readonly application: ApplicationDetail; readonly check: ApplicationCheck }) {
  const { openPdf } = useFiles();
  const { findings, remedy, lookupNumber, reportId, seen, checkedBy, checkedAt, decision } = check;
  return (
    <section>
      <h2 className="drawer-part">
        {remedy === '' ? '信用审核' : '重新审核'}：{findings.length === 0 ? '没有诚信问题' : '存在诚信问题'}
      </h2>
      {remedy !== '' && <p>纠正和修复：{remedy}</p>}
      {findings.map(({ text, article }) => (
        <Alert
          key={text}
          className="form-refusal"
          type="warning"
          showIcon
          title={`${text.replace(/。$/, '')}（${article}）。`}
        />
      ))}
      <p className="quiet">
        {lookupNumber}，{checkedBy} {minuteText(checkedAt)}查询：{seen}
      </p>
      {decision !== null && (
        <p>
          <b>{applicationStateTitles[decision.outcome]}</b>：{decision.reason}
          <span className="quiet">
            　{decision.decidedBy} {decision.decidedOn}
          </span>
        </p>
      )}
      <Space wrap>
        <ActionButton size="small" onClick={() => openPdf(`credit/reports/${reportId}/report.pdf`)}>
          看当时的信用报告
        </ActionButton>
        {decision?.noticeNumber != null && (
          <ActionButton
            size="small"
            onClick={() => openPdf(`credit/applications/${application.id}/notices/${check.id}/notice.pdf`)}
          >
            打印不予上报告知书
          </ActionButton>
        )}
      </Space>
    </section>
  );
}

interface FormProps {
  readonly application: ApplicationDetail;
  readonly onClose: () => void;
}

/** Without a signed one it says where to have it signed. */
function PromiseForm({ application: { id, objectCode, promises }, onClose }: FormProps) {
  const promise = usePromiseApplication({ quiet: true, done: '已登记承诺书。', onDone: onClose });
  return (
    <Modal open title="登记企业签订的承诺书" onCancel={onClose} footer={null} destroyOnHidden>
      {promises.length === 0 ? (
        <p>
          这户企业还没有签订申报用的承诺书。请到
          <PathLink path={`/supervision/commitments?l.q=${objectCode}`}>信用承诺</PathLink>
          出具承诺书，企业签订后再回来登记。
        </p>
      ) : (
        <CommandForm<{ commitmentId: number }>
          name="promise-application"
          submit="登记"
          onCancel={onClose}
          onSubmit={({ commitmentId }) => promise.run({ id, commitmentId })}
        >
          <Form.Item name="commitmentId" label="承诺书" rules={[{ required: true, message: '请选择承诺书' }]}>
            <Select
              placeholder="请选择"
              options={promises.map((one) => ({
                value: one.id,
                label: `${one.number} ${one.name}（${one.signedOn}签订）`,
              }))}
            />
          </Form.Item>
        </CommandForm>
      )}
    </Modal>
  );
}

function DecideForm({
  application: { id, number },
  outcome,
  onClose,
}: FormProps & { readonly outcome: 'support' | 'refuse' }) {
  const decide = useDecideApplication({
    quiet: true,
    done: ({ noticeNumber }) => (noticeNumber === null ? '已同意上报。' : `不予上报，告知书${noticeNumber}可以打印。`),
    onDone: onClose,
  });
  const words = applicationStateTitles[outcome];
  return (
    <Modal open title={`${words}：${number}`} onCancel={onClose} footer={null} destroyOnHidden>
      <CommandForm<{ reason: string }>
        name="decide-application"
        submit={words}
        isDangerous={outcome === 'refuse'}
        onCancel={onClose}
        onSubmit={({ reason }) => decide.run({ id, outcome, reason })}
      >
        <Form.Item
          name="reason"
          label={outcome === 'refuse' ? '理由（写入告知书，不得写信用等级）' : '意见'}
          rules={[{ required: true, whitespace: true, message: '请填写理由' }]}
        >
          <Input.TextArea autoFocus autoSize={{ minRows: 2 }} maxLength={500} />
        </Form.Item>
      </CommandForm>
    </Modal>
  );
}

function RecheckForm({ application: { id, number }, onClose }: FormProps) {
  const recheck = useRecheckApplication({
    quiet: true,
    done: ({ findings }) => (findings === 0 ? '没有诚信问题，等待决定。' : `仍有诚信问题${findings}项。`),
  });
  return (
    <ReasonForm
      title={`重新审核${number}`}
      note="按今天的信用记录重新查询和审核，原来的审核和决定保留。"
      label="纠正了什么、怎样修复"
      placeholder="如：已缴清罚款，信用修复决定书某号"
      submit="重新审核"
      onSubmit={(remedy) => recheck.run({ id, remedy })}
      onClose={onClose}
    />
  );
}
