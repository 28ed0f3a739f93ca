import { mkdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import { openApiDocument } from '../../shared/http/openapi.ts'
import { bruFile, collectionFile, environmentFile } from '../collection/bruno.ts'
import { callsOf } from '../collection/read-openapi.ts'
import { InputError } from '../evaluate/input-error.ts'
import { placeOfHub } from '../local-hub.ts'
import { textOf } from './report.ts'

type Options = { readonly hub?: string; readonly json?: boolean }

const requireFree = async (folder: string): Promise<void> => {
  const isThere = await stat(folder).then(
    () => true,
    () => false,
  )
  if (isThere) throw new InputError(`${folder} is there already: name another folder`)
}

const collection = async (folder: string, { hub, json = false }: Options): Promise<void> => {
  await requireFree(folder)
  const api = hub ?? (await placeOfHub()).apiUrl
  const calls = callsOf(openApiDocument(api))
  for (const [place, call] of calls.entries()) {
    const into = join(folder, call.part)
    await mkdir(into, { recursive: true })
    await writeFile(join(into, `${call.name}.bru`), bruFile(call, place + 1))
  }
  await mkdir(join(folder, 'environments'))
  await writeFile(join(folder, 'bruno.json'), collectionFile)
  await writeFile(join(folder, 'environments', 'local.bru'), environmentFile(api))
  const lines = [`${calls.length} calls in ${folder}; open it in Bruno`]
  process.stdout.write(textOf({ data: { folder, calls: calls.length }, lines }, json))
}

/** `hub collection FOLDER`: every call of the API, for Bruno. */
export const addCollection = (hub: Command): void => {
  hub
    .command('collection <folder>')
    .option('--hub <url>', 'the address of the API, with /v1; left out: the hub on this machine')
    .option('--json', 'print JSON')
    .action(collection)
}
