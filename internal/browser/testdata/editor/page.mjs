import {edit} from "/editor.js";

const textarea = document.querySelector("textarea");
window.editor = edit(textarea, {
  complete: {
    labels: ["Flow", "Organization", "Task", "外部 組織"],
    relationships: ["HANDS_OFF_TO", "LEADS", "SUPPORTS"],
    properties: ["id", "name"],
    parameters: ["organization", "task"],
  },
  async check(text, signal) {
    const answer = await fetch("/check?lang=" + document.documentElement.lang, {method: "POST", body: text, signal});
    return answer.json();
  },
  words: JSON.parse(textarea.form.dataset.words),
});
