import type { Client } from './client.ts'

/**
 * Stands in for a client that nobody knows, so that refusing it takes what refusing any takes. Nobody has the private half of
 * its key.
 */
export const nobodysClient: Client = {
  clientId: '-',
  role: 'referrer',
  scopes: [],
  agency: '-',
  agencyName: '-',
  active: false,
  keys: [
    {
      kty: 'EC',
      crv: 'P-256',
      x: 'WM0VU25uwhnpm213U2EDc6WEO9O2pFWnKfSCOEs3Dn8',
      y: 'jtLZdbNbNtmO4jgxASVK9WHUCgvoy-qjZ6P9-lZA1fw',
      kid: 'nobody',
      alg: 'ES256',
    },
  ],
}
