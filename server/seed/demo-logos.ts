/** Logos of the demo: horizontal, at least 2:1, on a ground of their own so that they stand on light and dark. */

/** Seven lamps over two mountains. */
export const DWARFS_LOGO = `<svg xmlns="http://www.w3.org/2000/svg" width="240" height="80" viewBox="0 0 240 80">
<rect width="240" height="80" rx="8" fill="#1f3a34"/>
<path d="M12 64 38 22l13 20 9-12 22 34z" fill="#e9d8a6"/>
<path d="m38 22 7 11-7 5-7-5z" fill="#fff"/>
<g fill="#f4a300"><circle cx="104" cy="22" r="4"/><circle cx="122" cy="22" r="4"/><circle cx="140" cy="22" r="4"/><circle cx="158" cy="22" r="4"/><circle cx="176" cy="22" r="4"/><circle cx="194" cy="22" r="4"/><circle cx="212" cy="22" r="4"/></g>
<g fill="none" stroke="#fff" stroke-width="6" stroke-linecap="round" stroke-linejoin="round"><path d="M102 40h20l-12 24"/><path d="M136 40h22l-22 24h22"/><path d="M172 40h22l-22 24h22"/></g>
</svg>
`;

/** A wooden puppet's head with the long nose. */
export const GEPPETTO_LOGO = `<svg xmlns="http://www.w3.org/2000/svg" width="240" height="72" viewBox="0 0 240 72">
<rect width="240" height="72" rx="8" fill="#7a1f2b"/>
<path d="M26 22h40l-20-14z" fill="#f2c14e"/>
<circle cx="46" cy="40" r="20" fill="#f3d9b1"/>
<rect x="62" y="36" width="44" height="8" rx="4" fill="#d99a5b"/>
<circle cx="52" cy="34" r="3" fill="#3b2314"/>
<path d="M42 50q8 5 15-1" fill="none" stroke="#3b2314" stroke-width="3" stroke-linecap="round"/>
<g fill="#f2c14e"><rect x="124" y="20" width="14" height="14"/><rect x="142" y="20" width="14" height="14"/><rect x="160" y="20" width="14" height="14"/><rect x="178" y="20" width="14" height="14"/><rect x="196" y="20" width="14" height="14"/></g>
<rect x="124" y="42" width="86" height="10" rx="5" fill="#f3d9b1"/>
</svg>
`;

/** A basket under a hood. */
export const GRANDMOTHER_LOGO = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="80" viewBox="0 0 200 80">
<rect width="200" height="80" rx="8" fill="#fbeee6"/>
<path d="M18 44h52l-6 22H24z" fill="#a8632c"/>
<path d="M24 44a20 22 0 0 1 40 0" fill="none" stroke="#a8632c" stroke-width="4"/>
<circle cx="36" cy="40" r="7" fill="#d94f3d"/><circle cx="52" cy="40" r="7" fill="#e9a23b"/>
<path d="M92 60c0-40 40-52 54-40-6 2-9 6-9 12 0 10 9 12 9 28z" fill="#c0262d"/>
<path d="M158 30h28M158 44h28M158 58h18" stroke="#5b2c1a" stroke-width="5" stroke-linecap="round"/>
</svg>
`;
