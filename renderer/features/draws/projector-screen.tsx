import { ceremonySteps } from '../../../shared/features/draws/ceremony.ts';
import { type Frame, framesOf } from '../../../shared/features/draws/reveal.ts';
import { instantText } from '../../ui/when.ts';
import { HexGroups, QrCode } from './commitment.tsx';
import type { Projection, Reveal } from './hall.queries.ts';
import { ProjectorDigits } from './projector-digits.tsx';
import { ProjectorNames } from './projector-names.tsx';
import { ProjectorSeal } from './projector-seal.tsx';
import { ProjectorStage } from './projector-stage.tsx';
import { ProjectorTeams } from './projector-teams.tsx';

interface ProjectorScreenProps {
  readonly shown: Projection;
  readonly reveal: Reveal | null;
  /** The window it fills, in CSS pixels. */
  readonly size: { readonly width: number; readonly height: number };
}

/** One thought a screen, white on dark blue, nothing below 36 px at 1920×1080. */
export function ProjectorScreen({ shown, reveal, size }: ProjectorScreenProps) {
  const frame = frameOf(shown, reveal);
  const step = stepOf(shown, frame);
  return (
    <ProjectorStage
      size={size}
      state={shown.state}
      left={shown.bureau}
      right={`抽取编号 ${shown.number}${step === null ? '' : `　${step + 1} ${ceremonySteps[step] ?? ''}`}`}
      isRehearsal={shown.isRehearsal}
    >
      <Thought shown={shown} frame={frame} reveal={reveal} />
    </ProjectorStage>
  );
}

interface ThoughtProps {
  readonly shown: Projection;
  readonly frame: Frame | null;
  readonly reveal: Reveal | null;
}

function Thought({ shown, frame, reveal }: ThoughtProps) {
  const isPaused = reveal?.isPaused === true && reveal.frame < reveal.frames - 1;
  switch (shown.state) {
    case 'frozen':
      return shown.echo === null && frame?.kind !== 'turn' ? (
        <Frozen shown={shown} />
      ) : (
        <ProjectorDigits shown={shown} />
      );
    case 'seeding':
      return isAllIn(shown) ? <ProjectorSeal shown={shown} /> : <ProjectorDigits shown={shown} />;
    case 'sealed':
      return <ProjectorSeal shown={shown} />;
    case 'drawn':
      return <ProjectorNames shown={shown} frame={frame} isPaused={isPaused} />;
    case 'staffed':
      return <ProjectorTeams shown={shown} frame={frame} isPaused={isPaused} />;
    case 'recorded':
      return frame?.kind === 'package' ? <Package shown={shown} /> : <Recorded shown={shown} />;
    case 'void':
      return (
        <div className="projector-center">
          <h1>本次抽取作废</h1>
          <p className="projector-lead">{shown.voidReason}</p>
          <p>编号 {shown.number} 不再使用，全部记录保留。</p>
        </div>
      );
  }
}

function Frozen({ shown }: { readonly shown: Projection }) {
  return (
    <>
      <h1>{shown.taskTitle}</h1>
      <p className="projector-counts">
        名单 <b>{shown.poolSize}</b> 户　{shown.mode === 'batch' ? '全部排序分批' : '抽取'} <b>{shown.sampleSize}</b> 户
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

function Recorded({ shown }: { readonly shown: Projection }) {
  const officers = new Set(
    shown.drawn.flatMap(({ team }) => team.map(({ name, department }) => `${department} ${name}`)),
  );
  const must = shown.drawn.filter(({ kind }) => kind === '必检').length;
  return (
    <>
      <h1>抽取完成，结果已记入笔录</h1>
      <p className="projector-counts">
        抽中 <b>{shown.drawn.length}</b> 户
        {must > 0 && (
          <>
            （必检 <b>{must}</b> 户）
          </>
        )}
        {officers.size > 0 && (
          <>
            {'　检查人员 '}
            <b>{officers.size}</b> 名
          </>
        )}
      </p>
      <div className="projector-hash">
        <p>结果哈希（与抽取记录核对）</p>
        <HexGroups text={shown.resultHash ?? ''} label="结果哈希" />
      </div>
      <p className="projector-foot">笔录时间 {instantText(shown.recordedAt)}。请在场人员在抽取记录上签字。</p>
    </>
  );
}

function Package({ shown }: { readonly shown: Projection }) {
  return (
    <>
      <h1>任何持有验证包的人都可以复算</h1>
      <div className="projector-commitment">
        <ol className="projector-how">
          <li>解开验证包，用浏览器打开 verify.html，拖入文件。不用联网，不用本程序。</li>
          <li>核对名单承诺值，64 位与冻结单逐位一致。</li>
          <li>核对结果哈希，64 位与抽取记录逐位一致。</li>
          <li>也可用 verify.py，或公开发表的程序复算。</li>
        </ol>
        <figure className="projector-qr">
          <QrCode text={shown.resultHash ?? ''} size={440} label="结果哈希二维码" />
          <figcaption>结果哈希</figcaption>
        </figure>
      </div>
      <p className="projector-foot">验证包交见证人、纪检和复核机关，每次交付记入操作台账。</p>
    </>
  );
}

function frameOf({ script }: Projection, reveal: Reveal | null): Frame | null {
  if (script === null) return null;
  const frames = framesOf(script);
  return frames[reveal?.frame ?? frames.length - 1] ?? frames.at(-1) ?? null;
}

/** The step the hall is at, by index of the eight. */
function stepOf(shown: Projection, frame: Frame | null): number | null {
  switch (shown.state) {
    case 'frozen':
      return shown.echo === null && frame?.kind !== 'turn' ? 1 : 2;
    case 'seeding':
      return isAllIn(shown) ? 3 : 2;
    case 'sealed':
      return 3;
    case 'drawn':
      return 4;
    case 'staffed':
      return 5;
    case 'recorded':
      return frame?.kind === 'package' ? 7 : 6;
    case 'void':
      return null;
  }
}

function isAllIn({ witnesses }: Projection): boolean {
  return witnesses.every(({ digits }) => digits !== null);
}
