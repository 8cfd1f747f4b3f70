// Sends a file to be imported, as it is and piece by piece, and says how much of it has left.
(() => {
    "use strict";

    const form = document.getElementById("upload");
    if (!form) {
        return;
    }
    const { $ } = window.orderwright;
    const button = $("button", form);
    const box = $(".progress", form);
    const bar = $("progress", form);
    const said = $("#upload-said", form);
    const wrong = $("[role=alert]", form);
    const say = (name, value) => (form.dataset[`say${name}`] ?? "").replace("{0}", value ?? "");

    const refuse = (text) => {
        wrong.textContent = text;
        wrong.hidden = false;
        box.hidden = true;
        button.disabled = false;
        form.elements.file.focus();
    };

    const send = (file) => {
        const request = new XMLHttpRequest();
        const wish = new URLSearchParams({
            kind: form.elements.kind.value,
            through: form.elements.through.value,
            dryRun: String(form.elements.dryRun.checked),
        });
        request.upload.addEventListener("progress", (event) => {
            if (event.lengthComputable) {
                bar.value = event.loaded / event.total;
                said.textContent = event.loaded < event.total ? say("Sending", Math.floor((100 * event.loaded) / event.total)) : say("Kept");
            }
        });
        request.addEventListener("load", () => {
            const place = request.getResponseHeader("Location");
            if (request.status === 201 && place) {
                location.href = place;
                return;
            }
            let reason = "";
            try {
                reason = JSON.parse(request.responseText).reason ?? "";
            } catch {
                // Not from us: something between us has answered.
            }
            refuse(reason || say("Lost"));
        });
        request.addEventListener("error", () => refuse(say("Lost")));
        request.open("POST", `${form.getAttribute("action")}?${wish}`);
        request.setRequestHeader("X-CSRF-Token", $("meta[name=csrf]")?.content ?? "");
        request.setRequestHeader("Content-Type", /\.gz$/i.test(file.name) ? "application/gzip" : "text/csv");
        request.send(file);
    };

    form.addEventListener("submit", (event) => {
        event.preventDefault();
        const file = form.elements.file.files[0];
        if (!file) {
            refuse(say("Choose"));
            return;
        }
        wrong.hidden = true;
        box.hidden = false;
        bar.value = 0;
        said.textContent = say("Sending", 0);
        button.disabled = true;
        send(file);
    });
    button.disabled = false;
})();
