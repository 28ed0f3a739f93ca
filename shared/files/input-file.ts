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
