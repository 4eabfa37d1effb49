import { Alert, Spin, Tabs } from 'antd';
import { useMemo, useState } from 'react';
import type { DrawSetting } from '../../../shared/features/draws/schemas.ts';
import { useSettled } from '../../ui/use-settled.ts';
import { rowsOf } from './candidate-rows.ts';
import { type Candidates, type DrawTask, type Preview, usePreview } from './draws.queries.ts';
import { DueTab } from './due-tab.tsx';
import { ExclusionsTab } from './exclusions-tab.tsx';
import { ObjectsTab } from './objects-tab.tsx';
import { OfficersTab } from './officers-tab.tsx';
import { Readiness } from './readiness.tsx';
import { SeatsTab } from './seats-tab.tsx';
import { SettingForm } from './setting-form.tsx';
import { StrataTable } from './strata-table.tsx';
import type { Preparation } from './use-preparation.ts';
import { WhatChanges } from './what-changes.tsx';

interface RosterStepProps {
  readonly found: DrawTask;
  readonly candidates: Candidates | undefined;
  readonly preparation: Preparation;
  readonly onTurn: (isRehearsal: boolean) => void;
}

/** 名录: what is settled, what would be frozen now, and what stands in the way. */
export function RosterStep({ found, candidates, preparation, onTurn }: RosterStepProps) {
  const { setting, settle, go } = preparation;
  const asked = useSettled(setting, 250);
  const preview = usePreview(asked);
  const isFresh = !preview.isPlaceholderData && JSON.stringify(asked) === JSON.stringify(setting);
  return (
    <>
      <SettingForm found={found} value={setting} onChange={settle} onTurn={onTurn} />
      {preview.isError && (
        <Alert className="form-refusal" type="error" showIcon title="所填内容不完整或不合要求，请改正后再看名录。" />
      )}
      {preview.data === undefined ? (
        !preview.isError && <Spin />
      ) : (
        <Shown
          found={found}
          candidates={candidates}
          preview={preview.data}
          setting={asked}
          isFresh={isFresh}
          onChange={settle}
          onReady={() => go('freeze')}
        />
      )}
    </>
  );
}

interface ShownProps {
  readonly found: DrawTask;
  readonly candidates: Candidates | undefined;
  readonly preview: Preview;
  /** What the preview was computed from. */
  readonly setting: DrawSetting;
  readonly isFresh: boolean;
  readonly onChange: (part: Partial<DrawSetting>) => void;
  readonly onReady: () => void;
}

function Shown({ found, candidates, preview, setting, isFresh, onChange, onReady }: ShownProps) {
  const [before, setBefore] = useState({ preview, setting });
  const rows = useMemo(
    () => (candidates === undefined ? [] : rowsOf(candidates, preview, setting)),
    [candidates, preview, setting],
  );
  const isNamed = found.task.objects.length > 0;
  const isSample = setting.mode === 'sample';
  const due = rows.filter(({ isDue }) => isDue).length;
  const isLoading = candidates === undefined;
  const change = { setting, onChange };
  return (
    <div className="preview">
      <StrataTable preview={preview} setting={setting} />
      <WhatChanges
        before={before.preview}
        after={preview}
        isFresh={isFresh}
        onKeep={() => setBefore({ preview, setting })}
        onBack={() => onChange(before.setting)}
      />
      <Readiness preview={preview} isFresh={isFresh} onReady={onReady} {...change} />
      {isNamed && (
        <Alert
          type="info"
          showIcon
          title={`对象由任务指定，全部必检，只抽取人员。必检理由（印在冻结单和抽取记录上）：${setting.mustGround}`}
        />
      )}
      <Tabs
        items={[
          {
            key: 'objects',
            label: `对象（${preview.before}户）`,
            children: (
              <ObjectsTab
                rows={rows}
                isLoading={isLoading}
                isNamed={isNamed}
                year={candidates?.year ?? 0}
                {...change}
              />
            ),
          },
          {
            key: 'exclusions',
            label: `排除（${preview.excluded.length}户）`,
            children: <ExclusionsTab preview={preview} {...change} />,
          },
          ...(isSample && !isNamed
            ? [
                {
                  key: 'due',
                  label: `必检（${preview.mustCount}户，到期${due}户）`,
                  children: <DueTab rows={rows} candidates={candidates} preview={preview} {...change} />,
                },
              ]
            : []),
          ...(isSample
            ? [
                {
                  key: 'officers',
                  label: `人员（参加${preview.officers.length}名，不参加${preview.barred.length}名）`,
                  children: <OfficersTab preview={preview} found={found} />,
                },
                {
                  key: 'seats',
                  label: '每户人选',
                  children: <SeatsTab preview={preview} rows={rows} {...change} />,
                },
              ]
            : []),
        ]}
      />
    </div>
  );
}
