import type { Block, PrintedDocument } from '../../kernel/document.ts';
import { chineseDate } from '../../kernel/local-date.ts';
import type { Notice, TeamMember } from './views.ts';

export interface NoticeModel {
  readonly bureau: string;
  /** Full title of the bureau's 抽查工作细则. */
  readonly ruleTitle: string;
  readonly objectName: string;
  readonly objectCode: string;
  readonly taskNumber: string;
  readonly taskTitle: string;
  readonly drawNumber: string;
  readonly basis: string;
  readonly methods: readonly string[];
  readonly members: readonly TeamMember[];
  readonly notice: Notice;
}

/** 检查通知书: who comes, when, about what, and the object's rights. The date is the day it was issued. */
export function noticeDocument(model: NoticeModel): PrintedDocument {
  const { bureau, notice } = model;
  return {
    title: `${model.objectName}检查通知书`,
    layout: 'official',
    printedOn: notice.issuedOn,
    blocks: [
      { kind: 'title', level: 1, text: `${bureau}\n“双随机、一公开”检查通知书` },
      { kind: 'number', text: notice.number, align: 'right' },
      { kind: 'paragraph', text: `${model.objectName}：` },
      {
        kind: 'paragraph',
        indent: true,
        text: `根据《${model.ruleTitle}》第九条，经公开随机抽取（抽取编号${model.drawNumber}），你单位（统一社会信用代码${model.objectCode}）被确定为“${model.taskTitle}”任务（${model.taskNumber}）的检查对象。我局定于${chineseDate(notice.inspectOn)}对你单位进行检查，请予以配合。有关事项通知如下：`,
      },
      ...sections(model),
      { kind: 'closing', lines: [bureau, chineseDate(notice.issuedOn)], seal: true },
      { kind: 'title', level: 2, text: '送达回证' },
      { kind: 'signatures', places: ['受送达人', '送达人'], perRow: 2 },
    ],
  };
}

function sections({ basis, methods, members, notice }: NoticeModel): Block[] {
  const item = (title: string, text: string): Block[] =>
    text === '' ? [] : [{ kind: 'paragraph', indent: true, text: `${title}：${text}` }];
  return [
    ...item('一、检查地点', notice.address),
    ...item('二、联系人', notice.contact),
    ...item('三、检查依据', basis === '' ? '本通知书所列细则' : basis),
    ...item('四、检查内容', notice.items),
    ...item('五、检查方式', methods.length === 0 ? '实地核查' : methods.join('、')),
    ...item('六、请准备的材料', notice.materials === '' ? '与检查内容有关的许可、台账和管理制度' : notice.materials),
    { kind: 'paragraph', indent: true, text: '七、检查人员：' },
    {
      kind: 'table',
      columns: [
        { title: '姓名', width: 2, align: 'center' },
        { title: '职责', width: 2, align: 'center' },
        { title: '单位', width: 5, align: 'center' },
        { title: '行政执法证号', width: 4, align: 'center' },
      ],
      rows: members.map(({ seat, name, unit, certificateNumber }) => [
        name,
        seat === 0 ? '组长' : '组员',
        unit,
        certificateNumber,
      ]),
    },
    {
      kind: 'paragraph',
      indent: true,
      text: '八、检查人员不少于两人，到达现场后应当主动出示行政执法证件；少于两人或者不出示的，你单位有权拒绝检查。检查人员与你单位有利害关系的，你单位可以申请回避。拒绝检查人员进入、拒绝提供材料、不如实提供情况或者以其他方式阻挠检查的，依照本局细则第十四条予以公示。',
    },
  ];
}
