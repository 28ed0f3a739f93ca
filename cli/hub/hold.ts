import type { Command } from 'commander'
import * as z from 'zod'
import { aboutHolds, isInForce } from '../../shared/audit/legal-hold.ts'
import { holdRow, legalHoldSchema, type StoredHold } from '../../shared/aws/dynamodb/legal-holds.ts'
import { holdReasons } from '../../shared/codes/hold-reasons.ts'
import { hubWideIdSchema, uuidSchema } from '../../shared/kernel/ids.ts'
import { present } from '../../shared/kernel/present.ts'
import { workIdSchema } from '../../shared/kernel/work-id.ts'
import { InputError } from '../evaluate/input-error.ts'
import {
  type CommonOptions,
  checked,
  reading,
  type WriteOptions,
  writing,
} from './common-options.ts'
import type { Ports } from './ports.ts'
import { columns } from './report.ts'
import { known } from './served.ts'
import { type AtHand, change, look } from './with-directory.ts'

type PlaceHoldOptions = WriteOptions & {
  readonly record?: string
  readonly from?: string
  readonly to?: string
  readonly until?: string
  readonly reason: string
  readonly askedBy: string
}

const recordSchema = z.union([hubWideIdSchema, uuidSchema], {
  error:
    'the id of a child or an adult (with the code of its authority), a concern, an alert or a review',
})

/** What is held, in words. */
const heldInWords = ({ record, from, to }: StoredHold): string => {
  const days = from === undefined && to === undefined ? '' : `${from ?? ''} to ${to ?? ''}`
  return [record ?? 'everybody', days].filter((part) => part !== '').join(', ')
}

const codesOf = ({ holdId, record, from, to, until, reason, askedBy }: StoredHold) => ({
  hold: holdId,
  reason,
  askedBy,
  ...present({ record, from, to, until }),
})

const commitHold = (
  { commit }: AtHand,
  action: 'HOLD_PLACED' | 'HOLD_LIFTED',
  hold: StoredHold,
): Promise<void> =>
  commit({
    row: holdRow(hold),
    action,
    subjects: [aboutHolds, hold.holdId, ...(hold.record === undefined ? [] : [hold.record])],
    codes: action === 'HOLD_PLACED' ? codesOf(hold) : { hold: hold.holdId },
  })

/** What is said of a hold, where it can be meant so. */
const stated = (options: PlaceHoldOptions, today: string) => {
  const { record, from, to, until } = options
  if (record === undefined && from === undefined && to === undefined)
    throw new InputError('--record, --from or --to: say what is held')
  if (from !== undefined && to !== undefined && to < from)
    throw new InputError('--to is before --from')
  if (until !== undefined && until < today) throw new InputError('--until is past')
  return present({
    record: record === undefined ? undefined : checked(recordSchema, record, '--record'),
    from,
    to,
    until,
  })
}

const place = (options: PlaceHoldOptions, ports: Ports): Promise<void> =>
  change(options, ports, async (directory) => {
    const { today, now } = directory
    const hold = checked(
      legalHoldSchema,
      {
        holdId: ports.newId(now),
        version: 1,
        ...stated(options, today),
        reason: options.reason,
        askedBy: checked(workIdSchema, options.askedBy, '--asked-by'),
        placedBy: options.by,
        placedOn: today,
      },
      '--from, --to, --until or --reason',
    )
    await commitHold(directory, 'HOLD_PLACED', hold)
    const note = 'the next run that deletes asks it; what has gone already it does not bring back'
    return { data: { hold, note }, lines: [`held: ${heldInWords(hold)}`, hold.holdId, note] }
  })

const lift = (holdId: string, options: WriteOptions, ports: Ports): Promise<void> =>
  change(options, ports, async (directory) => {
    const { hold: before } = known(await directory.kept.hold(holdId), 'hold', holdId)
    const by = checked(workIdSchema, options.by, '--by')
    if (before.liftedBy !== undefined)
      throw new InputError(`it was lifted on ${before.liftedOn ?? ''} already`)
    if (before.placedBy === by)
      throw new InputError('--by: whoever placed a hold does not lift it; another person does')
    const hold = {
      ...before,
      version: before.version + 1,
      liftedBy: by,
      liftedOn: directory.today,
    }
    await commitHold(directory, 'HOLD_LIFTED', hold)
    return { data: { hold }, lines: [`lifted from ${directory.today}: ${heldInWords(hold)}`] }
  })

const standingOf = (hold: StoredHold, now: Date): string => {
  if (hold.liftedOn !== undefined) return `lifted ${hold.liftedOn}`
  return isInForce(hold, now) ? 'holds' : 'ended'
}

const list = (options: CommonOptions, ports: Ports): Promise<void> =>
  look(options, ports, async ({ kept, now }) => {
    const holds = (await kept.holds()).map((hold) => ({ ...hold, standing: standingOf(hold, now) }))
    const rows = holds.map((hold) => [
      hold.holdId,
      hold.standing,
      heldInWords(hold),
      `until ${hold.until ?? 'lifted'}`,
      hold.reason,
      `asked by ${hold.askedBy}`,
      `placed ${hold.placedOn} by ${hold.placedBy}`,
    ])
    return { data: { holds }, lines: columns(rows) }
  })

/** `hub hold …`: what is not deleted at its end, because somebody may still need it. */
export const addHoldVerbs = (hub: Command, ports: Ports): void => {
  const hold = hub.command('hold')
  writing(hold.command('place'))
    .description('keep the entries about a record, or of some days, and held concerns about it')
    .option('--record <id>', 'of a child, an adult, a concern, an alert or a review')
    .option('--from <day>', 'the first day (UTC) of what is held')
    .option('--to <day>', 'the last day')
    .option('--until <day>', 'the last day on which it holds; without one, until it is lifted')
    .requiredOption('--reason <code>', holdReasons.join(', '))
    .requiredOption('--asked-by <work-id>', 'who asked for it: a work id or reference, no name')
    .action((options: PlaceHoldOptions) => place(options, ports))
  writing(hold.command('lift <hold-id>'))
    .description('let what is held be deleted at its end again; by another than who placed it')
    .action((holdId: string, options: WriteOptions) => lift(holdId, options, ports))
  reading(hold.command('list'))
    .description('every hold, those that were lifted too')
    .action((options: CommonOptions) => list(options, ports))
}
