import {
  bundleName,
  checkpointName,
  checkpointsPrefix,
  sizeOfCheckpoint,
} from '../../audit/sealed-log.ts'
import type { PublishLogDeps } from '../../casework/publish-log.ts'
import { HubError } from '../../kernel/hub-error.ts'
import type { Objects } from './objects.ts'

const textOf = async (objects: Objects, bucket: string, name: string): Promise<string> => {
  const text = await objects.get(bucket, name)
  if (text === undefined)
    throw new HubError('internal', 'the sealed log lists what it does not hold')
  return text
}

/** The sealed log in a bucket whose objects nobody can take away or put over. */
export const sealedLogIn = (
  objects: Objects,
  bucket: string,
): Pick<PublishLogDeps, 'readNewest' | 'putBundle' | 'putCheckpoint'> => ({
  readNewest: async () => {
    const [newest] = await objects.list(bucket, checkpointsPrefix, 1)
    if (newest === undefined) return undefined
    if (newest.isTakenAway) return 'taken-away'
    const { name } = newest
    return { size: sizeOfCheckpoint(name), note: await textOf(objects, bucket, name) }
  },
  putBundle: (bundle) => objects.putNew(bucket, bundleName(bundle.first), bundle.text),
  putCheckpoint: (size, note) => objects.putNew(bucket, checkpointName(size), note),
})
