// Files of data beside the page are scripts that call govreply(kind, number, entries): this works without a server, too.

const arrived = new Map(); // "kind number" -> entries
const asked = new Map(); // "kind number" -> promise
const KEPT = 40; // files of contents that are kept

const addresses = window.trustedTypes
  ? window.trustedTypes.createPolicy("govreply-data", {
      createScriptURL(address) {
        if (!/^report-data\/(list|cross|documents\/\d{4})\/\d{6}\.js$/.test(address)) throw new TypeError(address);
        return address;
      },
    })
  : null;

Object.defineProperty(window, "govreply", {
  value(kind, number, entries) {
    arrived.set(kind + " " + number, entries);
  },
});

function addressOf(kind, number) {
  const part = kind === "documents" ? "/" + String(Math.floor(number / 500)).padStart(4, "0") : "";
  return "report-data/" + kind + part + "/" + String(number).padStart(6, "0") + ".js";
}

function load(kind, number) {
  const key = kind + " " + number;
  if (asked.has(key)) return asked.get(key);
  const promise = new Promise((resolve, reject) => {
    const address = addressOf(kind, number);
    const script = document.createElement("script");
    const done = () => {
      script.remove();
      if (arrived.has(key)) return resolve(arrived.get(key));
      asked.delete(key);
      return reject(new Error(address));
    };
    script.addEventListener("load", done);
    script.addEventListener("error", done);
    script.src = addresses ? addresses.createScriptURL(address) : address;
    document.head.append(script);
  });
  asked.set(key, promise);
  forget();
  return promise;
}

// Contents that were looked at long ago are dropped; the list stays.
function forget() {
  const contents = [...asked.keys()].filter((key) => key.startsWith("documents"));
  for (const key of contents.slice(0, -KEPT)) {
    asked.delete(key);
    arrived.delete(key);
  }
}

function told(error) {
  notice(fill(WORDS.missing, error.message));
}

// The row of a document (its number counts from 1) and its contents.
async function rowOf(number) {
  const rows = await load("list", Math.floor((number - 1) / DATA.rows));
  return rows[(number - 1) % DATA.rows];
}

async function contentsOf(number) {
  const row = await rowOf(number);
  const entries = await load("documents", row[FILE]);
  return entries.find((entry) => entry.number === number);
}
