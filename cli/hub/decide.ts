import type { Command } from 'commander'
import { decideUnder } from '../../shared/sharing/decide.ts'
import type { Decision } from '../../shared/sharing/decision.ts'
import { factsSchema } from '../../shared/sharing/facts.ts'
import { latestPolicy, policies, policyOf } from '../../shared/sharing/policies.ts'
import type { Policy } from '../../shared/sharing/policy.ts'
import { decisionTable } from '../decision-table.ts'
import { InputError } from '../evaluate/input-error.ts'
import { numbered, readLine } from '../ndjson.ts'

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

const chosenPolicy = (version: string | undefined): Policy => {
  const policy = version === undefined ? latestPolicy : policyOf(version)
  if (policy !== undefined) return policy
  throw new InputError(`the policies are ${policies.map((one) => one.version).join(', ')}`)
}

type Options = { readonly policy?: string; readonly table?: boolean }

const decide = async ({ policy: version, table = false }: Options): Promise<void> => {
  const policy = chosenPolicy(version)
  const write: Write = (text) => void process.stdout.write(text)
  const writeError: Write = (text) => void process.stderr.write(text)
  if (table) write(decisionTable(policy))
  else
    process.exitCode = await decideLines(process.stdin.setEncoding('utf8'), policy, {
      write,
      writeError,
    })
}

/** `hub decide`: facts in, one decision a line out, so that anybody can check the policy. */
export const addDecide = (hub: Command): void => {
  hub
    .command('decide')
    .option('--policy <version>', 'under this policy; left out: the latest')
    .option('--table', 'print the table of all rules instead, as docs/decision-table.md has it')
    .action(decide)
}
