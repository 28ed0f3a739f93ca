import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { fetchToken } from '../local/api-client.ts'
import { placeFile, readPlace } from '../local/place.ts'

// Prints an access token of a demo client of a hub on this machine: that of `npm start`, or the one at a port.
const { values, positionals } = parseArgs({
  options: { port: { type: 'string' } },
  allowPositionals: true,
})
const [clientId] = positionals
const file = values.port === undefined ? placeFile : resolve('.local', `hub-${values.port}.json`)
const place = await readFile(file, 'utf8').then(readPlace, () => undefined)
if (clientId === undefined || place === undefined) {
  process.stderr.write(
    'usage: npm run -s token -- CLIENT [--port PORT], while a hub runs (npm start, npm run serve)\n',
  )
  process.exit(2)
}
process.stdout.write(`${await fetchToken(place, clientId)}\n`)
