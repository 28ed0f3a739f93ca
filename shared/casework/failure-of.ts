import * as z from 'zod'
import { HubError, type HubErrorCode } from '../kernel/hub-error.ts'
import type { Failure } from './quarantined.ts'

/** What is nobody's fault in particular: the tables, the keys or the network, or two who got in each other's way. */
const passing: readonly HubErrorCode[] = ['store-busy', 'key-unavailable']

export const isPassing = (error: unknown): boolean =>
  error instanceof HubError && passing.includes(error.code)

/** What a service of AWS answers to a call that asks for what it never gives, as for a row that is too large. */
const refusals = ['ValidationException', 'TransactionCanceledException']

const isOfService = (error: Error): boolean => '$fault' in error || '$metadata' in error
const isOfNetwork = (error: Error): boolean =>
  error.name === 'TimeoutError' || ('code' in error && /^E[A-Z_]+$/.test(String(error.code)))

/** The name of a class, and never anything longer, which might be a sentence. */
const nameIn = ({ name }: Error): string => (/^[A-Za-z]{1,60}$/.test(name) ? name : 'Error')

/** Why one thing that waits fails, as a code and never in words; undefined where whatever is tried fails now. */
export const failureOf = (error: unknown): Failure | undefined => {
  if (error instanceof z.ZodError) return { code: 'row-unreadable', isLasting: true }
  if (!(error instanceof Error)) return { code: 'unknown', isLasting: false }
  if (error instanceof HubError)
    return passing.includes(error.code)
      ? undefined
      : { code: error.code, isLasting: error.code === 'row-unreadable' }
  if (refusals.includes(error.name)) return { code: error.name, isLasting: false }
  if (isOfService(error) || isOfNetwork(error)) return undefined
  return { code: nameIn(error), isLasting: false }
}
