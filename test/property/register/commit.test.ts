import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import type { InMemoryStore } from '../../../local/in-memory/store.ts'
import { gatherFrom } from '../../../shared/aws/dynamodb/gather.ts'
import type { Store } from '../../../shared/aws/dynamodb/store.ts'
import { type IndexKey, indexKeys } from '../../../shared/matching/index-keys.ts'
import type { StoredAdult } from '../../../shared/register/stored.ts'
import { anAdult } from '../../builders/a-child.ts'
import {
  createRegister,
  hashKeys,
  indexOf,
  put,
  recordsIn,
  registerDepsOf,
  sweepRegister,
  unfinishedIn,
} from '../../builders/a-register.ts'
import { runs } from '../../builders/runs.ts'

const mother = `${westmarch}.A1001`

/** Every call in turn with those of whoever else is at it. */
const inTurns = (store: Store, turns: fc.Scheduler): Store => {
  const turn =
    <Asked extends unknown[], Answer>(call: (...asked: Asked) => Promise<Answer>, name: string) =>
    async (...asked: Asked): Promise<Answer> => {
      await turns.schedule(Promise.resolve(), name)
      return call(...asked)
    }
  return {
    get: turn(store.get, 'get'),
    batch: turn(store.batch, 'batch'),
    query: turn(store.query, 'query'),
    update: turn(store.update, 'update'),
    transact: turn(store.transact, 'transact'),
  }
}

const words = ['Bako', 'Mitu', 'Resola', 'Nidu', 'Pebami', 'Tusore', 'Ladupe', 'Kobani']
const places = words.map((word, at) => ({
  houseNumber: `${at + 1}`,
  street: `${word} Row`,
  postcode: `WM${at} ${at}AB`,
}))
const familyOf: Readonly<Record<string, string>> = Object.fromEntries(
  words.map((given, at) => [given, words[(at + 3) % words.length] ?? '']),
)
const named = (all: readonly string[]) =>
  all.map((given) => ({ given, family: familyOf[given] ?? '' }))

/** What one writer tells of the mother: up to more than one transaction holds. */
const tellings = (most: number) =>
  fc.record({
    names: fc.subarray(words, { minLength: 1, maxLength: most }).map(named),
    addresses: fc.subarray(places, { maxLength: most }),
    dateOfBirth: fc.constantFrom('1991-04-17', '1988-12-30', '1979-07-05', '2001-10-22'),
    restricted: fc.constantFrom({ address: true }, {}, {}),
  })
const told = tellings(words.length)
/** So little that most look-ups by it meet few keys, or none. */
const littleTold = tellings(1)

/** More than one transaction holds. */
const everything = tellings(words.length).map((one) => ({
  ...one,
  names: named(words),
  addresses: [...places],
}))

/** The mother, if one of these keys leads to her, as whoever assesses a concern sees her. */
const lookUp = async (
  store: Store,
  keys: readonly IndexKey[],
): Promise<StoredAdult | undefined> => {
  const gather = gatherFrom(store, { register: 'register', casework: 'casework' }, hashKeys)
  const seek = { person: 'subject', kind: 'adult', keys, settled: [] } as const
  return (await gather([seek], 'any')).adults[0]
}

/** A store of which a look-up's queries are one turn, as they are one round trip. */
const inTrips = (store: Store, turns: fc.Scheduler): Store => {
  let open: Promise<void> | undefined
  const turn = (): Promise<void> => {
    open ??= turns.schedule(Promise.resolve(), 'look').then(() => {
      open = undefined
    })
    return open
  }
  return {
    ...store,
    query: async (query) => {
      await turn()
      return store.query(query)
    },
    batch: async (keys) => {
      await turn()
      return store.batch(keys)
    },
  }
}

/** How the mother stood after each transaction. */
const historyOf = (store: InMemoryStore) => {
  const stood: (StoredAdult | undefined)[] = [undefined]
  const transact: Store['transact'] = async (actions) => {
    const result = await store.transact(actions)
    stood.push(recordsIn(store).adults.find(({ adultId }) => adultId === mother))
    return result
  }
  return { stood, store: { ...store, transact } }
}

const textOf = (adult: StoredAdult | undefined): string => JSON.stringify(adult ?? null)

describe('writers of one adult at the same time', () => {
  it('lose nothing that one of them was told is recorded, and leave an index that is sound', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(told, { minLength: 2, maxLength: 3 }),
        async (turns, all) => {
          const { store } = createRegister()
          const deps = registerDepsOf(inTurns(store, turns))
          const writers = all.map((change, at) =>
            put(deps, { name: { given: words[at] ?? '' }, adults: [anAdult(change)] }, `C${at}`),
          )
          const [results] = await turns.waitFor(Promise.all(writers).then((all) => [all] as const))
          await sweepRegister(store)
          const { listed, stands } = indexOf(store)
          expect(stands).toEqual(listed)
          expect(unfinishedIn(store)).toEqual([])
          const [adult] = recordsIn(store).adults
          const done = all.filter((_, at) => results[at]?.kind === 'recorded')
          const given = adult?.person.names.map((name) => name.given) ?? []
          for (const { names, restricted } of done) {
            expect(given).toEqual(expect.arrayContaining(names.map((name) => name.given)))
            if ('address' in restricted) expect(adult?.restricted.address).toBe(true)
          }
          expect(adult?.children ?? []).toHaveLength(done.length)
        },
      ),
      runs(60),
    )
  })
})

describe('whoever looks for an adult while she is written', () => {
  it('finds one of her versions whole, under the keys of that version, or nobody where a version had none of these', async () => {
    const written = fc.record({ before: littleTold, now: everything, asked: littleTold })
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), written, async (turns, { before, now, asked }) => {
        const history = historyOf(createRegister().store)
        await put(registerDepsOf(history.store), { adults: [anAdult(before)] })
        const { id: _i, relationship: _r, ...person } = anAdult(asked)
        const nothing = { nhsNumbers: [], phones: [], emails: [] }
        const query = { ...person, addresses: [...asked.addresses], ...nothing }
        const keys = indexKeys(query)
        const hashes = await hashKeys(keys)
        const trips = inTrips(history.store, turns)
        const look = async () => {
          const from = history.stood.length - 1
          const found = await lookUp(trips, keys)
          const possible = history.stood
            .slice(from)
            .map((adult) => (adult?.keys.some((key) => hashes.includes(key)) ? adult : undefined))
          expect(possible.map(textOf)).toContain(textOf(found))
        }
        const looking = async () => {
          for (let time = 0; time < 8; time += 1) await look()
        }
        const writing = put(registerDepsOf(inTurns(history.store, turns)), {
          adults: [anAdult(now)],
        })
        await turns.waitFor(Promise.all([writing, looking()]))
      }),
      runs(120),
    )
  })
})
