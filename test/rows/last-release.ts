import type * as rowKinds from '../../shared/aws/dynamodb/rows/row-kinds.ts'

type Reader = Pick<typeof rowKinds, 'kindsOfRow'>

const isReader = (module: unknown): module is Reader =>
  typeof module === 'object' && module !== null && 'kindsOfRow' in module

/** The last release's code, as far as it reads rows. */
export const lastRelease = async (): Promise<Reader> => {
  const module: unknown = await import(new URL('reader.mjs', import.meta.url).href)
  if (!isReader(module)) throw new Error('test/rows/reader.mjs reads no rows: npm run rows:release')
  return module
}
