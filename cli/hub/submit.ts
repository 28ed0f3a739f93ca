import { randomUUID } from 'node:crypto'
import type { Command } from 'commander'
import * as z from 'zod'
import { routes } from '../../shared/config/routes.ts'
import { parsedJson } from '../../shared/kernel/parsed-json.ts'
import { InputError } from '../evaluate/input-error.ts'
import { answered, apiFor, type ClientOptions, calling } from './as-client.ts'
import type { Ports } from './ports.ts'
import { textOf } from './report.ts'

type Options = ClientOptions & { readonly idempotencyKey?: string }

const receivedSchema = z.looseObject({ concernId: z.string() })

const submit = async (file: string, options: Options, ports: Ports): Promise<void> => {
  const concern = parsedJson(await ports.readText(file))
  if (concern === undefined) throw new InputError(`${file}: is no JSON`)
  const key = options.idempotencyKey ?? randomUUID()
  const api = await apiFor(options, ports)
  const given = await api.post(routes.submitConcern.path, concern, {
    headers: { 'Idempotency-Key': key },
    isSafe: true,
  })
  const received = receivedSchema.parse(answered(given, 202))
  const lines = [received.concernId, `to send the same again: --idempotency-key ${key}`]
  ports.print(textOf({ data: { ...received, idempotencyKey: key }, lines }, options.json === true))
}

/** `hub submit FILE`: a concern, as the API takes it. */
export const addSubmit = (hub: Command, ports: Ports): void => {
  calling(hub.command('submit <file>'))
    .option('--idempotency-key <key>', 'of a try before, so that nothing is sent twice')
    .action((file: string, options: Options) => submit(file, options, ports))
}
