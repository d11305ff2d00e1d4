/** Magnitude at which an edge has half of its extra thickness. */
const HALF = 0.6;

/**
 * Thickness of an edge in px for its weight: from `thin` at 0 towards `thick`, without end for
 * any magnitude. It depends on this weight alone, so an edit never redraws another edge.
 */
export function edgeWidth(weight: number, thin: number, thick: number): number {
  const magnitude = Math.abs(weight);
  // ∞ / ∞ is no number; a weight that large is as thick as an edge gets.
  const share = magnitude > 1e12 ? 1 : magnitude / (magnitude + HALF);
  return Math.round((thin + (thick - thin) * share) * 20) / 20;
}
