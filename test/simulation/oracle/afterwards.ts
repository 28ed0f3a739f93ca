import type { InMemoryStore } from '../../../local/in-memory/store.ts'
import type { Alert } from '../../../shared/alerts/alert.ts'
import type { Assessment } from '../../../shared/assessing/assessment.ts'
import { countConservation } from '../../../shared/aws/dynamodb/count-conservation.ts'
import { childAlertKey } from '../../../shared/aws/dynamodb/keys.ts'
import type { Conservation } from '../../../shared/casework/conservation.ts'
import type { OutboxMessage } from '../../../shared/outbox/outbox-message.ts'
import type { History } from '../actors/history.ts'
import { reusedAs } from '../actors/sender.ts'
import type { Heard } from '../hub/topics.ts'
import { isKnown } from '../world/families.ts'
import { tables } from '../world/place.ts'
import { isPoison } from '../world/poison.ts'
import type { Witness } from './witness.ts'

export type Seen = {
  readonly store: InMemoryStore
  readonly history: History
  readonly witness: Witness
  readonly heard: ReadonlyMap<string, Heard>
  readonly now: () => Date
}

/** Where every concern is, by the hub's own sum over the rows. */
export const sumOf = ({ store, now }: Seen): Promise<Conservation> =>
  countConservation({
    store,
    tables,
    now,
    scan: async function* (table) {
      yield store.rows(table)
    },
  })

/** Each concern that was answered 202 is there once, and none is there that nobody sent. */
export const faultsOfHistory = ({ history, witness }: Seen): readonly string[] => {
  const submits = history.done.filter(({ kind }) => kind === 'submit')
  // Where what stood under a key is in no table any more, or never was, it may be used for anything.
  const known = new Set(submits.filter(({ end }) => end === 'ok').map(({ about }) => about))
  const reuses = history.done.filter(({ kind, end }) => kind === 'reuse' && end === 'ok')
  const isFree = reuses.some(({ about }) => !known.has(about))
  const asked = new Set([...submits.map(({ about }) => about), ...(isFree ? [reusedAs] : [])])
  const doubled = [...witness.committed].flatMap(([about, ids]) => [
    ...(ids.length > 1 ? [`twice: concern ${about}`] : []),
    ...(asked.has(about) ? [] : [`phantom: concern ${about}`]),
  ])
  const lost = submits.flatMap(({ about, end, concernId }) => {
    const ids = witness.committed.get(about) ?? []
    if (end === 'ok' && concernId !== undefined && !ids.includes(concernId))
      return [`lost: concern ${about}`]
    return end === 'fail' ? [`refused: concern ${about}`] : []
  })
  const reused = reuses
    .filter(({ about }) => known.has(about))
    .map(({ about }) => `a key taken for another body: ${about}`)
  const foreign = history.done
    .filter(
      ({ kind, about, end }) => kind === 'answer' && about.startsWith('foreign') && end === 'ok',
    )
    .map(({ about }) => `answered by another authority: ${about}`)
  return [...doubled, ...lost, ...reused, ...foreign]
}

const messagesOf = (store: InMemoryStore): readonly OutboxMessage[] =>
  store.rows(tables.casework).flatMap((row) => {
    const message = row['message'] as OutboxMessage | undefined
    return message === undefined || row['status'] === undefined ? [] : [message]
  })

/** The newest version of each record that anybody heard of; where a message goes changes with who is there to read it. */
const newestHeard = (heard: Seen['heard']): ReadonlyMap<string, number> => {
  const newest = new Map<string, number>()
  for (const [place, { version }] of heard) {
    const id = place.split(' ')[1] ?? ''
    newest.set(id, Math.max(version, newest.get(id) ?? 0))
  }
  return newest
}

