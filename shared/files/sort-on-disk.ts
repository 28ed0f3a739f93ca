import { type FileHandle, mkdtemp, open, rmdir, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Keyed, Sorter, Sorting } from '../loading/sorter.ts'
import { textLinesOf } from './text-lines.ts'

/** Signs of JSON that one sorter holds before it writes them to disk. */
const mostSigns = 2_000_000
/** Of a run, read ahead: there may be many runs. */
const readAhead = 16_384

type Entry = { readonly key: string; readonly text: string }

const byKey = (one: Entry, other: Entry): number =>
  one.key < other.key ? -1 : one.key > other.key ? 1 : 0

/** A file that has no name any more: whoever ends this process by force leaves no personal data behind. */
const openNameless = async (folder: string, number: number): Promise<FileHandle> => {
  const path = join(folder, String(number))
  const file = await open(path, 'wx+', 0o600)
  await unlink(path)
  return file
}

async function* entriesOf(file: FileHandle): AsyncGenerator<Entry, undefined> {
  const input = file.createReadStream({
    start: 0,
    autoClose: false,
    encoding: 'utf8',
    highWaterMark: readAhead,
  })
  for await (const line of textLinesOf(input)) {
    const at = line.indexOf('\t')
    if (at >= 0) yield { key: line.slice(0, at), text: line.slice(at + 1) }
  }
  return undefined
}

async function* entriesIn(entries: readonly Entry[]): AsyncGenerator<Entry, undefined> {
  yield* entries
  return undefined
}

type Head = { readonly run: AsyncGenerator<Entry, undefined>; readonly at: number; entry: Entry }

const isBefore = (one: Head, other: Head): boolean => {
  const order = byKey(one.entry, other.entry)
  return order === 0 ? one.at < other.at : order < 0
}

/** Puts a head where it belongs among those that are in order. */
const putIn = (heads: Head[], head: Head): void => {
  let [from, to] = [0, heads.length]
  while (from < to) {
    const middle = (from + to) >> 1
    const other = heads[middle]
    if (other !== undefined && isBefore(other, head)) from = middle + 1
    else to = middle
  }
  heads.splice(from, 0, head)
}

/** Least key first; of one key the earlier run. */
async function* merged(
  runs: readonly AsyncGenerator<Entry, undefined>[],
): AsyncGenerator<Entry, undefined> {
  const heads: Head[] = []
  for (const [at, run] of runs.entries()) {
    const next: IteratorResult<Entry, undefined> = await run.next()
    if (next.done !== true) putIn(heads, { run, at, entry: next.value })
  }
  for (let head = heads.shift(); head !== undefined; head = heads.shift()) {
    yield head.entry
    const next: IteratorResult<Entry, undefined> = await head.run.next()
    if (next.done === true) continue
    head.entry = next.value
    putIn(heads, head)
  }
  return undefined
}

const linesOf = (entries: readonly Entry[]): string =>
  entries.map(({ key, text }) => `${key}\t${text}\n`).join('')

const createSorter = <Item>(newFile: () => Promise<FileHandle>, most: number): Sorter<Item> => {
  const runs: FileHandle[] = []
  let held: Entry[] = []
  let signs = 0
  const spill = async (): Promise<void> => {
    const file = await newFile()
    const entries = held.toSorted(byKey)
    held = []
    signs = 0
    for (let at = 0; at < entries.length; at += 1_000)
      await file.write(linesOf(entries.slice(at, at + 1_000)))
    runs.push(file)
  }
  return {
    add: async (key, item) => {
      const text = JSON.stringify(item)
      held.push({ key: key.replace(/[\t\r\n]/g, ' '), text })
      signs += key.length + text.length
      if (signs > most) await spill()
    },
    sorted: async function* (): AsyncGenerator<Keyed<Item>> {
      const last = entriesIn(held.toSorted(byKey))
      for await (const { key, text } of merged([...runs.map(entriesOf), last]))
        yield { key, item: JSON.parse(text) as Item }
    },
  }
}

/** Sorting in a folder of its own, which holds nothing that has a name; `end` closes what is open. */
export const sortingOnDisk = async (
  signs = mostSigns,
): Promise<Sorting & { readonly end: () => Promise<void> }> => {
  const folder = await mkdtemp(join(tmpdir(), 'hub-import-'))
  const files: FileHandle[] = []
  const newFile = async (): Promise<FileHandle> => {
    const file = await openNameless(folder, files.length)
    files.push(file)
    return file
  }
  return {
    sorter: () => createSorter(newFile, signs),
    end: async () => {
      for (const file of files) await file.close()
      await rmdir(folder)
    },
  }
}
