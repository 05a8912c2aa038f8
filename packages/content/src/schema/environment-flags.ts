/** Opt-in behaviours of an environment, `site.meta.*` on the wire. A new project starts with these values. */
export const DEFAULT_ENVIRONMENT_FLAGS = {
  draft_mode_default: false,
  custom_upload_storage_settings: false,
  improved_timezone_management: true,
  improved_hex_management: true,
  improved_gql_multilocale_fields: true,
  improved_gql_visibility_control: true,
  improved_boolean_fields: true,
  improved_validation_at_publishing: true,
  improved_exposure_of_inline_blocks_in_cda: true,
  improved_items_listing: true,
  milliseconds_in_datetime: false,
  non_localized_focal_points: false,
};
export type EnvironmentFlag = keyof typeof DEFAULT_ENVIRONMENT_FLAGS;
export type EnvironmentFlags = Readonly<Record<EnvironmentFlag, boolean>>;

/** The flags as stored, completed by what a new project starts with. */
export function environmentFlags(stored: unknown): EnvironmentFlags {
  const given = typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
  const flags = { ...DEFAULT_ENVIRONMENT_FLAGS };
  for (const name of Object.keys(flags) as EnvironmentFlag[]) {
    const value = given[name];
    if (typeof value === 'boolean') flags[name] = value;
  }
  return flags;
}
