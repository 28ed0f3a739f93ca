import { readFile, rename, writeFile } from 'node:fs/promises'
import * as z from 'zod'
import { InputError } from '../evaluate/input-error.ts'

const digestSchema = z.string().regex(/^[0-9a-f]{1,64}$/)

/** What one file of an export left in its table. */
const fileStateSchema = z.object({
  put: z.int(),
  /** They stood there already, the same: a former run put them. */
  stood: z.int(),
  /** Others stood there, and were left: somebody wrote them since. */
  newer: z.int(),
  /** Their time was over: the table would delete them. */
  expired: z.int(),
  /** They lay beyond the head of the log, and were left out. */
  beyond: z.int().default(0),
  /** Rows of kinds that this release does not know, by what their keys begin with. They were put as they are. */
  unknown: z.record(z.string(), z.int()),
  /** Of all that must now stand in the table because of this file. */
  digest: digestSchema,
})
export type FileState = z.infer<typeof fileStateSchema>

const stateSchema = z.object({
  /** Which exports are restored, by table. */
  exports: z.record(z.string(), z.string()),
  /** The table that each goes to. */
  tables: z.record(z.string(), z.string()),
  /** Files that are done, by name. */
  files: z.record(z.string(), fileStateSchema),
  /** How many leaves the log has that is restored. */
  logSize: z.int().optional(),
  verified: z.array(z.string()),
  /** When the end was written down in the hub itself. */
  doneAt: z.iso.datetime().optional(),
})
export type RestoreState = z.infer<typeof stateSchema>

/** Keeps how far a restore has come, so that one that was killed goes on. */
export type StateFile = {
  readonly read: () => Promise<RestoreState | undefined>
  readonly write: (state: RestoreState) => Promise<void>
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** A file that is never half written. @throws InputError for a file that is no such state */
export const stateFileAt = (path: string): StateFile => ({
  read: async () => {
    const text = await readFile(path, 'utf8').catch((error: unknown) => {
      if (isMissing(error)) return undefined
      throw error
    })
    if (text === undefined) return undefined
    try {
      return stateSchema.parse(JSON.parse(text))
    } catch (cause) {
      throw new InputError(`${path} does not say how far a restore has come`, { cause })
    }
  },
  write: async (state) => {
    await writeFile(`${path}.part`, JSON.stringify(state))
    await rename(`${path}.part`, path)
  },
})
