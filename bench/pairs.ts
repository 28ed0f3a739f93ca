// Pairs from bug reports of matching systems, against what a careful worker would say of them:
// npm run bench:pairs -- [--pairs ../shared/cases/pairs.csv] [--background 5000] [--seed 1] [--model M.json]
import { existsSync } from 'node:fs'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { readModel } from '../cli/evaluate/read-model.ts'
import { runCommand } from '../cli/evaluate/run-command.ts'
import { answerOf } from '../cli/match/answer.ts'
import { type Background, backgroundOf } from '../cli/match/background.ts'
import { matchLine } from '../cli/match/match-line.ts'
import { readMatchLine } from '../cli/match/read-match-line.ts'
import { defaultModel } from '../shared/matching/default-model.ts'
import type { MatchModel } from '../shared/matching/model.ts'
import { expectedOf, judge } from './pairs/judge.ts'
import { lineOf } from './pairs/line-of.ts'
import { type PairRow, readPairRows } from './pairs/read-pairs.ts'
import { type Judged, tableOf } from './pairs/table.ts'

const text = { type: 'string' } as const
const { values } = parseArgs({
  options: {
    pairs: { ...text, default: '../shared/cases/pairs.csv' },
    background: { ...text, default: '5000' },
    seed: { ...text, default: '1' },
    model: text,
  },
})

const judgedRow = (row: PairRow, background: Background, model: MatchModel): Judged => {
  const read = readMatchLine(JSON.stringify(lineOf(row)))
  if ('error' in read) throw new Error(`${row['id']}: ${read.error}`)
  const answer = answerOf(read.line.id, matchLine(read.line, background, model).result)
  const expected = row['expected_band'] ?? ''
  return {
    id: answer.id,
    group: row['group'] ?? '',
    expected,
    got: [answer.band, ...answer.confirmed].join(' '),
    guards: answer.candidates[0]?.guards ?? [],
    note: row['note'] ?? '',
    judgement: judge(answer, read.leftOut.length > 0, expectedOf(expected)),
  }
}

await runCommand(async () => {
  if (!existsSync(values.pairs)) {
    process.stdout.write(`There are no pairs at ${values.pairs}; name their file with --pairs.\n`)
    return
  }
  const model = values.model === undefined ? defaultModel : await readModel(values.model)
  const background = backgroundOf(Number(values.background), Number(values.seed))
  const rows = await readPairRows(values.pairs)
  process.stdout.write(tableOf(rows.map((row) => judgedRow(row, background, model))))
})
