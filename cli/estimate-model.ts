// Estimates a model of the matcher without labels, and refuses one that does worse than the last on a golden set.
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { defaultModel } from '../shared/matching/default-model.ts'
import { frozen } from '../shared/matching/frozen-model.ts'
import type { MatchModel } from '../shared/matching/model.ts'
import { link } from './evaluate/link.ts'
import { readModel } from './evaluate/read-model.ts'
import { InputError, readPairs, readPeople } from './evaluate/read-people.ts'
import { bandReport } from './evaluate/report.ts'
import { runCommand } from './evaluate/run-command.ts'
import { truthOf } from './evaluate/truth.ts'

const usage =
  'usage: npm run model:estimate -- --register R.csv --queries Q.csv --out M.json [--version V] [--current M.json] [--golden-register R.csv --golden-queries Q.csv --golden-truth T.csv]'

const readOptions = () => {
  try {
    const text = { type: 'string' } as const
    const { values } = parseArgs({
      options: {
        register: text,
        queries: text,
        out: text,
        version: { type: 'string', default: 'estimated' },
        current: text,
        'golden-register': text,
        'golden-queries': text,
        'golden-truth': text,
      },
    })
    const { register, queries, out } = values
    if (register === undefined || queries === undefined || out === undefined)
      throw new InputError(usage)
    return { ...values, register, queries, out }
  } catch (error) {
    throw error instanceof InputError ? error : new InputError(usage, { cause: error })
  }
}

type Golden = Readonly<Record<'register' | 'queries' | 'truth', string>>

/** How a model fares on the golden set: what it found and what it confirmed wrongly. */
const replay = async (model: MatchModel, golden: Golden) => {
  const files = {
    register: await readPeople(golden.register),
    queries: await readPeople(golden.queries),
  }
  const truth = truthOf(await readPairs(golden.truth, ['left_id', 'right_id']), files)
  const { linked } = link(files, { model, seed: 1 })
  return bandReport(linked.links, [...files.queries.keys()], truth)
}

/** Why the new model may not replace the current one; undefined when it may. */
export const refusal = (
  current: { readonly missed: number; readonly wrongAutomatic: number },
  next: { readonly missed: number; readonly wrongAutomatic: number },
): string | undefined => {
  if (next.wrongAutomatic > current.wrongAutomatic)
    return `it confirms ${next.wrongAutomatic} wrong matches, the current one ${current.wrongAutomatic}`
  if (next.missed > current.missed)
    return `it misses ${next.missed} people, the current one ${current.missed}`
  return undefined
}

const goldenOf = (options: ReturnType<typeof readOptions>): Golden | undefined => {
  const register = options['golden-register']
  const queries = options['golden-queries']
  const truth = options['golden-truth']
  if (register === undefined && queries === undefined && truth === undefined) return undefined
  if (register === undefined || queries === undefined || truth === undefined)
    throw new InputError(usage)
  return { register, queries, truth }
}

const main = async (): Promise<void> => {
  const options = readOptions()
  const golden = goldenOf(options)
  const register = await readPeople(options.register)
  const queries = await readPeople(options.queries)
  const { model } = link({ register, queries }, { seed: 1 })
  const next = frozen(model, options.version)
  if (golden !== undefined) {
    const current = options.current === undefined ? defaultModel : await readModel(options.current)
    const reason = refusal(await replay(current, golden), await replay(next, golden))
    if (reason !== undefined) throw new InputError(`the new model is refused: ${reason}`)
  }
  await writeFile(options.out, `${JSON.stringify(next, undefined, 2)}\n`)
}

if (import.meta.main) await runCommand(main)
