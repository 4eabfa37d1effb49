import { HexGroups, QrCode } from './commitment.tsx';
import type { Projection } from './draws.queries.ts';
import { ProjectorNames } from './projector-names.tsx';
import './projector.css';

/** One thought a screen, white on dark blue, nothing below 36 px at 1920×1080. */
export function ProjectorScreen({ shown, scale }: { readonly shown: Projection; readonly scale: number }) {
  return (
    <div className="projector" style={{ transform: `scale(${scale})` }} data-state={shown.state}>
      <header>
        <span>{shown.bureau}</span>
        <span>
          {shown.isRehearsal ? '演练　' : ''}抽取编号 {shown.number}
        </span>
      </header>
      <main>
        <Stage shown={shown} />
      </main>
      {shown.isRehearsal && <div className="projector-mark">演练</div>}
    </div>
  );
}

function Stage({ shown }: { readonly shown: Projection }) {
  switch (shown.state) {
    case 'frozen':
      return <Frozen shown={shown} />;
    case 'seeding':
      return <Digits shown={shown} title="见证取数" note="数字由见证人当众公布，最后掷骰。" />;
    case 'sealed':
      return <Digits shown={shown} title="确认封存" note="种子已固定。名单和数字都不能再改，下面抽取。" />;
    case 'drawn':
    case 'staffed':
      return <ProjectorNames key={shown.state} shown={shown} />;
    case 'recorded':
      return <Finished shown={shown} />;
    case 'void':
      return (
        <div className="projector-center">
          <h1>本次抽取作废</h1>
          <p>{shown.voidReason}</p>
        </div>
      );
  }
}

function Frozen({ shown }: { readonly shown: Projection }) {
  return (
    <>
      <h1>{shown.taskTitle}</h1>
      <p className="projector-counts">
        名单 <b>{shown.poolSize}</b> 户　抽取 <b>{shown.sampleSize}</b> 户
      </p>
      {shown.groups.length > 1 && (
        <p>
          {shown.groups
            .map(({ group, poolSize, sampleSize }) => `${group} ${poolSize} 户抽 ${sampleSize} 户`)
            .join('　')}
        </p>
      )}
      <div className="projector-commitment">
        <div>
          <p>名单承诺值（已冻结，请与冻结单核对）</p>
          <HexGroups text={shown.commitment} label="名单承诺值" />
        </div>
        <QrCode text={shown.commitment} size={400} />
      </div>
    </>
  );
}

function Digits({ shown, title, note }: { readonly shown: Projection; readonly title: string; readonly note: string }) {
  const next = shown.witnesses.find(({ digits }) => digits === null);
  return (
    <>
      <h1>{title}</h1>
      <p>{next === undefined && shown.state === 'seeding' ? '全部数字已公布，请见证人核对并确认。' : note}</p>
      <div className="projector-cards">
        {shown.witnesses.map(({ position, name, identity, digits, digitCount, isDice }) => (
          <div key={position} className={digits === null ? 'projector-card' : 'projector-card is-turned'}>
            <span>
              {name}　{identity}
              {isDice ? '　掷骰' : ''}
            </span>
            <b>{digits ?? '？'.repeat(Math.min(digitCount, 12))}</b>
          </div>
        ))}
      </div>
    </>
  );
}

function Finished({ shown }: { readonly shown: Projection }) {
  return (
    <div className="projector-center">
      <h1>抽取完成</h1>
      <p className="projector-counts">
        抽中 <b>{shown.drawn.length}</b> 户
      </p>
      <p>结果哈希</p>
      <HexGroups text={shown.resultHash ?? ''} label="结果哈希" />
      <p>任何持有验证包的人都可以复算。</p>
    </div>
  );
}
