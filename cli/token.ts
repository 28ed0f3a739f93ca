// Prints an access token of a demo client of the hub that runs on this machine.
import { fetchToken } from '../local/api-client.ts'
import { demoClients } from '../local/seed/clients.ts'
import { InputError } from './evaluate/read-people.ts'
import { runCommand } from './evaluate/run-command.ts'
import { placeOfHub } from './local-hub.ts'

const clients = demoClients.map((client) => client.clientId)

await runCommand(async () => {
  const [, , clientId = ''] = process.argv
  if (!clients.includes(clientId))
    throw new InputError(`usage: npm run -s token -- CLIENT, which is one of ${clients.join(', ')}`)
  process.stdout.write(`${await fetchToken(await placeOfHub(), clientId)}\n`)
})
