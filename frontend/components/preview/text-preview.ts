import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { marked } from 'marked';
import { parse } from 'papaparse';

const MOST_BYTES = 1024 * 1024;
const MOST_ROWS = 500;

/* Nothing runs in there, and nothing but what stands in it is loaded: the frame has no permissions at all.
   The policy of shared pages names this style by its hash (SharedHeaders). */
const STYLE = '<meta name="color-scheme" content="light dark"><style>body { font: 14px/1.5 system-ui, sans-serif; margin: 1rem; overflow-wrap: anywhere; } pre { overflow: auto; } table { border-collapse: collapse; } td, th { border: 1px solid #8888; padding: .25em .5em; }</style>';

/** The first megabyte of a text, as its kind is best read. All of it is data: nothing of it becomes code or markup here. */
class TextPreview extends LitElement {
  static override properties = { src: {}, name: {}, text: { state: true }, cut: { state: true }, problem: { state: true } };

  declare src: string;
  declare name: string;
  declare text: string | undefined;
  declare cut: boolean;
  declare problem: string;

  constructor() {
    super();
    this.src = '';
    this.name = '';
    this.cut = false;
    this.problem = '';
  }

  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.read();
  }

  override render() {
    if (this.problem) return html`<p class="quiet">${this.problem}</p>`;
    if (this.text === undefined) return html`<div class="skeleton"></div>`;
    return html`${this.shown(this.text)}${this.cut ? html`<p class="quiet">The first MiB. Download it to see the rest.</p>` : nothing}`;
  }

  private async read(): Promise<void> {
    try {
      const answer = await fetch(this.src, { headers: { range: `bytes=0-${MOST_BYTES - 1}` } });
      if (!answer.ok) throw new Error(String(answer.status));
      const total = Number(/\/(\d+)$/.exec(answer.headers.get('content-range') ?? '')?.[1] ?? 0);
      this.text = new TextDecoder().decode(await answer.arrayBuffer());
      this.cut = total > MOST_BYTES;
    } catch {
      this.problem = 'The store did not hand it out for a preview. Download it instead.';
    }
  }

  private shown(text: string): TemplateResult {
    const ending = this.name.slice(this.name.lastIndexOf('.') + 1).toLowerCase();
    if (ending === 'csv' || ending === 'tsv') return table(text);
    if (ending === 'md') return frame(this.name, marked.parse(text, { async: false }));
    return plain(ending === 'json' ? indented(text) : text);
  }
}

const plain = (text: string) => html`<pre tabindex="0">${text}</pre>`;

function table(text: string): TemplateResult {
  const [head = [], ...rows] = parse<string[]>(text, { preview: MOST_ROWS + 1, skipEmptyLines: true }).data;
  return html`
    <div class="preview-table" tabindex="0">
      <table>
        <thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
        <tbody>${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody>
      </table>
    </div>
    ${rows.length >= MOST_ROWS ? html`<p class="quiet">The first ${MOST_ROWS} lines.</p>` : nothing}
  `;
}

const frame = (name: string, markup: string) =>
  html`<iframe sandbox="" title=${name} .srcdoc=${STYLE + markup}></iframe>`;

/* Numbers keep their digits; not every browser can, and TypeScript knows neither yet. */
interface ExactJson {
  rawJSON?(text: string): unknown;
  parse(text: string, revive: (key: string, value: unknown, context?: { source?: string }) => unknown): unknown;
}

/** As it is where it is no JSON, or cut, or would lose digits. */
function indented(text: string): string {
  const json = JSON as ExactJson;
  if (!json.rawJSON) return text;
  try {
    const exact = json.parse(text, (_, value, context) =>
      typeof value === 'number' && context?.source ? json.rawJSON!(context.source) : value,
    );
    return JSON.stringify(exact, null, 2);
  } catch {
    return text;
  }
}

customElements.define('bramble-text-preview', TextPreview);
