import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kindsOfRow } from '../../../shared/aws/dynamodb/rows/row-kinds.ts'
import { storedRow } from '../../../shared/aws/dynamodb/rows/stored-row.ts'
import type { KeyedRow } from '../../../shared/aws/dynamodb/store.ts'
import { runs } from '../../builders/runs.ts'
import { asNewer, type Draw } from '../../rows/as-newer.ts'
import { readRows } from '../../rows/kept-rows.ts'

const rows = readRows()

const drawing = (numbers: readonly number[]): Draw => {
  let at = 0
  return () => {
    at += 1
    const number = numbers[at % numbers.length] ?? 0
    return { does: number % 3 === 0, number }
  }
}

/** Their fields are whole rows, and counters of any name: they go as they came. */
const openKinds = ['left-over', 'unagreed', 'checkpoints-sent']

/** A row as a newer release may have written it, and the kind as which this one reads it. */
const newerRows = fc
  .tuple(fc.constantFrom(...rows), fc.array(fc.nat({ max: 99 }), { minLength: 3, maxLength: 40 }))
  .map(([{ table, row }, numbers]) => {
    const [kind] = kindsOfRow(table, row).filter(({ lineOf }) => lineOf === undefined)
    if (kind === undefined) throw new Error('a row of no kind')
    const { pk, sk, ...fields } = row
    const newer = Object.assign({}, asNewer(kind.schema, fields, drawing(numbers)))
    const written: KeyedRow = { ...newer, pk, sk, schema: (numbers[0] ?? 0) + 1 }
    return { kind, written }
  })

const closedRows = newerRows.filter(({ kind }) => !openKinds.includes(kind.name))

describe('a row of any kind, with further fields at any depth and further codes', () => {
  it('is read', () => {
    fc.assert(
      fc.property(newerRows, ({ kind, written }) => {
        expect(() => kind.read(written)).not.toThrow()
      }),
      runs(2000),
    )
  })

  it('is stored again with all of it, where it is read and written back', () => {
    fc.assert(
      fc.property(newerRows, ({ kind, written: { pk, sk, ...fields } }) => {
        const read = Object.assign({}, kind.read({ pk, sk, ...fields }))
        expect(storedRow({ ...read, pk, sk })).toEqual({ pk, sk, ...fields })
      }),
      runs(2000),
    )
  })

  it('tells nobody what is not known here', () => {
    fc.assert(
      fc.property(closedRows, ({ kind, written }) => {
        const said = JSON.stringify(kind.read(written))
        expect(said).not.toContain('later')
        expect(said).not.toContain('LATER_')
      }),
      runs(1000),
    )
  })
})
