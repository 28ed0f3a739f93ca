import { type CloudWatchLogsClient, FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs'
import * as z from 'zod'
import type { LoggedRequest, Window } from '../../audit/requests-and-entries.ts'
import { routes } from '../../config/routes.ts'

/** What the gateway writes of a request, as far as it is read. @see infra/constructs/hub-api.ts */
const lineSchema = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(
    z.object({
      requestId: z.string().min(1),
      time: z.coerce.number(),
      method: z.string(),
      route: z.string(),
      status: z.coerce.number(),
    }),
  )

const routeOf = (method: string, path: string): string | undefined =>
  Object.entries(routes).find(([, one]) => one.method === method && one.path === path)?.[0]

export type ReadAccessLog = (logGroup: string, window: Window) => Promise<readonly LoggedRequest[]>

/** Reads what the gateway logged in a window: its own count of what was asked. */
export const readAccessLog =
  (client: CloudWatchLogsClient): ReadAccessLog =>
  async (logGroupName, { from, to }) => {
    const requests: LoggedRequest[] = []
    let nextToken: string | undefined
    do {
      const page = await client.send(
        new FilterLogEventsCommand({
          logGroupName,
          startTime: from.getTime(),
          endTime: to.getTime(),
          ...(nextToken !== undefined && { nextToken }),
        }),
      )
      for (const { message } of page.events ?? []) {
        const { requestId, time, method, route, status } = lineSchema.parse(message)
        requests.push({
          gatewayId: requestId,
          at: new Date(time),
          route: routeOf(method, route),
          status,
        })
      }
      nextToken = page.nextToken
    } while (nextToken !== undefined)
    return requests
  }
