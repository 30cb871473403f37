import type { Profile } from '../companies/profile'
import type { JobState } from './lifecycle'

/** A plainly invented employer. Its people have addresses at example.com, which is nobody's. */
export type DemoCompany = {
  profile: Profile
  owner: string
  recruiter: string
  jobs: readonly DemoJob[]
}

export type DemoJob = {
  state: JobState
  /** Days since it was sent to review, and days from today to its last day. */
  age: number
  left: number
  title: string
  /** The role by its everyday name. */
  role: string
  about: string
  tasks: readonly string[]
  needed: readonly string[]
  pay: readonly [min: number, max: number, unit?: 'YEAR' | 'HOUR', currency?: 'USD' | 'CAD']
  places: string
  workplace: 'on-site' | 'hybrid' | 'remote'
  type?: 'FULL_TIME' | 'PART_TIME' | 'TEMPORARY'
  level?: 'entry' | 'middle' | 'senior' | 'lead' | 'manager'
}

export const DEMO_REVIEWER = 'demo-reviewer@example.com'

const profile = (name: string, path: string, rest: Partial<Profile>): Profile => ({
  name,
  site: `https://example.com/${path}`,
  about: '',
  industry: null,
  size: '50–249',
  places: [],
  timeZone: 'America/Chicago',
  ...rest,
})

const FREIGHT: DemoCompany = {
  profile: profile('Example Freight', 'freight', {
    about: 'We carry groceries and machine parts by night, and own the trucks we drive. This company is invented.',
    industry: 'Freight',
    places: ['Denver, CO', 'Columbus, OH'],
    timeZone: 'America/Denver',
  }),
  owner: 'demo-freight-owner@example.com',
  recruiter: 'demo-freight-recruiter@example.com',
  jobs: [
    {
      state: 'live',
      age: 2,
      left: 28,
      title: 'Night truck driver, regional',
      role: 'heavy truck driver',
      about:
        'You drive one tractor and trailer between our yards and the shops of the region, four nights a week, and are home every morning. The truck is yours alone while you work here.',
      tasks: [
        'Drive fixed routes of up to 300 miles a night',
        'Check the truck before and after',
        'Sign loads in and out',
      ],
      needed: ['A class A license', 'One year of driving loads'],
      pay: [27, 34, 'HOUR'],
      places: 'Denver, CO',
      workplace: 'on-site',
    },
    {
      state: 'live',
      age: 6,
      left: 20,
      title: 'Dispatcher, evening shift',
      role: 'transport or service dispatcher',
      about:
        'Forty drivers ask you where to go and what to do when a road is shut. You plan their evening, answer the phone, and hand over to the night desk at eleven.',
      tasks: [
        'Assign loads to drivers',
        'Tell shops when a load is late',
        'Keep the hours of each driver within the law',
      ],
      needed: ['Two years at a dispatch desk'],
      pay: [44_000, 58_000],
      places: 'Columbus, OH',
      workplace: 'on-site',
      level: 'middle',
    },
    {
      state: 'live',
      age: 9,
      left: 35,
      title: 'Logistician, cold chain',
      role: 'logistician',
      about:
        'You see to it that what must stay cold stays cold from the farm to the shelf: routes, carriers, and what the sensors in the trailers say afterwards.',
      tasks: ['Plan cold loads a week ahead', 'Choose carriers', 'Find out why a load went warm'],
      needed: ['Three years of planning transport', 'Ease with spreadsheets'],
      pay: [72_000, 96_000],
      places: 'Atlanta, GA',
      workplace: 'hybrid',
      level: 'middle',
    },
    {
      state: 'paused',
      age: 18,
      left: 25,
      title: 'Diesel mechanic',
      role: 'truck or diesel mechanic',
      about:
        'Our workshop keeps thirty trucks on the road. You work by day, in pairs, with the parts on the shelf and the time a repair takes.',
      tasks: ['Find and mend faults', 'Service each truck every 20,000 miles'],
      needed: ['A certificate or five years of practice'],
      pay: [26, 36, 'HOUR'],
      places: 'Denver, CO',
      workplace: 'on-site',
    },
    {
      state: 'draft',
      age: 0,
      left: 30,
      title: 'Freight agent',
      role: 'cargo or freight agent',
      about: 'To be written.',
      tasks: [],
      needed: [],
      pay: [45_000, 60_000],
      places: 'Denver, CO',
      workplace: 'hybrid',
    },
    {
      state: 'expired',
      age: 24,
      left: -2,
      title: 'Transport manager',
      role: 'transportation and distribution manager',
      about:
        'You lead the two yards: drivers, dispatchers and the workshop, some sixty people, and answer for their safety and for the cost of a mile.',
      tasks: ['Lead two yards', 'Keep the safety record', 'Plan next year’s trucks'],
      needed: ['Five years of leading people in transport'],
      pay: [98_000, 126_000],
      places: 'Columbus, OH',
      workplace: 'on-site',
      level: 'manager',
    },
  ],
}

