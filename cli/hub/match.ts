import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { access, constants } from 'node:fs/promises'
import process from 'node:process'
import type { Command } from 'commander'
import { deployedModel } from '../../shared/matching/deployed-model.ts'
import type { MatchModel } from '../../shared/matching/model.ts'
import { InputError } from '../evaluate/input-error.ts'
import { readModel } from '../evaluate/read-model.ts'
import { answerOf } from '../match/answer.ts'
import { type Background, backgroundOf } from '../match/background.ts'
import { matchLine } from '../match/match-line.ts'
import { readMatchLine } from '../match/read-match-line.ts'
import { waterfallOf } from '../match/waterfall.ts'
import { numbered } from '../ndjson.ts'
import { numberBetween } from './common-options.ts'

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

type Options = {
  readonly background: number
  readonly seed: number
  readonly model?: string
  readonly explain?: boolean
}

const match = async (file: string | undefined, options: Options): Promise<void> => {
  await checkReadable(file)
  const model = options.model === undefined ? deployedModel : await readModel(options.model)
  const background = backgroundOf(options.background, options.seed)
  const setting = { background, model, isExplained: options.explain === true }
  for await (const { number, line } of linesOf(file)) {
    const { out, notes, isFault } = writtenOf(line, number, setting)
    if (!process.stdout.write(out)) await once(process.stdout, 'drain')
    for (const note of notes) process.stderr.write(note)
    if (isFault) process.exitCode = 2
  }
}

const linesInWords = `
A line of input, from the file or standard input, is
  {"id", "register": [{"id", "person", "children": []}], "query": {"person", "children": []}}
with people as the API takes them, read leniently; for a child sought among children, "child" with "name", "alsoKnownAs",
"dateOfBirth", "expectedDateOfDelivery", "age", "sex", "nhsNumbers", "addresses" and "adults" stands for "person". A line of
output is
  {"id", "band", "confirmed": [], "candidates": [{"id", "bits", "posterior", "guards", "comparisons"}]}
Each line is matched by itself, beside invented people whose ids begin with background-.
`

const most = 999_999

/** `hub match`: for any people, without a hub. */
export const addMatch = (hub: Command): void => {
  hub
    .command('match')
    .argument('[lines.ndjson]', 'the file of lines; left out: standard input')
    .option(
      '--background <n>',
      'so many invented adults, and children',
      numberBetween(0, most),
      5000,
    )
    .option('--seed <n>', 'which invented people', numberBetween(0, most), 1)
    .option('--model <file>', 'a model that hub model wrote, instead of the stated one')
    .option(
      '--explain',
      'a text for people instead of NDJSON, with everybody of the line’s register',
    )
    .addHelpText('after', linesInWords)
    .action(match)
}
