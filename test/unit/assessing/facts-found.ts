import { type Found, factsOf } from '../../../shared/assessing/facts-of.ts'
import { chronologyEntrySchema } from '../../../shared/chronology/entry.ts'
import type { OutcomeCode } from '../../../shared/codes/outcomes.ts'
import type { JoinedChild } from '../../../shared/household/joined-child.ts'
import type { StoredChild } from '../../../shared/register/stored.ts'
import type { Facts } from '../../../shared/sharing/facts.ts'
import { anEntry } from '../../builders/a-chronology-entry.ts'
import { aStoredConcern } from '../../builders/a-stored-concern.ts'
import { aJoinedChild } from '../../builders/an-assessment.ts'

export const now = new Date('2026-11-23T10:00:00.000Z')
export const today = '2026-11-23'

export const nobodyFound: Found = {
  band: 'NONE',
  confirmed: { adults: [], children: [] },
  joined: [],
  around: { adults: [], children: [] },
  past: [],
  entries: [],
  accumulation: { combination: false, threeInThree: false, contributing: [] },
  isCommissioned: false,
}

type Sent = Parameters<typeof aStoredConcern>[1]

/** The facts of what was sent, where this was found around its people. */
export const factsFound = (sent: Sent = {}, found: Partial<Found> = {}): Facts =>
  factsOf(aStoredConcern({}, sent), { ...nobodyFound, ...found }, { now, today })

/** Children joined, and their records. */
export const joinedTo = (
  child: StoredChild,
  change: Partial<JoinedChild> = {},
): Pick<Found, 'joined' | 'around'> => ({
  joined: [aJoinedChild({ childId: child.childId, ...change })],
  around: { adults: [], children: [child] },
})

/** An outcome in the chronology of a child. */
export const outcomeOf = (
  childId: StoredChild['childId'],
  outcome: OutcomeCode,
  recordedAt: string,
): Found['entries'] => {
  const { told: _, ...codes } = anEntry({ kind: 'OUTCOME', outcome, recordedAt })
  const source = { kind: 'authority', name: 'Westmarch' } as const
  return [{ childId, entry: chronologyEntrySchema.parse({ ...codes, source }) }]
}
