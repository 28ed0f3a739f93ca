import { readFile, writeFile } from 'node:fs/promises'
import { CommanderError } from 'commander'
import * as z from 'zod'
import { InputError } from '../../cli/evaluate/input-error.ts'
import type { Ports } from '../../cli/hub/ports.ts'
import { hubProgram } from '../../cli/hub/program.ts'
import { liveVerifyPorts } from '../../cli/verify/live-ports.ts'
import { stage } from '../../infra/stages/local.ts'
import { stageFileSchema } from '../../infra/stages/stage-file.ts'
import { routes } from '../../shared/config/routes.ts'
import { entryIdSchema, type NewId } from '../../shared/kernel/ids.ts'
import { uuidV7 } from '../../shared/kernel/uuid-v7.ts'
import { startInMemoryHub } from '../fakes/in-memory-hub.ts'
import { recoveryOver } from '../fakes/recovery-over.ts'
import type { TestHub } from '../fakes/test-hub.ts'
import { anApiEvent } from './an-api-event.ts'
import { auditor, westmarchRegister } from './clients.ts'
import { auditEntries, deskOf } from './hub-calls.ts'

type Told = { readonly code: 0 | 2; readonly out: string; readonly said: string }

/** Ids that stand in the order in which they were made, though the clock of the hub stands still. */
const idsInOrder = (): NewId => {
  let made = 0
  return (now) => {
    made += 1
    const bytes = new Uint8Array(16)
    new DataView(bytes.buffer).setUint16(6, made)
    return entryIdSchema.parse(uuidV7(now, bytes))
  }
}

/** What the hub answers who keeps the register. */
const asRegister = async (hub: TestHub, body: unknown) =>
  hub.call(
    'register',
    anApiEvent('loadRegister', {
      token: await hub.tokenFor(westmarchRegister),
      headers: { 'Hub-Practitioner': 'rm-7' },
      body,
    }),
  )

/** What the hub answers the auditor, or of a load who keeps the register. */
const asClient = async (hub: TestHub, path: string, body: unknown) => {
  if (path === routes.loadRegister.path) return asRegister(hub, body)
  if (path !== routes.exportAuditEntries.path) throw new Error('nothing else is asked')
  hub.advance(1)
  return hub.call(
    'audit',
    anApiEvent('exportAuditEntries', {
      token: await hub.tokenFor(auditor),
      headers: deskOf(auditor),
      body,
    }),
  )
}

const nameIn = (url: string): string => new URL(url).pathname.slice(1)

const importRoutes = [
  'beginRegisterImport',
  'readRegisterImport',
  'checkRegisterImport',
  'applyRegisterImport',
  'readRowsToMend',
] as const

/** What the hub answers of an import; what it sets going is done before it is asked again. */
const asImporter = async (
  hub: TestHub,
  ...[method, path, body]: readonly [method: 'GET' | 'POST', path: string, body?: unknown]
) => {
  const [, id] = /imports\/([^/]+)/.exec(path) ?? []
  const template = id === undefined ? path : path.replace(id, '{id}')
  const route = importRoutes.find(
    (name) => routes[name].path === template && routes[name].method === method,
  )
  if (route === undefined) throw new Error('nothing else is asked')
  await hub.register(westmarchRegister)
  const token = await hub.tokenFor(westmarchRegister)
  const headers = { 'Hub-Practitioner': 'rm-7' }
  const asked = { token, headers, body, ...(id !== undefined && { id }) }
  const answer = await hub.call('imports', anApiEvent(route, asked))
  await hub.carryOut()
  return answer
}

/** The command `hub` on a hub in memory: files by their text, addresses by what they answer. */
export const hubCommand = async () => {
  const hub: TestHub = await startInMemoryHub()
  const recovery = recoveryOver(hub)
  const texts = new Map<string, string>()
  const printed: string[] = []
  const textOf = (name: string): string => {
    const text = texts.get(name)
    if (text === undefined) throw new InputError(`${name}: cannot be read`)
    return text
  }
  const ports: Ports = {
    open: async () => ({
      store: hub.store,
      tables: hub.tables,
      scan: () => hub.rows('directory'),
    }),
    readText: async (path) => textOf(path),
    readStage: async () => stageFileSchema.parse({ ...stage, jwksHosts: ['keys.stage.example'] }),
    fetchText: async (url) => textOf(url.href),
    readPublished: async () => {
      const { body } = await hub.call('token', anApiEvent('publishKeys'))
      const { keys } = z
        .object({ keys: z.array(z.object({ kid: z.string(), alg: z.string() })) })
        .parse(body)
      return keys.flatMap(({ kid, alg }) => (alg === 'ES256' ? [kid] : []))
    },
    recovery,
    readLogKeys: hub.logKeys,
    readExportKey: hub.exportKey,
    apiOf: () => ({
      get: (path) => asImporter(hub, 'GET', path),
      post: (path, body) =>
        path.startsWith(routes.beginRegisterImport.path)
          ? asImporter(hub, 'POST', path, body)
          : asClient(hub, path, body),
    }),
    signedObjects: {
      put: async ({ url }, path) => {
        hub.uploads.set(nameIn(url), await readFile(path))
        return 200
      },
      fetchInto: (url, path) => writeFile(path, hub.uploads.get(nameIn(url)) ?? ''),
    },
    readDemo: async (client) => ({ hub: 'http://hub.example/v1', key: `${client}.pem` }),
    readOrigin: async () => hub.logOrigin,
    print: (text) => void printed.push(text),
    verify: { ...liveVerifyPorts, say: () => undefined },
    exitWith: () => undefined,
    now: hub.now,
    newId: idsInOrder(),
  }
  const run = async (line: string, ...more: readonly string[]): Promise<Told> => {
    const said: string[] = []
    const words = [...line.split(' '), ...more]
    printed.length = 0
    try {
      const say = (text: string) => void said.push(text)
      const terminal = { ports: async () => ports, print: ports.print, say }
      await (await hubProgram(terminal, words)).parseAsync(words, { from: 'user' })
      return { code: 0, out: printed.join(''), said: said.join('') }
    } catch (error) {
      if (!(error instanceof InputError || error instanceof CommanderError)) throw error
      return { code: 2, out: printed.join(''), said: `${said.join('')}${error.message}` }
    }
  }
  return {
    hub,
    run,
    /** What a verb printed with `--json`. @throws Error when it was refused */
    json: async (line: string, ...more: readonly string[]): Promise<unknown> => {
      const { code, out, said } = await run(line, ...more, '--json')
      if (code !== 0) throw new Error(said)
      return JSON.parse(out)
    },
    /** Puts a file, or what an address answers. */
    write: (name: string, content: unknown): void => {
      texts.set(name, typeof content === 'string' ? content : JSON.stringify(content))
    },
    entries: () => auditEntries(hub),
    /** Whether a verb did its work and found that something is wrong: exit code 1. */
    failed: recovery.hasFailed,
    recovery,
  }
}
