import {
  bengaliNames,
  gujaratiNames,
  pakistaniNames,
  punjabiNames,
} from '../../../local/seed/names/south-asian-names.ts'
import { ranked } from '../ranked.ts'
import { punjabiTail } from './family-tails.ts'
import { familyFrom, fromGiven, givenFrom, type Habit, longer } from './habit.ts'

const mohammed = ranked(['Mohammed', 'Muhammad', 'Mohammad', 'Syed', 'Abdul', 'Mohamed'], {
  width: 1,
  power: 1,
})
const usual = { origin: 'south-asian', middleShare: 0.08, barrelShare: 0 } as const

const pakistaniGiven = givenFrom({
  women: longer(
    pakistaniNames.women,
    `Noreen, Yasmin, Rashida, Parveen, Shamim, Zahida, Naheed, Robina, Uzma, Sobia,
      Fozia, Shaheen, Nighat, Ghazala, Tasneem, Kalsoom, Mehwish, Asma, Humaira, Naila, Sajida, Zubaida`,
  ),
  men: longer(
    pakistaniNames.men,
    `Mohammad, Amjad, Javed, Arshad, Sajid, Naveed, Nadeem, Waseem, Yasir, Shabir, Ghulam,
      Abdul, Zahid, Shafiq, Pervez, Saqib, Haroon, Umar, Aftab, Tanveer, Akram, Ejaz`,
  ),
  girls: longer(
    [],
    `Aisha, Zara, Maryam, Fatima, Hafsa, Amina, Zainab, Khadija, Inaya, Hania, Anaya, Aleena, Safa,
      Iqra, Laiba, Eshal, Sumaya, Ayesha, Noor, Mahnoor, Haleema, Alisha`,
  ),
  boys: longer(
    [],
    `Muhammad, Mohammed, Ibrahim, Yusuf, Adam, Zain, Ali, Hamza, Musa, Isa, Eesa, Rayyan, Umar, Bilal,
      Hassan, Abdullah, Haris, Ismail, Zakariya, Ayaan, Danyal, Yahya`,
  ),
})

/** Women's second names are often titles that no husband or child bears. */
const pakistani: Habit = {
  ...usual,
  share: 40,
  leading: { share: 0.35, names: mohammed },
  takesNameShare: 0.25,
  given: pakistaniGiven,
  family: familyFrom(
    longer(
      pakistaniNames.families,
      `Begum, Raja, Anwar, Aslam, Bashir, Saleem, Rashid, Nawaz, Akram,
    Sheikh, Ashraf, Hanif, Latif, Yousaf, Zaman, Bukhari, Abbasi, Mughal, Janjua, Rehman, Sarwar, Riaz, Kayani, Ansari`,
    ),
    { share: 0.25, draw: fromGiven(pakistaniGiven) },
  ),
  familyOfWomen: familyFrom(
    longer(pakistaniNames.familiesOfWomen ?? [], 'Khatoon, Yasmin, Shaheen, Sultana, Ahmed'),
  ),
}

const bengaliGiven = givenFrom({
  women: longer(
    bengaliNames.women,
    `Hasina, Shahanara, Monwara, Rina, Shefa, Ayesha, Amina, Rokeya, Sufia, Tahmina,
      Nazia, Farhana, Fahmida, Halima, Jahanara, Momtaz, Poly, Syeda`,
  ),
  men: longer(
    bengaliNames.men,
    `Shah, Nurul, Abdur, Ruhul, Aminul, Mahbub, Motiur, Saiful, Shamsul, Syed, Azizur, Jamal,
      Monir, Nazrul, Tariq, Imran, Rubel, Sadik`,
  ),
  girls: longer(
    [],
    'Aisha, Maryam, Fatima, Tasnim, Samiha, Nusrat, Tahiya, Zara, Anisa, Safiya, Raisa, Inaya, Sumaiya, Afia',
  ),
  boys: longer(
    [],
    'Muhammad, Yusuf, Ibrahim, Zakaria, Tahmid, Rayan, Adam, Musa, Yahya, Arif, Samir, Tanvir, Ayaan, Isa',
  ),
})

