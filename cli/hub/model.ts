import { writeFile } from 'node:fs/promises'
import { type Command, InvalidArgumentError } from 'commander'
import { defaultModel } from '../../shared/matching/default-model.ts'
import { frozen } from '../../shared/matching/frozen-model.ts'
import type { MatchModel } from '../../shared/matching/model.ts'
import { calibratedBy } from '../evaluate/calibrated.ts'
import { checkOnGolden, type Golden } from '../evaluate/golden.ts'
import { InputError } from '../evaluate/input-error.ts'
import { link } from '../evaluate/link.ts'
import { readModel } from '../evaluate/read-model.ts'
import { readPeople } from '../evaluate/read-people.ts'

type Options = {
  readonly register?: string
  readonly queries?: string
  readonly model?: string
  readonly answers?: string
  readonly out: string
  readonly version: string
  readonly current?: string
  readonly goldenRegister?: string
  readonly goldenQueries?: string
  readonly goldenTruth?: string
}

/** The model to start from: one in a file, or one estimated from people in files. */
const startOf = async ({ register, queries, model, answers }: Options): Promise<MatchModel> => {
  if (model !== undefined && answers !== undefined && (register ?? queries) === undefined)
    return readModel(model)
  if (model !== undefined || register === undefined || queries === undefined)
    throw new InputError(
      'give --register and --queries, or --model and --answers: from files, or from a model and what reviewers answered',
    )
  const files = { register: await readPeople(register), queries: await readPeople(queries) }
  return link(files, { seed: 1 }).model
}

const goldenOf = ({ goldenRegister, goldenQueries, goldenTruth }: Options): Golden | undefined => {
  if ((goldenRegister ?? goldenQueries ?? goldenTruth) === undefined) return undefined
  if (goldenRegister === undefined || goldenQueries === undefined || goldenTruth === undefined)
    throw new InputError(
      'give all of --golden-register, --golden-queries and --golden-truth, or none',
    )
  return { register: goldenRegister, queries: goldenQueries, truth: goldenTruth }
}

const makeModel = async (options: Options): Promise<void> => {
  const { out, answers, version } = options
  const golden = goldenOf(options)
  const start = await startOf(options)
  const calibrated = answers === undefined ? undefined : await calibratedBy(answers, start)
  const next = frozen(calibrated?.model ?? start, version)
  if (golden !== undefined) {
    const path = options.current ?? options.model
    const current = path === undefined ? defaultModel : await readModel(path)
    await checkOnGolden(golden, { current, next })
  }
  await writeFile(out, `${JSON.stringify(next, undefined, 2)}\n`)
  const report = { version: next.version, ...calibrated?.report }
  process.stdout.write(`${JSON.stringify(report, undefined, 2)}\n`)
}

const versionOf = (text: string): string => {
  if (/^[\w.-]{1,40}$/.test(text)) return text
  throw new InvalidArgumentError('It takes up to 40 letters or digits.')
}

/** `hub model`: a model without labels, or by what reviewers answered; one that does worse than the last on a golden set is refused. */
export const addModel = (hub: Command): void => {
  hub
    .command('model')
    .option('--register <file>', 'people, CSV')
    .option('--queries <file>', 'people who are looked for among them, CSV')
    .option('--model <file>', 'instead of files: the model that is calibrated')
    .option('--answers <file>', 'what reviewers answered, as hub answers prints it')
    .requiredOption('--out <file>', 'where the model is written')
    .option('--version <name>', 'what it is called', versionOf, 'estimated')
    .option(
      '--current <file>',
      'the model that it may not do worse than; left out: --model, or the stated one',
    )
    .option('--golden-register <file>', 'people of the golden set, CSV')
    .option('--golden-queries <file>', 'who is looked for in it, CSV')
    .option('--golden-truth <file>', 'pairs of it that are one person, CSV')
    .action(makeModel)
}
