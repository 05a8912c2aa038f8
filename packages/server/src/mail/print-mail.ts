import type { Mailer } from './mailer.ts';

/** For a server that cannot send mail: whoever runs it reads the letters on its terminal and passes them on. */
export function createPrintingMailer(write: (text: string) => void): Mailer {
  return {
    async send({ to, subject, text }) {
      write(`\nTo: ${to}\nSubject: ${subject}\n\n${text}\n\n`);
    },
  };
}
