import type { Alert } from '../alerts/alert.ts'
import type { AlertContent } from '../alerts/content/alert-content.ts'
import type { Assessment } from '../assessing/assessment.ts'
import { addedWordsFor, contentFor } from '../assessing/content-for.ts'
import { tellsEngagement } from '../assessing/entries-of-engagements.ts'
import { withHomesElsewhere } from '../assessing/homes-named.ts'
import { peopleToldOf } from '../assessing/people-concerned.ts'
import type { Behind } from '../assessing/reading.ts'
import { londonDay } from '../calendar/london-day.ts'
import { engagements } from '../codes/engagements.ts'
import type { KeptEngagement } from '../concerns/engagement.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import type { ConcernId } from '../kernel/ids.ts'
import { present } from '../kernel/present.ts'
import type { PlaceOf } from '../places/packed-places.ts'
import { type ReadAroundDeps, readAroundConcern } from './read-around.ts'

export type ReadContentDeps = ReadAroundDeps & {
  readonly readConcern: (concernId: ConcernId) => Promise<StoredConcern | undefined>
  readonly readAssessment: (concernId: ConcernId, number: number) => Promise<Assessment | undefined>
  readonly placeOf: PlaceOf
}

/** A concern with the assessment by which it is told; undefined where either is gone. */
export const readBehind = async (
  { concernId, assessment: number }: { readonly concernId: ConcernId; readonly assessment: number },
  deps: Pick<ReadContentDeps, 'readConcern' | 'readAssessment'>,
): Promise<Behind | undefined> => {
  const [stored, assessment] = await Promise.all([
    deps.readConcern(concernId),
    deps.readAssessment(concernId, number),
  ])
  return stored === undefined || assessment === undefined ? undefined : { stored, assessment }
}

/** What its sender said later of how the subject stands with it, in words. */
type EngagementTold = Pick<KeptEngagement, 'engagement' | 'on' | 'recordedAt'> & {
  readonly label: string
}

/** What may be read of it by this alert: nothing where it has not all of the concern, or is of an adopted child. */
const engagementsIn = (
  alert: Alert,
  { stored, assessment }: Behind,
): readonly EngagementTold[] | undefined => {
  const told = stored.engagements?.filter(({ isTold }) => isTold) ?? []
  const isInFull = tellsEngagement({ ...alert, decision: assessment.decision.decision })
  return told.length === 0 || !isInFull
    ? undefined
    : told.map(({ engagement, on, recordedAt }) => ({
        engagement,
        label: engagements[engagement],
        on,
        recordedAt,
      }))
}

/** What is told of one concern, as its reader may read it now. */
type Told = {
  readonly content: AlertContent
  /** That its sender took it back, and why. */
  readonly withdrawal?: NonNullable<StoredConcern['withdrawal']>
  /** How its subject has stood with its sender since. */
  readonly engagements?: readonly EngagementTold[]
}

/** The content of an alert and of the notices in it, as its reader may read them now. */
export type AlertRead = Told & {
  /** For words that the sender added later. */
  readonly words: (text: string) => string
  readonly notices: readonly (Told & { readonly at: string })[]
  /** Everybody of whom something is told, for the log. */
  readonly people: readonly string[]
}

type Reading = {
  readonly isLead: boolean
  /** By whom it is not for. */
  readonly inEmergency?: boolean
  readonly deps: ReadContentDeps
  readonly now: Date
}

const readOne = async (
  alert: Alert,
  told: { readonly concernId: ConcernId; readonly assessment: number },
  { isLead, inEmergency, deps, now }: Reading,
): Promise<Omit<AlertRead, 'notices'> | undefined> => {
  const behind = await readBehind(told, deps)
  if (behind === undefined) return undefined
  const surroundings = await readAroundConcern(behind, { isLead, now }, deps)
  const read = { ...alert, isLead, ...(inEmergency === true && { inEmergency }) }
  const words = addedWordsFor(read, behind, surroundings)
  const { withdrawal, concern } = behind.stored
  const { directory } = surroundings
  const { placeOf } = deps
  return {
    content: withHomesElsewhere(contentFor(read, behind, surroundings), concern.authority, {
      directory,
      today: londonDay(now),
      placeOf,
    }),
    words,
    // Of an adopted child nothing else is told.
    people: alert.isOfAdopted === true ? [] : peopleToldOf(behind.assessment),
    ...(withdrawal !== undefined && {
      withdrawal: { ...withdrawal, words: words(withdrawal.words) },
    }),
    ...present({ engagements: engagementsIn(alert, behind) }),
  }
}

/** Makes and redacts what an alert says, from what stands now; undefined where its concern is gone. */
export const readContent = async (
  alert: Alert,
  reading: Reading,
): Promise<AlertRead | undefined> => {
  const { furtherNotices = [] } = alert
  const [own, ...notices] = await Promise.all(
    [alert, ...furtherNotices].map((told) => readOne(alert, told, reading)),
  )
  if (own === undefined) return undefined
  return {
    ...own,
    people: [
      ...alert.children,
      ...own.people,
      ...notices.flatMap((notice) => notice?.people ?? []),
    ],
    notices: notices.flatMap((notice, index) => {
      const at = furtherNotices[index]?.at
      if (notice === undefined || at === undefined) return []
      const { words: _unasked, people: _named, ...toldAgain } = notice
      return [{ at, ...toldAgain }]
    }),
  }
}
