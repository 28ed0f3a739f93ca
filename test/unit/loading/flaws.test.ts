import { describe, expect, it } from 'vitest'
import { keysOf } from '../../../shared/kernel/keys-of.ts'
import type { Read } from '../../../shared/loading/fact.ts'
import { type FlawCode, flawCodes, flaws } from '../../../shared/loading/flaws.ts'
import { readElement } from '../../../shared/loading/json/read-element.ts'
import {
  countsOf,
  type Loaded,
  loadReads,
  type Rows,
  readsOf,
  type Tables,
} from '../../builders/loading.ts'
import { plantedInJson, plantedInTables } from '../../builders/planted-flaws.ts'

const inTables = keysOf(plantedInTables)
const inJson = keysOf(plantedInJson)

/** A row with more cells than its header cannot be made of named cells. */
const withTooMany = async function* (reads: AsyncIterable<Read>): AsyncGenerator<Read> {
  yield* reads
  yield { of: 'flaw', code: 'CELLS_UNLIKE_HEADER', origin: { file: 'children.csv', line: 99_999 } }
}

const tablesOf = (code: (typeof inTables)[number]): Tables =>
  plantedInTables[code].tables(`P${inTables.indexOf(code) + 100}`)

const alsoOf = (code: (typeof inTables)[number]): Partial<Record<FlawCode, number>> => {
  const planted = plantedInTables[code]
  return 'also' in planted ? planted.also : {}
}

const withoutNone = (counts: Partial<Record<FlawCode, number>>) =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0))

const load = (code: (typeof inTables)[number]): Promise<Loaded> => {
  const reads = readsOf(tablesOf(code))
  return loadReads(code === 'CELLS_UNLIKE_HEADER' ? withTooMany(reads) : reads)
}

describe('what is wrong with a load', () => {
  it.each(inTables)('%s is found where it was planted, and nothing else', async (code) => {
    expect(countsOf(await load(code))).toEqual(withoutNone({ [code]: 1, ...alsoOf(code) }))
  })

  it.each(inTables)('%s does with the record what its table says', async (code) => {
    const { people, found } = await load(code)
    const isOfRow = code === 'ID_MISSING' || code === 'CELLS_UNLIKE_HEADER'
    const isRefused = found.some((one) => flaws[one.code].verdict === 'refused')
    const kinds = new Set(people.map(({ kind }) => kind))
    expect(kinds.has('refused')).toBe(isRefused && !isOfRow)
  })

  it.each(inJson)('%s is found in JSON', async (code) => {
    const origin = { file: 'children.ndjson', line: 1 }
    const reads = async function* (): AsyncGenerator<Read> {
      yield* readElement(plantedInJson[code]('J1'), origin)
    }
    expect(countsOf(await loadReads(reads()))).toEqual({ [code]: 1 })
  })

  it('is planted for every code that there is, more than forty', () => {
    expect(new Set([...inTables, ...inJson])).toEqual(new Set(flawCodes))
    expect(flawCodes.length).toBeGreaterThan(40)
  })

  it('is counted exactly when all of it stands in the same files', async () => {
    const all: Record<string, Rows> = {}
    const expected: Partial<Record<FlawCode, number>> = {}
    for (const code of inTables) {
      for (const [file, rows] of Object.entries(tablesOf(code)))
        all[file] = [...(all[file] ?? []), ...rows]
      const counts: Partial<Record<FlawCode, number>> = { [code]: 1, ...alsoOf(code) }
      for (const [name, count] of Object.entries(counts))
        expected[name as FlawCode] = (expected[name as FlawCode] ?? 0) + count
    }
    expect(countsOf(await loadReads(withTooMany(readsOf(all))))).toEqual(withoutNone(expected))
  })
})
