import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { given, handles, type Source } from './collect.js';

interface Host extends ReactiveControllerHost {
  /** Nothing may be given to it just now. */
  readonly shut: boolean;
}

/** The whole window, as a place to drop files on and to paste them into. */
export class DropZone implements ReactiveController {
  /** Files are being held above it. */
  over = false;

  constructor(
    private readonly host: Host,
    private readonly take: (source: Source, roots?: Promise<FileSystemHandle[]>) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.listen('addEventListener');
  }

  hostDisconnected(): void {
    this.listen('removeEventListener');
  }

  private listen(how: 'addEventListener' | 'removeEventListener'): void {
    window[how]('dragenter', this.drag as EventListener);
    window[how]('dragover', this.drag as EventListener);
    window[how]('dragleave', this.left as EventListener);
    window[how]('drop', this.dropped as EventListener);
    window[how]('paste', this.pasted as EventListener);
  }

  private readonly drag = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault(); // else the browser would leave the page for the file
    event.dataTransfer.dropEffect = this.host.shut ? 'none' : 'copy';
    this.show(!this.host.shut);
  };

  private readonly left = (event: DragEvent): void => {
    if (event.relatedTarget === null) this.show(false);
  };

  private readonly dropped = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.show(false);
    this.take(given(event.dataTransfer), handles(event.dataTransfer));
  };

  private readonly pasted = (event: ClipboardEvent): void => {
    if (event.clipboardData?.files.length) this.take(given(event.clipboardData));
  };

  private show(over: boolean): void {
    if (this.over === over) return;
    this.over = over;
    this.host.requestUpdate();
  }
}
