import { localTimeOf } from '../../kernel/local-date.ts';
import { sayAttendant } from './attendance.ts';
import { exclusionReasons } from './ceremony.ts';
import type { SubstitutionLine } from './changes.ts';
import { takingWays } from './digits.ts';
import type { DrawPlan } from './plan-file.ts';
import { sayReckoning } from './quota-words.ts';
import type { StratumOutcome } from './select.ts';
import { passReasons, replaceReasons } from './substitute.ts';
import type { DrawView, StratumLine } from './views.ts';

export interface TranscriptModel {
  readonly bureau: string;
  readonly draw: DrawView;
  readonly manifest: string;
  readonly plan: DrawPlan;
  /** The object stage, computed once more from the frozen files and the seed. */
  readonly strata: readonly StratumOutcome[];
  /** Names of the objects next to the cut-offs, by id. */
  readonly names: ReadonlyMap<string, string>;
  /** amend-rN.txt of each further officer stage. */
  readonly amends: readonly { readonly stage: number; readonly text: string }[];
}

/** 过程记录: every step with its time, what was announced and who saw it, as plain text. Holds strata: it goes into the 验证包 only. */
export function transcriptOf(model: TranscriptModel): string {
  const { draw } = model;
  const parts = [
    headOf(model),
    rosterOf(model),
    frozenOf(model),
    digitsOf(draw),
    sealedOf(draw),
    drawnOf(model),
    staffedOf(model),
    recordedOf(draw),
    changedOf(draw),
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.map(onOneLine).join('\n')}\n`)
    .join('\n')}`;
}

/** Names and reasons are typed by people: none of them begins a line of its own. */
function onOneLine(line: string): string {
  return line.replace(/[\r\n\u2028\u2029]+/g, ' ');
}

function headOf({ bureau, draw }: TranscriptModel): string[] {
  return [
    `随机抽取过程记录　${draw.number}${draw.isRehearsal ? '（演练，无效力）' : ''}`,
    `机关：${bureau}`,
    `任务：${draw.taskNumber}　${draw.taskTitle}`,
    `地点：${draw.place === '' ? '未填' : draw.place}`,
    `操作人：${draw.operatorName}　监督人：${supervisorOf(draw)}`,
    '时间为北京时间。票号、哈希、名单均可按“说明.txt”复算。',
  ];
}

function supervisorOf({ supervisor, supervisorUnit }: DrawView): string {
  if (supervisor === '') return '未填';
  return supervisorUnit === '' ? supervisor : `${supervisor}（${supervisorUnit}）`;
}

function rosterOf({ draw, plan }: TranscriptModel): string[] {
  const must = draw.setting.must.length;
  return [
    '一、名录',
    ...draw.strata.map((stratum) => sayStratum(stratum, plan)),
    draw.excluded.length === 0 ? '冻结前排除：无。' : `冻结前排除${draw.excluded.length}户：`,
    ...draw.excluded.map(({ name, code, excluded, note }) => {
      const why = [excluded === null ? '' : exclusionReasons[excluded], note].filter((part) => part !== '').join('，');
      return `　　${code}　${name}　${why}`;
    }),
    must === 0 ? '必检：无。' : `必检（非随机，在抽取户数之内）${must}户，理由：${draw.setting.mustGround}。`,
    `参加抽取的执法人员${draw.officerCount}名，回避关系${draw.recusalCount}条。`,
  ];
}

function sayStratum(
  { stratum, group, poolSize, excluded, sampleSize, mustCount }: StratumLine,
  plan: DrawPlan,
): string {
  const quota = plan.strata.find(({ name }) => name === stratum)?.quota ?? { count: 0 };
  const whole = `${group}（${stratum}）：冻结${poolSize + excluded}户，排除${excluded}户，参加抽取${poolSize}户，`;
  return plan.batchSize === undefined
    ? `${whole}${sayReckoning(poolSize, quota, mustCount, sampleSize)}，抽取${sampleSize}户，其中必检${mustCount}户。`
    : `${whole}全部排定次序，每批${plan.batchSize}户。`;
}

function frozenOf({ draw, manifest }: TranscriptModel): string[] {
  return [
    `二、冻结　${localTimeOf(draw.frozenAt)}`,
    '清单（manifest.txt）全文：',
    ...indented(manifest),
    `名单承诺值：${draw.commitment}`,
    '此时尚无任何见证数字，也没有结果。',
  ];
}

function digitsOf({ witnesses }: DrawView): string[] {
  return [
    '三、见证取数（按公布的次序）',
    ...witnesses.map((witness) => {
      const { position, digitCount, digits, enteredAt, isDice, way, rolledBy } = witness;
      const at = enteredAt === null ? '未公布' : `${localTimeOf(enteredAt)}公布${digits}`;
      const how = way === null ? '' : `（${takingWays[way]}${rolledBy === null ? '' : `，掷骰人${rolledBy}`}）`;
      return `　　${position}．${sayAttendant(witness)}${isDice ? '，最后掷骰' : ''}，约定${digitCount}位，${at}${how}`;
    }),
  ];
}

