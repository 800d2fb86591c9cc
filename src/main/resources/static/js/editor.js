// The studio's editor: CodeMirror over the text area, with what the compiler says at the lines.
import {
  EditorState, EditorView, keymap, lineNumbers, highlightActiveLine, highlightActiveLineGutter, drawSelection, highlightSpecialChars,
  defaultKeymap, history, historyKeymap, HighlightStyle, syntaxHighlighting, indentOnInput, indentUnit, bracketMatching, autocompletion,
  completionKeymap, closeBrackets, closeBracketsKeymap, setDiagnostics, lintGutter, nextDiagnostic, searchKeymap,
  highlightSelectionMatches, yaml, tags,
} from "../vendor/codemirror-6.43.15/codemirror.js";
import { keysAt } from "./keys.js";

// The editor lives in a shadow root: there its styles are constructed sheets, which the content security policy allows.

const look = EditorView.theme({
  "&": { height: "100%", fontSize: "var(--fs-1)", color: "var(--ink-2)", backgroundColor: "var(--surface)" },
  "&.cm-focused": { outline: "2px solid var(--accent)", outlineOffset: "-2px" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.62" },
  ".cm-gutters": { backgroundColor: "var(--surface)", color: "var(--ink-3)", border: "0" },
  ".cm-activeLine": { backgroundColor: "color-mix(in srgb, var(--sunken) 70%, transparent)" },
  ".cm-activeLineGutter": { backgroundColor: "var(--sunken)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground":
    { background: "var(--accent-bg)" },
  ".cm-content": { caretColor: "var(--ink)" },
  ".cm-tooltip": { backgroundColor: "var(--raised)", color: "var(--ink)", border: "1px solid var(--line-2)", borderRadius: "var(--r-1)" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "var(--accent)", color: "var(--on-accent)" },
  ".cm-diagnostic": { fontFamily: "var(--sans)", whiteSpace: "pre-wrap" },
  ".cm-diagnostic-error": { borderLeftColor: "var(--bad)" },
  ".cm-diagnostic-warning": { borderLeftColor: "var(--warn)" },
  ".cm-lintRange-error": { backgroundImage: "none", textDecoration: "underline wavy var(--bad) 1px", textUnderlineOffset: "3px" },
  ".cm-lintRange-warning": { backgroundImage: "none", textDecoration: "underline wavy var(--warn) 1px", textUnderlineOffset: "3px" },
  ".cm-lint-marker": { width: "4px", height: "1.3em", content: "''", borderRadius: "2px" },
  ".cm-lint-marker-error": { content: "''", backgroundColor: "var(--bad)" },
  ".cm-lint-marker-warning": { content: "''", backgroundColor: "var(--warn)" },
  ".cm-gutter-lint": { width: "8px" },
  ".cm-panels": { backgroundColor: "var(--sunken)", color: "var(--ink)" },
  ".cm-searchMatch": { backgroundColor: "var(--warn-bg)" },
  ".cm-textfield, .cm-button": { backgroundColor: "var(--surface)", backgroundImage: "none", color: "var(--ink)", border: "1px solid var(--control)" },
});

const colours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: "var(--s1)", fontWeight: "500" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--s2)" },
  { tag: tags.comment, color: "var(--ink-3)" },
  { tag: [tags.labelName, tags.typeName, tags.keyword], color: "var(--s3)" },
]);

function tellPlace(place, state) {
  const head = state.selection.main.head;
  const line = state.doc.lineAt(head);
  const remark = place.dataset.remark;
  place.textContent = "Ln " + line.number + ", Col " + (head - line.from + 1) + (remark ? " · " + remark : "");
}

// Where a problem begins and ends: with the word there, or with the next character.
function position(doc, at) {
  const line = doc.line(Math.min(Math.max(at.line, 1), doc.lines));
  // Columns count characters, the editor counts UTF-16 units.
  const from = line.from + [...line.text].slice(0, at.column - 1).join("").length;
  const rest = doc.sliceString(Math.min(from, line.to), line.to);
  const length = rest.match(/^[\w.%/-]+/)?.[0].length ?? Math.min(rest.length, 1);
  return { from: Math.min(from, line.to), to: Math.min(from + length, line.to) };
}

// Puts the editor into `host` in place of the text area: with its text, its selection, its scroll and, if it had it, the focus.
export function mount(area, host, { name, place, changed, save }) {
  const focused = document.activeElement === area;
  const scroll = area.scrollTop;
  host.hidden = false;
  area.hidden = true;
  place.dataset.remark = place.textContent.trim();
  const root = host.attachShadow({ mode: "open" });
  const isYaml = /\.(ya?ml|json)$/.test(name);
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: area.value,
      selection: { anchor: area.selectionStart, head: area.selectionEnd },
      extensions: [
        lintGutter(), lineNumbers(), highlightActiveLineGutter(), highlightSpecialChars(), history(), drawSelection(),
        indentUnit.of("  "), indentOnInput(), bracketMatching(), closeBrackets(), highlightActiveLine(), highlightSelectionMatches(),
        EditorState.tabSize.of(2), look, syntaxHighlighting(colours),
        ...(isYaml ? [yaml(), autocompletion({ override: [keysAt] })] : []),
        EditorView.contentAttributes.of({ "aria-label": "Text of " + name, spellcheck: "false" }),
        EditorView.updateListener.of(update => {
          if (update.docChanged) changed();
          if (update.docChanged || update.selectionSet) tellPlace(place, update.state);
        }),
        keymap.of([
          { key: "Mod-s", run: () => save("save"), preventDefault: true },
          { key: "F5", run: () => save("play"), preventDefault: true },
          { key: "F8", run: nextDiagnostic },
          ...closeBracketsKeymap, ...defaultKeymap, ...searchKeymap, ...historyKeymap, ...completionKeymap,
        ]),
      ],
    }),
  });
  tellPlace(place, view.state);
  view.scrollDOM.scrollTop = scroll;
  if (focused) view.focus();
  return {
    text: () => view.state.doc.toString(),
    mark: problems => view.dispatch(setDiagnostics(view.state, problems.map(problem => ({
      ...position(view.state.doc, problem),
      severity: problem.severity,
      message: problem.message + (problem.suggestion ? "\n" + problem.suggestion : ""),
    })))),
    show: (line, column) => {
      const { from } = position(view.state.doc, { line, column });
      view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: "center" }) });
      view.focus();
    },
    next: () => {
      view.focus();
      return nextDiagnostic(view);
    },
  };
}
