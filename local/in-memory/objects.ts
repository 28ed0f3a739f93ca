import type { Objects } from '../../shared/aws/s3/objects.ts'

/** Objects in memory, each put once. `all` holds them by bucket and name; what is undefined there was taken away. */
export const createInMemoryObjects = () => {
  const all = new Map<string, string | undefined>()
  const idOf = (bucket: string, name: string): string => `${bucket}/${name}`
  const objects: Objects = {
    putNew: async (bucket, name, text) => {
      const stands = all.get(idOf(bucket, name)) ?? text
      all.set(idOf(bucket, name), stands)
      return stands
    },
    get: async (bucket, name) => all.get(idOf(bucket, name)),
    list: async (bucket, prefix, most) =>
      [...all]
        .filter(([id]) => id.startsWith(idOf(bucket, prefix)))
        .toSorted(([one], [other]) => (one < other ? -1 : 1))
        .slice(0, most)
        .map(([id, text]) => ({
          name: id.slice(idOf(bucket, '').length),
          isTakenAway: text === undefined,
        })),
  }
  return { ...objects, all }
}
