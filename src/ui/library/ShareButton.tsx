import { useState } from "react";
import { libraryMessages } from "../../i18n/library.ts";
import { LONG_LINK } from "../../share/compress.ts";
import { useBackstep } from "../context.ts";
import { useServices } from "../services.ts";

/** Copies the link to what is open, and says so; a link that some programs cut is announced. */
export function ShareButton() {
  const words = libraryMessages(useBackstep((state) => state.view.lang));
  const { shareUrl, reports } = useServices();
  const [isShared, setShared] = useState(false);
  const share = async (): Promise<void> => {
    const url = await shareUrl();
    const isCopied = await copy(url);
    setShared(isCopied);
    reports.setState({
      report: {
        urgent: !isCopied,
        say: (lang) => {
          const { linkCopied, linkNotCopied, longLink } = libraryMessages(lang);
          const sentences = [isCopied ? linkCopied : linkNotCopied];
          if (url.length > LONG_LINK) sentences.push(longLink(url.length));
          return sentences.join(" ");
        },
      },
    });
  };
  return (
    <button
      type="button"
      className="button share"
      onClick={() => void share()}
      onBlur={() => setShared(false)}
    >
      {isShared ? words.shared : words.share}
    </button>
  );
}

/** Whether the browser allowed it. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
