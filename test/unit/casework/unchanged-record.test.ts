import { describe, expect, it } from 'vitest'
import { createInMemoryStore } from '../../../local/in-memory/store.ts'
import type { Action, Store } from '../../../shared/aws/dynamodb/store.ts'
import { tables as definitions } from '../../../shared/aws/dynamodb/tables.ts'
import { recordAdult } from '../../../shared/casework/record-adult.ts'
import { recordChild } from '../../../shared/casework/record-child.ts'
import { adultSchema } from '../../../shared/register/adult.ts'
import { childSchema } from '../../../shared/register/child.ts'
import { aChild, anAdult, anAdultAlone } from '../../builders/a-child.ts'
import { registerDepsOf } from '../../builders/a-register.ts'
import { westmarchRegister } from '../../builders/clients.ts'
import { byOf, now } from '../../builders/ports.ts'

type Child = ReturnType<typeof aChild>

const by = byOf(westmarchRegister)
const dayLater = new Date(now.getTime() + 24 * 60 * 60 * 1000)

/** A register that remembers what it was asked to write; what is recorded later is recorded on another day. */
const aRegister = () => {
  const store = createInMemoryStore(definitions)
  const written: Action[] = []
  const remembering: Store = {
    ...store,
    update: (table, change) => {
      written.push({ kind: 'update', table, ...change })
      return store.update(table, change)
    },
    transact: (actions) => {
      written.push(...actions)
      return store.transact(actions)
    },
  }
  const deps = registerDepsOf(remembering)
  const later = { ...deps, now: () => dayLater }
  return {
    put: (child: Child, localId = 'C1') =>
      recordChild({ by, localId, child: childSchema.parse(child) }, deps),
    putAgain: (child: Child, ifMatch?: number) =>
      recordChild({ by, localId: 'C1', child: childSchema.parse(child), ifMatch }, later),
    putAdult: (adult = anAdultAlone()) =>
      recordAdult({ by, localId: 'A1001', adult: adultSchema.parse(adult) }, deps),
    putAdultAgain: (adult = anAdultAlone(), ifMatch?: number) =>
      recordAdult({ by, localId: 'A1001', adult: adultSchema.parse(adult), ifMatch }, later),
    forget: (): void => void written.splice(0),
    written: () => written.map(({ kind, table }) => `${kind} ${table}`),
    rows: () => [...store.rows('register'), ...store.rows('casework')],
    entries: () => store.rows('auditEntries').map(({ entry }) => entry),
  }
}

const rich = aChild({
  alsoKnownAs: [{ given: 'Otto', family: 'Quill' }],
  nhsNumber: '999 000 0018',
  status: { code: 'PROTECTION_PLAN', from: '2026-03-02' },
  earlierStatuses: [
    { code: 'IN_NEED', from: '2025-11-01' },
    { code: 'EARLY_HELP', from: '2024-01-15' },
  ],
  restricted: { address: true },
  addresses: [
    { houseNumber: '14', street: 'Tannery Row', postcode: 'wm1 4ab', from: '2024-01-01' },
    { houseNumber: '2', street: 'Kiln Yard', postcode: 'WM9 9ZZ', to: '2023-12-31' },
  ],
  writtenAgreements: [
    {
      id: 'W1',
      agreedOn: '2026-10-01',
      endsOn: '2026-12-31',
      what: 'Nobody drinks at home.',
      whatFollows: 'A meeting.',
    },
  ],
  allocatedTeam: 'East',
  school: 'St Aidan’s',
  gp: 'Dr Ode',
})

