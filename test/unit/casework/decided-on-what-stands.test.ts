import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import type { Alert } from '../../../shared/alerts/alert.ts'
import type { Assessment } from '../../../shared/assessing/assessment.ts'
import {
  commitConsentChangeIn,
  commitConsentIn,
  countChangesIn,
  readConsentChangeIn,
} from '../../../shared/aws/dynamodb/consent-changes.ts'
import { readAsAcceptedIn } from '../../../shared/aws/dynamodb/read-accepted.ts'
import { areRegisteredIn } from '../../../shared/aws/dynamodb/register.ts'
import {
  commitReviewIn,
  proposeReviewIn,
  readReviewIn,
} from '../../../shared/aws/dynamodb/reviews.ts'
import type { Store } from '../../../shared/aws/dynamodb/store.ts'
import { commitWithdrawalIn } from '../../../shared/aws/dynamodb/withdrawals.ts'
import { applyConsent } from '../../../shared/casework/apply-consent.ts'
import { assessAgain } from '../../../shared/casework/assess-again.ts'
import { assessConcern } from '../../../shared/casework/assess-concern.ts'
import { attendReview } from '../../../shared/casework/attend-review.ts'
import { decideReview } from '../../../shared/casework/decide-review.ts'
import { consentChangeSchema } from '../../../shared/concerns/consent-change.ts'
import type { StoredConcern } from '../../../shared/concerns/stored-concern.ts'
import { recordedWithdrawalSchema } from '../../../shared/concerns/withdrawal.ts'
import { pending, type Review } from '../../../shared/reviews/review.ts'
import type { aChild } from '../../builders/a-child.ts'
import { anId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { aVerdict } from '../../builders/a-verdict.ts'
import { westmarchReviewer } from '../../builders/clients.ts'
import { byOf, now } from '../../builders/ports.ts'
import { isNightly } from '../../builders/runs.ts'
import { interrupting } from '../../fakes/interrupting-store.ts'
import { assessingInMemory, tables } from '../aws/assessing-in-memory.ts'

type Hub = ReturnType<typeof assessingInMemory>
const { concernId } = aStoredConcern()
const given = {
  status: 'GIVEN',
  whatWasAgreed: 'Sharing',
  decidedOn: '2026-11-22',
  parentAware: 'YES',
} as const
const refused = { status: 'REFUSED' } as const

const accept = async (
  { store }: Hub,
  number: number,
  consent: { readonly status: 'GIVEN' | 'WITHDRAWN' },
) => {
  const changeId = anId(number)
  const recordedAt = now.toISOString()
  const by = 'drug-service'
  const changeNumber = (await countChangesIn(store, tables.intake)(concernId)) + 1
  await commitConsentIn(
    store,
    tables,
  )({
    idempotency: { clientId: by, key: changeId, bodyHash: 'hash' },
    change: {
      ...consentChangeSchema.parse({ changeId, concernId, consent, recordedAt, by }),
      changeNumber,
    },
    urgency: 'routine',
    entries: [],
  })
  return { concernId, changeId }
}

type Child = Parameters<typeof aChild>[0]

const takeBack = async ({ store }: Hub): Promise<void> => {
  const changeId = anId(60)
  await commitWithdrawalIn(
    store,
    tables,
  )({
    idempotency: { clientId: 'drug-service', key: changeId, bodyHash: 'hash' },
    recorded: recordedWithdrawalSchema.parse({
      changeId,
      concernId,
      withdrawal: { reason: 'WRONG_PERSON', words: 'Another of the same name.' },
      recordedAt: now.toISOString(),
      by: 'drug-service',
    }),
    urgency: 'routine',
    entries: [],
  })
}

/** What somebody else changes meanwhile: the register, or what the sender says of its concern. */
const changes = {
  'the child is adopted': (hub, child) =>
    hub.put('C1', { ...child, status: { code: 'ADOPTED', from: '2026-11-01' } }),
  'the child’s address is hidden': (hub, child) =>
    hub.put('C1', { ...child, restricted: { address: true } }),
  'consent is withdrawn, and that is answered with 202': async (hub) =>
    void (await accept(hub, 50, { status: 'WITHDRAWN' })),
  'the concern is taken back, and that is answered with 202': takeBack,
} as const satisfies Record<string, (hub: Hub, child: Child) => Promise<void>>

type Path = {
  readonly child?: Child
  readonly sent: Parameters<typeof aStoredConcern>[1]
  /** How far things have come when the path begins. */
  readonly before: (hub: Hub, stored: StoredConcern) => Promise<void>
  readonly walk: (store: Store, hub: Hub) => Promise<unknown>
}

const later = (store: Store, hub: Hub, at = now) => ({
  ...hub.depsOver(store),
  latestAssessment: async (stored: StoredConcern) => latest(hub, stored.assessments),
  now: () => at,
})
const rowsOf = (hub: Hub) => hub.store.rows(tables.casework)
const latest = (hub: Hub, number: number) =>
  rowsOf(hub)
    .map(({ assessment }) => assessment as Assessment | undefined)
    .find((one) => one?.number === number)
const reviewsOf = (hub: Hub): readonly Review[] =>
  rowsOf(hub).flatMap(({ sk, review }) => (sk === 'REVIEW' ? [review as Review] : []))
const openReview = (hub: Hub): Review => {
  const [review] = reviewsOf(hub)
  if (review === undefined) throw new Error('nothing is asked')
  return review
}
const assessed = async (hub: Hub, stored: StoredConcern): Promise<void> => {
  await hub.put('C1')
  await hub.assess(stored)
}
const ofReviews = (store: Store, hub: Hub, at: Date) => ({
  ...later(store, hub, at),
  readReview: readReviewIn(store, tables.casework),
  commitReview: commitReviewIn(store, tables),
})
/** With a refusal that says why it is sent all the same: the sender's lead is asked. */
const asked = { consent: refused, whyOverridden: 'The child is hurt.' } as const

/** Somebody of whom less is known: only possibly the child of the concern. */
const alike: Child = { dateOfBirth: '2019-02', adults: [], addresses: [] }

const paths: Readonly<Record<string, Path>> = {
  'a first assessment': {
    sent: { consent: given },
    before: async (hub, stored) => {
      await hub.put('C1')
      await hub.submit(stored)
      await hub.ready()
    },
    walk: (store, hub) => assessConcern({ concernId }, hub.depsOver(store)),
  },
  'a late match': {
    sent: { consent: given },
    before: async (hub, stored) => {
      await hub.assess(stored)
      await hub.put('C1')
    },
    walk: (store, hub) => assessAgain({ concernId, cause: 'late-match' }, later(store, hub)),
  },
  'consent that is given': {
    sent: asked,
    before: async (hub, stored) => {
      await assessed(hub, stored)
      await accept(hub, 40, { ...given })
    },
    walk: (store, hub) =>
      applyConsent(
        { concernId, changeId: anId(40) },
        {
          ...later(store, hub),
          readChange: readConsentChangeIn(store, tables.intake),
          commitChange: commitConsentChangeIn(store, tables),
        },
      ),
  },
  'a verdict of the sender’s lead that is taken up': {
    sent: asked,
    before: async (hub, stored) => {
      await assessed(hub, stored)
      const { notRelated: _, ...verdict } = aVerdict('SHARE')
      const recorded = { ...verdict, person: { by: 'lead' }, at: now.toISOString() }
      await proposeReviewIn(hub.store, tables)(pending(openReview(hub), recorded), [])
    },
    walk: (store, hub) => {
      const [review] = reviewsOf(hub)
      return attendReview(review ?? openReview(hub), ofReviews(store, hub, now))
    },
  },
  'who somebody is, once a person says so': {
    sent: { consent: given },
    child: alike,
    before: async (hub, stored) => {
      await hub.put('C1', alike)
      await hub.assess(stored)
    },
    walk: async (store, hub) => {
      const [review] = reviewsOf(hub)
      if (review?.state !== 'OPEN') return
      const { reviewId, version } = review
      const ids = [`${westmarch}.C1`]
      const verdict = { ...aVerdict('IDENTIFIED'), notRelated: true as const, ids }
      await decideReview(
        { by: byOf(westmarchReviewer, 'w-1'), reviewId, verdict, expectedVersion: version },
        {
          ...ofReviews(store, hub, now),
          areRegistered: areRegisteredIn(store, tables.register),
          propose: proposeReviewIn(store, tables),
          record: async () => {},
        },
      )
    },
  },
}

type Outcome = {
  readonly state: unknown
  readonly decided: unknown
  readonly alerts: readonly unknown[]
  readonly read: unknown
}

/** All that tells on which state a concern was decided. */
const outcomeOf = async (hub: Hub): Promise<Outcome> => {
  const read = await readAsAcceptedIn(hub.store, tables)(concernId)
  const made = latest(hub, read?.assessments ?? 0)
  return {
    state: read?.state,
    read: [read?.withdrawal?.reason, read?.consentNow?.consent.status],
    decided: [made?.decision, made?.facts, made?.joined, made?.recipients.length],
    alerts: rowsOf(hub)
      .flatMap(({ sk, alert }) => (sk === 'ALERT' ? [alert as Alert] : []))
      .map(({ authority, children, kind, isOfAdopted, decision, harm, why }) => ({
        ...{ authority, children, kind, isOfAdopted, decision, harm, why },
      })),
  }
}

const begun = async ({ sent, before }: Path): Promise<Hub> => {
  const hub = assessingInMemory()
  await before(hub, aStoredConcern({}, sent))
  return hub
}

const undisturbedCalls = async (path: Path): Promise<number> => {
  const hub = await begun(path)
  const counted = interrupting(hub.store, Number.POSITIVE_INFINITY, async () => {})
  await path.walk(counted.store, hub)
  expect(counted.hasDisclosed()).toBe(true)
  return counted.calls()
}

/** By day before every third call, the first among them; nightly before each. */
const every = isNightly ? 1 : 3

describe.each(Object.entries(paths))('%s', (_, path) => {
  it.each(Object.entries(changes))(
    'is decided on the state after “%s”, between whichever two calls that happens',
    async (__, change) => {
      const afterwards = await begun(path)
      await change(afterwards, path.child ?? {})
      await path.walk(afterwards.store, afterwards)
      const onNew = await outcomeOf(afterwards)
      const calls = await undisturbedCalls(path)
      const late: number[] = []
      for (let call = 1; call <= calls; call += every) {
        const hub = await begun(path)
        const between = interrupting(hub.store, call, () => change(hub, path.child ?? {}))
        await path.walk(between.store, hub)
        // Who finds that somebody was first leaves it to the next sweep.
        if (!between.hasDisclosed()) await path.walk(between.store, hub)
        if (between.cameFirst()) expect(await outcomeOf(hub), `before ${call}`).toEqual(onNew)
        else late.push(call)
      }
      // What is counted after the decision is in no transaction with it.
      expect(late.length).toBeLessThanOrEqual(2)
    },
  )
})
