import * as z from 'zod'
import { type By, recorderOf } from '../agencies/recorder-of.ts'
import type { AuditEntry } from '../audit/audit-entry.ts'
import {
  type Checkpoint,
  checkpointIn,
  type NoteSignature,
  signedNote,
} from '../audit/checkpoint.ts'
import { type Exported, type ExportFile, headOf, textIn } from '../audit/export/export-files.ts'
import { manifestText } from '../audit/export/manifest.ts'
import { digestOf, emptyHash, fed, type RunningHash } from '../audit/export/running-hash.ts'
import { leafOf } from '../audit/leaf-text.ts'
import type { Leaf } from '../audit/sealed-leaf.ts'
import { present } from '../kernel/present.ts'
import { proofsBy, type ReadBatchOf } from './prove-log.ts'
import { type AuditQuestion, type QueryAuditDeps, queryAudit, questionText } from './query-audit.ts'
import { beginningOf } from './read-audit-page.ts'
import { mayStand, typed } from './record-question.ts'

export type ExportAuditInput = {
  readonly by: By
  readonly question: AuditQuestion
  readonly cursor?: string | undefined
}

export type ExportAuditDeps = QueryAuditDeps & {
  /** The leaves of those of these entries that are sealed, as their rows say, with their numbers. */
  readonly readLeaves: (
    entries: readonly AuditEntry[],
  ) => Promise<readonly { readonly index: number; readonly leaf: Leaf }[]>
  readonly readBatchOf: ReadBatchOf
  /** Signs in the name of the exports of this log. */
  readonly signExport: (origin: string, text: string) => Promise<NoteSignature>
}

type Files<Value> = Readonly<Record<ExportFile, Value>>

export type ExportAuditResult =
  | {
      readonly kind: 'exported'
      /** What is to be put at the end of each file. */
      readonly files: Files<string>
      readonly entries: number
      readonly checkpoint: string
      readonly next: string | undefined
      /** Signed, once the last part was given. */
      readonly manifest: string | undefined
    }
  | { readonly kind: 'begins-too-late' }
  | { readonly kind: 'nothing-sealed' }

const hashSchema = z.strictObject({
  words: z.array(z.int()).length(emptyHash.words.length),
  rest: z.string(),
  bytes: z.int(),
})

/** Where an export is: which page is next, of what it is, and what its files hash to so far. */
const stateSchema = z.strictObject({
  page: z.string().optional(),
  askedAt: z.string(),
  note: z.string(),
  entries: z.int(),
  unsealed: z.int(),
  hashes: z.strictObject({
    'entries.ndjson': hashSchema,
    'entries.csv': hashSchema,
    'audit-events.ndjson': hashSchema,
    'proofs.txt': hashSchema,
  }),
})
type State = z.infer<typeof stateSchema>

const ofEach = <Value>(make: (file: ExportFile) => Value): Files<Value> => ({
  'entries.ndjson': make('entries.ndjson'),
  'entries.csv': make('entries.csv'),
  'audit-events.ndjson': make('audit-events.ndjson'),
  'proofs.txt': make('proofs.txt'),
})

/** What was asked, by the names of its parts, for the entry about it: ids and codes. What has the form of neither stands as a keyed hash. */
const codesOf = async (
  { limit: _, ...asked }: AuditQuestion,
  keyedHash: ExportAuditDeps['keyedHash'],
): Promise<Readonly<Record<string, string>>> => {
  const parts = Object.entries(present(asked)).map(
    ([name, value]) => [name, String(value)] as const,
  )
  const codes = parts.map(async ([name, value]) => {
    const isKept = !typed.some((one) => one === name) || mayStand(value, 0)
    return [name, isKept ? value : await keyedHash(`${name} ${value}`)] as const
  })
  return Object.fromEntries(await Promise.all(codes))
}

/** The question with the span that it covers: one that goes by the day covers seven days where it says nothing else. */
const wholeOf = ({ limit: _, from, to, ...filter }: AuditQuestion, askedAt: string): object => {
  const end = to ?? askedAt
  const begins = from ?? beginningOf(filter, end)
  return { ...filter, from: begins === '0' ? 'the-beginning' : begins, to: end }
}

