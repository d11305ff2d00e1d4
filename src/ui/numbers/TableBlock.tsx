import { useState } from "react";
import type { Trace } from "../../engine/trace.ts";
import type { Table } from "../../session/command.ts";
import type { MatrixTarget } from "../../share/matrixFit.ts";
import { asCells, asNumpy } from "./matrixCopy.ts";
import { TableGrid } from "./TableGrid.tsx";
import { rowsOf, targetOf } from "./tables.ts";
import { useNumbersWords } from "./words.ts";

interface TableBlockProps {
  readonly table: Table;
  readonly l: number;
  readonly trace: Trace;
  /** Numbers are to be pasted into the table, with those that were pasted already, if any. */
  readonly onPaste: (target: MatrixTarget, text: string) => void;
}

/** A table with what can be done to all of it. */
export function TableBlock({ table, l, trace, onPaste }: TableBlockProps) {
  const words = useNumbersWords();
  const [said, setSaid] = useState("");
  const target = targetOf(trace.layout, table, l);
  const name = words.tableName(target);
  const rows = rowsOf(trace, target);
  const missing = rows.flat().filter((entry) => entry === null).length;
  const copy = async (text: string, done: string): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(done);
    } catch {
      setSaid(words.copyFailed);
    }
  };
  const tools = [
    [words.pasteInto, () => onPaste(target, "")],
    [words.copyNumpy, () => void copy(asNumpy(rows), words.copiedNumpy(name, missing))],
    [words.copyCells, () => void copy(asCells(rows), words.copied(name))],
  ] as const;
  return (
    <div className="table-block">
      <div className="table-scroller">
        <TableGrid target={target} trace={trace} onPaste={(text) => onPaste(target, text)} />
      </div>
      <div className="table-tools" onBlur={() => setSaid("")}>
        {tools.map(([label, act]) => (
          <button
            key={label}
            type="button"
            className="tool"
            aria-label={words.labelled(label, name)}
            onClick={act}
          >
            {label}
          </button>
        ))}
        <span className="said" role="status">
          {said}
        </span>
      </div>
    </div>
  );
}
