import fc from 'fast-check'
import { eastvale, northmoor, westmarch } from '../../../infra/stages/local.ts'
import type { AuthorityCode } from '../../../shared/agencies/authorities.ts'
import type { Trial } from '../../../shared/matching/trial.ts'
import { statusCodes } from '../../../shared/register/child-status.ts'
import { aChild, anAdult } from '../../builders/a-child.ts'
import { otherService } from '../../builders/clients.ts'
import { type Form, forms } from './forms.ts'
import type { Caller } from './story.ts'

const father = anAdult({
  id: 'A2',
  names: [{ given: 'Radek', family: 'Sowerby' }],
  dateOfBirth: '1988-09-30',
  sex: 'M',
  relationship: 'FATHER',
})

const surname = 'Quillfeather'
const who = {
  odo: { name: { given: 'Odo', family: surname }, dateOfBirth: '2019-02-03' },
  ida: { name: { given: 'Ida', family: surname }, dateOfBirth: '2025-11-05' },
  theo: { name: { given: 'Theo', family: surname }, dateOfBirth: '2014-06-30' },
  nameless: { name: undefined, dateOfBirth: undefined, expectedDateOfDelivery: '2027-03-01' },
} as const

/** How near the register's record of the mother is to the mother as she is told of. */
type Adult = Partial<ReturnType<typeof anAdult>>
const mothers: Readonly<{
  [Kind in 'exact' | 'misspelt' | 'otherDay' | 'moved' | 'hidden' | 'bereft']: Adult
}> = {
  exact: {},
  misspelt: { names: [{ given: 'Marthe', family: 'Quilfeather' }] },
  otherDay: { dateOfBirth: '1991-04-18' },
  moved: { addresses: [{ houseNumber: '9', street: 'Loom Court', postcode: 'NM4 4EF' }] },
  hidden: { restricted: { address: true } },
  bereft: { previousRemoval: true },
}

/** One child as a council has it on its register, with its adults. */
export type Record = {
  readonly council: AuthorityCode
  readonly id: string
  readonly child: ReturnType<typeof aChild>
}

const planned = ['PROTECTION_PLAN', 'PROTECTION_PLAN', 'LOOKED_AFTER', 'PROCEEDINGS'] as const

/** A child of any status, under any restriction, of a mother who is surely, perhaps or not the one who is told of. */
export const records: fc.Arbitrary<Record> = fc
  .record({
    council: fc.constantFrom<AuthorityCode>(westmarch, westmarch, northmoor, eastvale),
    child: fc.constantFrom(...(['odo', 'odo', 'ida', 'theo', 'nameless'] as const)),
    code: fc.constantFrom(...statusCodes, ...planned, ...planned),
    since: fc.constantFrom('2026-10-01', '2024-02-29'),
    motherId: fc.constantFrom('A1', 'A1', 'A3'),
    mother: fc.constantFrom(...(['exact', 'exact', 'exact', 'misspelt', 'otherDay'] as const)),
    also: fc.constantFrom(...(['exact', 'exact', 'moved', 'hidden', 'bereft'] as const)),
    hasFather: fc.boolean(),
    restricted: fc.constantFrom({}, {}, { address: true }, { adopted: true }),
  })
  .map(({ council, child, code, since, motherId, mother, also, hasFather, restricted }) => {
    const { name, ...rest } = who[child]
    const plain = aChild({
      ...rest,
      authority: council,
      status: { code, from: since },
      restricted,
      ...(child === 'nameless' && { sex: 'U' }),
      adults: [
        anAdult({ id: motherId, ...mothers[also], ...mothers[mother] }),
        ...(hasFather ? [father] : []),
      ],
    })
    const { name: _odo, dateOfBirth: _day, ...bare } = plain
    const dated = child === 'nameless' ? bare : { ...bare, dateOfBirth: who[child].dateOfBirth }
    return {
      council,
      id: `${child}-${motherId}`,
      child: name === undefined ? dated : { ...dated, name },
    }
  })

const mentalHealth: Caller = {
  ...otherService,
  clientId: 'mental-health',
  agency: 'westmarch-mental-health-trust',
  agencyType: 'adult-mental-health',
}
const tellers: readonly Caller[] = [otherService, mentalHealth]
export type Telling = { readonly by: Caller; readonly form: Form }
/** What another agency tells of the family. */
export const tellings: fc.Arbitrary<Telling> = fc.record({
  by: fc.constantFrom(...tellers),
  form: forms,
})

/** What happens where the family is known, and nowhere else. */
export type Aside =
  | { readonly kind: 'recorded'; readonly record: Record }
  | { readonly kind: 'told'; readonly telling: Telling }
  | { readonly kind: 'identity'; readonly verdict: 'IDENTIFIED' | 'NOBODY' }
  | { readonly kind: 'partnership'; readonly verdict: 'SHARE_MINIMAL' | 'HOLD' }
  | { readonly kind: 'others-acknowledge' | 'others-decide' }

export const asides: fc.Arbitrary<Aside> = fc.oneof(
  fc.record({ kind: fc.constant('recorded' as const), record: records }),
  fc.record({ kind: fc.constant('told' as const), telling: tellings }),
  fc.record({
    kind: fc.constant('identity' as const),
    verdict: fc.constantFrom('IDENTIFIED' as const, 'NOBODY' as const),
  }),
  fc.record({
    kind: fc.constant('partnership' as const),
    verdict: fc.constantFrom('SHARE_MINIMAL' as const, 'HOLD' as const),
  }),
  fc.record({ kind: fc.constantFrom('others-acknowledge' as const, 'others-decide' as const) }),
)

const notOnTrial: Trial = { needed: 0, authorities: [] }
const onTrial: Trial = { needed: 5, authorities: [westmarch, eastvale] }

/** Everything known of a family before anything is sent. */
export type Known = {
  readonly records: readonly Record[]
  readonly told: readonly Telling[]
  readonly trial: Trial
}
export const known: fc.Arbitrary<Known> = fc.record({
  records: fc.array(records, { minLength: 1, maxLength: 4 }),
  told: fc.array(tellings, { maxLength: 2 }),
  trial: fc.constantFrom<Trial>(notOnTrial, notOnTrial, onTrial),
})
