/** The shell around the engine: one request in, one reply out. */
import { computeTrace } from "../engine/compute.ts";
import { buffersOf, type EngineReply, type EngineRequest } from "./protocol.ts";

self.addEventListener("message", ({ data }: MessageEvent<EngineRequest>) => {
  const { rev, network } = data;
  try {
    const trace = computeTrace(network, rev);
    reply({ rev, trace }, buffersOf(trace));
  } catch (error) {
    reply({ rev, error: String(error) }, []);
  }
});

function reply(message: EngineReply, transfer: ArrayBuffer[]): void {
  self.postMessage(message, { transfer });
}
