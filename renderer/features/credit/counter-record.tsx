import { Button } from 'antd';
import type { ReportLine, ReportPart } from '../../../shared/features/credit/public-record.ts';
import { useFiles } from '../../api/use-files.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import type { CounterAnswer } from './lookups.queries.ts';

interface CounterRecordProps {
  readonly answer: CounterAnswer;
  /** Seconds until it is taken off the screen. */
  readonly left: number;
  readonly onEnd: () => void;
}

/** The public record of the enterprise that asked: large type, to be printed, gone after a minute. */
export function CounterRecord({ answer, left, onEnd }: CounterRecordProps) {
  const { openPdf } = useFiles();
  const { enterprise, parts } = answer.record;
  return (
    <section>
      <div className="counter-head">
        <div>
          <h2>{enterprise.name}</h2>
          <p>
            {enterprise.code}　{enterprise.status}
            {enterprise.foundedOn !== null && `　${enterprise.foundedOn}成立`}
          </p>
        </div>
        <div className="counter-actions">
          <span>{left}秒后自动返回</span>
          <ActionButton
            size="large"
            type="primary"
            onClick={() => openPdf(`credit/counter/${answer.ticket}/report.pdf`)}
          >
            打印信用信息报告
          </ActionButton>
          <Button size="large" onClick={onEnd}>
            返回
          </Button>
        </div>
      </div>
      {parts.map((part) => (
        <Part key={part.title} part={part} />
      ))}
      <p className="counter-note">对内容有异议的，请到窗口提出，经核实有误的予以更正。</p>
    </section>
  );
}

function Part({ part: { title, lines } }: { readonly part: ReportPart }) {
  return (
    <section className="counter-part">
      <h3>
        {title}
        {lines.length === 0 ? '：无' : `（${lines.length}条）`}
      </h3>
      {lines.length > 0 && (
        <ul>
          {lines.map((line) => (
            <li key={`${line.on} ${line.number} ${line.text}`}>{sentenceOf(line)}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function sentenceOf({ on, what, text, number, by, state }: ReportLine): string {
  return [on, what, number, text, by, state].filter((part) => part !== '').join('　');
}
