import { type Delivery, deliveryModes, deliverySchema } from '../../shared/agencies/delivery.ts'
import { present } from '../../shared/kernel/present.ts'
import { isOfNobody } from '../../shared/sending/of-nobody.ts'
import { InputError } from '../evaluate/input-error.ts'
import type { WriteOptions } from './common-options.ts'
import type { Ports } from './ports.ts'

export type DeliverOptions = WriteOptions & {
  readonly mode: string
  readonly account?: string
  readonly url?: string
  readonly certificate?: string
  readonly stage?: string
}

const wanted = {
  account: 'an AWS account, twelve digits, of queue or poll',
  url: 'https, of push',
  certificate: 'a certificate in PEM, of push',
} as const

/** @throws InputError that names the option and what is expected there */
export const readDelivery = async (
  { mode, account, url, certificate: file }: DeliverOptions,
  { readText }: Ports,
): Promise<Delivery> => {
  const certificate = file === undefined ? undefined : await readText(file)
  if (certificate?.includes('PRIVATE KEY') === true)
    throw new InputError(
      '--certificate: this holds a private key, which must never leave its system',
    )
  const read = deliverySchema.safeParse({ mode, ...present({ account, url, certificate }) })
  if (read.success) {
    if (read.data.url !== undefined && isOfNobody(read.data.url))
      throw new InputError(
        '--url: it leads to no one on the internet (a private address, a name without a domain, or a user before it): give the name under which the receiver stands there',
      )
    return read.data
  }
  const [field] = read.error.issues[0]?.path ?? []
  if (field === 'account' || field === 'url' || field === 'certificate')
    throw new InputError(`--${field}: ${wanted[field]}`)
  throw new InputError(`--mode: one of ${deliveryModes.join(', ')}`)
}

/** What the stage’s file has to say too, from which queues and their policies are made. */
export const warningOf = (stage: string | undefined, isSame: () => boolean): string => {
  if (stage === undefined)
    return 'queues and who may fetch from them are made from the stage’s file: say the same there and deploy; --stage FILE checks it'
  return isSame()
    ? 'the stage’s file says the same'
    : 'WARNING: the stage’s file does not say the same: say it there and deploy'
}
