import {
  CloseTalk,
  IssueTalk,
  MissTalk,
  RecordTalk,
  ServeTalk,
  TalkId,
} from '../../../shared/features/supervision/talk-schemas.ts';
import {
  adviceAfter,
  type TalkMatter,
  type TalkStepId,
  talkResults,
  talkStateOf,
  talkStateTitles,
  talkSteps,
  talkStepTitles,
} from '../../../shared/features/supervision/talks.ts';
import { citeArticle, STANDING_WORDS } from '../../../shared/kernel/pack-basis.ts';
import type { Talk } from '../../../shared/kernel/policy-work.ts';
import { done, refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import { officePack } from '../../app/office-pack.ts';
import { command, notFound, query, router } from '../../app/procedures.ts';
import { regradeObjects } from '../../app/regrade.ts';
import { noted } from '../../app/run-command.ts';
import { byOf, dayRefusal, dueRefusal, takeNumber, toldRefusal } from './taken.ts';

const operator = ['operator'] as const;

/** 约谈: notice, service, record or absence, and what came of what was demanded. */
export const talksRouter = router({
  list: query().query(({ ctx }) => {
    const { talks } = officePack(ctx);
    return ctx.supervision.talks.talks().map((talk) => talkView(talk, talks));
  }),

  talk: query()
    .input(TalkId)
    .query(({ ctx, input }) =>
      talkView(ctx.supervision.talks.talkById(input.talkId) ?? notFound('约谈'), officePack(ctx).talks),
    ),

  /** The kinds of the office's pack. */
  kinds: query().query(({ ctx }) => ({
    bureau: ctx.office.bureau()?.name ?? '',
    kinds: officePack(ctx).talks.map(({ source, standing, ...kind }) => ({
      ...kind,
      article: citeArticle(source),
      standing: STANDING_WORDS[standing],
    })),
  })),

  issue: command('supervision.issue-talk', { may: operator })
    .input(IssueTalk)
    .mutation(({ ctx, input }) => {
      const object = ctx.rosters.objectById(input.objectId);
      if (object === null) return refuse('NOT_FOUND', { what: '检查对象' });
      const pack = officePack(ctx);
      const kind = pack.talks.find(({ id }) => id === input.kindId);
      if (kind === undefined) return refuse('NOT_IN_PACK', { what: '这一约谈种类' });
      if (input.meetOn < ctx.today) return refuse('TALK_DAY_PAST', { on: input.meetOn });
      const told = toldRefusal(ctx, input.reason, input.materials);
      if (told !== null) return told;
      const bureau = ctx.office.bureau()?.name ?? '';
      const article = citeArticle(kind.source);
      const record = input.recordId === null ? null : ctx.credit.recordById(input.recordId);
      if (input.recordId !== null && record?.objectId !== object.id) return refuse('NOT_FOUND', { what: '信用记录' });
      // What is listed here was determined here; a record says who determined it.
      const determinedBy = record?.source ?? bureau;
      if (kind.byWhoDetermined && determinedBy !== bureau) {
        return refuse('TALK_NOT_OURS', { determinedBy, bureau, article });
      }
      const entry = input.entryId === null ? null : ctx.supervision.lists.entryById(input.entryId);
      if (input.entryId !== null && entry?.objectId !== object.id) return refuse('NOT_FOUND', { what: '名单条目' });
      const followed = input.followsId === null ? null : ctx.supervision.talks.talkById(input.followsId);
      if (input.followsId !== null && followed?.objectId !== object.id)
        return refuse('NOT_FOUND', { what: '原来的约谈' });
      const number = takeNumber(ctx, 'talk');
      const talkId = ctx.supervision.talks.insertTalk(
        {
          ...input,
          number,
          kindName: kind.name,
          kindArticle: article,
          kindStanding: kind.standing,
          objectCode: object.code,
          objectName: object.name,
          determinedBy,
          packId: pack.id,
          packVersion: pack.version,
          issuedOn: ctx.today,
        },
        byOf(ctx),
      );
      const { meetOn, meetAt, place, reason } = input;
      return noted({ talkId, number }, `${object.name}：${kind.name}`, { number, meetOn, meetAt, place, reason });
    }),

  serve: command('supervision.serve-talk', { may: operator })
    .input(ServeTalk)
    .mutation(({ ctx, input }) => {
      const at = atStep(ctx, input.talkId, 'serve');
      if (!at.ok) return at;
      const talk = at.value;
      const day = dayRefusal(ctx, '送达日期', input.servedOn, { what: '通知书日期', on: talk.issuedOn });
      if (day !== null) return day;
      ctx.supervision.talks.insertService(input, byOf(ctx));
      return noted(null, subjectOf(talk), { servedOn: input.servedOn, receiver: input.receiver });
    }),

  /** 约谈记录; kept under the enterprise where the pack has it so (鸡西方案 第18项). */
  record: command('supervision.record-talk', { may: operator })
    .input(RecordTalk)
    .mutation(({ ctx, input: { talkId, ...record } }) => {
      const at = atStep(ctx, talkId, 'hold');
      if (!at.ok) return at;
      const talk = at.value;
      const after = talk.service && { what: '送达日期', on: talk.service.servedOn };
      const day =
        dayRefusal(ctx, '约谈日期', record.heldOn, after) ??
        toldRefusal(ctx, record.demands, ...record.questions.map(({ asked }) => asked));
      if (day !== null) return day;
      const recordId =
        kindOf(talk, officePack(ctx).talks)?.isRecorded === true ? recordOfTalk(ctx, talk, record.heldOn) : null;
      ctx.supervision.talks.insertRecord(talkId, { ...record, recordId }, byOf(ctx));
      if (recordId !== null) regradeObjects(ctx, [talk.objectId], 'supervision.record-talk');
      const { heldOn, attended, rectifyBy } = record;
      return noted({ recordId }, subjectOf(talk), { heldOn, attended, rectifyBy, recordId });
    }),

  miss: command('supervision.miss-talk', { may: operator })
    .input(MissTalk)
    .mutation(({ ctx, input }) => {
      const at = atStep(ctx, input.talkId, 'hold');
      if (!at.ok) return at;
      const talk = at.value;
      const day = dayRefusal(ctx, '未到场日期', input.absentOn, { what: '约定的日期', on: talk.meetOn });
      if (day !== null) return day;
      ctx.supervision.talks.insertAbsence(input, byOf(ctx));
      return noted(null, subjectOf(talk), { absentOn: input.absentOn, isExcused: input.isExcused, note: input.note });
    }),

  close: command('supervision.close-talk', { may: operator })
    .input(CloseTalk)
    .mutation(({ ctx, input }) => {
      const at = atStep(ctx, input.talkId, 'check');
      if (!at.ok) return at;
      const talk = at.value;
      const after = talk.record && { what: '约谈日期', on: talk.record.heldOn };
      const day = dayRefusal(ctx, '核查日期', input.checkedOn, after);
      if (day !== null) return day;
      ctx.supervision.talks.insertResult(input, byOf(ctx));
      return noted(null, subjectOf(talk), { outcome: talkResults[input.outcome], finding: input.finding });
    }),
});

export type TalkView = ReturnType<typeof talkView>;

/** What the pack in force says of the kind; a kind it no longer has says nothing. */
function talkView(talk: TalkMatter, kinds: readonly Talk[]) {
  const state = talkStateOf(talk);
  const steps = talkSteps(talk);
  return {
    ...talk,
    state,
    stateTitle: talkStateTitles[state],
    steps,
    advice: adviceAfter(talk, kindOf(talk, kinds)?.ifNotDone ?? ''),
  };
}

function subjectOf({ objectName, kind, number }: TalkMatter): string {
  return `${objectName}：${kind.name} ${number}`;
}

function atStep(ctx: Context, talkId: number, step: TalkStepId) {
  const talk = ctx.supervision.talks.talkById(talkId);
  if (talk === null) return refuse('NOT_FOUND', { what: '约谈' });
  return dueRefusal(talkSteps(talk), step, talkStepTitles[step]) ?? done(talk);
}

function kindOf(talk: TalkMatter, kinds: readonly Talk[]): Talk | undefined {
  return kinds.find(({ id }) => id === talk.kind.id);
}

/** Under 经常性监督, saying nothing for or against: what it was about has a record of its own. */
function recordOfTalk(ctx: Context, talk: TalkMatter, heldOn: string): number {
  return ctx.credit.insertRecord(
    {
      objectId: talk.objectId,
      origin: 'program',
      publicity: 'none',
      kind: 'daily-supervision',
      happenedOn: heldOn,
      endedOn: null,
      source: ctx.office.bureau()?.name ?? '',
      documentNumber: talk.number,
      summary: `${talk.kind.name}：${talk.reason}`,
      severity: null,
      accidentClass: null,
      amountFen: null,
      outcome: null,
      persons: [],
    },
    byOf(ctx),
  );
}
