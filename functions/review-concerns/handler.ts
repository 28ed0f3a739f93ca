import { type Action, type Caller, isTheirs } from '../../shared/agencies/access.ts'
import { recorderOf } from '../../shared/agencies/recorder-of.ts'
import type { AuditEntry } from '../../shared/audit/audit-entry.ts'
import { londonDay } from '../../shared/calendar/london-day.ts'
import type { Cursors } from '../../shared/casework/cursors.ts'
import {
  type DecideReviewDeps,
  type DecideReviewResult,
  decideReview,
} from '../../shared/casework/decide-review.ts'
import { answerList, type ReadList } from '../../shared/http/answer-list.ts'
import {
  decideReviewContract,
  listReviewsContract,
  readReviewContract,
} from '../../shared/http/contracts/reviews.ts'
import { etagOf, versionOf } from '../../shared/http/etag.ts'
import {
  type ApiHandler,
  createApi,
  endpoint,
  type GuardedDeps,
} from '../../shared/http/pipeline.ts'
import { HubError } from '../../shared/kernel/hub-error.ts'
import type { NewId, ReviewId } from '../../shared/kernel/ids.ts'
import { type ListedReview, listedReviewSchema, type Review } from '../../shared/reviews/review.ts'
import { reviewViewOf } from '../../shared/reviews/review-view.ts'

export type Deps = GuardedDeps &
  Omit<DecideReviewDeps, 'recorder'> & {
    readonly list: ReadList<ListedReview>
    readonly record: (entries: readonly AuditEntry[]) => Promise<void>
    readonly cursors: Cursors
    readonly newId: NewId
  }

/** GET /reviews, GET /reviews/{id}, POST /reviews/{id}/decision */
export const createHandler = (deps: Deps): ApiHandler =>
  createApi([list(deps), read(deps), decide(deps)], deps)

const list = (deps: Deps) =>
  endpoint('listReviews', listReviewsContract, (call) =>
    answerList(
      call,
      {
        path: '/v1/reviews',
        action: 'REVIEWS_LISTED',
        read: deps.list,
        idOf: ({ reviewId }) => reviewId,
      },
      deps,
    ),
  )

const notFound = new HubError('not-found', 'no such review of your authority')

/** @throws HubError not-found when there is none, or it is another authority's, which leaves an entry */
const refuse = async (
  { caller, requestId }: { readonly caller: Caller; readonly requestId: string },
  action: Action,
  deps: Deps,
): Promise<never> => {
  await deps.recordRefusal(caller, action, requestId)
  throw notFound
}

const read = (deps: Deps) =>
  endpoint('readReview', readReviewContract, async ({ caller, params, requestId }) => {
    const review = await deps.readReview(params.id)
    if (review === undefined) throw notFound
    if (!isTheirs(caller, 'review.read', review))
      return refuse({ caller, requestId }, 'review.read', deps)
    const [stored, assessment] = await Promise.all([
      deps.read(review.concernId),
      deps.readAssessment(review.concernId, review.assessment),
    ])
    if (stored === undefined || assessment === undefined) throw notFound
    const view = reviewViewOf(review, { stored, assessment, today: londonDay(deps.now()) })
    const record = recorderOf(caller, requestId, { now: deps.now(), newId: deps.newId })
    const seen = [
      ...view.content.children.map(({ childId }) => childId),
      ...view.people.flatMap(({ adultId }) => adultId ?? []),
    ]
    const codes = { version: String(review.version), kind: review.kind }
    await deps.record([
      record('REVIEW_READ', [review.reviewId, review.concernId, ...seen], { codes }),
    ])
    return { status: 200, headers: { ETag: etagOf(review.version) }, body: view }
  })

const answered = (review: Review) => ({
  status: 200,
  headers: { ETag: etagOf(review.version) },
  body: listedReviewSchema.strip().parse(review),
})

type Refused = Exclude<DecideReviewResult['kind'], 'decided' | 'proposed' | 'not-theirs'>

const refusals: Readonly<Record<Refused, HubError>> = {
  'not-found': notFound,
  'for-lead': new HubError('not-permitted', 'this review has passed to the safeguarding lead'),
  'own-agency': new HubError('not-permitted', 'your own service sent this concern'),
  'verdict-unfit': new HubError(
    'request-invalid',
    'that verdict does not belong to this question',
    {
      faults: [
        {
          pointer: '/verdict',
          detail: 'one of `verdicts`; with `adultIds` exactly for IDENTIFIED',
        },
      ],
    },
  ),
  'adult-unknown': new HubError('request-invalid', 'there is no such adult', {
    faults: [{ pointer: '/adultIds', detail: 'ids of adults on your register' }],
  }),
  closed: new HubError('state-conflict', 'this review is no longer open'),
  'changed-since-read': new HubError(
    'version-mismatch',
    'read the review again before you answer it',
  ),
}

const decide = (deps: Deps) =>
  endpoint('decideReview', decideReviewContract, async (call) => {
    const { caller, params, body, headers, requestId } = call
    const id: ReviewId = params.id
    const recorder = (now: Date) => recorderOf(caller, requestId, { now, newId: deps.newId })
    const expectedVersion = versionOf(headers['if-match'])
    const outcome = await decideReview(id, body, {
      caller,
      expectedVersion,
      deps: { ...deps, recorder },
    })
    switch (outcome.kind) {
      case 'decided':
      case 'proposed':
        return answered(outcome.review)
      case 'not-theirs':
        return refuse({ caller, requestId }, 'review.decide', deps)
      case 'own-agency':
      case 'for-lead':
        await deps.recordRefusal(caller, 'review.decide', requestId)
        throw refusals[outcome.kind]
      case 'not-found':
      case 'closed':
      case 'changed-since-read':
      case 'verdict-unfit':
      case 'adult-unknown':
        throw refusals[outcome.kind]
    }
  })
