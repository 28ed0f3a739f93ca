import { readVerifierKey } from '../../shared/audit/checkpoint.ts'
import { exportKeyName } from '../../shared/audit/export/manifest.ts'
import type { Held } from '../../shared/audit/held.ts'

/** The keys of one log, and those that sign its exports. */
export type Keys = Omit<Held, 'notes'> & { readonly exportKeys: readonly Buffer[] }

/** From the lines of a file or an argument; undefined where one is none, or they are of two logs. */
export const readKeys = (text: string): Keys | undefined => {
  const lines = text.split('\n').map((line) => line.trim())
  const read = lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => readVerifierKey(line))
  const keys = read.filter((key) => key !== undefined)
  const [origin, ...others] = new Set(
    keys.map(({ name }) => name).filter((name) => !isOfExports(name)),
  )
  if (keys.length < read.length || origin === undefined || others.length > 0) return undefined
  const named = (name: string) =>
    keys.filter((key) => key.name === name).map(({ publicKey }) => publicKey)
  const publicKeys = named(origin)
  const exportKeys = named(exportKeyName(origin))
  return publicKeys.length + exportKeys.length < keys.length
    ? undefined
    : { origin, publicKeys, exportKeys }
}

const isOfExports = (name: string): boolean => name.endsWith(exportKeyName(''))
