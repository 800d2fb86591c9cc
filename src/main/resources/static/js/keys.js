// Which keys can be written where: a tree of them from the server, each with what it is for and the keys below it.
let tree;

async function known() {
  tree ??= fetch("/api/v1/studio/keys").then(answer => (answer.ok ? answer.json() : {})).catch(() => ({}));
  return tree;
}

const KEY = /^(\s*(?:- )*)([\w.-]*|"[^"]*")$/;

// The keys that lead to the line of `position`, by its indentation: what a person sees when they look up the page.
export function pathAt(lines, at) {
  const path = [];
  let indent = indentOf(lines[at]);
  for (let line = at - 1; line >= 0 && indent > 0; line--) {
    const text = lines[line];
    if (!text.trim() || text.trim().startsWith("#")) continue;
    const own = indentOf(text);
    const key = text.slice(own).match(/^([^\s:#{}[\],]+|"[^"]*")\s*:/);
    if (own < indent && key) {
      path.unshift(key[1].replaceAll("\"", ""));
      indent = own - listDepth(text);
    }
  }
  return path;
}

// What stands behind dashes is one level in.
function indentOf(text) {
  return text.match(/^\s*(?:- +)*/)[0].length;
}

function listDepth(text) {
  return text.match(/^\s*((?:- +)*)/)[1].length;
}

export async function keysAt(context) {
  const line = context.state.doc.lineAt(context.pos);
  const before = line.text.slice(0, context.pos - line.from);
  const typed = before.match(KEY);
  if (!typed || (!typed[2] && !context.explicit)) return null;
  const lines = context.state.doc.toString().split("\n");
  let node = await known();
  for (const key of pathAt(lines, line.number - 1)) {
    node = node?.keys?.[key] ?? node?.keys?.["*"];
  }
  const keys = Object.entries(node?.keys ?? {}).filter(([key]) => key !== "*");
  if (!keys.length) return null;
  return {
    from: line.from + typed[1].length,
    options: keys.map(([label, each]) => ({ label, type: "property", apply: label + ": ", info: each.info || undefined })),
    validFor: /^[\w.-]*$/,
  };
}
