import { createHash } from 'node:crypto'
import { createGunzip } from 'node:zlib'
import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { InputError } from '../evaluate/input-error.ts'
import type { ExportFiles } from './export-files.ts'
import type { Item } from './item-digest.ts'
import type { DataFile } from './manifests.ts'

const atOnce = 64

/** DynamoDB JSON has bytes in base64. */
const bytesIn = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(bytesIn)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([type, inner]: [string, unknown]) => [type, typedIn(type, inner)]),
  )
}

const typedIn = (type: string, inner: unknown): unknown => {
  if (type === 'B' && typeof inner === 'string') return Buffer.from(inner, 'base64')
  if (type === 'BS' && Array.isArray(inner))
    return inner.map((one) => Buffer.from(String(one), 'base64'))
  if (type === 'M' && typeof inner === 'object' && inner !== null) return fieldsIn(inner)
  return bytesIn(inner)
}

const fieldsIn = (fields: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]: [string, unknown]) => [name, bytesIn(value)]),
  )

const itemOf = (line: string, name: string, at: number): Item => {
  try {
    const { Item: item } = JSON.parse(line) as { readonly Item?: Record<string, AttributeValue> }
    if (item?.['pk']?.S === undefined || item['sk']?.S === undefined) throw new Error('no key')
    return fieldsIn(item) as Item
  } catch (cause) {
    throw new InputError(`${name}: line ${at} is no row`, { cause })
  }
}

/** @throws InputError when it is not the file whose checksum the manifest has */
export const checkFile = async (
  files: ExportFiles,
  { name, md5Checksum }: DataFile,
): Promise<void> => {
  const md5 = createHash('md5')
  for await (const chunk of await files.bytes(name)) md5.update(chunk as Buffer)
  if (md5.digest('base64') !== md5Checksum)
    throw new InputError(`${name} is not the file whose checksum the manifest has`)
}

async function* linesIn(files: ExportFiles, name: string): AsyncGenerator<string> {
  const text = new TextDecoder()
  let rest = ''
  const unzipped = (await files.bytes(name)).pipe(createGunzip())
  for await (const chunk of unzipped) {
    const lines = (rest + text.decode(chunk as Buffer, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  yield rest + text.decode()
}

/**
 * The rows of one file of an export, some at a time; memory holds no more.
 * @throws InputError for a line that is no row, and at its end when there are not as many as its manifest says
 */
export async function* itemsIn(
  files: ExportFiles,
  { name, itemCount }: DataFile,
): AsyncGenerator<readonly Item[]> {
  let at = 0
  let some: Item[] = []
  for await (const line of linesIn(files, name)) {
    if (line.trim() === '') continue
    at += 1
    some.push(itemOf(line, name, at))
    if (some.length < atOnce) continue
    yield some
    some = []
  }
  if (some.length > 0) yield some
  if (at !== itemCount) throw new InputError(`${name} has ${at} rows, its manifest ${itemCount}`)
}

/** The rows of several files, one after another. */
export async function* rowsOf(
  files: ExportFiles,
  dataFiles: readonly DataFile[],
): AsyncGenerator<Item> {
  for (const file of dataFiles) for await (const some of itemsIn(files, file)) yield* some
}
