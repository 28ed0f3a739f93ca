import * as z from 'zod'
import type { QueueName } from '../../agencies/queues.ts'
import type { IndexedKind, Waiting } from '../../casework/waiting.ts'
import { challengeLevels } from '../../codes/challenge-levels.ts'
import {
  adultIdSchema,
  alertIdSchema,
  type ConcernId,
  childIdSchema,
  concernIdSchema,
  emergencyAccessIdSchema,
  reviewIdSchema,
  storedLocalIdSchema,
} from '../../kernel/ids.ts'
import { outboxMessageSchema } from '../../outbox/outbox-message.ts'
import { waitingForWrittenAgreement } from './agreement-clocks.ts'
import { waitingForAnswer, waitingForAnswered, waitingForRelay } from './alert-rows.ts'
import { waitingForAgain, waitingForAssessment, waitingForExpiry } from './concern-rows.ts'
import { waitingForConsent } from './consent-changes.ts'
import { waitingForEmergency } from './emergency-access.ts'
import { waitingForEngagement } from './engagements.ts'
import { waitingForHousehold } from './household-rows.ts'
import { receivedKey } from './keys.ts'
import { waitingForLeftOver } from './left-over.ts'
import { waitingForQuota } from './quotas.ts'
import { waitingForIndex, waitingForRekey } from './register-rows.ts'
import { waitingForReview } from './reviews.ts'
import { waitingForSilence } from './silences.ts'
import type { Key } from './store.ts'
import { waitingForUnagreed } from './unagreed.ts'
import { waitingForReader } from './unread-alerts.ts'
import { waitingForUse } from './watch-reports.ts'
import { waitingForWithdrawal } from './withdrawals.ts'

/** Everything but a digest and a report waits as a row of its own; what ended authorities have open waits nowhere, but is listed. */
export type Single = Extract<Waiting, { kind: Exclude<IndexedKind, 'digest' | 'elsewhere'> }>
type Kinds = {
  readonly [Kind in Single['kind']]: {
    /** The table in whose waiting index it is found, and its partition there. */
    readonly table: 'intake' | 'casework'
    readonly partition: string
    /** What waits, by the key of its row. */
    readonly read: (key: Key) => Omit<Extract<Single, { kind: Kind }>, 'kind'>
  }
}

const messageKeySchema = outboxMessageSchema
  .pick({ recordId: true, recordVersion: true })
  .extend({ to: z.custom<QueueName>((value) => typeof value === 'string') })

const leftOverSchema = z.object({
  concernId: concernIdSchema,
  number: z.coerce.number(),
  part: z.coerce.number(),
  alertId: alertIdSchema.optional(),
})

const partsOf = ({ pk }: Key): readonly string[] => pk.split('#').slice(1)
const idIn = (key: Key): string | undefined => partsOf(key)[0]
/** What follows the first part of a sort key. */
const afterKind = ({ sk }: Key): string => sk.slice(sk.indexOf('#') + 1)

const concernIn = (key: Key): { readonly concernId: ConcernId } => ({
  concernId: concernIdSchema.parse(idIn(key)),
})
const messageIn = (key: Key) => {
  const [recordId, version, to] = partsOf(key)
  return messageKeySchema.parse({ recordId, recordVersion: Number(version), to })
}
const changeIn = (key: Key) => ({ ...concernIn(key), changeId: afterKind(key) })

/** A client's id may hold what parts others; a day never does. */
const clientDayIn = (key: Key): { readonly clientId: string; readonly day: string } => {
  const parts = partsOf(key)
  return { clientId: parts.slice(0, -1).join('#'), day: parts.at(-1) ?? '' }
}

/** Whose record a partition of the register is. */
const personIn = (pk: string): { readonly of: 'child' | 'adult'; readonly id: string } =>
  pk.startsWith('CHILD#')
    ? { of: 'child', id: childIdSchema.parse(pk.slice('CHILD#'.length)) }
    : { of: 'adult', id: adultIdSchema.parse(pk.slice('ADULT#'.length)) }
