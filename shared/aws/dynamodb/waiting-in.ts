import * as z from 'zod'
import type { Waiting } from '../../casework/sweep.ts'
import { challengeLevels } from '../../codes/challenge-levels.ts'
import {
  adultIdSchema,
  alertIdSchema,
  childIdSchema,
  concernIdSchema,
  reviewIdSchema,
} from '../../kernel/ids.ts'
import { outboxMessageSchema } from '../../outbox/outbox-message.ts'
import type { Key } from './store.ts'

type OfKind<Kind extends Waiting['kind']> = Extract<Waiting, { readonly kind: Kind }>

const messageKeySchema = outboxMessageSchema.pick({
  recordId: true,
  recordVersion: true,
  to: true,
})
const leftOverSchema = z.object({
  concernId: concernIdSchema,
  number: z.coerce.number(),
  part: z.coerce.number(),
})

const idIn = ({ pk }: Key): string | undefined => pk.split('#')[1]
const concernIn = (key: Key) => ({ concernId: concernIdSchema.parse(idIn(key)) })

/** Whose record a partition of the register is. */
const personIn = (pk: string): { readonly of: 'child' | 'adult'; readonly id: string } =>
  pk.startsWith('CHILD#')
    ? { of: 'child', id: childIdSchema.parse(pk.slice('CHILD#'.length)) }
    : { of: 'adult', id: adultIdSchema.parse(pk.slice('ADULT#'.length)) }

/** What the key of a row says of the work that waits in it. @throws ZodError when it is no key of this kind */
export const waitingIn: {
  readonly [Kind in Exclude<Waiting['kind'], 'digest'>]: (key: Key) => OfKind<Kind>
} = {
  assessment: (key) => ({ kind: 'assessment', ...concernIn(key) }),
  expiry: (key) => ({ kind: 'expiry', ...concernIn(key) }),
  'left-over': (key) => {
    const [, number, part] = key.sk.split('#')
    return { kind: 'left-over', ...leftOverSchema.parse({ ...concernIn(key), number, part }) }
  },
  consent: (key) => ({
    kind: 'consent',
    ...concernIn(key),
    changeId: key.sk.slice('CONSENT#'.length),
  }),
  relay: ({ pk }) => {
    const [, recordId, version, to] = pk.split('#')
    const recordVersion = Number(version)
    return { kind: 'relay', ...messageKeySchema.parse({ recordId, recordVersion, to }) }
  },
  unagreed: (key) => ({ kind: 'unagreed', day: z.string().parse(idIn(key)) }),
  again: (key) => ({
    kind: 'again',
    ...concernIn(key),
    because: concernIdSchema.parse(key.sk.slice('AGAIN#'.length)),
  }),
  review: (key) => ({ kind: 'review', reviewId: reviewIdSchema.parse(idIn(key)) }),
  answer: (key) => ({ kind: 'answer', alertId: alertIdSchema.parse(idIn(key)) }),
  silence: (key) => ({
    kind: 'silence',
    ...concernIn(key),
    level: z.enum(challengeLevels).parse(key.sk.slice('SILENCE#'.length)),
  }),
  household: ({ pk, sk }) => ({
    kind: 'household',
    ...personIn(pk),
    version: Number(sk.slice('HOUSEHOLD#'.length)),
  }),
  index: ({ pk, sk }) => ({
    kind: 'index',
    ...personIn(pk.slice('REGISTER#'.length)),
    attempt: sk.slice('INDEX#'.length),
  }),
  rekey: ({ pk, sk }) => ({
    kind: 'rekey',
    adultId: adultIdSchema.parse(personIn(pk.slice('REGISTER#'.length)).id),
    version: Number(sk.slice('REKEY#'.length)),
  }),
}
