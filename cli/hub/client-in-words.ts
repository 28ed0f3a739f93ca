import { type Client, isKeyLive } from '../../shared/agencies/client.ts'
import { thumbprintOf } from '../../shared/kernel/jwk-thumbprint.ts'
import { present } from '../../shared/kernel/present.ts'

/** A client as it is printed: its keys by name and thumbprint, without their material. */
export const shownClient = ({ keys, ...client }: Client, now: Date) => ({
  ...client,
  keys: keys.map((key) => ({
    kid: key.kid,
    thumbprint: thumbprintOf(key),
    isLive: isKeyLive(key, now),
    ...present({ until: key.until }),
  })),
})
type Shown = ReturnType<typeof shownClient>

const keyInWords = ({ kid, thumbprint, until, isLive }: Shown['keys'][number]): string => {
  const name = kid === thumbprint ? kid : `${kid} (thumbprint ${thumbprint})`
  if (until === undefined) return name
  return `${name}, ${isLive ? 'until' : 'ended'} ${until}`
}

export const clientInWords = (client: Shown): readonly string[] => [
  `${client.clientId}: ${client.role} of ${client.agencyName} (${client.authority ?? client.agency})${client.active ? '' : ', SUSPENDED'}`,
  `  scopes  ${client.scopes.join(' ')}`,
  ...(client.practitioner === undefined ? [] : [`  one person’s  ${client.practitioner}`]),
  ...(client.vouches === true ? ['  vouches for the work ids that it names'] : []),
  ...(client.jwksUrl === undefined ? [] : [`  publishes its keys at  ${client.jwksUrl}`]),
  ...client.keys.map((key) => `  key  ${keyInWords(key)}`),
]
