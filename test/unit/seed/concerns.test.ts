import { describe, expect, it } from 'vitest'
import { seedConcerns } from '../../../local/seed/concerns.ts'
import { concernSchema } from '../../../shared/concerns/concern.ts'
import { contradictionsIn } from '../../../shared/concerns/contradictions-in.ts'
import { gapsIn } from '../../../shared/concerns/gaps-in.ts'
import { ruleIds } from '../../../shared/sharing/decision.ts'

const today = new Date('2026-11-27T10:00:00Z')
const concerns = seedConcerns({ today })

describe('the concerns of the seed', () => {
  it('have a key each, after those they build on', () => {
    expect(new Set(concerns.map(({ key }) => key)).size).toBe(concerns.length)
    for (const [at, { after = [] }] of concerns.entries())
      for (const key of after)
        expect(concerns.slice(0, at).map((before) => before.key)).toContain(key)
  })

  it('are written for every row of the table that a concern can meet', () => {
    const written = concerns.flatMap(({ expects: { rule, raisedBy = [] } }) => [rule, ...raisedBy])
    expect(ruleIds.filter((id) => id !== 'R0' && !written.includes(id))).toEqual([])
  })

  it.each(concerns)('$key is whole and contradicts nothing', ({ concern }) => {
    const sent = concernSchema.parse(JSON.parse(JSON.stringify(concern)))
    expect(gapsIn(sent)).toEqual([])
    expect(contradictionsIn(sent, '2026-11-27')).toEqual([])
  })

  it('tell of other adults, a pregnancy, a conflict, a correction and a withdrawal', () => {
    const sent = concerns.map(({ concern }) => concern)
    expect(sent.some(({ otherAdults = [] }) => otherAdults.length > 0)).toBe(true)
    expect(sent.some(({ subject }) => subject.pregnancy !== undefined)).toBe(true)
    expect(sent.some(({ conflict }) => conflict !== undefined)).toBe(true)
    expect(concerns.some(({ corrects }) => corrects !== undefined)).toBe(true)
    expect(concerns.some(({ withdrawn }) => withdrawn !== undefined)).toBe(true)
  })

  it('name children by birth date and by expected date', () => {
    const children = concerns.flatMap(({ concern }) => concern.children)
    expect(children.some(({ dateOfBirth }) => dateOfBirth !== undefined)).toBe(true)
    expect(
      children.some(({ expectedDateOfDelivery }) => expectedDateOfDelivery !== undefined),
    ).toBe(true)
  })
})
