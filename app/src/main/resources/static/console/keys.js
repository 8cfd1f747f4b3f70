// Everything by keyboard: moving through rows, selecting them, the command palette, keys of the page.
(() => {
    "use strict";

    const { $, $$, t, actions } = window.orderwright;
    const typing = (element) => element?.matches?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");

    // ---- rows ----

    const rows = () => $$("main tbody tr[data-href], main tbody tr[data-row], main tbody tr:has(input[type=checkbox])");
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
    // A part of the page that is fetched again keeps the row one is on: otherwise the next key would mean the whole page.
    let kept = null;
    const nameOf = (row) => row.dataset.href || row.dataset.row || $("input[type=checkbox]", row)?.value;
    document.addEventListener("htmx:beforeSwap", (event) => {
        const row = currentRow();
        kept = row && event.detail.target?.contains(row) ? nameOf(row) : null;
    });
    document.addEventListener("htmx:afterSwap", () => {
        if (kept && !currentRow()) {
            rows().find((row) => nameOf(row) === kept)?.classList.add("current");
        }
    });
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

    // ---- command palette ----

    const commands = () => [
        ...$$(".side a[href]").map((link) => ({
            text: $("span", link)?.textContent.trim() ?? "",
            note: $("kbd", link)?.textContent ?? "",
            run: () => link.click(),
        })),
        ...$$("main a.button[href], main button.button:not([disabled])").map((element) => ({
            text: element.dataset.command ?? element.textContent.trim(),
            note: t("here"),
            run: () => element.click(),
        })),
        { text: t("theme"), note: "", run: actions.theme },
        { text: t("keys"), note: "?", run: () => $("#keys")?.showPopover() },
        ...$$("#me a[href]").map((link) => ({ text: link.textContent.trim(), note: t("account"), run: () => link.click() })),
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
        let found = [];
        let asked = 0;
        const ask = () => {
            clearTimeout(asked);
            const typed = input.value.trim();
            found = [];
            if (typed.length > 1) {
                asked = setTimeout(async () => {
                    const answer = await fetch(`/search/quick?q=${encodeURIComponent(typed)}`, { headers: { Accept: "application/json" } }).catch(() => null);
                    if (answer?.ok && typed === input.value.trim() && dialog.open) {
                        found = (await answer.json()).map((hit) => ({ text: hit.text, note: hit.note, run: () => { location.href = hit.url; } }));
                        show();
                    }
                }, 150);
            }
        };
        const show = () => {
            const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
            shown = known.filter((command) => words.every((word) => command.text.toLowerCase().includes(word)));
            shown.push(...found);
            if (input.value.trim()) {
                shown.push({ text: t("search", input.value.trim()), note: t("everywhere"), run: () => searchFor(input.value) });
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
            input.toggleAttribute("aria-activedescendant", false);
            if (shown.length) {
                input.setAttribute("aria-activedescendant", `command-${chosen}`);
            }
            list.children[chosen]?.scrollIntoView({ block: "nearest" });
        };
        const run = (command) => {
            dialog.close();
            command?.run();
        };
        input.value = "";
        input.oninput = () => { chosen = 0; ask(); show(); };
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
        t: actions.theme,
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

    // Single keys can be switched off: whoever speaks to the machine would press them by speaking.
    const singleKeys = $("#single-keys");
    const areOff = () => {
        try {
            return localStorage.getItem("single-keys") === "off";
        } catch {
            return false;
        }
    };
    if (singleKeys) {
        singleKeys.checked = !areOff();
        singleKeys.addEventListener("change", () => {
            try {
                localStorage.setItem("single-keys", singleKeys.checked ? "on" : "off");
            } catch {
                // They stay as they are.
            }
        });
    }

    // The keys of the page at hand, as its own buttons and links name them.
    $("#keys")?.addEventListener("beforetoggle", (event) => {
        const here = new Map($$("main [data-key]").filter((element) => element.dataset.key).reverse().map((element) => [element.dataset.key, element]));
        const list = $("#keys-here");
        if (event.newState !== "open" || !list) {
            return;
        }
        $("#keys-here-title").hidden = here.size === 0;
        list.replaceChildren(...[...here].reverse().map(([key, element]) => {
            const row = document.createElement("div");
            const what = document.createElement("dt");
            const how = document.createElement("dd");
            const cap = document.createElement("kbd");
            what.textContent = element.labels?.[0]?.textContent.trim() ?? (element.getAttribute("aria-label") ?? element.textContent).trim().replace(new RegExp(`\\s+${key}$`), "");
            cap.textContent = key;
            how.append(cap);
            row.append(what, how);
            return row;
        }));
    });

    const press = (event) => {
        if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
            event.preventDefault();
            openPalette();
            return;
        }
        if (event.key === "Escape" && typing(event.target) && !event.target.closest(".scan, dialog")) {
            event.target.blur();
            return;
        }
        if (areOff() && event.key.length === 1 && event.key !== " ") {
            return;
        }
        if (typing(event.target) || event.ctrlKey || event.metaKey || event.altKey || $("dialog[open]")) {
            return;
        }
        if (event.key === "Enter") {
            open(currentRow(), event);
            return;
        }
        if (event.key === " " && currentRow()?.dataset.peek && !event.target.matches("input, button, summary")) {
            event.preventDefault();
            window.orderwright.ask?.(currentRow().dataset.peek);
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
        // What the row under the cursor can do comes before what the page can.
        const key = `[data-key="${CSS.escape(event.key)}"]`;
        const own = $(`main tr.current ${key}`) ?? $(`main ${key}`);
        const action = own ? () => use(own) : keyActions[event.key];
        if (action) {
            event.preventDefault();
            action();
        }
    };
    document.addEventListener("keydown", press);

    Object.assign(actions, {
        press,
        keys: () => $("#keys")?.togglePopover(),
        palette: openPalette,
    });
})();
