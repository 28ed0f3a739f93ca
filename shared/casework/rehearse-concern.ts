import type { AlertState } from '../alerts/alert.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Measured } from '../kernel/measures.ts'
import { secondsSince } from '../kernel/seconds-since.ts'
import { type Take, takeAt } from './rehearsed-family.ts'

/** A step of an authority on an alert, by its route. */
export type RehearsedAnswer = 'acknowledgement' | 'outcome' | 'feedback'

/** Where an alert stands, and the version to answer. */
export type Standing = { readonly state: AlertState; readonly version: number }

/** What came out of the inbox; `alertId` is missing where it tells of something else. */
export type InboxMessage = { readonly receipt: string; readonly alertId: string | undefined }

/** An alert as the authority reads it: which take it is of, and whether it names the family’s own record. */
export type RehearsedAlert = Standing & {
  readonly take: Take | undefined
  readonly isMatched: boolean
}

export const rehearsalSteps = [
  'inbox',
  'open',
  'clear',
  'record',
  'submit',
  'wait',
  'match',
  'follow',
] as const
export type RehearsalStep = (typeof rehearsalSteps)[number]

/** What a rehearsal does of the world, from outside, as any client would. Each fails by throwing. */
export type RehearseConcernDeps = {
  /** Fetches from the authority’s inbox, waiting for something to arrive if there is nothing. */
  readonly receive: (seconds: number) => Promise<readonly InboxMessage[]>
  readonly remove: (receipt: string) => Promise<void>
  readonly readAlert: (alertId: string) => Promise<RehearsedAlert>
  readonly answer: (alertId: string, step: RehearsedAnswer, version: number) => Promise<Standing>
  /** Alerts of the authority that are open whether or not their message is still to come, a few at once. */
  readonly listOpen: () => Promise<readonly string[]>
  /** Takes from the register what the take before left there. */
  readonly clear: () => Promise<void>
  readonly record: (take: Take) => Promise<void>
  /** Gives the concern’s id. */
  readonly submit: (take: Take) => Promise<string>
  readonly isAnswered: (concernId: string) => Promise<boolean>
  /** Told of what went wrong, and where. */
  readonly onFailure: (step: RehearsalStep, error: unknown) => void
  readonly now: Clock
}

/** An alert of which the referrer was told is nobody’s work any more. */
const nextAnswers = {
  RAISED: 'acknowledgement',
  ACKNOWLEDGED: 'outcome',
  DECIDED: 'feedback',
  FED_BACK: undefined,
  CHALLENGED: undefined,
} as const satisfies Record<AlertState, RehearsedAnswer | undefined>

/** What the authority does next with an alert, so that no clock ever chases it. */
export const nextAnswer = (state: AlertState): RehearsedAnswer | undefined => nextAnswers[state]

/** Seconds for which a rehearsal waits for its alert. */
export const patience = 60
/** Seconds after which no further step begins: a hub that is slow at every step must not end in a function that ran out of time, which rings at once. */
export const longestRun = 120
/** Less than the four seconds after which a client of AWS tries again. */
const longestPoll = 3

/** How many came through, those of earlier takes included, and how long the slowest was under way: nothing where none did. */
export const measuredOf = (through: readonly number[]): Measured =>
  through.length === 0
    ? { RehearsalsThrough: 0 }
    : { RehearsalsThrough: through.length, RehearsalSeconds: Math.max(...through) }

const answerToEnd = async (
  alertId: string,
  standing: Standing,
  deps: RehearseConcernDeps,
): Promise<void> => {
  const step = nextAnswer(standing.state)
  if (step === undefined) return
  await answerToEnd(alertId, await deps.answer(alertId, step, standing.version), deps)
}

type Arrived = RehearsedAlert & { readonly seconds: number }

/** Reads and answers what lies in the inbox. A message goes only when its alert is answered: what fails here comes again. */
const takeInbox = async (
  seconds: number,
  deps: RehearseConcernDeps,
): Promise<readonly Arrived[]> => {
  const arrived: Arrived[] = []
  for (const { receipt, alertId } of await deps.receive(seconds)) {
    if (alertId !== undefined) {
      const alert = await deps.readAlert(alertId)
      const { take } = alert
      if (take !== undefined)
        arrived.push({ ...alert, seconds: secondsSince(take.begunAt.toISOString(), deps.now()) })
      await answerToEnd(alertId, alert, deps)
    }
    await deps.remove(receipt)
  }
  return arrived
}

/** Closes what an earlier take left open, where its message was given up. It did not come through, so it is not counted. */
const answerOpen = async (deps: RehearseConcernDeps): Promise<void> => {
  for (const alertId of await deps.listOpen())
    await answerToEnd(alertId, await deps.readAlert(alertId), deps)
}

/** Works through the inbox until the alert of this take is there, or it is too late; all that came. */
const waitFor = async (take: Take, deps: RehearseConcernDeps): Promise<readonly Arrived[]> => {
  const arrived: Arrived[] = []
  const isOver = (): boolean => secondsSince(take.begunAt.toISOString(), deps.now()) >= patience
  const isHere = (): boolean => arrived.some((one) => one.take?.id === take.id)
  while (!(isHere() || isOver())) arrived.push(...(await takeInbox(longestPoll, deps)))
  return arrived
}

const holds = (isSo: boolean): void => {
  if (!isSo) throw new Error('not as it should be')
}

/** Whom to tell of what came through, and of the step that failed. */
type Telling = {
  readonly onThrough: (one: Arrived) => void
  readonly at: <Result>(step: RehearsalStep, work: () => Promise<Result>) => Promise<Result>
}

const rehearse = async (deps: RehearseConcernDeps, { onThrough, at }: Telling): Promise<void> => {
  for (const one of await at('inbox', () => takeInbox(0, deps))) onThrough(one)
  await at('open', () => answerOpen(deps))
  await at('clear', deps.clear)
  const take = takeAt(deps.now())
  await at('record', () => deps.record(take))
  const concernId = await at('submit', () => deps.submit(take))
  const arrived = await at('wait', () => waitFor(take, deps))
  const own = arrived.find((one) => one.take?.id === take.id)
  for (const one of arrived) if (one !== own) onThrough(one)
  if (own === undefined) return at('wait', async () => holds(false))
  await at('match', async () => holds(own.isMatched))
  await at('follow', async () => holds(await deps.isAnswered(concernId)))
  onThrough(own)
}

/**
 * Sends a concern about an invented family, fetches its alert as the authority would, answers it, and sees that the referrer
 * hears back. What the take before left behind is taken first: one that came late still came. Nothing is thrown, for one
 * that fails wakes nobody; how many came through is measured, and that none did for a while rings.
 */
export const rehearseConcern = async (deps: RehearseConcernDeps): Promise<Measured> => {
  const through: number[] = []
  const begunAt = deps.now().toISOString()
  const at: Telling['at'] = async (step, work) => {
    try {
      holds(secondsSince(begunAt, deps.now()) < longestRun)
      return await work()
    } catch (error) {
      deps.onFailure(step, error)
      throw error
    }
  }
  try {
    await rehearse(deps, { at, onThrough: ({ seconds }) => void through.push(seconds) })
  } catch {
    // Told already, by the step that failed.
  }
  return measuredOf(through)
}
