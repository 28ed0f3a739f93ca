import { readVerifierKey } from '../../shared/audit/checkpoint.ts'
import { exportKeyName } from '../../shared/audit/export/manifest.ts'
import type { Held } from '../../shared/audit/held.ts'

/** The keys of one log, and those that sign its exports. */
export type Keys = Omit<Held, 'notes'> & { readonly exportKeys: readonly Buffer[] }

/** Whether it is meant as a key: NAME+ID+KEY, as C2SP writes it, with the id in eight digits. */
export const looksLikeKey = (text: string): boolean => /^[^+]+\+[0-9a-f]{8}\+/.test(text)

/** Comments, and what npm prints before a command's own lines. */
const isBeside = (line: string): boolean => line === '' || /^[#>]/.test(line)

/** The keys of one line: alone, or as `checkpoint-key show` prints it, in words or in JSON, with the key's id before and what it does after. */
const keysOf = (line: string): readonly ReturnType<typeof readVerifierKey>[] => {
  const words = line.split(/[\s",]+/).filter(looksLikeKey)
  return words.length === 0 ? [undefined] : words.map((word) => readVerifierKey(word))
}

/** From the lines of a file or an argument; undefined where one has no key, or they are of two logs. */
export const readKeys = (text: string): Keys | undefined => {
  const lines = text.split('\n').map((line) => line.trim())
  const read = lines.filter((line) => !isBeside(line)).flatMap(keysOf)
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
