import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import type { DrawSetting } from '../../../shared/features/draws/schemas.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { useLocalListParams } from '../../ui/use-list-params.ts';
import type { CandidateRow } from './candidate-rows.ts';
import type { Candidates, Preview } from './draws.queries.ts';
import { dueGround, groundOf, longestUninspected, proposalOf } from './due-words.ts';
import { madeMust, notMust } from './setting-changes.ts';

interface DueTabProps {
  readonly rows: readonly CandidateRow[];
  readonly candidates: Candidates | undefined;
  readonly preview: Preview;
  readonly setting: DrawSetting;
  readonly onChange: (part: Partial<DrawSetting>) => void;
}

/** 必检: what cycles of full coverage propose, accepted in whole or in part; inside the quota, not drawn by lot. */
export function DueTab({ rows, candidates, preview, setting, onChange }: DueTabProps) {
  const params = useLocalListParams({ size: 20 });
  const [keys, setKeys] = useState<readonly string[]>([]);
  const listed = rows.filter(({ isDue, standing }) => isDue || standing === 'must');
  const waiting = listed.filter(({ standing }) => standing === 'open');
  const ground = candidates === undefined ? '' : groundOf(candidates, waiting);
  const room = Math.max(0, preview.sampleSize - preview.mustCount);
  const accept = (codes: readonly string[]) => {
    onChange(madeMust(setting, codes, ground));
    setKeys([]);
  };
  return (
    <>
      <p>{proposalOf(candidates, waiting.length, preview)}</p>
      {waiting.length > room && (
        <Alert
          className="form-refusal"
          type="warning"
          showIcon
          title={`到期而未列入的${waiting.length}户，抽取户数内${room === 0 ? '已列满' : `只能再列${room}户`}。${
            setting.quota === 'graded'
              ? '可提高所在等级的抽查比例，或只选其中一部分；'
              : '本任务的数量由计划定，要多查须另下任务；现在只选其中一部分，'
          }其余的在本年度其他任务中安排。`}
          action={
            room > 0 && (
              <Button size="small" onClick={() => accept(longestUninspected(waiting, room))}>
                取最久未检查的{room}户
              </Button>
            )
          }
        />
      )}
      {setting.must.length > 0 && (
        <Form layout="vertical" component="div">
          <Form.Item label="必检理由（印在冻结单和抽取记录上）" htmlFor="draw-must-ground">
            <Input
              id="draw-must-ground"
              maxLength={100}
              value={setting.mustGround}
              onChange={({ target }) => onChange({ mustGround: target.value })}
            />
          </Form.Item>
        </Form>
      )}
      <DataTable
        name="draws.due"
        title="必检"
        rows={candidates === undefined ? undefined : listed}
        rowKey={({ code }) => code}
        params={params}
        searchHint="名称、代码"
        empty="没有到期的对象，也没有列为必检的。其他要必检的，在“对象”中选中后点“列为必检”。"
        columns={[
          { key: 'name', title: '名称', width: 260, value: ({ name }) => name },
          { key: 'code', title: '统一社会信用代码', width: 180, value: ({ code }) => code },
          { key: 'standing', title: '现为', width: 90, value: ({ words }) => words },
          {
            key: 'ground',
            title: '为什么到期',
            width: 420,
            value: (row) => (candidates === undefined ? '' : dueGround(candidates, row)),
          },
          { key: 'lastOn', title: '上次检查', width: 110, value: ({ lastOn }) => lastOn },
        ]}
        extra={
          waiting.length > 0 &&
          waiting.length <= room && (
            <Button type="primary" onClick={() => accept(waiting.map(({ code }) => code))}>
              到期的{waiting.length}户全部列为必检
            </Button>
          )
        }
        selection={{
          keys,
          onChange: (chosen) => setKeys(chosen.map(String)),
          actions: (
            <>
              <Button size="small" onClick={() => accept(keys)}>
                列为必检
              </Button>
              <Button
                size="small"
                onClick={() => {
                  onChange(notMust(setting, keys));
                  setKeys([]);
                }}
              >
                取消必检
              </Button>
            </>
          ),
        }}
      />
    </>
  );
}
