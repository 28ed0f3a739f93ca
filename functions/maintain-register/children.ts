import type { By } from '../../shared/agencies/recorder-of.ts'
import type { ChangeRegisterDeps } from '../../shared/casework/change-register.ts'
import { correctChild } from '../../shared/casework/correct-child.ts'
import { deleteChild } from '../../shared/casework/delete-child.ts'
import { liftChildRestriction } from '../../shared/casework/lift-restriction.ts'
import {
  listChildren,
  type ReadRegisterDeps,
  readChildRecord,
} from '../../shared/casework/read-register.ts'
import { recordChild } from '../../shared/casework/record-child.ts'
import { recordWrittenAgreement } from '../../shared/casework/record-written-agreement.ts'
import {
  correctChildContract,
  deleteChildContract,
  liftChildRestrictionContract,
  listChildrenContract,
  putChildContract,
  readChildContract,
  recordWrittenAgreementContract,
} from '../../shared/http/contracts/register.ts'
import { etagOf, versionOf } from '../../shared/http/etag.ts'
import type { Guard } from '../../shared/http/guard.ts'
import { endpoint, type GuardedEndpoint } from '../../shared/http/pipeline.ts'
import { HubError } from '../../shared/kernel/hub-error.ts'
import { type ChildId, childIdSchema, hubWide } from '../../shared/kernel/ids.ts'
import { childViewOf } from '../../shared/register/views.ts'
import { liftingStatusOf, maybeVersionOf, ownRecordedOf, recordedOf } from './replies.ts'

type Deps = ChangeRegisterDeps & ReadRegisterDeps & Pick<Guard, 'recordRefusal'>

/** The hub's id of a child that the caller names by its own id or by the hub's. */
const childIdOf = ({ caller }: By, id: string): ChildId =>
  childIdSchema.parse(id.includes('.') ? id : hubWide(caller.authority ?? '', id))

const replyOf = ({ id, version }: { readonly id: string; readonly version: number }) => ({
  status: 200,
  headers: { ETag: etagOf(version) },
  body: { childId: id, version },
})

const reading = (deps: Deps): GuardedEndpoint[] => [
  endpoint('readChild', readChildContract, async ({ by, params }) => {
    const result = await readChildRecord({ by, childId: childIdOf(by, params.id) }, deps)
    if (result.kind !== 'found') throw new HubError('not-found', 'no such child of your authority')
    const { record } = result
    return {
      status: 200,
      headers: { ETag: etagOf(record.version) },
      body: childViewOf(record),
    }
  }),
  endpoint('listChildren', listChildrenContract, async ({ by, query }) => {
    const { limit, cursor } = query
    const { items, next } = await listChildren({ by, limit: Number(limit), cursor }, deps)
    const links = next === undefined ? {} : { next: `/v1/children?limit=${limit}&cursor=${next}` }
    const linked = items.map((item) => ({
      ...item,
      links: { self: `/v1/children/${item.childId}` },
    }))
    return { status: 200, body: { items: linked, links } }
  }),
]

const writing = (deps: Deps): GuardedEndpoint[] => [
  endpoint('putChild', putChildContract, async ({ by, params, headers, body: child }) => {
    const ifMatch = maybeVersionOf(headers['if-match'])
    const result = await recordChild({ by, localId: params.id, child, ifMatch }, deps)
    if (result.kind === 'not-theirs') await deps.recordRefusal(by, 'register.write')
    return replyOf(ownRecordedOf(result))
  }),
  endpoint('correctChild', correctChildContract, async ({ by, params, headers, body }) => {
    const ifMatch = versionOf(headers['if-match'])
    const childId = childIdOf(by, params.id)
    return replyOf(recordedOf(await correctChild({ by, childId, correction: body, ifMatch }, deps)))
  }),
  endpoint(
    'liftChildRestriction',
    liftChildRestrictionContract,
    async ({ by, params, headers, body }) => {
      const ifMatch = versionOf(headers['if-match'])
      const id = childIdOf(by, params.id)
      const lifted = recordedOf(await liftChildRestriction({ by, id, ...body, ifMatch }, deps))
      const reply = replyOf(lifted)
      return { ...reply, body: { ...reply.body, status: liftingStatusOf(lifted) } }
    },
  ),
  endpoint('deleteChild', deleteChildContract, async ({ by, params, headers, body }) => {
    const ifMatch = versionOf(headers['if-match'])
    const childId = childIdOf(by, params.id)
    recordedOf(await deleteChild({ by, childId, reason: body.reason, ifMatch }, deps))
    return { status: 204 }
  }),
]

/** `/children` and what stands under it. */
export const childEndpoints = (deps: Deps): GuardedEndpoint[] => [
  ...reading(deps),
  ...writing(deps),
  endpoint('recordWrittenAgreement', recordWrittenAgreementContract, async (call) => {
    const { by, params, body: agreement } = call
    const said = { by, childId: params.id, agreement }
    return replyOf(recordedOf(await recordWrittenAgreement(said, deps)))
  }),
]
