import { css } from 'lit';

/* The components draw into the page itself, so that the theme's buttons and bars look as everywhere. */
const sheet = css`
  bramble-uploader { display: contents; }

  .drop-here {
    align-items: center;
    background: color-mix(in srgb, var(--aura-background-color) 88%, transparent);
    display: flex;
    inset: 0;
    justify-content: center;
    padding: 1rem;
    pointer-events: none;
    position: fixed;
    z-index: 200;
  }

  .drop-here[hidden] { display: none; }

  .drop-here > div {
    align-items: center;
    border: 2px dashed var(--aura-accent-color);
    border-radius: var(--vaadin-radius-l);
    color: var(--aura-accent-text-color);
    display: flex;
    flex-direction: column;
    gap: var(--vaadin-gap-s);
    height: calc(100% - 2rem);
    justify-content: center;
    width: calc(100% - 2rem);
  }

  .drop-here vaadin-icon { height: 3rem; width: 3rem; }
  .drop-here strong { font-size: var(--aura-font-size-xl); }

  .tray {
    background: var(--aura-surface-color-solid, Canvas);
    border: 1px solid var(--vaadin-border-color);
    border-radius: var(--vaadin-radius-l);
    bottom: 1rem;
    box-shadow: var(--aura-shadow-m, 0 4px 24px rgb(0 0 0 / 20%));
    box-sizing: border-box;
    display: flex;
    flex-direction: column;
    inset-inline-end: 1rem;
    max-height: min(32rem, calc(100dvh - 2rem));
    max-width: calc(100vw - 2rem);
    overflow: hidden;
    position: fixed;
    width: 27rem;
    z-index: 150;
  }

  .tray[hidden] { display: none; }
  /* What is behind it can be scrolled above it, once it is folded. */
  body:has(> bramble-upload-tray > .tray:not([hidden])) .files-view { padding-block-end: 5rem; }
  .tray > header { align-items: flex-start; display: flex; gap: var(--vaadin-gap-xs); padding: 0.75rem 0.5rem 0.75rem 1rem; }
  .tray .words { flex: 1; min-width: 0; }
  .tray h2 { font-size: var(--aura-font-size-m); line-height: 1.4; margin: 0; }
  .tray .words p { color: var(--vaadin-text-color-secondary); font-size: var(--aura-font-size-s); margin: 0; min-height: 1.4em; }
  .tray vaadin-progress-bar { border-radius: 0; flex: none; margin: 0; }
  /* Drawn four times a second, it would never come to rest, and every frame would be laid out anew. */
  .tray vaadin-progress-bar::part(value) { transition: none; }
  .tray .stopped { align-items: center; background: color-mix(in srgb, var(--aura-red) 12%, transparent); display: flex; gap: 0.5rem; margin: 0; padding: 0.5rem 0.5rem 0.5rem 1rem; }
  .tray .stopped span { flex: 1; }

  .tray .rows { border-top: 1px solid var(--vaadin-border-color-secondary); list-style: none; margin: 0; overflow: auto; padding: 0.25rem 0; }

  .tray li {
    align-items: center;
    column-gap: var(--vaadin-gap-s);
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto minmax(1.75rem, auto);
    min-height: 2rem;
    padding-inline: 1rem 0.5rem;
  }

  .tray .name { overflow: hidden; text-overflow: ellipsis; white-space: pre; }
  .tray .state { color: var(--vaadin-text-color-secondary); font-size: var(--aura-font-size-s); }
  .tray .failed .state, .tray .why { color: var(--aura-red-text, var(--aura-red)); }
  .tray .done .state { color: var(--aura-green-text, var(--aura-green)); }
  .tray .why { font-size: var(--aura-font-size-s); grid-column: 1 / -1; padding-bottom: 0.375rem; }
  .tray li { position: relative; }
  .tray .sent { background: var(--aura-accent-color); border-radius: 1px; bottom: 0; height: 2px; inset-inline-start: 0; position: absolute; }
  .tray li vaadin-button { height: 1.75rem; min-width: 0; padding: 0; width: 1.75rem; }
  .tray .orders { display: flex; }
  .tray .interrupted { border-top: 1px solid var(--vaadin-border-color-secondary); padding: 0.75rem 1rem; }
  .tray .interrupted p { margin: 0 0 0.5rem; }
  .tray .interrupted ul { list-style: none; margin: 0 0 0.5rem; max-height: 12rem; overflow: auto; padding: 0; }
  .tray .interrupted li { grid-template-columns: minmax(0, 1fr) auto; padding-inline: 0; }
  .tray .interrupted li > span { display: grid; padding-block: 0.25rem; }
  .tray .interrupted li vaadin-button { padding-inline: 0.5rem; width: auto; }
  .tray .interrupted div { display: flex; flex-wrap: wrap; gap: var(--vaadin-gap-s); }
  .tray .more { color: var(--vaadin-text-color-secondary); font-size: var(--aura-font-size-s); }

  .tray > footer {
    align-items: center;
    border-top: 1px solid var(--vaadin-border-color-secondary);
    display: flex;
    gap: var(--vaadin-gap-s);
    padding: 0.5rem 0.75rem 0.5rem 1rem;
  }

  .tray > footer span { flex: 1; }

  .upload-question {
    background: var(--aura-surface-color-solid, Canvas);
    border: 1px solid var(--vaadin-border-color);
    border-radius: var(--vaadin-radius-l);
    box-shadow: var(--aura-shadow-m, 0 4px 24px rgb(0 0 0 / 20%));
    box-sizing: border-box;
    color: var(--vaadin-text-color);
    max-width: min(30rem, calc(100vw - 2rem));
    overflow-wrap: anywhere;
    padding: 1.5rem;
  }

  .upload-question::backdrop { background: rgb(0 0 0 / 40%); }
  .upload-question h2 { margin: 0 0 0.5rem; }
  .upload-question p { margin: 0 0 1rem; }
  .upload-question dl { display: grid; gap: 0.25rem 1rem; grid-template-columns: auto 1fr; margin: 0 0 1.5rem; }
  .upload-question dt { font-weight: var(--aura-font-weight-semibold); }
  .upload-question dd { color: var(--vaadin-text-color-secondary); margin: 0; }
  .upload-question footer { display: flex; flex-wrap: wrap; gap: var(--vaadin-gap-s); justify-content: flex-end; }

  @media (max-width: 40rem) {
    .tray { border-radius: var(--vaadin-radius-l) var(--vaadin-radius-l) 0 0; bottom: 0; inset-inline: 0; max-height: 60dvh; max-width: none; width: auto; }
  }
`;

export function adopt(): void {
  const { adoptedStyleSheets } = document;
  if (!adoptedStyleSheets.includes(sheet.styleSheet!)) adoptedStyleSheets.push(sheet.styleSheet!);
}
