import { describe, expect, it } from 'vitest'
import { westmarch as westmarchCode } from '../../../infra/stages/local.ts'
import { recorderOf } from '../../../shared/agencies/recorder-of.ts'
import { drugService, westmarch } from '../../builders/clients.ts'

const now = new Date('2026-11-23T10:00:00.000Z')
const entryId = '01a207d9-2100-7000-8000-000000000001'
const moment = { now, newId: () => entryId }

describe('an entry of what a caller does', () => {
  const made = {
    entryId,
    at: '2026-11-23T10:00:00.000Z',
    action: 'ALERT_READ',
    outcome: 'DONE',
    subjects: ['alert-1'],
    requestId: 'request-1',
  }

  it.each([
    [
      'of an authority',
      westmarch,
      { actor: 'westmarch-case-system', agency: 'westmarch', authority: westmarchCode },
    ],
    ['of none', drugService, { actor: 'drug-service', agency: 'turning-tide' }],
  ])('%s names the client, its agency and the request', (_name, caller, who) => {
    const record = recorderOf({ caller, requestId: 'request-1' }, moment)
    expect(record('ALERT_READ', ['alert-1'])).toStrictEqual([{ ...made, ...who }])
  })
})
