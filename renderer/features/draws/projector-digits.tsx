import type { Projection } from './hall.queries.ts';
import './projector-ceremony.css';

/** 见证取数: whose turn it is, his digits turning over one by one, and beneath who has given his. */
export function ProjectorDigits({ shown }: { readonly shown: Projection }) {
  const next = shown.witnesses.find(({ digits }) => digits === null);
  if (next === undefined) return null;
  const { position, name, unit, identity, isDice, digitCount } = next;
  const echo = shown.echo?.position === position ? shown.echo.digits : null;
  const how = isDice ? '请掷骰，公布' : '请公布';
  return (
    <>
      <h1>
        {name}
        <span className="projector-aside">
          第 {position} 位，共 {shown.witnesses.length} 位
        </span>
      </h1>
      <p>{[unit, identity, ...(isDice ? ['掷骰'] : [])].join('　')}</p>
      <Cells key={echo ?? ''} digits={echo} count={digitCount} />
      <p className="projector-lead" aria-live="polite">
        {echo === null ? `${how} ${digitCount} 位数字` : `请${name}核对，无误后当众确认`}
      </p>
      <ol className={`projector-strip ${columnsOf(shown.witnesses.length)}`}>
        {shown.witnesses.map((witness) => (
          <li
            key={witness.position}
            className={witness.position === position ? 'is-next' : witness.digits === null ? 'is-waiting' : ''}
          >
            <span className="hall-person">{witness.name}</span>
            <b>{stripText(witness, position)}</b>
          </li>
        ))}
      </ol>
    </>
  );
}

function Cells({ digits, count }: { readonly digits: string | null; readonly count: number }) {
  const cells = digits === null ? Array.from({ length: count }, () => null) : [...digits];
  const size = count <= 8 ? 'is-large' : count <= 14 ? 'is-middle' : 'is-small';
  return (
    <div className={`projector-cells ${size}`} role="img" aria-label={digits ?? `${count}位数字尚未公布`}>
      {cells.map((digit, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: a digit is its place.
          key={index}
          className={digit === null ? '' : 'is-turned'}
          style={{ animationDelay: `${index * 90}ms` }}
        >
          {digit}
        </span>
      ))}
    </div>
  );
}

const MOST_IN_STRIP = 10;

function stripText({ digits, position }: Projection['witnesses'][number], turn: number): string {
  if (digits !== null) return digits.length <= MOST_IN_STRIP ? digits : '已公布';
  return position === turn ? '正在公布' : '待公布';
}

function columnsOf(count: number): string {
  if (count <= 3) return `has-${count}`;
  return count % 3 === 0 && count < 10 ? 'has-3' : 'has-4';
}
