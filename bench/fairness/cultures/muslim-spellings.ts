import { groupsOf } from '../../../local/people/names/name-groups.ts'

/** Names of Arabic origin as clerks, passports and families write them. */
export const muslimSpellings =
  groupsOf(`mohammed muhammad mohammad mohamed muhammed mohd md / ahmed ahmad ahmet / hussain hussein husain hossain husayn /
  hassan hasan hassaan / yusuf yousef yousaf youssef / aisha ayesha aysha / fatima fatema fathima fatimah / khadija khadijah khatija /
  zainab zaynab zeinab / maryam mariam miriam / abdul abdel abd / abdullah abdulla abdallah / omar umar umer / usman osman uthman /
  ibrahim ebrahim ibraheem / ismail ismael esmail / khalid khaled / tariq tareq tarek / karim kareem / rahim raheem / rahman rehman / malik malek /
  iqbal eqbal / shafiq shafique / farooq faruk farouk / saleem salim selim / nasreen nasrin / yasmin yasmeen jasmin / samina sameena /
  begum begam / bibi beebi / khatun khatoon / akhtar akter akther / sheikh shaikh shaik / syed sayed saeed said / chaudhry chowdhury choudhury chaudhary /
  qureshi quraishi koreshi / siddiqui siddiqi siddique / mahmood mahmud mehmood / rashid rasheed / jamal gamal / noor nur nour / miah mia miya /
  uddin udin uddeen / islam eslam / haque hoque haq / mustafa mostafa / mansour mansoor / nasser nasir naser / hamid hameed / aziz azeez / layla leila laila /
  huda hoda / amina aminah / salma selma / samir sameer / walid waleed / ali aly / bilal belal / imran emran / zubair zubayr / asif aasif / shahid shaheed`)
