import type { LocalPerson } from './people.ts'

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

const linkOf = ({ workId, name, does }: LocalPerson, query: URLSearchParams): string => {
  const asked = new URLSearchParams(query)
  asked.set('as', workId)
  return `<li><a href="/authorize?${escaped(asked.toString())}">${escaped(name)}</a><br>${escaped(does)}</li>`
}

/** Who there is to sign in as. */
export const peoplePage = (people: readonly LocalPerson[], query: URLSearchParams): string =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Sign in as</title>
<style>body{font:19px/1.4 arial,sans-serif;max-width:640px;margin:30px auto;padding:0 15px}li{margin:0 0 14px}ul{padding:0;list-style:none}a{font-weight:bold;color:#1a65a6;display:inline-block;padding:4px 0}</style></head>
<body><main><h1>Sign in as</h1><p>Nobody here exists. This stands for your organisation’s sign-in on this machine, and is never deployed.</p>
<ul>${people.map((person) => linkOf(person, query)).join('\n')}</ul></main></body></html>`
