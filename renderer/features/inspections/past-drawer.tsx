import { Alert, Drawer } from 'antd';
import { useState } from 'react';
import { resultTitles } from '../../../shared/features/inspections/results.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { RemoveForm } from '../../ui/remove-form.tsx';
import { minuteText } from '../../ui/when.ts';
import { type PastLine, useRevokePast } from './inspections.queries.ts';
import { sourceText } from './past-text.ts';

/** One past inspection, what it counts for, and its revocation. */
export function PastDrawer({ past, onClose }: { readonly past: PastLine; readonly onClose: () => void }) {
  const revoke = useRevokePast(() => undefined);
  const [isRevoking, setRevoking] = useState(false);
  const { id, objectName, revoked, team } = past;
  return (
    <Drawer
      open
      size={760}
      onClose={onClose}
      title={`以往检查：${objectName}`}
      extra={
        revoked === null && (
          <ActionButton may={['operator']} danger onClick={() => setRevoking(true)}>
            撤销登记
          </ActionButton>
        )
      }
    >
      {revoked !== null && (
        <Alert
          className="form-refusal"
          type="info"
          showIcon
          title={`已于${minuteText(revoked.at)}由${revoked.by}撤销：${revoked.reason}。不再计入频次、检查量和覆盖。`}
        />
      )}
      <Facts
        facts={[
          ['检查对象', objectName],
          ['统一社会信用代码', past.objectCode],
          ['抽查事项', past.itemName],
          ['检查日期', past.inspectedOn],
          ['检查部门', past.department],
          ['检查结果', resultTitles[past.result]],
          ['文书号', past.documentNumber],
          ['是否公示', past.isPublished ? '是' : '否'],
          ['来源', sourceText(past)],
          ['登记时间', `${minuteText(past.enteredAt)} ${past.enteredBy}`],
          ['备注', past.note],
        ]}
      />
      <section className="drawer-part">
        <h2>检查人员</h2>
        {team.length === 0 && <p className="quiet">没有填写检查人员，不计入任何人的年度检查量。</p>}
        {team.map(({ officerId, name, certificate }) => (
          <p key={`${name} ${certificate}`}>
            {name}
            {certificate !== '' && `，执法证号${certificate}`}
            {officerId === null && <span className="quiet">（不在执法检查人员名录中，不计入年度检查量）</span>}
          </p>
        ))}
      </section>
      {revoked === null && (
        <section className="drawer-part">
          <h2>计入哪里</h2>
          {countsOf(past).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </section>
      )}
      {isRevoking && (
        <RemoveForm
          title={`撤销“${objectName}”${past.inspectedOn}的检查登记`}
          note="撤销后不再计入频次、检查量和覆盖；登记和撤销的事由都留着。已冻结的抽取不受影响。"
          submit="撤销登记"
          onSubmit={(reason) => revoke.run({ id, reason })}
          onClose={() => setRevoking(false)}
        />
      )}
    </Drawer>
  );
}

function countsOf({ inspectedOn, isOwn, isPublished, isItemKnown }: PastLine): readonly string[] {
  const year = inspectedOn.slice(0, 4);
  return [
    `${year}年度各类检查的次数（国办发〔2024〕54号）。`,
    isItemKnown
      ? `${year}年度同一事项的检查次数。`
      : '事项与计划、清单中的都不同名，不计入同一事项的次数。名称不一致的，请撤销后按计划中的名称重新登记。',
    isOwn && isPublished
      ? '检查对象的覆盖和最近一次检查日期。'
      : isOwn
        ? '未公示，视为未完成抽查检查（细则第十三条），不计入覆盖。'
        : '其他部门的检查，不计入本机关的覆盖。',
  ];
}
