import { describe, expect, it } from 'vitest'
import { northmoor, westmarch } from '../../../infra/stages/local.ts'
import { explanationOf, explanationSchema } from '../../../shared/alerts/explanation.ts'
import { isOfWhereabouts } from '../../../shared/matching/comparisons/of-whereabouts.ts'
import { anAlert } from '../../builders/an-alert.ts'
import { aCandidate, aMatch } from '../../builders/an-assessment.ts'

const explanation = [
  { comparison: 'prior', level: 'before-looking', bits: -20.5 },
  { comparison: 'given-name', level: 'exact', bits: 9.25 },
  { comparison: 'address', level: 'exact', bits: 10.125 },
  { comparison: 'phone', level: 'different', bits: -1.5 },
]
const candidates = [`${westmarch}.A1`, `${northmoor}.A2`, `${westmarch}.A3`].map((id) =>
  aCandidate(id, { weight: -2.625, posterior: 0.1, explanation }),
)
const possible = { person: 'subject', match: aMatch('POSSIBLE', { candidates }) } as const
const childOf = (at: 0 | 1, ...ids: string[]) => ({
  person: `children/${at}` as const,
  match: aMatch('CONFIRMED', { confirmed: ids, candidates: ids.map((id) => aCandidate(id)) }),
})
const open = { hidesPlaces: false }

describe('an explanation', () => {
  it('is, whole, words of ours and bits, of the own people of the alert’s authority', () => {
    const told = explanationOf(anAlert(), [possible], open)
    expect(told).toEqual({
      alertId: anAlert().alertId,
      modelVersion: 'model-1',
      people: [
        {
          person: 'subject',
          band: 'MANY',
          incomplete: false,
          considered: [`${westmarch}.A1`, `${westmarch}.A3`].map((id) => ({
            id,
            weight: -2.625,
            posterior: 0.1,
            guards: [],
            waterfall: explanation,
          })),
        },
      ],
    })
    expect(explanationSchema.parse(told)).toEqual(told)
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

  it('joins the lines about whereabouts where they are hidden, and still adds up', () => {
    const [person] = explanationOf(anAlert(), [possible], { hidesPlaces: true }).people
    expect(person?.considered[0]?.waterfall).toEqual([
      { comparison: 'prior', level: 'before-looking', bits: -20.5 },
      { comparison: 'given-name', level: 'exact', bits: 9.25 },
      { comparison: 'whereabouts', level: 'protected', bits: 8.625 },
    ])
  })

  it.each([
    ['confirmed here', aMatch(), 'CONFIRMED'],
    ['confirmed elsewhere', aMatch('CONFIRMED', { confirmed: [`${northmoor}.A2`] }), 'NONE'],
    ['nobody', aMatch('NONE'), 'NONE'],
    ['possible here', aMatch('POSSIBLE'), 'POSSIBLE'],
    ['many, one of them here', aMatch('MANY'), 'POSSIBLE'],
    ['possible elsewhere', aMatch('POSSIBLE', { candidates: candidates.slice(1, 2) }), 'NONE'],
  ] as const)(
    'says of a person %s what that comes to on its own register',
    (...[, match, band]) => {
      const { people } = explanationOf(anAlert(), [{ person: 'subject', match }], open)
      expect(people[0]?.band).toBe(band)
    },
  )
})

describe('an adopted child in an explanation', () => {
  const adopted = new Set([`${westmarch}.C9`])
  const matches = [childOf(0, `${westmarch}.C9`), childOf(1, `${westmarch}.C1`)]

  it('is nobody, and leaves no gap where it stood', () => {
    const { people } = explanationOf(anAlert(), matches, { ...open, adopted })
    expect(people.map(({ person }) => person)).toEqual(['children/0'])
    expect(JSON.stringify(people)).not.toContain('C9')
  })

  it('is not told of as somebody whom another child was compared with', () => {
    const match = aMatch('CONFIRMED', {
      confirmed: [`${westmarch}.C1`],
      candidates: [aCandidate(`${westmarch}.C1`), aCandidate(`${westmarch}.C9`)],
    })
    const { people } = explanationOf(anAlert(), [{ person: 'children/0', match }], {
      ...open,
      adopted,
    })
    expect(people[0]?.considered.map(({ id }) => id)).toEqual([`${westmarch}.C1`])
  })

  it('is all that its own authority’s alert explains, by no id', () => {
    const alert = anAlert({ isOfAdopted: true })
    const { people } = explanationOf(alert, [possible, ...matches], { ...open, adopted })
    expect(people.map(({ person }) => person)).toEqual(['children/0'])
    expect(people[0]?.considered[0]).not.toHaveProperty('id')
  })
})
