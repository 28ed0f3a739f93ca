import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export type Heard = {
  readonly method: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}
/** An answer, or the connection broken instead of one, or neither. */
export type Scripted =
  | {
      readonly status?: number
      readonly headers?: Readonly<Record<string, string>>
      readonly body?: unknown
    }
  | 'broken'
  | 'silent'

const heardFrom = async (request: IncomingMessage): Promise<Heard> => ({
  method: request.method ?? '',
  path: request.url ?? '',
  headers: request.headers,
  body: await text(request),
})

/** What no hub does when it is asked to: it is busy, breaks connections and says nothing. Each request takes the next answer. */
export const scriptedHub = async (answer: (heard: Heard, number: number) => Scripted) => {
  const heard: Heard[] = []
  const server = createServer((request, response) => {
    heardFrom(request)
      .then((one) => {
        heard.push(one)
        const scripted = answer(one, heard.length)
        if (scripted === 'silent') return
        if (scripted === 'broken') return void request.socket.destroy()
        const { status = 200, headers = {}, body } = scripted
        response.writeHead(status, headers)
        response.end(body === undefined ? '' : JSON.stringify(body))
      })
      .catch(() => request.socket.destroy())
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    hub: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    heard,
    stop: async (): Promise<void> => {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}
