import { createHash, randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { DescribeExecutionCommand, ListExecutionsCommand, SFNClient } from '@aws-sdk/client-sfn'
import { describe, expect, it } from 'vitest'
import { westmarch } from '../../infra/stages/local.ts'
import { type Answer, apiClient } from '../../local/api-client.ts'
import { importMachine } from '../../shared/config/import-places.ts'
import { place } from './place.ts'

const register = apiClient(place, 'westmarch-register')
const northmoor = apiClient(place, 'northmoor-register')
const run = randomUUID().slice(0, 8)
const headers = {
  'Hub-Practitioner': 'rm-7',
  'Hub-Case-Reference': 'case-7',
  'Hub-Purpose': 'safeguarding',
}
const ids = [1, 2, 3].map((number) => `imp-${run}-${number}`)

const children = [
  'child_id,given_name,family_name,date_of_birth,sex,status,status_from,street,postcode',
  `${ids[0]},Bramble,Thackaberry,2019-02-03,F,IN_NEED,2025-01-01,4 Tannery Row,WM1 4AB`,
  `${ids[1]},Sedge,Thackaberry,2020-05-06,M,IN_NEED,2025-01-01,4 Tannery Row,WM1 4AB`,
  `${ids[2]},Yarrow,Thackaberry,31/31/2020,M,IN_NEED,2025-01-01,4 Tannery Row,WM1 4AB`,
].join('\r\n')
const relationships = [
  'child_id,adult_id,adult_given_name,adult_family_name,adult_date_of_birth,relationship,parental_responsibility',
  `${ids[0]},imp-${run}-A,Marlow,Thackaberry,1991-04-17,MOTHER,Y`,
  `${ids[1]},imp-${run}-A,Marlow,Thackaberry,1991-04-17,MOTHER,Y`,
].join('\n')
const files = [children, relationships]

type Begun = {
  readonly importId: string
  readonly uploads: readonly { readonly url: string; readonly headers: Record<string, string> }[]
}
type Import = { readonly state: string } & Readonly<Record<string, unknown>>

const announced = files.map((text) => ({
  kind: 'csv',
  bytes: Buffer.byteLength(text),
  sha256: createHash('sha256').update(text).digest('hex'),
}))
const begin = async (): Promise<Begun> => {
  const body = { authority: westmarch, extent: 'DELTA', files: announced }
  const begun = await register.call('POST', '/register/imports', { headers, body })
  expect(begun.status).toBe(201)
  return begun.body as Begun
}
const put = ({ url, headers: signed }: Begun['uploads'][number], body: string): Promise<Response> =>
  fetch(url, { method: 'PUT', headers: signed, body })

const upload = async ({ uploads }: Begun): Promise<void> => {
  for (const [at, text] of files.entries()) {
    const to = uploads[at]
    if (to === undefined) throw new Error('an address for each file')
    expect((await put(to, text)).status).toBe(200)
  }
}
const at = (id: string, of = ''): string => `/register/imports/${id}${of}`
const read = async (id: string): Promise<Import> =>
  (await register.call('GET', at(id), { headers })).body as Import
const settled = async (id: string): Promise<Import> => {
  for (let tries = 0; tries < 120; tries += 1) {
    const one = await read(id)
    if (!/ING$/.test(one.state)) return one
    await wait(1_000)
  }
  throw new Error('the step did not end within two minutes')
}
const step = async (id: string, of: '/check' | '/application'): Promise<Import> => {
  const body = of === '/check' ? {} : { body: {} }
  const started = await register.call('POST', at(id, of), { headers, ...body })
  expect(started.status, started.text).toBe(202)
  return settled(id)
}
const childOf = (id = ''): Promise<Answer> => register.call('GET', `/children/${id}`, { headers })

describe('a register that is loaded by uploaded files', () => {
  it('is checked, mended by whoever asks, applied, and the same again changes nothing', async () => {
    const begun = await begin()
    const { importId } = begun
    await upload(begun)
    const checked = await step(importId, '/check')
    expect(checked).toMatchObject({
      state: 'CHECKED',
      report: {
        records: { loaded: 2, refused: 1, leftOut: 0, purged: 0 },
        flaws: expect.arrayContaining([{ code: 'BIRTH_UNREADABLE', rows: 1 }]) as unknown,
      },
      rowsToMend: 1,
      compared: { NEW: 2 },
    })
    expect((await childOf(ids[0])).status, 'nothing is changed by a check').toBe(404)
    const mending = await register.call('GET', at(importId, '/rows-to-mend'), { headers })
    const [toMend] = (mending.body as { files: readonly { url: string }[] }).files
    const rows = await (await fetch(toMend?.url ?? '')).text()
    expect(rows).toContain(`${ids[2]},Yarrow`)
    expect(rows).toContain('BIRTH_UNREADABLE')
    expect(rows).not.toContain('Bramble')

    expect(await step(importId, '/application')).toMatchObject({
      state: 'APPLIED',
      counts: { NEW: 2 },
    })
    const child = await childOf(ids[0])
    expect(child.text).toContain('Bramble')
    expect(child.text).toContain(`imp-${run}-A`)

    const again = await begin()
    await upload(again)
    expect(await step(again.importId, '/check')).toMatchObject({ compared: { UNCHANGED: 2 } })
    expect(await step(again.importId, '/application')).toMatchObject({
      state: 'APPLIED',
      counts: { UNCHANGED: 2 },
    })
    const { version } = child.body as { readonly version: number }
    expect((await childOf(ids[0])).body).toMatchObject({ version })
  })

  it('is nobody else’s, and its addresses take nothing but what was announced', async () => {
    const { importId, uploads } = await begin()
    const asked = { headers: { 'Hub-Practitioner': 'rm-8' } }
    const answers = [
      await northmoor.call('GET', at(importId), asked),
      await northmoor.call('GET', at(importId, '/rows-to-mend'), asked),
      await northmoor.call('POST', at(importId, '/check'), asked),
      await northmoor.call('POST', at(importId, '/application'), { ...asked, body: {} }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404])
    const [to] = uploads
    if (to === undefined) throw new Error('an address for each file')
    expect((await put(to, children.replace('Bramble', 'Bracken'))).status, 'other bytes').toBe(400)
    // Without the header that was signed, the length is the body's own.
    const { 'Content-Length': _, ...others } = to.headers
    const longer = await put({ ...to, headers: others }, `${children}x`)
    expect(longer.status, 'longer').toBe(403)
    const unsigned = to.url.replace(/X-Amz-Signature=[0-9a-f]{8}/, 'X-Amz-Signature=00000000')
    expect((await put({ ...to, url: unsigned }, children)).status, 'forged').toBe(403)
    const html = { ...to, headers: { ...to.headers, 'Content-Type': 'text/html' } }
    expect((await put(html, children)).status, 'as something else').toBe(403)
    const part = to.url.replace(`uploads/${importId}/1`, `parts/${importId}/0.json`)
    expect((await put({ ...to, url: part }, children)).status, 'elsewhere').toBe(403)
    expect((await fetch(to.url)).status, 'nobody reads by it').toBe(403)
    expect(await step(importId, '/check')).toMatchObject({
      state: 'FAILED',
      fault: { code: 'FILE_MISSING', file: 1 },
    })
  })

  it('tells the history of its state machine ids and codes alone', async () => {
    const client = new SFNClient({})
    const stateMachineArn = `arn:aws:states:eu-west-2:000000000000:stateMachine:${importMachine}`
    const { executions = [] } = await client.send(new ListExecutionsCommand({ stateMachineArn }))
    expect(executions.length).toBeGreaterThan(0)
    for (const { executionArn } of executions) {
      const told = await client.send(new DescribeExecutionCommand({ executionArn }))
      expect(JSON.stringify([told.input, told.output])).not.toMatch(/Thackaberry|imp-|Tannery/)
    }
  })
})
