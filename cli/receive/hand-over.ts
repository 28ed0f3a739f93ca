import { createHash } from 'node:crypto'
import { access, mkdir, open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { TakeDeps } from './take.ts'

/** The name of an event’s file: its id where that is a plain one, else a digest, so that no event names a path. */
export const fileOf = (id: string): string => {
  const plain = id.replace('#', '_')
  const name = /^[A-Za-z0-9-]+_?[A-Za-z0-9-]{0,80}$/.test(plain) && plain.length <= 120
  return `${name ? plain : createHash('sha256').update(id).digest('hex')}.json`
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

/** Whether an event was handed over to a folder. */
export const isHeldIn =
  (folder: string) =>
  (id: string): Promise<boolean> =>
    exists(join(folder, fileOf(id)))

const writeWhole = async (path: string, text: string): Promise<void> => {
  const file = await open(path, 'w', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}

/**
 * Hands events over as files of a folder, one an id. A file is written under another name, made safe on the disk, and renamed: whoever reads
 * the folder finds whole files alone, and after a crash the same file once. `first` is called before the file gets its name, with the text;
 * where it fails there is no file, and the event comes again.
 */
export const handOverTo =
  (folder: string, first: (text: string) => Promise<void> = async () => {}): TakeDeps['handOver'] =>
  async (id, text) => {
    const path = join(folder, fileOf(id))
    if (await isHeldIn(folder)(id)) return 'already'
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const partial = `${path}.partial`
    await writeWhole(partial, text)
    await first(text)
    await rename(partial, path)
    return 'handed-over'
  }