/** Every message left, and somebody knows the newest version that was told. */
export const faultsOfMessages = (
  { store, heard }: Seen,
  { isLossy, isLong }: { readonly isLossy: boolean; readonly isLong: boolean },
): readonly string[] => {
  // For days nobody answered: whoever had not heard has been told again since.
  const raised = new Set<string>(
    store
      .rows(tables.casework)
      .filter(({ sk, state }) => sk === 'ALERT' && state === 'RAISED')
      .map((row) => String(row['alertId'])),
  )
  const mustHear = (recordId: string): boolean => isLong && raised.has(recordId)
  const newest = newestHeard(heard)
  const isHeard = ({ recordId, recordVersion, toldBy }: OutboxMessage): boolean =>
    (isLossy && !mustHear(recordId)) ||
    toldBy !== undefined ||
    (newest.get(recordId) ?? 0) >= recordVersion
  const messages = messagesOf(store)
  return [
    ...messages
      .filter(({ status, digestAt }) => status === 'PENDING' && digestAt === undefined)
      .map(({ recordId, to }) => `not sent: ${recordId} ${to}`),
    ...messages
      .filter((message) => message.status === 'SENT' && !isHeard(message))
      .map(({ recordId, to }) => `never heard: ${recordId} ${to}`),
  ]
}

/** Each alert that was raised is told of. */
export const faultsOfTelling = ({ store, witness }: Seen): readonly string[] => {
  const told = new Set<string>(messagesOf(store).map(({ recordId }) => recordId))
  return witness.alerts
    .filter(({ alertId }) => !told.has(alertId))
    .map(({ alertId }) => `told to nobody: ${alertId}`)
}

/** Nobody on a register is ever taken for nobody, whatever key could not be read. */
export const faultsOfMatches = ({ store, witness }: Seen): readonly string[] => {
  const known = new Set(
    [...witness.committed].flatMap(([about, ids]) =>
      // Of what was sent under a key that was free again nobody says whom it is about.
      about !== reusedAs && isKnown({ number: Number(about) }) ? ids : [],
    ),
  )
  return store
    .rows(tables.casework)
    .flatMap((row) => (row.sk.startsWith('ASSESSMENT#') ? [row['assessment'] as Assessment] : []))
    .filter(
      ({ concernId, matches: [subject] }) =>
        known.has(concernId) && subject?.match.confirmed.length === 0,
    )
    .map(({ concernId }) => `taken for nobody: ${concernId}`)
}

/** What was read was told of in the log. */
export const faultsOfReading = ({ history, witness }: Seen): readonly string[] =>
  history.done
    .filter(({ kind, status }) => kind === 'read' && status === 200)
    .filter(({ about }) => !witness.acts.has(`ALERT_READ ${about}`))
    .map(({ about }) => `without an entry: reading ${about}`)

/**
 * One alert an authority and concern; one for its leads alone where an adopted child is named; and one more where its sender
 * may know of it, once the first, of which it may not, was answered.
 */
export const faultsOfAlerts = ({ store }: Seen): readonly string[] => {
  const alerts = store
    .rows(tables.casework)
    .flatMap((row) => (row.sk === 'ALERT' ? [row['alert'] as Alert] : []))
    .filter(({ reroutedFrom, moved }) => reroutedFrom === undefined && moved === undefined)
  const byWhom = Map.groupBy(
    alerts,
    ({ concernId, authority, isOfWhatWasSent, isOfAdopted }) =>
      `${concernId} ${authority} ${isOfWhatWasSent === true} ${isOfAdopted === true}`,
  )
  return [...byWhom].filter(([, all]) => all.length > 1).map(([whom]) => `alerted twice: ${whom}`)
}

/** What an assessment or answer left over was written, and every child of an alert leads to it. */
export const faultsOfFamilies = ({ store, witness }: Seen): readonly string[] => {
  const rows = store.rows(tables.casework)
  const keys = new Set(rows.map(({ pk, sk }) => `${pk} ${sk}`))
  const hasEach = ({ alertId, children }: Alert): boolean =>
    children.every((child) => {
      const { pk, sk } = childAlertKey(child, alertId)
      return keys.has(`${pk} ${sk}`)
    })
  const unfinished = rows
    .filter(({ sk, waitingFor }) => sk.startsWith('LEFT_OVER#') && waitingFor !== undefined)
    .map(({ pk }) => `half-written: ${pk}`)
  const halves = witness.alerts
    .filter((alert) => !hasEach(alert))
    .map(({ alertId }) => `half-written: alert ${alertId}`)
  return [...unfinished, ...halves]
}

/** Nothing that was received still waits to be taken up. */
export const faultsOfArrivals = ({ store }: Seen): readonly string[] =>
  store
    .rows(tables.intake)
    .filter(({ pk }) => pk.startsWith('ARRIVED#') && !isPoison(pk))
    .map(({ pk, sk }) => `still waits: ${pk} ${sk}`)