const CLINIC: DemoCompany = {
  profile: profile('Example Clinic', 'clinic', {
    about: 'A clinic of forty beds with an open ward for emergencies. This company is invented.',
    industry: 'Health',
    places: ['Chicago, IL', 'Seattle, WA'],
  }),
  owner: 'demo-clinic-owner@example.com',
  recruiter: 'demo-clinic-recruiter@example.com',
  jobs: [
    {
      state: 'live',
      age: 1,
      left: 29,
      title: 'Registered nurse, night ward',
      role: 'registered nurse',
      about:
        'You care for twelve patients with one other nurse, from seven in the evening to seven in the morning, three nights a week. A doctor is in the house all night.',
      tasks: ['Watch over twelve patients', 'Give medicines', 'Hand over in writing each morning'],
      needed: ['A license as a registered nurse', 'One year on a ward'],
      pay: [41, 56, 'HOUR'],
      places: 'Chicago, IL',
      workplace: 'on-site',
      level: 'middle',
    },
    {
      state: 'live',
      age: 4,
      left: 40,
      title: 'Medical assistant',
      role: 'medical assistant',
      about:
        'You meet patients first: take them to their room, measure what there is to measure, and write it down so that the doctor can start at once.',
      tasks: ['Receive patients', 'Measure and record', 'Prepare rooms'],
      needed: ['A certificate as a medical assistant'],
      pay: [21, 26, 'HOUR'],
      places: 'Seattle, WA',
      workplace: 'on-site',
      level: 'entry',
    },
    {
      state: 'live',
      age: 12,
      left: 16,
      title: 'Physical therapist, part time',
      role: 'physical therapist',
      about:
        'Twenty hours a week with people who learn to walk again after an operation. You make the plan with each of them and see them through to the end of it.',
      tasks: ['Examine and plan', 'Work with each patient', 'Teach families what to do at home'],
      needed: ['A license as a physical therapist'],
      pay: [42, 58, 'HOUR'],
      places: 'Minneapolis, MN',
      workplace: 'on-site',
      type: 'PART_TIME',
    },
    {
      state: 'submitted',
      age: 1,
      left: 30,
      title: 'Nurse practitioner, family practice',
      role: 'nurse practitioner',
      about:
        'You see your own patients, some fourteen a day, with a family doctor next door to ask. Half of them have been coming here for years.',
      tasks: ['Examine, diagnose, prescribe', 'See to long illnesses over years'],
      needed: ['A license as a nurse practitioner'],
      pay: [118_000, 142_000],
      places: 'Seattle, WA',
      workplace: 'on-site',
    },
    {
      state: 'changes-requested',
      age: 3,
      left: 30,
      title: 'Medical secretary',
      role: 'medical secretary',
      about:
        'You keep the calendar of four doctors, write their letters, and know which patient needs a call before the day begins. The desk is shared by two.',
      tasks: ['Keep four calendars', 'Write letters', 'Answer the phone'],
      needed: ['Two years at a desk like this', 'A friendly voice'],
      pay: [40_000, 48_000],
      places: 'Chicago, IL',
      workplace: 'on-site',
    },
    {
      state: 'refused',
      age: 8,
      left: 30,
      title: 'Vocational nurse, places to be had later',
      role: 'licensed practical or vocational nurse',
      about:
        'We gather names of nurses for a ward that may open next year. Nobody can say yet when it will, or how many people it will need.',
      tasks: ['To be said later'],
      needed: ['A license'],
      pay: [58_000, 68_000],
      places: 'Dallas, TX',
      workplace: 'on-site',
    },
  ],
}

