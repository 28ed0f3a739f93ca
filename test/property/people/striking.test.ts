import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordsAsWritten } from '../../../shared/people/striking/place-pieces.ts'
import { striker } from '../../../shared/people/striking/striker.ts'
import { anyAddress, anyWritingOfAddress } from '../../builders/any-writing.ts'
import { ordinarySentences } from '../../builders/ordinary-sentences.ts'
import { runs } from '../../builders/runs.ts'

const sentence = fc.constantFrom(...ordinarySentences)
const kinds = new Set(['the'])

const hidden = anyAddress.chain((address) =>
  fc.record({
    address: fc.constant(address),
    writing: anyWritingOfAddress(address),
    before: sentence,
    after: sentence,
  }),
)

describe('an address in any writing', () => {
  it('is struck, and what stands around it is not', () => {
    fc.assert(
      fc.property(hidden, ({ address, writing, before, after }) => {
        const struck = striker({ whereabouts: [{ addresses: [address] }] })(
          `${before} She is at ${writing}. ${after}`,
        )
        expect(struck).toContain(`${before} She is at `)
        expect(struck).toContain(after)
        const left = wordsAsWritten(
          struck
            .replace(`${before} She is at `, '')
            .replace(after, '')
            .replaceAll('[protected]', ' '),
        ).filter((word) => !kinds.has(word))
        expect({ struck, left }).toEqual({ struck, left: [] })
      }),
      runs(4000),
    )
  })
})
