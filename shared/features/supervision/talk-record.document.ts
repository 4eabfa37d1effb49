import type { PrintedDocument } from '../../kernel/document.ts';
import type { TalkMatter } from './talks.ts';

export interface TalkRecordModel {
  readonly bureau: string;
  readonly talk: TalkMatter;
  readonly article: string;
  readonly printedOn: string;
}

/** 约谈记录: asked and answered, what is demanded by when, signed by both sides; null where the talk was not held. */
export function talkRecordDocument({ bureau, talk, article, printedOn }: TalkRecordModel): PrintedDocument | null {
  const { record } = talk;
  if (record === null) return null;
  return {
    title: `约谈记录 ${talk.number}`,
    layout: 'form',
    printedOn,
    blocks: [
      { kind: 'paragraph', align: 'center', text: bureau },
      { kind: 'title', level: 1, text: '约谈记录' },
      { kind: 'number', align: 'center', text: talk.number },
      {
        kind: 'facts',
        rows: [
          ['约谈种类', `${talk.kind.name}（${article}）`],
          ['被约谈单位', `${talk.objectName}（${talk.objectCode}）`],
          ['约谈时间', `${record.heldOn} ${record.fromAt}至${record.toAt}`],
          ['约谈地点', record.place],
          ['到场人员', record.attended],
          ['约谈人', record.interviewers],
          ['约谈事由', talk.reason],
        ],
      },
      { kind: 'title', level: 3, text: '约谈内容' },
      {
        kind: 'table',
        columns: [
          { title: '序', width: 1, align: 'center' },
          { title: '约谈人', width: 7 },
          { title: '被约谈人', width: 9 },
        ],
        rows: record.questions.map(({ asked, answered }, i) => [String(i + 1), asked, answered]),
      },
      { kind: 'title', level: 3, text: '整改要求' },
      {
        kind: 'paragraph',
        text: record.rectifyBy === null ? '未提出整改要求。' : `${record.demands}\n整改期限：${record.rectifyBy}以前。`,
      },
      { kind: 'paragraph', text: '以上记录经被约谈人核对（宣读），与所述一致。' },
      { kind: 'signatures', places: ['被约谈人', '约谈人', '记录人'], perRow: 3 },
      { kind: 'foot-note', text: `打印日期 ${printedOn}` },
    ],
  };
}
