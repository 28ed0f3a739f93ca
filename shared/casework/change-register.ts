import { type By, recorderOf } from '../agencies/recorder-of.ts'
import type { AuditAction, AuditEntry, Recorder } from '../audit/audit-entry.ts'
import type { AdultId, ChildId } from '../kernel/ids.ts'
import { type Changed, untilItHolds } from '../kernel/until-it-holds.ts'
import { overfull } from '../register/overfull.ts'
import type {
  Found,
  HashKeys,
  RecordChange,
  RegisterChange,
  RegisterState,
} from '../register/register-change.ts'
import type { StoredAdult } from '../register/stored.ts'
import type { RecordDeps } from './record-refusal.ts'

export type ChangeRegisterDeps = RecordDeps & {
  /** The child as it stands, every adult named, and every adult whom the child had before. */
  readonly readFamily: (childId: ChildId, adultIds: readonly AdultId[]) => Promise<RegisterState>
  readonly readAdult: (adultId: AdultId) => Promise<Found<StoredAdult>>
  readonly hashKeys: HashKeys
  /**
   * Makes all of a change stand at once, with its entries, or says that the register has moved since it was read. What
   * one transaction cannot hold is written before under keys that lead nowhere yet.
   */
  readonly commit: (
    change: RegisterChange,
    entries: readonly AuditEntry[],
  ) => Promise<'committed' | 'changed'>
}

/** Whose record it is, and at which version the caller read it. */
export type About = (
  | { readonly kind: 'child'; readonly id: ChildId }
  | { readonly kind: 'adult'; readonly id: AdultId }
) & { readonly ifMatch?: number | undefined }

type Refusal = { readonly kind: string }

/** A change with what it is called in the log. */
export type Planned = {
  readonly kind: 'planned'
  readonly action: AuditAction
  readonly codes?: Readonly<Record<string, string>>
  readonly change: RegisterChange
}

export type Changing<State, Refused extends Refusal> = {
  readonly by: By
  readonly about: About
  readonly read: () => Promise<State>
  readonly foundIn: (state: State) => Found<unknown>
  readonly plan: (state: State, now: Date) => Promise<Planned | Refused>
}

export type RegisterChanged =
  | {
      readonly kind: 'recorded'
      readonly action: AuditAction
      readonly id: string
      readonly version: number
    }
  /** The record has another version than the caller read. */
  | { readonly kind: 'moved' }
  | { readonly kind: 'too-large'; readonly fields: readonly string[] }
  | { readonly kind: 'busy' }

const fieldCodes = (fields: readonly string[]): string => fields.join(' ') || 'none'

const versionOf = (change: RecordChange | undefined, stood: Found<unknown>): number =>
  change === undefined ? stood.version : (change.after?.version ?? change.stood.version)

/** An entry for the record that was meant, whether or not it changed, and one for every other that did: fields, no values. */
const entriesOf = (
  { records }: RegisterChange,
  own: RecordChange | undefined,
  record: Recorder,
): AuditEntry[] =>
  records
    .filter((change) => change !== own && change.fields.length > 0)
    .flatMap(({ kind, id, fields, after }) =>
      record(kind === 'child' ? 'CHILD_RECORDED' : 'ADULT_RECORDED', [id], {
        codes: { version: String(after?.version ?? 0), fields: fieldCodes(fields) },
      }),
    )

const isPlanned = <Refused extends Refusal>(planned: Planned | Refused): planned is Planned =>
  planned.kind === 'planned'

/** Commits what was planned on what was found, unless it would hold more than records hold. */
const commitPlanned = async (
  { action, codes = {}, change }: Planned,
  {
    by,
    about,
    found,
    now,
  }: Pick<Changing<never, never>, 'by' | 'about'> & {
    readonly found: Found<unknown>
    readonly now: Date
  },
  { commit, newId }: ChangeRegisterDeps,
): Promise<RegisterChanged | Changed> => {
  const fields = overfull(change)
  if (fields.length > 0) return { kind: 'too-large', fields }
  const own = change.records.find(({ kind, id }) => kind === about.kind && id === about.id)
  const version = versionOf(own, found)
  const record = recorderOf(by, { now, newId })
  const said = { version: String(version), fields: fieldCodes(own?.fields ?? []), ...codes }
  const entries = [
    ...record(action, [about.id], { codes: said }),
    ...entriesOf(change, own, record),
  ]
  const committed = await commit(change, entries)
  return committed === 'committed' ? { kind: 'recorded', action, id: about.id, version } : 'changed'
}

/** Reads, plans and commits one change of the register, anew while the register moves. */
export const changeRegister = async <State, Refused extends Refusal = never>(
  { by, about, read, foundIn, plan }: Changing<State, Refused>,
  deps: ChangeRegisterDeps,
): Promise<RegisterChanged | Refused> =>
  untilItHolds<RegisterChanged | Refused, RegisterChanged>(
    async () => {
      const state = await read()
      const found = foundIn(state)
      const isOther = found.record !== undefined && found.version !== about.ifMatch
      if (about.ifMatch !== undefined && isOther) return { kind: 'moved' }
      const now = deps.now()
      const planned = await plan(state, now)
      return isPlanned(planned) ? commitPlanned(planned, { by, about, found, now }, deps) : planned
    },
    () => ({ kind: 'busy' }),
  )
