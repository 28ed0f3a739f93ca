import type { Assessment } from '../../shared/assessing/assessment.ts'
import { childIdSchema } from '../../shared/kernel/ids.ts'
import { decideUnder } from '../../shared/sharing/decide.ts'
import type { Facts } from '../../shared/sharing/facts.ts'
import { policyOn } from '../../shared/sharing/policies.ts'
import { someFacts } from '../unit/sharing/facts.ts'
import { aConcernId } from './a-stored-concern.ts'

type Candidate = Assessment['match']['candidates'][number]

/** A candidate of the match index, as a match records it. */
export const aCandidate = (id: string, change: Partial<Candidate> = {}): Candidate => ({
  id,
  weight: 12,
  posterior: 0.9,
  guards: [],
  explanation: [{ comparison: 'postcode', level: 'same', bits: 4 }],
  ...change,
})

/** The assessment of `aStoredConcern` as these facts decide it: by default the family is known, and it was shared. */
export const anAssessment = (
  facts: Partial<Facts> = {},
  change: Partial<Assessment> = {},
): Assessment => {
  const all = someFacts(facts)
  return {
    concernId: aConcernId(),
    number: 1,
    cause: 'received',
    assessedAt: '2026-11-23T09:00:00.000Z',
    match: {
      band: all.match,
      incomplete: false,
      modelVersion: 'model-1',
      confirmed: all.match === 'CONFIRMED' ? ['E06000991.A1001'] : [],
      candidates: all.match === 'NONE' ? [] : [aCandidate('E06000991.A1001')],
    },
    facts: all,
    decision: decideUnder(policyOn('2026-11-23'), all),
    matched:
      all.match === 'CONFIRMED'
        ? [
            {
              childId: childIdSchema.parse('E06000991.C1'),
              relationship: 'MOTHER',
              authority: 'E06000991',
              ageMonths: 93,
            },
          ]
        : [],
    contributing: [],
    agreements: [],
    alertIds: [],
    ...change,
  }
}
