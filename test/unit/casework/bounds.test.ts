import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { placeOf } from '../../../shared/aws/dynamodb/waiting.ts'
import { boundBefore, bounds } from '../../../shared/casework/bounds.ts'
import { attendance, isListed, placesOf } from '../../../shared/casework/waiting.ts'
import { urgencies } from '../../../shared/codes/response-times.ts'
import { keysOf } from '../../../shared/kernel/keys-of.ts'

const kinds = keysOf(bounds)
const partitions = new Set(
  kinds.flatMap((kind) => placesOf(kind).map((one) => placeOf(one).partition)),
)

/** Every row that the hub writes in its scenes, of every kind. */
const keptRows = (): readonly { readonly row: Readonly<Record<string, unknown>> }[] =>
  readFileSync('test/rows/rows.json', 'utf8')
    .split('\n')
    .flatMap((line) =>
      line.startsWith('{"table"') ? [JSON.parse(line.replace(/,$/u, '')) as never] : [],
    )

describe('the bound of what waits', () => {
  it('is there for every kind that stands in the index', () => {
    const indexed = keysOf(attendance).filter((kind) => !isListed(kind))
    expect(kinds.toSorted()).toEqual(indexed.toSorted())
  })

  it('is there for whatever row the hub leaves waiting, and is looked for where that stands', () => {
    const waiting = keptRows().flatMap(({ row }) =>
      typeof row['waitingFor'] === 'string' ? [row['waitingFor']] : [],
    )
    expect(waiting.length).toBeGreaterThan(10)
    expect(waiting.filter((place) => !partitions.has(place))).toEqual([])
  })

  it.each(kinds)(
    'of %s is no longer the more urgent it is, and longer than it may take to be found',
    (kind) => {
      const minutes = urgencies.map((urgency) => bounds[kind].within[urgency])
      expect(minutes).toEqual(minutes.toSorted((one, other) => one - other))
      const now = new Date('2026-11-27T17:00:00Z')
      const found = now.getTime() - attendance[kind].after
      for (const urgency of urgencies)
        expect(boundBefore(kind, urgency, now).getTime()).toBeLessThan(found)
    },
  )
})
