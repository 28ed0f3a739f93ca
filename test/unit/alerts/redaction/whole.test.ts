import { describe, expect, it } from 'vitest'
import type { AlertContent } from '../../../../shared/alerts/content/alert-content.ts'
import { type RedactionFacts, redact } from '../../../../shared/alerts/redaction/redact.ts'
import { fullContent } from './content.ts'

const share: RedactionFacts = { decision: 'SHARE', flags: [], factors: [] }
const shown = (facts: Partial<RedactionFacts>, differing: object = {}): AlertContent =>
  redact(fullContent(differing), { ...share, ...facts })
const without = (content: AlertContent, ...fields: readonly (keyof AlertContent)[]): object =>
  Object.fromEntries(
    Object.entries(content).filter(([field]) => !fields.some((each) => each === field)),
  )
const whole = fullContent()
const [contribution] = whole.accumulation.contributing
const [entry] = whole.earlier

describe('what is left of an alert, whole,', () => {
  it('where an address must stay hidden (X1)', () => {
    const hidden = [
      'addresses',
      'phones',
      'emails',
      'childLocationNow',
      'referrerWorkBase',
    ] as const
    expect(shown({ flags: ['DA'] })).toEqual({
      ...without(whole, ...hidden),
      banners: ['UNDER_TWO', 'PROTECTED_ADDRESS'],
      earlier: [{ ...entry, source: { kind: 'agency', name: '[protected] Refuge' } }],
      narrative: [
        { kind: 'FACT', text: 'Two children, 12 and 4, were seen at [protected].' },
        { kind: 'REPORTED', text: 'She may be rung on [protected].' },
      ],
      childView: 'I like it at [protected].',
      parentView: 'Write to [protected], not to [protected].',
      keepConfidentialFrom: [{ person: 'Her partner', why: 'He reads post to [protected].' }],
      safeContact: {
        safeToCall: true,
        times: 'after 9, on [protected]',
        notSafeToTalkTo: 'anyone at [protected]',
      },
      referrer: { ...whole.referrer, outOfHours: 'On-call 0113 496 0999, [protected]' },
      protected: [...hidden, 'safeContact.number'],
    })
  })

  it('of a child’s own sensitive service, below suspected significant harm (X5)', () => {
    const told = ['narrative', 'protectiveFactors', 'childView'] as const
    expect(shown({ flags: ['SENSITIVE_CHILD_SERVICE'] }, { harm: 'H2' })).toEqual({
      ...without(whole, ...told, 'referrerWorkBase'),
      harm: 'H2',
      accumulation: {
        ...whole.accumulation,
        contributing: [{ ...contribution, agencyName: '[protected]' }],
      },
      earlier: [{ ...entry, source: { kind: 'agency', name: '[protected]' } }],
      referrer: {
        ...whole.referrer,
        agencyName: '[protected]',
        role: '[protected]',
        outOfHours: 'On-call 0113 496 0999, Harbour House, WX2 2BB',
      },
      protected: [...told, 'referrerWorkBase'],
    })
  })

  it('of an adopted child (X6)', () => {
    const hidden = ['childrenNamed', 'childLocationNow'] as const
    expect(shown({ flags: ['ADOPTED'] })).toEqual({
      ...without(whole, ...hidden),
      children: [],
      accumulation: { ...whole.accumulation, contributing: [] },
      earlier: [],
      protectiveFactors: '[protected] goes to her aunt.',
      parentView: 'Write to ALICE@[protected].org, not to Wexbridge.',
      protected: [...hidden, 'children', 'restricted-team'],
    })
  })
})

describe('what is said to be missing', () => {
  it('is nothing that was never there', () => {
    expect(shown({ flags: ['ADOPTED'] }, { children: [] }).protected).not.toContain('children')
    const safeContact = { safeToCall: false }
    const unreached = shown({ flags: ['DA'] }, { safeContact })
    expect(unreached.protected).not.toContain('safeContact.number')
    expect(unreached.safeContact).toStrictEqual(safeContact)
  })

  it('is not told of a minimal share, but for what something else hides too', () => {
    expect(shown({ decision: 'SHARE_MINIMAL' }).protected).toEqual(['minimal-disclosure'])
    expect(shown({ decision: 'SHARE_MINIMAL', flags: ['ADOPTED'] }).protected).toEqual([
      'childrenNamed',
      'childLocationNow',
      'children',
      'restricted-team',
      'minimal-disclosure',
    ])
  })
})

describe('an alert without what may be absent', () => {
  it('is shown without it', () => {
    const { outOfHours: _o, ...referrer } = whole.referrer
    const { source: _s, nature: _n, ...unsaid } = entry ?? {}
    const { agencyName: _a, ...unnamed } = contribution ?? {}
    const differing = {
      referrer,
      earlier: [unsaid],
      accumulation: { rules: [], contributing: [unnamed] },
      safeContact: { safeToCall: true },
      childrenNamed: [{ sex: 'U', expectedDateOfDelivery: '2027-01-01' }],
    }
    const bare = fullContent(differing)
    expect(shown({}, differing)).toStrictEqual(bare)
    const { earlier, accumulation, safeContact } = shown(
      { flags: ['SENSITIVE_CHILD_SERVICE'] },
      differing,
    )
    expect({ earlier, accumulation, safeContact }).toStrictEqual({
      earlier: bare.earlier,
      accumulation: bare.accumulation,
      safeContact: bare.safeContact,
    })
  })
})
