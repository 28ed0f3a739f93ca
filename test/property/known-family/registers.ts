import fc from 'fast-check'
import { statusCodes } from '../../../shared/register/child-status.ts'
import { aChild, anAdult } from '../../builders/a-child.ts'
import { otherService } from '../../builders/clients.ts'
import { senders as agencies } from '../../practice/clients.ts'
import { type Form, forms } from './forms.ts'

/** The councils by their letter in the cases from practice. */
const councils = ['W', 'N', 'E'] as const
const codes = { W: 'E06000991', N: 'E08000992', E: 'E10000993' } as const

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
const mothers = {
  exact: {},
  misspelt: { names: [{ given: 'Marthe', family: 'Quilfeather' }] },
  otherDay: { dateOfBirth: '1991-04-18' },
  moved: { addresses: [{ houseNumber: '9', street: 'Loom Court', postcode: 'NM4 4EF' }] },
  hidden: { restricted: { address: true } },
  bereft: { previousRemoval: true },
} as const

/** One child as a council has it on its register, with its adults. */
export type Record = {
  readonly council: (typeof councils)[number]
  readonly id: string
  readonly child: ReturnType<typeof aChild>
}

/** A child of any status, under any restriction, of a mother who is surely, perhaps or not the one who is told of. */
export const records: fc.Arbitrary<Record> = fc
  .record({
    council: fc.constantFrom('W', 'W', 'N', 'E' as const),
    child: fc.constantFrom(...(['odo', 'odo', 'ida', 'theo', 'nameless'] as const)),
    code: fc.constantFrom(...statusCodes, 'PROTECTION_PLAN', 'IN_NEED' as const),
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
      authority: codes[council],
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

const tellers = [otherService, agencies.mentalHealth, agencies.charity] as const
export type Telling = { readonly by: (typeof tellers)[number]; readonly form: Form }
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

/** Everything known of a family before anything is sent. */
export type Known = {
  readonly records: readonly Record[]
  readonly told: readonly Telling[]
  readonly trial: number
}
export const known: fc.Arbitrary<Known> = fc.record({
  records: fc.array(records, { minLength: 1, maxLength: 4 }),
  told: fc.array(tellings, { maxLength: 2 }),
  trial: fc.constantFrom(0, 0, 0, 5),
})