const bengali: Habit = {
  ...usual,
  share: 18,
  leading: {
    share: 0.4,
    names: ranked(['Mohammed', 'Md', 'Abdul', 'Syed', 'Muhammad'], { width: 2, power: 1 }),
  },
  takesNameShare: 0.05,
  given: bengaliGiven,
  family: familyFrom(
    longer(
      bengaliNames.families,
      'Ahmed, Khan, Begum, Alam, Hussain, Haque, Mia, Bhuiyan, Sarkar, Ullah, Malik, Kabir',
    ),
    { share: 0.25, draw: fromGiven(bengaliGiven) },
  ),
  familyOfWomen: familyFrom(
    longer(bengaliNames.familiesOfWomen ?? [], 'Parvin, Nessa, Bibi, Rahman, Ahmed'),
  ),
}

const punjabi: Habit = {
  ...usual,
  share: 16,
  takesNameShare: 0.75,
  given: givenFrom({
    women: longer(
      punjabiNames.women,
      `Kulwinder, Surinder, Balbir, Ravinder, Rajinder, Gurmeet, Satwinder, Harjit, Daljit,
      Kamaljit, Ranjit, Sarbjit, Navjot, Rupinder, Kiran, Sukhjit, Jasvir, Amarjit`,
    ),
    men: longer(
      punjabiNames.men,
      `Harpreet, Jaswinder, Manpreet, Gurdeep, Balbir, Surinder, Kuldeep, Amarjit, Jasvir,
      Satnam, Harbhajan, Gurmail, Mohinder, Parminder, Hardeep, Lakhvir, Avtar, Karnail`,
    ),
    girls: longer(
      [],
      'Simran, Jasmine, Kiran, Harleen, Avneet, Jasleen, Anaya, Kavya, Gurleen, Mehar, Ria, Sahib, Asees, Manreet',
    ),
    boys: longer(
      [],
      'Arjan, Jeevan, Harjot, Gurveer, Arjun, Fateh, Karan, Jovan, Veer, Sahib, Angad, Ekam, Zorawar, Rohan',
    ),
  }),
  family: familyFrom(
    longer(
      punjabiNames.families,
      `Gill, Singh Mann, Singh Rai, Sandhu, Dhaliwal, Singh Bassi, Singh Virk,
    Sidhu, Singh Uppal, Kang, Singh Sohal, Basra, Singh Purewal, Singh Dosanjh`,
    ),
    { share: 0.25, draw: (random) => `Singh ${punjabiTail(random)}` },
  ),
  feminine: punjabiNames.feminine ?? ((family) => family),
}

const gujarati: Habit = {
  ...usual,
  share: 16,
  takesNameShare: 0.8,
  middleShare: 0.35,
  given: givenFrom({
    women: longer(
      gujaratiNames.women,
      `Hansa, Pushpa, Kokila, Manjula, Nirmala, Usha, Sonal, Asha, Hina, Daksha, Varsha,
      Minal, Reena, Sunita, Neha, Pooja, Shilpa, Divya, Ila, Jayshree`,
    ),
    men: longer(
      gujaratiNames.men,
      `Suresh, Ramesh, Mahesh, Dinesh, Kishor, Mukesh, Ashok, Anil, Jayesh, Kiran, Pravin,
      Harish, Ketan, Nilesh, Paresh, Sunil, Rahul, Hiten, Chirag, Bhavesh`,
    ),
    girls: longer(
      [],
      'Anaya, Diya, Aarya, Riya, Isha, Kavya, Maya, Anika, Saanvi, Aanya, Tara, Mira, Nisha, Avani, Shreya',
    ),
    boys: longer(
      [],
      'Aarav, Arjun, Krish, Rohan, Dev, Vivaan, Ishaan, Aryan, Kian, Rishi, Veer, Neil, Jai, Shaan, Dhruv',
    ),
  }),
  family: familyFrom(
    longer(
      gujaratiNames.families,
      `Mehta, Gohil, Rathod, Thakkar, Pandya, Kumar, Gupta, Modi, Chavda, Amin,
    Bhatt, Vyas, Nair, Reddy, Verma, Singh, Kapoor, Malhotra, Thomas, George, Iyer, Rao, Das`,
    ),
  ),
}

export const southAsianHabits: readonly Habit[] = [pakistani, bengali, punjabi, gujarati]
