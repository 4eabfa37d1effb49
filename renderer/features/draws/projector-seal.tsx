import { HexGroups } from './commitment.tsx';
import type { Projection } from './hall.queries.ts';
import './projector-ceremony.css';

/** Up to so many digits stand in one line of large type. */
const SHORT = 14;

/** 确认封存: all digits with who has confirmed; then the seed they make with the commitment. */
export function ProjectorSeal({ shown }: { readonly shown: Projection }) {
  const isSealed = shown.seed !== null;
  const confirmed = shown.witnesses.filter(({ hasConfirmed }) => hasConfirmed).length;
  return (
    <>
      <h1>
        {isSealed ? '种子已封存' : '请见证人核对并确认'}
        <span className="projector-aside">
          {isSealed ? '' : `已确认 ${confirmed}，共 ${shown.witnesses.length} 位`}
        </span>
      </h1>
      {isSealed && (
        <>
          <p>种子由名单承诺值和下列数字依次连成，名单和数字都不能再改。</p>
          <div className="projector-seed">
            <HexGroups text={shown.commitment} label="名单承诺值" />
          </div>
        </>
      )}
      <ol className={`projector-cards ${cardColumns(shown, isSealed)}`}>
        {shown.witnesses.map(({ position, name, identity, isDice, digits, hasConfirmed }) => (
          <li key={position} className={hasConfirmed ? 'is-turned' : ''}>
            <span className="projector-card-head">
              <span className="hall-person">
                {position} {name}
                {shown.witnesses.length <= 6 && `　${identity}${isDice ? '　掷骰' : ''}`}
              </span>
              {!isSealed && <span>{hasConfirmed ? '已确认' : '待确认'}</span>}
            </span>
            <b className={`hall-digits ${digitSize(digits ?? '')}`}>{inFives(digits ?? '')}</b>
          </li>
        ))}
      </ol>
    </>
  );
}

function cardColumns({ witnesses }: Projection, isSealed: boolean): string {
  const isLong = witnesses.some(({ digits }) => (digits ?? '').length > SHORT);
  const isFew = witnesses.length <= 4;
  if (isSealed) return `${isFew ? 'has-2' : 'has-3'} ${isLong && !isFew ? 'is-tight' : ''}`;
  if (witnesses.length > 6) return 'has-3';
  return isLong ? 'has-2' : 'has-2 is-roomy';
}

function digitSize(digits: string): string {
  return digits.length <= SHORT ? '' : 'is-long';
}

/** Long rows of digits are read in fives. */
function inFives(digits: string): string {
  return digits.length <= 10 ? digits : (digits.match(/.{1,5}/g) ?? []).join(' ');
}
