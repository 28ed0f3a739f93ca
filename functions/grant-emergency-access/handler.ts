import {
  type ApproveEmergencyAccessDeps,
  approveEmergencyAccess,
} from '../../shared/casework/approve-emergency-access.ts'
import {
  type AskEmergencyAccessDeps,
  askEmergencyAccess,
} from '../../shared/casework/ask-emergency-access.ts'
import {
  type ListEmergencyAccessesDeps,
  listEmergencyAccesses,
  type ReadEmergencyAccessDeps,
  readEmergencyAccess,
} from '../../shared/casework/read-emergency-access.ts'
import {
  type ReviewEmergencyAccessDeps,
  reviewEmergencyAccess,
} from '../../shared/casework/review-emergency-access.ts'
import {
  approveEmergencyAccessContract,
  askEmergencyAccessContract,
  listEmergencyAccessesContract,
  readEmergencyAccessContract,
  reviewEmergencyAccessContract,
} from '../../shared/http/contracts/emergency-access.ts'
import { listedReply } from '../../shared/http/listed-reply.ts'
import {
  type ApiHandler,
  createApi,
  endpoint,
  type GuardedDeps,
} from '../../shared/http/pipeline.ts'
import { HubError } from '../../shared/kernel/hub-error.ts'

export type Deps = GuardedDeps &
  AskEmergencyAccessDeps &
  ApproveEmergencyAccessDeps &
  ReviewEmergencyAccessDeps &
  ReadEmergencyAccessDeps &
  ListEmergencyAccessesDeps

/** POST and GET /emergency-access, GET /emergency-access/{id} and POST its /approval and /review */
export const createHandler = (deps: Deps): ApiHandler =>
  createApi([ask(deps), list(deps), read(deps), approve(deps), review(deps)], deps)

const path = '/v1/emergency-access' as const
const linksOf = (accessId: string) => ({ self: `${path}/${accessId}` })

const ask = (deps: Deps) =>
  endpoint('askEmergencyAccess', askEmergencyAccessContract, async ({ by, body }) => {
    const { accessId, dueAt } = await askEmergencyAccess({ by, ...body }, deps)
    const links = linksOf(accessId)
    return { status: 202, body: { accessId, state: 'ASKED', approveBefore: dueAt, links } }
  })

const list = (deps: Deps) =>
  endpoint('listEmergencyAccesses', listEmergencyAccessesContract, async ({ by, query }) => {
    const page = await listEmergencyAccesses({ ...query, by, limit: Number(query.limit) }, deps)
    return listedReply(page, { path, query, idOf: ({ accessId }) => accessId })
  })

const read = (deps: Deps) =>
  endpoint('readEmergencyAccess', readEmergencyAccessContract, async ({ by, params }) => {
    const result = await readEmergencyAccess({ by, accessId: params.id }, deps)
    if (result.kind !== 'found') throw refusals[result.kind]
    return { status: 200, body: result.view }
  })

const approve = (deps: Deps) =>
  endpoint('approveEmergencyAccess', approveEmergencyAccessContract, async ({ by, params }) => {
    const result = await approveEmergencyAccess({ by, accessId: params.id }, deps)
    if (result.kind !== 'approved') throw refusals[result.kind]
    const { accessId, approved } = result.access
    const links = linksOf(accessId)
    return { status: 200, body: { accessId, state: 'APPROVED', endsAt: approved?.endsAt, links } }
  })

const review = (deps: Deps) =>
  endpoint('reviewEmergencyAccess', reviewEmergencyAccessContract, async ({ by, params, body }) => {
    const input = { by, accessId: params.id, review: body }
    const result = await reviewEmergencyAccess(input, deps)
    if (result.kind !== 'reviewed') throw refusals[result.kind]
    const { accessId, state } = result.access
    return { status: 200, body: { accessId, state, links: linksOf(accessId) } }
  })

const nothing = new HubError('not-found', 'no such emergency access of yours')

const refusals = {
  'not-found': nothing,
  'not-theirs': nothing,
  'same-person': new HubError(
    'not-permitted',
    'another person, through a sign-in of their own, approves or reviews what somebody asked or approved',
  ),
  closed: new HubError('state-conflict', 'it is closed, or no longer waits for this'),
} as const satisfies Readonly<Record<string, HubError>>
