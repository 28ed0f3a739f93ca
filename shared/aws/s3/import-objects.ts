import { GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import type { UploadAddress } from '../../casework/begin-import.ts'
import type { Upload } from '../../register/register-import.ts'

/** All that is asked of the bucket of imports. */
export type ImportObjects = {
  /** An address under which bytes of this length and hash, and no others, can be put. */
  readonly signPut: (bucket: string, name: string, of: Signed) => Promise<UploadAddress>
  readonly signGet: (bucket: string, name: string, of: SignedRead) => Promise<string>
  /** Undefined where there is no such object. */
  readonly open: (bucket: string, name: string) => Promise<AsyncIterable<Uint8Array> | undefined>
  readonly put: (bucket: string, name: string, text: string) => Promise<void>
}

export type Signed = { readonly upload: Upload; readonly seconds: number }
export type SignedRead = {
  readonly kind: Upload['kind']
  readonly as: string
  readonly seconds: number
}

/** Objects of imports as S3 keeps them, under the bucket's own key. */
export const importObjects = (client: S3Client): Pick<ImportObjects, 'open' | 'put'> => ({
  open: async (Bucket, Key) => {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }))
      return Body as AsyncIterable<Uint8Array> | undefined
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined
      throw error
    }
  },
  put: async (Bucket, Key, Body) => {
    await client.send(new PutObjectCommand({ Bucket, Key, Body }))
  },
})
