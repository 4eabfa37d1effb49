/** How fast the large screen shows what was computed before; it decides nothing. */
export const paces = ['slow', 'normal', 'fast'] as const;
export type Pace = (typeof paces)[number];

export const paceTitles: Readonly<Record<Pace, string>> = { slow: '慢', normal: '正常', fast: '快' };

/** One beat in milliseconds: the time of one name. */
export const beatOf: Readonly<Record<Pace, number>> = { slow: 4_000, normal: 2_000, fast: 800 };

export const revealActs = [
  'toggle',
  'pause',
  'go',
  'next',
  'back',
  'end',
  'start',
  'slower',
  'faster',
  ...paces,
] as const;
export type RevealAct = (typeof revealActs)[number];

/** What there is to show. `groups` only those from which something was drawn; `seats` the most seats at one object. */
export type RevealScript =
  | { readonly kind: 'frozen' }
  | { readonly kind: 'objects'; readonly groups: readonly RevealGroup[]; readonly isBatch: boolean }
  | { readonly kind: 'teams'; readonly objects: number; readonly seats: number }
  | { readonly kind: 'closing' };

interface RevealGroup {
  readonly must: number;
  readonly random: number;
}

/** One state of the large screen. `beats` is how long it stands; 0 until somebody goes on. */
export type Frame = { readonly beats: number } & (
  | { readonly kind: 'commitment' }
  | { readonly kind: 'turn' }
  | { readonly kind: 'opening' }
  /** The first `shown` names of a group, 必检 before those by ticket. */
  | { readonly kind: 'names'; readonly group: number; readonly shown: number }
  /** All names of a group, and the line none of the others lies under. */
  | { readonly kind: 'line'; readonly group: number; readonly shown: number }
  /** The whole list by page, in meeting order. */
  | { readonly kind: 'list'; readonly page: number }
  /** The teams of the first `shown` objects. */
  | { readonly kind: 'teams'; readonly shown: number }
  | { readonly kind: 'record' }
  | { readonly kind: 'package' }
);

/** Rows on a screen that can be read from ten metres. */
export const NAME_ROWS = 6;
export const LIST_ROWS = 9;
/** More names than this are shown by the page: one by one they would take too long. */
const MOST_ONE_BY_ONE = 120;
const MOST_TEAMS_ONE_BY_ONE = 60;
const PAGE_BEATS = 3;

/** Every state of the large screen, in order. */
export function framesOf(script: RevealScript): readonly Frame[] {
  switch (script.kind) {
    case 'frozen':
      return [
        { kind: 'commitment', beats: 0 },
        { kind: 'turn', beats: 0 },
      ];
    case 'objects':
      return objectFrames(script.groups, script.isBatch);
    case 'teams':
      return teamFrames(script.objects, teamRows(script.seats));
    case 'closing':
      return [
        { kind: 'record', beats: 0 },
        { kind: 'package', beats: 0 },
      ];
  }
}

/** Whether so many names are shown by the page. */
export function isByPage(drawn: number): boolean {
  return drawn > MOST_ONE_BY_ONE;
}

/** How many teams of so many seats stand on one screen. */
export function teamRows(seats: number): number {
  if (seats <= 5) return 3;
  return seats <= 10 ? 2 : 1;
}

function objectFrames(groups: readonly RevealGroup[], isBatch: boolean): readonly Frame[] {
  const sizes = groups.map(({ must, random }) => must + random);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const [step, beats] = isByPage(total) ? [LIST_ROWS, PAGE_BEATS] : [1, 1];
  const byGroup = isBatch
    ? []
    : sizes.flatMap((size, group): Frame[] => [
        ...upTo(size, step).map((shown): Frame => ({ kind: 'names', group, shown, beats })),
        { kind: 'line', group, shown: size, beats: PAGE_BEATS },
      ]);
  const pages = Array.from(
    { length: Math.ceil(total / LIST_ROWS) },
    (_, page): Frame => ({ kind: 'list', page, beats: PAGE_BEATS }),
  );
  return [{ kind: 'opening', beats: 2 }, ...byGroup, ...pages];
}

function teamFrames(objects: number, rows: number): readonly Frame[] {
  const [step, beats] = objects > MOST_TEAMS_ONE_BY_ONE ? [rows, PAGE_BEATS] : [1, 2];
  return [
    { kind: 'opening', beats: 1 },
    ...upTo(objects, step).map((shown): Frame => ({ kind: 'teams', shown, beats })),
  ];
}

/** step, 2·step … and `most` itself. */
function upTo(most: number, step: number): number[] {
  return Array.from({ length: Math.ceil(most / step) }, (_, index) => Math.min(most, (index + 1) * step));
}

/** Where the large screen stands. `movedAt` in milliseconds, when `frame` began. */
export interface RevealPosition {
  readonly frame: number;
  readonly pace: Pace;
  readonly isPaused: boolean;
  readonly movedAt: number;
}

/** A frame that was due so long ago was not looked at: the program stood still, or no screen was open. */
const UNSEEN = 2_500;

/**
 * Where it stands now. It moves only while a screen asks for it: after a power cut, a crash or with every window closed it
 * goes on exactly where it stood.
 */
export function moveOn(position: RevealPosition, frames: readonly Frame[], now: number): RevealPosition {
  let { frame, movedAt } = position;
  if (position.isPaused) return position;
  const beat = beatOf[position.pace];
  for (;;) {
    const wait = (frames[frame]?.beats ?? 0) * beat;
    if (frame >= frames.length - 1 || wait === 0) break;
    const waited = now - movedAt;
    // A clock set back, or a gap: this frame begins anew.
    if (waited < 0 || waited > wait + UNSEEN) return { ...position, frame, movedAt: now };
    if (waited < wait) break;
    frame++;
    movedAt += wait;
  }
  return frame === position.frame ? position : { ...position, frame, movedAt };
}

/** What a key or a button does; a step by hand pauses. */
export function actOn(
  position: RevealPosition,
  frames: readonly Frame[],
  what: RevealAct,
  now: number,
): RevealPosition {
  const to = (frame: number, isPaused: boolean): RevealPosition => ({ ...position, frame, isPaused, movedAt: now });
  const atPace = (pace: Pace): RevealPosition => ({ ...position, pace, movedAt: now });
  const { frame, isPaused } = position;
  const last = Math.max(0, frames.length - 1);
  switch (what) {
    case 'toggle':
      return to(frame, !isPaused);
    case 'pause':
      return to(frame, true);
    case 'go':
      return to(frame, false);
    case 'next':
      return to(Math.min(last, frame + 1), true);
    case 'back':
      return to(Math.max(0, frame - 1), true);
    case 'start':
      return to(0, false);
    case 'end':
      return to(endOf(frames, frame), isPaused);
    case 'slower':
      return atPace(paces[Math.max(0, paces.indexOf(position.pace) - 1)]!);
    case 'faster':
      return atPace(paces[Math.min(paces.length - 1, paces.indexOf(position.pace) + 1)]!);
    default:
      return atPace(what);
  }
}

/** The first page of the whole list; from there on, the last frame. */
function endOf(frames: readonly Frame[], frame: number): number {
  const list = frames.findIndex(({ kind }) => kind === 'list');
  return list > frame ? list : frames.length - 1;
}
