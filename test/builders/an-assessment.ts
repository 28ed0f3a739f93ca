import { westmarch } from '../../infra/stages/local.ts'
import type { Assessment } from '../../shared/assessing/assessment.ts'
import type { JoinedChild } from '../../shared/household/joined-child.ts'
import { childIdSchema } from '../../shared/kernel/ids.ts'
import { decideUnder } from '../../shared/sharing/decide.ts'
import type { Facts } from '../../shared/sharing/facts.ts'
import { policyOn } from '../../shared/sharing/policies.ts'
import { someFacts } from '../unit/sharing/facts.ts'
import { aConcernId } from './a-stored-concern.ts'

type Match = Assessment['matches'][number]['match']
type Candidate = Match['candidates'][number]

/** A candidate of the match index, as a match records it. */
export const aCandidate = (id: string, change: Partial<Candidate> = {}): Candidate => ({
  id,
  weight: 12,
  posterior: 0.9,
  guards: [],
  explanation: [{ comparison: 'postcode', level: 'same', bits: 4 }],
  ...change,
})

/** A match of this band with one candidate, where there is any. */
export const aMatch = (band: Match['band'] = 'CONFIRMED', change: Partial<Match> = {}): Match => ({
  band,
  incomplete: false,
  modelVersion: 'model-1',
  confirmed: band === 'CONFIRMED' ? [`${westmarch}.A1001`] : [],
  candidates: band === 'NONE' ? [] : [aCandidate(`${westmarch}.A1001`)],
  ...change,
})

/** A known child joined to a concern through its subject. */
export const aJoinedChild = (change: Partial<JoinedChild> = {}): JoinedChild => ({
  childId: childIdSchema.parse(`${westmarch}.C1`),
  authority: westmarch,
  why: 'RELATED',
  relationships: [{ adult: 'subject', relationship: 'MOTHER' }],
  openStatus: null,
  ageMonths: 93,
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
    assessedAt: '2026-11-26T09:00:00.000Z',
    matches: [{ person: 'subject', kind: 'adult', match: aMatch(all.match) }],
    facts: all,
    decision: decideUnder(policyOn('2026-11-26'), all),
    joined: all.match === 'CONFIRMED' ? [aJoinedChild()] : [],
    contributing: [],
    agreements: [],
    recipients: [],
    ...change,
  }
}
