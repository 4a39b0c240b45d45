/** Bounds of one top-up, in minor units: 5.00 to 10,000.00. Default of the design. */
export const TOP_UP_BOUNDS = { least: 500, greatest: 1_000_000 } as const;
