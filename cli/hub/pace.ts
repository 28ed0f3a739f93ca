import type { Command } from 'commander'
import {
  type AgreedTimes,
  notSooner,
  type Pace,
  paceSchema,
  type Step,
  steps,
  wrongWith,
} from '../../shared/agencies/pace.ts'
import { authorityRow } from '../../shared/aws/dynamodb/directory.ts'
import { calendarDateSchema } from '../../shared/calendar/calendar-date.ts'
import type { Span } from '../../shared/calendar/span.ts'
import { present } from '../../shared/kernel/present.ts'
import { InputError } from '../evaluate/input-error.ts'
import { checked, listOf, type WriteOptions, writing } from './common-options.ts'
import type { Ports } from './ports.ts'
import { known, requireNotEnded } from './served.ts'
import { change, changedFields } from './with-directory.ts'

type PaceOptions = WriteOptions & {
  readonly from?: string
  readonly until?: string
  readonly acknowledge?: string
  readonly decide?: string
  readonly strategyDiscussion?: string
  readonly end?: string
}

const options = {
  acknowledge: '--acknowledge',
  decide: '--decide',
  strategyDiscussion: '--strategy-discussion',
} as const satisfies Record<Step, string>

const spanOf = (amount: number, unit: string | undefined): Span =>
  unit === 'h' ? { hours: amount } : { workingDays: amount }

/** One step's times of "H2=4h,H3=0d": hours, or working days of which 0 is the same day. */
const levelsIn = (step: Step, text: string): readonly (readonly [string, Span])[] =>
  listOf(text).map((part) => {
    const [, level, amount, unit] = /^(H[1-4])=(\d{1,3}(?:\.\d{1,2})?)([hd])$/.exec(part) ?? []
    if (level === undefined)
      throw new InputError(
        `${options[step]}: levels and times, such as H2=4h (hours) or H3=0d (working days)`,
      )
    return [level, spanOf(Number(amount), unit)]
  })

/** By level what was given for each step. @throws InputError where one level is said twice */
const timesIn = (given: PaceOptions): Readonly<Record<string, unknown>> => {
  const times = new Map<string, Record<string, Span>>()
  for (const step of steps)
    for (const [level, span] of levelsIn(step, given[step] ?? '')) {
      const own = times.get(level) ?? {}
      if (own[step] !== undefined) throw new InputError(`${options[step]}: ${level} stands twice`)
      times.set(level, { ...own, [step]: span })
    }
  if (times.size === 0)
    throw new InputError(
      'give one at least of --acknowledge, --decide and --strategy-discussion, or --end',
    )
  return Object.fromEntries(times)
}

/** Nothing is agreed any more from a day on; of what was to begin later nothing stays. */
const endedOn = (paces: readonly Pace[], day: string, today: string): readonly Pace[] => {
  if (day < today) throw new InputError(`--end: ${day} is over; ${today} is the earliest`)
  const left = paces
    .filter(({ from }) => from < day)
    .map((one) => (one.until === undefined || one.until > day ? { ...one, until: day } : one))
  if (JSON.stringify(left) === JSON.stringify(paces))
    throw new InputError(`--end: nothing is agreed from ${day} on`)
  return left
}

const withAgreed = (paces: readonly Pace[], given: PaceOptions, today: string): readonly Pace[] => {
  const { from = today, until } = given
  const stated = { from, ...present({ until }), times: timesIn(given) }
  const told = '--from, --until or a time (deciding and the strategy discussion take working days)'
  const agreed = [...paces, checked(paceSchema, stated, told)]
  const wrong = wrongWith(agreed)
  if (wrong !== undefined) throw new InputError(wrong)
  return agreed
}

const inWords = (span: Span): string =>
  'hours' in span ? `${span.hours} h` : `${Object.values(span).join('')} working days`

const timesInWords = (times: AgreedTimes): string => {
  const ignored = new Set(notSooner(times))
  return Object.entries(times)
    .flatMap(([level, own]) =>
      Object.entries(present(own ?? {})).map(([step, span]) => {
        const what = `${level} ${step}`
        return `${what} ${inWords(span)}${ignored.has(what) ? ' (ignored: the policy’s is sooner)' : ''}`
      }),
    )
    .join(', ')
}

/** What was agreed, a line each. */
export const paceLines = (paces: readonly Pace[] = []): readonly string[] =>
  paces.map(
    ({ from, until, times }) =>
      `agreed from ${from}${until === undefined ? '' : ` until ${until}`}: ${timesInWords(times)}`,
  )

const pace = (code: string, given: PaceOptions, ports: Ports): Promise<void> =>
  change(given, ports, async ({ today, kept, commit }) => {
    const { end, from, until, acknowledge, decide, strategyDiscussion } = given
    const begins = [from, until, acknowledge, decide, strategyDiscussion]
    if (end !== undefined && begins.some((one) => one !== undefined))
      throw new InputError('--end: says alone from which day on nothing is agreed')
    const { authority: before, version } = known(await kept.authority(code), 'authority', code)
    requireNotEnded(`the authority ${code}`, before, today)
    const { pace: paces = [], ...rest } = before
    const after =
      end === undefined
        ? withAgreed(paces, given, today)
        : endedOn(paces, checked(calendarDateSchema, end, '--end'), today)
    const authority = { ...rest, pace: [...after] }
    await commit({
      row: { ...authorityRow(authority), version: version + 1 },
      action: 'AUTHORITY_PACE_SET',
      subjects: [code],
      authority: code,
      codes: { fields: changedFields(before, authority) },
    })
    const note = 'alerts that have begun keep the times with which they began'
    const lines =
      after.length === 0 ? ['nothing is agreed: the policy’s times hold'] : paceLines(after)
    return { data: { authority, note }, lines: [...lines, note] }
  })

/** `hub authority pace`: times that were agreed with it, shorter than the policy's. */
export const addPaceVerb = (authority: Command, ports: Ports): void => {
  writing(authority.command('pace <code>'))
    .description('answer sooner than the policy asks, as was agreed; never later')
    .option('--from <day>', 'the first day of the agreement; left out: today')
    .option('--until <day>', 'the first day on which it does not hold')
    .option('--acknowledge <times>', 'by level, such as H2=4h,H1=1d: hours, or working days')
    .option('--decide <times>', 'by level, in working days: H2=0d is the same day')
    .option('--strategy-discussion <times>', 'by level, in working days')
    .option('--end <day>', 'nothing is agreed from this day on')
    .action((code: string, given: PaceOptions) => pace(code, given, ports))
}
