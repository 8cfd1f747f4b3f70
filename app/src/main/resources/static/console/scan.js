// Scanners: they type faster than answers come, and whoever scans listens rather than looks.
(() => {
    "use strict";

    const { $ } = window.orderwright;

    // A scanner types and ends with Enter; its field has the focus whenever nothing else needs it.
    const focusScan = () => {
        const field = $("[data-scan]");
        const active = document.activeElement;
        // Where it has the focus already a scanner may be typing: what is selected now would be lost with the next key.
        if (field && field !== active && (!active || active === document.body || active.closest(".scan"))) {
            field.focus();
            field.select?.();
        }
    };
    const beep = (result) => {
        if (!navigator.userActivation?.hasBeenActive) {
            return;
        }
        try {
            const audio = new AudioContext();
            const tone = audio.createOscillator();
            const volume = audio.createGain();
            tone.type = result === "bad" ? "square" : "sine";
            tone.frequency.value = result === "bad" ? 180 : 1250;
            volume.gain.value = 0.08;
            tone.connect(volume).connect(audio.destination);
            tone.start();
            tone.stop(audio.currentTime + (result === "bad" ? 0.45 : 0.09));
            tone.onended = () => audio.close();
        } catch {
            // Without sound the colour and the words remain.
        }
        navigator.vibrate?.(result === "bad" ? [120, 60, 120] : 40);
    };
    const answerScan = (root) => {
        const scan = root.matches?.("[data-result]") ? root : $("[data-result]", root);
        if (scan?.dataset.result) {
            beep(scan.dataset.result);
        }
    };
    // A scanner is faster than the answer to its last scan. What comes meanwhile waits for its turn; after a scan that was
    // refused it is dropped, because whoever scans has to look up first.
    let asked = null;
    let waiting = [];
    let typed = "";
    const scanOf = (element) => (element?.matches?.("form.scan") ? $("[data-scan]", element) : null);
    document.addEventListener("submit", (event) => {
        const field = scanOf(event.target);
        if (field && asked !== null) {
            event.preventDefault();
            event.stopImmediatePropagation();
            waiting.push(field.value);
            field.value = "";
        }
    }, true);
    document.addEventListener("htmx:beforeRequest", (event) => {
        const field = scanOf(event.detail.elt);
        if (field) {
            asked = field.value;
            field.value = typed;
            typed = "";
        }
    });
    document.addEventListener("htmx:beforeSwap", () => {
        if (asked !== null) {
            typed = $("form.scan [data-scan]")?.value ?? "";
        }
    });
    document.addEventListener("htmx:afterRequest", (event) => {
        const field = scanOf(event.detail.elt);
        // Nothing came that could be shown: the scan is still there to be sent again.
        setTimeout(() => {
            if (field?.isConnected && asked !== null) {
                field.value = asked + field.value;
                asked = null;
                waiting = [];
            }
        }, 300);
    });
    document.addEventListener("htmx:afterSwap", () => {
        const form = $("form.scan:has([data-scan])");
        if (asked !== null && form) {
            const refused = form.dataset.result === "bad";
            waiting = refused ? [] : waiting;
            $("[data-scan]", form).value = refused ? "" : typed;
            typed = "";
        }
    });
    const goOn = () => {
        const form = $("form.scan:has([data-scan])");
        const scanned = asked !== null && form ? waiting.shift() : undefined;
        asked = null;
        if (scanned !== undefined) {
            const field = $("[data-scan]", form);
            typed = field.value;
            field.value = scanned;
            form.requestSubmit();
        }
    };
    document.addEventListener("htmx:afterSettle", (event) => {
        answerScan(event.detail.elt);
        focusScan();
        goOn();
    });
    answerScan(document);
    // A new page is the browser's to begin with: a field that asks for the focus has it from the first picture on. Only
    // where none does, or the browser would not give it, it is given here.
    if (!$("[autofocus]")) {
        focusScan();
    }
    addEventListener("load", () => requestAnimationFrame(() => setTimeout(focusScan)));
})();
