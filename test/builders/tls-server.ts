import type { RequestListener } from 'node:http'
import { createServer } from 'node:https'
import * as z from 'zod'

/** A server of this machine, by HTTPS, on a port of its own. */
export const startTlsServer = async (
  own: { readonly key: string; readonly cert: string },
  answer: RequestListener,
) => {
  const server = createServer({ ...own }, answer)
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = z.object({ port: z.number() }).parse(server.address())
  return {
    port,
    stop: (): void => {
      server.closeAllConnections()
      server.close()
    },
  }
}
