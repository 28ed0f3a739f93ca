import { makeFirstKey } from '../shared/aws/dynamodb/rotation-rows.ts'
import { type HashKeys, type IndexPlace, indexHashes } from '../shared/aws/kms/index-hash.ts'

/** The first key of an index that has none, as the hub would make it within a minute of its deployment. */
export const ensureIndexKey = async (place: IndexPlace): Promise<void> => {
  await makeFirstKey({ ...place, tables: { register: place.table } })
}

/** Hashes for whoever fills a register past the hub's functions, which may be before the hub has made the first key. */
export const hashesOfFiller = (place: IndexPlace): HashKeys => {
  const { toWrite } = indexHashes(place)
  let made: Promise<void> | undefined
  return async (keys) => {
    made ??= ensureIndexKey(place)
    await made
    return toWrite(keys)
  }
}
