import { describe, expect, it } from 'vitest'
import { importsAt } from '../../builders/an-import.ts'
import { northmoor, westmarchRegister } from '../../builders/clients.ts'
import { auditEntries } from '../../builders/hub-calls.ts'
import { startInMemoryHub } from '../../fakes/in-memory-hub.ts'
import type { TestHub } from '../../fakes/test-hub.ts'

const header = 'child_id,given_name,family_name,date_of_birth,status,status_from\n'
const row = (id: string, birth = '2019-02-03'): string =>
  `${id},Odo,Quillfeather,${birth},IN_NEED,2025-01-01\n`
const childrenOf = (count: number): string =>
  header + Array.from({ length: count }, (_, at) => row(`C${String(at).padStart(4, '0')}`)).join('')
const two = header + row('C1') + row('C2', 'wrong')

const registerRows = async (hub: TestHub): Promise<number> => {
  const { rows } = await hub.store.query({
    table: hub.tables.register,
    index: 'children',
    partition: { field: 'childrenOf', value: westmarchRegister.authority ?? '' },
  })
  return rows.length
}
const entriesOf = async (hub: TestHub, importId: string) =>
  (await auditEntries(hub)).filter(
    ({ codes, requestId }) => codes?.['import'] === importId || requestId === importId,
  )

