import {
  accountFor,
  type Conservation,
  escalatedTo,
  type Fault,
  isPastBound,
  isTerm,
  type Term,
} from '../../casework/conservation.ts'
import type { ReconcileConcernsDeps } from '../../casework/reconcile-concerns.ts'
import type { Chased } from '../../codes/chase-steps.ts'
import type { Clock } from '../../kernel/clock.ts'
import { chunksOf } from './chunks-of.ts'
import { receivedKey } from './keys.ts'
import { readAccountsIn } from './read-accounts.ts'
import type { Key, Row, Store } from './store.ts'

/** Every row of a table, page after page, in no order. */
export type ScanPages = (table: string) => AsyncIterable<readonly Row[]>

export type CountDeps = {
  readonly store: Store
  readonly tables: { readonly intake: string; readonly casework: string }
  readonly scan: ScanPages
  /** Whether a legal hold keeps a concern that has come to its end. */
  readonly isUnderHold?: (concernId: string) => Promise<boolean>
  readonly now: Clock
}

/** Where one concern is, and whose it is where it is escalated. */
type Found = { readonly id: string; readonly what: Term | Fault; readonly to?: Chased }

/** As many as a person can look into; the others are counted. */
const mostNamed = 1000
const atOnce = 40

const createTally = () => {
  const counted: Record<Term, number> = {
    held: 0,
    'in-review': 0,
    acknowledged: 0,
    'in-flight': 0,
    escalated: 0,
    withdrawn: 0,
    expired: 0,
  }
  const to: Partial<Record<Chased, number>> = {}
  const faulty: { readonly id: string; readonly fault: Fault }[] = []
  let committed = 0
  let unnamed = 0
  const blame = (id: string, fault: Fault): void => {
    if (faulty.length < mostNamed) faulty.push({ id, fault })
    else unnamed += 1
  }
  return {
    blame,
    add: ({ id, what, to: whom }: Found): void => {
      committed += 1
      if (whom !== undefined) to[whom] = (to[whom] ?? 0) + 1
      if (isTerm(what)) counted[what] += 1
      else blame(id, what)
    },
    result: (): Conservation => ({ committed, terms: counted, escalatedTo: to, faulty, unnamed }),
  }
}
type Tally = ReturnType<typeof createTally>

const concernPrefix = 'CONCERN#'
const isConcern = ({ pk, sk }: Row): boolean =>
  sk === 'CONCERN' && String(pk).startsWith(concernPrefix)
const concernIdOf = (row: Row): string => String(row['pk']).slice(concernPrefix.length)

type Reading = Omit<CountDeps, 'scan'>

const found = async (
  ids: readonly string[],
  { store, tables, isUnderHold, now }: Reading,
): Promise<readonly Found[]> => {
  const accounts = await readAccountsIn(store, tables)(ids)
  return Promise.all(
    accounts.map(async (account): Promise<Found> => {
      const { concernId: id } = account
      if ('isUnreadable' in account) return { id, what: 'unreadable' }
      const what = accountFor(account, now())
      if (what === 'escalated') return { id, what, to: escalatedTo(account) }
      const isKept = what === 'held-past-its-end' && (await isUnderHold?.(id)) === true
      return { id, what: isKept ? 'held' : what }
    }),
  )
}

/** Rows are read one after another while the hub writes: what does not add up is read again before anybody is told. */
const foundTwice = async (ids: readonly string[], deps: Reading): Promise<readonly Found[]> => {
  const first = await found(ids, deps)
  const faulty = first.filter(({ what }) => !isTerm(what)).map(({ id }) => id)
  if (faulty.length === 0) return first
  const again = new Map((await found(faulty, deps)).map((one) => [one.id, one]))
  return first.map((one) => again.get(one.id) ?? one)
}

/** Those of these concerns that are in no term of the sum. */
export const findFaultyIn =
  (deps: Reading): ReconcileConcernsDeps['findFaulty'] =>
  async (ids) => {
    const faulty: { readonly id: string; readonly fault: Fault }[] = []
    for (const chunk of chunksOf(ids, atOnce))
      for (const { id, what } of await foundTwice(chunk, deps))
        if (!isTerm(what)) faulty.push({ id, fault: what })
    return faulty
  }

/** Where the concerns of a page are, some at a time. */
async function* concernsOn(page: readonly Row[], deps: CountDeps) {
  for (const chunk of chunksOf(page.filter(isConcern).map(concernIdOf), atOnce))
    yield* await foundTwice(chunk, deps)
}

/** What on a page should have been attended to long ago. */
const lateOn = (page: readonly Row[], { now }: CountDeps): readonly Key[] =>
  page
    .filter(
      ({ waitingFor, waitingUntil }) =>
        waitingFor !== undefined &&
        typeof waitingUntil === 'string' &&
        isPastBound(waitingUntil, now()),
    )
    .map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) }))

/** Everything that was received: each concern once, and what is to be taken up of a change of one. */
const countReceived = async (tally: Tally, deps: CountDeps): Promise<void> => {
  for await (const page of deps.scan(deps.tables.intake)) {
    for await (const one of concernsOn(page, deps)) tally.add(one)
    const arrived = lateOn(page, deps)
      .filter(({ pk }) => pk.startsWith('ARRIVED#'))
      .map(receivedKey)
    // A concern that waits itself is counted with what was received.
    for (const key of arrived.filter((one) => !isConcern(one)))
      tally.blame(concernIdOf(key), 'not-taken-up')
  }
}

const isMessage = ({ pk }: Key): boolean => pk.startsWith('OUTBOX#') || pk.startsWith('DIGEST#')

const blameOf = (key: Key): readonly [string, Fault] =>
  isMessage(key) ? [key.pk, 'not-sent'] : [`${key.pk} ${key.sk}`, 'not-followed']

/** What has a clock that is looked at with its concern. */
const hasItsClock = ({ sk }: Key): boolean => ['CONCERN', 'ALERT', 'REVIEW'].includes(sk)

/**
 * What was made of something that nobody received any more, messages that do not leave, and whatever else of the hub's own work
 * stands still: what an assessment left over, a concern to be decided again, a change of a household.
 */
const countMade = async (tally: Tally, deps: CountDeps): Promise<void> => {
  for await (const page of deps.scan(deps.tables.casework)) {
    for await (const one of concernsOn(page, deps)) if (one.what === 'words-lost') tally.add(one)
    const late = lateOn(page, deps).filter((key) => !hasItsClock(key))
    for (const key of late) tally.blame(...blameOf(key))
  }
}

/**
 * Where every concern ever committed is, from the rows themselves. It reads and never writes; memory holds a page.
 * Concerns that arrive meanwhile are counted or not, and are none the worse for it.
 */
export const countConservation = async (deps: CountDeps): Promise<Conservation> => {
  const tally = createTally()
  await countReceived(tally, deps)
  await countMade(tally, deps)
  return tally.result()
}
