import * as z from 'zod'
import { calendarDateSchema } from '../calendar/calendar-date.ts'

/** How far children's social care is involved with a child. */
export const statusCodes = [
  'EARLY_HELP',
  'IN_NEED',
  'PROTECTION_PLAN',
  'LOOKED_AFTER',
  'PROCEEDINGS',
  'ADOPTED',
  'SPECIAL_GUARDIANSHIP',
  'CLOSED',
] as const
export type StatusCode = (typeof statusCodes)[number]

const statusShape = {
  code: z.enum(statusCodes),
  from: calendarDateSchema.optional(),
  to: calendarDateSchema.optional(),
  isShortBreaks: z
    .literal(true)
    .optional()
    .meta({ description: 'Looked after for short breaks only, which is no removal' }),
  isPlacedByOrder: z
    .literal(true)
    .optional()
    .meta({ description: 'The child was placed away from the parents by an order of a court' }),
} as const

export const childStatusSchema = z
  .strictObject(statusShape)
  .refine(({ code, from }) => code !== 'CLOSED' || from !== undefined, {
    error: 'the day on which the case was closed',
    path: ['from'],
  })
  .refine(({ code, isShortBreaks }) => code === 'LOOKED_AFTER' || isShortBreaks === undefined, {
    error: 'only of a child who is looked after',
    path: ['isShortBreaks'],
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    error: 'not before `from`',
    path: ['to'],
  })
  .meta({ id: 'ChildStatus' })
export type ChildStatus = z.infer<typeof childStatusSchema>

/** What makes a status of that kind a removal from the parents (policy §1.3). */
const removals: Readonly<Record<StatusCode, (status: ChildStatus) => boolean>> = {
  EARLY_HELP: () => false,
  IN_NEED: () => false,
  PROTECTION_PLAN: () => false,
  LOOKED_AFTER: ({ isShortBreaks }) => isShortBreaks !== true,
  PROCEEDINGS: () => false,
  ADOPTED: () => true,
  SPECIAL_GUARDIANSHIP: () => true,
  CLOSED: () => false,
}

export const isRemoval = (status: ChildStatus): boolean =>
  status.isPlacedByOrder === true || removals[status.code](status)

const isSame = (one: ChildStatus, other: ChildStatus): boolean =>
  one.code === other.code &&
  one.isShortBreaks === other.isShortBreaks &&
  one.isPlacedByOrder === other.isPlacedByOrder &&
  (one.from === undefined || other.from === undefined || one.from === other.from)

/** A status that ends when the next begins, unless it was said when. */
const endedBy = (status: ChildStatus, next: ChildStatus): ChildStatus =>
  status.to === undefined && next.from !== undefined && (status.from ?? '') <= next.from
    ? { ...status, to: next.from }
    : status

export type Statuses = {
  readonly status: ChildStatus
  /** Newest first. */
  readonly earlierStatuses: readonly ChildStatus[]
}

/** Adds to a list the statuses that it does not hold yet. */
const withMore = (
  known: readonly ChildStatus[],
  more: readonly ChildStatus[],
): readonly ChildStatus[] => [
  ...known,
  ...more.filter((status) => !known.some((one) => isSame(one, status))),
]

/** A status as now told, with every one before it: none is forgotten, and one that is told again is not repeated. */
export const withStatus = (before: Statuses | undefined, told: Statuses): Statuses => {
  if (before === undefined) return told
  const { status, earlierStatuses } = before
  if (isSame(status, told.status))
    return {
      status: { ...status, ...told.status },
      earlierStatuses: withMore(earlierStatuses, told.earlierStatuses),
    }
  return {
    status: told.status,
    earlierStatuses: withMore(
      [endedBy(status, told.status), ...earlierStatuses],
      told.earlierStatuses,
    ),
  }
}
