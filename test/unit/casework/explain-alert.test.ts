import { describe, expect, it } from 'vitest'
import {
  northmoor as northmoorCode,
  westmarch as westmarchCode,
} from '../../../infra/stages/local.ts'
import type { Alert } from '../../../shared/alerts/alert.ts'
import type { Assessment } from '../../../shared/assessing/assessment.ts'
import { explainAlert } from '../../../shared/casework/explain-alert.ts'
import { alertIdSchema } from '../../../shared/kernel/ids.ts'
import { aConcernId, anId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { anAlert } from '../../builders/an-alert.ts'
import { aCandidate, aMatch, anAssessment } from '../../builders/an-assessment.ts'
import { knownFamily } from '../../builders/assessing.ts'
import { northmoor, reviewLead, westmarch } from '../../builders/clients.ts'
import { aTrace, byOf, saidOf } from '../../builders/ports.ts'

const explanation = [
  { comparison: 'address', level: 'same', bits: 4 },
  { comparison: 'phone', level: 'same', bits: 3 },
]
const candidates = [
  aCandidate(`${westmarchCode}.A1001`, { explanation }),
  aCandidate(`${northmoorCode}.A7`),
]
const assessment = anAssessment(
  {},
  { matches: [{ person: 'subject', kind: 'adult', match: aMatch('CONFIRMED', { candidates }) }] },
)

const explaining = async (
  {
    found = anAlert(),
    behind = assessment,
    status = 'IN_NEED',
  }: {
    found?: Alert | null
    behind?: Assessment | null
    status?: 'IN_NEED' | 'ADOPTED'
  },
  caller = westmarch,
) => {
  const { recording, port, done, said } = aTrace()
  const { around } = await knownFamily({ status: { code: status } })
  const result = await explainAlert(
    { by: byOf(caller), alertId: alertIdSchema.parse(anId(2)) },
    {
      ...recording,
      alertsAbout: port('alertsAbout', () => []),
      readAlert: port('readAlert', () => found ?? undefined),
      readConcern: () => Promise.resolve(aStoredConcern()),
      readAssessment: port('readAssessment', () => behind ?? undefined),
      placeOf: () => undefined,
      readProtectors: () => Promise.resolve([]),
      gatherAround: () => Promise.resolve(around),
      readConcerns: () => Promise.resolve([]),
    },
  )
  return { result, done, said }
}

describe('explaining an alert', () => {
  it('shows the caller’s own people, and is recorded before, under each of them', async () => {
    const { result, done, said } = await explaining({})
    expect(result).toMatchObject({
      kind: 'found',
      explanation: {
        alertId: anId(2),
        people: [{ person: 'subject', considered: [{ id: `${westmarchCode}.A1001` }] }],
      },
    })
    expect(JSON.stringify(result)).not.toContain(northmoorCode)
    expect(done).toEqual(['readAlert', 'readAssessment', 'record'])
    expect(said()).toEqual([
      saidOf(westmarch, 'EXPLANATION_READ', {
        subjects: [anId(2), aConcernId(), `${westmarchCode}.A1001`],
        codes: { modelVersion: 'model-1' },
      }),
    ])
  })

  it('says of whereabouts one sum, whoever is hidden by now', async () => {
    const { result } = await explaining({})
    expect(result).toMatchObject({
      explanation: {
        people: [
          {
            considered: [
              { waterfall: [{ comparison: 'whereabouts', level: 'protected', bits: 7 }] },
            ],
          },
        ],
      },
    })
  })

  it('says nothing of a child who has been adopted since', async () => {
    const child = {
      person: 'children/0' as const,
      kind: 'child' as const,
      match: aMatch('CONFIRMED', {
        confirmed: [`${westmarchCode}.C1`],
        candidates: [aCandidate(`${westmarchCode}.C1`)],
      }),
    }
    const behind = { ...assessment, matches: [...assessment.matches, child] }
    const known = await explaining({ behind })
    expect(JSON.stringify(known.result)).toContain(`${westmarchCode}.C1`)
    const adopted = await explaining({ behind, status: 'ADOPTED' })
    expect(JSON.stringify(adopted.result)).not.toContain(`${westmarchCode}.C1`)
  })

  it.each([
    [anAlert(), northmoor],
    [anAlert({ isLeadsOnly: true }), westmarch],
  ])('is refused to whom the alert is not for', async (found, caller) => {
    const { result, done } = await explaining({ found }, caller)
    expect([result, done]).toEqual([{ kind: 'not-theirs' }, ['readAlert']])
  })

  it('is for the lead where the alert is the lead’s alone', async () => {
    const { result } = await explaining({ found: anAlert({ isLeadsOnly: true }) }, reviewLead)
    expect(result.kind).toBe('found')
  })

  it.each([
    ['no alert', { found: null }, ['readAlert']],
    ['no assessment behind it', { behind: null }, ['readAlert', 'readAssessment']],
  ])('finds nothing where there is %s, and records nothing', async (_, there, expected) => {
    const { result, done } = await explaining(there)
    expect([result, done]).toEqual([{ kind: 'not-found' }, expected])
  })
})
