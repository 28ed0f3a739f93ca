import {
  northmoor as northmoorCode,
  westmarch as westmarchCode,
} from '../../../infra/stages/local.ts'
import { aChild, anAdult } from '../../builders/a-child.ts'
import { aConcern } from '../../builders/a-concern.ts'
import { anApiEvent } from '../../builders/an-api-event.ts'
import { westmarchRegister } from '../../builders/clients.ts'
import { type HubReply, inCase } from '../../builders/hub-calls.ts'
import { type Caller, day, reason, type Scene } from './stage.ts'

const northmoorRegister: Caller = {
  ...westmarchRegister,
  clientId: 'northmoor-register',
  agency: 'northmoor',
  agencyName: 'Northmoor',
  authority: northmoorCode,
}

const words = ['Bako', 'Mitu', 'Resola', 'Nidu', 'Pebami', 'Tusore', 'Ladupe', 'Kobani']

/** Records that change, with more keys than one transaction holds; one is wrong, one goes; one is on two registers. */
export const registers: Scene = async ({ hub, calls, taken }) => {
  const call = async (
    route: Parameters<typeof anApiEvent>[0],
    { id, body }: { readonly id: string; readonly body?: unknown },
  ): Promise<HubReply> => {
    const token = await hub.tokenFor(westmarchRegister)
    const ask = { id, token, headers: { ...inCase, 'Hub-Practitioner': 'rk-1' } }
    const { body: stood } = await hub.call('register', anApiEvent('readChild', ask))
    const headers = { ...ask.headers, 'If-Match': `"${(stood as { version: number }).version}"` }
    return taken(hub.call('register', anApiEvent(route, { ...ask, headers, body })))
  }
  const mother = anAdult({ nhsNumbers: ['9990000018'], phones: ['01632 960124'] })
  const restricted = { address: true }
  await taken(calls.putChild('C1', aChild({ adults: [mother], restricted })))
  await taken(calls.putChild('C2', aChild({ name: { given: 'Wren' }, adults: [mother] })))
  const named = { names: words.map((given, at) => ({ given, family: words[(at + 3) % 8] ?? '' })) }
  const addresses = words.map((word, at) => ({
    houseNumber: `${at + 1}`,
    street: `${word} Row`,
    postcode: `WM${at} ${at}AB`,
  }))
  await taken(calls.putChild('C1', aChild({ adults: [{ ...mother, ...named, addresses }] })))
  await hub.settle()
  const there = aChild({
    authority: northmoorCode,
    addresses: [],
    adults: [{ ...mother, id: 'N-77', addresses: [] }],
  })
  await taken(calls.putChild('N1', there, northmoorRegister))
  await hub.settle()
  const lifting = { restriction: 'address', reason: 'The order ended and she asks for it.' }
  await call('liftChildRestriction', { id: 'C1', body: lifting })
  await call('correctChild', { id: 'C2', body: { remove: { adults: ['A1001'] }, reason } })
  await call('deleteChild', { id: 'C2', body: { reason } })
  const part = {
    authority: westmarchCode,
    digest: 'a1'.repeat(32),
    extent: 'DELTA',
    step: 'compare',
    after: '',
    records: [{ id: 'C7', child: aChild({ adults: [] }) }],
    isLast: true,
  }
  await call('loadRegister', { id: 'C1', body: part })
  await call('loadRegister', { id: 'C1', body: { ...part, step: 'apply' } })
  const begin = anApiEvent('beginRegisterImport', {
    token: await hub.tokenFor(westmarchRegister),
    headers: { 'Hub-Practitioner': 'rk-1' },
    body: {
      authority: westmarchCode,
      extent: 'DELTA',
      files: [{ kind: 'csv', bytes: 12, sha256: 'a1'.repeat(32) }],
    },
  })
  await taken(hub.call('imports', begin))
  hub.advance(day)
  await hub.settle()
}

/** More than one transaction can name. */
const mostChildren = 40

/** A carer of very many children. */
export const largeFamily: Scene = async ({ calls, taken, send }) => {
  const carer = anAdult({ addresses: [], nhsNumbers: ['9990000026'] })
  for (let one = 0; one < mostChildren; one += 1) {
    const dateOfBirth = `20${10 + (one % 15)}-02-03`
    const child = aChild({ name: { given: 'Odo' }, dateOfBirth, addresses: [], adults: [carer] })
    await taken(calls.putChild(`C${one}`, child))
  }
  await send(aConcern({ subject: { ...aConcern().subject, nhsNumbers: ['9990000026'] } }))
}
