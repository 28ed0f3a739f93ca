import type { Command } from 'commander'
import { InputError } from '../evaluate/input-error.ts'

/** `NAME=VALUE`, as in the query of GET /v1/audit/entries. */
export const questionOf = (asked: readonly string[]): Readonly<Record<string, string>> => {
  const parts = asked.map((one) => {
    const [name = '', ...value] = one.split('=')
    if (name === '' || value.length === 0)
      throw new InputError('--ask: NAME=VALUE, such as action=ALERT_READ')
    return [name, value.join('=')] as const
  })
  if (new Set(parts.map(([name]) => name)).size < parts.length)
    throw new InputError('--ask: each NAME once, for all parts must hold together')
  return Object.fromEntries(parts)
}

/** Gives a verb the option by which an auditor asks. */
export const asking = (verb: Command): Command =>
  verb.option(
    '--ask <name=value>',
    'a part of the question, as in the query of GET /v1/audit/entries: subject, actor, from …; as often as there are parts',
    (one: string, others: readonly string[]) => [...others, one],
    [] as readonly string[],
  )
