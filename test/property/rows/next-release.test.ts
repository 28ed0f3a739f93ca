import { beforeAll, describe, expect, it } from 'vitest'
import { kindsOfRow } from '../../../shared/aws/dynamodb/rows/row-kinds.ts'
import { asideOf } from '../../../shared/kernel/aside.ts'
import { varied } from '../../rows/kept-rows.ts'
import { lastRelease } from '../../rows/last-release.ts'
import { playStory, type Written } from '../../rows/story.ts'
import { unreadableIn } from '../../rows/unreadable.ts'

/** What a value and its parts carry that the code which read it does not know. */
const unknownIn = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return []
  const { fields, codes, row } = asideOf(value)
  const own = [fields, codes, row.fields, row.codes].flatMap((part) => Object.keys(part))
  return [...own, ...Object.values(value).flatMap(unknownIn)]
}

describe('rows that today’s code has just written', () => {
  let rows: readonly Written[] = []
  beforeAll(async () => {
    rows = varied(await playStory())
  })

  it('are all read by the last release’s code', async () => {
    expect(unreadableIn(rows, (await lastRelease()).kindsOfRow)).toEqual([])
    expect(rows.length).toBeGreaterThan(100)
  })

  it('are known whole to the code that wrote them', () => {
    expect(unreadableIn(rows)).toEqual([])
    const unknown = rows.flatMap(({ table, row }) =>
      kindsOfRow(table, row)
        .filter((kind) => kind.lineOf === undefined)
        .flatMap((kind) => unknownIn(kind.read(row)).map((name) => `${kind.name} ${name}`)),
    )
    expect(unknown).toEqual([])
  })

  it('are read by it with a code that it does not know', async () => {
    const later = rows.flatMap(({ table, row }) =>
      row.sk === 'ALERT' || row.sk === 'REVIEW'
        ? [{ table, row: JSON.parse(JSON.stringify(row).replaceAll('"H2"', '"H9"')) as typeof row }]
        : [],
    )
    expect(JSON.stringify(later)).toContain('"H9"')
    expect(unreadableIn(later, (await lastRelease()).kindsOfRow)).toEqual([])
  })
})
