// Passkeys: a browser makes and shows them by script alone. A form that can be sent with one has a
// button for it, which stays hidden without this. What the browser answers is sent in the form.
const toBytes = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
const toText = (bytes) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

const withBytes = (list = []) => list.map((each) => ({ ...each, id: toBytes(each.id) }));

async function answer(kind, options) {
  if (kind === "create") {
    const publicKey = {
      ...options,
      challenge: toBytes(options.challenge),
      user: { ...options.user, id: toBytes(options.user.id) },
      excludeCredentials: withBytes(options.excludeCredentials),
    };
    return navigator.credentials.create({ publicKey });
  }
  const publicKey = {
    ...options,
    challenge: toBytes(options.challenge),
    allowCredentials: withBytes(options.allowCredentials),
  };
  return navigator.credentials.get({ publicKey });
}

function written({ id, rawId, type, response }) {
  const parts = [
    "clientDataJSON",
    "attestationObject",
    "authenticatorData",
    "signature",
    "userHandle",
  ]
    .filter((part) => response[part])
    .map((part) => [part, toText(response[part])]);
  return JSON.stringify({
    id,
    rawId: toText(rawId),
    type,
    response: Object.fromEntries(parts),
    clientExtensionResults: {},
  });
}

async function use(form, { passkey: kind, options }) {
  const refusal = form.querySelector("[data-passkey-refusal]");
  refusal.hidden = true;
  try {
    const asked = await fetch(options, { method: "POST" });
    if (!asked.ok) throw new Error(String(asked.status));
    const credential = await answer(kind, await asked.json());
    form.elements.namedItem("response").value = written(credential);
    form.submit();
  } catch {
    // Who changed their mind, has none here, or waited too long may try again, or go another way.
    refusal.hidden = false;
  }
}

if (window.PublicKeyCredential) {
  for (const button of document.querySelectorAll("button[data-passkey]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      if (button.form.reportValidity()) use(button.form, button.dataset);
    });
  }
  for (const words of document.querySelectorAll("[data-no-passkey]")) words.hidden = true;
}
