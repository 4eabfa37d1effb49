import { Form, Radio } from 'antd';
import { freeId } from '../../../shared/features/grading/model-edit.ts';
import type { IndicatorModel } from '../../../shared/kernel/indicator-model.ts';
import type { Grade } from '../../../shared/kernel/pack-basis.ts';
import { useGradeTitle } from '../../ui/grade-titles.ts';
import { BasisFields, ChoiceFields, EntryList, NumberField, PointsField, TextField } from './model-fields.tsx';
import { DecayFields } from './rule-fields.tsx';

interface PartProps {
  readonly model: IndicatorModel;
  readonly onChange: (model: IndicatorModel) => void;
}

type Veto = IndicatorModel['vetoes'][number];
type Bonus = IndicatorModel['bonuses'][number];

const toCheck = { standing: 'example' } as const;

/** 一票否决: facts that give a grade whatever the points. */
export function VetoesPart({ model, onChange }: PartProps) {
  const put = (vetoes: Veto[]) => onChange({ ...model, vetoes });
  const worst = model.bands.at(-1)?.grade ?? 'D';
  const titleOf = useGradeTitle();
  return (
    <Form layout="vertical" component="div">
      <EntryList
        entries={model.vetoes}
        keyOf={({ id }) => id}
        addText="增加一票否决"
        empty="没有一票否决。发生重大事故、列入严重违法失信名单等情形，可以规定直接定为最差的等级。"
        onAdd={() => {
          const id = freeId(model, 'veto');
          const reads = { kinds: ['serious-violation' as const] };
          const source = { document: model.source.document, article: model.source.article };
          put([...model.vetoes, { id, name: '新的否决情形', reads, atLeast: 1, grade: worst, source, ...toCheck }]);
        }}
        onRemove={(index) => put(model.vetoes.toSpliced(index, 1))}
      >
        {(veto, index) => {
          const change = (part: Partial<Veto>) => put(model.vetoes.with(index, { ...veto, ...part }));
          return (
            <>
              <TextField id={`${veto.id}-name`} label="情形" value={veto.name} onChange={(name) => change({ name })} />
              <ChoiceFields
                id={veto.id}
                legend="读取哪些记录"
                value={veto.reads}
                onChange={(reads) => change({ reads })}
              />
              <div className="field-grid">
                <NumberField
                  id={`${veto.id}-at-least`}
                  label="达到"
                  unit="件"
                  min={1}
                  max={1000}
                  value={veto.atLeast}
                  onChange={(atLeast) => change({ atLeast })}
                />
                <Form.Item label="定为">
                  <Radio.Group
                    value={veto.grade}
                    onChange={(event) => change({ grade: event.target.value as Grade })}
                    options={model.bands.map(({ grade }) => ({ value: grade, label: titleOf(grade) }))}
                  />
                </Form.Item>
              </div>
              <BasisFields id={veto.id} value={veto} onChange={change} />
            </>
          );
        }}
      </EntryList>
    </Form>
  );
}

/** 加分: facts that add points beside the indicators, never beyond the scale. */
export function BonusesPart({ model, onChange }: PartProps) {
  const put = (bonuses: Bonus[]) => onChange({ ...model, bonuses });
  return (
    <Form layout="vertical" component="div">
      <EntryList
        entries={model.bonuses}
        keyOf={({ id }) => id}
        addText="增加加分项"
        empty="没有加分项。"
        onAdd={() => {
          const id = freeId(model, 'bonus');
          const reads = { kinds: ['reward' as const] };
          const source = { document: model.source.document, article: model.source.article };
          const points = { decay: null, each: 1000, most: 5000 };
          put([...model.bonuses, { id, name: '新的加分项', reads, ...points, source, ...toCheck }]);
        }}
        onRemove={(index) => put(model.bonuses.toSpliced(index, 1))}
      >
        {(bonus, index) => {
          const change = (part: Partial<Bonus>) => put(model.bonuses.with(index, { ...bonus, ...part }));
          return (
            <>
              <TextField
                id={`${bonus.id}-name`}
                label="名称"
                value={bonus.name}
                onChange={(name) => change({ name })}
              />
              <ChoiceFields
                id={bonus.id}
                legend="读取哪些记录"
                value={bonus.reads}
                onChange={(reads) => change({ reads })}
              />
              <div className="field-grid">
                <PointsField
                  id={`${bonus.id}-each`}
                  label="每件加"
                  max={model.scale}
                  value={bonus.each}
                  onChange={(each) => change({ each: Math.max(1, each) })}
                />
                <PointsField
                  id={`${bonus.id}-most`}
                  label="一共最多加"
                  max={model.scale}
                  value={bonus.most}
                  onChange={(most) => change({ most: Math.max(1, most) })}
                />
              </div>
              <DecayFields id={bonus.id} value={bonus.decay} onChange={(decay) => change({ decay })} />
              <BasisFields id={bonus.id} value={bonus} onChange={change} />
            </>
          );
        }}
      </EntryList>
    </Form>
  );
}

/** 等级划分: from how many points on each grade is given. */
export function BandsPart({ model, onChange }: PartProps) {
  const put = (bands: IndicatorModel['bands']) => onChange({ ...model, bands });
  const titleOf = useGradeTitle();
  return (
    <Form layout="vertical" component="div">
      <div className="field-grid">
        <TextField
          id="model-title"
          label="模型名称"
          value={model.title}
          onChange={(title) => onChange({ ...model, title })}
        />
        <Form.Item label="满分">
          <Radio.Group
            value={model.scale}
            onChange={(event) => onChange(rescaled(model, event.target.value))}
            options={[
              { value: 100, label: '100分' },
              { value: 1000, label: '1000分' },
            ]}
          />
        </Form.Item>
      </div>
      <p className="quiet">各等级由规则包规定，这里写从多少分起。最差一级从0分起。</p>
      {model.bands.map((band, index) => (
        <div className="model-entry" key={band.grade}>
          <div className="model-entry-fields">
            <NumberField
              id={`band-${band.grade}`}
              label={titleOf(band.grade)}
              unit="分起"
              max={model.scale}
              value={band.from}
              onChange={(from) => put(model.bands.with(index, { ...band, from }))}
            />
            <BasisFields
              id={`band-${band.grade}`}
              value={band}
              onChange={(basis) => put(model.bands.with(index, { ...band, ...basis }))}
            />
          </div>
        </div>
      ))}
      <BasisFields id="model" value={model} onChange={(basis) => onChange({ ...model, ...basis })} />
    </Form>
  );
}

/** Lines and bonuses go along when the scale changes. */
function rescaled(model: IndicatorModel, scale: IndicatorModel['scale']): IndicatorModel {
  const scaled = (n: number) => Math.max(1, Math.round((n * scale) / model.scale));
  return {
    ...model,
    scale,
    bands: model.bands.map((band) => ({ ...band, from: band.from === 0 ? 0 : scaled(band.from) })),
    bonuses: model.bonuses.map((bonus) => ({ ...bonus, each: scaled(bonus.each), most: scaled(bonus.most) })),
    cases: model.cases.map(({ expected, ...one }) => {
      const points =
        expected.points === undefined ? {} : { points: Math.round((expected.points * scale) / model.scale) };
      return { ...one, expected: { ...expected, ...points } };
    }),
  };
}
