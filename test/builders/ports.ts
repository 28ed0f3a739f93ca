import type { Caller } from '../../shared/agencies/access.ts'
import type { By } from '../../shared/agencies/recorder-of.ts'
import { type AuditEntry, recorderFor } from '../../shared/audit/audit-entry.ts'
import { readsDirectory } from './a-directory.ts'
import { anId } from './a-stored-concern.ts'

/** Ten o'clock on Monday 23 November 2026. */
export const now = new Date('2026-11-23T10:00:00Z')

/** A caller in one request. */
export const byOf = (caller: Caller, practitioner?: string): By => ({
  caller,
  requestId: 'request-0001',
  ...(practitioner !== undefined && { practitioner }),
})

type Said = Omit<AuditEntry, 'entryId'>

/** What is said of what a caller did, at {@link now}. */
export const saidOf = (
  { clientId: actor, agency, authority }: Caller,
  action: AuditEntry['action'],
  rest: Partial<Said> & Pick<Said, 'subjects'>,
): Said => ({
  at: now.toISOString(),
  action,
  outcome: 'DONE',
  actor,
  agency,
  requestId: 'request-0001',
  ...(authority !== undefined && { authority }),
  ...(rest.practitioner !== undefined && { vouchedBy: 'CLIENT' as const }),
  ...rest,
})

/** What is said of a caller who was refused. */
export const refusalOf = (caller: Caller, action: string): Said =>
  saidOf(caller, 'ACCESS_REFUSED', {
    subjects: [caller.clientId],
    outcome: 'REFUSED',
    codes: { action },
  })

/** Ports that tell in `done` what was asked of them, in order, and keep what was recorded. */
export const aTrace = () => {
  const done: string[] = []
  const entries: AuditEntry[] = []
  let issued = 100
  const newId = (): string => {
    issued += 1
    return anId(issued)
  }
  const port =
    <Input extends unknown[], Output>(name: string, answer: (...input: Input) => Output) =>
    (...input: Input): Promise<Output> => {
      done.push(name)
      return Promise.resolve(answer(...input))
    }
  const keep = (more: readonly AuditEntry[]): void => void entries.push(...more)
  return {
    done,
    port,
    keep,
    said: (): Said[] => entries.map(({ entryId: _, ...said }) => said),
    /** Of a use case that a caller asks for. */
    recording: { ...readsDirectory, record: port('record', keep), newId, now: () => now },
    /** Of a function that acts by itself. */
    acting: {
      ...readsDirectory,
      recorder: (at: Date) => recorderFor({ actor: 'the-hub' }, at, newId),
      newId,
      now: () => now,
    },
  }
}

/** Gives one answer after another, the last of them for ever. */
export const inTurn = <Answer>(first: Answer, ...rest: readonly Answer[]): (() => Answer) => {
  let current = first
  const left = [first, ...rest]
  return () => {
    current = left.shift() ?? current
    return current
  }
}
