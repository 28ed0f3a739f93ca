// Prints an access token of a demo client of a hub on this machine: that of `npm start`, or the one served at a port.
import { parseArgs } from 'node:util'
import { fetchToken } from '../local/api-client.ts'
import { demoClients } from '../local/seed/clients.ts'
import { InputError } from './evaluate/input-error.ts'
import { runCommand } from './evaluate/run-command.ts'
import { placeOfHub } from './local-hub.ts'

const clients = demoClients.map((client) => client.clientId)
const usage = `usage: npm run -s token -- CLIENT [--port PORT], where CLIENT is one of ${clients.join(', ')}`

const readOptions = () => {
  try {
    const options = { port: { type: 'string' } } as const
    const { values, positionals } = parseArgs({ options, allowPositionals: true })
    const [clientId = ''] = positionals
    if (!clients.includes(clientId)) throw new InputError(usage)
    return { clientId, port: values.port }
  } catch (error) {
    throw error instanceof InputError ? error : new InputError(usage, { cause: error })
  }
}

await runCommand(async () => {
  const { clientId, port } = readOptions()
  process.stdout.write(`${await fetchToken(await placeOfHub(port), clientId)}\n`)
})
