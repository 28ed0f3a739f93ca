import { describe, expect, it } from 'vitest'
import { northmoor, westmarch } from '../../infra/stages/local.ts'
import { openRoutes } from '../../shared/agencies/access.ts'
import { routes } from '../../shared/config/routes.ts'
import type { Contract } from '../../shared/http/contract.ts'
import { contracts } from '../../shared/http/contracts/contracts.ts'
import { problemSchema } from '../../shared/http/problem.ts'
import { keysOf } from '../../shared/kernel/keys-of.ts'
import { aChild, anAdultAlone } from '../builders/a-child.ts'
import { aConcern } from '../builders/a-concern.ts'
import { canaryChild, canaryConcern } from '../builders/canary-family.ts'
import { told } from '../builders/told.ts'

/** Bodies that services send today. Whatever is added to a contract, these stay valid. */
const bodies = [
  ['submitConcern', aConcern()],
  ['submitConcern', canaryConcern()],
  ['putChild', aChild()],
  ['putChild', canaryChild()],
  ['putAdult', { authority: westmarch, names: [{ family: 'Blight' }] }],
  ['putAdult', anAdultAlone()],
  ['correctAdult', { remove: { previousRemoval: true }, reason: 'It was her sister’s child.' }],
  ['correctChild', { remove: { adults: ['A7'] }, reason: 'Recorded for a namesake.' }],
  [
    'liftChildRestriction',
    { restriction: 'address', reason: 'The order ended on Friday and she asks for it.' },
  ],
  ['deleteChild', { reason: 'Recorded twice, see C77.' }],
  ['recordOutcome', { outcome: 'ASSESSMENT_S17' }],
  [
    'recordOutcome',
    {
      outcome: 'NO_FURTHER_ACTION',
      reason: 'The family has all the support that it can take now.',
      noFurtherActionReason: 'ALREADY_ADDRESSED',
    },
  ],
  [
    'recordOutcome',
    {
      outcome: 'ADVICE_GIVEN',
      reason: 'Their health visitor sees the family every week.',
      priorItemsRead: ['01a207d9-2100-7000-8000-000000000001'],
    },
  ],
  ['recordOutcome', { outcome: 'CONFERENCE', conference: 'INITIAL' }],
  [
    'recordOutcome',
    { outcome: 'OTHER_AUTHORITY', otherAuthority: northmoor, reason: 'x'.repeat(40) },
  ],
  ['recordCaseStatus', { status: 'ENDED' }],
  ['handOverAlert', { to: 'sw-2204' }],
  ['handOverAlert', { to: null }],
  ['reportEngagement', { engagement: 'RETURNED', on: '2026-11-20' }],
  [
    'recordWrittenAgreement',
    {
      id: 'WA-1',
      with: ['A1'],
      agreedOn: '2026-11-20',
      endsOn: '2026-12-01',
      what: 'He does not drink at home.',
      whatFollows: 'A conference.',
    },
  ],
  ['recordTelling', { wasTold: false, whyNot: 'RISK_TO_CHILD' }],
  ['giveFeedback', { lines: told('We will visit.') }],
  ['giveFeedback', { lines: told('We will visit.\nThank you.'), nextStep: 'Ring us on Friday.' }],
  ['challengeAnswer', { reason: 'The children were alone again at night this week.' }],
  ['challengeAnswer', { reason: 'x'.repeat(40), feedbackNumber: 2 }],
  ['issueToken', { grant_type: 'client_credentials', unknown: 'ignored' }],
] as const

const names = Object.keys(routes) as (keyof typeof routes)[]

describe('a contract', () => {
  it.each(bodies)('%s takes what is sent today', (route, body) => {
    const contract: Contract = contracts[route]
    expect(contract.body?.safeParse(body).error).toBeUndefined()
  })

  it.each(names)('%s describes a good answer, and problems only as problems', (route) => {
    const { answers }: Contract = contracts[route]
    const statuses = Object.keys(answers).map(Number)
    expect(statuses.some((status) => status < 300)).toBe(true)
    const problems = statuses.filter((status) => status >= 400 && route !== 'issueToken')
    for (const status of problems) expect(answers[status]?.schema).toBe(problemSchema)
  })

  it.each(names)('%s describes every refusal that its parts can cause', (route) => {
    const contract: Contract = contracts[route]
    const statuses = Object.keys(contract.answers).map(Number)
    const needed = [
      ...(contract.action === undefined ? [] : [400, 401, 403, 500, 503]),
      ...(contract.body === undefined ? [] : [400, 413, 415]),
      ...(routes[route].path.includes('{id}') && routes[route].method !== 'PUT' ? [404] : []),
      ...(route === 'submitConcern' || route === 'challengeAnswer' ? [422] : []),
    ]
    expect(statuses).toEqual(expect.arrayContaining(needed))
  })

  it('has an action for every route but those of the access table that are open', () => {
    const open = names.filter((route) => (contracts[route] as Contract).action === undefined)
    expect(open.toSorted()).toEqual(keysOf(openRoutes).toSorted())
  })
})
