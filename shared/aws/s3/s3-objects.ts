import {
  GetObjectCommand,
  ListObjectVersionsCommand,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3'
import { HubError } from '../../kernel/hub-error.ts'
import type { Listed, Objects } from './objects.ts'

/** The object is there, or another put of it is on its way. */
const refusals: readonly string[] = ['PreconditionFailed', 'ConditionalRequestConflict']

const standing = (text: string | undefined): string => {
  if (text === undefined) throw new HubError('store-busy', 'an object is being put by another')
  return text
}

const getFrom =
  (client: S3Client): Objects['get'] =>
  async (Bucket, Key) => {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }))
      return await Body?.transformToString()
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined
      throw error
    }
  }

/** Objects as S3 keeps them. Their retention is the bucket's default. */
export const s3Objects = (client: S3Client): Objects => {
  const get = getFrom(client)
  return {
    get,
    putNew: async (Bucket, Key, Body) => {
      try {
        await client.send(new PutObjectCommand({ Bucket, Key, Body, IfNoneMatch: '*' }))
        return Body
      } catch (error) {
        if (!(error instanceof S3ServiceException && refusals.includes(error.name))) throw error
      }
      return standing(await get(Bucket, Key))
    },
    list: async (Bucket, Prefix, MaxKeys) => {
      const { Versions = [], DeleteMarkers = [] } = await client.send(
        new ListObjectVersionsCommand({ Bucket, Prefix, MaxKeys }),
      )
      const listed =
        (isTakenAway: boolean) =>
        ({ Key = '', IsLatest }: Version): Listed[] =>
          IsLatest === true ? [{ name: Key, isTakenAway }] : []
      const all = [...Versions.flatMap(listed(false)), ...DeleteMarkers.flatMap(listed(true))]
      return all.toSorted((one, other) => (one.name < other.name ? -1 : 1))
    },
  }
}

type Version = { readonly Key?: string | undefined; readonly IsLatest?: boolean | undefined }
