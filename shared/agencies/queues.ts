import { type AgencyKey, agencies, agencyKeys } from './agencies.ts'
import { type AuthorityCode, authorities, authorityCodes } from './authorities.ts'
import { type Holder, holdingQueue } from './holder.ts'

type AuthorityKey = (typeof authorities)[AuthorityCode]['key']

/** A place that messages leave for: a topic and a queue behind it, both named `hub-…`. */
export type QueueName =
  | `alerts-${AuthorityKey}`
  | `escalations-${AuthorityKey | AgencyKey | 'partnership'}`
  | 'holding'

/** What an authority's case system fetches. */
export const inboxOf = (authority: AuthorityCode) => `alerts-${authorities[authority].key}` as const

/** What the managers and leads of an authority are told of. */
export const escalationsOf = (authority: AuthorityCode) =>
  `escalations-${authorities[authority].key}` as const

/** What the lead of an agency is told of. */
export const escalationsOfAgency = (agency: AgencyKey) => `escalations-${agency}` as const

export const escalationsOfPartnership = 'escalations-partnership'

/** Alerts that no authority of this hub answers for; the partnership lead places them. */
export const holding = 'holding'

/** Where a holder's alerts arrive: its inbox, or the holding queue. */
export const inboxOfHolder = (holder: Holder): QueueName =>
  holder === holdingQueue ? holding : inboxOf(holder)

/** Where a holder's managers and leads are told. */
export const escalationsOfHolder = (holder: Holder): QueueName =>
  holder === holdingQueue ? escalationsOfPartnership : escalationsOf(holder)

/** Where a holder is told of what is its own; of what is its lead's alone, where its leads are told of all else. */
export const toldAt = (holder: Holder, isLeadsOnly: boolean): QueueName =>
  isLeadsOnly ? escalationsOfHolder(holder) : inboxOfHolder(holder)

export type OutgoingPlace = {
  readonly name: QueueName
  readonly reader: string
  readonly isInbox: boolean
}

/** Every place, with whoever reads it. Topics and queues are made from this list. */
export const queues: readonly OutgoingPlace[] = [
  ...authorityCodes.flatMap((code): OutgoingPlace[] => {
    const { name } = authorities[code]
    return [
      { name: inboxOf(code), reader: name, isInbox: true },
      { name: escalationsOf(code), reader: `${name}’s managers and leads`, isInbox: false },
    ]
  }),
  ...agencyKeys.map((key): OutgoingPlace => {
    const reader = `the safeguarding lead of ${agencies[key].name}`
    return { name: escalationsOfAgency(key), reader, isInbox: false }
  }),
  { name: escalationsOfPartnership, reader: 'the partnership lead', isInbox: false },
  { name: holding, reader: 'the partnership lead', isInbox: false },
]

/** Their names. */
export const queueNames: readonly QueueName[] = queues.map(({ name }) => name)