/** Whose it is, by a partition that begins with what it is of theirs. */
const registeredIn = ({ pk }: Key) => personIn(pk.slice(pk.indexOf('#') + 1))

/** What waits in intake for what was received under a key. */
const arrived = <Read>(read: (key: Key) => Read) => ({
  table: 'intake' as const,
  read: (arrival: Key): Read => read(receivedKey(arrival)),
})

/** Where each kind waits, and what its row's key says of it. */
export const waitingKinds: Kinds = {
  assessment: { partition: waitingForAssessment, ...arrived(concernIn) },
  emergency: {
    table: 'casework',
    partition: waitingForEmergency,
    read: (key) => ({ accessId: emergencyAccessIdSchema.parse(idIn(key)) }),
  },
  expiry: { table: 'casework', partition: waitingForExpiry, read: concernIn },
  consent: { partition: waitingForConsent, ...arrived(changeIn) },
  withdrawal: { partition: waitingForWithdrawal, ...arrived(changeIn) },
  'left-over': {
    table: 'casework',
    partition: waitingForLeftOver,
    read: (key) => {
      const [number, part, alertId] = afterKind(key).split('#')
      return leftOverSchema.parse({ ...concernIn(key), number, part, alertId })
    },
  },
  relay: { table: 'casework', partition: waitingForRelay, read: messageIn },
  unanswered: { table: 'casework', partition: waitingForAnswered, read: messageIn },
  unagreed: {
    table: 'casework',
    partition: waitingForUnagreed,
    read: (key) => ({ day: idIn(key) ?? '' }),
  },
  quota: { table: 'intake', partition: waitingForQuota, read: clientDayIn },
  use: {
    table: 'casework',
    partition: waitingForUse,
    read: (key) => ({ owner: idIn(key) ?? '', day: afterKind(key) }),
  },
  again: {
    table: 'casework',
    partition: waitingForAgain,
    read: (key) => ({ ...concernIn(key), because: concernIdSchema.parse(afterKind(key)) }),
  },
  review: {
    table: 'casework',
    partition: waitingForReview,
    read: (key) => ({ reviewId: reviewIdSchema.parse(idIn(key)) }),
  },
  answer: {
    table: 'casework',
    partition: waitingForAnswer,
    read: (key) => ({ alertId: alertIdSchema.parse(idIn(key)) }),
  },
  unread: {
    table: 'casework',
    partition: waitingForReader,
    read: (key) => ({
      alertId: alertIdSchema.parse(idIn(key)),
      version: z.coerce.number().int().parse(afterKind(key)),
    }),
  },
  silence: {
    partition: waitingForSilence,
    ...arrived((key) => ({
      ...concernIn(key),
      level: z.enum(challengeLevels).parse(afterKind(key)),
    })),
  },
  engagement: { partition: waitingForEngagement, ...arrived(changeIn) },
  'written-agreement': {
    table: 'casework',
    partition: waitingForWrittenAgreement,
    read: (key) => ({
      childId: childIdSchema.parse(idIn(key)),
      agreementId: storedLocalIdSchema.parse(afterKind(key)),
    }),
  },
  household: {
    table: 'casework',
    partition: waitingForHousehold,
    read: (key) => ({ ...registeredIn(key), revision: Number(afterKind(key)) }),
  },
  index: {
    table: 'casework',
    partition: waitingForIndex,
    read: (key) => ({ ...registeredIn(key), attempt: afterKind(key) }),
  },
  rekey: {
    table: 'casework',
    partition: waitingForRekey,
    read: (key) => ({
      adultId: adultIdSchema.parse(registeredIn(key).id),
      version: Number(afterKind(key)),
    }),
  },
}

/** What waits of a kind, by the key of its row. */
export const waitingOf = (kind: Single['kind'], key: Key): Waiting =>
  ({ kind, ...waitingKinds[kind].read(key) }) as Waiting
