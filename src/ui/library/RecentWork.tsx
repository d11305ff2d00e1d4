import { useState } from "react";
import { networksMessages } from "../../i18n/networks.ts";
import { readLink } from "../../share/link.ts";
import { useBackstep } from "../context.ts";
import { useServices } from "../services.ts";
import { momentText } from "./momentText.ts";
import { NetworkPicture } from "./NetworkPicture.tsx";
import { sizesText } from "./work.ts";

/** Work that is not open here: of other tabs, closed or not, and what another was opened over. */
export function RecentWork({ onOpen }: { onOpen: (link: string) => void }) {
  const lang = useBackstep((state) => state.view.lang);
  const words = networksMessages(lang);
  const { recentWork } = useServices();
  const [works] = useState(() =>
    recentWork().flatMap((kept) => {
      const { network } = readLink(kept.link);
      return network === null || network.layout.L === 0 ? [] : [{ ...kept, network }];
    }),
  );
  if (works.length === 0) return null;
  return (
    <>
      <h3>{words.recentWork}</h3>
      <ul className="networks">
        {works.map(({ tab, time, link, network }) => {
          const [sizes, when] = [sizesText(network.layout.sizes), momentText(time, lang)];
          return (
            <li className="network" key={tab}>
              <NetworkPicture network={network} />
              <p className="about when">{words.recentItem(sizes, when)}</p>
              <button
                type="button"
                className="button"
                aria-label={words.openRecent(sizes, when)}
                onClick={() => onOpen(link)}
              >
                {words.open}
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
