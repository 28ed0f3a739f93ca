import { createHash } from 'node:crypto'
import type { routes } from '../../shared/config/routes.ts'
import type { TestHub } from '../fakes/test-hub.ts'
import { anApiEvent } from './an-api-event.ts'
import { westmarchRegister } from './clients.ts'
import type { HubReply } from './hub-calls.ts'

export type Register = typeof westmarchRegister
type Route = Extract<keyof typeof routes, `${string}RegisterImport` | 'readRowsToMend'>

/** Files as they are announced, without their names. */
export const announced = (texts: readonly (string | Buffer)[]) =>
  texts.map((text) => ({
    kind: /^[[{]/.test(String(text)) ? 'json' : 'csv',
    bytes: Buffer.byteLength(text),
    sha256: createHash('sha256').update(text).digest('hex'),
  }))

/** Imports of a register manager at a hub in memory. */
export const importsAt = (hub: TestHub, caller: Register = westmarchRegister) => {
  const ask = async (
    route: Route,
    asked: { readonly id?: string; readonly body?: unknown } = {},
  ): Promise<HubReply> =>
    hub.call(
      'imports',
      anApiEvent(route, {
        token: await hub.tokenFor(caller),
        headers: { 'Hub-Practitioner': 'rm-7' },
        ...asked,
      }),
    )
  const begin = async (
    texts: readonly (string | Buffer)[],
    extent: 'FULL' | 'DELTA' = 'FULL',
  ): Promise<string> => {
    await hub.register(caller)
    const { authority } = caller
    const body = { authority, extent, files: announced(texts) }
    const begun = await ask('beginRegisterImport', { body })
    const { importId } = begun.body as { importId: string }
    for (const [at, text] of texts.entries())
      hub.uploads.set(`uploads/${importId}/${at + 1}`, Buffer.from(text))
    return importId
  }
  const read = async (id: string) =>
    (await ask('readRegisterImport', { id })).body as Readonly<Record<string, unknown>>
  /** Begun, uploaded and checked. */
  const checked = async (
    texts: readonly (string | Buffer)[],
    extent: 'FULL' | 'DELTA' = 'FULL',
  ) => {
    const id = await begin(texts, extent)
    await ask('checkRegisterImport', { id })
    await hub.carryOut()
    return { id, ...(await read(id)) }
  }
  const apply = async (id: string, body: object = {}) => {
    const reply = await ask('applyRegisterImport', { id, body })
    await hub.carryOut()
    return reply
  }
  return { ask, begin, read, checked, apply }
}
