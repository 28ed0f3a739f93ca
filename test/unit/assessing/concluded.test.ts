import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import { assess } from '../../../shared/assessing/assess.ts'
import type { StoredConcern } from '../../../shared/concerns/stored-concern.ts'
import { aFamily } from '../../builders/a-family.ts'
import { aStoredConcern } from '../../builders/a-stored-concern.ts'
import { aMatch } from '../../builders/an-assessment.ts'
import { nobodyAround, noSendersPast } from '../../builders/no-past.ts'
import { now } from '../../builders/ports.ts'

type Concluded = NonNullable<StoredConcern['concluded']>
const at = '2026-11-24T10:00:00.000Z'
const { submittedBy } = aStoredConcern()

/** A refusal told by a charity, which no duty binds: its lead is asked, and silence holds what is not watched (R13). */
const refused = (
  concluded: Partial<Concluded> | undefined,
  sent: Parameters<typeof aStoredConcern>[1] = {},
): StoredConcern =>
  aStoredConcern(
    {
      submittedBy: { ...submittedBy, agencyType: 'domestic-abuse' },
      ...(concluded && { concluded: { kind: 'refused-consent', at, ...concluded } }),
    },
    { consent: { status: 'REFUSED' }, ...sent },
  )
const outcomeOf = (stored: StoredConcern, around = nobodyAround) => {
  const confirmed = around.adults.map(({ adultId }) => adultId)
  const match = aMatch(confirmed.length > 0 ? 'CONFIRMED' : 'NONE', { confirmed })
  const matches = [{ person: 'subject', kind: 'adult', match } as const]
  const { assessment } = assess(
    stored,
    { holder: westmarch, matches, around, sender: noSendersPast },
    { now, cause: 'reviewed' },
  )
  const { decision, concluded } = assessment
  return { rule: decision.rule, decision: decision.decision, concluded }
}

describe('a decision that waits for a person', () => {
  it('is a question until somebody answers', () => {
    expect(outcomeOf(refused(undefined))).toEqual({
      rule: 'R13',
      decision: 'HUMAN_REVIEW',
      concluded: undefined,
    })
  })

  it.each(['SHARE', 'SHARE_MINIMAL', 'HOLD'] as const)(
    'is what a person made of it: %s',
    (answer) => {
      expect(outcomeOf(refused({ answer }))).toEqual({
        rule: 'R13',
        decision: answer,
        concluded: answer,
      })
    },
  )

  it('is read anew where the table no longer asks', () => {
    const stored = refused({ answer: 'HOLD' }, { consent: { status: 'GIVEN' } })
    expect(outcomeOf(stored)).toEqual({ rule: 'R10', decision: 'SHARE', concluded: undefined })
  })

  it('is asked anew where the table asks something else', () => {
    const stored = refused({ answer: 'HOLD' }, { flags: ['DETRIMENT_CLAIMED'] })
    expect(outcomeOf(stored)).toEqual({
      rule: 'R7',
      decision: 'HUMAN_REVIEW',
      concluded: undefined,
    })
  })
})

describe('a decision that the clock made', () => {
  it('follows from the facts as they now are: held, and shared once the family is watched', () => {
    expect(outcomeOf(refused({}))).toMatchObject({ decision: 'HOLD', concluded: 'HOLD' })
    const baby = { children: [{ dateOfBirth: '2026-01-01' }] }
    expect(outcomeOf(refused({}, baby))).toMatchObject({
      decision: 'SHARE_MINIMAL',
      concluded: 'SHARE_MINIMAL',
    })
  })
})

describe('a decision to share that asks all the same (R19)', () => {
  it('may be widened by the answer, and is never recalled', async () => {
    const planned = await aFamily()
    for (const [answer, decision] of [
      ['SHARE', 'SHARE'],
      ['SHARE_MINIMAL', 'SHARE_MINIMAL'],
      ['HOLD', 'SHARE_MINIMAL'],
    ] as const)
      expect(outcomeOf(refused({ answer }), planned)).toEqual({
        rule: 'R19',
        decision,
        concluded: answer,
      })
  })

  it('is not changed by silence', async () => {
    expect(outcomeOf(refused({}), await aFamily())).toMatchObject({ decision: 'SHARE_MINIMAL' })
  })
})
