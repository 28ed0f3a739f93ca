// Decides every stored assessment again and names those that are not as the policy makes them: an auditor's check.
import { fileURLToPath } from 'node:url'
import { type Decided, replay } from '../shared/assessing/replay.ts'
import { noAssessment, type Row, readRowOptions, rowsFrom } from './assessment-rows.ts'
import { runCommand } from './evaluate/run-command.ts'

const withoutCandidates = ({ match, ...one }: Decided['matches'][number]) => ({
  ...one,
  match: { ...match, candidates: [] },
})

/** Writes a line for each difference and each row that is no assessment, then the count; 1 if there was any. */
export const replayRows = async (
  rows: AsyncIterable<Row>,
  write: (text: string) => void,
): Promise<0 | 1> => {
  const assessments: Decided[] = []
  let differences = 0
  for await (const { where, read } of rows) {
    if ('value' in read) {
      const { matches, ...decided } = read.value
      // How the matches were made is most of their size.
      assessments.push({ ...decided, matches: matches.map(withoutCandidates) })
      continue
    }
    differences += 1
    write(noAssessment(where, read.faults))
  }
  for (const { concernId, number, fields } of replay(assessments)) {
    differences += 1
    write(`concern ${concernId}, assessment ${number}: ${fields.join(', ')}\n`)
  }
  write(`${assessments.length} assessments replayed, ${differences} differences\n`)
  return differences === 0 ? 0 : 1
}

const usage = 'usage: npm run -s replay -- [--table NAME | --stdin < assessments.ndjson]'

const main = async (): Promise<void> => {
  const rows = await rowsFrom(readRowOptions(usage))
  process.exitCode = await replayRows(rows, (text) => void process.stdout.write(text))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runCommand(main)
