import * as z from 'zod'

/**
 * How far the key of the match index has been replaced. `STEADY`: one key. `FILLING`: all is written under both and read
 * by the old one, while what stood before is being entered under the new one. `FILLED`: all of it is. `SWITCHED`: it is
 * read by the new one. `CLEARING`: it is written under the new one alone, while what stands under the old one is taken
 * away; then it is `STEADY` again. At each of them all that is registered stands under the key that is read by.
 */
export const rotationPhases = ['STEADY', 'FILLING', 'FILLED', 'SWITCHED', 'CLEARING'] as const
export type RotationPhase = (typeof rotationPhases)[number]

/** What an operator may wish for. */
export const rotationSteps = ['begin', 'switch', 'end'] as const
export type RotationStep = (typeof rotationSteps)[number]

/**
 * One way through the tables. `lacking` are those that had to be put right in this one, `failed` those that could not be:
 * only one that found none of either proves anything.
 */
export const rotationSweepSchema = z.object({
  round: z.int().min(1),
  /** What it passes over: first the register, then casework. */
  table: z.string(),
  after: z.object({ pk: z.string(), sk: z.string() }).optional(),
  seen: z.int(),
  lacking: z.int(),
  failed: z.int(),
})
export type RotationSweep = z.infer<typeof rotationSweepSchema>

export const rotationShape = {
  /** Counts every write of this state. */
  version: z.int().min(1),
  phase: z.enum(rotationPhases),
  /** The version of the key that stands, and of the one that is to take its place. */
  current: z.string(),
  next: z.string().optional(),
  since: z.iso.datetime(),
  /** The last wish that was granted or refused. */
  answered: z.int(),
  sweep: rotationSweepSchema.optional(),
} as const
export type Rotation = z.infer<z.ZodObject<typeof rotationShape>>

/** What the operator wished for last, a step or what a newer release takes for one; `key` is the version that is to take the place of the one that stands. */
export const rotationWishShape = {
  version: z.int().min(1),
  step: z.string(),
  key: z.string(),
} as const
export type RotationWish = z.infer<z.ZodObject<typeof rotationWishShape>>

/** How long a running function may use what it has read of the index's keys. */
export const keysHeldMilliseconds = 60_000

/**
 * How long after each step nothing is built on it: a function holds the keys for a minute, what it has begun takes it a
 * minute more at most, and a minute is for clocks that differ.
 */
export const settlingMilliseconds = keysHeldMilliseconds + 120_000

export const firstKey = 'v1'

/** The version of the key that takes, or would take, the place of the one that stands. */
export const nextKeyOf = ({ current, next }: Pick<Rotation, 'current' | 'next'>): string =>
  next ?? `v${Number(current.slice(1)) + 1}`

/** By which key the index is read and under which it is written. */
export const usesOf = ({
  phase,
  current,
  next = current,
}: Pick<Rotation, 'phase' | 'current' | 'next'>): {
  readonly reads: string
  readonly writes: readonly string[]
} => {
  switch (phase) {
    case 'STEADY':
      return { reads: current, writes: [current] }
    case 'FILLING':
    case 'FILLED':
      return { reads: current, writes: [current, next] }
    case 'SWITCHED':
      return { reads: next, writes: [current, next] }
    case 'CLEARING':
      return { reads: next, writes: [next] }
  }
}

/** The only step that each phase takes; in the others the sweep has to be done first. */
const stepAt: Readonly<Record<RotationPhase, RotationStep | undefined>> = {
  STEADY: 'begin',
  FILLING: undefined,
  FILLED: 'switch',
  SWITCHED: 'end',
  CLEARING: undefined,
}

/** Whether a wish for this step would be granted, now or once what was done before has settled. */
export const mayStep = ({ phase }: Pick<Rotation, 'phase'>, step: string): boolean =>
  stepAt[phase] === step

const isSweeping = ({ phase }: Rotation): boolean => phase === 'FILLING' || phase === 'CLEARING'

const hasSettled = ({ since }: Rotation, now: Date): boolean =>
  now.getTime() - Date.parse(since) >= settlingMilliseconds

export type Move =
  | { readonly kind: 'step' | 'refuse'; readonly wish: RotationWish }
  | { readonly kind: 'sweep' | 'wait' }

/**
 * What is to be done now. A wish that does not fit is refused once and never comes back: whoever may wish for something can
 * at most begin, and nothing is taken away before the sweep has proved that nobody needs it.
 */
export const nextMove = (rotation: Rotation, wish: RotationWish | undefined, now: Date): Move => {
  const settled = hasSettled(rotation, now)
  if (wish !== undefined && wish.version > rotation.answered) {
    const fits = mayStep(rotation, wish.step) && wish.key === nextKeyOf(rotation)
    if (!fits) return { kind: 'refuse', wish }
    if (settled) return { kind: 'step', wish }
  }
  return { kind: isSweeping(rotation) && settled ? 'sweep' : 'wait' }
}

/** The phase that the step of a phase leads to; the sweep leads on from the others. */
const phaseAfter: Readonly<Record<RotationPhase, RotationPhase>> = {
  STEADY: 'FILLING',
  FILLING: 'FILLING',
  FILLED: 'SWITCHED',
  SWITCHED: 'CLEARING',
  CLEARING: 'CLEARING',
}

const fromTheStart = (round: number): RotationSweep => ({
  round,
  table: 'register',
  seen: 0,
  lacking: 0,
  failed: 0,
})

/** The state that the step which this phase takes leads to. */
export const stepped = (rotation: Rotation, wish: RotationWish, now: Date): Rotation => {
  const { sweep: _, ...rest } = rotation
  const phase = phaseAfter[rotation.phase]
  return {
    ...rest,
    version: rotation.version + 1,
    phase,
    next: nextKeyOf(rotation),
    since: now.toISOString(),
    answered: wish.version,
    ...(phase !== 'SWITCHED' && { sweep: fromTheStart(1) }),
  }
}

/** The state after a wish was refused. */
export const refusedWish = (rotation: Rotation, wish: RotationWish): Rotation => ({
  ...rotation,
  version: rotation.version + 1,
  answered: wish.version,
})

/** What one page of a table came to; `after` is where it ended, unless it was the last. */
export type SweptPage = Pick<RotationSweep, 'after' | 'seen' | 'lacking' | 'failed'>

/** The sweep from where it stands; from the start where none has begun. */
export const sweepOf = ({ sweep }: Rotation): RotationSweep => sweep ?? fromTheStart(1)

const finished = (rotation: Rotation, now: Date): Rotation => {
  const { sweep: _s, next, ...rest } = rotation
  const since = now.toISOString()
  return rotation.phase === 'FILLING'
    ? { ...rest, next, phase: 'FILLED', since }
    : { ...rest, current: next ?? rotation.current, phase: 'STEADY', since }
}

/** The state after one more page: on to the next, to the next table, through all of it again, or done. */
export const swept = (rotation: Rotation, page: SweptPage, now: Date): Rotation => {
  const was = sweepOf(rotation)
  const counted = {
    round: was.round,
    table: was.table,
    seen: was.seen + page.seen,
    lacking: was.lacking + page.lacking,
    failed: was.failed + page.failed,
  }
  const on = { ...rotation, version: rotation.version + 1 }
  if (page.after !== undefined) return { ...on, sweep: { ...counted, after: page.after } }
  if (was.table === 'register') return { ...on, sweep: { ...counted, table: 'casework' } }
  const isProved = counted.lacking === 0 && counted.failed === 0
  return isProved ? finished(on, now) : { ...on, sweep: fromTheStart(was.round + 1) }
}
