// Decides from the command line: facts in, one decision a line out, so that anybody can check the policy.
import { fileURLToPath } from 'node:url'
import { decide } from '../shared/sharing/decide.ts'
import type { Decision } from '../shared/sharing/decision.ts'
import { factsSchema } from '../shared/sharing/facts.ts'
import { decisionTable } from './decision-table.ts'

type Write = (text: string) => void
type Fault = { readonly pointer: string; readonly detail: string }

/** Cuts chunks into lines at line feeds only: a JSON string may hold any other separator. */
async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = ''
  for await (const chunk of chunks) {
    const [first = '', ...others] = chunk.split('\n')
    rest += first
    for (const line of others) {
      yield rest
      rest = line
    }
  }
  yield rest
}

const parsed = (line: string): { readonly value: unknown } | undefined => {
  try {
    return { value: JSON.parse(line) }
  } catch {
    return undefined // the parser's message quotes the line
  }
}

const pointerTo = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** A key that the sender made up is named only if it looks like a key; it might hold anything. */
const unknownKey = (key: string): Fault => ({
  pointer: /^[A-Za-z]\w{0,39}$/.test(key) ? `/${key}` : '',
  detail: 'not a field of the facts',
})

const decideLine = (line: string): Decision | readonly Fault[] => {
  const json = parsed(line)
  if (json === undefined) return [{ pointer: '', detail: 'not JSON' }]
  const facts = factsSchema.safeParse(json.value)
  if (facts.success) return decide(facts.data)
  return facts.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map(unknownKey)
      : [{ pointer: pointerTo(issue.path), detail: issue.message }],
  )
}

const isDecision = (answer: Decision | readonly Fault[]): answer is Decision => 'rule' in answer

/** Each line that is not blank, under the number that an editor would show. */
async function* numbered(
  input: AsyncIterable<string>,
): AsyncGenerator<{ readonly number: number; readonly line: string }> {
  let number = 0
  for await (const line of linesOf(input)) {
    number += 1
    if (line.trim() !== '')
      yield { number, line: number === 1 ? line.replace(/^\uFEFF/, '') : line }
  }
}

/**
 * Reads NDJSON facts, in chunks of any size, and writes one decision a line: all of them, or none if any line is at
 * fault. A fault is written as line number, JSON pointer and what is expected there, never the value. Blank lines are
 * passed over.
 */
export const decideLines = async (
  input: AsyncIterable<string>,
  write: Write,
  writeError: Write,
): Promise<0 | 2> => {
  const decisions: Decision[] = []
  let isFaulty = false
  for await (const { number, line } of numbered(input)) {
    const answer = decideLine(line)
    if (isDecision(answer)) {
      decisions.push(answer)
      continue
    }
    isFaulty = true
    for (const { pointer, detail } of answer)
      writeError(`line ${number}: ${pointer === '' ? 'the whole line' : pointer}: ${detail}\n`)
  }
  if (isFaulty) return 2
  for (const decision of decisions) write(`${JSON.stringify(decision)}\n`)
  return 0
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const write: Write = (text) => void process.stdout.write(text)
  if (process.argv.includes('--table')) write(decisionTable())
  else
    process.exitCode = await decideLines(
      process.stdin.setEncoding('utf8'),
      write,
      (text) => void process.stderr.write(text),
    )
}
