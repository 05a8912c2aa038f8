/** What waits for the answer of whoever is signed in, or of their organization. */
export const PENDING_WORDS = {
  title: 'Waiting for your answer',
  approve: 'Approve',
  decline: 'Decline',
  approved: (title: string) => `Approved: ${title}`,
  declined: (title: string) => `Declined: ${title}`,
  transfer: (name: string) => `Take over the project ${name}`,
  transferDetail: (from: string, to: string) => `${from} hands it over. New owner: ${to}.`,
  mandate: (requester: string, approver: string) => `${requester} asks to work for ${approver}`,
  mandateDetail: (approver: string) =>
    `Its people would enter all projects of ${approver} with full rights, until either side ends it.`,
  factor: (email: string) => `${email} lost their second factor`,
  factorDetail:
    'Make sure that it is them. Without it, the password alone lets them in until they set up a new one.',
};
