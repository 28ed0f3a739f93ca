import * as z from 'zod'
import type { Directory } from '../../shared/agencies/directory.ts'
import { type AuditAction, recorderFor } from '../../shared/audit/audit-entry.ts'
import { readDirectoryIn } from '../../shared/aws/dynamodb/directory.ts'
import {
  commitDirectoryIn,
  keptAmong,
  readKeptIn,
} from '../../shared/aws/dynamodb/keep-directory.ts'
import { readRotationIn } from '../../shared/aws/dynamodb/rotation-rows.ts'
import type { KeyedRow } from '../../shared/aws/dynamodb/store.ts'
import { londonDay } from '../../shared/calendar/london-day.ts'
import { workIdSchema } from '../../shared/kernel/work-id.ts'
import type { Rotation } from '../../shared/register/index-rotation.ts'
import { InputError } from '../evaluate/input-error.ts'
import { unreachable } from '../local-hub.ts'
import { type CommonOptions, checked, type WriteOptions } from './common-options.ts'
import type { OpenDirectory, Ports } from './ports.ts'
import { type Report, textOf } from './report.ts'

/** A change of the directory: the row as it will stand, and what the entry about it says. Values of fields are not told, their names are. */
export type Change = {
  readonly row: KeyedRow & { readonly version: number }
  readonly action: AuditAction
  readonly subjects: readonly string[]
  readonly authority?: string | undefined
  readonly codes: Readonly<Record<string, string>>
}

/** The directory as one verb reads and writes it. */
export type AtHand = {
  readonly now: Date
  readonly today: string
  readonly kept: ReturnType<typeof readKeptIn>
  readonly readDirectory: () => Promise<Directory>
  readonly readAll: () => Promise<ReturnType<typeof keptAmong>>
  /** How far the replacement of the index's key is, in this register, or in that of the hub on this machine. */
  readonly readRotation: (register: string | undefined) => Promise<Rotation | undefined>
  /** @throws InputError when somebody else was first */
  readonly commit: (change: Change) => Promise<void>
}

const atHand = (open: OpenDirectory, ports: Ports, by: string | undefined): AtHand => {
  const now = ports.now()
  const { store, tables } = open
  const actor = { actor: 'operator', ...(by !== undefined && { practitioner: by }) }
  const record = recorderFor(actor, now, ports.newId)
  return {
    now,
    today: londonDay(now),
    kept: readKeptIn(store, tables.directory),
    readDirectory: readDirectoryIn(store, tables.directory, () => now),
    readAll: async () => keptAmong(await open.scan()),
    readRotation: async (register = tables.register) => {
      if (register === undefined) throw new InputError('--register: name the table')
      return readRotationIn(store, register)()
    },
    commit: async ({ row, action, subjects, authority, codes }) => {
      const entries = record(action, subjects, {
        codes: { ...codes, version: String(row.version) },
        ...(authority !== undefined && { authority }),
      })
      if ((await commitDirectoryIn(store, tables)(row, entries)) === 'changed')
        throw new InputError(
          'somebody else has just changed it, and nothing was written: look, then try again',
        )
    },
  }
}

const work = async (
  options: CommonOptions,
  { ports, by }: { readonly ports: Ports; readonly by?: string },
  verb: (directory: AtHand) => Promise<Report>,
): Promise<void> => {
  const open = await ports.open(options)
  const report = await verb(atHand(open, ports, by)).catch((error: unknown) => {
    if (error instanceof z.ZodError)
      throw new InputError('a row of the directory cannot be read by this release', {
        cause: error,
      })
    throw error instanceof TypeError ? error : unreachable(open.tables.directory, error)
  })
  ports.print(textOf(report, options.json === true))
}

/** Reads the directory and prints what was found. */
export const look = (
  options: CommonOptions,
  ports: Ports,
  verb: (directory: AtHand) => Promise<Report>,
): Promise<void> => work(options, { ports }, verb)

/** Changes the directory in somebody's name and prints what was done. */
export const change = (
  options: WriteOptions,
  ports: Ports,
  verb: (directory: AtHand) => Promise<Report>,
): Promise<void> => work(options, { ports, by: checked(workIdSchema, options.by, '--by') }, verb)

/** Names of the fields in which two states differ, for the entry about it. */
export const changedFields = (before: object | undefined, after: object): string => {
  const was: Readonly<Record<string, unknown>> = { ...before }
  const is: Readonly<Record<string, unknown>> = { ...after }
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((name) => JSON.stringify(was[name]) !== JSON.stringify(is[name]))
    .toSorted()
    .join(' ')
}
