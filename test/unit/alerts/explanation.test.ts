import { describe, expect, it } from 'vitest'
import type { Alert } from '../../../shared/alerts/alert.ts'
import { explanationOf, explanationSchema } from '../../../shared/alerts/explanation.ts'
import type { Assessment } from '../../../shared/assessing/assessment.ts'
import { isOfWhereabouts } from '../../../shared/matching/comparisons/comparisons.ts'

const child = { childId: 'E06000991.C1', relationship: 'MOTHER' }
const anAlert = (content: { children?: object[]; banners?: string[] }): Alert =>
  ({
    alertId: '01a207d9-2100-7000-8000-000000000001',
    authority: 'E06000991',
    content: { children: [child], banners: [], ...content },
  }) as unknown as Alert

const explanation = [
  { comparison: 'prior', level: 'before-looking', bits: -20.5 },
  { comparison: 'given-name', level: 'exact', bits: 9.25 },
  { comparison: 'address', level: 'exact', bits: 10.125 },
  { comparison: 'phone', level: 'different', bits: -1.5 },
]
const candidate = (id: string) => ({ id, weight: -2.625, posterior: 0.1, guards: [], explanation })
const assessment = {
  match: {
    band: 'POSSIBLE',
    incomplete: false,
    modelVersion: 'test',
    confirmed: [],
    candidates: [candidate('E06000991.A1'), candidate('E08000992.A2'), candidate('E06000991.A3')],
  },
} as unknown as Assessment

describe('an explanation', () => {
  it('is, whole, words of ours and bits', () => {
    expect(explanationOf(anAlert({}), assessment.match)).toEqual({
      alertId: '01a207d9-2100-7000-8000-000000000001',
      modelVersion: 'test',
      band: 'POSSIBLE',
      incomplete: false,
      people: ['E06000991.A1', 'E06000991.A3'].map((adultId) => ({
        adultId,
        weight: -2.625,
        posterior: 0.1,
        guards: [],
        waterfall: explanation,
      })),
    })
  })

  it.each([
    ['address', true],
    ['town', true],
    ['phone', true],
    ['email', true],
    ['name-form', false],
    ['given-name', false],
    ['family-name', false],
    ['date-of-birth', false],
    ['identifier', false],
    ['sex', false],
    ['children', false],
    ['prior', false],
    ['given-name-rarity', false],
    ['household', false],
    ['other-candidates', false],
  ])('of %s tells of whereabouts: %s', (comparison, expected) => {
    expect(isOfWhereabouts(comparison)).toBe(expected)
  })

  it('holds the own adults of the alert’s authority, line by line', () => {
    const told = explanationOf(anAlert({}), assessment.match)
    const { people } = explanationSchema.parse(told)
    expect(people).toEqual(told.people)
    expect(people.map(({ adultId }) => adultId)).toEqual(['E06000991.A1', 'E06000991.A3'])
    expect(people[0]?.waterfall).toEqual(explanation)
  })

  it('names no adult where the alert names no child: unmatched, or adopted', () => {
    const { people } = explanationOf(anAlert({ children: [] }), assessment.match)
    expect(people).toHaveLength(2)
    for (const person of people) expect(person).not.toHaveProperty('adultId')
  })

  it('joins the lines about whereabouts where the address is protected', () => {
    const alert = anAlert({ banners: ['PROTECTED_ADDRESS'] })
    const [person] = explanationOf(alert, assessment.match).people
    expect(person?.waterfall).toEqual([
      { comparison: 'prior', level: 'before-looking', bits: -20.5 },
      { comparison: 'given-name', level: 'exact', bits: 9.25 },
      { comparison: 'whereabouts', level: 'protected', bits: 8.625 },
    ])
  })
})
