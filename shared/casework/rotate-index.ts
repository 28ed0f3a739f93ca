import type { AuditEntry, Recorder } from '../audit/audit-entry.ts'
import type { Clock } from '../kernel/clock.ts'
import {
  type Move,
  nextMove,
  type Rotation,
  type RotationSweep,
  type RotationWish,
  refusedWish,
  type SweptPage,
  stepped,
  sweepOf,
  swept,
  usesOf,
} from '../register/index-rotation.ts'

export type RotateIndexDeps = {
  /** How far it is; where there is no key yet, one is made. */
  readonly readRotation: () => Promise<Rotation>
  readonly readWish: () => Promise<RotationWish | undefined>
  /** Puts right what one page of a table holds: whatever does not stand under exactly these keys. */
  readonly sweepPage: (
    at: Pick<RotationSweep, 'table' | 'after'>,
    keys: { readonly writes: readonly string[]; readonly leaving: string | undefined },
  ) => Promise<SweptPage>
  /** 'changed' when another run was first. */
  readonly keep: (change: {
    readonly before: Rotation
    readonly after: Rotation
    readonly entries: readonly AuditEntry[]
  }) => Promise<'committed' | 'changed'>
  readonly recorder: (now: Date) => Recorder
  readonly now: Clock
}

/** How long a run begins another page: within its function's minute, so that none is cut off at work. */
const beginsForMilliseconds = 40_000
/** Pages that one run takes on at most, however fast they go. */
const mostPages = 2000

const entryOf = (
  record: Recorder,
  { phase, key, ...said }: { readonly phase: string; readonly key: string; readonly step: string },
  outcome: 'DONE' | 'REFUSED' = 'DONE',
): readonly AuditEntry[] =>
  record('INDEX_KEY_STEP_TAKEN', [`index-key ${key}`], { outcome, codes: { phase, ...said } })

type Moved = { readonly after: Rotation; readonly entries: readonly AuditEntry[] }

const answered = (
  rotation: Rotation,
  { kind, wish }: Extract<Move, { wish: RotationWish }>,
  { now, recorder }: { readonly now: Date; readonly recorder: RotateIndexDeps['recorder'] },
): Moved => {
  const after = kind === 'step' ? stepped(rotation, wish, now) : refusedWish(rotation, wish)
  const said = { phase: after.phase, key: wish.key, step: wish.step }
  return { after, entries: entryOf(recorder(now), said, kind === 'step' ? 'DONE' : 'REFUSED') }
}

const sweptOn = async (rotation: Rotation, deps: RotateIndexDeps): Promise<Moved> => {
  const { phase, current, next } = rotation
  const { writes } = usesOf(rotation)
  const leaving = phase === 'CLEARING' ? current : undefined
  const page = await deps.sweepPage(sweepOf(rotation), { writes, leaving })
  const now = deps.now()
  const after = swept(rotation, page, now)
  if (after.phase === phase) return { after, entries: [] }
  const said = { phase: after.phase, key: next ?? current, step: 'sweep' }
  return { after, entries: entryOf(deps.recorder(now), said) }
}

/**
 * One run: grants or refuses what the operator wished for, or goes on with the sweep where it stands, as far as the time
 * goes. Whoever dies in it leaves a state that the next run goes on from; what was done twice is as if it was done once.
 */
export const rotateIndex = async (
  deps: RotateIndexDeps,
): Promise<{ readonly rotation: Rotation; readonly pages: number }> => {
  const began = deps.now().getTime()
  let rotation = await deps.readRotation()
  const wish = await deps.readWish()
  let pages = 0
  while (pages < mostPages && deps.now().getTime() - began < beginsForMilliseconds) {
    const now = deps.now()
    const move = nextMove(rotation, wish, now)
    if (move.kind === 'wait') break
    const { after, entries } =
      'wish' in move
        ? answered(rotation, move, { now, recorder: deps.recorder })
        : await sweptOn(rotation, deps)
    if ((await deps.keep({ before: rotation, after, entries })) === 'changed') break
    if (move.kind === 'sweep') pages += 1
    rotation = after
  }
  return { rotation, pages }
}
