import * as z from 'zod'
import { type AuthorityCode, authorityCodeSchema } from './authorities.ts'
import { isDelivered } from './delivery.ts'
import {
  type Agency,
  type Authority,
  authorityIn,
  type Directory,
  hasLead,
  keySchema,
  requireReadable,
} from './directory.ts'
import { type Holder, holderOf, isAuthority } from './holder.ts'
import { isToldOfChanges, modeOf } from './mode-of.ts'
import { endedOn } from './successor.ts'

/**
 * A place that messages leave for: a topic and a queue behind it, both named `hub-…`. Named by codes and keys, which never
 * change, so that a message says where it goes without asking who is served.
 */
export const queueNameSchema = z.union([
  z.templateLiteral(['alerts-', authorityCodeSchema]),
  z.templateLiteral(['escalations-', authorityCodeSchema]),
  z.templateLiteral(['escalations-', keySchema]),
  z.templateLiteral(['changes-', keySchema]),
  z.literal('holding'),
])
export type QueueName = z.infer<typeof queueNameSchema>

/** What an authority's case system fetches. */
export const inboxOf = (authority: AuthorityCode) => `alerts-${authority}` as const

/** What the managers and leads of an authority are told of. */
export const escalationsOf = (authority: AuthorityCode) => `escalations-${authority}` as const

/** What the lead of an agency is told of. */
export const escalationsOfAgency = (agency: string) => `escalations-${agency}` as const

/** What the system of an agency is told of: that something of what it sent has changed. */
export const changesOf = (agency: string) => `changes-${agency}` as const

export const escalationsOfPartnership = 'escalations-partnership'

/** Alerts that no authority of this hub answers for; the partnership lead places them. */
export const holding = 'holding'

/** Where a holder's alerts arrive: its inbox, or the holding queue. */
export const inboxOfHolder = (holder: Holder): QueueName =>
  isAuthority(holder) ? inboxOf(holder) : holding

/** Where a holder's managers and leads are told. */
export const escalationsOfHolder = (holder: Holder): QueueName =>
  isAuthority(holder) ? escalationsOf(holder) : escalationsOfPartnership

/** Where a holder is told of what is its own; of what is its lead's alone, where its leads are told of all else. */
export const toldAt = (holder: Holder, isLeadsOnly: boolean): QueueName =>
  isLeadsOnly ? escalationsOfHolder(holder) : inboxOfHolder(holder)

const agencyOf = (to: QueueName): string | undefined => {
  const [, key] = /^escalations-(.+)$/.exec(to) ?? []
  const isOther = to === escalationsOfPartnership || authorityCodeSchema.safeParse(key).success
  return isOther ? undefined : key
}

/** Where a message for a queue goes today: what an agency without a lead here should be told is the partnership lead's to tell, so that nothing is silent. */
export const placeToday = (directory: Directory, to: QueueName, today: string): QueueName => {
  const agency = agencyOf(to)
  return agency === undefined || hasLead(directory, agency, today) ? to : escalationsOfPartnership
}

/** Who would be told there and reads the API's inbox instead, so that nothing is published to it. */
export const pollerOf = (directory: Directory, to: QueueName): AuthorityCode | undefined => {
  const [, code = ''] = /^alerts-(.+)$/.exec(to) ?? []
  const authority = authorityIn(directory, code)
  return authority !== undefined && modeOf(authority) === 'poll' ? authority.code : undefined
}

/** Whether whoever would be told there reads the API's inbox instead. */
export const isPolled = (directory: Directory, to: QueueName): boolean =>
  pollerOf(directory, to) !== undefined

/** The authority that has ended whose place it is, where nobody need look any more. */
const endedAt = (directory: Directory, to: QueueName, today: string): AuthorityCode | undefined => {
  const [, code] = /^(?:alerts|escalations)-(E\d{8})$/.exec(to) ?? []
  if (code !== undefined) requireReadable(directory, code)
  return endedOn(directory, today).find((one) => one === code)
}

/** Whether it is the inbox or the escalations of an authority that has ended. */
export const isOfEnded = (directory: Directory, to: QueueName, today: string): boolean =>
  endedAt(directory, to, today) !== undefined

/** The same place of whoever took over: of its one replacement, else of the partnership lead; itself, where nobody has ended. */
export const placeOfSuccessor = (directory: Directory, to: QueueName, today: string): QueueName => {
  const ended = endedAt(directory, to, today)
  if (ended === undefined) return to
  const holder = holderOf(directory, ended, today)
  return to === inboxOf(ended) ? inboxOfHolder(holder) : escalationsOfHolder(holder)
}

export type OutgoingPlace = {
  readonly name: QueueName
  readonly reader: string
  readonly isInbox: boolean
  /** The AWS account whose roles may fetch from it. */
  readonly account?: string | undefined
  /** What arrives is pushed or sealed first: it has a queue more before it. Left out where that can never be. */
  readonly isDelivered?: boolean
}

/** The places of one authority: of one that polls no inbox, for what it is told stands in the API's; what must reach a person leaves for any. */
const queuesOfAuthority = ({ code, name, ...authority }: Authority): readonly OutgoingPlace[] => {
  const { delivery } = authority
  const account = delivery?.account
  const fetched = account === undefined ? {} : { account }
  const inbox: OutgoingPlace = {
    name: inboxOf(code),
    reader: name,
    isInbox: true,
    isDelivered: isDelivered(authority),
    ...fetched,
  }
  const reader = `${name}’s managers and leads`
  const escalations = { name: escalationsOf(code), reader, isInbox: false, ...fetched }
  return modeOf({ delivery }) === 'poll' ? [escalations] : [inbox, escalations]
}

/** The places of one agency: of its lead, and of its system where that is told what changes. */
const queuesOfAgency = ({ key, name, delivery }: Agency): readonly OutgoingPlace[] => {
  const lead = {
    name: escalationsOfAgency(key),
    reader: `the safeguarding lead of ${name}`,
    isInbox: false,
  }
  if (!isToldOfChanges({ delivery })) return [lead]
  const { account } = delivery ?? {}
  const changes: OutgoingPlace = {
    name: changesOf(key),
    reader: `the system of ${name}`,
    isInbox: false,
    isDelivered: isDelivered({ delivery }),
    ...(account !== undefined && { account }),
  }
  return [lead, changes]
}

/** Every place of a deployment, with whoever reads it; those of the ended too, for what still lies in them. Topics and queues are made from this list. */
export const queuesOf = ({ authorities, agencies }: Directory): readonly OutgoingPlace[] => [
  ...authorities.flatMap(queuesOfAuthority),
  ...agencies.flatMap(queuesOfAgency),
  { name: escalationsOfPartnership, reader: 'the partnership lead', isInbox: false },
  { name: holding, reader: 'the partnership lead', isInbox: false },
]
