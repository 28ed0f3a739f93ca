import {
  type DecideReviewDeps,
  type DecideReviewResult,
  decideReview,
} from '../../shared/casework/decide-review.ts'
import { type ListReviewsDeps, listReviews } from '../../shared/casework/list-reviews.ts'
import { type ReadReviewDeps, readReview } from '../../shared/casework/read-review.ts'
import {
  decideReviewContract,
  listReviewsContract,
  readReviewContract,
} from '../../shared/http/contracts/reviews.ts'
import { etagOf, versionOf } from '../../shared/http/etag.ts'
import { listedReply } from '../../shared/http/listed-reply.ts'
import {
  type ApiHandler,
  createApi,
  endpoint,
  type GuardedDeps,
} from '../../shared/http/pipeline.ts'
import { HubError } from '../../shared/kernel/hub-error.ts'
import { listedReviewSchema } from '../../shared/reviews/review.ts'
import { type WatchReportDeps, watchReportEndpoints } from './watch-reports.ts'

export type Deps = GuardedDeps &
  ListReviewsDeps &
  ReadReviewDeps &
  DecideReviewDeps &
  WatchReportDeps

/** GET /reviews, GET /reviews/{id}, POST /reviews/{id}/decision, GET /watch-reports, POST /watch-reports/tick */
export const createHandler = (deps: Deps): ApiHandler =>
  createApi([list(deps), read(deps), decide(deps), ...watchReportEndpoints(deps)], deps)

const list = (deps: Deps) =>
  endpoint('listReviews', listReviewsContract, async ({ by, query }) => {
    const page = await listReviews({ ...query, by, limit: Number(query.limit) }, deps)
    return listedReply(page, { path: '/v1/reviews', query, idOf: ({ reviewId }) => reviewId })
  })

const read = (deps: Deps) =>
  endpoint('readReview', readReviewContract, async ({ by, params }) => {
    const result = await readReview({ by, reviewId: params.id }, deps)
    if (result.kind !== 'found') throw refusals['not-found']
    const { review } = result
    return { status: 200, headers: { ETag: etagOf(review.version) }, body: review }
  })

const decide = (deps: Deps) =>
  endpoint('decideReview', decideReviewContract, async ({ by, params, body: verdict, headers }) => {
    const expectedVersion = versionOf(headers['if-match'])
    const result = await decideReview({ by, reviewId: params.id, verdict, expectedVersion }, deps)
    if (namesWhomItMayNot(result)) await deps.recordRefusal(by, decideReviewContract.action)
    if (!('review' in result)) throw refusals[result.kind]
    const { review } = result
    const body = listedReviewSchema.strip().parse(review)
    return { status: 200, headers: { ETag: etagOf(review.version) }, body }
  })

const notFound = new HubError('not-found', 'no such review of yours')

const unfit = new HubError('request-invalid', 'that verdict does not belong to this question', {
  faults: [
    {
      pointer: '/verdict',
      detail: 'one of `verdicts`; with `ids` exactly for IDENTIFIED',
    },
  ],
})

/** A field that cannot be taken is no refusal; somebody who is not there, or another's, is one: who tried it is on record. */
const namesWhomItMayNot = ({ kind }: DecideReviewResult): boolean =>
  kind === 'person-unknown' || kind === 'people-not-theirs'

const refusals: Readonly<
  Record<Exclude<DecideReviewResult['kind'], 'decided' | 'proposed'>, HubError>
> = {
  'not-found': notFound,
  'not-theirs': notFound,
  'own-concern': new HubError('not-permitted', 'you sent this concern yourself'),
  'verdict-unfit': unfit,
  'people-not-theirs': unfit,
  'person-unknown': new HubError('request-invalid', 'there is no such person', {
    faults: [{ pointer: '/ids', detail: 'ids of people on your register' }],
  }),
  closed: new HubError('state-conflict', 'this review is no longer open'),
  'changed-since-read': new HubError(
    'version-mismatch',
    'read the review again before you decide it',
  ),
}
