import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import type { LoadReport } from '../../shared/loading/report.ts'

const reportCsv = ({ flaws }: LoadReport): string =>
  stringify(
    flaws.map(({ code, rows, verdict, wrong, mend }) => [code, String(rows), verdict, wrong, mend]),
    { header: true, columns: ['code', 'rows', 'verdict', 'what is wrong', 'what to do'] },
  )

/** Writes the report, which names nobody, into a folder that nobody else reads. */
export const writeReport = async (
  folder: string,
  report: LoadReport,
): Promise<readonly string[]> => {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const files = [join(folder, 'report.json'), join(folder, 'report.csv')] as const
  await writeFile(files[0], `${JSON.stringify(report, null, 2)}\n`)
  await writeFile(files[1], reportCsv(report))
  return files
}
