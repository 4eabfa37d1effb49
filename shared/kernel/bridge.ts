/** A request and its reply as they cross Electron's one channel: plain data in the shape of fetch. */
export interface BridgeRequest {
  /** Path with query, on the program's own origin. */
  readonly url: string;
  readonly method: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array | null;
}

export interface BridgeReply {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array;
}

/** The one function the preload puts on `window.mingqian`. */
export interface Bridge {
  readonly call: (request: BridgeRequest) => Promise<BridgeReply>;
}
