// Decides from the command line: facts in, one decision a line out, so that anybody can check the policy.
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { decideUnder } from '../shared/sharing/decide.ts'
import type { Decision } from '../shared/sharing/decision.ts'
import { factsSchema } from '../shared/sharing/facts.ts'
import { latestPolicy, policies, policyOf } from '../shared/sharing/policies.ts'
import type { Policy } from '../shared/sharing/policy.ts'
import { decisionTable } from './decision-table.ts'
import { InputError } from './evaluate/input-error.ts'
import { runCommand } from './evaluate/run-command.ts'
import { numbered, readLine } from './ndjson.ts'

type Write = (text: string) => void

/**
 * Reads NDJSON facts, in chunks of any size, and writes one decision a line: all of them, or none if any line is at
 * fault. A fault is written as line number, JSON pointer and what is expected there, never the value. Blank lines are
 * passed over.
 */
export const decideLines = async (
  input: AsyncIterable<string>,
  policy: Policy,
  { write, writeError }: { readonly write: Write; readonly writeError: Write },
): Promise<0 | 2> => {
  const decisions: Decision[] = []
  let isFaulty = false
  for await (const { number, line } of numbered(input)) {
    const facts = readLine(factsSchema, line)
    if ('value' in facts) {
      decisions.push(decideUnder(policy, facts.value))
      continue
    }
    isFaulty = true
    for (const { pointer, detail } of facts.faults)
      writeError(`line ${number}: ${pointer === '' ? 'the whole line' : pointer}: ${detail}\n`)
  }
  if (isFaulty) return 2
  for (const decision of decisions) write(`${JSON.stringify(decision)}\n`)
  return 0
}

const usage = 'usage: npm run -s decide -- [--policy VERSION] [--table] < facts.ndjson'

const readOptions = () => {
  try {
    const { values } = parseArgs({
      options: { policy: { type: 'string' }, table: { type: 'boolean', default: false } },
    })
    return values
  } catch (error) {
    throw new InputError(usage, { cause: error })
  }
}

const chosenPolicy = (version: string | undefined): Policy => {
  const policy = version === undefined ? latestPolicy : policyOf(version)
  if (policy !== undefined) return policy
  throw new InputError(`the policies are ${policies.map((one) => one.version).join(', ')}`)
}

const main = async (): Promise<void> => {
  const options = readOptions()
  const policy = chosenPolicy(options.policy)
  const write: Write = (text) => void process.stdout.write(text)
  const writeError: Write = (text) => void process.stderr.write(text)
  if (options.table) write(decisionTable(policy))
  else
    process.exitCode = await decideLines(process.stdin.setEncoding('utf8'), policy, {
      write,
      writeError,
    })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runCommand(main)
