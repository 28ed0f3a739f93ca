import { describe, expect, it } from 'vitest'
import { itemSize } from '../../../local/in-memory/item-size.ts'
import type { InMemoryStore } from '../../../local/in-memory/store.ts'
import type { Store } from '../../../shared/aws/dynamodb/store.ts'
import { mostKept } from '../../../shared/register/overfull.ts'
import { anAdult } from '../../builders/a-child.ts'
import {
  createRegister,
  indexOf,
  put,
  recordsIn,
  registerDepsOf,
  sweepRegister,
  unfinishedIn,
} from '../../builders/a-register.ts'

type Change = NonNullable<Parameters<typeof put>[1]>

/** A store whose n-th call never returns to whoever made it, done or not; and none after it. */
const dyingAt = (
  store: Store,
  at: number,
  isDone: boolean,
): Store & { readonly calls: () => number } => {
  let calls = 0
  const call = async <Answer>(make: () => Promise<Answer>): Promise<Answer> => {
    calls += 1
    if (calls > at || (calls === at && !isDone)) throw new Error('died')
    const answer = await make()
    if (calls === at) throw new Error('died')
    return answer
  }
  return {
    get: (...asked) => call(() => store.get(...asked)),
    batch: (...asked) => call(() => store.batch(...asked)),
    query: (...asked) => call(() => store.query(...asked)),
    update: (...asked) => call(() => store.update(...asked)),
    transact: (...asked) => call(() => store.transact(...asked)),
    calls: () => calls,
  }
}

const syllables = ['ba', 'ko', 'mi', 'tu', 're', 'so', 'la', 'ni', 'du', 'pe']
/** A word of letters for a number, for digits are no part of a name. */
const word = (number: number): string =>
  [...String(100 + number)].map((digit) => syllables[Number(digit)]).join('')

/** An adult of as many names and addresses, unlike those of other numbers. */
const many = (id: string, count: number, from = Number(id.slice(1)) * 10) =>
  anAdult({
    id,
    names: Array.from({ length: count }, (_, at) => ({
      given: word(from + at),
      family: word(899 - from - at),
    })),
    addresses: Array.from({ length: count }, (_, at) => ({
      houseNumber: `${at + 1}`,
      street: `${word(from + at)} Street`,
      postcode: `WM${at} ${from % 9}AB`,
    })),
  })

const expectSound = (store: InMemoryStore): void => {
  const { listed, stands } = indexOf(store)
  expect(stands).toEqual(listed)
  expect(unfinishedIn(store)).toEqual([])
}

const large: Change = { adults: [many('A1', 4), many('A2', 4)] }
const otherDay: Change = {
  name: { given: 'Una', family: 'Quillfeather' },
  adults: [{ ...many('A1', 6, 30), dateOfBirth: '1988-12-30' }, many('A2', 6, 50)],
}

const registerWith = async (first: Change) => {
  const register = createRegister()
  await put(register.deps, first)
  await sweepRegister(register.store)
  return register
}

describe('a change of the register', () => {
  it('that fits one transaction is one', async () => {
    const { store } = createRegister()
    const counting = dyingAt(store, 99, true)
    await put(registerDepsOf(counting), { adults: [] })
    // A child without adults is one read.
    expect(counting.calls()).toBe(2)
    expectSound(store)
  })

  it('that fits none stands whole all the same, with nothing left to do', async () => {
    const { store, deps } = createRegister()
    await put(deps, large)
    expect(recordsIn(store).adults.map(({ adultId }) => adultId)).toHaveLength(2)
    expect(indexOf(store).listed.length).toBeGreaterThan(120)
    expectSound(store)
    await put(deps, otherDay)
    await sweepRegister(store)
    expectSound(store)
  })

  it('with as many adults and written agreements as one may tell fits, all of it changed', async () => {
    const { store, deps } = createRegister()
    const family = (from: number, endsOn: string): Change => ({
      name: { given: word(from), family: word(from + 1) },
      adults: Array.from({ length: 12 }, (_, at) => many(`A${at}`, 3, from + 10 * at)),
      writtenAgreements: Array.from({ length: 20 }, (_, at) => ({
        id: `WA-${at}`,
        agreedOn: '2026-11-01',
        endsOn,
        what: 'He does not drink at home.',
        whatFollows: 'A conference.',
      })),
    })
    await put(deps, family(100, '2026-12-01'))
    await put(deps, family(400, '2026-12-08'))
    const ends = store.rows('casework').flatMap(({ endsOn }) => endsOn ?? [])
    expect(ends).toEqual(Array.from({ length: 20 }, () => '2026-12-08'))
  })

  it.each([false, true])(
    'is there whole or not at all, wherever its writer dies (the last call done: %s), and nothing is left behind',
    async (isDone) => {
      const before = await registerWith(large)
      const whole = await registerWith(large)
      await put(whole.deps, otherDay)
      await sweepRegister(whole.store)
      let survived = false
      let at = 1
      for (; !survived; at += 1) {
        const { store } = await registerWith(large)
        const dying = dyingAt(store, at, isDone)
        await put(registerDepsOf(dying), otherDay).catch(() => 'died')
        survived = dying.calls() < at
        const isNew = recordsIn(store).children[0]?.version === 2
        const expected = recordsIn(isNew ? whole.store : before.store)
        expect(recordsIn(store)).toEqual(expected)
        await sweepRegister(store)
        expect(recordsIn(store)).toEqual(expected)
        expectSound(store)
        await put(registerDepsOf(store), otherDay)
        await sweepRegister(store)
        expect(recordsIn(store)).toEqual(recordsIn(whole.store))
        expectSound(store)
      }
      expect(at).toBeGreaterThan(8)
    },
    60_000,
  )

  it('is not undone by a sweep that clears what a dead writer left of the same keys', async () => {
    const { store } = await registerWith({ adults: [many('A1', 1)] })
    const dead = dyingAt(store, 5, true)
    await put(registerDepsOf(dead), large).catch(() => 'died')
    expect(unfinishedIn(store).length).toBeGreaterThan(0)
    let swept = false
    const overtaken: Store = {
      ...store,
      transact: async (actions) => {
        const isFlip = actions.some((action) => action.table === 'auditEntries')
        if (isFlip && !swept) {
          swept = true
          await sweepRegister(store)
        }
        return store.transact(actions)
      },
    }
    expect(await put(registerDepsOf(overtaken), large)).toMatchObject({ kind: 'recorded' })
    expect(swept).toBe(true)
    await sweepRegister(store)
    expectSound(store)
    expect(recordsIn(store).adults).toHaveLength(2)
  })
})