const children: readonly (readonly [string, Child])[] = [
  ['a child with a mother', aChild()],
  ['all that can be said of a child', rich],
  ['a child without adults', aChild({ adults: [] })],
  ['a child without a name', aChild({ name: undefined })],
  ['a child of whom the year is known', aChild({ dateOfBirth: '2019' })],
  [
    'an unborn child',
    aChild({
      name: undefined,
      dateOfBirth: undefined,
      expectedDateOfDelivery: '2027-01-20',
      sex: 'U',
      status: { code: 'IN_NEED' },
    }),
  ],
  ['an adopted child', aChild({ status: { code: 'ADOPTED', from: '2025-01-01' } })],
  ['a closed case', aChild({ status: { code: 'CLOSED', from: '2026-06-01' } })],
  [
    'a child of a removed sibling’s mother',
    aChild({ adults: [anAdult({ previousRemoval: true, restricted: { address: true } })] }),
  ],
  [
    'a child with a mother of several names and homes',
    aChild({
      adults: [
        anAdult({
          names: [
            { given: 'Marta', family: 'Quillfeather' },
            { given: 'MARTA', family: 'Quill-Feather' },
            { given: 'Tilly', family: 'Oakapple' },
          ],
          phones: ['01632 960001', '+44 1632 960002'],
          emails: ['marta@example.org'],
          nhsNumbers: ['999 000 0026'],
        }),
        anAdult({ id: 'A2', relationship: 'FATHER', livesWithChild: 'NO' }),
      ],
    }),
  ],
]

const onlyTheEntry = ['put auditEntries']

describe('a record that is sent as it stands', () => {
  it.each(children)('writes nothing but its entry: %s', async (_, child) => {
    const register = aRegister()
    const first = await register.put(child)
    expect(first).toMatchObject({ kind: 'recorded', version: 1 })
    const before = register.rows()
    register.forget()
    expect(await register.putAgain(child)).toEqual(first)
    expect(register.written()).toEqual(onlyTheEntry)
    expect(register.rows()).toEqual(before)
  })

  it('says in its entry who sent it, of which version, and that no field was another', async () => {
    const register = aRegister()
    await register.put(aChild())
    await register.putAgain(aChild())
    const own = register
      .entries()
      .filter((entry) => JSON.stringify(entry).includes('CHILD_RECORDED'))
    expect(own).toHaveLength(2)
    expect(own).toContainEqual(
      expect.objectContaining({
        actor: westmarchRegister.clientId,
        at: dayLater.toISOString(),
        codes: { version: '1', fields: 'none' },
      }),
    )
  })

  it('is taken with the version that the sender read', async () => {
    const register = aRegister()
    await register.put(rich)
    register.forget()
    expect(await register.putAgain(rich, 1)).toMatchObject({ kind: 'recorded', version: 1 })
    expect(register.written()).toEqual(onlyTheEntry)
  })

  it('writes nothing where its adults stand with another child too', async () => {
    const register = aRegister()
    await register.put(rich)
    await register.put(aChild({ name: { given: 'Ada', family: 'Quillfeather' } }), 'C2')
    await register.putAgain(rich)
    register.forget()
    await register.putAgain(rich)
    expect(register.written()).toEqual(onlyTheEntry)
  })

  it('writes nothing where it says less than stands, for nothing that is left out is taken away', async () => {
    const register = aRegister()
    await register.put(rich)
    register.forget()
    const less = aChild({ status: { code: 'PROTECTION_PLAN', from: '2026-03-02' }, adults: [] })
    const { addresses: _a, ...without } = less
    expect(await register.putAgain(without)).toMatchObject({ version: 1 })
    expect(register.written()).toEqual(onlyTheEntry)
  })

  it.each([
    ['by themselves', anAdultAlone()],
    ['with numbers', anAdultAlone({ phones: ['01632 960001'], emails: ['m@example.org'] })],
    ['hidden', anAdultAlone({ restricted: { address: true } })],
    ['without a date', anAdultAlone({ dateOfBirth: undefined })],
  ])('writes nothing but its entry: an adult %s', async (_, adult) => {
    const register = aRegister()
    const first = await register.putAdult(adult)
    register.forget()
    expect(await register.putAdultAgain(adult, 1)).toEqual(first)
    expect(register.written()).toEqual(onlyTheEntry)
  })

  it('writes nothing but its entry: an adult who stands with a child', async () => {
    const register = aRegister()
    await register.put(aChild())
    register.forget()
    expect(await register.putAdultAgain()).toMatchObject({ kind: 'recorded', version: 1 })
    expect(register.written()).toEqual(onlyTheEntry)
  })
})
