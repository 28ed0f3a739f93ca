import type { Command } from 'commander'
import { signingKeyRow } from '../../shared/aws/dynamodb/signing-key.ts'
import { accessTokenSeconds } from '../../shared/http/tokens.ts'
import { InputError } from '../evaluate/input-error.ts'
import { type CommonOptions, reading, type WriteOptions, writing } from './common-options.ts'
import type { Ports } from './ports.ts'
import { change, look } from './with-directory.ts'

type ApiOption = { readonly api?: string }

/** The key that signs: the one chosen, or where nobody has chosen, or it is gone, the first. */
const signingOf = (published: readonly string[], chosen: string | undefined) =>
  published.find((kid) => kid === chosen) ?? published[0]

const use = (kid: string, options: WriteOptions & ApiOption, ports: Ports): Promise<void> =>
  change(options, ports, async ({ kept, commit }) => {
    const published = await ports.readPublished(options.api)
    const before = await kept.signingKey()
    if (!published.includes(kid))
      throw new InputError(`the hub publishes no key ${kid}: token-key show names them`)
    if (signingOf(published, before?.kid) === kid)
      throw new InputError(`${kid} signs access tokens already`)
    const row = signingKeyRow(kid, (before?.version ?? 0) + 1)
    await commit({ row, action: 'TOKEN_KEY_CHOSEN', subjects: [kid], codes: { fields: 'kid' } })
    const note = `it signs from the next token on; tokens of the other stay good for their ${accessTokenSeconds / 60} minutes`
    return { data: { signs: kid, published, note }, lines: [`${kid} signs access tokens`, note] }
  })

const show = (options: CommonOptions & ApiOption, ports: Ports): Promise<void> =>
  look(options, ports, async ({ kept }) => {
    const published = await ports.readPublished(options.api)
    const signs = signingOf(published, (await kept.signingKey())?.kid)
    const lines = published.map((kid) => `${kid}${kid === signs ? '  signs' : ''}`)
    return { data: { signs, published }, lines }
  })

/** `hub token-key …`: which of the published keys signs access tokens. */
export const addTokenKeyVerbs = (hub: Command, ports: Ports): void => {
  const tokenKey = hub.command('token-key')
  const api = '--api <url>'
  const where = 'the address of the API of a real account, with /v1'
  // A thumbprint may begin with a hyphen, as an option does.
  writing(tokenKey.command('use <kid>').allowUnknownOption())
    .description('let another of the published keys sign, from the next token on')
    .option(api, where)
    .action((kid: string, options: WriteOptions & ApiOption) => use(kid, options, ports))
  reading(tokenKey.command('show'))
    .description('the published keys, and which of them signs')
    .option(api, where)
    .action((options: CommonOptions & ApiOption) => show(options, ports))
}
