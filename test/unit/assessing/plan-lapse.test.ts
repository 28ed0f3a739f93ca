import { describe, expect, it } from 'vitest'
import { stepAfter } from '../../../shared/assessing/later-plan.ts'
import { planLapse } from '../../../shared/assessing/plan-lapse.ts'
import { anId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { aCandidate, anAssessment } from '../../builders/an-assessment.ts'
import { now } from '../../builders/ports.ts'

const step = stepAfter({ number: 3 }, 'lapsed', { now, newId: () => anId(9) })
const lapseOf = (previous: ReturnType<typeof anAssessment>) =>
  planLapse(aStoredConcern({ state: 'IN_REVIEW' }), { previous, earlier: [] }, step)

describe('a passed due day', () => {
  it('is the next assessment of its concern', () => {
    expect(step).toMatchObject({ number: 4, cause: 'lapsed', now })
  })

  it('makes of a review what the table says, on the same facts and match', () => {
    const previous = anAssessment({ consent: 'REFUSED' })
    const plan = lapseOf(previous)
    expect(plan?.assessment).toMatchObject({
      number: 4,
      cause: 'lapsed',
      assessedAt: now.toISOString(),
      facts: previous.facts,
      match: previous.match,
      decision: { rule: 'R12', decision: 'SHARE_MINIMAL' },
    })
    expect(plan?.alerts.map(({ authority }) => authority)).toEqual(['E06000991'])
  })

  it('makes nothing of what only expires', () => {
    expect(lapseOf(anAssessment({ harm: 'H1', consent: null }))).toBeUndefined()
  })

  it('lets a confirmed match stand that another authority never answered for', () => {
    const possible = anAssessment({ match: 'POSSIBLE' })
    const match = {
      ...possible.match,
      confirmed: ['E06000991.A1001'],
      candidates: [aCandidate('E06000991.A1001', { settled: 'same' }), aCandidate('E08000992.A7')],
    }
    expect(possible.decision.rule).toBe('R8')
    expect(lapseOf({ ...possible, match })?.assessment).toMatchObject({
      match: { band: 'CONFIRMED', confirmed: ['E06000991.A1001'] },
      facts: { match: 'CONFIRMED' },
      decision: { rule: 'R10', decision: 'SHARE' },
    })
  })

  it('confirms nobody where nobody was confirmed', () => {
    const open = anAssessment({ match: 'POSSIBLE' })
    const lapsed = lapseOf(open)
    expect(lapsed?.assessment.match).toEqual(open.match)
    expect(lapsed?.assessment.decision.rule).toBe('R8')
  })
})
