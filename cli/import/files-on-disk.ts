import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { say } from '../../local/say.ts'
import { fileOnDisk } from '../../shared/files/input-file.ts'
import { nameToMend, textToMend } from '../../shared/files/mending.ts'
import { type Source, sourceOf } from '../../shared/files/read-files.ts'
import type { Mending } from '../../shared/loading/pass-over.ts'
import type { Sorter } from '../../shared/loading/sorter.ts'
import { asInputError, InputError } from '../evaluate/input-error.ts'

const filesIn = async (path: string): Promise<readonly string[]> => {
  const found = await stat(path).catch((cause: unknown) => {
    throw new InputError(`${path}: cannot be read`, { cause })
  })
  if (!found.isDirectory()) return [path]
  const names = (await readdir(path)).filter((name) => !name.startsWith('.')).toSorted()
  const read = names.filter((name) => /\.(?:csv|json|ndjson|xml|txt)$/i.test(name))
  // Whoever saved one table as a workbook would else load all others, and not know it.
  for (const name of names) if (!read.includes(name)) say(`not read: ${join(path, name)}`)
  return read.map((name) => join(path, name))
}

/** Every file named, and those of every folder named. @throws InputError where there is none, or two of one name */
export const pathsOf = async (paths: readonly string[]): Promise<readonly string[]> => {
  const files = (await Promise.all(paths.map(filesIn))).flat()
  if (files.length === 0) throw new InputError('there is no file to load')
  const names = files.map((path) => basename(path))
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) throw new InputError(`${twice}: two files have this name`)
  return files
}

/** Each file with what it is. @throws InputError of what cannot make a register */
export const sourcesOf = async (paths: readonly string[]): Promise<readonly Source[]> => {
  const files = await pathsOf(paths)
  return Promise.all(files.map((path) => sourceOf(fileOnDisk(path)))).catch((error: unknown) => {
    throw asInputError(error)
  })
}

const writeTexts = async (path: string, texts: AsyncIterable<string>): Promise<boolean> => {
  const iterator = texts[Symbol.asyncIterator]()
  let next = await iterator.next()
  if (next.done === true) return false
  const file = createWriteStream(path, { mode: 0o600 })
  for (; next.done !== true; next = await iterator.next())
    if (!file.write(next.value)) await once(file, 'drain')
  file.end()
  await once(file, 'finish')
  return true
}

/** The files that were written. They hold what they were made of: personal data, for this machine alone. */
export const writeMending = async (
  sources: readonly Source[],
  folder: string,
  toMend: Sorter<Mending>,
): Promise<readonly string[]> => {
  const written: string[] = []
  for (const source of sources) {
    const path = join(folder, nameToMend(source))
    if (await writeTexts(path, textToMend(source, toMend))) written.push(path)
  }
  return written
}