describe('families of any ordinary size', () => {
  const adults = Array.from({ length: 8 }, (_, at) => many(`A${at}`, 8))

  it('of eight adults with eight names and addresses each and twelve children are recordable and updatable', async () => {
    const { store, deps } = createRegister()
    for (let at = 0; at < 12; at += 1)
      expect(await put(deps, { name: { given: `Child${at}` }, adults }, `C${at}`)).toMatchObject({
        kind: 'recorded',
        version: 1,
      })
    const renamed = adults.map((adult) => ({ ...adult, names: [{ given: 'Nova', family: 'Ray' }] }))
    expect(await put(deps, { name: { given: 'Child3' }, adults: renamed }, 'C3')).toMatchObject({
      kind: 'recorded',
      version: 1,
    })
    await sweepRegister(store)
    const { children, adults: stored } = recordsIn(store)
    expect(children).toHaveLength(12)
    for (const { person, children: links } of stored)
      expect([person.names.length, person.addresses.length, links.length]).toEqual([9, 8, 12])
    expectSound(store)
  }, 120_000)

  it('of sixty children of one adult are recordable, and the last of them changes', async () => {
    const { store, deps } = createRegister()
    for (let at = 0; at < 60; at += 1)
      expect((await put(deps, { name: { given: `Child${at}` } }, `C${at}`)).kind).toBe('recorded')
    const moved = anAdult({ addresses: [{ street: 'Kiln Yard', postcode: 'WM9 9ZZ' }] })
    expect(
      await put(deps, { name: { given: 'Child59' }, adults: [moved], gp: 'Dr Ode' }, 'C59'),
    ).toMatchObject({ kind: 'recorded', version: 2 })
    await sweepRegister(store)
    expect(recordsIn(store).adults[0]?.children).toHaveLength(60)
    expectSound(store)
  }, 60_000)
})

describe('a record that holds all that it may', () => {
  it('fits its row, though an adult has a hundred children', async () => {
    const { store, deps } = createRegister()
    for (let from = 100; from < 100 + mostKept.names; from += 8)
      expect((await put(deps, { adults: [many('A1', 8, from)] })).kind).toBe('recorded')
    for (let at = 1; at < mostKept.children; at += 1)
      await put(deps, { name: { given: word(at) }, adults: [many('A1', 1, 100)] }, `X${at}`)
    const [adult] = recordsIn(store).adults
    expect(adult?.person.names).toHaveLength(mostKept.names)
    expect(adult?.person.addresses).toHaveLength(mostKept.addresses)
    expect(adult?.children).toHaveLength(mostKept.children)
    const row = store.rows('register').find(({ sk }) => sk === 'ADULT')
    expect(itemSize(row ?? {})).toBeLessThan(200_000)
    expect(
      await put(deps, { name: { given: 'Ida' }, adults: [many('A1', 1, 100)] }, 'C101'),
    ).toEqual({ kind: 'too-large', fields: ['children'] })
  }, 120_000)
})

describe('an adult’s new name', () => {
  it('leads to the children of theirs who were not recorded with it, at no new version of these', async () => {
    const { store, deps } = createRegister()
    await put(deps, { name: { given: 'Odo' } }, 'C1')
    await put(deps, { name: { given: 'Ida' } }, 'C2')
    const renamed = anAdult({ names: [{ given: 'Wendy', family: 'Blight' }] })
    await put(deps, { name: { given: 'Odo' }, adults: [renamed] }, 'C1')
    const keysOf = (id: string) =>
      recordsIn(store).children.find(({ childId }) => childId.endsWith(id))?.keys ?? []
    const before = keysOf('C2')
    await sweepRegister(store)
    expect(keysOf('C2').length).toBeGreaterThan(before.length)
    expect(recordsIn(store).children.map(({ version }) => version)).toEqual([1, 1])
    expectSound(store)
  })
})
