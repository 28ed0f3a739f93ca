// Estimates a model of the matcher without labels, or calibrates one by what reviewers answered, and refuses a model that
// does worse than the last on a golden set.
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { defaultModel } from '../shared/matching/default-model.ts'
import { frozen } from '../shared/matching/frozen-model.ts'
import type { MatchModel } from '../shared/matching/model.ts'
import { calibratedBy } from './evaluate/calibrated.ts'
import { checkOnGolden, type Golden } from './evaluate/golden.ts'
import { InputError } from './evaluate/input-error.ts'
import { link } from './evaluate/link.ts'
import { readModel } from './evaluate/read-model.ts'
import { readPeople } from './evaluate/read-people.ts'
import { runCommand } from './evaluate/run-command.ts'

const usage =
  'usage: npm run model:estimate -- (--register R.csv --queries Q.csv [--answers A.ndjson] | --model M.json --answers A.ndjson) --out M.json [--version V] [--current M.json] [--golden-register R.csv --golden-queries Q.csv --golden-truth T.csv]'

const text = { type: 'string' } as const
const parse = () => {
  try {
    return parseArgs({
      options: {
        register: text,
        queries: text,
        model: text,
        answers: text,
        out: text,
        version: { type: 'string', default: 'estimated' },
        current: text,
        'golden-register': text,
        'golden-queries': text,
        'golden-truth': text,
      },
    }).values
  } catch (error) {
    throw new InputError(usage, { cause: error })
  }
}
type Options = ReturnType<typeof parse>

/** The model to start from: one in a file, or one estimated from people in files. */
const startOf = async ({ register, queries, model, answers }: Options): Promise<MatchModel> => {
  if (model !== undefined && answers !== undefined && (register ?? queries) === undefined)
    return readModel(model)
  if (model !== undefined || register === undefined || queries === undefined)
    throw new InputError(usage)
  const files = { register: await readPeople(register), queries: await readPeople(queries) }
  return link(files, { seed: 1 }).model
}

const goldenOf = (options: Options): Golden | undefined => {
  const register = options['golden-register']
  const queries = options['golden-queries']
  const truth = options['golden-truth']
  if (register === undefined && queries === undefined && truth === undefined) return undefined
  if (register === undefined || queries === undefined || truth === undefined)
    throw new InputError(usage)
  return { register, queries, truth }
}

const main = async (): Promise<void> => {
  const options = parse()
  const { out, answers, version } = options
  if (out === undefined) throw new InputError(usage)
  if (!/^[\w.-]{1,40}$/.test(version)) throw new InputError('--version takes 40 letters or digits')
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

await runCommand(main)
