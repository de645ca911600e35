/** The people and channels of the sandbox's workspace, by the names the stories use. */
export const anna = 'U0ANNA'
export const ben = 'U0BEN'
export const carla = 'U0CARLA'
export const guest = 'U0GUEST'
export const stranger = 'U0STRANGER'
export const leads = 'C0LEADS'
export const marketing = 'C0MARKETING'
