import { functionNames } from '../../shared/config/functions.ts'
import { place } from './place.ts'

type Line = { readonly service: string } & Readonly<Record<string, unknown>>

const eventsOf = async (name: string): Promise<readonly { readonly message: string }[]> => {
  const response = await fetch(place.endpoint, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-amz-json-1.1',
      'X-Amz-Target': 'Logs_20140328.FilterLogEvents',
      Authorization:
        'AWS4-HMAC-SHA256 Credential=test/20261126/eu-west-2/logs/aws4_request, SignedHeaders=host, Signature=0',
    },
    body: JSON.stringify({ logGroupName: `/aws/lambda/hub-${name}` }),
  })
  const { events = [] } = (await response.json()) as { events?: { message: string }[] }
  return events
}

const linesIn = (message: string): Line[] =>
  message
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Line)

/** What the functions of the deployed hub logged with an id, in any field: what one query over their logs would find. */
export const linesWith = async (id: string): Promise<readonly Line[]> => {
  const events = (await Promise.all(functionNames.map(eventsOf))).flat()
  return events
    .flatMap(({ message }) => linesIn(message))
    .filter((line) => JSON.stringify(line).includes(id))
}
