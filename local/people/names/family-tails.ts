import type { Random } from '../random.ts'
import { nameList } from './name-list.ts'
import { draw, ranked } from './ranked.ts'

type DrawName = (random: Random) => string

/** Rarer surnames, put together of a stem and an ending as those of the language are. */
const composed = (stems: string, endings: string): DrawName => {
  const [first, last] = [nameList(stems), ranked(endings, { width: 8, power: 1 })]
  return (random) => random.pick(first) + draw(random, last)
}

export const polishTail = composed(
  `Bor, Brzez, Buk, Chmiel, Cich, Czar, Dąb, Dob, Dom, Gaj, Gil, Głow, Gór, Grab, Grom, Jag, Jan, Jar, Jas, Jel, Kal, Kam,
  Karp, Klim, Kob, Kon, Kop, Kos, Kraj, Kras, Kruk, Kub, Kul, Lis, Lip, Łuk, Maj, Mak, Mal, Mar, Mich, Mil, Mos, Mrow,
  Nied, Now, Olej, Osin, Paj, Pas, Pietr, Pil, Piwo, Pod, Pol, Raj, Rat, Rog, Rud, Ryb, Sad, Sien, Sław, Sob, Stach, Star,
  Stef, Strz, Such, Szcz, Szym, Tom, Trz, Tur, Urb, Wal, Was, Wil, Wit, Wol, Zab, Zaw, Ziel, Żuk`,
  'owski, iński, ak, ewski, ek, czyk, ik, owicz, icki, ewicz, asik, ara, iak, ała, ecki, as',
)
export const romanianTail = composed(
  `Alb, Anton, Apost, Bac, Barb, Bog, Buc, Cal, Cat, Cern, Chir, Coc, Corn, Cost, Crac, Dan, Dob, Drag, Dum, Enach, Flor,
  Gavril, Grig, Ili, Ion, Laz, Luc, Man, Marc, Mih, Mir, Mold, Neg, Nic, Opr, Pan, Pav, Petr, Pred, Rad, Rus, Sav, Stan,
  Stef, Teod, Tom, Ung, Vas, Vlad, Zah`,
  'escu, eanu, aru, ea, oiu, an, iu, ache, ila, in',
)
export const slavicTail = composed(
  `Bab, Bil, Bond, Chern, Dan, Dem, Did, Fed, Gavr, Gerg, Gol, Gon, Hav, Hor, Hrits, Hum, Kar, Klym, Kol, Kor, Kost, Koz,
  Kuch, Kush, Lev, Lit, Luk, Lut, Mak, Mar, Mat, Mel, Myk, Naz, Ost, Pan, Pav, Petr, Pol, Prok, Rom, Sav, Sem, Ser, Shch,
  Sid, Stoy, Tym, Vas, Vel, Yak, Yur, Zab, Zhel`,
  'enko, chuk, yuk, ov, ev, ko, iv, skyi, ets, ak',
)
export const westAfricanTail = composed(
  `Ade, Ola, Olu, Ogun, Ayo, Oye, Ile, Aki, Ari, Fa, Oja, Owo, Ojo, Odu, Omo, Ana, Oko, Nwa, Chukwu, Eze, Obi, Ume, Onye,
  Uzo, Ike, Ani, Agu, Ofo, Asa, Osa, Aduo, Boa, Kwar, Nyar, Oti, Opo, Tawi, Agye, Ama, Ado`,
  'bayo, wale, leye, mola, kunle, niyi, tola, sanya, yinka, lade, bode, dele, ko, ma, chi, biri, nna, ku, di, ze, teng, ko, si, pong, fo, kwa',
)
export const punjabiTail = composed(
  'Ba, Bha, Bra, Cha, Dha, Dho, Gha, Ha, Ja, Kha, La, Ma, Na, Pa, Ra, Sa, Sha, Tha, To, Vi',
  'ndal, ngra, liwal, ttal, nder, har, rar, nghera, har, jla, tti, thi, dda, ggar, wal, mra',
)
