import { describe, expect, it } from 'vitest'
import type { Alert } from '../../../shared/alerts/alert.ts'
import type { Assessment } from '../../../shared/assessing/assessment.ts'
import { explainAlert } from '../../../shared/casework/explain-alert.ts'
import { alertIdSchema, childIdSchema } from '../../../shared/kernel/ids.ts'
import { aConcernId, anId } from '../../builders/a-stored-concern.ts'
import { anAlert } from '../../builders/an-alert.ts'
import { aCandidate, anAssessment } from '../../builders/an-assessment.ts'
import { northmoor, westmarch } from '../../builders/clients.ts'
import { aTrace, byOf, refusalOf, saidOf } from '../../builders/ports.ts'

const base = anAlert()
const child = { childId: childIdSchema.parse('E06000991.C1'), relationship: 'MOTHER' }
const alert = { ...base, content: { ...base.content, children: [child] } }
const { match } = anAssessment()
const candidates = [aCandidate('E06000991.A1001'), aCandidate('E08000992.A7')]
const assessment = anAssessment({}, { match: { ...match, candidates } })

const explaining = async (
  { found = alert, behind = assessment }: { found?: Alert | null; behind?: Assessment | null },
  caller = westmarch,
) => {
  const { recording, port, done, said } = aTrace()
  const result = await explainAlert(
    { by: byOf(caller), alertId: alertIdSchema.parse(anId(2)) },
    {
      ...recording,
      read: port('read', () => found ?? undefined),
      assessmentBehind: port('assessmentBehind', () => behind ?? undefined),
    },
  )
  return { result, done, said }
}

describe('explaining an alert', () => {
  it('shows the caller’s own adults, and is recorded before, under each of them', async () => {
    const { result, done, said } = await explaining({})
    expect(result).toMatchObject({
      kind: 'found',
      explanation: { alertId: anId(2), people: [{ adultId: 'E06000991.A1001' }] },
    })
    expect(done).toEqual(['read', 'assessmentBehind', 'record'])
    expect(said()).toEqual([
      saidOf(westmarch, 'EXPLANATION_READ', {
        subjects: [anId(2), aConcernId(), 'E06000991.A1001'],
        codes: { modelVersion: 'model-1' },
      }),
    ])
  })

  it('is refused to another authority, which leaves an entry', async () => {
    const { result, done, said } = await explaining({}, northmoor)
    expect([result, done]).toEqual([{ kind: 'not-theirs' }, ['read', 'record']])
    expect(said()).toEqual([refusalOf(northmoor, 'alert.read')])
  })

  it.each([
    ['no alert', { found: null }, ['read']],
    ['no assessment behind it', { behind: null }, ['read', 'assessmentBehind']],
  ])('finds nothing where there is %s, and records nothing', async (_, there, expected) => {
    const { result, done } = await explaining(there)
    expect([result, done]).toEqual([{ kind: 'not-found' }, expected])
  })
})
