import * as z from 'zod'

/**
 * How an authority is told of its alerts: from a queue of its own, from the API's inbox alone, or by HTTPS to a receiver of its
 * own. Its own AWS account may fetch from its queues, if it names one: of one that polls from its escalations.
 */
export const deliveryModes = ['queue', 'poll', 'push'] as const

const receiver = z.url({ protocol: /^https$/, error: 'https' }).max(500)

export const deliverySchema = z
  .strictObject({
    mode: z.enum(deliveryModes),
    /** The AWS account whose roles may fetch from the queues; the hub's own where it is left out. */
    account: z
      .string()
      .regex(/^\d{12}$/)
      .optional(),
    url: receiver.optional(),
    /** Whom to trust for the receiver instead of everybody's authorities: a certificate (PEM), its own or its authority's. */
    certificate: z
      .string()
      .max(8_000)
      .regex(/^-----BEGIN CERTIFICATE-----/, { error: 'a certificate in PEM' })
      .optional(),
  })
  .refine(({ mode, url }) => (mode === 'push') === (url !== undefined), {
    path: ['url'],
    error: 'of a receiver that is pushed to, and of no other',
  })
  .refine(({ mode, certificate }) => mode === 'push' || certificate === undefined, {
    path: ['certificate'],
    error: 'of a receiver alone',
  })
  .refine(({ mode, account }) => mode !== 'push' || account === undefined, {
    path: ['account'],
    error: 'of what is fetched alone',
  })
export type Delivery = z.infer<typeof deliverySchema>

/** A public key to which content is sealed (ECDH-ES, RFC 7518 §4.6): its newest that is in force. */
export const sealingKeySchema = z.strictObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  kid: z.string().min(1).max(100),
  from: z.iso.datetime(),
  until: z.iso.datetime().optional(),
  /** Nothing is sealed to it from then on, and an alarm rings if it was the only one. */
  revokedAt: z.iso.datetime().optional(),
})
export type SealingKey = z.infer<typeof sealingKeySchema>

/**
 * Whether what an authority is told passes through the hub’s own hands once more on its way: to be pushed, or sealed. Queues are made
 * by it, so it changes by a deployment; how exactly each message leaves is asked of the directory at that moment.
 */
export const isDelivered = ({
  delivery,
  sealingKeys = [],
}: {
  readonly delivery?: Delivery | undefined
  readonly sealingKeys?: readonly SealingKey[] | undefined
}): boolean => delivery?.mode === 'push' || sealingKeys.length > 0
