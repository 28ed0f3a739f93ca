import { describe, expect, it } from 'vitest'
import { decide } from '../../../shared/sharing/decide.ts'
import { decisionSchema } from '../../../shared/sharing/decision.ts'
import { type Facts, factsSchema } from '../../../shared/sharing/facts.ts'
import { someFacts } from './facts.ts'

describe('the facts', () => {
  it.each(['childAgeMonths', 'accumulationFires', 'agreementInForce', 'score'])(
    'refuse a key they do not know: %s',
    (key) => {
      expect(factsSchema.safeParse({ ...someFacts(), [key]: null }).success).toBe(false)
    },
  )

  it.each(Object.keys(someFacts()))(
    'refuse to be silent on %s: what is not known is null',
    (key) => {
      const without = Object.fromEntries(
        Object.entries(someFacts()).filter(([name]) => name !== key),
      )
      expect(factsSchema.safeParse(without).success).toBe(false)
    },
  )

  it.each([
    { purpose: 'research' },
    { purpose: null },
    { harm: 'H5' },
    { consent: 'ASSUMED' },
    { whyNotSought: 'BUSY' },
    { body: 'NHS' },
    { match: 'LIKELY' },
    { match: null },
    { flags: ['RED'] },
    { flags: null },
    { factors: ['18A'] },
    { openStatus: 'CLOSED' },
    { subjectRole: 'SUSPECT' },
    { youngestMonths: -2 },
    { youngestMonths: 4.5 },
    { anyAdolescent: null },
    { highRisk: 'yes' },
  ])('refuse what is no code: %j', (change) => {
    expect(factsSchema.safeParse({ ...someFacts(), ...change }).success).toBe(false)
  })

  it.each<Partial<Facts>>([
    { purpose: 'welfare', body: 'OTHER' },
    { purpose: 'other' },
    { youngestMonths: -1 },
    { youngestMonths: null },
    { openStatus: 'PROCEEDINGS', subjectRole: 'UNKNOWN' },
    { whyNotSought: 'NO_REASON', consent: null },
  ])('are kept as they are: %j', (differing) => {
    expect(factsSchema.parse(someFacts(differing))).toEqual(someFacts(differing))
  })
})

describe('a decision', () => {
  const decision = decide(someFacts({ harm: 'H0', flags: ['UNBORN', 'DA'], match: 'MANY' }))

  it('lists what it says in one order', () => {
    expect(Object.keys(decision)).toEqual([
      'id',
      'rule',
      'decision',
      'harmAfter',
      'raisedBy',
      'tellParent',
      'asked',
      'asksSenderLead',
      'dueInWorkingDays',
      'onTimeout',
      'identityReview',
      'leadsOnly',
      'basis',
      'policyVersion',
    ])
    expect(Object.keys(decision.basis)).toEqual([
      'article6',
      'schedule1',
      'article10',
      'confidence',
      'statute',
    ])
    expect(Object.keys(decisionSchema.shape)).toEqual(Object.keys(decision))
  })

  const { basis } = decision
  it.each<Partial<typeof decision>>([
    {},
    { decision: 'SHARE_MINIMAL', onTimeout: 'SHARE', dueInWorkingDays: 0, asked: 'sender-lead' },
    { decision: 'HUMAN_REVIEW', onTimeout: 'HOLD', dueInWorkingDays: 2, raisedBy: ['R4', 'R5b'] },
    { asked: 'partnership-lead', onTimeout: 'SHARE_MINIMAL', tellParent: 'safe-contact-only' },
    { tellParent: 'ask-first', basis: { ...basis, article6: ['6(1)(ea)'], schedule1: 'para-2' } },
    {
      tellParent: 'yes',
      basis: { ...basis, article6: ['6(1)(f)', '6(1)(d)'], confidence: 'duty' },
    },
    { tellParent: 'no', basis: { ...basis, article6: ['6(1)(e)'], schedule1: 'para-18-2-b' } },
    { basis: { ...basis, article10: 'DPA 2018 s.10(5), para-18-2-c', confidence: 'consent' } },
    {
      basis: {
        ...basis,
        article6: ['6(1)(c)'],
        schedule1: 'para-6',
        confidence: 'public-interest',
      },
    },
  ])('is kept as it was: %j', (change) => {
    const kept = { ...decision, ...change }
    expect(decisionSchema.parse(kept)).toEqual(kept)
  })

  it.each([
    { basis: { ...basis, article6: ['6(1)(a)'] } },
    { basis: { ...basis, article6: [] } },
    { basis: { ...basis, consent: true } },
    { basis: { ...basis, article10: 'DPA 2018 s.10(5)' } },
    { dueInWorkingDays: -1 },
    { onTimeout: 'HUMAN_REVIEW' },
    { asked: 'social-worker' },
    { raisedBy: ['R12'] },
    { unmatchedAlert: true },
  ])('rests on no consent and holds nothing else: %j', (change) => {
    expect(decisionSchema.safeParse({ ...decision, ...change }).success).toBe(false)
  })
})
