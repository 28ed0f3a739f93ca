import fc from 'fast-check'
import { westmarch } from '../../../infra/stages/local.ts'
import { type consents as Consents, consents, type Form, forms } from './forms.ts'
import { type Aside, asides } from './registers.ts'

type Consent = typeof Consents extends fc.Arbitrary<infer C> ? C : never

/** What a sender, its lead or the stated authority does. `of` counts the concerns sent, from the first, round and round. */
export type Act =
  | { readonly kind: 'send'; readonly form: Form }
  | { readonly kind: 'resend'; readonly of: number; readonly change: Partial<Form> }
  | { readonly kind: 'correct'; readonly of: number }
  | { readonly kind: 'consent'; readonly of: number; readonly consent: Consent }
  | {
      readonly kind: 'withdraw' | 'challenge' | 'contest' | 'repeat' | 'misuse' | 'stray'
      readonly of: number
    }
  | { readonly kind: 'verdict'; readonly pick: number }
  | { readonly kind: 'acknowledge' | 'decide'; readonly of: number }

/** Hours that pass, then what is done where the family is known, then what is done everywhere. */
export type Scene = {
  readonly hours: number
  readonly asides: readonly Aside[]
  readonly act: Act
}

const of = fc.nat({ max: 3 })

const resendings: fc.Arbitrary<Partial<Form>> = fc.oneof(
  fc.constant({ reason: 'Told again, in other words.' }),
  fc.constantFrom<Partial<Form>>({ harm: 'H1' }, { harm: 'H2' }, { harm: 'H3' }),
  consents.map((consent) => ({ consent })),
  forms.map(({ children, whyChildrenUnknown, flags = [] }) => ({
    children,
    whyChildrenUnknown: whyChildrenUnknown ?? 'Not asked.',
    flags: children.some((child) => child.expectedDateOfDelivery)
      ? flags
      : flags.filter((flag) => flag !== 'UNBORN'),
  })),
)

const acts: fc.Arbitrary<Act> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('send' as const), form: forms }) },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('resend' as const), of, change: resendings }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('correct' as const), of }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('consent' as const), of, consent: consents }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        ...([
          'challenge',
          'challenge',
          'contest',
          'withdraw',
          'repeat',
          'misuse',
          'stray',
        ] as const),
      ),
      of,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('verdict' as const), pick: fc.nat({ max: 5 }) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom(...(['acknowledge', 'acknowledge', 'decide'] as const)),
      of,
    }),
  },
)

const months = 30 * 24

/** Mostly hours and days; at times so long that what is held expires. */
const hours = fc.constantFrom(0, 0, 0, 1, 1, 5, 5, 26, 26, 26, 50, 100, 4 * months, 13 * months)

const told = (form: Form, scenes: readonly Scene[]): readonly Scene[] => [
  { hours: 0, asides: [], act: { kind: 'send', form } },
  ...scenes,
]

/** One incident told again and again, with consent that comes and goes, and answers in between. */
const oneIncident = fc
  .tuple(
    fc.tuple(forms, consents).map(
      ([form, consent]): Form => ({
        ...form,
        harm: 'H2',
        purpose: 'safeguarding',
        authority: westmarch,
        flags: [],
        incidentOn: '2026-12-10',
        consent,
      }),
    ),
    fc.array(
      fc.record({
        hours: fc.constantFrom(0, 1, 5, 26, 26),
        asides: fc.array(asides, { maxLength: 1 }),
        act: fc.oneof(
          fc.record({
            kind: fc.constant('resend' as const),
            of,
            change: consents.map((consent) => ({ consent })),
          }),
          fc.record({ kind: fc.constant('consent' as const), of, consent: consents }),
          fc.record({ kind: fc.constant('acknowledge' as const), of }),
        ),
      }),
      { minLength: 2, maxLength: 6 },
    ),
  )
  .map(([form, scenes]) => told(form, scenes))

const anything = fc
  .tuple(
    forms,
    fc.array(fc.record({ hours, asides: fc.array(asides, { maxLength: 2 }), act: acts }), {
      minLength: 1,
      maxLength: 5,
    }),
  )
  .map(([form, scenes]) => told(form, scenes))

/** A story told of one family: the first act sends. */
export const scripts: fc.Arbitrary<readonly Scene[]> = fc.oneof(
  { weight: 2, arbitrary: anything },
  { weight: 1, arbitrary: oneIncident },
)
