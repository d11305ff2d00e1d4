import { libraryMessages } from "../../i18n/library.ts";
import { EXAMPLES } from "../../share/examples.ts";
import { useBackstep, useBackstepStore, useMessages } from "../context.ts";
import { Menu } from "../Menu.tsx";
import { sizesText } from "./work.ts";

/** What is open, and the examples, each with what there is to see in it. */
export function ExamplesMenu() {
  const { examples } = useMessages();
  const { actions } = useBackstepStore().getState();
  const words = libraryMessages(useBackstep((state) => state.view.lang));
  const open = useBackstep((state) => state.example);
  const sizes = useBackstep((state) => state.session.network.layout.sizes);
  const text =
    open !== null
      ? examples[open].name
      : sizes.length === 0
        ? words.emptyStage
        : words.ownNetwork(sizesText(sizes));
  return (
    <Menu
      className="examples"
      label={`${words.example}: ${text}`}
      title={open === null ? text : examples[open].description}
      items={EXAMPLES.map(({ id }) => ({
        id,
        ...examples[id],
        checked: id === open,
        onChoose: () => actions.openExample(id),
      }))}
    >
      <span className="open-work">{text}</span>
    </Menu>
  );
}
