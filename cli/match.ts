// Says who somebody is among the people of a register, and why: npm run -s match -- --help
import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { access, constants } from 'node:fs/promises'
import process from 'node:process'
import { deployedModel } from '../shared/matching/deployed-model.ts'
import type { MatchModel } from '../shared/matching/model.ts'
import { InputError } from './evaluate/input-error.ts'
import { readModel } from './evaluate/read-model.ts'
import { runCommand } from './evaluate/run-command.ts'
import { answerOf } from './match/answer.ts'
import { type Background, backgroundOf } from './match/background.ts'
import { matchLine } from './match/match-line.ts'
import { readOptions, usage } from './match/options.ts'
import { readMatchLine } from './match/read-match-line.ts'
import { waterfallOf } from './match/waterfall.ts'
import { numbered } from './ndjson.ts'

type Setting = {
  readonly background: Background
  readonly model: MatchModel
  readonly isExplained: boolean
}

/** What is written of one line; undefined when it could not be matched. */
const writtenOf = (text: string, number: number, setting: Setting) => {
  const read = readMatchLine(text)
  const notes = read.leftOut.map(
    (pointer) => `line ${number}: ${pointer} cannot be read and is left out\n`,
  )
  if ('error' in read) {
    const { id, error } = read
    return { out: `${JSON.stringify({ id, error })}\n`, notes, isFault: true }
  }
  const { background, model, isExplained } = setting
  const matched = matchLine(read.line, background, model)
  const out = isExplained
    ? waterfallOf(read.line.id, matched)
    : `${JSON.stringify(answerOf(read.line.id, matched.result))}\n`
  return { out, notes, isFault: false }
}

const linesOf = async function* (file: string | undefined) {
  try {
    yield* numbered(
      file === undefined ? process.stdin.setEncoding('utf8') : createReadStream(file, 'utf8'),
    )
  } catch (error) {
    throw new InputError(`${file ?? 'standard input'}: cannot be read`, { cause: error })
  }
}

/** Before the background is made, which takes a while. */
const checkReadable = async (file: string | undefined): Promise<void> => {
  if (file === undefined) return
  await access(file, constants.R_OK).catch((error: unknown) => {
    throw new InputError(`${file}: cannot be read`, { cause: error })
  })
}

const main = async (): Promise<void> => {
  const options = readOptions()
  if (options.help) {
    process.stdout.write(usage)
    return
  }
  await checkReadable(options.file)
  const model = options.model === undefined ? deployedModel : await readModel(options.model)
  const background = backgroundOf(options.background, options.seed)
  const setting = { background, model, isExplained: options.explain }
  for await (const { number, line } of linesOf(options.file)) {
    const { out, notes, isFault } = writtenOf(line, number, setting)
    if (!process.stdout.write(out)) await once(process.stdout, 'drain')
    for (const note of notes) process.stderr.write(note)
    if (isFault) process.exitCode = 2
  }
}

await runCommand(main)
