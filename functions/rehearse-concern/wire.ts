import { authorityCodeSchema } from '../../shared/agencies/authorities.ts'
import type { Clients } from '../../shared/aws/clients.ts'
import { signWith } from '../../shared/aws/kms/token-key.ts'
import { clientCertificateIn } from '../../shared/aws/secrets/client-certificate.ts'
import { rehearsalInbox } from '../../shared/aws/sqs/rehearsal-inbox.ts'
import type { World } from '../../shared/aws/world.ts'
import type { Environment } from '../../shared/config/environment.ts'
import type { RehearsalClientId } from '../../shared/config/rehearsal-clients.ts'
import { hubClient } from '../../shared/sending/hub-client.ts'
import { rehearseByApi } from '../../shared/sending/rehearse-by-api.ts'
import { createHandler } from './handler.ts'

export const wire = (
  { keys, queues, call, readSecret }: Pick<Clients, 'keys' | 'queues' | 'call' | 'readSecret'>,
  environment: Environment<'rehearse-concern'>,
  { now, newId, log }: World,
) => {
  const { API_URL, CLIENT_CERTIFICATE, ISSUER, QUEUE_PREFIX, REHEARSAL_AUTHORITY } = environment
  const authority = authorityCodeSchema.parse(REHEARSAL_AUTHORITY)
  const certificate = clientCertificateIn(readSecret, CLIENT_CERTIFICATE, now)
  const at = { url: API_URL, issuer: ISSUER, call, certificate, now, newId }
  const { REHEARSAL_KEYS: signing } = environment
  const clientOf = (clientId: RehearsalClientId) =>
    hubClient({ clientId, sign: signWith(keys, signing[clientId]) }, at)
  // At each run anew: a token that is held would not show that the next can be had.
  const clientsOfRun = () => ({
    referrer: clientOf('rehearsal-referrer'),
    worker: clientOf('rehearsal-worker'),
    register: clientOf('rehearsal-register'),
  })
  return createHandler({
    portsOfRun: () => rehearseByApi(clientsOfRun(), authority),
    ...rehearsalInbox(queues, `${QUEUE_PREFIX}inbox-${authority}`),
    now,
    log,
  })
}
