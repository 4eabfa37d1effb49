import { InputNumber, Modal } from 'antd';
import { type Key, useState } from 'react';
import { lookupMatterTitles } from '../../../shared/features/credit/lookups.ts';
import { useSession } from '../../api/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { LookUpWords } from '../../ui/look-up-words.tsx';
import { PathLink } from '../../ui/path-link.tsx';
import { useListParams } from '../../ui/use-list-params.ts';
import { type LookupGap, useLookUpInspections, useLookupGaps } from './lookups.queries.ts';

/** 应查未查: what a year saw dealt with without a lookup before; inspections not made yet can still be looked up. */
export function LookupGaps() {
  const { today } = useSession();
  const params = useListParams({ prefix: 'g.' });
  const [year, setYear] = useState(Number(today.slice(0, 4)));
  const [keys, setKeys] = useState<readonly Key[]>([]);
  const [isAsking, setAsking] = useState(false);
  const found = useLookupGaps(year).data;
  const open = (found?.gaps ?? []).filter(({ inspectionId }) => inspectionId !== null);
  const chosen = open.filter(({ key }) => keys.includes(key)).map(({ inspectionId }) => inspectionId ?? 0);
  return (
    <>
      <p>
        {found?.article === null &&
          '本局的规则包没有规定逢办必查；要规定的，写在规则包“采集、预警与承诺”的“逢办必查”。'}
        {found !== undefined &&
          found.article !== null &&
          `按${found.article}，${year}年发出通知的检查和本机关作出的许可、处罚共${found.matters}件，其中先查询的${found.lookedUp}件，没有查询的${found.gaps.length}件。`}
      </p>
      <DataTable<LookupGap>
        name="credit.gaps"
        title="应查未查"
        rows={found?.gaps}
        rowKey={({ key }) => key}
        params={params}
        searchHint="企业、事项"
        empty="没有应查未查的事项。"
        selection={{ keys, onChange: setKeys, isBarred: ({ inspectionId }) => inspectionId === null }}
        extra={
          <>
            <InputNumber
              aria-label="年度"
              min={2000}
              max={2099}
              value={year}
              suffix="年"
              style={{ width: 104 }}
              onChange={(next) => setYear(next ?? year)}
            />
            <ActionButton
              type="primary"
              may={['operator', 'reviewer', 'leader']}
              barred={chosen.length === 0 ? '请先选择尚未检查的对象' : null}
              onClick={() => setAsking(true)}
            >
              一并查询
            </ActionButton>
          </>
        }
        columns={[
          { key: 'matter', title: '类别', width: 96, value: ({ matter }) => lookupMatterTitles[matter] },
          { key: 'object', title: '企业', width: 210, value: ({ objectName }) => objectName },
          {
            key: 'subject',
            title: '事项',
            width: 280,
            value: ({ subject }) => subject,
            render: ({ subject, path }) => <PathLink path={path}>{subject}</PathLink>,
          },
          { key: 'on', title: '日期', width: 108, value: ({ on }) => on },
          {
            key: 'can',
            title: '补救',
            width: 150,
            value: ({ inspectionId }) => (inspectionId === null ? '已经办理，不能补查' : '检查前可以查询'),
          },
        ]}
      />
      {isAsking && <AskTogether inspectionIds={chosen} onClose={() => setAsking(false)} />}
    </>
  );
}

function AskTogether({ inspectionIds, onClose }: { readonly inspectionIds: number[]; readonly onClose: () => void }) {
  const ask = useLookUpInspections({
    quiet: true,
    done: ({ count }) => `已查询${count}户，报告已留存。`,
    onDone: onClose,
  });
  return (
    <Modal open title={`查询${inspectionIds.length}户的信用`} onCancel={onClose} footer={null} destroyOnHidden>
      <LookUpWords onCancel={onClose} onSubmit={(words) => ask.run({ inspectionIds, ...words })} />
    </Modal>
  );
}
