import { useMemo } from "react";
import {
  countPaths,
  LARGEST_PATHS,
  PATHS_LISTED,
  sumOverPaths,
  type PathSum,
} from "../../engine/paths.ts";
import type { TaskInput } from "../../engine/tasks.ts";
import { useJob, type JobHandle } from "./useJob.ts";

/** So many candidates for the largest paths are gone through before the next frame. */
const LIGHT_SEARCH = 40_000;

/** The paths of a derivative, found in the worker where there are very many. The same input must be the same object. */
export function usePathSum(input: TaskInput<"paths">): JobHandle<PathSum> {
  const light = useMemo(() => isLight(input), [input]);
  return useJob("paths", input, { light, compute });
}

function isLight({ trace, start, end }: TaskInput<"paths">): boolean {
  return (
    LARGEST_PATHS * trace.layout.weights <= LIGHT_SEARCH ||
    countPaths(trace, start, end) <= BigInt(PATHS_LISTED)
  );
}

function compute({ trace, start, end }: TaskInput<"paths">): PathSum {
  return sumOverPaths(trace, start, end);
}
