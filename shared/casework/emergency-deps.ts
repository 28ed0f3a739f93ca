import type { AuditAction, AuditEntry, Recorder } from '../audit/audit-entry.ts'
import type { EmergencyAccessId } from '../kernel/ids.ts'
import type { OutboxMessage } from '../outbox/outbox-message.ts'
import type {
  EmergencyAccess,
  EmergencyObject,
  StandingObject,
} from '../reviews/emergency-access.ts'

export type ReadEmergencyDeps = {
  readonly readAccess: (accessId: EmergencyAccessId) => Promise<EmergencyAccess | undefined>
}

export type CommitEmergencyDeps = {
  /** A step with its entries and messages, all or nothing; 'changed' when somebody else took one meanwhile. */
  readonly commitAccess: (step: {
    readonly access: EmergencyAccess
    readonly messages: readonly OutboxMessage[]
    readonly entries: readonly AuditEntry[]
  }) => Promise<'committed' | 'changed'>
}

/** One read, whether or not it is there: neither the answer nor its time may tell. */
export type FindObject = (object: EmergencyObject) => Promise<StandingObject | undefined>

/** Entries of a step: under the access and, where it is there, under the object and every child concerned. The words stay in the row. */
export const entriesOf = (
  record: Recorder,
  action: AuditAction,
  {
    access: { accessId, object },
    standing,
    codes = {},
  }: {
    readonly access: EmergencyAccess
    readonly standing: Pick<StandingObject, 'children'> | undefined
    readonly codes?: Readonly<Record<string, string>>
  },
): readonly AuditEntry[] =>
  record(action, standing === undefined ? [accessId] : [accessId, object.id], {
    people: standing?.children ?? [],
    codes: { object: object.kind, ...codes },
  })

/** What was taken down of the object when it was approved. */
export const standingIn = ({
  wasThere,
  children = [],
}: EmergencyAccess): Pick<StandingObject, 'children'> | undefined =>
  wasThere === true ? { children } : undefined
