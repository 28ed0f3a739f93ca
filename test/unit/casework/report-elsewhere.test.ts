import { describe, expect, it } from 'vitest'
import { northmoor as northmoorCode, westmarch } from '../../../infra/stages/local.ts'
import { aChild, anAdult } from '../../builders/a-child.ts'
import { northmoor, westmarchRegister } from '../../builders/clients.ts'
import { callsOf } from '../../builders/hub-calls.ts'
import { startInMemoryHub } from '../../fakes/in-memory-hub.ts'

const northmoorRegister = {
  ...northmoor,
  clientId: 'northmoor-register',
  role: 'register-manager' as const,
  scopes: westmarchRegister.scopes,
}
const nhsNumbers = ['9990000018']
const mother = anAdult({ nhsNumbers })
const there = (change: object = {}) =>
  aChild({
    authority: northmoorCode,
    name: { given: 'Wren', family: 'Quillfeather' },
    dateOfBirth: '2021-05-06',
    addresses: [],
    adults: [{ ...mother, id: 'N-77', addresses: [], ...change }],
  })

const type = 'uk.safeguarding-hub.adults.recorded-elsewhere.v1'
const hour = 60 * 60 * 1000

const started = async () => {
  const hub = await startInMemoryHub()
  const { putChild } = callsOf(hub)
  const reports = () =>
    hub.published
      .map(({ queue, message }) => ({
        queue,
        ...(JSON.parse(message) as { type: string; data: object }),
      }))
      .filter((message) => message.type === type)
  const nextMorning = async (): Promise<void> => {
    for (let passed = 0; passed < 24; passed += 1) {
      hub.advance(hour)
      await hub.sweep()
    }
  }
  return {
    hub,
    nextMorning,
    reports,
    inWestmarch: (child = aChild({ adults: [mother] })) => putChild('C1', child),
    inNorthmoor: (child = there()) => putChild('N1', child, northmoorRegister),
  }
}

describe('an adult recorded on a second register', () => {
  it('is reported to both authorities once that day, each by its own record alone', async () => {
    const { hub, nextMorning, reports, inWestmarch, inNorthmoor } = await started()
    await inWestmarch()
    await hub.settle()
    await inNorthmoor()
    await hub.settle()
    expect(reports()).toEqual([])
    await nextMorning()
    expect(reports().map(({ queue, data }) => [queue, data])).toEqual([
      [`alerts-${westmarch}`, { adultIds: [`${westmarch}.A1001`] }],
      [`alerts-${northmoorCode}`, { adultIds: [`${northmoorCode}.N-77`] }],
    ])
    expect(JSON.stringify(reports())).not.toMatch(/Quill|Marta|1991|9990000018|Tannery/)
    const told = (await hub.rows('auditEntries'))
      .map(({ entry }) => entry as { action: string; authority?: string })
      .filter(({ action }) => action === 'RECORDED_ELSEWHERE_TOLD')
    expect(told.map(({ authority }) => authority).toSorted()).toEqual([westmarch, northmoorCode])
    await nextMorning()
    expect(reports()).toHaveLength(2)
  })

  it('is reported when a correction of the record makes them match', async () => {
    const { hub, nextMorning, reports, inWestmarch, inNorthmoor } = await started()
    await inWestmarch()
    await inNorthmoor(
      there({
        nhsNumbers: [],
        names: [{ given: 'Zoltana', family: 'Other' }],
        dateOfBirth: '1960-01-01',
      }),
    )
    await hub.settle()
    await nextMorning()
    expect(reports()).toEqual([])
    await inNorthmoor()
    await hub.settle()
    await nextMorning()
    expect(reports()).toHaveLength(2)
  })

  it('who is somebody else is not reported', async () => {
    const { hub, nextMorning, reports, inWestmarch, inNorthmoor } = await started()
    await inWestmarch()
    await inNorthmoor(there({ nhsNumbers: ['9990000026'], dateOfBirth: '1974-11-30' }))
    await hub.settle()
    await nextMorning()
    expect(reports()).toEqual([])
  })

  it('twice on one register is that authority’s own matter', async () => {
    const { hub, nextMorning, reports, inWestmarch } = await started()
    await inWestmarch()
    await inWestmarch(aChild({ adults: [{ ...mother, id: 'A2002' }] }))
    await hub.settle()
    await nextMorning()
    expect(reports()).toEqual([])
  })

  it('who is hidden is not found by where they are', async () => {
    const { hub, nextMorning, reports, inWestmarch, inNorthmoor } = await started()
    const onlyPlace = { nhsNumbers: [], names: [{ given: 'Mart' }], dateOfBirth: '1991' }
    await inWestmarch(
      aChild({ adults: [{ ...mother, ...onlyPlace, restricted: { address: true } }] }),
    )
    await inNorthmoor(there({ ...onlyPlace, addresses: mother.addresses }))
    await hub.settle()
    await nextMorning()
    expect(reports()).toEqual([])
  })
})
