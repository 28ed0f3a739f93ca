import { isGivenName } from './nicknames/nicknames.ts'

/** Names as Somali writes them, where c is a sound that English leaves out, with the spelling of British records. */
const spellings: ReadonlyMap<string, string> = new Map(
  (
    'cali:ali cabdi:abdi caasha:asha caisha:aisha caaisha:aisha cawil:awil cawaale:awale cawale:awale ciise:isse ' +
    'cilmi:elmi cumar:omar cusmaan:osman cusman:osman cismaan:osman cisman:osman cabdulle:abdulle cabdalle:abdalla ' +
    'caydiid:aideed caydid:aideed cigaal:egal cigal:egal canab:anab cambaro:ambaro carab:arab cartan:artan ' +
    'caynab:zainab ceynab:zainab caraale:arale carale:arale cabshir:abshir cawo:awo ciidle:idle caddow:addow ' +
    'jaamac:jama jamac:jama sacdiyo:sadia sacdiya:sadia sacad:saad sacid:said saciid:said siciid:said ismaaciil:ismail ' +
    'ismaciil:ismail ismacil:ismail ibraahim:ibrahim ibraahiim:ibrahim ibrahiim:ibrahim yacquub:yaqub yacqub:yaqub ' +
    'nacima:naima naciima:naima nacimo:naima macow:maow shucayb:shuaib shuceyb:shuaib rooble:roble guuleed:guled ' +
    'faadumo:fadumo faaduma:fadumo xawo:hawa xaawo:hawa xalimo:halima xaliimo:halima xirsi:hersi xaaji:haji xaji:haji ' +
    'nuur:nur yuusuf:yusuf muuse:muse cosoble:osoble saalax:salah saalim:salim daahir:dahir baashir:bashir bashiir:bashir ' +
    'aadan:aden aadam:adam deeqa:deqa saynab:zainab ' +
    'khadiijo:khadija khadijo:khadija aamina:amina aamino:amina sahro:sahra ruqiyo:ruqiya safiyo:safiya ' +
    'habiibo:habiba naasir:nasir raxma:rahma raxmo:rahma xabiibo:habiba xamdi:hamdi xamse:hamse xoodo:hodo'
  )
    .split(' ')
    .map((pair): [string, string] => [pair.split(':')[0] ?? '', pair.split(':')[1] ?? '']),
)

const servantOf = /^cabd(?=[aeiu])/
const shortened = (word: string): string => word.replace(/([aeiou])\1/g, '$1')

/** X is the h of Somali only where the name so read is a known one: Xavier and Xiao stay. */
const withH = (word: string): string => {
  const read = word.replaceAll('x', 'h')
  return [read, shortened(read)].find(isGivenName) ?? word
}

/** One folded word in the spelling of British records where Somali spells a name in its own way (Maxamed, Cabdi). */
export const ownSpelling = (word: string): string => {
  const listed = spellings.get(word)
  if (listed !== undefined) return listed
  if (servantOf.test(word)) return word.slice(1)
  return word.includes('x') ? withH(word) : word
}