describe('an import of uploaded files', () => {
  it('says what is wrong and what it would change, and changes nobody before it is told to', async () => {
    const hub = await startInMemoryHub()
    const at = importsAt(hub)
    const checked = await at.checked([two])
    expect(checked).toMatchObject({
      state: 'CHECKED',
      report: { rows: 4, records: { loaded: 1, refused: 1 } },
      compared: { NEW: 1 },
      rowsToMend: 1,
    })
    expect(await registerRows(hub)).toBe(0)
    expect((await at.apply(checked.id)).status).toBe(202)
    expect(await at.read(checked.id)).toMatchObject({ state: 'APPLIED', counts: { NEW: 1 } })
    expect(await registerRows(hub)).toBe(1)
  })

  it('leaves entries of who began it, began each step and fetched rows, and of what the hub did for them', async () => {
    const hub = await startInMemoryHub()
    const at = importsAt(hub)
    const { id } = await at.checked([two])
    await at.ask('readRowsToMend', { id })
    await at.apply(id)
    const entries = await entriesOf(hub, id)
    const told = entries.map(({ action, actor, practitioner, codes }) => [
      action,
      actor,
      practitioner,
      codes?.['state'] ?? codes?.['step'] ?? '',
    ])
    const { clientId } = westmarchRegister
    expect(told).toEqual(
      expect.arrayContaining([
        ['REGISTER_IMPORT_BEGUN', clientId, 'rm-7', ''],
        ['REGISTER_IMPORT_STARTED', clientId, 'rm-7', 'check'],
        ['REGISTER_IMPORT_ENDED', 'load-parts', 'rm-7', 'CHECKED'],
        ['ROWS_TO_MEND_READ', clientId, 'rm-7', ''],
        ['REGISTER_IMPORT_STARTED', clientId, 'rm-7', 'apply'],
        ['CHILD_RECORDED', 'load-parts', 'rm-7', ''],
        ['REGISTER_LOADED', 'load-parts', 'rm-7', 'applied'],
        ['REGISTER_IMPORT_ENDED', 'load-parts', 'rm-7', 'APPLIED'],
      ]),
    )
    // Of what no request of the gateway's did, no entry says that one did.
    for (const { actor, agency, gatewayId } of entries.filter(({ actor: by }) => by !== clientId))
      expect([actor, agency, gatewayId]).toEqual(['load-parts', undefined, undefined])
    expect(JSON.stringify(entries)).not.toMatch(/Odo|Quillfeather|2019-02-03/)
  })

  it('writes nothing of anybody when the same files come again', async () => {
    const hub = await startInMemoryHub()
    const at = importsAt(hub)
    const { id } = await at.checked([childrenOf(5)])
    await at.apply(id)
    const before = await auditEntries(hub)
    const again = await at.checked([childrenOf(5)])
    await at.apply(again.id)
    expect(await at.read(again.id)).toMatchObject({ state: 'APPLIED', counts: { UNCHANGED: 5 } })
    const recorded = (await auditEntries(hub)).filter(({ action }) => action === 'CHILD_RECORDED')
    expect(recorded).toHaveLength(before.filter(({ action }) => action === 'CHILD_RECORDED').length)
  })

  it('closes more than a tenth only once somebody says how many', async () => {
    const hub = await startInMemoryHub()
    const at = importsAt(hub)
    await at.apply((await at.checked([childrenOf(10)])).id)
    const fewer = await at.checked([childrenOf(7)])
    expect(fewer).toMatchObject({ toConfirm: 3, compared: { GONE: 3 } })
    expect((await at.apply(fewer.id)).status).toBe(409)
    expect((await at.apply(fewer.id, { confirmed: 2 })).status).toBe(409)
    expect((await at.apply(fewer.id, { confirmed: 3 })).status).toBe(202)
    expect(await at.read(fewer.id)).toMatchObject({ state: 'APPLIED', counts: { GONE: 3 } })
  })

  it('goes through many parts, and on from where it was given up', async () => {
    const hub = await startInMemoryHub()
    const at = importsAt(hub)
    const { id, ...checked } = await at.checked([childrenOf(250)])
    expect(checked).toMatchObject({ progress: { done: 3, of: 3 }, compared: { NEW: 250 } })
    const third = `parts/${id}/2.json`
    const kept = hub.uploads.get(third) ?? Buffer.from('')
    hub.uploads.delete(third)
    await at.apply(id)
    expect(await at.read(id)).toMatchObject({ state: 'FAILED', fault: { code: 'LOADING_FAILED' } })
    expect(await registerRows(hub)).toBe(200)
    hub.uploads.set(third, kept)
    expect((await at.ask('checkRegisterImport', { id })).status, 'half applied').toBe(409)
    await at.apply(id)
    expect(await at.read(id)).toMatchObject({ state: 'APPLIED', counts: { NEW: 250 } })
    expect(await registerRows(hub)).toBe(250)
  })

  it.each([
    ['was never uploaded', 'FILE_MISSING', (hub: TestHub, id: string) => hub.uploads.delete(id)],
    [
      'is not the one that was announced',
      'FILE_DIFFERS',
      (hub: TestHub, id: string) => hub.uploads.set(id, Buffer.from(two.replace('Odo', 'Ode'))),
    ],
  ] as const)('fails with a code where a file %s', async (_what, code, change) => {
    const hub = await startInMemoryHub()
    const at = importsAt(hub)
    const id = await at.begin([childrenOf(1), two])
    change(hub, `uploads/${id}/2`)
    await at.ask('checkRegisterImport', { id })
    await hub.carryOut()
    expect(await at.read(id)).toMatchObject({ state: 'FAILED', fault: { code, file: 2 } })
    expect((await at.apply(id)).status).toBe(409)
  })

  it.each([
    ['WORKBOOK', 'PK\u0003\u0004'],
    ['FORM_UNKNOWN', 'a,b\n1,2\n'],
    ['WITHOUT_NAMES', 'LAchildID,PersonBirthDate\n1,2019-02-03\n'],
    ['XML', '<Secret-Name/>'],
    ['UTF_16', 'child_id\u0000'],
  ])('refuses a file by the code %s, and tells nothing that stands in it', async (code, text) => {
    const hub = await startInMemoryHub()
    const refused = await importsAt(hub).checked([text])
    expect(refused).toMatchObject({ state: 'FAILED', fault: { code, file: 1 } })
    expect(JSON.stringify([refused, hub.logged])).not.toContain('Secret')
  })

  it('is nobody else’s, and nobody’s any more after three days', async () => {
    const hub = await startInMemoryHub()
    const { id } = await importsAt(hub).checked([two])
    const other = { ...westmarchRegister, authority: northmoor.authority ?? '', clientId: 'n' }
    const theirs = importsAt(hub, other as typeof westmarchRegister)
    for (const route of ['readRegisterImport', 'checkRegisterImport', 'readRowsToMend'] as const)
      expect((await theirs.ask(route, { id })).status).toBe(404)
    expect((await theirs.ask('applyRegisterImport', { id, body: {} })).status).toBe(404)
    hub.advance(3 * 24 * 60 * 60_000)
    expect((await importsAt(hub).ask('readRegisterImport', { id })).status).toBe(404)
  })
})
