import type { RotateIndexDeps } from '../../casework/rotate-index.ts'
import {
  firstKey,
  type Rotation,
  type RotationWish,
  rotationPhases,
  rotationShape,
  rotationWishShape,
  usesOf,
} from '../../register/index-rotation.ts'
import { type IndexRing, indexKeyContext, indexRingKey, readRingIn } from '../kms/index-ring.ts'
import type { Keys } from '../kms/keys.ts'
import { putNew, putVersion } from './actions.ts'
import { auditRows } from './audit-rows.ts'
import { rowKind } from './rows/row-kind.ts'
import { standIn } from './rows/stand-in.ts'
import type { Key, KeyedRow, Store } from './store.ts'

/** In the register, beside the keys and without them: whoever asks how far it is learns nothing of them. */
export const rotationKey: Key = { pk: 'INDEXROTATION', sk: 'INDEXROTATION' }
/** In the directory. */
export const rotationWishKey: Key = { pk: 'INDEXKEY', sk: 'WISH' }

/** A phase that is not known here is taken for one that grants nothing and takes nothing away. */
export const rotationKind = rowKind({
  name: 'index-rotation',
  places: ['register INDEXROTATION INDEXROTATION'],
  shape: rotationShape,
  standIns: [standIn(rotationPhases, 'FILLING')],
})

export const rotationWishKind = rowKind({
  name: 'index-rotation-wish',
  places: ['directory INDEXKEY WISH'],
  shape: rotationWishShape,
})

export const rotationWishRow = (wish: RotationWish): KeyedRow & Pick<RotationWish, 'version'> => ({
  ...rotationWishKey,
  ...wish,
})

export const readRotationIn =
  (store: Store, register: string) => async (): Promise<Rotation | undefined> => {
    const row = await store.get(register, rotationKey)
    return row === undefined ? undefined : rotationKind.read(row)
  }

export const readRotationWishIn =
  (store: Store, directory: string) => async (): Promise<RotationWish | undefined> => {
    const row = await store.get(directory, rotationWishKey)
    return row === undefined ? undefined : rotationWishKind.read(row)
  }

type Ground = {
  readonly store: Store
  readonly keys: Keys
  readonly tables: { readonly register: string }
  readonly wrappingKey: string
  readonly now: () => Date
}

const ringRow = (ring: IndexRing): KeyedRow & Pick<IndexRing, 'version'> => ({
  ...indexRingKey,
  ...ring,
})

/** The first key, for an index that has none; whoever comes second finds what the first one made. */
export const makeFirstKey = async (ground: Ground): Promise<Rotation> => {
  const { store, keys, tables, wrappingKey, now } = ground
  const rotation: Rotation = {
    version: 1,
    phase: 'STEADY',
    current: firstKey,
    since: now().toISOString(),
    answered: 0,
  }
  const wrapped = await keys.makeSecret(wrappingKey, indexKeyContext(firstKey))
  const ring = { version: 1, keys: { [firstKey]: wrapped }, reads: firstKey, writes: [firstKey] }
  await store.transact([
    putNew(tables.register, ringRow(ring)),
    putNew(tables.register, { ...rotationKey, ...rotation }),
  ])
  return (await readRotationIn(store, tables.register)()) ?? rotation
}

/** The ring that a state asks for: a key that is new is made, and one that is no longer used is gone for good. */
const ringFor = async (
  { store, keys, tables, wrappingKey }: Ground,
  { phase, current, next }: Rotation,
): Promise<IndexRing> => {
  const ring = await readRingIn(store, tables.register)()
  if (ring === undefined) throw new Error('a rotation of a key that is not there')
  const versions = phase === 'STEADY' || next === undefined ? [current] : [current, next]
  const standing = await Promise.all(
    versions.map(async (version) => {
      const wrapped = ring.keys[version]
      return [
        version,
        wrapped ?? (await keys.makeSecret(wrappingKey, indexKeyContext(version))),
      ] as const
    }),
  )
  const { reads, writes } = usesOf({ phase, current, ...(next !== undefined && { next }) })
  return { version: ring.version + 1, keys: Object.fromEntries(standing), reads, writes }
}

/** Keeps a state, with the ring that it asks for where its phase is another, and what is recorded of it. */
export const keepRotationIn =
  (
    ground: Ground & { readonly tables: { readonly auditEntries: string } },
  ): RotateIndexDeps['keep'] =>
  async ({ before, after, entries }) => {
    const { store, tables } = ground
    const ring = before.phase === after.phase ? undefined : await ringFor(ground, after)
    const result = await store.transact([
      putVersion(tables.register, { ...rotationKey, ...after }),
      ...(ring === undefined ? [] : [putVersion(tables.register, ringRow(ring))]),
      ...auditRows(tables.auditEntries, entries),
    ])
    return result === 'committed' ? 'committed' : 'changed'
  }