/** Begins an export: an entry says what is asked before anything of it is read. */
const begun = async (
  { by, question }: ExportAuditInput,
  { now: clock, newId, record, readNewestNote, keyedHash }: ExportAuditDeps,
): Promise<State | undefined> => {
  const note = await readNewestNote()
  if (note === undefined) return undefined
  const now = clock()
  const entry = recorderOf(by, { now, newId })
  const codes = await codesOf(question, keyedHash)
  await record(entry('AUDIT_EXPORTED', [by.caller.clientId], { codes }))
  return {
    askedAt: now.toISOString(),
    note,
    entries: 0,
    unsealed: 0,
    hashes: ofEach((file) => hashedOn(emptyHash, headOf(file))),
  }
}

const hashedOn = (hash: RunningHash, text: string): State['hashes'][ExportFile] => {
  const { words, rest, bytes } = fed(hash, text)
  return { words: [...words], rest, bytes }
}

type Found = { readonly index: number; readonly leaf: Leaf }

/** Each entry that was signed when the export began, with what shows that it stands in the log; any other stands there too. */
const provenOf = async (
  found: readonly Found[],
  checkpoint: Checkpoint,
  readBatchOf: ReadBatchOf,
): Promise<readonly Exported[]> => {
  const proofs = proofsBy(readBatchOf)
  const proven: Exported[] = []
  // One after another: most of what one proof needs was read for the one before.
  for (const { index, leaf } of found) {
    const standing = { index, leaf: leafOf(leaf) }
    if (index < checkpoint.size)
      proven.push({ index, leaf, proof: await proofs.inclusion(standing, checkpoint) })
    else await proofs.standing(standing)
  }
  return proven
}

/**
 * One part of an export: a page of entries that are sealed and signed, in every format, each with its proof. Parts follow each
 * other by cursors, which hold what the files hash to so far, so that the last signs all of them, however many there are.
 * @throws HubError request-invalid when the cursor was not made for this caller and question; internal where a row is not what the
 * log has, or stands elsewhere in it
 */
export const exportAudit = async (
  input: ExportAuditInput,
  deps: ExportAuditDeps,
): Promise<ExportAuditResult> => {
  const { by, question, cursor } = input
  const context = `${by.caller.clientId}|export|${questionText(question)}`
  const state =
    cursor === undefined
      ? await begun(input, deps)
      : stateSchema.parse(await deps.cursors.open(cursor, context))
  const checkpoint = state && checkpointIn(state.note)
  if (state === undefined || checkpoint === undefined) return { kind: 'nothing-sealed' }
  const page = await queryAudit({ by, question, cursor: state.page }, deps)
  if (page.kind === 'begins-too-late') return page
  const proven = await provenOf(await deps.readLeaves(page.items), checkpoint, deps.readBatchOf)
  const own = ofEach((file) => proven.map((one) => textIn(file, one)).join(''))
  const after: State = {
    ...state,
    ...(page.next !== undefined && { page: page.next }),
    entries: state.entries + proven.length,
    unsealed: state.unsealed + page.items.length - proven.length,
    hashes: ofEach((file) => hashedOn(state.hashes[file], own[file])),
  }
  const isLast = page.next === undefined
  return {
    kind: 'exported',
    files: cursor === undefined ? ofEach((file) => `${headOf(file)}${own[file]}`) : own,
    entries: after.entries,
    checkpoint: state.note,
    next: isLast ? undefined : await deps.cursors.seal(after, context),
    manifest: isLast ? await manifestOf({ by, question, after, checkpoint }, deps) : undefined,
  }
}

const manifestOf = async (
  {
    by,
    question,
    after,
    checkpoint,
  }: {
    readonly by: By
    readonly question: AuditQuestion
    readonly after: State
    readonly checkpoint: Checkpoint
  },
  { signExport }: ExportAuditDeps,
): Promise<string> => {
  const text = manifestText({
    checkpoint,
    askedBy: [by.caller.clientId, by.practitioner ?? ''].join(' ').trim(),
    askedAt: after.askedAt,
    question: questionText(wholeOf(question, after.askedAt)),
    entries: after.entries,
    unsealed: after.unsealed,
    files: ofEach((file) => ({
      sha256: digestOf(after.hashes[file]),
      bytes: after.hashes[file].bytes,
    })),
  })
  return signedNote(text, await signExport(checkpoint.origin, text))
}
