import type { APIGatewayProxyEvent } from 'aws-lambda'
import type { TestHub } from '../../fakes/test-hub.ts'
import type { RecordedHub } from './recorded-hub.ts'

type Api = Parameters<TestHub['call']>[0]
type Reply = Awaited<ReturnType<TestHub['call']>>

const anId = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** Everything that one side sees, line by line, each id by when it was first seen. */
export const startNotes = ({ hub, during }: RecordedHub) => {
  const ids = new Map<string, string>()
  const lines: string[] = []
  const plain = (text: string): string =>
    text
      .replace(anId, (id) => {
        const name = ids.get(id) ?? `id-${ids.size + 1}`
        ids.set(id, name)
        return name
      })
      .replace(/cursor=[^"&]+/g, 'cursor=')
  const write = (line: string): void => void lines.push(plain(line))
  return {
    lines,
    write,
    /** Asks as the sender or its lead: the reply and every call of AWS behind it are seen. */
    ask: async (name: string, api: Api, event: APIGatewayProxyEvent): Promise<Reply> => {
      const [reply, calls] = await during(() => hub.call(api, event))
      const { status, headers, body } = reply
      write(`${name}: ${status} ${JSON.stringify(headers)} ${JSON.stringify(body)}`)
      write(`${name} called ${calls.join('; ')}`)
      return reply
    },
  }
}
export type Notes = ReturnType<typeof startNotes>
