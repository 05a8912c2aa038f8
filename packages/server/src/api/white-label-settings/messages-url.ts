import type { Site } from '#http/context.ts';

/** Where the admin finds words of the project's own for its interface. */
export function messagesUrlOf({ settings }: Site): string | null {
  const url = settings.custom_i18n_messages_template_url;
  return typeof url === 'string' ? url : null;
}
