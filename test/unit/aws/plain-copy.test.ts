import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { copyOfRow } from '../../../local/in-memory/plain.ts'
import { asRow } from '../../../shared/aws/dynamodb/as-row.ts'
import { asItem } from '../../../shared/aws/dynamodb/item.ts'

const anyLeaf = fc.oneof(
  fc.string(),
  fc.boolean(),
  fc.integer(),
  fc.double({ noNaN: true, min: -1e15, max: 1e15 }),
  fc.constantFrom(null, undefined, 0, -0, ''),
  fc.uint8Array({ minLength: 1 }),
)
// The SDK takes a field of this name for a class.
const anyName = fc.string({ minLength: 1 }).filter((name) => name !== 'constructor')
const { value: anyValue } = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, anyLeaf, tie('list'), tie('fields')),
  list: fc.array(tie('value')),
  fields: fc.dictionary(anyName, tie('value')),
}))
const anyRow = fc.dictionary(anyName, anyValue)

describe('a row in memory', () => {
  it('holds what the adapters would have stored of it, at any depth', () => {
    fc.assert(
      fc.property(anyRow, (row) => {
        expect(copyOfRow(row)).toEqual(asRow(asItem(row)))
      }),
    )
  })

  it('shares nothing with what it was made of', () => {
    const row = { bytes: Buffer.from('abc'), list: [{ name: 'before' }] }
    const copy = copyOfRow(row)
    row.bytes[0] = 0
    row.list[0] = { name: 'after' }
    expect(copy).toEqual({ bytes: new Uint8Array([97, 98, 99]), list: [{ name: 'before' }] })
  })

  it.each([{ at: new Date(0) }, { count: Number.NaN }, { count: 2 ** 60 }])(
    'is refused where the adapters refuse it: %o',
    (row) => {
      expect(() => copyOfRow(row)).toThrow()
    },
  )
})
