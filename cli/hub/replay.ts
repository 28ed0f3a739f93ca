import type { Command } from 'commander'
import { type Decided, replay } from '../../shared/assessing/replay.ts'
import { noAssessment, type Row, type RowOptions, rowsFrom, withRows } from '../assessment-rows.ts'
import { progress } from '../evaluate/progress.ts'
import { textOf } from './report.ts'

const withoutCandidates = ({ match, ...one }: Decided['matches'][number]) => ({
  ...one,
  match: { ...match, candidates: [] },
})

type Replayed = {
  readonly assessments: number
  /** Assessments that the policy decides otherwise now, by the fields that differ. */
  readonly differences: ReturnType<typeof replay>
  /** Rows that are no assessment; the fields at fault are named. */
  readonly unreadable: readonly string[]
}

const replayRows = async (rows: AsyncIterable<Row>): Promise<Replayed> => {
  const assessments: Decided[] = []
  const unreadable: string[] = []
  for await (const { where, read } of rows) {
    if ('value' in read) {
      const { matches, ...decided } = read.value
      // How the matches were made is most of their size.
      assessments.push({ ...decided, matches: matches.map(withoutCandidates) })
    } else unreadable.push(noAssessment(where, read.faults))
    progress.tell(assessments.length)
  }
  return { assessments: assessments.length, differences: replay(assessments), unreadable }
}

const linesOf = ({ assessments, differences, unreadable }: Replayed): readonly string[] => [
  ...unreadable,
  ...differences.map(
    ({ concernId, number, fields }) =>
      `concern ${concernId}, assessment ${number}: ${fields.join(', ')}`,
  ),
  `${assessments} assessments replayed, ${differences.length + unreadable.length} differences`,
]

type Options = RowOptions & { readonly json?: boolean }

const replayAll = async (options: Options): Promise<void> => {
  const replayed = await replayRows(await rowsFrom(options))
  const report = { data: replayed, lines: linesOf(replayed) }
  process.stdout.write(textOf(report, options.json === true))
  process.exitCode = replayed.differences.length + replayed.unreadable.length === 0 ? 0 : 1
}

/** `hub replay`: an auditor's check that what stands is what the policy makes. */
export const addReplay = (hub: Command): void => {
  withRows(hub.command('replay')).option('--json', 'print JSON').action(replayAll)
}
