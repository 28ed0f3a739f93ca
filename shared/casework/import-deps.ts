import { type By, recorderOf } from '../agencies/recorder-of.ts'
import type { AuditEntry } from '../audit/audit-entry.ts'
import type { Clock } from '../kernel/clock.ts'
import { HubError } from '../kernel/hub-error.ts'
import type { NewId } from '../kernel/ids.ts'
import { present } from '../kernel/present.ts'
import {
  endedAs,
  failedAs,
  type ImportFault,
  type RegisterImport,
} from '../register/register-import.ts'

/** What every step of an import needs of the world. */
export type ImportDeps = {
  readonly readImport: (importId: string) => Promise<RegisterImport | undefined>
  /** Keeps it as its next revision, with its entries; `changed` where somebody else has. */
  readonly saveImport: (
    one: RegisterImport,
    entries: readonly AuditEntry[],
  ) => Promise<'committed' | 'changed'>
  readonly newId: NewId
  readonly now: Clock
}

/** @throws HubError store-busy where somebody else has changed it since it was read: whoever asked tries again */
export const saved = async (
  one: RegisterImport,
  entries: readonly AuditEntry[],
  { saveImport }: Pick<ImportDeps, 'saveImport'>,
): Promise<RegisterImport> => {
  if ((await saveImport(one, entries)) === 'changed')
    throw new HubError('store-busy', 'the import changed meanwhile')
  return one
}

/** As whom a function goes on with an import: for whoever began the step, and by itself. */
export const byOf = ({ importId, authority, by }: RegisterImport, workedBy: string): By => {
  const { client: clientId, practitioner, isSignedIn, isVouchedFor: vouches } = by
  return {
    caller: {
      ...{ clientId, authority, vouches, agency: '', agencyName: '' },
      // What whoever began it was allowed.
      role: 'register-manager',
      scopes: ['register.write'],
      ...(isSignedIn && present({ practitioner })),
    },
    requestId: importId,
    workedBy,
    ...present({ practitioner }),
  }
}

/** Of who asks, what is kept with an import. */
export const startedBy = ({ caller, practitioner }: By): RegisterImport['by'] => ({
  client: caller.clientId,
  isSignedIn: caller.practitioner !== undefined,
  isVouchedFor: caller.vouches === true,
  ...present({ practitioner }),
})

/** Ends a step, as it should or with what was at fault, with the entry that says so. @throws HubError as {@link saved} */
export const endStep = async (
  one: RegisterImport,
  { fault, workedBy }: { readonly fault: ImportFault | undefined; readonly workedBy: string },
  deps: ImportDeps,
): Promise<void> => {
  const now = deps.now()
  const ended = fault === undefined ? endedAs(one, { now }) : failedAs(one, fault, { now })
  const { importId, authority, step = 'check', state } = ended
  const record = recorderOf(byOf(one, workedBy), { now, newId: deps.newId })
  const codes = { import: importId, step, state, ...present({ fault: fault?.code }) }
  const entries = record('REGISTER_IMPORT_ENDED', [authority], { authority, codes })
  await saved(ended, entries, deps)
}
