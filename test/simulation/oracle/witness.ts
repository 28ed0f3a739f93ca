import type { Written } from '../../../local/in-memory/table.ts'
import type { Alert } from '../../../shared/alerts/alert.ts'
import type { ListedConcern } from '../../../shared/concerns/followed-concern.ts'
import type { ConcernStanding } from '../../../shared/concerns/stored-concern.ts'
import { tables } from '../world/place.ts'
import { isPoison } from '../world/poison.ts'

type Fields = Readonly<Record<string, unknown>>
type New = { readonly pk: string; readonly sk: string; readonly row: Fields }
const fieldsOf = (value: unknown): Fields => (value ?? {}) as Fields
const concernOf = (pk: string): string => pk.slice('CONCERN#'.length)

/** What was seen of the concerns, by their ids, and of the entries. */
const createSeen = () => ({
  violations: [] as string[],
  withdrawn: new Set<string>(),
  /** Which change of consent was accepted last, by its number. */
  consents: new Map<string, number>(),
  standing: new Map<string, ConcernStanding>(),
  entries: new Set<string>(),
  /** Each act with what it was about. */
  acts: new Set<string>(),
  alerts: [] as Alert[],
  /** The version of each alert that was written last. */
  versions: new Map<string, number>(),
  /** Ids of children who were recorded as adopted. */
  adopted: new Set<string>(),
  /** How each concern stood in its sender’s list, one line after another. */
  lines: new Map<string, ListedConcern[]>(),
  /** Ids of concerns by what their sender calls them. */
  committed: new Map<string, string[]>(),
})
type Seen = ReturnType<typeof createSeen>

/** Notes what a sender changed. */
export const seeChange = (
  { pk, sk, row }: New,
  { withdrawn, consents }: Pick<Seen, 'withdrawn' | 'consents'>,
): void => {
  const concernId = concernOf(pk)
  if (sk.startsWith('WITHDRAWAL#')) withdrawn.add(concernId)
  if (!sk.startsWith('CONSENT#')) return
  // By the number that it was given: of two changes the clock of the machine that took the earlier may have been ahead.
  const number = Number(fieldsOf(row['change'])['changeNumber'])
  consents.set(concernId, Math.max(number, consents.get(concernId) ?? 0))
}

const seeReceived = ({ pk, sk, row }: New, { committed }: Seen): void => {
  if (sk !== 'CONCERN' || !pk.startsWith('CONCERN#') || isPoison(pk)) return
  const about = String(fieldsOf(fieldsOf(row['received'])['concern'])['ownReference'])
  committed.set(about, [...(committed.get(about) ?? []), concernOf(pk)])
}

const seeAlert = ({ sk, row }: New, seen: Seen): void => {
  if (sk !== 'ALERT') return
  const alert = row['alert'] as Alert
  if (alert.reroutedFrom !== undefined || alert.inherited !== undefined) return
  const { concernId } = alert
  if (alert.isOfAdopted !== true && alert.children.some((id) => seen.adopted.has(id)))
    seen.violations.push(`told of an adopted child ${concernId}`)
  seen.alerts.push(alert)
  if (seen.withdrawn.has(concernId))
    seen.violations.push(`disclosed after its withdrawal ${concernId}`)
  const now = seen.standing.get(concernId)?.consentNow?.changeNumber ?? 0
  if ((seen.consents.get(concernId) ?? 0) > now)
    seen.violations.push(`disclosed past a change of consent ${concernId}`)
}

const seeRecorded = ({ pk, sk, row }: New, { adopted }: Seen): void => {
  const { childId, child } = fieldsOf(row['child'])
  if (
    pk.startsWith('CHILD#') &&
    sk === 'CHILD' &&
    fieldsOf(fieldsOf(child)['restricted'])['adopted'] === true
  )
    adopted.add(String(childId))
}

const seeStanding = ({ pk, sk, row }: New, { standing, violations }: Seen): void => {
  if (sk !== 'CONCERN') return
  const after = row['standing'] as ConcernStanding
  const before = standing.get(concernOf(pk))
  if (before !== undefined && after.version <= before.version)
    violations.push(`went back a version ${pk}`)
  standing.set(concernOf(pk), after)
}

const seeLine = ({ pk, sk, row }: New, { lines }: Seen): void => {
  if (sk !== 'CONCERN') return
  const line = row['listed'] as ListedConcern
  const before = lines.get(concernOf(pk)) ?? []
  const last = before.at(-1)
  if (last?.status === line.status && last.changedAt === line.changedAt) return
  lines.set(concernOf(pk), [...before, line])
}

const seeEntry = ({ row }: New, { entries, acts }: Seen): void => {
  const { entryId, action, subjects } = fieldsOf(row['entry'])
  entries.add(String(entryId))
  for (const subject of subjects as readonly string[]) acts.add(`${String(action)} ${subject}`)
}

type Looks = Readonly<Record<string, readonly ((made: New, seen: Seen) => void)[]>>

const seeAlertMove = ({ pk, sk, row }: New, { versions, violations }: Seen): void => {
  if (sk !== 'ALERT') return
  const { version } = row['alert'] as Alert
  if (version <= (versions.get(pk) ?? 0)) violations.push(`went back a version ${pk}`)
  versions.set(pk, version)
}

/** What is looked at of a row whenever it is written, by its table. */
const looksEachTime: Looks = {
  [tables.casework]: [seeStanding, seeLine, seeAlertMove],
  [tables.register]: [seeRecorded],
}

/** What is looked at of a new row, by its table. */
const looks: Looks = {
  [tables.auditEntries]: [seeEntry],
  [tables.casework]: [seeAlert],
  [tables.intake]: [seeChange, seeReceived],
}

const looksAt = (table: string, isNew: boolean): Looks[string] => [
  ...(looksEachTime[table] ?? []),
  ...((isNew ? looks[table] : undefined) ?? []),
]

/** What a witness saw of the tables, write by write: what no reading afterwards can tell. */
export const createWitness = () => {
  const seen = createSeen()
  return {
    ...seen,
    onWrite: ({ table, key, before, after }: Written): void => {
      if (after === undefined) return
      const made = { ...key, row: after }
      for (const see of looksAt(table, before === undefined)) see(made, seen)
    },
  }
}
export type Witness = ReturnType<typeof createWitness>

/** What was accepted and never took effect, and what was done without an entry. */
export const faultsOfWitness = (witness: Witness): readonly string[] => {
  const { withdrawn, consents, standing, acts, alerts, committed } = witness
  const stateOf = (id: string) => standing.get(id)?.state
  return [
    ...[...withdrawn]
      .filter((id) => stateOf(id) !== 'WITHDRAWN')
      .map((id) => `a withdrawal without effect ${id}`),
    ...[...consents]
      .filter(([id, last]) => (standing.get(id)?.consentNow?.changeNumber ?? 0) < last)
      .map(([id]) => `a change of consent without effect ${id}`),
    ...[...committed.values()]
      .flat()
      .filter((id) => !acts.has(`CONCERN_SUBMITTED ${id}`))
      .map((id) => `without an entry: concern ${id}`),
    ...alerts
      .filter(({ alertId }) => !acts.has(`ALERT_RAISED ${alertId}`))
      .map(({ alertId }) => `without an entry: alert ${alertId}`),
  ]
}
