import { isDelivered } from '../../shared/agencies/delivery.ts'
import { type Agency, agencySchema } from '../../shared/agencies/directory.ts'
import { isToldOfChanges } from '../../shared/agencies/mode-of.ts'
import { agencyRow } from '../../shared/aws/dynamodb/directory.ts'
import { InputError } from '../evaluate/input-error.ts'
import { checked } from './common-options.ts'
import type { Ports } from './ports.ts'
import { type DeliverOptions, readDelivery, warningOf } from './read-delivery.ts'
import { known, requireNotEnded } from './served.ts'
import { change, changedFields } from './with-directory.ts'

/** As far as queues are made by it. */
const isSame = (one: Agency, other: Agency | undefined): boolean =>
  other !== undefined &&
  isToldOfChanges(one) === isToldOfChanges(other) &&
  one.delivery?.account === other.delivery?.account &&
  isDelivered(one) === isDelivered(other)

const adviceOn = (before: Agency, after: Agency): readonly string[] => {
  if (isToldOfChanges(after) && !isToldOfChanges(before))
    return [
      'its queue must be there: deploy the stage’s file with it first, or each minute rings that it is not told until it is',
    ]
  if (isDelivered(after) && !isDelivered(before))
    return [
      'the way by which it is pushed to must be there: deploy the stage’s file with it first, or what changes meanwhile lies in its queue',
    ]
  return []
}

/** How it is told, in words. */
export const toldInWords = ({ delivery }: Agency): string => {
  if (delivery?.mode === 'push') return `told of changes by push to ${delivery.url}`
  return delivery?.mode === 'queue'
    ? 'told of changes by its queue'
    : 'told of no changes: it asks for them (GET /v1/concerns?changedSince=)'
}

/** `hub agency deliver`: how the system of an agency is told from now on that a concern of its own has changed. */
export const deliverChanges = (key: string, options: DeliverOptions, ports: Ports): Promise<void> =>
  change(options, ports, async ({ today, kept, commit }) => {
    const { stage } = options
    const delivery = await readDelivery(options, ports)
    const { agency: before, version } = known(await kept.agency(key), 'agency', key)
    requireNotEnded(`the agency ${key}`, before, today)
    if (before.rehearsal === true)
      throw new InputError(`nobody is told at ${key}: the hub rehearses with it`)
    const file = stage === undefined ? undefined : await ports.readStage(stage)
    const inStage = file?.directory.agencies.find((one) => one.key === key)
    const agency = checked(agencySchema, { ...before, delivery }, '--mode')
    await commit({
      row: { ...agencyRow(agency), version: version + 1 },
      action: 'AGENCY_DELIVERY_SET',
      subjects: [key],
      codes: { fields: changedFields(before, agency), mode: delivery.mode },
    })
    const notes = [...adviceOn(before, agency), warningOf(stage, () => isSame(agency, inStage))]
    const line = `${key} ${agency.name}: ${toldInWords(agency)}, within two minutes`
    return { data: { agency, notes }, lines: [line, ...notes] }
  })
