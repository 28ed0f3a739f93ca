import { describe, expect, it } from 'vitest'
import { importsAt } from '../../builders/an-import.ts'
import { westmarchRegister } from '../../builders/clients.ts'
import { auditEntries } from '../../builders/hub-calls.ts'
import { startInMemoryHub } from '../../fakes/in-memory-hub.ts'

const header = 'child_id,given_name,family_name,date_of_birth,status,status_from\n'
const row = (id: string, status = 'IN_NEED', more = ''): string =>
  `${id},Odo,Quillfeather,2019-02-03,${status},2025-01-01${more}\n`
const rowsOf = (from: number, to: number, status?: string): string =>
  Array.from({ length: to - from }, (_, at) => row(`C${100 + from + at}`, status)).join('')
const childrenOf = (count: number, status?: string): string => header + rowsOf(0, count, status)

const loaded = async (count: number) => {
  const hub = await startInMemoryHub()
  const at = importsAt(hub)
  await at.apply((await at.checked([childrenOf(count)])).id)
  hub.advance(60_000)
  return { hub, at }
}

describe('how many cases an import may close unsaid', () => {
  it('is asked of the load as it was compared, not of the same files compared as a delta since', async () => {
    const { at } = await loaded(20)
    const full = await at.checked([childrenOf(5)])
    expect(full).toMatchObject({ toConfirm: 15 })
    expect(await at.checked([childrenOf(5)], 'DELTA')).toMatchObject({ compared: { UNCHANGED: 5 } })
    expect((await at.apply(full.id)).status).toBe(409)
  })

  it.each(['CLOSED', 'ADOPTED'])('counts whose case the file itself ends: %s', async (status) => {
    const { at } = await loaded(20)
    const two = await at.checked([header + rowsOf(0, 18) + rowsOf(18, 20, status)])
    expect(two).toMatchObject({ compared: { CHANGED: 2, CASE_ENDS: 2 } })
    expect(two).not.toHaveProperty('toConfirm')
    const all = await at.checked([childrenOf(20, status)])
    expect(all).toMatchObject({ compared: { CASE_ENDS: 20 }, toConfirm: 20 })
    expect((await at.apply(all.id)).status).toBe(409)
    expect((await at.apply(all.id, { confirmed: 20 })).status).toBe(202)
  })

  it('closes nobody whom another load brought after it was compared', async () => {
    const { hub, at } = await loaded(20)
    const friday = await at.checked([childrenOf(20)])
    hub.advance(60_000)
    await at.apply((await at.checked([header + row('D1')], 'DELTA')).id)
    hub.advance(60_000)
    await at.apply(friday.id)
    const applied = await at.read(friday.id)
    expect(applied).toMatchObject({ state: 'APPLIED', counts: { UNCHANGED: 20 } })
    expect(applied['counts']).not.toHaveProperty('GONE')
  })

  it('is none where of a row nobody knows whom it is about, and the import says that it is a delta', async () => {
    const { at } = await loaded(20)
    const text = header + rowsOf(0, 19) + row('C119', 'IN_NEED', ',another, comma')
    const checked = await at.checked([text])
    expect(checked).toMatchObject({ extent: 'DELTA', compared: { UNCHANGED: 19 }, rowsToMend: 1 })
    expect(checked).not.toHaveProperty('compared.GONE')
    const whole = await at.checked([`${header}${rowsOf(0, 19)},,,,,\n`])
    expect(whole, 'an empty row is about nobody').toMatchObject({
      extent: 'FULL',
      compared: { GONE: 1 },
    })
  })
})

it('keeps the plan of a child whom the source asks to be purged, and says who did it', async () => {
  const hub = await startInMemoryHub()
  const at = importsAt(hub)
  await at.apply((await at.checked([header + row('C1', 'PROTECTION_PLAN')])).id)
  hub.advance(60_000)
  const purge = await at.checked(['[{"la_child_id":"C1","purge":true}]'], 'DELTA')
  expect(purge).toMatchObject({ compared: { GONE: 1 }, toConfirm: 1 })
  await at.apply(purge.id, { confirmed: 1 })
  const stored = JSON.stringify(await hub.rows('register'))
  expect(stored).toContain('"code":"CLOSED"')
  expect(stored).toContain('PROTECTION_PLAN')
  const closed = (await auditEntries(hub)).filter(
    ({ action, requestId }) => action === 'CHILD_RECORDED' && requestId === purge.id,
  )
  expect(closed).toMatchObject([
    {
      actor: 'load-parts',
      practitioner: 'rm-7',
      codes: { by: 'load', fields: 'earlierStatuses status' },
    },
  ])
})

describe('whoever began a step of an import', () => {
  const three = childrenOf(250)

  it('and may no longer load the register is asked no further part, and somebody else goes on', async () => {
    const hub = await startInMemoryHub()
    const at = importsAt(hub)
    const { id } = await at.checked([three])
    await at.ask('applyRegisterImport', { id, body: {} })
    await hub.register(westmarchRegister, false)
    await hub.carryOut()
    expect(await at.read(id)).toMatchObject({
      state: 'FAILED',
      fault: { code: 'NO_LONGER_PERMITTED' },
    })
    const recorded = async () =>
      (await auditEntries(hub)).filter(({ action }) => action === 'CHILD_RECORDED').length
    expect(await recorded()).toBe(0)
    const ended = (await auditEntries(hub)).filter(({ codes }) => codes?.['fault'] !== undefined)
    expect(ended.map(({ action, codes }) => [action, codes?.['fault']])).toEqual([
      ['REGISTER_IMPORT_ENDED', 'NO_LONGER_PERMITTED'],
    ])
    const colleague = { ...westmarchRegister, clientId: 'westmarch-register-2' }
    await hub.register(colleague)
    await importsAt(hub, colleague).apply(id)
    expect(await at.read(id)).toMatchObject({ state: 'APPLIED', counts: { NEW: 250 } })
  })

  it.each([
    ['has another role', { role: 'referrer' as const }],
    ['has lost the scope', { scopes: ['register.read' as const] }],
    ['is of another authority', { authority: 'E08000001' }],
  ])('stops where the client %s', async (_what, change) => {
    const hub = await startInMemoryHub()
    const at = importsAt(hub)
    const { id } = await at.checked([childrenOf(1)])
    await at.ask('applyRegisterImport', { id, body: {} })
    await hub.register({ ...westmarchRegister, ...change } as typeof westmarchRegister)
    await hub.carryOut()
    expect(await at.read(id)).toMatchObject({ fault: { code: 'NO_LONGER_PERMITTED' } })
  })
})
