import { type FileHandle, mkdtemp, open, rmdir, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Keyed, Sorter, Sorting } from '../../shared/loading/sorter.ts'

/** Signs of JSON that one sorter holds before it writes them to disk. */
const mostSigns = 12_000_000

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

async function* entriesOf(file: FileHandle): AsyncGenerator<Entry> {
  const input = file.createReadStream({ start: 0, autoClose: false, encoding: 'utf8' })
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    const at = line.indexOf('\t')
    yield { key: line.slice(0, at), text: line.slice(at + 1) }
  }
}

async function* entriesIn(entries: readonly Entry[]): AsyncGenerator<Entry> {
  yield* entries
}

type Head = { readonly run: AsyncGenerator<Entry>; entry: Entry }

/** Least key first; of one key the earlier run. There are few runs, so that looking at each head is soon done. */
const leastOf = (heads: readonly Head[]): Head | undefined =>
  heads.reduce<Head | undefined>(
    (least, head) => (least === undefined || byKey(head.entry, least.entry) < 0 ? head : least),
    undefined,
  )

async function* merged(runs: readonly AsyncGenerator<Entry>[]): AsyncGenerator<Entry> {
  const heads: Head[] = []
  for (const run of runs) {
    const { value, done } = await run.next()
    if (done !== true) heads.push({ run, entry: value })
  }
  for (let head = leastOf(heads); head !== undefined; head = leastOf(heads)) {
    yield head.entry
    const { value, done } = await head.run.next()
    if (done === true) heads.splice(heads.indexOf(head), 1)
    else head.entry = value
  }
}

const linesOf = (entries: readonly Entry[]): string =>
  entries.map(({ key, text }) => `${key}\t${text}\n`).join('')

const createSorter = <Item>(newFile: () => Promise<FileHandle>): Sorter<Item> => {
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
      if (signs > mostSigns) await spill()
    },
    sorted: async function* (): AsyncGenerator<Keyed<Item>> {
      const last = entriesIn(held.toSorted(byKey))
      for await (const { key, text } of merged([...runs.map(entriesOf), last]))
        yield { key, item: JSON.parse(text) as Item }
    },
  }
}

/** Sorting in a folder of its own, which holds nothing that has a name; `end` closes what is open. */
export const sortingOnDisk = async (): Promise<Sorting & { readonly end: () => Promise<void> }> => {
  const folder = await mkdtemp(join(tmpdir(), 'hub-import-'))
  const files: FileHandle[] = []
  const newFile = async (): Promise<FileHandle> => {
    const file = await openNameless(folder, files.length)
    files.push(file)
    return file
  }
  return {
    sorter: () => createSorter(newFile),
    end: async () => {
      for (const file of files) await file.close()
      await rmdir(folder)
    },
  }
}
