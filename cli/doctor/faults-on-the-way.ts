import type { Facts } from './facts.ts'
import type { Fault } from './fault.ts'

/** An assertion may be signed so far ahead of the hub's clock (`shared/http/tokens.ts`). */
const mostAhead = 10
/** It is usually good for two minutes: half of them are left to the way. */
const mostBehind = 60

const hostOf = ({ api }: Facts): string => api?.host ?? 'the hub'

/** What stands between a client and a hub, by what shows it. */
export const faultsOnTheWay = {
  'name-unknown': {
    isThere: ({ api }) => api?.found === 'no-name',
    says: (facts) => `The name ${hostOf(facts)} leads nowhere.`,
    todo: 'Look for a slip in --hub. Where *.localhost is not known to the resolver, use http://127.0.0.1:PORT/_aws/execute-api/ID/v1: the same API.',
  },
  'nothing-listens': {
    isThere: ({ api }) => api?.found === 'refused',
    says: (facts) => `Nothing listens at ${hostOf(facts)}.`,
    todo: 'Start the hub, or mend the port in --hub.',
  },
  'no-answer': {
    isThere: ({ api }) => api?.found === 'silent',
    says: (facts) => `${hostOf(facts)} does not answer within ten seconds.`,
    todo: 'A firewall or a proxy may stand between: ask whoever keeps the network to let HTTPS to that host through.',
  },
  'certificate-untrusted': {
    isThere: ({ api }) => api?.found === 'untrusted',
    says: (facts) => `The certificate of ${hostOf(facts)} is not trusted here.`,
    todo: 'If your network opens TLS, give Node its certificate (NODE_EXTRA_CA_CERTS=FILE); never switch the check off.',
  },
  'no-hub-there': {
    isThere: ({ api }) => api?.found === 'no-hub',
    says: (facts) => `What answers at ${hostOf(facts)} is no hub.`,
    todo: 'The address of the API ends with /v1, and has nothing after it.',
  },
  'clock-ahead': {
    isThere: ({ secondsAhead = 0 }) => secondsAhead > mostAhead,
    says: ({ secondsAhead = 0 }) => `This clock is ${secondsAhead} seconds ahead of the hub’s.`,
    todo: `Set it by NTP: an assertion may be signed ${mostAhead} seconds ahead at most.`,
  },
  'clock-behind': {
    isThere: ({ secondsAhead = 0 }) => secondsAhead < -mostBehind,
    says: ({ secondsAhead = 0 }) => `This clock is ${-secondsAhead} seconds behind the hub’s.`,
    todo: 'Set it by NTP: an assertion of two minutes has ended before it arrives.',
  },
  'key-missing': {
    isThere: ({ key }) => key === 'missing',
    says: () => 'There is no file where --key points.',
    todo: 'Give the path of the client’s private key; docs/operators.md (Let somebody in) says how one is made.',
  },
  'key-unreadable': {
    isThere: ({ key }) => key === 'unreadable',
    says: () => 'The file of --key cannot be read by this user.',
    todo: 'Let the user that runs the command read it, and nobody else (chmod 600).',
  },
  'key-none': {
    isThere: ({ key }) => key === 'no-key',
    says: () => 'The file of --key holds no private key in PEM.',
    todo: 'It begins with BEGIN PRIVATE KEY or BEGIN EC PRIVATE KEY, and has no password.',
  },
  'key-public': {
    isThere: ({ key }) => key === 'public',
    says: () => 'The file of --key holds the public half.',
    todo: 'Sign with the private half, which never leaves your system; the operator has the public one.',
  },
  'key-other-kind': {
    isThere: ({ key }) => key === 'other-kind',
    says: () => 'The key is not EC on P-256.',
    todo: 'Make one: openssl ecparam -name prime256v1 -genkey -noout -out private.pem; have its public half registered.',
  },
  'client-unknown': {
    isThere: ({ client }) => client === 'unknown',
    says: () => 'The directory has no client of this id.',
    todo: 'Look for a slip in --client (hub client list), or let it in (hub client register).',
  },
  'client-suspended': {
    isThere: ({ client }) => client === 'suspended',
    says: () => 'The client is suspended.',
    todo: 'Ask the operator why; hub client suspend ID --lift lets it in again.',
  },
  'key-not-registered': {
    isThere: ({ client }) => client === 'other-key',
    says: () =>
      'The key is not one of those that are registered for the client, or its time has ended.',
    todo: 'Have the operator register its public half: hub client rotate ID --public-key FILE.',
  },
  'token-refused': {
    isThere: ({ token, client }) =>
      token === 'refused' && (client === undefined || client === 'good'),
    says: () => 'The hub gives the client no token.',
    todo: 'It does not tell a stranger why: the id is unknown or suspended, or the key is not registered for it. Have the operator look (hub client show ID), and compare the thumbprint of the key.',
  },
  'inbox-not-an-address': {
    isThere: ({ inbox }) => inbox === 'no-address',
    says: () => '--queue is not the URL of a queue.',
    todo: 'It ends with /ACCOUNT/hub-inbox-CODE; the operator has it.',
  },
  'inbox-other-region': {
    isThere: ({ inbox }) => inbox === 'other-region',
    says: () => 'The queue is in another region than AWS_REGION names.',
    todo: 'Set AWS_REGION to the region in the queue’s URL.',
  },
  'inbox-without-credentials': {
    isThere: ({ inbox }) => inbox === 'no-credentials',
    says: () => 'There are no credentials of AWS here, or they have ended.',
    todo: 'Sign in anew as a role of the account that the operator named (hub authority show CODE).',
  },
  'inbox-refused': {
    isThere: ({ inbox }) => inbox === 'refused',
    says: () => 'These credentials may not read the queue.',
    todo: 'Both the queue’s policy (hub authority deliver --account) and a policy of your own role have to allow it.',
  },
  'inbox-missing': {
    isThere: ({ inbox }) => inbox === 'no-queue',
    says: () => 'There is no such queue.',
    todo: 'Look for a slip in its name; one that polls or is pushed to has none (hub authority show CODE).',
  },
  'inbox-silent': {
    isThere: ({ inbox }) => inbox === 'silent',
    says: () => 'Nothing answers where the queue should be.',
    todo: 'Let this machine reach SQS by HTTPS, or mend the host in --queue.',
  },
} as const satisfies Readonly<Record<string, Fault>>
