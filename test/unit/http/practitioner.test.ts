import { describe, expect, it } from 'vitest'
import type { Contract } from '../../../shared/http/contract.ts'
import { contracts } from '../../../shared/http/contracts/contracts.ts'
import { inCaseOf } from '../../../shared/http/in-case.ts'
import { asksWho, practitionerOf } from '../../../shared/http/practitioner.ts'
import { HubError } from '../../../shared/kernel/hub-error.ts'
import { anApiEvent } from '../../builders/an-api-event.ts'
import { drugService, westmarch } from '../../builders/clients.ts'

const id = '01a207d9-2100-7000-8000-000000000001'
const event = (practitioner?: string) =>
  anApiEvent('acknowledgeAlert', {
    id,
    token: 'a.b.c',
    headers: practitioner === undefined ? {} : { 'Hub-Practitioner': practitioner },
  })
const own = { ...westmarch, practitioner: 'sw-7' }
const { acknowledgeAlert, readAlert, listAlerts, followConcern } = contracts

describe('the person behind a social worker’s system', () => {
  it('is whom the header names, in one writing', () => {
    expect(practitionerOf(event(' SW-101 '), acknowledgeAlert, westmarch)).toBe('sw-101')
    expect(practitionerOf(event('SW-101'), readAlert, westmarch)).toBe('sw-101')
  })

  it('is whom the token names, where it is one person’s', () => {
    expect(practitionerOf(event(), acknowledgeAlert, own)).toBe('sw-7')
    expect(practitionerOf(event('SW-7'), acknowledgeAlert, own)).toBe('sw-7')
  })

  it('may be left out of a list that names nobody, and of no reading and no answer', () => {
    expect(practitionerOf(event(), listAlerts, westmarch)).toBeUndefined()
    expect(() => practitionerOf(event(), readAlert, westmarch)).toThrow(HubError)
    expect(() => practitionerOf(event(), acknowledgeAlert, westmarch)).toThrow(HubError)
  })

  it('is whom a referrer’s system names, where it names one', () => {
    expect(practitionerOf(event('SW-1'), followConcern, drugService)).toBe('sw-1')
    expect(practitionerOf(event(), followConcern, drugService)).toBeUndefined()
  })

  it.each([
    ['a name', event('Ines Marlowe'), westmarch],
    ['two at once', event('sw-1, sw-2'), westmarch],
    ['somebody whom the token does not name', event('sw-1'), own],
  ])('is not %s', (_, sent, caller) => {
    expect(() => practitionerOf(sent, acknowledgeAlert, caller)).toThrow(
      expect.objectContaining({
        code: 'request-invalid',
        faults: [expect.objectContaining({ pointer: '/hub-practitioner' })],
      }),
    )
  })

  it('is nobody on a route that asks for no token', () => {
    expect(asksWho(contracts.issueToken)).toBe(false)
    expect(practitionerOf(event('sw-1'), contracts.issueToken, drugService)).toBeUndefined()
  })

  it('is needed to read of people, to answer, to decide and to lift a restriction', () => {
    const needy = Object.entries(contracts).flatMap(([route, contract]: [string, Contract]) =>
      contract.needsPractitioner === true ? [route] : [],
    )
    expect(needy).toEqual([
      'previewConcern',
      'readAlert',
      'explainAlert',
      'readAlertReaders',
      'acknowledgeAlert',
      'handOverAlert',
      'recordOutcome',
      'giveFeedback',
      'recordTelling',
      'recordCaseStatus',
      'readReview',
      'decideReview',
      'readWatchReport',
      'tickFinding',
      'readChild',
      'listChildren',
      'liftChildRestriction',
      'recordWrittenAgreement',
      'loadRegister',
      'beginRegisterImport',
      'checkRegisterImport',
      'applyRegisterImport',
      'readRowsToMend',
      'searchRegister',
      'readAdult',
      'liftAdultRestriction',
      'readChronology',
      'askEmergencyAccess',
      'readEmergencyAccess',
      'approveEmergencyAccess',
      'reviewEmergencyAccess',
      'listAuditEntries',
      'proveAuditEntry',
      'searchPeople',
      'openSubjectAccess',
      'readSubjectAccess',
      'unmaskSubjectAccess',
      'exportAuditEntries',
    ])
  })

  it('says in which case and for what, wherever people are looked up outside an alert', () => {
    const headers = { 'hub-case-reference': 'case-7', 'hub-purpose': 'safeguarding' }
    const asking = Object.entries(contracts).flatMap(([route, contract]: [string, Contract]) =>
      inCaseOf(contract.headers?.safeParse(headers).data) === undefined ? [] : [route],
    )
    expect(asking).toEqual([
      'previewConcern',
      'readChild',
      'recordWrittenAgreement',
      'searchRegister',
      'readAdult',
      'readChronology',
      'askEmergencyAccess',
      'searchPeople',
      'openSubjectAccess',
    ])
  })
})
