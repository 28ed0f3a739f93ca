import type { By } from '../../shared/agencies/recorder-of.ts'
import type { ChangeRegisterDeps } from '../../shared/casework/change-register.ts'
import { correctAdult } from '../../shared/casework/correct-adult.ts'
import { deleteAdult } from '../../shared/casework/delete-adult.ts'
import { liftAdultRestriction } from '../../shared/casework/lift-restriction.ts'
import { type ReadRegisterDeps, readAdultRecord } from '../../shared/casework/read-register.ts'
import { recordAdult } from '../../shared/casework/record-adult.ts'
import {
  correctAdultContract,
  deleteAdultContract,
  liftAdultRestrictionContract,
  putAdultContract,
  readAdultContract,
} from '../../shared/http/contracts/adults.ts'
import { etagOf, versionOf } from '../../shared/http/etag.ts'
import type { Guard } from '../../shared/http/guard.ts'
import { endpoint, type GuardedEndpoint } from '../../shared/http/pipeline.ts'
import { HubError } from '../../shared/kernel/hub-error.ts'
import { type AdultId, adultIdSchema, hubWide } from '../../shared/kernel/ids.ts'
import { adultViewOf } from '../../shared/register/views.ts'
import { liftingStatusOf, maybeVersionOf, ownRecordedOf, recordedOf } from './replies.ts'

type Deps = ChangeRegisterDeps & ReadRegisterDeps & Pick<Guard, 'recordRefusal'>

/** The hub's id of an adult whom the caller names by its own id or by the hub's. */
const adultIdOf = ({ caller }: By, id: string): AdultId =>
  adultIdSchema.parse(id.includes('.') ? id : hubWide(caller.authority ?? '', id))

const replyOf = ({ id, version }: { readonly id: string; readonly version: number }) => ({
  status: 200,
  headers: { ETag: etagOf(version) },
  body: { adultId: id, version },
})

/** `/adults` and what stands under it. */
export const adultEndpoints = (deps: Deps): GuardedEndpoint[] => [
  endpoint('putAdult', putAdultContract, async ({ by, params, headers, body: adult }) => {
    const ifMatch = maybeVersionOf(headers['if-match'])
    const result = await recordAdult({ by, localId: params.id, adult, ifMatch }, deps)
    if (result.kind === 'not-theirs') await deps.recordRefusal(by, 'register.write')
    return replyOf(ownRecordedOf(result))
  }),
  endpoint('readAdult', readAdultContract, async ({ by, params }) => {
    const result = await readAdultRecord({ by, adultId: adultIdOf(by, params.id) }, deps)
    if (result.kind !== 'found') throw new HubError('not-found', 'no such adult of your authority')
    const { record } = result
    return { status: 200, headers: { ETag: etagOf(record.version) }, body: adultViewOf(record) }
  }),
  endpoint('correctAdult', correctAdultContract, async ({ by, params, headers, body }) => {
    const ifMatch = versionOf(headers['if-match'])
    const adultId = adultIdOf(by, params.id)
    return replyOf(recordedOf(await correctAdult({ by, adultId, correction: body, ifMatch }, deps)))
  }),
  endpoint(
    'liftAdultRestriction',
    liftAdultRestrictionContract,
    async ({ by, params, headers, body }) => {
      const ifMatch = versionOf(headers['if-match'])
      const id = adultIdOf(by, params.id)
      const lifted = recordedOf(await liftAdultRestriction({ by, id, ...body, ifMatch }, deps))
      const reply = replyOf(lifted)
      return { ...reply, body: { ...reply.body, status: liftingStatusOf(lifted) } }
    },
  ),
  endpoint('deleteAdult', deleteAdultContract, async ({ by, params, headers, body }) => {
    const ifMatch = versionOf(headers['if-match'])
    const adultId = adultIdOf(by, params.id)
    recordedOf(await deleteAdult({ by, adultId, reason: body.reason, ifMatch }, deps))
    return { status: 204 }
  }),
]
