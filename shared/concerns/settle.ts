import type * as z from 'zod'
import type { StatedAuthority } from '../agencies/stated-authority.ts'
import { pointerOf, replacedAt, valueAt } from '../kernel/at-path.ts'
import { isLeftOut, type Path, withoutBlanks } from '../kernel/left-out.ts'
import { visible } from '../kernel/visible.ts'
import { type Concern, keptConcernSchema } from './concern.ts'
import { contradictionsIn } from './contradictions-in.ts'
import { privateMailboxes } from './private-mailboxes.ts'
import { firstOf, type Unread, unreadAt } from './unread.ts'

/** What is wrong with one part of what was sent; `path` leads through what was sent, blanks and all. */
export type SentIssue = {
  readonly path: Path
  readonly issue?: z.core.$ZodIssue
  readonly detail?: string
}

/** A concern made of what could be understood, what was set aside for it, and everything that was wrong on the way. */
export type Settled = {
  readonly concern: Concern
  readonly unread: readonly Unread[]
  readonly issues: readonly SentIssue[]
}

/** `surplus` are items beyond a list's end and fields that no concern has: these may be thousands, so they come last. */
type State = {
  readonly tree: unknown
  readonly unread: readonly Unread[]
  readonly surplus: readonly Unread[]
}

/** Each round mends all that it sees, and what it mends may show at most as many levels of further faults as JSON may have. */
const mostRounds = 40

/** What a part becomes once it was set aside: a person keeps the place in the list, for others refer to it. */
const placeholderAt = (path: Path): unknown =>
  path.length === 2 && (path[0] === 'otherAdults' || path[0] === 'children') ? {} : null

/** What was written at the path joins what is unread, unless nothing is left there to read. */
const noted = (unread: readonly Unread[], path: Path, value: unknown): readonly Unread[] => {
  const one = unreadAt(path, value)
  return one.written === '{}' ? unread : [...unread, one]
}

/**
 * Sets aside what stands at the path; where nothing does, what is missing it, for that cannot be understood without. What
 * went with the part around it stays where that is.
 */
const setAside = (state: State, path: Path): State => {
  const { tree, unread } = state
  const value = valueAt(tree, path)
  const around = path.slice(0, -1)
  if (!isLeftOut(value))
    return {
      ...state,
      tree: replacedAt(tree, path, placeholderAt(path)),
      unread: noted(unread, path, value),
    }
  return isLeftOut(valueAt(tree, around)) ? state : setAside(state, around)
}

/** Keeps the first of a text or list that is too long, and sets the whole text, or the rest of the list, aside. */
const shorten = (state: State, path: Path, most: number): State => {
  const { tree, unread, surplus } = state
  const value = valueAt(tree, path)
  if (typeof value === 'string')
    return {
      ...state,
      tree: replacedAt(tree, path, firstOf(visible(value).trim(), most)),
      unread: [...unread, unreadAt(path, value)],
    }
  if (!Array.isArray(value)) return setAside(state, path)
  const places = value.flatMap((item: unknown, at) => (isLeftOut(item) ? [] : [at]))
  const end = places[most] ?? value.length
  return {
    ...state,
    tree: replacedAt(tree, path, value.slice(0, end)),
    surplus: [
      ...surplus,
      ...value.slice(end).map((item: unknown, at) => unreadAt([...path, end + at], item)),
    ],
  }
}

/** Sets aside the fields of an object that nobody knows, all at once: there may be thousands. */
const withoutUnknown = (state: State, path: Path, keys: readonly string[]): State => {
  const { tree, surplus } = state
  const unknown = new Set(keys)
  const whole = valueAt(tree, path)
  const entries = typeof whole === 'object' && whole !== null ? Object.entries(whole) : []
  return {
    ...state,
    tree: replacedAt(tree, path, Object.fromEntries(entries.filter(([key]) => !unknown.has(key)))),
    surplus: [
      ...surplus,
      ...entries
        .filter(([key]) => unknown.has(key))
        .map(([key, value]) => unreadAt([...path, key], value)),
    ],
  }
}

const mended = (state: State, { path, issue }: SentIssue): State => {
  if (issue?.code === 'unrecognized_keys') return withoutUnknown(state, path, issue.keys)
  if (issue?.code === 'too_big' && (issue.origin === 'string' || issue.origin === 'array'))
    return shorten(state, path, Number(issue.maximum))
  return setAside(state, path)
}

/** What makes a body large comes first and by itself, so that what is left to mend has the size of a form. */
const stages: readonly ((one: SentIssue) => boolean)[] = [
  ({ issue }) => issue?.code === 'too_big' && issue.origin === 'array',
  ({ issue }) => issue?.code === 'unrecognized_keys',
  () => true,
]

const dueNow = (found: readonly SentIssue[]): readonly SentIssue[] =>
  stages.map((isOf) => found.filter(isOf)).find((some) => some.length > 0) ?? []

/** What a concern is read against: the day in London, as an ISO date, what is wrong with a stated authority, and the sender's registered mail domains. */
export type Reading = {
  readonly today: string
  readonly faultOfAuthority: (stated: StatedAuthority) => string | undefined
  readonly mailDomains: readonly string[]
}

type Attempt = { readonly concern: Concern | undefined; readonly issues: readonly SentIssue[] }

/** A code that no list has is mistyped: told at the door, it is mended at once. */
const unknownAuthority = ({ authority }: Concern, { faultOfAuthority }: Reading) => {
  const detail = faultOfAuthority(authority)
  return detail === undefined ? [] : [{ path: ['authority'], detail }]
}

const attempt = (tree: unknown, reading: Reading): Attempt => {
  const { value, originOf } = withoutBlanks(tree)
  const parsed = keptConcernSchema.safeParse(value)
  if (!parsed.success)
    return {
      concern: undefined,
      issues: parsed.error.issues.map((issue) => ({ path: originOf(issue.path), issue })),
    }
  const issues = [
    ...unknownAuthority(parsed.data, reading),
    ...contradictionsIn(parsed.data, reading.today),
    ...privateMailboxes(parsed.data, reading.mailDomains),
  ].map(({ path, detail }) => ({
    path: originOf(path),
    detail,
  }))
  return { concern: parsed.data, issues }
}

/** The first issue of each part; several may be found with one. */
const oneEach = (found: readonly SentIssue[]): readonly SentIssue[] =>
  [...new Map(found.toReversed().map((one) => [pointerOf(one.path), one])).values()].toReversed()

/**
 * Makes a concern of what was sent: what the schema points at is set aside as it was written, what is missing is filled
 * as {@link keptConcernSchema} says, and the rest is read again until it holds. `harm` is given, for whoever settles a
 * concern has read it.
 */
export const settle = (
  sent: object,
  { harm, ...reading }: Reading & { readonly harm: Concern['harm'] },
): Settled => {
  let state: State = { tree: { ...sent, harm }, unread: [], surplus: [] }
  const issues: SentIssue[] = []
  for (let round = 0; round < mostRounds; round += 1) {
    const { concern, issues: found } = attempt(state.tree, reading)
    const due = oneEach(dueNow(found))
    if (concern !== undefined && due.length === 0)
      return { concern, unread: [...state.unread, ...state.surplus], issues }
    issues.push(...due)
    state = due.reduce(mended, state)
  }
  const concern = keptConcernSchema.parse({ harm })
  return {
    concern,
    unread: [...state.unread, ...state.surplus, unreadAt([], state.tree)],
    issues,
  }
}
