import { parseArgs } from 'node:util'
import { firstStrangerSerial } from '../../local/people/invented-numbers.ts'
import type { Notifications } from './notifications.ts'

export type Wanted = Notifications & { readonly out: string }
type Answer = { readonly wanted: Wanted } | { readonly fault: string }

const mostQueries = 1_000_000
const mostSeed = 2 ** 32 - 1

/** Each option that is a number: how it is written, what it may be, and what it is if not given. */
const numbers = {
  people: { shape: /^\d+$/, least: 1, most: firstStrangerSerial, usual: undefined },
  seed: { shape: /^\d+$/, least: 0, most: mostSeed, usual: undefined },
  queries: { shape: /^\d+$/, least: 0, most: mostQueries, usual: 5000 },
  unregistered: { shape: /^(\d+(\.\d+)?|\.\d+)$/, least: 0, most: 1, usual: 0.3 },
} as const
type NumberName = keyof typeof numbers

class Fault extends Error {}

const numberOf = (name: NumberName, text: string | undefined): number => {
  const { shape, least, most, usual } = numbers[name]
  if (text === undefined && usual !== undefined) return usual
  const value = Number(text)
  if (text === undefined || !shape.test(text) || value < least || value > most) {
    const kind = name === 'unregistered' ? 'a share' : 'a whole number'
    throw new Fault(`--${name} takes ${kind} from ${least} to ${most}.`)
  }
  return value
}

const text = { type: 'string' } as const
const options = { people: text, seed: text, queries: text, unregistered: text, out: text }

const read = (words: readonly string[]): Wanted => {
  const { values } = parseArgs({ args: [...words], options })
  const wanted = {
    people: numberOf('people', values.people),
    seed: numberOf('seed', values.seed),
    queries: numberOf('queries', values.queries),
    unregistered: numberOf('unregistered', values.unregistered),
  }
  if (values.out === undefined || values.out === '')
    throw new Fault('--out takes the folder to write to.')
  return { ...wanted, out: values.out }
}

/** The first sentence of what is wrong, on one line. */
const sentenceOf = (error: unknown): string => {
  const message = error instanceof Error ? error.message : String(error)
  return `${message.split(/\n|\. /)[0]?.replace(/\.$/, '') ?? message}.`
}

export const wantedFrom = (words: readonly string[]): Answer => {
  try {
    return { wanted: read(words) }
  } catch (error) {
    return { fault: sentenceOf(error) }
  }
}
