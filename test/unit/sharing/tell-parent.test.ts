import { describe, expect, it } from 'vitest'
import { factorCodes } from '../../../shared/codes/factors.ts'
import { decide } from '../../../shared/sharing/decide.ts'
import type { Facts } from '../../../shared/sharing/facts.ts'
import { tellingLines, tellParentNow } from '../../../shared/sharing/tell-parent.ts'
import { someFacts } from './facts.ts'

const told = (change: Partial<Facts>) => decide(someFacts(change)).tellParent
const h3 = { harm: 'H3' } as const
const victim = { subjectRole: 'VICTIM' } as const
const plan = { openStatus: 'PROTECTION_PLAN' } as const
const delusion = { flags: ['DELUSION_INVOLVES_CHILD'] } satisfies Partial<Facts>
const abuse = { factors: ['3B'] } satisfies Partial<Facts>

// biome-ignore format: a table is read across
const cases: readonly (readonly [string, Partial<Facts>, string])[] = [
  ['nothing while it is held', { harm: 'H0' }, 'no'],
  ['nothing while a person decides', { consent: 'REFUSED' }, 'no'],
  ['nothing in immediate danger', { harm: 'H4' }, 'no'],
  ['nothing in immediate danger, by safe contact neither', { harm: 'H4', flags: ['DA'], ...victim }, 'no'],
  ['nothing where a child is at risk of it', { consent: 'NOT_SOUGHT', whyNotSought: 'RISK_TO_CHILD' }, 'no'],
  ['nothing where another is', { ...h3, whyNotSought: 'RISK_TO_ANOTHER', consent: 'REFUSED' }, 'no'],
  ['nothing where an investigation would suffer, agreed or not', { whyNotSought: 'PREJUDICES_INVESTIGATION' }, 'no'],
  ['nothing beside a reason of risk without a status', { consent: null, whyNotSought: 'RISK_TO_CHILD' }, 'no'],
  ['nothing by safe contact either where that is a risk', { ...abuse, ...victim, whyNotSought: 'RISK_TO_CHILD' }, 'no'],
  ['nothing of a delusion about the child', delusion, 'no'],
  ['nothing of a delusion at the level that was sent', { ...h3, ...delusion, ...victim }, 'no'],
  ['nothing of female genital mutilation', { ...h3, factors: ['22A'] }, 'no'],
  ['of the same below significant harm', { factors: ['22A'] }, 'yes'],
  ['nothing at the level after the raises', { factors: ['18C', '3B'], flags: ['UNBORN'], ...victim }, 'no'],
  ['nothing to who may be the abuser', { ...abuse, subjectRole: 'ALLEGED_PERPETRATOR' }, 'no'],
  ['nothing to who may be either', { ...abuse, subjectRole: 'UNKNOWN' }, 'no'],
  ['nothing where nobody says who is who', { flags: ['DA'] }, 'no'],
  ['nothing about a hidden address', { flags: ['RESTRICTED_ADDRESS'] }, 'no'],
  ['nothing of one whose household is protected', { protectedHousehold: true }, 'no'],
  ['nothing of one whose household is protected, at H3', { ...h3, protectedHousehold: true, subjectRole: 'UNKNOWN' }, 'no'],
  ['a victim, by safe contact', { ...abuse, ...victim }, 'safe-contact-only'],
  ['a victim at a hidden address, by safe contact', { flags: ['RESTRICTED_ADDRESS'], ...victim }, 'safe-contact-only'],
  ['a victim of a protected household, by safe contact', { protectedHousehold: true, ...victim }, 'safe-contact-only'],
  ['a victim at H3, by safe contact', { ...h3, flags: ['MARAC'], ...victim }, 'safe-contact-only'],
  ['at significant harm, after the strategy discussion', h3, 'ask-first'],
  ['at significant harm, to one who refused', { ...h3, consent: 'REFUSED' }, 'ask-first'],
  ['one who was not asked', { consent: 'NOT_SOUGHT', whyNotSought: 'DELAY_HARMS' }, 'ask-first'],
  ['one who could not agree', { consent: 'LACKS_CAPACITY' }, 'ask-first'],
  ['one of whom nothing is said', { consent: null }, 'ask-first'],
  ['one who agreed', {}, 'yes'],
  ['a victim of whom no abuse is told', victim, 'yes'],
  ['one who refused, of a planned child', { consent: 'REFUSED', ...plan }, 'yes'],
  ['one who took it back, of a planned child', { harm: 'H1', consent: 'WITHDRAWN', ...plan }, 'yes'],
  ['one who was not asked, of a planned child', { consent: null, ...plan }, 'ask-first'],
]

describe('a parent is told', () => {
  it.each(cases)('%s', (_what, change, expected) => {
    expect(told(change)).toBe(expected)
  })

  it('nothing of five factors of abuse at significant harm', () => {
    const silent = factorCodes.filter(
      (code) => told({ ...h3, factors: [code], ...victim }) === 'no',
    )
    expect(silent).toEqual(['18C', '19C', '22A', '23A', '24A'])
  })

  it('by each line of the table in some case', () => {
    const used = new Set(tellingLines.map(({ tell }) => tell))
    expect([...used]).toEqual(['no', 'safe-contact-only', 'ask-first'])
    expect(tellingLines.every(({ when }) => when !== '')).toBe(true)
  })
})

describe('a parent, read again', () => {
  it('is told nothing more once the household is protected', () => {
    const facts = someFacts()
    const decision = decide(facts)
    expect(decision.tellParent).toBe('yes')
    expect(tellParentNow(decision, facts)).toBe('yes')
    expect(tellParentNow(decision, { ...facts, protectedHousehold: true })).toBe('no')
    expect(tellParentNow(decision, { ...facts, protectedHousehold: true, ...victim })).toBe(
      'safe-contact-only',
    )
  })

  it('is told by the level and the raises of the decision', () => {
    const raised = someFacts({ flags: ['UNBORN', 'DA'], ...victim })
    const decision = decide(raised)
    expect(tellParentNow(decision, { ...raised, flags: [] })).toBe('ask-first')
    expect(tellParentNow({ ...decision, raisedBy: ['R4'] }, { ...raised, flags: [] })).toBe('no')
  })
})
