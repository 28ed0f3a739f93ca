import {
  type Delivery,
  deliveryModes,
  deliverySchema,
  isDelivered,
} from '../../shared/agencies/delivery.ts'
import { type Authority, authoritySchema } from '../../shared/agencies/directory.ts'
import { modeOf } from '../../shared/agencies/mode-of.ts'
import { authorityRow } from '../../shared/aws/dynamodb/directory.ts'
import { present } from '../../shared/kernel/present.ts'
import { InputError } from '../evaluate/input-error.ts'
import { checked, type WriteOptions } from './common-options.ts'
import type { Ports } from './ports.ts'
import { known, requireNotEnded } from './served.ts'
import { change, changedFields } from './with-directory.ts'

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
const deliveryOf = async (
  { mode, account, url, certificate: file }: DeliverOptions,
  { readText }: Ports,
): Promise<Delivery> => {
  const certificate = file === undefined ? undefined : await readText(file)
  if (certificate?.includes('PRIVATE KEY') === true)
    throw new InputError(
      '--certificate: this holds a private key, which must never leave its system',
    )
  const read = deliverySchema.safeParse({ mode, ...present({ account, url, certificate }) })
  if (read.success) return read.data
  const [field] = read.error.issues[0]?.path ?? []
  if (field === 'account' || field === 'url' || field === 'certificate')
    throw new InputError(`--${field}: ${wanted[field]}`)
  throw new InputError(`--mode: one of ${deliveryModes.join(', ')}`)
}

/** As far as queues are made by it. */
const isSame = (one: Authority, other: Authority | undefined): boolean =>
  other !== undefined &&
  modeOf(one) === modeOf(other) &&
  one.delivery?.account === other.delivery?.account &&
  isDelivered(one) === isDelivered(other)

/** What the queues need before messages take the new way, and when the old ones may go. */
const adviceOn = (before: Authority, after: Authority): readonly string[] => {
  if (modeOf(after) === 'poll' && modeOf(before) !== 'poll')
    return [
      'what lies in its inbox queue stays there to be fetched: leave the stage’s file as it is until that queue is empty, then say poll there and deploy',
    ]
  if (modeOf(before) === 'poll' && modeOf(after) !== 'poll')
    return [
      'its inbox must be there: deploy the stage’s file with the new way first, or what is raised meanwhile waits, and rings, until it is',
    ]
  if (isDelivered(after) && !isDelivered(before))
    return [
      'the way by which it is pushed to must be there: deploy the stage’s file with it first, or what is raised meanwhile lies in its inbox queue',
    ]
  return []
}

/** What the stage’s file has to say too, from which queues and their policies are made. */
const warningOf = (after: Authority, inStage: Authority | undefined, stage: string | undefined) => {
  if (stage === undefined)
    return 'queues and who may fetch from them are made from the stage’s file: say the same there and deploy; --stage FILE checks it'
  return isSame(after, inStage)
    ? 'the stage’s file says the same'
    : 'WARNING: the stage’s file does not say the same: say it there and deploy'
}

/** `hub authority deliver`: how an authority is told from now on. */
export const deliver = (code: string, options: DeliverOptions, ports: Ports): Promise<void> =>
  change(options, ports, async ({ today, kept, commit }) => {
    const { stage } = options
    const delivery = await deliveryOf(options, ports)
    const { authority: before, version } = known(await kept.authority(code), 'authority', code)
    requireNotEnded(`the authority ${code}`, before, today)
    const file = stage === undefined ? undefined : await ports.readStage(stage)
    const inStage = file?.directory.authorities.find((one) => one.code === code)
    const authority = checked(authoritySchema, { ...before, delivery }, '--mode')
    await commit({
      row: { ...authorityRow(authority), version: version + 1 },
      action: 'AUTHORITY_DELIVERY_SET',
      subjects: [code],
      authority: code,
      codes: { fields: changedFields(before, authority), mode: delivery.mode },
    })
    const notes = [...adviceOn(before, authority), warningOf(authority, inStage, stage)]
    const line = `${code} ${authority.name} is told by ${delivery.mode}, within a minute`
    return { data: { authority, notes }, lines: [line, ...notes] }
  })
