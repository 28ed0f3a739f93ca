import { createHash, randomUUID } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Item } from '../../cli/recovery/item-digest.ts'
import type { TableName } from '../../shared/aws/dynamodb/tables.ts'

/** Bytes are base64 in DynamoDB JSON. */
const asJson = (_name: string, value: unknown): unknown => {
  const isBytes =
    typeof value === 'object' && value !== null && 'B' in value && value.B instanceof Uint8Array
  return isBytes ? { B: Buffer.from(value.B as Uint8Array).toString('base64') } : value
}

type Part = { readonly exportTime: Date; readonly rowsInFile?: number }

/** Rows as `ExportTableToPointInTime` leaves them in a bucket, below `<root>/<table>/`. */
export const writeExport = async (
  root: string,
  { table, items }: { readonly table: TableName; readonly items: readonly Item[] },
  { exportTime, rowsInFile = 100 }: Part,
): Promise<{ readonly folder: string; readonly files: readonly string[] }> => {
  const id = `${exportTime.getTime()}-${randomUUID().slice(0, 8)}`
  const folder = join(root, table, 'AWSDynamoDB', id)
  await mkdir(join(folder, 'data'), { recursive: true })
  const count = Math.max(1, Math.ceil(items.length / rowsInFile))
  const chunks = Array.from({ length: count }, (_, at) =>
    items.slice(at * rowsInFile, (at + 1) * rowsInFile),
  )
  const lines: string[] = []
  const files: string[] = []
  for (const chunk of chunks) {
    const text = chunk.map((item) => `${JSON.stringify({ Item: item }, asJson)}\n`).join('')
    const zipped = gzipSync(text)
    const name = `${randomUUID().replaceAll('-', '')}.json.gz`
    await writeFile(join(folder, 'data', name), zipped)
    files.push(join(folder, 'data', name))
    lines.push(
      JSON.stringify({
        itemCount: chunk.length,
        md5Checksum: createHash('md5').update(zipped).digest('base64'),
        etag: 'an-etag-1',
        dataFileS3Key: `run/${table}/AWSDynamoDB/${id}/data/${name}`,
      }),
    )
  }
  await writeFile(join(folder, 'manifest-files.json'), `${lines.join('\n')}\n`)
  await writeFile(
    join(folder, 'manifest-summary.json'),
    JSON.stringify({
      version: '2020-06-30',
      exportTime: exportTime.toISOString(),
      manifestFilesS3Key: `run/${table}/AWSDynamoDB/${id}/manifest-files.json`,
      itemCount: items.length,
      outputFormat: 'DYNAMODB_JSON',
      exportType: 'FULL_EXPORT',
    }),
  )
  return { folder, files }
}
