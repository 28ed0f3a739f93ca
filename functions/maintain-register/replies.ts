import type { RegisterChanged } from '../../shared/casework/change-register.ts'
import { versionOf } from '../../shared/http/etag.ts'
import { type FieldFault, HubError } from '../../shared/kernel/hub-error.ts'

type Recorded = RegisterChanged & { readonly kind: 'recorded' }

/** Whatever a use case of the register may answer instead. */
type Other =
  | Exclude<RegisterChanged, Recorded>
  | { readonly kind: 'not-theirs' | 'not-found' | 'not-permitted' }
  | { readonly kind: 'refused'; readonly fields: readonly string[] }
  | { readonly kind: 'not-of-the-child' | 'other-words' | 'decided-before' }
  | { readonly kind: 'not-restricted' | 'restricted' | 'related' }

const invalid = (faults: readonly FieldFault[]): HubError =>
  new HubError('request-invalid', 'the body does not fit its contract', { faults })

const faultOf = (other: Other): HubError => {
  switch (other.kind) {
    case 'not-theirs':
    case 'not-found':
      return new HubError('not-found', 'no such record of your authority')
    case 'not-permitted':
      return new HubError('not-permitted', 'marking a record needs the scope register.unrestrict')
    case 'moved':
      return new HubError('version-mismatch', 'the record has another version; read it again')
    case 'too-large':
      return invalid(
        other.fields.map((field) => ({
          pointer: `/${field}`,
          detail: 'with what was recorded before, more than one record keeps; correct it first',
        })),
      )
    case 'refused':
      return invalid(
        other.fields.map((field) => ({
          pointer: `/remove/${field}`,
          detail: 'does not stand in the record, or is the last that must stay',
        })),
      )
    case 'not-restricted':
      return new HubError('state-conflict', 'there is no such restriction')
    case 'restricted':
      return new HubError('state-conflict', 'a restriction of this record must be lifted first')
    case 'related':
      return new HubError('state-conflict', 'children of this adult are on the register')
    case 'not-of-the-child':
      return invalid([{ pointer: '/with', detail: 'adults of this child, by your own ids' }])
    case 'other-words':
      return new HubError(
        'state-conflict',
        'an agreement in other words, or that ends sooner, is another one with an id of its own',
      )
    case 'decided-before':
      return new HubError('state-conflict', 'it was found kept or broken before')
    case 'busy':
      return new HubError('store-busy', 'the record kept changing; nothing was stored')
  }
}

/** What was recorded. @throws HubError for anything else */
export const recordedOf = (result: Recorded | Other): Recorded => {
  if (result.kind === 'recorded') return result
  throw faultOf(result)
}

/** What was sent is of another authority than the caller’s. */
export const notOwn = (): HubError =>
  invalid([{ pointer: '/authority', detail: 'must be your own authority' }])

/** As {@link recordedOf}, of what was sent with the authority whose it is. */
export const ownRecordedOf = (result: Recorded | Other): Recorded => {
  if (result.kind !== 'not-theirs') return recordedOf(result)
  throw notOwn()
}

/** The version that the caller read, if it says one. */
export const maybeVersionOf = (ifMatch: string | undefined): number | undefined =>
  ifMatch === undefined ? undefined : versionOf(ifMatch)

export const liftingStatusOf = ({ action }: Recorded): 'PROPOSED' | 'LIFTED' =>
  action === 'RESTRICTION_LIFTED' ? 'LIFTED' : 'PROPOSED'
