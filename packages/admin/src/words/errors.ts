/** What to say for the codes that a person can meet in the admin. */
export const DOCUMENTED_ERRORS = {
  INVALID_CREDENTIALS: 'No account has this email and password.',
  INVALID_AUTHORIZATION_HEADER: 'The token is not valid any more.',
  INVALID_EMAIL: 'This is not an email address.',
  INSUFFICIENT_PERMISSIONS: 'Your role does not allow this.',
  NOT_FOUND: 'This is not there any more.',
  RATE_LIMIT_EXCEEDED: 'Too many requests in a short time. Wait a few seconds.',
  NON_EDITABLE_ACCESS_TOKEN: 'This token comes with the project and cannot be changed. It can be rotated.',
  DESTINATION_USER_REQUIRED: 'This token wrote records or assets, and someone has to take them over first.',
  SITE_NOT_READY: 'The project is still being made. Try again in a moment.',
  INVALID_ENVIRONMENT: 'There is no such environment, or it is not open to you.',
  INVALID_FIELD: 'Some values are not accepted.',
  TECHNICAL_LIMIT_REACHED: 'A limit of the server is reached.',
  SERVICE_UNAVAILABLE: 'The server is busy or being restarted. Try again in a moment.',
  EXCEPTION: 'Something went wrong on the server. Its log says more.',
} as const;
