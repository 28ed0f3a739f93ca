import { type Command, InvalidArgumentError, Option } from 'commander'
import type * as z from 'zod'
import { InputError } from '../evaluate/input-error.ts'
import type { PlaceOptions } from './ports.ts'

/** What every verb takes. */
export type CommonOptions = PlaceOptions & { readonly json?: boolean }
/** What every verb takes that writes. */
export type WriteOptions = CommonOptions & { readonly by: string }

/** Gives a verb the options by which it finds the directory and prints. */
export const reading = (verb: Command): Command =>
  verb
    .addOption(
      new Option('--directory <table>', 'the table of a real account').env('DIRECTORY_TABLE'),
    )
    .addOption(
      new Option('--audit-entries <table>', 'its table of audit entries').env(
        'AUDIT_ENTRIES_TABLE',
      ),
    )
    .option('--json', 'print JSON')

/** {@link reading}, and who does it. */
export const writing = (verb: Command): Command =>
  reading(verb).requiredOption('--by <work-id>', 'who does it: your work id, never a name')

/** Reads an option that is a number between two. */
export const numberBetween =
  (least: number, most: number, kind: 'a whole number' | 'a share' = 'a whole number') =>
  (text: string): number => {
    const shape = kind === 'a share' ? /^(\d+(\.\d+)?|\.\d+)$/ : /^\d+$/
    const value = Number(text)
    if (!shape.test(text) || value < least || value > most)
      throw new InvalidArgumentError(`It takes ${kind} from ${least} to ${most}.`)
    return value
  }

/** A value as the schema reads it. @throws InputError that names the option and what is expected there, never the value */
export const checked = <T>(schema: z.ZodType<T>, value: unknown, option: string): T => {
  const read = schema.safeParse(value)
  if (read.success) return read.data
  const details = read.error.issues.map(({ message }) => message)
  throw new InputError(`${option}: ${[...new Set(details)].join('; ')}`)
}

/** The parts of a list with commas. */
export const listOf = (text: string): readonly string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
