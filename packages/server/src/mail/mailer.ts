export interface Mail {
  to: string;
  subject: string;
  /** Plain text; links stand on lines of their own. */
  text: string;
}

/** How mail leaves the server. */
export interface Mailer {
  send(mail: Mail): Promise<void>;
}
