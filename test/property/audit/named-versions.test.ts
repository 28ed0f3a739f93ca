import { expect, it } from 'vitest'
import * as z from 'zod'
import { keepingFor } from '../../../shared/audit/keeping.ts'
import { ofKind } from '../../../shared/audit/named-versions.ts'
import { seriesOf } from '../../../shared/audit/object-versions.ts'
import { sealableEntrySchema } from '../../../shared/audit/sealed-leaf.ts'
import { playStory, type Written } from '../../rows/story.ts'

/** Rows of casework that have a version of their own, by the name of what they hold. */
const ids = {
  standing: 'concernId',
  alert: 'alertId',
  review: 'reviewId',
  access: 'accessId',
} as const

const moved = z.looseObject({ version: z.int() })

/** The record that a row is a version of; nothing for a row of something else. */
const recordIn = ({ row }: Written): readonly string[] =>
  Object.entries(ids).flatMap(([name, id]) => {
    const held = moved.safeParse(row[name])
    return held.success ? [`${String(held.data[id])} ${held.data.version}`] : []
  })

const entryIn = ({ row }: Written) => sealableEntrySchema.parse(row['entry'])

const namedIn = (written: Written): readonly string[] => {
  const { versions = {} } = z
    .looseObject({ versions: z.record(z.string(), z.int()).optional() })
    .parse(entryIn(written))
  return Object.entries(versions).map(([id, version]) => `${id} ${version}`)
}

/** The first version too, and each is kept for as long as the verifier counts on. */
it('whatever the hub does with a concern, an alert, a review or an emergency access, an entry names the version that came of it, and no gap is left', async () => {
  const story = await playStory()
  const scenes = Map.groupBy(story, ({ scene }) => scene)
  const records = new Set<string>()
  for (const [scene, written] of scenes) {
    const waiting = written.filter(({ table }) => table === 'auditEntries')
    const named = new Set(waiting.flatMap(namedIn))
    const moves = written.filter(({ table }) => table === 'casework').flatMap(recordIn)
    for (const move of moves) records.add(`${scene ?? ''} ${move}`)
    expect([scene, moves.filter((move) => !named.has(move))]).toEqual([scene, []])
    const series = seriesOf(waiting.map((one) => ({ leaf: { entry: entryIn(one) } })))
    expect(series.filter(({ missing }) => missing.length > 0)).toEqual([])
    const entries = waiting.map(entryIn).filter(({ versions }) => versions !== undefined)
    expect(entries.filter((entry) => keepingFor(entry) !== ofKind.casework.keeping)).toEqual([])
  }
  expect(records.size).toBeGreaterThan(100)
}, 60_000)
