import * as z from 'zod'
import type { Clock } from '../../kernel/clock.ts'
import { heldFor } from '../../kernel/held-for.ts'
import type { ClientCertificate } from '../../sending/call.ts'
import type { ReadSecret } from './read-secret.ts'

const certificateSchema = z.object({
  certificate: z.string().startsWith('-----BEGIN CERTIFICATE-----'),
  key: z.string().startsWith('-----BEGIN '),
})

/** A renewed certificate is shown from the next run or the one after it. */
const heldMilliseconds = 300_000

/** The certificate in a secret, and none where no secret is named. */
export const clientCertificateIn = (
  readSecret: ReadSecret,
  arn: string,
  now: Clock,
): (() => Promise<ClientCertificate | undefined>) =>
  heldFor(heldMilliseconds, now, async () =>
    arn === '' ? undefined : certificateSchema.parse(JSON.parse(await readSecret(arn))),
  )
