import type { PrintedDocument } from '../../kernel/document.ts';
import { chineseDate } from '../../kernel/local-date.ts';
import { serviceReceipt } from './paper-parts.ts';
import type { TalkMatter } from './talks.ts';

export interface TalkNoticeModel {
  readonly bureau: string;
  readonly talk: TalkMatter;
  /** In full: `《……方案》第18项`. */
  readonly article: string;
}

/** 约谈通知书: when, where, why, who is to come. No grade stands on it. */
export function talkNoticeDocument({ bureau, talk, article }: TalkNoticeModel): PrintedDocument {
  const paragraph = (text: string) => ({ kind: 'paragraph', indent: true, text }) as const;
  const item = (title: string, text: string) => (text === '' ? [] : [paragraph(`${title}：${text}`)]);
  const again = talk.follows === null ? '' : `（接${talk.follows}号通知，再次通知）`;
  return {
    title: `约谈通知书 ${talk.number}`,
    layout: 'official',
    printedOn: talk.issuedOn,
    blocks: [
      { kind: 'title', level: 1, text: `${bureau}\n约谈通知书` },
      { kind: 'number', text: talk.number, align: 'right' },
      { kind: 'paragraph', text: `${talk.objectName}（统一社会信用代码${talk.objectCode}）：` },
      paragraph(`依据${article}，我局决定对你单位进行${talk.kind.name}${again}。有关事项通知如下：`),
      ...item('一、约谈事由', talk.reason),
      ...item('二、约谈时间', `${chineseDate(talk.meetOn)}${talk.meetAt}`),
      ...item('三、约谈地点', talk.place),
      ...item('四、参加人员', talk.attendees),
      ...item('五、联系人', talk.contact),
      ...item(
        '六、请携带的材料',
        talk.materials === '' ? '身份证件；委托他人参加的，还应有授权委托书' : talk.materials,
      ),
      paragraph('请按时参加。因故不能按时参加的，请提前说明理由，商定改期；无正当理由不参加的，将如实记录。'),
      { kind: 'closing', lines: [bureau, chineseDate(talk.issuedOn)], seal: true },
      ...serviceReceipt,
    ],
  };
}
