import type { Network } from "../../src/engine/network.ts";
import { computeTrace } from "../../src/engine/compute.ts";
import type { Engine, EngineCallbacks } from "../../src/store/store.ts";
import type { Clock } from "../../src/store/player.ts";
import type { Page } from "../../src/store/url.ts";

/** An engine that answers at once. */
export function promptEngine({ onTrace }: EngineCallbacks): Engine {
  const request = (network: Network, rev: number): void => onTrace(computeTrace(network, rev));
  return { request, requestAtOnce: request };
}

/** An engine that answers when told to. */
export class SlowEngine implements Engine {
  readonly requests: { readonly network: Network; readonly rev: number }[] = [];
  callbacks!: EngineCallbacks;

  readonly connect = (callbacks: EngineCallbacks): Engine => {
    this.callbacks = callbacks;
    return this;
  };

  readonly request = (network: Network, rev: number): void => {
    this.requests.push({ network, rev });
  };

  readonly requestAtOnce = (network: Network, rev: number): void => {
    this.callbacks.onTrace(computeTrace(network, rev));
  };

  /** Answers request k, the newest if none is named. */
  answer(k = this.requests.length - 1): void {
    const { network, rev } = this.requests[k];
    this.callbacks.onTrace(computeTrace(network, rev));
  }
}

/** A clock that stands still until it is moved on. */
export class FakeClock implements Clock {
  now = 0;
  private id = 0;
  private readonly timers = new Map<number, { readonly at: number; readonly run: () => void }>();

  readonly performance = { now: (): number => this.now };

  readonly setTimeout = (run: () => void, ms: number): number => {
    this.timers.set(++this.id, { at: this.now + ms, run });
    return this.id;
  };

  readonly clearTimeout = (id: number): void => {
    this.timers.delete(id);
  };

  get waiting(): number {
    return this.timers.size;
  }

  tick(ms: number): void {
    const end = this.now + ms;
    for (;;) {
      const due = [...this.timers].filter(([, { at }]) => at <= end);
      if (due.length === 0) break;
      const [id, { at, run }] = due.reduce((a, b) => (b[1].at < a[1].at ? b : a));
      this.timers.delete(id);
      this.now = at;
      run();
    }
    this.now = end;
  }
}

/** A page with an address bar. */
export class FakePage extends FakeClock implements Page {
  href: string;
  /** Every address written. */
  readonly writes: string[] = [];
  /** Whether the browser refuses to write. */
  refuses = false;
  private readonly listeners = new Map<string, Set<() => void>>();

  constructor(href = "https://example.org/backstep/?a=b") {
    super();
    this.href = href;
  }

  get location(): { readonly hash: string; readonly href: string } {
    const at = this.href.indexOf("#");
    return { href: this.href, hash: at < 0 ? "" : this.href.slice(at) };
  }

  readonly history = {
    state: { kept: true },
    replaceState: (state: unknown, _: string, url?: string | URL | null): void => {
      if (this.refuses) throw new DOMException("too many calls", "SecurityError");
      if (state !== this.history.state) throw new Error("the history entry's state was lost");
      this.href = this.href.split("#", 1)[0] + String(url);
      this.writes.push(String(url));
    },
  };

  readonly addEventListener = (type: string, listener: () => void): void => {
    this.listeners.set(type, (this.listeners.get(type) ?? new Set()).add(listener));
  };

  readonly removeEventListener = (type: string, listener: () => void): void => {
    this.listeners.get(type)?.delete(listener);
  };

  fire(type: "hashchange" | "pagehide" | "visibilitychange"): void {
    for (const listener of this.listeners.get(type) ?? []) listener();
  }

  /** The person edits the address, or follows a link. */
  goTo(hash: string): void {
    this.href = this.href.split("#", 1)[0] + hash;
    this.fire("hashchange");
  }
}
