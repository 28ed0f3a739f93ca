import { createReadStream } from 'node:fs'
import { glob, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { GetObjectCommand, paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3'
import { InputError } from '../evaluate/input-error.ts'

/** Where an export stands: on this disk, or in a bucket. Names are relative to it, with slashes. */
export type ExportFiles = {
  /** Names that end so. */
  readonly list: (ending: string) => Promise<readonly string[]>
  readonly text: (name: string) => Promise<string>
  readonly bytes: (name: string) => Promise<Readable>
}

const inFolder = (folder: string): ExportFiles => ({
  list: async (ending) => {
    const names: string[] = []
    for await (const name of glob(`**/*${ending}`, { cwd: folder })) names.push(name)
    return names.toSorted()
  },
  text: (name) => readFile(join(folder, name), 'utf8'),
  bytes: async (name) => createReadStream(join(folder, name)),
})

const inBucket = (client: S3Client, Bucket: string, prefix: string): ExportFiles => {
  const get = async (name: string) => {
    const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: `${prefix}${name}` }))
    if (Body === undefined) throw new InputError(`${name} is not in the bucket`)
    return Body
  }
  return {
    list: async (ending) => {
      const names: string[] = []
      const pages = paginateListObjectsV2({ client }, { Bucket, Prefix: prefix })
      for await (const { Contents = [] } of pages)
        names.push(...Contents.map(({ Key = '' }) => Key.slice(prefix.length)))
      return names.filter((name) => name.endsWith(ending)).toSorted()
    },
    text: async (name) => (await get(name)).transformToString(),
    bytes: async (name) => {
      const body = await get(name)
      if (!(body instanceof Readable)) throw new Error('an object that cannot be read in parts')
      return body
    },
  }
}

const scheme = 's3://'

/** `s3://bucket/prefix`, or a folder. */
export const exportFilesAt = (place: string, s3: () => S3Client): ExportFiles => {
  if (!place.startsWith(scheme)) return inFolder(resolve(place))
  const [bucket = '', ...folders] = place.slice(scheme.length).split('/')
  const prefix = folders.filter((folder) => folder !== '').join('/')
  return inBucket(s3(), bucket, prefix === '' ? '' : `${prefix}/`)
}
