import { posix } from 'node:path'
import * as z from 'zod'
import { isTableName, type TableName } from '../../shared/aws/dynamodb/tables.ts'
import { InputError } from '../evaluate/input-error.ts'
import type { ExportFiles } from './export-files.ts'

/** `manifest-summary.json` of an export to S3. @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataExport.Output.html */
const summarySchema = z.object({
  exportTime: z.iso.datetime(),
  itemCount: z.int().min(0),
  outputFormat: z.literal('DYNAMODB_JSON'),
  exportType: z.literal('FULL_EXPORT').optional(),
})

/** A line of `manifest-files.json`. */
const fileSchema = z.object({
  itemCount: z.int().min(0),
  md5Checksum: z.string(),
  dataFileS3Key: z.string(),
})

export type DataFile = {
  readonly name: string
  readonly itemCount: number
  readonly md5Checksum: string
}

/** One table's export, as its manifests describe it. */
export type TableExport = {
  readonly table: TableName
  readonly id: string
  readonly exportTime: string
  readonly itemCount: number
  readonly files: readonly DataFile[]
}

const readJson = (text: string, name: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new InputError(`${name} is not JSON`, { cause })
  }
}

const parsed = <T>(schema: z.ZodType<T>, text: string, name: string): T => {
  const read = schema.safeParse(readJson(text, name))
  if (read.success) return read.data
  const fields = read.error.issues.map(({ path }) => path.join('.'))
  throw new InputError(`${name} is no manifest of a full export in DynamoDB JSON: ${fields}`)
}

const readExport = async (
  files: ExportFiles,
  summaryName: string,
  table: TableName,
): Promise<TableExport> => {
  const folder = posix.dirname(summaryName)
  const summary = parsed(summarySchema, await files.text(summaryName), summaryName)
  const listName = posix.join(folder, 'manifest-files.json')
  const lines = (await files.text(listName)).split('\n').filter((line) => line.trim() !== '')
  const dataFiles = lines.map((line) => {
    const { dataFileS3Key, ...file } = parsed(fileSchema, line, listName)
    return { ...file, name: posix.join(folder, 'data', posix.basename(dataFileS3Key)) }
  })
  const listed = dataFiles.reduce((sum, { itemCount }) => sum + itemCount, 0)
  if (listed !== summary.itemCount)
    throw new InputError(`${listName} lists ${listed} rows, the summary ${summary.itemCount}`)
  const { exportTime, itemCount } = summary
  return { table, id: posix.basename(folder), exportTime, itemCount, files: dataFiles }
}

/**
 * The exports below a place: `<table>/AWSDynamoDB/<export>/…`, as AWS writes them when the prefix is the table's name.
 * @throws InputError for two of one table, or anything that is no whole export
 */
export const readExports = async (files: ExportFiles): Promise<readonly TableExport[]> => {
  const names = await files.list('manifest-summary.json')
  const read = names.flatMap((name) => {
    const [table = ''] = name.split('/')
    return isTableName(table) ? [readExport(files, name, table)] : []
  })
  const found = await Promise.all(read)
  const twice = found.find((one, at) => found.findIndex(({ table }) => table === one.table) < at)
  if (twice !== undefined) throw new InputError(`there are two exports of ${twice.table}`)
  if (found.length === 0)
    throw new InputError(
      'no export stands there: <table>/AWSDynamoDB/<export>/manifest-summary.json',
    )
  return found
}

/** Which table must have been exported no earlier than which, and what is lost otherwise. */
const orders = [
  {
    later: 'intake',
    than: 'casework',
    else: 'concerns would stand without the words that were sent',
  },
  {
    later: 'auditLog',
    than: 'auditEntries',
    else: 'entries that were sealed in between would stand in neither',
  },
] as const

/** What of the moments of these exports would lose something, in sentences. */
export const outOfOrder = (exports: readonly TableExport[]): readonly string[] => {
  const timeOf = (table: TableName): number | undefined => {
    const found = exports.find((one) => one.table === table)
    return found === undefined ? undefined : Date.parse(found.exportTime)
  }
  return orders.flatMap(({ later, than, else: lost }) => {
    const [one, other] = [timeOf(later), timeOf(than)]
    return one === undefined || other === undefined || one >= other
      ? []
      : [`${later} was exported before ${than}: ${lost}; export ${later} again, at or after that`]
  })
}
