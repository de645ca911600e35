/** The leads that the peers get to see. */
export const jane = {
  ...{ name: 'Jane Doe', email: 'jane@example.com', title: 'VP Sales', company: 'Acme' },
  request: 'demo',
}
export const omar = { name: 'Omar Aziz', email: 'omar@example.com', title: 'Intern', qualified: true }
