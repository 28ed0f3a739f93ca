import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'

/** A file of a load, wherever it stands. */
export type InputFile = {
  /** What reports and rows to mend call it. */
  readonly name: string
  /** What whoever sent it knows it by. */
  readonly shown: string
  /** From its beginning, as often as asked. */
  readonly bytes: () => AsyncIterable<Uint8Array>
}

export const fileOnDisk = (path: string): InputFile => ({
  name: basename(path),
  shown: path,
  bytes: () => createReadStream(path),
})

/** Its length, and its SHA-256 in hex. */
export const measured = async ({
  bytes,
}: InputFile): Promise<{ readonly bytes: number; readonly sha256: string }> => {
  const hash = createHash('sha256')
  let length = 0
  for await (const chunk of bytes()) {
    hash.update(chunk)
    length += chunk.length
  }
  return { bytes: length, sha256: hash.digest('hex') }
}
