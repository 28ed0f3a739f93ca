import type { Command } from 'commander'
import { isTableName, type TableName, tables } from '../../shared/aws/dynamodb/tables.ts'
import { keysOf } from '../../shared/kernel/keys-of.ts'
import { InputError } from '../evaluate/input-error.ts'
import type { NamedTables } from './recovery-ports.ts'

export type PlaceOptions = { readonly table?: readonly string[] }

/** Gives a verb the option by which the tables of a real account are named. */
export const withTables = (verb: Command): Command =>
  verb.option(
    '--table <for=name...>',
    `the tables of a real account, as --table intake=NAME; for: ${keysOf(tables).join(', ')}`,
  )

/** @throws InputError for a table that no hub has, or that is named twice */
export const namedTables = ({ table = [] }: PlaceOptions): NamedTables => {
  const named: Partial<Record<TableName, string>> = {}
  for (const one of table) {
    const [what = '', name = ''] = one.split('=')
    if (!isTableName(what) || name === '')
      throw new InputError(`--table ${what}: no hub has such a table, or its name is missing`)
    if (named[what] !== undefined) throw new InputError(`--table ${what} is named twice`)
    named[what] = name
  }
  return named
}

/** @throws InputError for one that is not named */
export const requireTable = (tables: NamedTables, name: TableName): string => {
  const found = tables[name]
  if (found === undefined) throw new InputError(`name the table: --table ${name}=…`)
  return found
}
