// Scanners: they type faster than answers come, and whoever scans listens rather than looks.
(() => {
    "use strict";

    const { $, actions } = window.orderwright;

    // A scanner types and ends with Enter; its field has the focus whenever nothing else needs it.
    const focusScan = () => {
        // Nor may it lose the rest of a scan that has begun in another field: its end tells where it belongs.
        if (before) {
            return;
        }
        const field = $("[data-scan]");
        const active = document.activeElement;
        // Where it has the focus already a scanner may be typing: what is selected now would be lost with the next key.
        if (field?.value && field !== active) {
            field.focus();
        } else if (field && field !== active && (!active || active === document.body || active.closest(".scan") && !active.matches("[autofocus]"))) {
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
            const refused = $("[data-result]")?.dataset.result === "bad";
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
    // What comes out of the printer after a scan: a paper can be printed only by a frame that shows it.
    const print = () => {
        const wanted = $("[data-print]")?.dataset.print;
        if (!wanted) {
            return;
        }
        $("iframe.printer")?.remove();
        const paper = document.createElement("iframe");
        paper.className = "printer";
        paper.src = wanted;
        paper.tabIndex = -1;
        paper.ariaHidden = "true";
        paper.addEventListener("load", () => {
            // A browser that shows no papers has saved it instead.
            if (navigator.pdfViewerEnabled) {
                paper.contentWindow.print();
            }
            if (document.activeElement === paper) {
                paper.blur();
            }
            focusScan();
        });
        document.body.append(paper);
    };

    // A scanner types faster than anybody: what comes in a burst is a scan, wherever the focus is. The first key of a burst is held
    // until it is clear whose it is. A person's goes on to the page as it came; a scanner's goes into the field for scans, with
    // all that follow. Where the page has no such field, a scan is looked up when Enter ends it.
    const QUIET_MS = 80;
    const SHORTEST = 4;
    const typing = (element) => element?.matches?.("input:not([type=checkbox], [type=radio]), textarea, [contenteditable]");
    let burst = [];
    let before = null;
    let ended = 0;
    const forget = () => {
        clearTimeout(ended);
        burst = [];
        before = null;
    };
    const release = () => {
        const held = before ? [] : burst;
        forget();
        held.forEach((key) => actions.press?.(key));
    };
    const lookUp = (code) => {
        const place = /^DO (PICK|PACK|SHIP)$/i.exec(code);
        const search = $("#search");
        if (place) {
            $(`.side a[href="/${place[1].toLowerCase()}"]`)?.click();
        } else if (search) {
            search.value = code;
            search.form.requestSubmit();
        }
    };
    // Typed into another field, which lets every key through: only the end tells.
    const inField = (event, scanField) => {
        if (event.key === "Enter" && scanField && burst.length >= SHORTEST) {
            event.preventDefault();
            event.stopPropagation();
            const code = burst.map((key) => key.key).join("");
            before.field.value = before.value;
            forget();
            scanField.value = code;
            scanField.form.requestSubmit();
        } else if (event.key.length === 1) {
            before ??= { field: event.target, value: event.target.value };
            burst.push(event);
            clearTimeout(ended);
            ended = setTimeout(forget, QUIET_MS);
        } else {
            forget();
        }
    };
    document.addEventListener("keydown", (event) => {
        const scanField = $("form.scan [data-scan]");
        if (!event.isTrusted || event.repeat || event.ctrlKey || event.metaKey || event.altKey || $("dialog[open]")) {
            return;
        }
        if (event.target === scanField || event.target.matches?.("#search")) {
            if (burst.length && !before && event.target === scanField) {
                scanField.value = burst.map((key) => key.key).join("") + scanField.value;
            }
            forget();
            return;
        }
        if (typing(event.target)) {
            inField(event, scanField);
            return;
        }
        // A small letter is a person's, and acts at once: codes begin with capitals or digits, or say how many.
        if (!burst.length && !/^[A-Z0-9-]$/.test(event.key)) {
            return;
        }
        if (event.key === "Enter" && burst.length) {
            const code = burst.map((key) => key.key).join("");
            if (code.length >= SHORTEST && !/^([a-z])\1*$/.test(code)) {
                event.preventDefault();
                event.stopPropagation();
                forget();
                lookUp(code);
            } else {
                release();
            }
            return;
        }
        if (event.key.length !== 1) {
            if (event.key !== "Shift") {
                release();
            }
            return;
        }
        if (event.key === " " && !burst.length) {
            return;
        }
        event.preventDefault();
        event.stopPropagation();
        burst.push(event);
        clearTimeout(ended);
        if (scanField && burst.length > 1) {
            scanField.focus();
            scanField.value += burst.map((key) => key.key).join("");
            forget();
        } else {
            // A page that was busy (a tone begins) gets to the keys that came meanwhile before it calls that a silence.
            ended = setTimeout(() => { ended = setTimeout(release); }, QUIET_MS);
        }
    }, true);

    document.addEventListener("htmx:afterSettle", (event) => {
        answerScan(event.detail.elt);
        print();
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
