import { describe, expect, it } from 'vitest'
import { beforeOf, laterPlan } from '../../../shared/assessing/later-plan.ts'
import { ownOnly, previewOf } from '../../../shared/assessing/preview.ts'
import { childIdSchema, reviewIdSchema } from '../../../shared/kernel/ids.ts'
import { anEntry } from '../../builders/a-chronology-entry.ts'
import { aConcernId, anId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { anAssessment } from '../../builders/an-assessment.ts'

const now = new Date('2026-11-25T10:00:00.000Z')
const childId = childIdSchema.parse('E06000991.C1')
const answered = reviewIdSchema.parse(anId(4))
const contribution = {
  concernId: aConcernId(6),
  eventOn: '2026-10-01',
  agencyName: 'Harbour',
  domains: ['mental-health' as const],
}
const step = { number: 2, cause: 'lapsed' as const, now, newId: () => anId(7) }

describe('a further assessment', () => {
  it('starts from what may now be seen of the children of the one before', async () => {
    const asked: (readonly string[])[] = []
    const earlier = [{ childId, entry: anEntry({ entryId: anId(3) }) }]
    const previous = anAssessment()
    const before = await beforeOf(previous, (childIds) => {
      asked.push(childIds)
      return Promise.resolve(earlier)
    })
    expect(before).toEqual({ previous, earlier })
    expect(asked).toEqual([[childId]])
  })

  it('keeps the people found, and is decided as the step says', () => {
    const previous = anAssessment(
      { consent: 'REFUSED' },
      { contributing: [contribution], answered },
    )
    const { decision } = anAssessment()
    const entry = anEntry({ entryId: anId(3) })
    const plan = laterPlan(
      aStoredConcern(),
      { previous, earlier: [{ childId, entry }], decision },
      step,
    )
    const { answered: _, ...rest } = previous
    expect(plan.assessment).toStrictEqual({
      ...rest,
      decision,
      number: 2,
      cause: 'lapsed',
      assessedAt: '2026-11-25T10:00:00.000Z',
      alertIds: [anId(7)],
    })
    expect(plan).toMatchObject({ merged: [], chronologies: [], unchanged: [] })
    expect(plan.alerts).toHaveLength(1)
    expect(plan.alerts[0]?.content).toMatchObject({
      accumulation: { contributing: [contribution] },
      earlier: [{ entryId: anId(3) }],
      children: [{ childId }],
    })
  })

  it('takes other facts and another match where the step has them, and the review answered', () => {
    const previous = anAssessment({ match: 'POSSIBLE' })
    const { decision, facts, match } = anAssessment()
    const { assessment } = laterPlan(
      aStoredConcern(),
      { previous, earlier: [], decision, facts, match },
      { ...step, answered },
    )
    expect(assessment).toMatchObject({ facts, match, answered })
  })

  it('tells of a correction of the one before', () => {
    const previous = anAssessment({}, { corrects: aConcernId(3) })
    const earlier = [{ childId, entry: anEntry({ entryId: aConcernId(3) }) }]
    const { decision } = previous
    const { alerts } = laterPlan(aStoredConcern(), { previous, earlier, decision }, step)
    expect(alerts[0]?.content.banners).toEqual(['CORRECTION'])
  })
})

describe('a preview', () => {
  const candidate = (id: string) => ({
    id,
    weight: 3,
    posterior: 0.8,
    guards: ['one-name-only'],
    explanation: [{ comparison: 'address', level: 'home', bits: 3 }],
  })
  const candidates = [candidate('E06000991.A1'), candidate('E08000992.A2')]
  const planOf = (facts: Parameters<typeof anAssessment>[0]) => {
    const previous = anAssessment(facts)
    const { decision, match } = previous
    return laterPlan(
      aStoredConcern(),
      { previous, earlier: [], decision, match: { ...match, candidates } },
      step,
    )
  }

  it('is, whole, what would happen and why, with no value of anybody’s record', () => {
    const plan = planOf({})
    const { id: _f, ...facts } = plan.assessment.facts
    const { id: _d, ...decision } = plan.assessment.decision
    expect(previewOf(plan, 'E06000991')).toStrictEqual({
      match: {
        band: 'CONFIRMED',
        incomplete: false,
        modelVersion: 'model-1',
        people: [
          {
            adultId: 'E06000991.A1',
            weight: 3,
            posterior: 0.8,
            guards: ['one-name-only'],
            waterfall: [{ comparison: 'whereabouts', level: 'protected', bits: 3 }],
          },
        ],
      },
      facts,
      decision,
      contributing: [],
      alerts: [
        {
          authority: 'E06000991',
          kind: 'matched',
          fields: Object.keys(plan.alerts[0]?.content ?? {}),
          protected: [],
        },
      ],
    })
  })

  it('says what a person would be asked', () => {
    expect(previewOf(planOf({ consent: 'REFUSED' }), 'E06000991').review).toEqual({
      kind: 'refused-consent',
      asks: 'Is it proportionate to override the refusal and share the least that is needed?',
    })
    expect(previewOf(planOf({ harm: 'H0' }), 'E06000991')).not.toHaveProperty('review')
  })

  it('knows the adults of one register only', () => {
    const gathered = {
      adults: [],
      children: [],
      chronologies: [],
      agreements: [],
      incomplete: true,
      confirmedInTrial: 3,
    }
    const adult = (adultId: string) =>
      ({ adultId, version: 1 }) as unknown as (typeof gathered.adults)[number]
    const both = { ...gathered, adults: [adult('E06000991.A1'), adult('E08000992.A2')] }
    expect(ownOnly(both, 'E08000992')).toEqual({ ...gathered, adults: [adult('E08000992.A2')] })
  })
})
