/** Shares of people in Great Britain bearing a name, in parts per 10,000. Orders of magnitude; training replaces them. */
const tableOf = (text: string): Readonly<Record<string, number>> =>
  Object.fromEntries(
    text.split(' ').map((entry) => {
      const [name = '', parts = '0'] = entry.split(':')
      return [name, Number(parts) / 10_000]
    }),
  )

/** Names so common that agreeing on them says little: the ones shared by custom (Kaur, Begum, Singh) above all. */
export const commonFamilyNames = tableOf(
  'smith:110 jones:85 williams:60 brown:50 taylor:50 davies:44 wilson:39 evans:36 thomas:33 johnson:33 roberts:31 ' +
    'walker:28 wright:28 robinson:27 thompson:27 white:26 hughes:26 edwards:26 green:25 lewis:24 wood:24 harris:24 ' +
    'martin:24 jackson:23 clarke:23 clark:22 hall:22 turner:22 hill:21 cooper:20 khan:45 patel:35 ahmed:30 ali:35 ' +
    'hussain:35 singh:40 kaur:40 begum:40 bibi:20 akhtar:15 miah:15 kelly:18 murphy:17 macdonald:15 campbell:18',
)

export const commonGivenNames = tableOf(
  'david:210 john:200 paul:160 james:150 michael:140 andrew:120 mark:120 peter:110 stephen:100 robert:110 ' +
    'christopher:90 richard:90 daniel:90 matthew:80 thomas:80 anthony:60 mohammed:130 ahmed:45 ali:45 susan:120 ' +
    'margaret:90 sarah:120 karen:75 julie:75 emma:75 elizabeth:75 jacqueline:60 helen:75 christine:60 claire:75 ' +
    'laura:60 rebecca:60 mary:60 patricia:60 louise:50 joanne:55 lisa:60 nicola:60 michelle:60 jennifer:60',
)
