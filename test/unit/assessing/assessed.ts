import { westmarch } from '../../../infra/stages/local.ts'
import { assess, type Household } from '../../../shared/assessing/assess.ts'
import {
  type AssessmentCommit,
  type CommitContext,
  commitOf,
} from '../../../shared/assessing/commit-plan.ts'
import { recorderFor } from '../../../shared/audit/audit-entry.ts'
import type { StoredConcern } from '../../../shared/concerns/stored-concern.ts'
import { nothingAgreed } from '../../builders/a-directory.ts'
import { aFamily } from '../../builders/a-family.ts'
import { anId } from '../../builders/a-stored-concern.ts'
import { aCandidate, aMatch } from '../../builders/an-assessment.ts'
import { nobodyAround, noSendersPast } from '../../builders/no-past.ts'
import { now } from '../../builders/ports.ts'

const mother = `${westmarch}.A1001`

/** What was found around the subject: her family, nobody, or somebody who may be her. */
export const familyKnown = async (
  change: Parameters<typeof aFamily>[0] = {},
): Promise<Household> => ({
  holder: westmarch,
  matches: [
    { person: 'subject', kind: 'adult', match: aMatch('CONFIRMED', { confirmed: [mother] }) },
  ],
  around: await aFamily(change),
  sender: noSendersPast,
})
export const familyUnknown: Household = {
  holder: westmarch,
  matches: [{ person: 'subject', kind: 'adult', match: aMatch('NONE') }],
  around: nobodyAround,
  sender: noSendersPast,
}
export const familyUnsure = (id = mother): Household => ({
  ...familyUnknown,
  matches: [
    {
      person: 'subject',
      kind: 'adult',
      match: aMatch('POSSIBLE', { candidates: [aCandidate(id)] }),
    },
  ],
})

/** Commits an assessment of this concern, with ids that are distinct. */
export const committed = (
  stored: StoredConcern,
  household: Household,
  {
    at = now,
    ...standing
  }: Partial<CommitContext> & {
    readonly at?: Date
  } = {},
): AssessmentCommit => {
  let issued = 100
  const newId = (): string => {
    issued += 1
    return anId(issued)
  }
  const assessed = assess(stored, household, { now: at, cause: 'received' })
  const made = commitOf(stored, assessed, {
    alerts: [],
    reviews: [],
    resent: [],
    agreedWith: nothingAgreed,
    now: at,
    newId,
    record: recorderFor({ actor: 'assess-concern' }, at, newId),
    ...standing,
  })
  return { ...made, restsOn: { records: [], newestChange: undefined } }
}
