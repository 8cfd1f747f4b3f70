// What the console does beyond plain pages: keys, command palette, row movement, theme, copying, scanner sounds.
// Every page works without it, for reading and for sending forms.
(() => {
    "use strict";

    const $ = (selector, root = document) => root.querySelector(selector);
    const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
    const typing = (element) => element?.matches?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");

    // ---- forms and htmx ----

    const csrf = () => $("meta[name=csrf]")?.content ?? "";

    const onceKey = () => {
        const bytes = crypto.getRandomValues(new Uint8Array(15));
        return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_");
    };

    document.addEventListener("htmx:configRequest", (event) => {
        const { verb, headers, parameters } = event.detail;
        if (verb !== "get") {
            headers["X-CSRF-Token"] = csrf();
            if (!parameters._once) {
                headers["Idempotency-Key"] = onceKey();
            }
        }
    });

    let working = 0;
    const setWorking = (change) => {
        working = Math.max(0, working + change);
        document.documentElement.classList.toggle("htmx-working", working > 0);
    };
    document.addEventListener("htmx:beforeRequest", () => setWorking(1));
    document.addEventListener("htmx:afterRequest", () => setWorking(-1));

    // Forms that are shown again with their errors come as 4xx and belong on the page like any other answer.
    document.addEventListener("htmx:beforeSwap", (event) => {
        const { xhr } = event.detail;
        const type = xhr.getResponseHeader("Content-Type") ?? "";
        if (xhr.status >= 400 && type.startsWith("text/html") && !xhr.getResponseHeader("HX-Redirect")) {
            event.detail.shouldSwap = true;
            event.detail.isError = false;
        }
    });
    document.addEventListener("htmx:sendError", () => toast("The program cannot be reached. Nothing was changed.", "bad"));

    // A form is sent once; the button says so while it travels.
    document.addEventListener("submit", (event) => {
        const form = event.target;
        if (event.defaultPrevented || form.method !== "post") {
            return;
        }
        if (form.dataset.sent) {
            event.preventDefault();
            return;
        }
        form.dataset.sent = "yes";
        setTimeout(() => delete form.dataset.sent, 5000);
    });

    document.addEventListener("submit", (event) => {
        const question = event.submitter?.dataset.confirm ?? event.target.dataset.confirm;
        if (question && !window.confirm(question)) {
            event.preventDefault();
            event.stopImmediatePropagation();
        }
    }, true);

    // A scanner ends with Enter: in a form that says so it goes on to the next field that must be filled, if there is one.
    document.addEventListener("keydown", (event) => {
        const form = event.target.form;
        if (event.key !== "Enter" || event.target.tagName !== "INPUT" || form?.dataset.enter !== "next") {
            return;
        }
        const fields = [...form.elements].filter((field) => field.required && !field.value.trim());
        const next = fields.find((field) => field !== event.target);
        if (next && event.target.value.trim()) {
            event.preventDefault();
            next.focus();
        }
    });

    // ---- messages ----

    const toast = (text, tone = "neutral") => {
        $(".toast")?.remove();
        const box = document.createElement("output");
        box.className = `toast tone-${tone}`;
        box.textContent = text;
        document.body.append(box);
        fade(box);
    };
    const fade = (box) => {
        if (box && !box.classList.contains("tone-bad")) {
            setTimeout(() => box.matches(":hover, :focus-within") ? fade(box) : box.remove(), 8000);
        }
    };
    fade($(".toast"));

    // ---- theme ----

    const themes = ["auto", "light", "dark"];
    const showTheme = () => {
        const theme = document.documentElement.dataset.theme ?? "auto";
        $$("[data-theme-name]").forEach((element) => (element.textContent = theme));
    };
    const nextTheme = () => {
        const now = document.documentElement.dataset.theme ?? "auto";
        const next = themes[(themes.indexOf(now) + 1) % themes.length];
        if (next === "auto") {
            delete document.documentElement.dataset.theme;
        } else {
            document.documentElement.dataset.theme = next;
        }
        try {
            localStorage.setItem("theme", next);
        } catch {
            // It then lasts for this page.
        }
        showTheme();
    };
    showTheme();

    // ---- rows ----

    const rows = () => $$("main tbody tr[data-href], main tbody tr:has(input[type=checkbox])");
    let lastSelected = null;

    const currentRow = () => $("main tr.current");
    const setCurrent = (row) => {
        currentRow()?.classList.remove("current");
        if (row) {
            row.classList.add("current");
            row.scrollIntoView({ block: "nearest" });
            $("a[href]", row)?.focus({ preventScroll: true });
        }
    };
    const move = (step) => {
        const all = rows();
        const at = all.indexOf(currentRow());
        setCurrent(all[Math.min(all.length - 1, Math.max(0, at + step))]);
    };
    const select = (row, range) => {
        const box = row && $("input[type=checkbox]", row);
        if (!box) {
            return;
        }
        const all = rows();
        const from = range && lastSelected ? all.indexOf(lastSelected) : all.indexOf(row);
        const to = all.indexOf(row);
        const checked = !box.checked;
        all.slice(Math.min(from, to), Math.max(from, to) + 1).forEach((each) => {
            const one = $("input[type=checkbox]", each);
            if (one && one.checked !== checked) {
                one.checked = checked;
                one.dispatchEvent(new Event("change", { bubbles: true }));
            }
        });
        lastSelected = row;
    };

    // On a phone the tabs are wider than the screen.
    const showTab = () => {
        const tab = $(".tabs [aria-current]");
        if (tab) {
            tab.parentElement.scrollLeft = tab.offsetLeft - (tab.parentElement.clientWidth - tab.offsetWidth) / 2;
        }
    };
    document.addEventListener("htmx:afterSettle", showTab);
    showTab();

    // ---- copying, opening, closing ----

    document.addEventListener("click", (event) => {
        const element = event.target.closest("[data-copy], [data-act], tr[data-href]");
        if (!element) {
            return;
        }
        if (element.dataset.copy !== undefined) {
            navigator.clipboard?.writeText(element.dataset.copy).then(() => toast("Copied."));
        } else if (element.dataset.act) {
            actions[element.dataset.act]?.(element);
        } else if (!event.target.closest("a, button, input, label, summary") && !String(getSelection())) {
            if (event.ctrlKey || event.metaKey) {
                window.open(element.dataset.href, "_blank", "noopener");
            } else {
                location.href = element.dataset.href;
            }
        }
    });

    const actions = {
        theme: nextTheme,
        keys: () => $("#keys")?.togglePopover(),
        palette: () => openPalette(),
        close: (element) => element.closest(".toast, dialog")?.remove(),
        print: () => window.print(),
        back: () => history.back(),
    };

    // ---- command palette ----

    const commands = () => [
        ...$$(".side a[href]").map((link) => ({
            text: $("span", link)?.textContent.trim() ?? "",
            note: $("kbd", link)?.textContent ?? "",
            run: () => link.click(),
        })),
        ...$$("main a.button[href], main button.button:not([disabled])").map((element) => ({
            text: element.dataset.command ?? element.textContent.trim(),
            note: "on this page",
            run: () => element.click(),
        })),
        { text: "Switch theme", note: "", run: nextTheme },
        { text: "Show keys", note: "?", run: () => $("#keys")?.showPopover() },
        ...$$("#me a[href]").map((link) => ({ text: link.textContent.trim(), note: "account", run: () => link.click() })),
    ].filter((command) => command.text);

    const openPalette = () => {
        const dialog = $("#palette");
        if (!dialog || dialog.open) {
            return;
        }
        const input = $("input", dialog);
        const list = $("ul", dialog);
        const known = commands();
        let chosen = 0;
        let shown = [];
        const show = () => {
            const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
            shown = known.filter((command) => words.every((word) => command.text.toLowerCase().includes(word)));
            if (input.value.trim()) {
                shown.push({ text: `Search for “${input.value.trim()}”`, note: "everywhere", run: () => searchFor(input.value) });
            }
            chosen = Math.min(chosen, Math.max(0, shown.length - 1));
            list.replaceChildren(...shown.map((command, index) => {
                const item = document.createElement("li");
                item.id = `command-${index}`;
                item.role = "option";
                item.ariaSelected = String(index === chosen);
                const note = document.createElement("small");
                note.textContent = command.note;
                item.append(document.createTextNode(command.text), note);
                item.addEventListener("click", () => run(command));
                return item;
            }));
            input.setAttribute("aria-activedescendant", `command-${chosen}`);
            list.children[chosen]?.scrollIntoView({ block: "nearest" });
        };
        const run = (command) => {
            dialog.close();
            command?.run();
        };
        input.value = "";
        input.oninput = () => { chosen = 0; show(); };
        input.onkeydown = (event) => {
            if (event.key === "ArrowDown" || event.key === "ArrowUp") {
                chosen = Math.min(shown.length - 1, Math.max(0, chosen + (event.key === "ArrowDown" ? 1 : -1)));
                event.preventDefault();
                show();
            } else if (event.key === "Enter") {
                event.preventDefault();
                run(shown[chosen]);
            }
        };
        show();
        dialog.showModal();
        input.focus();
    };

    const searchFor = (text) => {
        const box = $("#search");
        if (box) {
            box.value = text;
            box.form.requestSubmit();
        }
    };

    // ---- keys ----

    let pending = "";
    let pendingTimer = 0;

    const keyActions = {
        "/": () => { $("#search")?.focus(); $("#search")?.select(); },
        "?": () => $("#keys")?.togglePopover(),
        j: () => move(1),
        k: () => move(-1),
        x: () => select(currentRow(), false),
        X: () => select(currentRow(), true),
        e: () => $("main [data-key=e]")?.click(),
        t: nextTheme,
    };

    // A key that opens a form also goes to its first field.
    const use = (element) => {
        element.click();
        const form = element.matches("summary") && element.parentElement.open ? element.parentElement : null;
        const field = form ? $("input:not([type=hidden]), select, textarea", form) : element;
        if (field?.matches("input, select, textarea")) {
            field.focus();
            field.select?.();
        }
    };

    const open = (row, event) => {
        if (!row?.dataset.href || event.target.closest?.("button, summary")) {
            return;
        }
        event.preventDefault();
        location.href = row.dataset.href;
    };

    document.addEventListener("keydown", (event) => {
        if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
            event.preventDefault();
            openPalette();
            return;
        }
        if (event.key === "Escape" && typing(event.target) && !event.target.closest(".scan, dialog")) {
            event.target.blur();
            return;
        }
        if (typing(event.target) || event.ctrlKey || event.metaKey || event.altKey || $("dialog[open]")) {
            return;
        }
        if (event.key === "Enter") {
            open(currentRow(), event);
            return;
        }
        if (pending === "g") {
            pending = "";
            const link = $(`.side a[data-jump="${CSS.escape(event.key)}"]`);
            if (link) {
                event.preventDefault();
                link.click();
            }
            return;
        }
        if (event.key === "g") {
            pending = "g";
            clearTimeout(pendingTimer);
            pendingTimer = setTimeout(() => (pending = ""), 1500);
            return;
        }
        const own = $(`main [data-key="${CSS.escape(event.key)}"]`);
        const action = own ? () => use(own) : keyActions[event.key];
        if (action) {
            event.preventDefault();
            action();
        }
    });

    // ---- scanners ----

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
