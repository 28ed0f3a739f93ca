import { harmLevels, isAtLeast } from '../codes/harm-levels.ts'
import { isWithin } from '../kernel/at-path.ts'
import { withoutBlanks } from '../kernel/left-out.ts'
import { visible } from '../kernel/visible.ts'
import { closeRanks } from './close-ranks.ts'
import { type Concern, concernSchema } from './concern.ts'
import { gapsIn } from './gaps-in.ts'
import { namesNobody } from './names-nobody.ts'
import { type Reading, type SentIssue, settle } from './settle.ts'
import { boundedUnread, type Unread } from './unread.ts'

/** What was taken of what was sent, or everything that is to be mended first. */
export type ReadConcern =
  | {
      readonly kind: 'taken'
      readonly concern: Concern
      readonly unread?: readonly Unread[]
      readonly incomplete?: true
    }
  | { readonly kind: 'refused'; readonly issues: readonly SentIssue[] }

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The level, as far as it can be read: by it alone is known how the rest is to be read. */
const harmIn = (sent: object): Concern['harm'] | undefined => {
  const { harm }: { readonly harm?: unknown } = sent
  if (typeof harm !== 'string') return undefined
  const level = visible(harm).trim().toUpperCase()
  return harmLevels.find((one) => one === level)
}

/** More than anybody is told of at once. */
const mostIssues = 200

const issuesAtTheDoor = (sent: unknown): SentIssue[] => {
  const { value, originOf } = withoutBlanks(sent)
  const issues = concernSchema.safeParse(value).error?.issues ?? []
  return issues.slice(0, mostIssues).map((issue) => ({ path: originOf(issue.path), issue }))
}

/** What is missing, but for what is sure to be there once what was sent for it is mended. */
const openGaps = (concern: Concern, issues: readonly SentIssue[]): SentIssue[] =>
  gapsIn(concern).filter(
    ({ path, metBy }) =>
      !issues.some(
        (issue) =>
          (issue.path.length <= path.length && isWithin(issue.path, path)) ||
          issue.path.some((part) => metBy.includes(String(part))),
      ),
  )

/** Those found first, and of those found later each that is about another part: the rest only follows from them. */
const withFurther = (first: readonly SentIssue[], later: readonly SentIssue[]): SentIssue[] => {
  const known = [...first]
  for (const one of later) if (!known.some(({ path }) => isWithin(one.path, path))) known.push(one)
  return known
}

/** Everything to mend, in one answer: what the fields show, what they show once mended, and what is missing then. */
const readAll = (sent: object, harm: Concern['harm'], reading: Reading) => {
  const settled = settle(sent, { harm, ...reading })
  const fields = withFurther(issuesAtTheDoor(sent), settled.issues)
  return { ...settled, issues: [...fields, ...openGaps(settled.concern, fields)] }
}

const namesSomebody = 'a name, date, number, telephone, address or location of somebody at least'

/**
 * Reads a concern by policy §8. At H3 and H4 nothing is refused but what names nobody and no place: what cannot be
 * understood is kept as it was written. Below, everything to mend is named at once.
 */
export const readConcern = (sent: unknown, reading: Reading): ReadConcern => {
  if (!isObject(sent)) return { kind: 'refused', issues: issuesAtTheDoor(sent) }
  const whole = closeRanks(sent)
  const harm = harmIn(whole)
  const { concern, unread, issues } = readAll(whole, harm ?? 'H2', reading)
  if (issues.length === 0) return { kind: 'taken', concern }
  if (harm === undefined || !isAtLeast(harm, 'H3')) return { kind: 'refused', issues }
  if (namesNobody(concern, unread))
    return { kind: 'refused', issues: [{ path: ['subject'], detail: namesSomebody }] }
  return {
    kind: 'taken',
    concern,
    ...(unread.length > 0 && { unread: boundedUnread(unread) }),
    incomplete: true,
  }
}
