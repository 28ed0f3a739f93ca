import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import { childIdSchema } from '../../../shared/kernel/ids.ts'
import { findable } from '../../../shared/register/findable.ts'
import { planChild } from '../../../shared/register/plan-change.ts'
import { nowhere, type RegisterState } from '../../../shared/register/register-change.ts'
import type { StoredAdult } from '../../../shared/register/stored.ts'
import { anAdult } from '../../builders/a-child.ts'
import {
  afterChange,
  emptyRegister,
  plainKeys,
  planned,
} from '../../builders/a-registered-family.ts'

const mother = anAdult({
  phones: ['01632 960123'],
  emails: ['marta@example.org'],
  nhsNumbers: ['9434765919'],
})
/** Kinds that are made of where somebody is or how they are reached. */
const hiddenKinds =
  /^(phone|postcode-token|house-street|name-pair-area|postcode-birth-year|property|email|mailbox|house-day|birth-year-town)\|/

type Change = Parameters<typeof planned>[0]

const motherIn = ({ adults }: RegisterState): StoredAdult => {
  const [found] = adults.values()
  if (found?.record === undefined) throw new Error('she is not there')
  return found.record
}
const recorded = async (
  change: Change,
  { before = emptyRegister, localId = 'C1' }: { before?: RegisterState; localId?: string } = {},
) => {
  const plan = await planned({ adults: [mother], ...change }, { before, localId })
  const state = afterChange(before, plan)
  return { state, change: plan, keys: motherIn(state).keys }
}
/** The same adults, and a child of whom nobody has heard. */
const another = (state: RegisterState): RegisterState => ({ ...state, child: nowhere })
const restricted = { restricted: { address: true } }

describe('an adult whose child’s address is restricted', () => {
  it('stands under no key made of an address, a telephone number or an e-mail', async () => {
    const { keys } = await recorded(restricted)
    expect(keys.filter((key) => hiddenKinds.test(key))).toEqual([])
  })

  it('is still found by NHS number, by name and date of birth, and by the child', async () => {
    const { keys } = await recorded(restricted)
    const kinds = new Set(keys.map((key) => key.split('|')[0]))
    for (const kind of ['identifier', 'birth-date-token', 'name-pair-year', 'child'])
      expect(kinds).toContain(kind)
  })

  it('has nothing left for an address or a number to be compared with', async () => {
    const adult = motherIn((await recorded(restricted)).state)
    expect(adult.person.addresses).toHaveLength(1)
    expect(findable(adult)).toEqual({ ...adult.person, addresses: [], phones: [], emails: [] })
  })

  it('is hidden by any of several children', async () => {
    const first = await recorded(restricted)
    const both = await recorded({}, { before: another(first.state), localId: 'C2' })
    expect(motherIn(both.state).children).toHaveLength(2)
    expect(both.keys.filter((key) => hiddenKinds.test(key))).toEqual([])
  })
})

describe('an adult who is hidden', () => {
  const hidden = { adults: [{ ...mother, restricted: { address: true } }] }

  it('by a restriction of their own stands under no such key either', async () => {
    const { keys } = await recorded(hidden)
    expect(keys.filter((key) => hiddenKinds.test(key))).toEqual([])
  })

  it('hides the address of a child who lives with them, and of no other', async () => {
    const keysOfChild = async (lives: 'YES' | 'NO') => {
      const adults = hidden.adults.map((one) => ({ ...one, livesWithChild: lives }))
      const { state } = await recorded({ adults })
      return state.child.record?.keys.filter((key) => key.includes('WM1')) ?? []
    }
    const open = (await recorded({})).state.child.record?.keys ?? []
    const byAddress = open.filter((key) => key.includes('WM1'))
    expect(byAddress.length).toBeGreaterThan(0)
    expect(await keysOfChild('YES')).toEqual([])
    expect(await keysOfChild('NO')).toEqual(byAddress)
  })
})

describe('a restriction', () => {
  it('that begins takes the keys away, and names each as stale', async () => {
    const open = await recorded({})
    const { change } = await recorded(restricted, { before: open.state })
    const hidden = open.keys.filter((key) => hiddenKinds.test(key))
    expect(hidden.length).toBeGreaterThan(4)
    const stale = change.records.flatMap((one) => (one.kind === 'adult' ? one.staleKeys : []))
    expect(stale).toEqual(expect.arrayContaining(hidden))
  })

  it.each([
    ['left out', {}],
    ['sent as false', { restricted: { address: false, adopted: false } }],
  ])('stays when it is %s', async (_, again) => {
    const closed = await recorded(restricted)
    const { keys, state } = await recorded(again, { before: closed.state })
    expect(keys).toEqual(closed.keys)
    expect(state.child.record?.child.restricted.address).toBe(true)
  })

  it('goes on hiding an adult whose restricted child is taken from them', async () => {
    const { state } = await recorded(restricted)
    const { child } = state
    if (child.record === undefined) throw new Error('no child')
    const { keys: _k, version: _v, recordedAt: _r, ...rest } = child.record
    const change = await planChild(
      { before: state, draft: { ...rest, adults: [] }, told: [], now: new Date() },
      plainKeys,
    )
    const adult = motherIn(afterChange(state, change))
    expect(adult.children.map(({ childId }) => childId)).not.toContain(
      childIdSchema.parse(`${westmarch}.C1`),
    )
    expect(adult.keys.filter((key) => hiddenKinds.test(key))).toEqual([])
  })
})
