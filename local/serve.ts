// The hub in one process. Node strips the types and keeps every line where it is, so a debugger needs no source maps:
// node --inspect local/serve.ts
import { parseArgs } from 'node:util'
import { joined } from '../shared/logging/joined.ts'
import { createLog } from '../shared/logging/logger.ts'
import { PlainError, say } from './say.ts'
import { startServer } from './serve/start-server.ts'

const usage = 'usage: npm run serve -- [--port PORT] [--children COUNT]'

const wholeNumber = (text: string, most: number): number => {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 0 || number > most) throw new PlainError(usage)
  return number
}

const readOptions = () => {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string', default: '4500' },
        children: { type: 'string', default: '200' },
      },
    })
    return { port: wholeNumber(values.port, 65_535), children: wholeNumber(values.children, 5_000) }
  } catch (error) {
    throw new PlainError(usage, { cause: error })
  }
}

const main = async (): Promise<void> => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(0))
  const { place } = await startServer({
    ...readOptions(),
    folder: '.local',
    log: joined(createLog('serve', () => new Date())),
    publish: async (authority, message) => say(`to ${authority}: ${message}`),
  })
  const { port } = new URL(place.address)
  say(`The console is at ${place.consoleUrl}/`)
  say(`The hub is at ${place.address}; a token: npm run -s token -- CLIENT --port ${port}`)
}

await main().catch((error: unknown) => {
  say(error instanceof PlainError ? error.message : String(error))
  process.exit(1)
})
