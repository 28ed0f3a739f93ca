import { londonDay } from '../calendar/london-day.ts'
import { morningAfter, morningBefore } from '../calendar/working-days.ts'
import type { ChildId } from '../kernel/ids.ts'
import type { WrittenAgreement } from './written-agreement.ts'

/** What is told of a running agreement, each once for each end: that it ends soon, and that it ended undecided (F19). */
export const agreementSteps = ['ending', 'overdue'] as const
export type AgreementStep = (typeof agreementSteps)[number]

/** Which agreement: the authority's own id of it, of this child. */
export type AgreementRef = { readonly childId: ChildId; readonly agreementId: string }

/** What is to be told next of an agreement that runs until `endsOn`, an ISO date. */
export type AgreementClock = AgreementRef & {
  readonly endsOn: string
  readonly step: AgreementStep
}

/** A clock that begins, or begins anew at another end; one that stops, where there is no `clock`. */
export type AgreementTurn = AgreementRef & { readonly clock?: AgreementClock }

/** Working days before the end on which whoever manages the case is reminded. */
const reminderDays = 3

/** When it is to be told: in the morning, the second on the working day after the end. */
export const dueAtOf = ({ endsOn, step }: Pick<AgreementClock, 'endsOn' | 'step'>): Date =>
  step === 'ending' ? morningBefore(endsOn, reminderDays) : morningAfter(endsOn)

/** What follows once this was told; nothing after the second. */
export const clockAfter = (clock: AgreementClock): AgreementClock | undefined =>
  clock.step === 'ending' ? { ...clock, step: 'overdue' } : undefined

type Written = Pick<WrittenAgreement, 'id' | 'state' | 'endsOn'>

const runningIn = (agreements: readonly Written[]): readonly Written[] =>
  agreements.filter(({ state }) => state === 'RUNNING')

/** Which clocks of a child a change of its agreements begins, moves or stops. Of one that ended before, nobody is reminded. */
export const turnsOf = (
  childId: ChildId,
  [before, after]: readonly [readonly Written[], readonly Written[]],
  now: Date,
): AgreementTurn[] => {
  const [ran, runs] = [runningIn(before), runningIn(after)]
  const today = londonDay(now)
  const begun = runs
    .filter(({ id, endsOn }) => !ran.some((one) => one.id === id && one.endsOn === endsOn))
    .map(({ id: agreementId, endsOn }): AgreementTurn => {
      const step = endsOn < today ? 'overdue' : 'ending'
      return { childId, agreementId, clock: { childId, agreementId, endsOn, step } }
    })
  const stopped = ran
    .filter(({ id }) => !runs.some((one) => one.id === id))
    .map(({ id: agreementId }) => ({ childId, agreementId }))
  return [...begun, ...stopped]
}
