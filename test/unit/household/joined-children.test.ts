import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import { type Confirmed, joinedChildren } from '../../../shared/household/joined-children.ts'
import { adultIdSchema, childIdSchema } from '../../../shared/kernel/ids.ts'
import type { aChild } from '../../builders/a-child.ts'
import { anAdult } from '../../builders/a-child.ts'
import { aRegisteredFamily } from '../../builders/a-registered-family.ts'

const today = '2026-11-26'
type Change = NonNullable<Parameters<typeof aChild>[0]>
type Address = NonNullable<Change['addresses']>[number]

const elsewhere: Address = { houseNumber: '3', street: 'Elm Court', postcode: 'WM2 2BB' }
const adult = (id: string, change: Parameters<typeof anAdult>[0] = {}) => anAdult({ id, ...change })

/** A register of these children, each with the adults given. */
const register = (...families: readonly (readonly [id: string, change: Change])[]) => {
  const all = families.map(([id, change]) => aRegisteredFamily(change, id))
  const adults = new Map(all.flatMap((one) => one.adults.map((who) => [who.adultId, who])))
  return { adults: [...adults.values()], children: all.map(({ child }) => child) }
}
const confirmed = ({
  adults = [],
  children = [],
}: {
  readonly adults?: readonly string[]
  readonly children?: readonly string[]
}): Confirmed => ({
  adults: adults.map((id, at) => ({
    ref: at === 0 ? 'subject' : 'otherAdults/0',
    adultId: adultIdSchema.parse(`${westmarch}.${id}`),
  })),
  children: children.map((id) => childIdSchema.parse(`${westmarch}.${id}`)),
})
const joined = (who: Parameters<typeof confirmed>[0], around: ReturnType<typeof register>) =>
  joinedChildren(confirmed(who), around, today).map(
    ({ childId, why }) => `${childId.split('.')[1]} ${why}`,
  )

const alone = { addresses: [elsewhere], adults: [adult('B', { addresses: [elsewhere] })] }

describe('the joined children of a concern', () => {
  it('are those named in it and confirmed, though nobody knows an adult', () => {
    expect(joined({ children: ['C1'] }, register(['C1', alone]))).toEqual(['C1 NAMED'])
  })

  it('are children of a confirmed adult, subject or other, and say how each stands to the child', () => {
    const around = register(
      ['C1', { adults: [adult('A'), adult('B', { relationship: 'FATHER' })] }],
      ['C2', { adults: [adult('B', { relationship: 'STEP_PARENT', livesWithChild: 'NO' })] }],
    )
    expect(joinedChildren(confirmed({ adults: ['A', 'B'] }), around, today)).toMatchObject([
      {
        childId: `${westmarch}.C1`,
        authority: westmarch,
        why: 'RELATED',
        openStatus: 'PROTECTION_PLAN',
        relationships: [
          { adult: 'subject', relationship: 'MOTHER' },
          { adult: 'otherAdults/0', relationship: 'FATHER' },
        ],
      },
      {
        childId: `${westmarch}.C2`,
        why: 'RELATED',
        relationships: [{ adult: 'otherAdults/0', relationship: 'STEP_PARENT' }],
      },
    ])
  })

  it.each([
    ['has ended', '2026-11-26', []],
    ['ends tomorrow', '2026-11-27', ['C1 RELATED']],
  ])('are not of an adult whose relationship %s', (...[, relationshipEndedOn, expected]) => {
    const around = register([
      'C1',
      { addresses: [], adults: [adult('A', { relationshipEndedOn, addresses: [elsewhere] })] },
    ])
    expect(joined({ adults: ['A'] }, around)).toEqual(expected)
  })

  it('stand once, for the surest reason, the surest and gravest first', () => {
    const around = register(
      ['C3', { adults: [adult('B')], status: { code: 'IN_NEED', from: '2026-03-02' } }],
      ['C2', { adults: [adult('A')], status: { code: 'CLOSED', from: '2026-03-02' } }],
      ['C1', { adults: [adult('A')] }],
      ['C4', { adults: [adult('A')], status: { code: 'CLOSED', from: '2026-03-02' } }],
    )
    expect(joined({ adults: ['A'], children: ['C4'] }, around)).toEqual([
      'C4 NAMED',
      'C1 RELATED',
      'C2 RELATED',
      'C3 HOME',
    ])
  })

  it('are all of them, however many', () => {
    const many = Array.from({ length: 20 }, (_, at): [string, Change] => [
      `C${at}`,
      { adults: [adult('A')] },
    ])
    expect(joined({ adults: ['A'] }, register(...many))).toHaveLength(20)
  })
})

