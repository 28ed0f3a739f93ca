import { readFile } from 'node:fs/promises'
import { fetchToken } from '../local/api-client.ts'
import { placeFile, readPlace } from '../local/place.ts'
import { PlainError } from '../local/say.ts'

// Prints an access token of a demo client of the hub that runs on this machine.
const clientId = process.argv[2]
const place = await readFile(placeFile, 'utf8').then(readPlace, () => undefined)
if (clientId === undefined || place === undefined) {
  process.stderr.write('usage: npm run -s token -- CLIENT, while the hub runs (npm start)\n')
  process.exit(2)
}
try {
  process.stdout.write(`${await fetchToken(place, clientId)}\n`)
} catch (error) {
  if (!(error instanceof PlainError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
