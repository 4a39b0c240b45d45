import { css } from 'lit';

/**
 * Every public custom property of the kit with its default; elements use the private name behind it.
 * Colours are by role, light and dark designed together: the page's `color-scheme` decides.
 */
export const tokens = css`
  :host {
    --_accent: var(--kontor-accent, light-dark(#0079cc, #4db3ff));
    --_accent-strong: var(--kontor-accent-strong, light-dark(#005a99, #85caff));
    --_accent-soft: var(--kontor-accent-soft, light-dark(#e8f3fc, #12293b));
    --_surface: var(--kontor-surface, light-dark(#fff, #16191d));
    --_surface-raised: var(--kontor-surface-raised, light-dark(#fff, #1e2227));
    --_surface-sunken: var(--kontor-surface-sunken, light-dark(#f5f7f9, #111316));
    --_surface-hover: var(--kontor-surface-hover, light-dark(#f0f3f6, #252a30));
    --_text: var(--kontor-text, light-dark(#1b2127, #e8ecf0));
    --_text-muted: var(--kontor-text-muted, light-dark(#57626d, #a3aeb9));
    --_border: var(--kontor-border, light-dark(#dde3e8, #333a42));
    --_border-strong: var(--kontor-border-strong, light-dark(#87929d, #77828d));
    --_focus: var(--kontor-focus, var(--_accent));
    --_success: var(--kontor-success, light-dark(#176b3a, #6fd39a));
    --_warning: var(--kontor-warning, light-dark(#855300, #f0bd64));
    --_danger: var(--kontor-danger, light-dark(#b3261e, #ff9c94));
    --_danger-soft: var(--kontor-danger-soft, light-dark(#fdecea, #3b1a18));
    --_neutral-soft: var(--kontor-neutral-soft, light-dark(#eef1f4, #2a3036));
    --_mark: var(--kontor-mark, light-dark(#ffe9a8, #5c4a12));
    --_font: var(--kontor-font, system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif);
    --_font-mono: var(--kontor-font-mono, ui-monospace, 'SFMono-Regular', Menlo, Consolas, monospace);
    --_size-small: var(--kontor-size-small, 0.75rem);
    --_size-body: var(--kontor-size-body, 0.875rem);
    --_size-title: var(--kontor-size-title, 1.25rem);
    --_weight: var(--kontor-weight, 400);
    --_weight-strong: var(--kontor-weight-strong, 600);
    --_line: var(--kontor-line-height, 1.45);
    --_space: var(--kontor-space, 4px);
    --_radius: var(--kontor-radius, 8px);
    --_radius-inner: var(--kontor-radius-inner, 4px);
    --_target: var(--kontor-target, 40px);
    --_target-dense: var(--kontor-target-dense, 32px);
    --_shadow: var(--kontor-shadow, 0 8px 24px rgb(0 0 0 / 16%));
    --_motion: var(--kontor-motion, 120ms);
    --_z-popup: var(--kontor-z-popup, 1000);
  }
  @media (prefers-reduced-motion: reduce) {
    :host {
      --_motion: 0ms;
    }
  }
`;
