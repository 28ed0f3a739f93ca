import * as z from 'zod'
import { authorityCodeSchema } from '../agencies/authorities.ts'
import { uuidSchema } from '../kernel/ids.ts'
import { present } from '../kernel/present.ts'
import { workIdSchema } from '../kernel/work-id.ts'
import { importFaultCodes, importStates, importSteps, uploadKinds } from './import-codes.ts'
import { isUnconfirmed, type LoadExtent, loadExtents, type RegisterLoad } from './load.ts'
import { loadDigestSchema } from './load-codes.ts'
import { loadReportSchema } from './load-report.ts'

/** A file that is to be uploaded, without its name, which may hold anything. */
export const uploadSchema = z.strictObject({
  kind: z.enum(uploadKinds),
  bytes: z.int().min(1),
  /** SHA-256, in hex: nothing else is taken under its address. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export type Upload = z.infer<typeof uploadSchema>

const number = z.int().min(0)

/** Why an import went no further. `file` is the number under which it was announced, from 1. */
export const importFaultSchema = z.strictObject({
  code: z.enum(importFaultCodes),
  file: z.int().min(1).optional(),
})
export type ImportFault = z.infer<typeof importFaultSchema>

/** What reading the files gave. */
export const importReadSchema = z.strictObject({
  digest: loadDigestSchema,
  /** As what they are loaded, whatever was announced. */
  extent: z.enum(loadExtents).optional(),
  report: loadReportSchema,
  parts: z.int().min(1),
  /** How many files of rows to mend there are of each file that has any. */
  toMend: z.array(z.strictObject({ file: z.int().min(1), pieces: z.int().min(1) })).max(100),
})
export type ImportRead = z.infer<typeof importReadSchema>

/** Who began a step: the client, the person behind it, and who says that it is they. */
const startedBySchema = z.strictObject({
  client: z.string().min(1).max(100),
  practitioner: workIdSchema.optional(),
  isSignedIn: z.boolean(),
  isVouchedFor: z.boolean(),
})

/** An import of files into an authority's register. `revision` counts its writes. */
export const registerImportSchema = z.strictObject({
  importId: uuidSchema,
  authority: authorityCodeSchema,
  extent: z.enum(loadExtents),
  files: z.array(uploadSchema).min(1).max(100),
  state: z.enum(importStates),
  /** The step that goes on, ended or failed last; undefined before the first. */
  step: z.enum(importSteps).optional(),
  /** How often a step of it was begun: each is an execution of its own. */
  attempt: number,
  /** As whom the register is changed: whoever began the step. */
  by: startedBySchema,
  begunAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
  read: importReadSchema.optional(),
  /** Parts that are done of this step. */
  done: number,
  confirmed: number.optional(),
  fault: importFaultSchema.optional(),
  revision: number,
})
export type RegisterImport = z.infer<typeof registerImportSchema>
export type ImportStep = NonNullable<RegisterImport['step']>

/** As what it is loaded; before its files are read, as what it was announced. */
export const extentOf = ({ extent, read }: Pick<RegisterImport, 'extent' | 'read'>): LoadExtent =>
  read?.extent ?? extent

/** In which state an import is while a step of it goes on, and once it has ended. */
export const statesOf = {
  check: { running: 'CHECKING', ended: 'CHECKED' },
  apply: { running: 'APPLYING', ended: 'APPLIED' },
} as const

/** So long nothing is heard of a step that goes on: longer than the files take to be read, and tried again [D]. */
const stalledAfter = 60 * 60_000

/** Days after its last step for which an import and its files are kept [D]. */
export const importKeptDays = 3

const minutesAfter = (now: Date, minutes: number): Date =>
  new Date(now.getTime() + minutes * 60_000)

/** A file of a gigabyte takes a quarter of an hour over ten megabits a second [D]. */
export const uploadsUntil = (now: Date): Date => minutesAfter(now, 15)
/** Rows to mend are personal data, and fetched at once by whoever asks for their addresses. */
export const mendingUntil = (now: Date): Date => minutesAfter(now, 5)

/** When an import of which nothing more is done vanishes. */
export const endsAt = ({ changedAt }: Pick<RegisterImport, 'changedAt'>): Date =>
  new Date(Date.parse(changedAt) + importKeptDays * 24 * 60 * 60_000)

/** Whether it has ended, though its row may still stand. */
export const isOver = (one: Pick<RegisterImport, 'changedAt'>, now: Date): boolean =>
  endsAt(one).getTime() <= now.getTime()

const isRunning = ({ state }: RegisterImport): boolean =>
  state === 'CHECKING' || state === 'APPLYING'

/** The import as it is to be seen: a step of which nothing is heard any more has failed. */
export const seenAt = (one: RegisterImport, now: Date): RegisterImport =>
  isRunning(one) && now.getTime() - Date.parse(one.changedAt) > stalledAfter
    ? { ...one, state: 'FAILED', fault: { code: 'STALLED' } }
    : one

export type Starting =
  | { readonly kind: 'starts'; readonly import: RegisterImport }
  /** This step goes on already: asked twice is as asked once. */
  | { readonly kind: 'goes on'; readonly import: RegisterImport }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'shrinks'; readonly load: RegisterLoad }

type Asked = {
  readonly now: Date
  readonly by: RegisterImport['by']
  readonly confirmed?: number | undefined
}

const stepBegun = (one: RegisterImport, step: ImportStep, asked: Asked): RegisterImport => {
  const { fault: _, confirmed: __, ...rest } = one
  return {
    ...rest,
    ...present({ confirmed: asked.confirmed }),
    step,
    state: statesOf[step].running,
    attempt: one.attempt + 1,
    by: asked.by,
    changedAt: asked.now.toISOString(),
    done: 0,
    revision: one.revision + 1,
  }
}

/** Begins the check of an import, which changes nobody: once more where it ended or failed. */
export const checkStarts = (one: RegisterImport, asked: Asked): Starting => {
  const { state, step, fault } = seenAt(one, asked.now)
  if (state === 'CHECKING') return { kind: 'goes on', import: one }
  const isOver = state === 'AWAITING_FILES' || state === 'CHECKED' || state === 'FAILED'
  const isHalfApplied = step === 'apply' && fault?.code !== 'LOADED_ELSEWHERE'
  if (!isOver || (state === 'FAILED' && isHalfApplied)) return { kind: 'conflict' }
  return { kind: 'starts', import: stepBegun(one, 'check', asked) }
}

/** Begins to apply an import whose check has ended; what was half applied goes on where it was. */
export const applyStarts = (
  one: RegisterImport,
  load: RegisterLoad | undefined,
  asked: Asked,
): Starting => {
  const { state, step } = seenAt(one, asked.now)
  if (state === 'APPLYING') return { kind: 'goes on', import: one }
  const isReady = state === 'CHECKED' || (state === 'FAILED' && step === 'apply')
  if (!isReady || load === undefined || load.phase === 'COMPARING') return { kind: 'conflict' }
  if (isUnconfirmed(load, asked.confirmed)) return { kind: 'shrinks', load }
  return { kind: 'starts', import: stepBegun(one, 'apply', asked) }
}

type At = { readonly now: Date }
const changed = (one: RegisterImport, { now }: At): RegisterImport => ({
  ...one,
  changedAt: now.toISOString(),
  revision: one.revision + 1,
})

/** Once its files were read. */
export const readAs = (one: RegisterImport, read: ImportRead, at: At): RegisterImport => ({
  ...changed(one, at),
  read,
  done: 0,
})

/** Once so many of its parts are done. */
export const doneTo = (one: RegisterImport, done: number, at: At): RegisterImport => ({
  ...changed(one, at),
  done,
})

/** The step has ended as it should. */
export const endedAs = (one: RegisterImport, at: At): RegisterImport =>
  one.step === undefined ? one : { ...changed(one, at), state: statesOf[one.step].ended }

export const failedAs = (one: RegisterImport, fault: ImportFault, at: At): RegisterImport => ({
  ...changed(one, at),
  state: 'FAILED',
  fault,
})