const SCHOOL: DemoCompany = {
  profile: profile('Example School', 'school', {
    about: 'A public school for 600 children, from kindergarten to twelfth grade. This company is invented.',
    industry: 'Education',
    places: ['Portland, OR', 'Toronto, Ontario, Canada'],
    timeZone: 'America/Los_Angeles',
  }),
  owner: 'demo-school-owner@example.com',
  recruiter: 'demo-school-recruiter@example.com',
  jobs: [
    {
      state: 'live',
      age: 3,
      left: 45,
      title: 'Third-grade teacher',
      role: 'elementary school teacher',
      about:
        'Twenty-two children, one room, and a garden that the third grade has looked after for years. You teach all subjects but music and sport, and plan with the second third grade.',
      tasks: ['Teach reading, mathematics and science', 'Meet every family twice a year'],
      needed: ['A teaching license for elementary grades'],
      pay: [56_000, 78_000],
      places: 'Portland, OR',
      workplace: 'on-site',
    },
    {
      state: 'live',
      age: 7,
      left: 30,
      title: 'Mathematics teacher, grades 9 to 12',
      role: 'high school teacher',
      about:
        'Five classes a day, from algebra to calculus, in a department of four who share their lessons. The school pays for one course of your own each year.',
      tasks: ['Teach five classes', 'Lead the mathematics club'],
      needed: ['A teaching license in mathematics'],
      pay: [60_000, 88_000],
      places: 'Portland, OR',
      workplace: 'on-site',
      level: 'middle',
    },
    {
      state: 'live',
      age: 5,
      left: 26,
      title: 'School counselor',
      role: 'school or career counselor',
      about:
        'Students come to you with worries and with plans. You listen, know whom to call, and help each of the twelfth grade to find what comes after.',
      tasks: ['Talk with students and families', 'Guide applications to colleges and trades'],
      needed: ['A master’s degree in counseling'],
      pay: [68_000, 84_000, 'YEAR', 'CAD'],
      places: 'Toronto, Ontario, Canada',
      workplace: 'on-site',
    },
    {
      state: 'filled',
      age: 30,
      left: 10,
      title: 'Special education teacher, grades 1 to 5',
      role: 'elementary special education teacher',
      about:
        'Eight children learn with you in the mornings and with their classes in the afternoons. Two assistants work beside you all day.',
      tasks: ['Write and follow a plan for each child', 'Work with class teachers'],
      needed: ['A license in special education'],
      pay: [58_000, 82_000],
      places: 'Portland, OR',
      workplace: 'on-site',
    },
    {
      state: 'withdrawn',
      age: 6,
      left: 30,
      title: 'Teaching assistant, kindergarten',
      role: 'school teaching assistant',
      about:
        'You help a kindergarten teacher with twenty children: coats, scissors, stories and the bus. The day ends at three, and summers are free.',
      tasks: ['Help in class', 'See children to the bus'],
      needed: ['A year of work with children'],
      pay: [34_000, 40_000],
      places: 'Portland, OR',
      workplace: 'on-site',
    },
  ],
}

