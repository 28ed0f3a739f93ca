import { isIP } from 'node:net'
import { InputError } from '../../evaluate/input-error.ts'

/**
 * An address that keys may be fetched from: https, at a host by name that somebody has allowed, at its usual port unless the
 * list names another (`host:port`).
 * @throws InputError that says why it may not
 */
export const jwksUrlOf = (text: string, allowed: readonly string[]): URL => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url === undefined) throw new InputError('the address of the keys cannot be read')
  if (url.protocol !== 'https:') throw new InputError('keys are fetched by https only')
  if (url.username !== '' || url.password !== '')
    throw new InputError('the address of the keys must hold no user name or password')
  if (isIP(url.hostname.replace(/^\[|\]$/g, '')) !== 0)
    throw new InputError('the address of the keys must name its host: no number')
  if (!allowed.some((host) => host.toLowerCase() === url.host))
    throw new InputError(
      `${url.host} is not among the hosts that keys may be fetched from: name it with --jwks-hosts, or in the stage's file (jwksHosts) with --stage`,
    )
  url.hash = ''
  return url
}
