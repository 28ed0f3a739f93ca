import { type By, recorderOf } from '../agencies/recorder-of.ts'
import type { AuditFilter } from '../audit/audit-filter.ts'
import { hubWideIdSchema, uuidSchema } from '../kernel/ids.ts'
import { present } from '../kernel/present.ts'
import type { RecordDeps } from './record-refusal.ts'

export type RecordQuestionDeps = RecordDeps & {
  /** A keyed hash: of equal texts equal, and telling nothing of them. */
  readonly keyedHash: (text: string) => Promise<string>
}

/** What was asked, and how many entries were found by it. */
type Asked = {
  readonly by: By
  readonly filter: AuditFilter
  readonly span: Readonly<Record<string, string | undefined>>
  readonly count: number
}

/** Parts into which anything can be typed, a name too. */
export const typed = [
  'subject',
  'askedFor',
  'actor',
  'practitioner',
  'agency',
  'caseReference',
] as const

const isId = (text: string): boolean =>
  uuidSchema.safeParse(text).success || hubWideIdSchema.safeParse(text).success

/**
 * Whether a value may stand in the log as it was typed: it has the form of an id, or entries were found by it, and so it
 * stands there already.
 */
export const mayStand = (value: string, count: number): boolean => count > 0 || isId(value)

/**
 * The entry of a question to the log: the records looked up are among its subjects, so that who looked for a child is found
 * under the child; all else by which was searched is a code. What nothing is known by stands as a keyed hash.
 */
export const recordQuestion = async (
  { by, filter, span, count }: Asked,
  { record, keyedHash, now, newId }: RecordQuestionDeps,
): Promise<void> => {
  const parts = Object.entries(present(filter))
  const toHash = parts.filter(
    ([name, value]) => typed.some((one) => one === name) && !mayStand(value, count),
  )
  const hashes = new Map(
    await Promise.all(
      toHash.map(async ([name, value]) => [name, await keyedHash(`${name} ${value}`)] as const),
    ),
  )
  const lookedUp = [filter.subject, filter.askedFor].filter(
    (id) => id !== undefined && mayStand(id, count),
  )
  const codes = {
    by: parts.map(([name]) => name).join(' '),
    count: String(count),
    ...present(span),
    ...Object.fromEntries(
      parts
        .filter(([, value]) => !lookedUp.includes(value))
        .map(([name, value]) => [name, hashes.get(name) ?? value]),
    ),
  }
  const entry = recorderOf(by, { now: now(), newId })
  const subjects = [by.caller.clientId, ...lookedUp.filter((id) => id !== undefined)]
  await record(entry('AUDIT_QUERIED', subjects, { codes }))
}
