import { describe, expect, it } from 'vitest'
import { questionKinds } from '../../../shared/codes/question-kinds.ts'
import { decide, decideUnder } from '../../../shared/sharing/decide.ts'
import type { Facts } from '../../../shared/sharing/facts.ts'
import { latestPolicy } from '../../../shared/sharing/policies.ts'
import { questionOf, questionsOf, readTable } from '../../../shared/sharing/read-table.ts'
import type { DecidingRule } from '../../../shared/sharing/rule.ts'
import { ruleOf } from '../../../shared/sharing/rule-of.ts'
import { isUndecided, silence } from '../../../shared/sharing/rules/silence.ts'
import { someFacts } from './facts.ts'

const read = (change: Partial<Facts>) => readTable(latestPolicy.rules, someFacts(change))
const kindsAsked = (change: Partial<Facts>) => questionsOf(read(change)).map(({ kind }) => kind)
const noDuty = { dutyInForce: false } as const
const plan = { openStatus: 'LOOKED_AFTER' } as const

describe('the reading of the table', () => {
  it('passes a row where none of its cells holds', () => {
    const row: DecidingRule = { ...silence, cells: [{ ...silence.cells[0], holds: () => false }] }
    const rules = [{ ...row, id: 'R1' as const }, ...latestPolicy.rules]
    const facts = someFacts()
    expect(decideUnder({ ...latestPolicy, rules }, facts)).toEqual(decide(facts))
  })

  it('ends at the first row that answers', () => {
    const rules = [silence, ...latestPolicy.rules]
    expect(readTable(rules, someFacts({ harm: 'H4' })).rule).toBe(silence)
  })

  it('keeps the level as sent beside the one after the raises', () => {
    const { situation } = read({ harm: 'H1', flags: ['UNBORN', 'DA'] })
    expect([situation.facts.harm, situation.harm]).toEqual(['H1', 'H2'])
  })
})

describe('what a person is asked', () => {
  // biome-ignore format: a table is read across
  it.each<[string, Partial<Facts>, readonly string[]]>([
    ['nothing where a row shares', {}, []],
    ['nothing where one holds', { harm: 'H0' }, []],
    ['whether detriment stands', { flags: ['DETRIMENT_CLAIMED'] }, ['detriment']],
    ['whether to override a refusal, under the duty', { consent: 'REFUSED' }, ['refused-consent']],
    ['and without it', { consent: 'REFUSED', ...noDuty }, ['refused-consent']],
    ['why nobody asked', { consent: null, ...noDuty }, ['no-reason']],
    ['whether a watched family is told of', { harm: 'H1', consent: null, highRisk: true }, ['watched']],
    ['no such thing of a family that is not', { harm: 'H1', consent: null }, []],
    ['the purpose, at H3', { harm: 'H3', purpose: 'other' }, ['purpose']],
    ['the purpose beside detriment', { harm: 'H3', purpose: 'other', flags: ['DETRIMENT_CLAIMED'] }, ['detriment', 'purpose']],
    ['not the purpose of what was returned', { purpose: 'other' }, []],
    ['a refusal though a planned child’s worker knows', { consent: 'WITHDRAWN', ...plan }, ['refused-consent']],
    ['a reason though that worker knows', { consent: null, ...noDuty, ...plan }, ['no-reason']],
    ['nothing of a planned child that R14 would share', { consent: null, ...plan }, []],
    ['nothing of a planned and watched child at H1', { harm: 'H1', consent: null, highRisk: true, ...plan }, []],
  ])('is %s', (_what, change, kinds) => {
    expect(kindsAsked(change)).toEqual(kinds)
    expect(questionOf(read(change))?.kind).toBe(kinds.find((kind) => kind !== 'purpose'))
  })

  it('is one of these questions, and each is asked by some row', () => {
    const asked = [...latestPolicy.rules, silence].flatMap((rule) =>
      rule.kind === 'decides' && rule.asks !== undefined ? [rule.asks.kind] : [],
    )
    expect(questionKinds.toSorted()).toEqual([...new Set([...asked, 'purpose'])].toSorted())
  })

  it('is asked of the partnership lead only where the question rests on what is known, or no row decided', () => {
    const partners = [...latestPolicy.rules, silence].filter(
      (rule) => rule.kind === 'decides' && rule.asks?.of === 'partnership-lead',
    )
    expect(partners.map(({ id }) => id)).toEqual(['R16', 'R0'])
  })
})

describe('a row that waits', () => {
  it('says whom it asks wherever it leaves the answer to a person', () => {
    const silent = latestPolicy.rules.filter(
      (rule) =>
        rule.kind === 'decides' &&
        rule.asks === undefined &&
        rule.cells.some(({ decision }) => decision === 'HUMAN_REVIEW'),
    )
    expect(silent).toEqual([])
  })

  it('never holds a child in need under the duty by silence, nor one who is graver', () => {
    const holding = latestPolicy.rules.flatMap((rule) =>
      rule.kind === 'decides' && rule.cells.some(({ onTimeout }) => onTimeout === 'HOLD')
        ? [rule.id]
        : [],
    )
    expect(holding).toEqual(['R7', 'R13', 'R14b'])
  })
})

describe('the rule of a decision', () => {
  const { version: policyVersion } = latestPolicy

  it.each(latestPolicy.rules.filter(({ kind }) => kind === 'decides'))(
    '$id is the row that decided',
    (rule) => {
      expect(ruleOf({ rule: rule.id, policyVersion })).toBe(rule)
    },
  )

  it.each(['R0', 'R4', 'R5b'] as const)('%s, which decides nothing, is silence', (rule) => {
    expect(ruleOf({ rule, policyVersion })).toBe(silence)
  })

  it('is not looked for in a policy never published', () => {
    expect(() => ruleOf({ rule: 'R9', policyVersion: '1999-01-01.1' })).toThrow(
      expect.objectContaining({ code: 'internal' }),
    )
  })

  it('is undecided only under silence', () => {
    expect(isUndecided({ rule: 'R0' })).toBe(true)
    expect(isUndecided({ rule: 'R1' })).toBe(false)
  })
})
