import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { northmoor as other, westmarch as own } from '../../../infra/stages/local.ts'
import { type RouteName, routes } from '../../../shared/config/routes.ts'
import { askedIn } from '../../../shared/http/asked.ts'
import { namesBeside } from '../../../shared/http/asked-beside.ts'
import type { Contract } from '../../../shared/http/contract.ts'
import { contracts } from '../../../shared/http/contracts/contracts.ts'
import { keysOf } from '../../../shared/kernel/keys-of.ts'
import { aConcernId, anId } from '../../builders/a-stored-concern.ts'
import { anApiEvent } from '../../builders/an-api-event.ts'

type Sent = Parameters<typeof anApiEvent>[1]

const caller = { authority: own } as const
const named = (route: RouteName, sent: Sent) =>
  askedIn(route, anApiEvent(route, sent), caller).map(({ kind, id }) => `${kind} ${id}`)

const alertId = anId(1)
const child = `${other}.C7`

describe('what a request asks for', () => {
  const tried: readonly (readonly [string, RouteName, Sent, readonly string[]])[] = [
    ['its path', 'readAlert', { id: alertId }, [`alert ${alertId}`]],
    [
      'the access by which it reads',
      'readChronology',
      { id: child, headers: { 'Hub-Emergency-Access': anId(2) } },
      [`child ${child}`, `emergency-access ${anId(2)}`],
    ],
    [
      'what is asked for in an emergency',
      'askEmergencyAccess',
      { body: { object: { kind: 'chronology', id: child } } },
      [`child ${child}`],
    ],
    [
      'the alert of an emergency',
      'askEmergencyAccess',
      { body: { object: { kind: 'alert', id: alertId } } },
      [`alert ${alertId}`],
    ],
    [
      'a person and their concerns',
      'openSubjectAccess',
      { body: { personId: child, concernIds: [aConcernId()] } },
      [`record ${child}`, `concern ${aConcernId()}`],
    ],
    [
      'alerts that were read',
      'recordOutcome',
      { id: alertId, body: { priorItemsRead: [alertId, anId(3)] } },
      [`alert ${alertId}`, `alert ${anId(3)}`],
    ],
    [
      'whom a verdict names',
      'decideReview',
      { id: anId(4), body: { ids: [child] } },
      [`review ${anId(4)}`, `record ${child}`],
    ],
    [
      'another’s child with another’s adults',
      'putChild',
      { id: 'C7', body: { authority: other, adults: [{ id: 'A1' }] } },
      [`child ${child}`, `adult ${other}.A1`],
    ],
    ['an own adult', 'putAdult', { id: 'A1', body: {} }, [`adult ${own}.A1`]],
    [
      'adults taken from a child',
      'correctChild',
      { id: 'C7', body: { remove: { adults: ['A1'] } } },
      [`child ${own}.C7`, `adult ${own}.A1`],
    ],
    [
      'adults taken from another’s child',
      'correctChild',
      { id: child, body: { remove: { adults: ['A1'] } } },
      [`child ${child}`, `adult ${other}.A1`],
    ],
    [
      'what the log is asked about',
      'listAuditEntries',
      { query: { subject: child, askedFor: alertId } },
      [`record ${child}`, `record ${alertId}`],
    ],
    [
      'what an export is about',
      'exportAuditEntries',
      { body: { question: { subject: child } } },
      [`record ${child}`],
    ],
  ]
  it.each(tried.map(([what, ...one]) => [what, one] as const))(
    'is %s',
    (_, [route, sent, expected]) => {
      expect(named(route, sent)).toEqual(expected)
    },
  )

  it.each<readonly [string, Sent]>([
    ['no JSON', { rawBody: '{"object":' }],
    ['nothing', {}],
    ['a number', { body: 7 }],
    ['an id that is no text', { body: { object: { kind: 'alert', id: { id: 'a' } } } }],
    ['what every object has', { rawBody: '{"__proto__":{"object":{"id":"a"}}}' }],
    ['too much', { rawBody: JSON.stringify({ object: { id: 'a' }, x: 'x'.repeat(128 * 1024) }) }],
  ])('is nothing where the body is %s', (_, sent) => {
    expect(named('askEmergencyAccess', sent)).toEqual([])
  })

  it('is read whatever the body is said to be: who is refused chooses no silence', () => {
    const sent = {
      body: { object: { kind: 'alert', id: alertId } },
      headers: { 'Content-Type': 'text/plain' },
    }
    expect(named('askEmergencyAccess', sent)).toEqual([`alert ${alertId}`])
  })
})

const holders = ['properties', 'items', 'anyOf', 'oneOf', 'allOf']
const isKeyword = (key: string): boolean => holders.includes(key) || /^\d+$/.test(key)

/** Whether a text holds an id, by its form or by what it is called. */
const isId = (name: string, { type, format, pattern }: Readonly<Record<string, unknown>>) =>
  type === 'string' &&
  (format === 'uuid' ||
    String(pattern).startsWith('^E\\d{8}') ||
    /(?:^id|Id|Ids|^ids|^subject|^askedFor|emergency-access)$/.test(name))

/** The fields of a description that hold ids. */
const idsIn = (node: unknown, name = ''): readonly string[] => {
  if (typeof node !== 'object' || node === null) return []
  const within = Object.entries(node).flatMap(([key, value]) =>
    idsIn(value, isKeyword(key) ? name : key),
  )
  return isId(name, { ...node }) ? [name, ...within] : within
}

const described = (schema: z.ZodType | undefined): unknown =>
  schema && z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' })

/** Nothing is judged by an id in what they take. */
const judgeNobody = ['submitConcern', 'previewConcern', 'locateConcern']

it('is named by every route that takes an id beside its path, but for two that judge nobody by it', () => {
  const naming = keysOf(routes).filter((route) => {
    const { body, query, headers }: Contract = contracts[route]
    return [body, query, headers].some((part) => idsIn(described(part)).length > 0)
  })
  expect(naming).toEqual(expect.arrayContaining(['decideReview', ...judgeNobody]))
  expect(naming.filter((route) => !namesBeside(route))).toEqual(judgeNobody)
  // Own ids of a register have no form of their own.
  const known = keysOf(routes).filter(namesBeside)
  expect(known.filter((route) => !naming.includes(route))).toEqual(['correctChild', 'putAdult'])
})
