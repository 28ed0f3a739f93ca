import type * as z from 'zod'
import {
  type OpenSubjectAccessDeps,
  openSubjectAccess,
  unmask,
} from '../../shared/casework/open-subject-access.ts'
import { questionText } from '../../shared/casework/query-audit.ts'
import {
  type ReadSubjectAccessDeps,
  readSubjectAccess,
} from '../../shared/casework/read-subject-access.ts'
import { type SearchPeopleDeps, searchPeople } from '../../shared/casework/search-people.ts'
import {
  openSubjectAccessContract,
  readSubjectAccessContract,
  searchPeopleContract,
  unmaskSubjectAccessContract,
} from '../../shared/http/contracts/subject-access.ts'
import { endpoint, type GuardedEndpoint } from '../../shared/http/pipeline.ts'
import { HubError } from '../../shared/kernel/hub-error.ts'
import type { Details } from '../../shared/register/exactly.ts'

type Sent = Omit<z.infer<typeof searchPeopleContract.body>, 'kind'>

/** As the contract lets it through: one or the other. */
const detailsOf = ({ nhsNumber, name, dateOfBirth }: Sent): Details => {
  if (nhsNumber !== undefined) return { nhsNumber }
  if (name !== undefined && dateOfBirth !== undefined) return { name, dateOfBirth }
  throw new HubError('internal', 'a search names nobody')
}

/** POST /audit/people */
export const answerSearch = (deps: SearchPeopleDeps): GuardedEndpoint =>
  endpoint('searchPeople', searchPeopleContract, async ({ by, body }) => {
    const asked = { by, kind: body.kind, details: detailsOf(body) }
    return { status: 200, body: await searchPeople(asked, deps) }
  })

const pathOf = (requestId: string): string => `/v1/audit/subject-access/${requestId}`

/** POST /audit/subject-access */
export const answerOpening = (deps: OpenSubjectAccessDeps): GuardedEndpoint =>
  endpoint('openSubjectAccess', openSubjectAccessContract, async ({ by, body }) => {
    const opened = await openSubjectAccess({ by, ...body }, deps)
    const self = pathOf(opened.requestId)
    return { status: 201, headers: { Location: self }, body: { ...opened, links: { self } } }
  })

const noRequest = (): HubError => new HubError('not-found', 'no such request that is open')

/** GET /audit/subject-access/{id} */
export const answerReading = (deps: ReadSubjectAccessDeps): GuardedEndpoint =>
  endpoint('readSubjectAccess', readSubjectAccessContract, async ({ by, params, query }) => {
    const { cursor, limit } = query
    const asked = { by, requestId: params.id, limit: Number(limit), cursor }
    const result = await readSubjectAccess(asked, deps)
    if (result.kind === 'not-found') throw noRequest()
    const { items, isUnmasked, next } = result
    const links =
      next === undefined
        ? {}
        : { next: `${pathOf(params.id)}?${questionText({ limit, cursor: next })}` }
    return { status: 200, body: { items, isUnmasked, links } }
  })

const states = { proposed: 'PROPOSED', unmasked: 'UNMASKED' } as const

/** POST /audit/subject-access/{id}/unmasking */
export const answerUnmasking = (deps: OpenSubjectAccessDeps): GuardedEndpoint =>
  endpoint('unmaskSubjectAccess', unmaskSubjectAccessContract, async ({ by, params }) => {
    const result = await unmask({ by, requestId: params.id }, deps)
    if (result.kind === 'not-found') throw noRequest()
    return { status: 200, body: { status: states[result.kind] } }
  })
