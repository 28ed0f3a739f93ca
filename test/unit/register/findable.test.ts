import { describe, expect, it } from 'vitest'
import { adultIdSchema, childIdSchema } from '../../../shared/kernel/ids.ts'
import type { IndexKey } from '../../../shared/matching/index-keys.ts'
import { indexKeys } from '../../../shared/matching/index-keys.ts'
import { childSchema } from '../../../shared/register/child.ts'
import { findable } from '../../../shared/register/findable.ts'
import { planChange, type RegisterState } from '../../../shared/register/plan-change.ts'
import { aChild, anAdult } from '../../builders/a-child.ts'

const asText = ({ type, value }: IndexKey): string => `${type}|${value}`
const plain = (keys: readonly IndexKey[]) => Promise.resolve(keys.map(asText))
const adultIds = [adultIdSchema.parse('E06000991.A1001')]
const mother = anAdult({
  phones: ['01632 960123'],
  emails: ['marta@example.org'],
  nhsNumbers: ['9434765919'],
})
/** Kinds that are made of where somebody is or how they are reached. */
const hiddenKinds =
  /^(phone|postcode-token|house-street|name-pair-area|postcode-birth-year|property|email|mailbox|house-day|birth-year-town)\|/

const recorded = async (
  id: string,
  change: Parameters<typeof aChild>[0],
  before: RegisterState = { child: undefined, adults: [] },
) => {
  const child = childSchema.parse(aChild({ adults: [mother], ...change }))
  const childId = childIdSchema.parse(`E06000991.${id}`)
  const now = new Date('2026-11-23T10:00:00Z')
  const planned = await planChange({ childId, child, adultIds, before, now }, plain)
  const adults = planned.adults.map(({ adult }) => adult)
  return { state: { child: planned.child, adults }, keys: adults[0]?.keys ?? [], planned }
}
const restricted = { restricted: { address: true } }

describe('an adult whose child’s address is restricted', () => {
  it('stands under no key made of an address, a telephone number or an e-mail', async () => {
    const { keys } = await recorded('C1', restricted)
    expect(keys.filter((key) => hiddenKinds.test(key))).toEqual([])
  })

  it('is still found by NHS number, by name and date of birth, and by the child', async () => {
    const { keys } = await recorded('C1', restricted)
    const kinds = new Set(keys.map((key) => key.split('|')[0]))
    for (const kind of ['identifier', 'birth-date-token', 'name-pair-year', 'child'])
      expect(kinds).toContain(kind)
  })

  it('has nothing left for an address or a number to be compared with', async () => {
    const { state } = await recorded('C1', restricted)
    const [adult] = state.adults
    expect(adult?.person.addresses).toHaveLength(1)
    expect(adult && findable(adult)).toEqual({
      ...adult?.person,
      addresses: [],
      phones: [],
      emails: [],
    })
  })

  it('is hidden by any of several children', async () => {
    const first = await recorded('C1', restricted)
    const both = await recorded('C2', {}, { ...first.state, child: undefined })
    expect(both.state.adults[0]?.children).toHaveLength(2)
    expect(both.keys.filter((key) => hiddenKinds.test(key))).toEqual([])
  })
})

describe('a restriction', () => {
  it('that begins takes the keys away, and names each as stale', async () => {
    const open = await recorded('C1', {})
    const { planned } = await recorded('C1', restricted, open.state)
    const hidden = open.keys.filter((key) => hiddenKinds.test(key))
    expect(hidden.length).toBeGreaterThan(4)
    expect(planned.adults[0]?.staleKeys).toEqual(expect.arrayContaining(hidden))
  })

  it('that ends gives every key back', async () => {
    const open = await recorded('C1', {})
    const closed = await recorded('C1', restricted, open.state)
    const { keys, planned } = await recorded('C1', {}, closed.state)
    expect(new Set(keys)).toEqual(new Set(open.keys))
    expect(keys.map((key) => key)).toEqual(
      indexKeys(planned.adults[0]?.adult.person as never, planned.adults[0]?.adult.children).map(
        asText,
      ),
    )
  })

  it('ends for an adult when the restricted child is no longer theirs', async () => {
    const first = await recorded('C1', restricted)
    const both = await recorded('C2', {}, { ...first.state, child: undefined })
    const child = childSchema.parse(aChild({ ...restricted, adults: [] }))
    const childId = childIdSchema.parse('E06000991.C1')
    const now = new Date('2026-11-23T10:00:00Z')
    const before = { child: first.state.child, adults: both.state.adults }
    const planned = await planChange({ childId, child, adultIds: [], before, now }, plain)
    expect(planned.adults[0]?.adult.keys.some((key) => hiddenKinds.test(key))).toBe(true)
  })
})
