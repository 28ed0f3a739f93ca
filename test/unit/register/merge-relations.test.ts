import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import { isInForce } from '../../../shared/register/merge-relations.ts'
import { anAdult } from '../../builders/a-child.ts'
import { afterChange, emptyRegister, planned } from '../../builders/a-registered-family.ts'

type Change = NonNullable<Parameters<typeof planned>[0]>

/** The relations of a child of whom these were told, one after the other. */
const relationsOf = async (...tellings: readonly Change[]) => {
  let register = emptyRegister
  for (const change of tellings)
    register = afterChange(register, await planned(change, { before: register }))
  return register.child.record?.adults ?? []
}
const father = (change: Partial<ReturnType<typeof anAdult>> = {}) =>
  anAdult({ id: 'A2', relationship: 'FATHER', livesWithChild: 'NO', ...change })

describe('a relationship', () => {
  it('stays when it is not told again, and stands in the order in which it was first told', async () => {
    const told = await relationsOf({}, { adults: [father()] }, { adults: [] })
    expect(told.map(({ adultId }) => adultId)).toEqual([`${westmarch}.A1001`, `${westmarch}.A2`])
  })

  it('keeps who lives with the child and who is responsible where that is unknown now', async () => {
    const unknown = { livesWithChild: 'UNKNOWN', parentalResponsibility: 'UNKNOWN' } as const
    expect(await relationsOf({}, { adults: [anAdult(unknown)] })).toMatchObject([
      { livesWithChild: 'YES', parentalResponsibility: 'YES' },
    ])
  })

  it('ends on the day that is told, and is in force again when it is told without one', async () => {
    const ended = { adults: [father({ relationshipEndedOn: '2026-06-01' })] }
    const [over] = await relationsOf(ended)
    expect(over?.relationshipEndedOn).toBe('2026-06-01')
    expect((await relationsOf(ended, { adults: [] }))[0]?.relationshipEndedOn).toBe('2026-06-01')
    expect((await relationsOf(ended, { adults: [father()] }))[0]?.relationshipEndedOn).toBe(
      undefined,
    )
  })

  it.each([
    [undefined, true],
    ['2026-11-23', false],
    ['2026-11-24', true],
    ['2026-06-01', false],
  ])('that ends on %s is in force on 23 November: %s', (relationshipEndedOn, inForce) => {
    const relation = relationshipEndedOn === undefined ? {} : { relationshipEndedOn }
    expect(isInForce(relation, '2026-11-23')).toBe(inForce)
  })
})
