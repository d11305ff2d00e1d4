import { memo } from "react";
import type { Network } from "../../engine/network.ts";
import { miniature } from "./miniature.ts";

const SIZE = { width: 84, height: 48 };

/** A network's small drawing; what it shows is said beside it. */
export const NetworkPicture = memo(function NetworkPicture({ network }: { network: Network }) {
  const { positive, negative, neurons, radius } = miniature(network, SIZE);
  return (
    <svg
      className="network-picture"
      {...SIZE}
      viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
      aria-hidden="true"
      focusable="false"
    >
      <path d={positive} />
      <path d={negative} strokeDasharray="3 2" />
      {neurons.map(({ x, y }) => (
        <circle key={`${x} ${y}`} cx={x} cy={y} r={radius} />
      ))}
    </svg>
  );
});
