import { isDelivered } from '../../shared/agencies/delivery.ts'
import { type Authority, authoritySchema } from '../../shared/agencies/directory.ts'
import { modeOf } from '../../shared/agencies/mode-of.ts'
import { authorityRow } from '../../shared/aws/dynamodb/directory.ts'
import { checked } from './common-options.ts'
import type { Ports } from './ports.ts'
import { type DeliverOptions, readDelivery, warningOf } from './read-delivery.ts'
import { known, requireNotEnded } from './served.ts'
import { change, changedFields } from './with-directory.ts'

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

/** `hub authority deliver`: how an authority is told from now on. */
export const deliver = (code: string, options: DeliverOptions, ports: Ports): Promise<void> =>
  change(options, ports, async ({ today, kept, commit }) => {
    const { stage } = options
    const delivery = await readDelivery(options, ports)
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
    const notes = [
      ...adviceOn(before, authority),
      warningOf(stage, () => isSame(authority, inStage)),
    ]
    const line = `${code} ${authority.name} is told by ${delivery.mode}, within a minute`
    return { data: { authority, notes }, lines: [line, ...notes] }
  })
