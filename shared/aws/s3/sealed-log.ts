import { leafOfLine } from '../../audit/leaf-text.ts'
import type { Leaf } from '../../audit/sealed-leaf.ts'
import {
  bundleName,
  bundlesPrefix,
  checkpointName,
  checkpointsPrefix,
  type KeptCheckpoint,
  linesOf,
  sizeOfCheckpoint,
} from '../../audit/sealed-log.ts'
import type { PublishLogDeps } from '../../casework/publish-log.ts'
import type { WalkLogDeps } from '../../casework/walk-log.ts'
import { HubError } from '../../kernel/hub-error.ts'
import type { Objects } from './objects.ts'

type Place = { readonly bucket: string; readonly origin: string }

/** The objects of one log among those of a bucket: another origin is another log, beside it. */
const objectsOf = (objects: Objects, { bucket, origin }: Place) => {
  const within = `${origin}/`
  return {
    list: async (prefix: string, most: number) => {
      const listed = await objects.list(bucket, within + prefix, most)
      return listed.map((one) => ({ ...one, name: one.name.slice(within.length) }))
    },
    putNew: (name: string, text: string) => objects.putNew(bucket, within + name, text),
    textOf: async (name: string): Promise<string> => {
      const text = await objects.get(bucket, within + name)
      if (text === undefined)
        throw new HubError('internal', 'the sealed log lists what it does not hold')
      return text
    },
  }
}

const originIn = ({ note }: KeptCheckpoint): string => note.slice(0, note.indexOf('\n'))

/** The note that was sealed for this size, in the log that its first line names; undefined where there is none. */
export const readSealedNoteIn =
  (objects: Objects, bucket: string) =>
  ({ size, note }: KeptCheckpoint): Promise<string | undefined> =>
    objects.get(bucket, `${originIn({ size, note })}/${checkpointName(size)}`)

/**
 * The leaves between two signed trees, by their number: bundles begin where the log was signed, and where the one before ends.
 * They stand in this log, or in the former one that a note beside the rows names.
 */
export const readBundledIn =
  (objects: Objects, { bucket, origin }: Place): WalkLogDeps['readBundled'] =>
  async ({ from, to }, notes) => {
    const origins = [...new Set([origin, ...notes.map(originIn)])]
    const linesFrom = async (first: number): Promise<readonly string[]> => {
      const texts = origins.map((log) => objects.get(bucket, `${log}/${bundleName(first)}`))
      return linesOf((await Promise.all(texts)).find((one) => one !== undefined) ?? '')
    }
    const all: string[] = []
    let lines = await linesFrom(from)
    while (lines.length > 0) {
      all.push(...lines)
      lines = from + all.length < to ? await linesFrom(from + all.length) : []
    }
    return new Map(all.flatMap((line, at) => withIndex(leafOfLine(line), from + at)))
  }

const withIndex = (leaf: Leaf | undefined, index: number): readonly (readonly [number, Leaf])[] =>
  leaf === undefined ? [] : [[index, leaf]]

/** The sealed log in a bucket whose objects nobody can take away or put over. */
export const sealedLogIn = (
  objects: Objects,
  place: Place,
): Pick<PublishLogDeps, 'readNewest' | 'hasBundles' | 'putBundle' | 'putCheckpoint'> => {
  const own = objectsOf(objects, place)
  return {
    readNewest: async () => {
      const [newest] = await own.list(checkpointsPrefix, 1)
      if (newest === undefined) return undefined
      if (newest.isTakenAway) return 'taken-away'
      const { name } = newest
      return { size: sizeOfCheckpoint(name), note: await own.textOf(name) }
    },
    hasBundles: async () => (await own.list(bundlesPrefix, 1)).length > 0,
    putBundle: (bundle) => own.putNew(bundleName(bundle.first), bundle.text),
    putCheckpoint: (size, note) => own.putNew(checkpointName(size), note),
  }
}
