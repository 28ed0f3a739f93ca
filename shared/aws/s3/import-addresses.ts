import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import type { Upload } from '../../register/register-import.ts'
import type { ImportObjects } from './import-objects.ts'

const mediaTypes = { csv: 'text/csv', json: 'application/json' } as const

/** S3 compares what is put with each of these headers, all of which are signed. */
const headersOf = ({ kind, bytes, sha256 }: Upload) => ({
  'Content-Type': mediaTypes[kind],
  'Content-Length': String(bytes),
  'x-amz-checksum-sha256': Buffer.from(sha256, 'hex').toString('base64'),
})

const signed = new Set(['content-type', 'content-length', 'x-amz-checksum-sha256'])

const signPutFor =
  (client: S3Client): ImportObjects['signPut'] =>
  async (Bucket, Key, { upload, seconds }) => {
    const headers = headersOf(upload)
    const command = new PutObjectCommand({
      Bucket,
      Key,
      ContentType: headers['Content-Type'],
      ContentLength: upload.bytes,
      ChecksumSHA256: headers['x-amz-checksum-sha256'],
    })
    const url = await getSignedUrl(client, command, {
      expiresIn: seconds,
      signableHeaders: signed,
      // In the address they would be told to S3 and never compared with what is sent.
      unhoistableHeaders: signed,
    })
    return { url, headers }
  }

/** Addresses in the bucket of imports, signed by whoever asks for them: they may do there what its role may. */
export const importAddresses = (client: S3Client): Pick<ImportObjects, 'signPut' | 'signGet'> => ({
  signPut: signPutFor(client),
  signGet: (Bucket, Key, { kind, as, seconds }) => {
    const command = new GetObjectCommand({
      Bucket,
      Key,
      ResponseContentType: mediaTypes[kind],
      ResponseContentDisposition: `attachment; filename="${as}"`,
      ResponseCacheControl: 'no-store',
    })
    return getSignedUrl(client, command, { expiresIn: seconds })
  },
})
