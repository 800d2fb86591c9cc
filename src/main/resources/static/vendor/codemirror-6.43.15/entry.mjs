// The parts of CodeMirror 6 that the studio uses, as one module. See README for how it is made.
export {EditorState, StateEffect, StateField, RangeSetBuilder, Compartment} from "@codemirror/state";
export {EditorView, Decoration, keymap, lineNumbers, highlightActiveLine, highlightActiveLineGutter, drawSelection,
  highlightSpecialChars} from "@codemirror/view";
export {defaultKeymap, history, historyKeymap} from "@codemirror/commands";
export {HighlightStyle, syntaxHighlighting, indentOnInput, indentUnit, bracketMatching, foldGutter, foldKeymap,
  syntaxTree} from "@codemirror/language";
export {autocompletion, completionKeymap, closeBrackets, closeBracketsKeymap} from "@codemirror/autocomplete";
export {setDiagnostics, lintGutter, lintKeymap, nextDiagnostic} from "@codemirror/lint";
export {searchKeymap, highlightSelectionMatches} from "@codemirror/search";
export {yaml} from "@codemirror/lang-yaml";
export {tags} from "@lezer/highlight";
