import { groupsOf } from '../../../local/people/names/name-groups.ts'
import type { Culture } from '../culture.ts'
import { frequencies } from '../frequencies.ts'
import * as slip from '../name-slips.ts'

/** Of Gujarat above all, where a father's or husband's name is the middle one. */
export const hindu: Culture = {
  name: 'Hindu',
  given: {
    F: frequencies(`Priya, Anjali, Nisha, Deepika, Meera, Hetal, Bhavna, Rekha, Jyoti, Kavita, Sejal, Lakshmi, Hansa, Pushpa, Kokila, Manjula,
      Nirmala, Usha, Sonal, Asha, Hina, Daksha, Varsha, Minal, Reena, Sunita, Neha, Pooja, Shilpa, Divya, Ila, Jayshree, Kantaben, Savitaben`),
    M: frequencies(`Rajesh, Sanjay, Amit, Vijay, Nikhil, Hitesh, Dipak, Kunal, Mehul, Vikram, Jignesh, Bharat, Suresh, Ramesh, Mahesh, Dinesh, Kishor,
      Mukesh, Ashok, Anil, Jayesh, Pravin, Harish, Ketan, Nilesh, Paresh, Sunil, Rahul, Chirag, Bhavesh, Rameshbhai, Kantibhai, Kumar, Sivakumar`),
  },
  after: {
    F: {
      share: 0.45,
      names: frequencies('Rajesh, Ramesh, Bharat, Suresh, Dinesh, Mahesh, Ashok, Ben 20, Devi 10'),
    },
    M: {
      share: 0.45,
      names: frequencies(
        'Rajesh, Ramesh, Bharat, Suresh, Dinesh, Mahesh, Ashok, Kumar 15, Bhai 15, Lal 6',
      ),
    },
  },
  families:
    frequencies(`Patel 28, Shah 7, Sharma 5, Kumar 4, Mistry 3, Desai 2, Parmar 2, Solanki 2, Chauhan, Joshi, Vaghela, Trivedi, Lad, Mehta, Gohil, Rathod, Thakkar, Pandya,
    Gupta, Modi, Chavda, Amin, Bhatt, Vyas, Nair, Reddy, Verma, Kapoor, Malhotra, Iyer, Rao, Das, Sivakumar, Kandasamy, Rajendran`),
  lineage: 'family',
  takesNameShare: 0.8,
  sharedWordShare: 0,
  firstOfJanuaryShare: 0.03,
  sharedHouseShare: 0.1,
  spellings:
    groupsOf(`rajesh raj / sanjay sanjai / vijay vijai / deepika dipika / dipak deepak / hitesh hits / lakshmi laxmi lakhsmi / meera mira / bhavna bhavana / jyoti jyothi joti /
    pooja puja / hina heena / daksha dakshaben / hansa hansaben / pushpa pushpaben / kokila kokilaben / usha ushaben / kantaben kanta / savitaben savita / suresh sureshbhai /
    ramesh rameshbhai / dinesh dineshbhai / rameshbhai ramesh / kantibhai kanti / bharat bharath bharatbhai / ashok ashokbhai / vikram vik / jignesh jigs / nirmala nirmalaben /
    patel pattel / shah sha / chauhan chouhan chowhan / mistry mistri / trivedi tripathi / sharma sarma / desai desi / bhatt bhat / thakkar thakar`),
  slips: [
    { share: 30, slip: slip.respelt },
    { share: 25, slip: slip.calledOnly },
    { share: 12, slip: slip.joined },
    { share: 10, slip: slip.otherFamily },
    { share: 8, slip: slip.exchanged },
    { share: 8, slip: slip.initials },
    { share: 5, slip: slip.givenTakenForFamily },
    { share: 3, slip: slip.inOneField },
  ],
}