const POWER: DemoCompany = {
  profile: profile('Example Power', 'power', {
    about: 'We build and mend power lines and the stations between them. This company is invented.',
    industry: 'Energy',
    places: ['Austin, TX'],
  }),
  owner: 'demo-power-owner@example.com',
  recruiter: 'demo-power-recruiter@example.com',
  jobs: [
    {
      state: 'live',
      age: 8,
      left: 22,
      title: 'Electrician, substations',
      role: 'electrician',
      about:
        'You wire and test what turns high voltage into low. The crew is six, the work is planned a month ahead, and nobody works on a live part.',
      tasks: ['Wire and test panels', 'Keep drawings true to what was built'],
      needed: ['A license as an electrician', 'A driver’s license'],
      pay: [29, 41, 'HOUR'],
      places: 'Austin, TX',
      workplace: 'on-site',
    },
    {
      state: 'live',
      age: 15,
      left: 14,
      title: 'Electrical engineer, grid planning',
      role: 'electrical engineer',
      about:
        'You reckon what the grid must carry in ten years, and where it will not. Your studies decide which lines are built, and you defend them before the regulator.',
      tasks: ['Model loads', 'Write studies', 'Answer questions in public'],
      needed: ['A degree in electrical engineering', 'Four years of planning grids'],
      pay: [104_000, 138_000],
      places: 'New York, NY\nAustin, TX',
      workplace: 'hybrid',
      level: 'senior',
    },
    {
      state: 'approved',
      age: 2,
      left: 30,
      title: 'Line worker',
      role: 'power line installer or repairer',
      about:
        'You climb, splice and repair in a crew of four, by day unless a storm says otherwise. Storm nights are paid double.',
      tasks: ['Build and mend lines', 'Be on call one week in five'],
      needed: ['A finished apprenticeship'],
      pay: [35, 49, 'HOUR'],
      places: 'Austin, TX',
      workplace: 'on-site',
    },
    {
      state: 'archived',
      age: 45,
      left: 5,
      title: 'Civil engineer, foundations',
      role: 'civil engineer',
      about:
        'Every mast stands on something. You test the ground, draw the foundation, and are there when it is poured, in three states.',
      tasks: ['Test soil', 'Draw foundations', 'Watch them being poured'],
      needed: ['A license as a professional engineer'],
      pay: [92_000, 124_000],
      places: 'Austin, TX',
      workplace: 'hybrid',
    },
  ],
}

const SOFTWARE: DemoCompany = {
  profile: profile('Example Software', 'software', {
    about: 'We make the programs that small clinics and schools keep their days with. This company is invented.',
    industry: 'Software',
    size: '10–49',
    places: ['San Diego, CA'],
    timeZone: 'America/Los_Angeles',
  }),
  owner: 'demo-software-owner@example.com',
  recruiter: 'demo-software-recruiter@example.com',
  jobs: [
    {
      state: 'live',
      age: 0,
      left: 30,
      title: 'Software developer, scheduling',
      role: 'software developer',
      about:
        'You work on the calendar that four hundred clinics open every morning. The team is five people, ships on Tuesdays, and answers its own support mail.',
      tasks: ['Build and mend the calendar', 'Read what users write to us', 'Review the others’ changes'],
      needed: ['Three years of writing programs that others depend on'],
      pay: [112_000, 148_000],
      places: 'United States',
      workplace: 'remote',
      level: 'middle',
    },
    {
      state: 'live',
      age: 10,
      left: 33,
      title: 'Data scientist',
      role: 'data scientist',
      about:
        'Clinics ask us how many patients will come on a Monday. You find out, say how sure you are, and write it so that a practice manager can use it.',
      tasks: ['Build forecasts and check them', 'Explain them in plain words'],
      needed: ['A degree with statistics', 'Two years of such work'],
      pay: [105_000, 140_000],
      places: 'San Diego, CA',
      workplace: 'hybrid',
    },
    {
      state: 'live',
      age: 11,
      left: 12,
      title: 'Tester, mobile app',
      role: 'software QA analyst or tester',
      about:
        'You know how people hold a phone with a child on their arm, and find what breaks then. You write tests that others can run, and decide with the team what may ship.',
      tasks: ['Test each release', 'Write tests that run by themselves'],
      needed: ['Two years of testing'],
      pay: [82_000, 108_000],
      places: 'California\nColorado\nNew York (state)',
      workplace: 'remote',
      level: 'middle',
    },
    {
      state: 'removed',
      age: 13,
      left: 20,
      title: 'Interface designer, fee for training',
      role: 'web or digital interface designer',
      about:
        'You draw what clinics see each morning. Before the first day there is a training course of two weeks, which applicants pay for themselves.',
      tasks: ['Draw and try out screens'],
      needed: ['A portfolio'],
      pay: [88_000, 112_000],
      places: 'San Diego, CA',
      workplace: 'hybrid',
    },
  ],
}

export const DEMO: readonly DemoCompany[] = [FREIGHT, CLINIC, SCHOOL, POWER, SOFTWARE]