function sealedOf({ seed, sealedAt, witnesses }: DrawView): string[] {
  if (sealedAt === null) return [];
  const confirmed = witnesses.flatMap(({ name, confirmedAt }) =>
    confirmedAt === null ? [] : [`　　${localTimeOf(confirmedAt)}　${name}确认`],
  );
  return [`四、确认封存　${localTimeOf(sealedAt)}`, ...confirmed, `种子：${seed ?? ''}`];
}

function drawnOf({ draw, strata, names }: TranscriptModel): string[] {
  if (draw.drawnAt === null) return [];
  const near = (what: string, ticketed: StratumOutcome['cutOff']['last']) =>
    ticketed === undefined ? [] : [`　　${what}：${ticketed.ticket}　${ticketed.id}　${names.get(ticketed.id) ?? ''}`];
  return [
    `五、抽取检查对象　${localTimeOf(draw.drawnAt)}`,
    ...strata.flatMap(({ stratum, drawn, reserve, must, cutOff }) => [
      `分组${stratum}：随机抽中${drawn.length}户，必检${must.length}户，候补${reserve.length}户。`,
      ...near('末位抽中', cutOff.last),
      ...near('首位未中', cutOff.next),
    ]),
    '抽中名单（序、方式或批次、票号、编号、名称）：',
    ...draw.drawn.map(
      ({ order, kind, batch, ticket, code, name }) =>
        `　　${order}．${batch === null ? kind : `第${batch}批`}　${ticket}　${code}　${name}`,
    ),
  ];
}

function staffedOf({ draw, amends }: TranscriptModel): string[] {
  if (draw.staffedAt === null) return [];
  const stages = draw.amendments.flatMap(({ stage, reason, cause, amendedAt, proposedBy, approvedBy }) => [
    `人员名单第${stage}次公布　${localTimeOf(amendedAt)}　${reason}`,
    ...(cause === '' ? [] : [`　　此前：${cause}`]),
    ...(proposedBy === '' ? [] : [`　　提出：${proposedBy}　批准：${approvedBy}`]),
    ...indented(amends.find((amend) => amend.stage === stage)?.text ?? ''),
  ]);
  const earlier = draw.earlierStages.map(
    ({ stage, resultHash, staffedAt }) =>
      `第${stage}次名单排定于${localTimeOf(staffedAt)}，结果哈希${resultHash}，已由后一次代替。`,
  );
  if (draw.setting.mode === 'batch') return [`六、人员　${localTimeOf(draw.staffedAt)}`, '批次顺序不抽检查人员。'];
  return [
    `六、抽取检查人员　${localTimeOf(draw.staffedAt)}`,
    ...stages,
    ...earlier,
    `负荷上限（含年内已承担）${draw.tmin ?? ''}，为能排满全部席位的最小值。`,
    '检查组（首位为组长，括号内为符合条件的人数）：',
    ...draw.drawn.map(({ order, name, team }) => {
      const seats = team.map(({ name: who, code, department, candidates }) => {
        const alone = candidates === 1 ? '，唯一人选，非随机' : '';
        return `${who} ${code} ${department}（${candidates}人${alone}）`;
      });
      return `　　${order}．${name}：${seats.join('；')}`;
    }),
  ];
}

function recordedOf({ recordedAt, resultHash, ledgerHead }: DrawView): string[] {
  return [
    `七、笔录　${recordedAt === null ? '未完成' : localTimeOf(recordedAt)}`,
    `结果哈希：${resultHash ?? '未产生'}`,
    ...(ledgerHead === null ? [] : [`操作台账：第${ledgerHead.seq}条，校验值${ledgerHead.hash}`]),
  ];
}

function changedOf({ substitutions, voided }: DrawView): string[] {
  const lines = substitutions.flatMap(saySubstitution);
  return [
    ...(lines.length === 0 ? [] : ['八、替补（依次取同组候补，种子不变）', ...lines]),
    ...(voided === null
      ? []
      : [
          `作废　${localTimeOf(voided.at)}　原因：${voided.reason}　批准：${voided.approver}　在场：${voided.witnesses}`,
        ]),
  ];
}

/** With whom it passed over and why, so that anybody can see that the reserve was taken in its order. */
function saySubstitution(line: SubstitutionLine): string[] {
  const { at, outCode, outName, stratum, reason, note, document, by, approvedBy, passed, team } = line;
  const basis = document === '' ? note : `${note}（${document}）`;
  return [
    `　　${localTimeOf(at)}　分组${stratum}　${outName}（${outCode}）${sayTaker(line)}，${replaceReasons[reason]}，${basis}`,
    `　　　　提出：${by}　批准：${approvedBy}`,
    ...passed.map((one) => {
      const why = [passReasons[one.reason], one.note].filter((part) => part !== '').join('，');
      return `　　　　候补第${one.place}位${one.name}（${one.code}）未递补：${why}`;
    }),
    ...(team.length === 0 ? [] : [`　　　　检查组：${team.map(({ name, code }) => `${name} ${code}`).join('；')}`]),
  ];
}

function sayTaker({ inName, inCode, place, ticket, alone }: SubstitutionLine): string {
  if (inName !== null) return `由候补第${place}位${inName}（${inCode}，票号${ticket}）替补`;
  return alone === 'must' ? '是必检，无人替补' : '无人替补，同组候补已用完';
}

function indented(text: string): string[] {
  return text
    .trimEnd()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => `　　${line.replaceAll('\t', '　')}`);
}
