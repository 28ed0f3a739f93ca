// Cases from practice, as the rules read them. People, places and numbers of a case are no facts of the table.
import type { Facts } from '../../shared/sharing/facts.ts'

type Case = readonly [number: string, sentence: string, differing: Partial<Facts>]

const riskToChild = { consent: 'NOT_SOUGHT', whyNotSought: 'RISK_TO_CHILD' } as const
const plannedBaby = { openStatus: 'PROTECTION_PLAN', youngestMonths: 17, factors: ['4B'] } as const
const delayHarms = { consent: 'NOT_SOUGHT', whyNotSought: 'DELAY_HARMS' } as const

const onPlan = (differing: Partial<Facts>): Partial<Facts> => ({
  ...plannedBaby,
  factors: [...plannedBaby.factors],
  ...differing,
})

/** Numbered as the practice cases that the hub is tried with from end to end. */
export const cases: readonly Case[] = [
  [
    'P1',
    'Early help, not asked for fear for the child; nobody knows the man, but the baby whom he lives with has a plan',
    onPlan({ harm: 'H1', ...riskToChild }),
  ],
  ['P1', 'The same, a child in need', onPlan(riskToChild)],
  ['P1', 'The same, and he agrees', onPlan({})],
  ['P1', 'The same, significant harm suspected', onPlan({ harm: 'H3', ...riskToChild })],
  [
    'P2',
    'A stepfather, all three children named, nobody works with them now; significant harm suspected',
    { harm: 'H3', youngestMonths: 20, factors: ['2B'] },
  ],
  [
    'P3',
    'A child in need who has moved, known to the old council alone; not asked for fear for her',
    { ...riskToChild, youngestMonths: 98 },
  ],
  [
    'P4',
    'A patient’s delusion is about a child who gets early help; the form says child in need',
    { flags: ['DELUSION_INVOLVES_CHILD'], openStatus: 'EARLY_HELP', youngestMonths: 90 },
  ],
  [
    'P5',
    'A small report, help refused; the baby has a plan',
    onPlan({ harm: 'H1', consent: 'REFUSED', youngestMonths: 9, factors: ['2B'] }),
  ],
  [
    'P6',
    'Significant harm to a baby with a plan; the elder sister is adopted',
    onPlan({ harm: 'H3', youngestMonths: 2, knownRemoval: true }),
  ],
  [
    'P7',
    'A survivor tells a charity and refuses: “he would kill me”; her child is three',
    {
      harm: 'H1',
      consent: 'REFUSED',
      body: 'OTHER',
      flags: ['DA'],
      subjectRole: 'VICTIM',
      youngestMonths: 40,
    },
  ],
  [
    'P7',
    'Then his alcohol service about him, a child in need, and he agrees',
    { factors: ['1B'], protectedHousehold: true, combination: true, youngestMonths: 40 },
  ],
  [
    'P7',
    'The charity’s concern, decided again by itself: the two together are a combination',
    {
      harm: 'H1',
      consent: 'REFUSED',
      body: 'OTHER',
      flags: ['DA'],
      subjectRole: 'VICTIM',
      youngestMonths: 40,
      combination: true,
      protectedHousehold: true,
    },
  ],
  [
    'P8',
    'A father means to find the refuge; the girl has a plan and a hidden address; he refuses',
    {
      harm: 'H3',
      consent: 'REFUSED',
      openStatus: 'PROTECTION_PLAN',
      youngestMonths: 40,
      protectedHousehold: true,
    },
  ],
  [
    'P9',
    'He is at the door now; nobody knows the family',
    {
      harm: 'H4',
      body: 'OTHER',
      flags: ['DA'],
      subjectRole: 'VICTIM',
      match: 'NONE',
      youngestMonths: 30,
    },
  ],
  [
    'P10',
    'The wrong purpose was ticked; immediate danger',
    onPlan({ purpose: 'other', harm: 'H4' }),
  ],
  [
    'P10',
    'The wrong purpose; a suicide plan that includes the child',
    onPlan({ purpose: 'other', flags: ['SUICIDE_PLAN_INVOLVES_CHILD'] }),
  ],
  [
    'P10',
    'The same, and a colleague is related to the family',
    onPlan({ purpose: 'other', flags: ['STAFF_CONFLICT', 'SUICIDE_PLAN_INVOLVES_CHILD'] }),
  ],
  ['P10', 'The wrong purpose, a child in need, nothing graver', onPlan({ purpose: 'other' })],
  [
    'P11',
    'A service that has signed no agreement; a child in need, agreed',
    { openStatus: 'IN_NEED', youngestMonths: 30 },
  ],
  ['P12', 'Immediate danger, with half the form unreadable', { harm: 'H4', match: 'NONE' }],
  [
    'P13',
    'The second child of a mother whose first is looked after; significant harm, refused',
    {
      harm: 'H3',
      consent: 'REFUSED',
      factors: ['2B'],
      openStatus: 'LOOKED_AFTER',
      youngestMonths: 1,
      knownRemoval: true,
    },
  ],
  [
    'P14',
    'One form names two problems: early help, not asked because delay harms; the child is five',
    { harm: 'H1', ...delayHarms, factors: ['1B', '4B'], youngestMonths: 65 },
  ],
  [
    'P14',
    'Eighty hours later another service names a third, and help is refused',
    { harm: 'H1', consent: 'REFUSED', factors: ['2B'], youngestMonths: 65, combination: true },
  ],
  [
    'P15',
    'A mother of a boy of twelve asks for help; nobody knows the family',
    { harm: 'H1', factors: ['2B'], match: 'NONE', youngestMonths: 150, anyAdolescent: true },
  ],
  [
    'P16',
    'A child in need; perhaps she is somebody whom another council knows; not asked for fear for the child',
    { ...riskToChild, factors: ['4B'], match: 'POSSIBLE' },
  ],
]
