import { createReadStream, createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { InputError } from '../evaluate/input-error.ts'
import type { SignedObjects } from './upload-files.ts'

const unreachable = (cause: unknown): never => {
  throw new InputError('the bucket of the hub does not answer: is a proxy between?', { cause })
}

/** Signed addresses as S3 answers them. Files are streamed, never held. */
export const signedObjects: SignedObjects = {
  put: async ({ url, headers }, path) => {
    const body = Readable.toWeb(createReadStream(path))
    const sent = { method: 'PUT', headers: { ...headers }, body, duplex: 'half' }
    return (await fetch(url, sent as RequestInit).catch(unreachable)).status
  },
  fetchInto: async (url, path) => {
    const answer = await fetch(url).catch(unreachable)
    if (!answer.ok || answer.body === null)
      throw new InputError(`the rows to mend were not given out (${answer.status})`)
    const body = answer.body as unknown as AsyncIterable<Uint8Array>
    await pipeline(body, createWriteStream(path, { mode: 0o600 }))
  },
}
