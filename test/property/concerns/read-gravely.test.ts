import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readConcern } from '../../../shared/concerns/read-concern.ts'
import { type StoredConcern, storedConcernSchema } from '../../../shared/concerns/stored-concern.ts'
import { replacedAt } from '../../../shared/kernel/at-path.ts'
import { isLeftOut } from '../../../shared/kernel/left-out.ts'
import { visible } from '../../../shared/kernel/visible.ts'
import { aStoredConcern } from '../../builders/a-stored-concern.ts'
import { canaryConcern } from '../../builders/canary-family.ts'

const today = '2026-11-26'
const reading = { today, faultOfAuthority: () => undefined, mailDomains: [] }
const grave = {
  ...canaryConcern(),
  harm: 'H4',
  phoneCallMade: { made: true },
  otherAdults: [{ names: [{ given: 'Piet', family: 'Ashdown' }], role: 'ALLEGED_PERPETRATOR' }],
  flags: ['DA'],
  factors: ['3B', '2B'],
  substances: [{ what: 'methadone', storedAtHome: 'in a locked tin' }],
}

type Place = readonly (string | number)[]
const placesIn = (value: unknown, path: Place = []): Place[] =>
  typeof value !== 'object' || value === null
    ? [path]
    : [
        path,
        ...Object.entries(value).flatMap(([name, part]) =>
          placesIn(part, [...path, Array.isArray(value) ? Number(name) : name]),
        ),
      ]
const places = placesIn(grave).filter(([first]) => first !== undefined && first !== 'harm')

const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.nat({ max: 3000 }).map((length) => 'Odo é\n'.repeat(length / 6)),
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(null, '', [], {}, 'H2', '1991-02-30', '2099-01-01', 1e300, -1, true),
)

const leavesOf = (value: unknown): string[] => {
  if (isLeftOut(value)) return []
  if (typeof value === 'object') return Object.values({ ...value }).flatMap(leavesOf)
  return [String(value)]
}
/** As a reader sees it: neither quotes and ends of lines of JSON nor blanks matter. */
const seen = (text: string): string =>
  visible(text)
    .replace(/\\[nrtbf]/g, '')
    .replace(/[\s"\\]+/g, '')

describe('a grave concern with something wrong in it', () => {
  it('is taken whatever is wrong, can be stored, and nothing of it is lost', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...places), anything), { minLength: 1, maxLength: 4 }),
        (changes) => {
          const sent = changes.reduce<unknown>(
            (so, [at, value]) => replacedAt(so, at, value),
            grave,
          )
          const read = readConcern(sent, reading)
          if (read.kind === 'refused') throw new Error(JSON.stringify(read.issues))
          const { kind: _, ...taken } = read
          const stored: StoredConcern = aStoredConcern(taken)
          expect(storedConcernSchema.parse(JSON.parse(JSON.stringify(stored)))).toEqual(stored)
          const kept = seen(leavesOf(taken).join(' '))
          for (const leaf of leavesOf(sent)) expect(kept).toContain(seen(leaf))
        },
      ),
      { numRuns: 600 },
    )
    expect(places.length).toBeGreaterThan(50)
  })

  it('is taken with any field gone, and any field too many', () => {
    for (const name of Object.keys(grave).filter((one) => one !== 'harm')) {
      const { [name]: _gone, ...rest }: Record<string, unknown> = grave
      expect(readConcern(rest, reading).kind).toBe('taken')
      expect(readConcern({ ...grave, [`${name}s`]: 1 }, reading)).toMatchObject({
        kind: 'taken',
        unread: [{ pointer: `/${name}s`, written: '1' }],
      })
    }
  })
})
