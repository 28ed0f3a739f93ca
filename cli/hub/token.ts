import { Argument, type Command } from 'commander'
import { fetchToken } from '../../local/api-client.ts'
import { demoClients } from '../../local/seed/clients.ts'
import { placeOfHub } from '../local-hub.ts'
import { textOf } from './report.ts'

type Options = { readonly port?: string; readonly json?: boolean }

const token = async (client: string, { port, json = false }: Options): Promise<void> => {
  const accessToken = await fetchToken(await placeOfHub(port), client)
  process.stdout.write(textOf({ data: { client, accessToken }, lines: [accessToken] }, json))
}

/** `hub token CLIENT`: for a hub on this machine, that of `npm start` or the one served at a port. */
export const addToken = (hub: Command): void => {
  hub
    .command('token')
    .addArgument(
      new Argument('<client>', 'whose').choices(demoClients.map(({ clientId }) => clientId)),
    )
    .option('--port <port>', 'of the hub that is served there')
    .option('--json', 'print JSON')
    .action(token)
}
