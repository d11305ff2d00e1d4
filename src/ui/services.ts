import { createContext, useContext } from "react";
import type { RunTask } from "../engine/runTask.ts";
import type { KeptWork } from "../storage/keep.ts";
import type { Reports } from "./reports.ts";

/** What the composition root gives the page besides the store. */
export interface PageServices {
  /** The address of the page as it is now. */
  readonly shareUrl: () => Promise<string>;
  /** The edited work of other tabs, newest first. */
  readonly recentWork: () => readonly KeptWork[];
  /** Performs long computations in a worker of their own. */
  readonly runTask: RunTask;
}

export interface Services extends PageServices {
  readonly reports: Reports;
}

export const ServicesContext = createContext<Services | null>(null);

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (services === null) throw new Error("ServicesContext is not provided");
  return services;
}
