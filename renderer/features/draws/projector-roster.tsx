import type { HallRoster } from '../../../shared/features/draws/views.ts';
import { ProjectorStage } from './projector-stage.tsx';
import './projector-roster.css';

interface ProjectorRosterProps {
  readonly roster: HallRoster;
  readonly size: { readonly width: number; readonly height: number };
}

/** 名录: counts only. How many are listed, left out and to be drawn, by group; and whether every seat can be filled. */
export function ProjectorRoster({ roster, size }: ProjectorRosterProps) {
  return (
    <ProjectorStage
      size={size}
      state="roster"
      left={roster.bureau}
      right={`任务 ${roster.taskNumber}　1 名录`}
      isRehearsal={roster.isRehearsal}
    >
      <h1>{roster.taskTitle}</h1>
      <p className="projector-counts">
        名单 <b>{roster.poolSize}</b> 户　{roster.mode === 'batch' ? '全部排序分批' : '抽取'} <b>{roster.sampleSize}</b>{' '}
        户
        {roster.mustCount > 0 && (
          <>
            　其中必检 <b>{roster.mustCount}</b> 户
          </>
        )}
      </p>
      <Groups roster={roster} />
      <Facts roster={roster} />
      <p className="projector-foot">
        {roster.step === 'freeze'
          ? '名单已核对，正在登记见证人，随后冻结。'
          : '正在核对名单。冻结之前还可更正，冻结之后都不能再改。'}
      </p>
    </ProjectorStage>
  );
}

function Groups({ roster: { groups } }: Pick<ProjectorRosterProps, 'roster'>) {
  return (
    <table className="projector-groups">
      <thead>
        <tr>
          <th>组别</th>
          <th>名录</th>
          <th>冻结前排除</th>
          <th>名单</th>
          <th>必检</th>
          <th>抽取</th>
        </tr>
      </thead>
      <tbody>
        {groups.map(({ group, before, excluded, poolSize, mustCount, sampleSize }) => (
          <tr key={group}>
            <th scope="row">{group}</th>
            <td>{before}</td>
            <td>{excluded}</td>
            <td>{poolSize}</td>
            <td>{mustCount}</td>
            <td>{sampleSize}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Facts({
  roster: { mode, exclusions, officers, recusals, seats, feasibility, isReady },
}: Pick<ProjectorRosterProps, 'roster'>) {
  const single = seats.filter(({ isSingle }) => isSingle).map(({ name }) => name);
  return (
    <div className="projector-facts">
      {exclusions.length > 0 && (
        <p>冻结前排除：{exclusions.map(({ reason, count }) => `${reason} ${count} 户`).join('，')}</p>
      )}
      {mode === 'sample' && (
        <p>
          参加抽取的执法人员 <b>{officers}</b> 名，每户 <b>{seats.length}</b> 个席位，回避 <b>{recusals}</b> 条
        </p>
      )}
      {mode === 'sample' && single.length > 0 && (
        <p className="projector-warning">{[...new Set(single)].join('、')}只有 1 人可任，非随机</p>
      )}
      {mode === 'sample' && isReady && (
        <p>
          {feasibility === 'sure'
            ? '人员预检：无论抽中哪些对象，席位都能排满'
            : '人员预检：通常能排满，须回避的过多时另行公布人员'}
        </p>
      )}
      {!isReady && <p className="projector-warning">名单尚有待解决的事项，暂不能冻结</p>}
    </div>
  );
}