describe('a child of the same home', () => {
  const named: readonly [string, Change] = ['C1', { adults: [adult('A')] }]

  it('lives with an adult who lives with one who is named', () => {
    const around = register(named, [
      'C2',
      { addresses: [], adults: [adult('A', { addresses: [] })] },
    ])
    expect(joined({ children: ['C1'] }, around)).toEqual(['C1 NAMED', 'C2 HOME'])
  })

  it('does not where the adult is known to live with one of them only', () => {
    const around = register(
      ['C1', { addresses: [], adults: [adult('A', { addresses: [] })] }],
      ['C2', { addresses: [], adults: [adult('A', { addresses: [], livesWithChild: 'NO' })] }],
    )
    expect(joined({ children: ['C1'] }, around)).toEqual(['C1 NAMED'])
  })

  it('lives at the address of a confirmed adult, who is none of its relations', () => {
    const around = register(
      ['C1', { addresses: [elsewhere], adults: [adult('A')] }],
      ['C2', { adults: [adult('B')] }],
    )
    expect(joined({ adults: ['A'] }, around)).toEqual(['C1 RELATED', 'C2 HOME'])
  })

  it('is not one of the same old address', () => {
    const past = { ...elsewhere, to: '2026-01-01' }
    const around = register(['C1', { adults: [adult('A', { addresses: [past] })] }], ['C2', alone])
    expect(joined({ adults: ['A'] }, around)).toEqual(['C1 RELATED'])
  })

  it('is not one of a hostel in which both live', () => {
    const hostel = { houseNumber: 'Quay Hostel', street: 'Kiln Road', postcode: 'WM1 4AB' }
    const lives = (id: string) => ({
      addresses: [hostel],
      adults: [adult(id, { addresses: [hostel] })],
    })
    const around = register(['C1', lives('A')], ['C2', lives('B')])
    expect(joined({ children: ['C1'] }, around)).toEqual(['C1 NAMED'])
  })
})

describe('an adopted child', () => {
  const adopted = { status: { code: 'ADOPTED' as const, from: '2025-01-01' } }

  it('is never joined through a birth parent, nor by a home', () => {
    const around = register(['C1', { ...adopted, adults: [adult('A')] }])
    expect(joined({ adults: ['A'] }, around)).toEqual([])
  })

  it('is joined where it is itself named and confirmed, and marked', () => {
    const around = register(['C1', { ...adopted, adults: [adult('A')] }])
    expect(joinedChildren(confirmed({ children: ['C1'] }), around, today)).toMatchObject([
      { childId: `${westmarch}.C1`, why: 'NAMED', isAdopted: true },
    ])
  })

  it('brings in no child of the birth family', () => {
    const around = register(
      ['C1', { ...adopted, adults: [adult('A')] }],
      ['C2', { adults: [adult('A')] }],
    )
    expect(joined({ children: ['C1'] }, around)).toEqual(['C1 NAMED'])
  })

  it('takes nothing from its brothers and sisters', () => {
    const around = register(
      ['C1', { ...adopted, adults: [adult('A')] }],
      ['C2', { adults: [adult('A')] }],
    )
    expect(joined({ adults: ['A'] }, around)).toEqual(['C2 RELATED'])
  })
})
