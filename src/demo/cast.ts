/** Who acts in the demo, and where, by the ids of the sandbox's workspace. */
export const people = { anna: 'U0ANNA', ben: 'U0BEN', carla: 'U0CARLA' } as const

export const handoffsChannel = 'C0LEADS'
export const generalChannel = 'C0GENERAL'
export const marketingChannel = 'C0MARKETING'

export const names: ReadonlyMap<string, string> = new Map([
  [people.anna, 'Anna'],
  [people.ben, 'Ben'],
  [people.carla, 'Carla'],
  ['U0BATON', 'Baton'],
  [handoffsChannel, 'leads'],
  [generalChannel, 'general'],
  [marketingChannel, 'marketing-feedback'],
])
