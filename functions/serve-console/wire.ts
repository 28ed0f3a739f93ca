import type { Clients } from '../../shared/aws/clients.ts'
import {
  dropDraftIn,
  dropFormIn,
  endSessionIn,
  isSessionEndedIn,
  keepFormIn,
  readDraftIn,
  readFormIn,
  saveDraftIn,
} from '../../shared/aws/dynamodb/console-rows.ts'
import { dailyKeys } from '../../shared/aws/kms/daily-key.ts'
import { readTokenKey, signWith } from '../../shared/aws/kms/token-key.ts'
import { newSecret } from '../../shared/aws/new-secret.ts'
import { clientCertificateIn } from '../../shared/aws/secrets/client-certificate.ts'
import type { World } from '../../shared/aws/world.ts'
import type { Environment } from '../../shared/config/environment.ts'
import { hubCaller } from '../../shared/sending/hub-client.ts'
import type { Built } from './built.ts'
import { createHandler } from './handler.ts'
import { askAs, clientsOfPositions } from './hub/ask-as.ts'
import { byOwnKey, bySecret } from './sign-in/authenticate.ts'
import { providerAt } from './sign-in/provider.ts'

type ConsoleClients = Pick<Clients, 'store' | 'keys' | 'call' | 'readSecret'>

export const wire = (
  { store, keys, call, readSecret }: ConsoleClients,
  environment: Environment<'serve-console'>,
  world: World & { readonly built: Built },
) => {
  const { now, newId, log, built } = world
  const { API_URL, CONSOLE_TABLE: table, CONSOLE_URL, COOKIE_KEY, ISSUER } = environment
  const { SIGNING_KEY, SIGN_IN_CLIENT, SIGN_IN_ISSUER, SIGN_IN_CREDENTIAL } = environment
  const url = new URL(CONSOLE_URL)
  const sign = signWith(keys, SIGNING_KEY)
  const certificate = clientCertificateIn(readSecret, environment.CLIENT_CERTIFICATE, now)
  const at = { url: API_URL, issuer: ISSUER, call, certificate, now, newId }
  return createHandler({
    url,
    built,
    cookieKeys: dailyKeys({ keys, keyId: COOKIE_KEY, purpose: 'console cookies' }, now),
    provider: providerAt({
      issuer: new URL(SIGN_IN_ISSUER),
      clientId: SIGN_IN_CLIENT,
      authenticate:
        SIGN_IN_CREDENTIAL === ''
          ? byOwnKey({ sign, now, newId })
          : bySecret(() => readSecret(SIGN_IN_CREDENTIAL)),
      callback: new URL(`${url.href}/signed-in`),
    }),
    askAs: askAs(clientsOfPositions((client) => hubCaller({ ...client, sign }, at))),
    keeping: {
      endSession: endSessionIn(store, table),
      isEnded: isSessionEndedIn(store, table),
      keepForm: keepFormIn(store, table),
      readForm: readFormIn(store, table),
      dropForm: dropFormIn(store, table),
      readDraft: readDraftIn(store, table),
      saveDraft: saveDraftIn(store, table),
      dropDraft: dropDraftIn(store, table),
    },
    publicKeys: async () => ({ keys: [await readTokenKey(keys, SIGNING_KEY)] }),
    newSecret,
    newId,
    now,
    log,
  })
}
