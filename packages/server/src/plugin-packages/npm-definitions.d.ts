/** What npm knows about its own settings; the published types leave the module out. */
declare module '@npmcli/config/lib/definitions/index.js' {
  import type Config from '@npmcli/config';

  const npm: Pick<Config.Options, 'definitions' | 'shorthands'> & {
    flatten: NonNullable<Config.Options['flatten']>;
    nerfDarts: string[];
  };
  export = npm;
}
