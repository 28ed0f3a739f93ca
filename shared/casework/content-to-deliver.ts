import { isDelivered, type SealingKey } from '../agencies/delivery.ts'
import { type Authority, isServedOn } from '../agencies/directory.ts'
import { sealingKeyAt } from '../agencies/sealing-key.ts'
import { type Alert, concernsIn } from '../alerts/alert.ts'
import { priorAlertIds } from '../alerts/answers/prior-alerts.ts'
import type { AuditEntry, Recorder } from '../audit/audit-entry.ts'
import { londonDay } from '../calendar/london-day.ts'
import type { AlertId } from '../kernel/ids.ts'
import { type Arriving, alertOfEvent, withContent } from '../outbox/delivered-event.ts'
import type { ReadRelated } from './history-of.ts'
import { type AlertRead, type ReadContentDeps, readContent } from './read-content.ts'

export type ContentToDeliverDeps = ReadContentDeps & {
  readonly readAlert: (alertId: AlertId) => Promise<Alert | undefined>
  readonly related: ReadRelated
  /** The alert as its authority reads it by the API. */
  readonly viewOf: (alert: Alert, read: AlertRead, prior: readonly AlertId[]) => unknown
  /** Seals a text to a key, within a signature of the hub’s. */
  readonly seal: (text: string, key: SealingKey) => Promise<string>
}

/** What leaves: the event as it came, with ids alone, and why; or with content, and the entries without which it must not leave. */
export type ToDeliver = { readonly body: string } & (
  | {
      readonly kind: 'reference'
      readonly why: 'holds-no-content' | 'not-for-this-reader' | 'no-sealing-key' | 'too-large'
    }
  | { readonly kind: 'alert' | 'sealed'; readonly entries: readonly AuditEntry[] }
)

type Delivering = {
  readonly event: Arriving
  readonly authority: Authority
  readonly now: Date
  readonly record: Recorder
  /** What the entries say of this delivery, beside the alert’s version. */
  readonly codes: Readonly<Record<string, string>>
}

/** The longest message that every queue and receiver is known to take, in bytes. */
const longestMessage = 256 * 1024

type Seal = { readonly kind: 'none' } | { readonly kind: 'key'; readonly key: SealingKey }

/** To which key content is sealed; undefined where it must be sealed and cannot. */
const sealOf = ({ sealingKeys = [] }: Authority, now: Date): Seal | undefined => {
  if (sealingKeys.length === 0) return { kind: 'none' }
  const key = sealingKeyAt(sealingKeys, now)
  return key === undefined ? undefined : { kind: 'key', key }
}

/** What every colleague of the authority may read: nothing that is its lead’s alone, or somebody else’s. */
const mayBeSent = (alert: Alert, authority: Authority, now: Date): boolean =>
  alert.authority === authority.code && !alert.isLeadsOnly && isServedOn(authority, londonDay(now))

/** The event with the alert as it may be read at this moment; undefined where there is nothing, or nothing for this reader. */
const withAlert = async (
  alert: Alert,
  seal: Seal,
  { event, now, record, codes, deps }: Delivering & { readonly deps: ContentToDeliverDeps },
): Promise<Exclude<ToDeliver, { kind: 'reference' }> | undefined> => {
  const [related, read] = await Promise.all([
    deps.related(alert, { isLead: false }),
    readContent(alert, { isLead: false, deps, now }),
  ])
  if (read === undefined) return undefined
  const prior = priorAlertIds(alert, related)
  const view = deps.viewOf(alert, read, prior)
  const content =
    seal.kind === 'none'
      ? { alert: view }
      : { sealed: await deps.seal(JSON.stringify(view), seal.key) }
  const entries = record('ALERT_DELIVERED', [alert.alertId, ...concernsIn(alert)], {
    people: read.people,
    authority: alert.authority,
    codes: {
      ...codes,
      version: String(alert.version),
      priorAlerts: String(prior.length),
      ...(seal.kind === 'key' && { sealedTo: seal.key.kid }),
    },
  })
  return {
    kind: seal.kind === 'none' ? 'alert' : 'sealed',
    body: withContent(event, content),
    entries,
  }
}

/**
 * What leaves for an authority: an alert with its content, as the authority’s system would read it now, where the authority is pushed
 * to or has keys to seal to. Without a key that may be used it is the reference alone: never the content in clear.
 */
export const contentToDeliver = async (
  delivering: Delivering & { readonly text: string },
  deps: ContentToDeliverDeps,
): Promise<ToDeliver> => {
  const { event, authority, now, text } = delivering
  const reference = (why: Extract<ToDeliver, { kind: 'reference' }>['why']): ToDeliver => ({
    kind: 'reference',
    why,
    body: text,
  })
  const about = isDelivered(authority) ? alertOfEvent(event) : undefined
  if (about === undefined) return reference('holds-no-content')
  const alert = await deps.readAlert(about.alertId)
  if (alert === undefined || !mayBeSent(alert, authority, now))
    return reference('not-for-this-reader')
  const seal = sealOf(authority, now)
  if (seal === undefined) return reference('no-sealing-key')
  const full = await withAlert(alert, seal, { ...delivering, deps })
  if (full === undefined) return reference('not-for-this-reader')
  return Buffer.byteLength(full.body) > longestMessage ? reference('too-large') : full
}
