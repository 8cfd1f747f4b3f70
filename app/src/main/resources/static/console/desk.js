// The phone desk by keyboard: what is typed is looked up, reckoned and kept while the next word is already being typed.
(() => {
    "use strict";

    const { $, $$ } = window.orderwright;
    const form = $("#desk");
    const lines = $("#desk-lines");
    const entry = $("#entry");
    const quantity = $("#entry-quantity");
    const say = (name, ...values) => (form.dataset[name] ?? "").replace(/\{(\d)}/g, (hole, no) => values[no] ?? "");
    const tell = (text) => ($("#desk-said").textContent = text);
    const go = (field) => {
        field?.focus();
        field?.select?.();
    };

    // ---- what it comes to ----

    let quoting = 0;
    let edits = 0;
    let answered = 0;
    const requote = (delay) => {
        edits++;
        clearTimeout(quoting);
        quoting = setTimeout(() => window.htmx.trigger(form, "requote"), delay);
        changed();
    };
    // An answer to what stood there before is dropped: another one is on its way.
    const asked = new Map();
    document.addEventListener("htmx:beforeRequest", (event) => {
        const { elt } = event.detail;
        if (elt === form) {
            answered = edits;
        } else if (elt.matches("[role=combobox]")) {
            asked.set(elt.id, elt.value.trim());
        }
    });
    document.addEventListener("htmx:beforeSwap", (event) => {
        const { elt } = event.detail.requestConfig;
        if (elt === form ? answered !== edits : asked.has(elt.id) && asked.get(elt.id) !== elt.value.trim()) {
            event.detail.shouldSwap = false;
        }
    });

    let said = $("#desk-sum").dataset.said;
    let then = null;
    let held = null;
    document.addEventListener("htmx:beforeSwap", () => (held = document.activeElement?.id));
    document.addEventListener("htmx:afterSettle", (event) => {
        for (const item of $$("[id^=item-]", lines)) {
            const field = $("[name=quantity]", item.closest("tr"));
            if (item.dataset.wrong) {
                field.setAttribute("aria-invalid", "true");
            } else {
                field.removeAttribute("aria-invalid");
            }
        }
        if (event.target.id !== "desk-sum") {
            return;
        }
        const now = $("#desk-sum").dataset.said;
        if (now !== said) {
            tell(said = now);
        }
        const next = then;
        then = null;
        if (next) {
            next();
        } else if (held && (!document.activeElement || document.activeElement === document.body)) {
            (document.getElementById(held) ?? $("#" + $("#desk-buyer").dataset.focus))?.focus();
        }
    });

    // ---- drafts ----

    let dirty = false;
    let saving = null;
    let timer = 0;
    let stale = false;
    let sending = false;
    const version = () => $("[name=version]", form);
    const changed = () => {
        dirty = true;
        clearTimeout(timer);
        timer = setTimeout(save, 1000);
    };
    const send = (keepalive, seen = version().value) => fetch(form.dataset.url + "/save", {
        method: "POST",
        body: new URLSearchParams([...new FormData(form)].filter(([name]) => name !== "version").concat([["version", seen]])),
        headers: { "X-CSRF-Token": $("meta[name=csrf]").content },
        keepalive,
    });
    const save = async () => {
        clearTimeout(timer);
        if (!dirty || stale || sending) {
            return;
        }
        if (saving) {
            await saving;
            return save();
        }
        dirty = false;
        saving = keep();
        await saving;
        saving = null;
    };
    const keep = async () => {
        const shown = $("#desk-saved");
        try {
            const answer = await send(false);
            if (answer.status === 204) {
                return;
            }
            const kept = await answer.json();
            shown.textContent = kept.text;
            shown.classList.toggle("bad", !answer.ok);
            if (answer.ok) {
                version().value = kept.version;
                history.replaceState(history.state, "", form.dataset.url);
            } else if (answer.status === 409) {
                stale = true;
            }
        } catch {
            shown.textContent = say("sayUnsaved");
            dirty = true;
            timer = setTimeout(save, 5000);
        }
    };
    // A page that is left has no time to wait for an answer.
    const leave = () => {
        if (dirty && !stale && !sending) {
            dirty = false;
            send(true, Number(version().value) + (saving ? 1 : 0));
        }
    };
    document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && save());
    addEventListener("pagehide", leave);

    // Nothing may be kept after the order is sent, or it would come back as a draft; what is being kept just now is awaited.
    form.addEventListener("submit", (event) => {
        clearTimeout(timer);
        clearTimeout(quoting);
        sending = true;
        setTimeout(() => (sending = false), 10_000);
        if (saving) {
            event.preventDefault();
            const button = event.submitter;
            saving.then(() => form.requestSubmit(button));
        }
    });
    if (version().value !== "0") {
        history.replaceState(history.state, "", form.dataset.url);
    }
    addEventListener("pageshow", (event) => event.persisted && location.reload());

    // ---- lists under fields ----

    const listOf = (field) => $("#" + field.getAttribute("aria-controls"));
    const options = (field) => $$("[role=option]:not([aria-disabled])", listOf(field));
    const isOpen = (field) => field.getAttribute("aria-expanded") === "true";
    const isFresh = (field) => listOf(field).dataset.typed === field.value.trim();
    const mark = (field, index) => {
        const all = options(field);
        all.forEach((option, no) => {
            option.id = `${field.id}-option-${no}`;
            option.setAttribute("aria-selected", String(no === index));
        });
        if (all[index]) {
            field.setAttribute("aria-activedescendant", all[index].id);
            all[index].scrollIntoView({ block: "nearest" });
        } else {
            field.removeAttribute("aria-activedescendant");
        }
    };
    const marked = (field) => options(field).findIndex((option) => option.ariaSelected === "true");
    const open = (field) => {
        listOf(field).hidden = false;
        field.setAttribute("aria-expanded", "true");
        mark(field, 0);
    };
    const close = (field) => {
        listOf(field).hidden = true;
        field.setAttribute("aria-expanded", "false");
        field.removeAttribute("aria-activedescendant");
    };

    // Who presses Enter before the list is there does not wait for it: what fits alone is taken when it comes. A line that is
    // added even before that is understood by the server.
    let waiting = null;
    const only = (field) => {
        const list = listOf(field);
        return $("[data-exact]", list) ?? (list.dataset.found === "1" ? $("[data-customer], [data-sku]", list) : null);
    };
    document.addEventListener("htmx:afterSwap", (event) => {
        const field = ["find", "entry"].map((id) => $("#" + id)).find((one) => one && listOf(one) === event.target);
        if (!field || !form.contains(field)) {
            return;
        }
        const list = listOf(field);
        if (waiting?.field === field && waiting.typed === list.dataset.typed) {
            waiting = null;
            const found = only(field);
            if (found) {
                choose(field, found);
            } else {
                go(field);
                open(field);
                tell(say("sayChoose"));
            }
        } else if (document.activeElement === field && isFresh(field) && list.children.length) {
            open(field);
            tell(list.dataset.said);
        } else {
            close(field);
        }
    });

    const choose = (field, option) => {
        close(field);
        if (field === entry) {
            takeItem(option);
        } else {
            takeBuyer(option);
        }
    };
    const takeItem = (option) => {
        entry.value = option.dataset.sku;
        entry.dataset.taken = option.dataset.sku;
        entry.dataset.name = option.dataset.name;
        $("#entry-what").textContent = [...option.children].map((part) => part.textContent.trim()).join("  ");
        changed();
        go(quantity);
    };
    const takeBuyer = (option) => {
        const field = (name) => $(`#desk-buyer [name=${name}]`);
        field("customer").value = option.dataset.customer ?? "";
        field("guest").value = option.dataset.guest ?? "";
        field("keep").value = option.dataset.keep ?? "";
        if (option.dataset.customer) {
            field("find").value = "";
            go(entry);
        } else {
            then = () => go($("#" + $("#desk-buyer").dataset.focus));
        }
        requote(0);
    };

    const onList = (field, event) => {
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (step && isOpen(field)) {
            const count = options(field).length;
            mark(field, (marked(field) + step + count) % count);
            return true;
        }
        if (event.key === "ArrowDown" && field.value.trim()) {
            window.htmx.trigger(field, "lookup");
            return true;
        }
        if (event.key === "ArrowUp" && field === entry && lines.lastElementChild) {
            go($("[name=quantity]", lines.lastElementChild));
            return true;
        }
        if (event.key === "Escape" && isOpen(field)) {
            close(field);
            return true;
        }
        const takes = event.key === "Enter" || (event.key === "Tab" && !event.shiftKey && isOpen(field));
        return takes && take(field, event);
    };
    const take = (field, event) => {
        const typed = field.value.trim();
        const option = options(field)[marked(field)];
        if (isOpen(field) && isFresh(field) && option) {
            choose(field, option);
        } else if (event.key === "Tab") {
            return false;
        } else if (field === entry && typed && entry.dataset.taken === typed) {
            go(quantity);
        } else if (typed) {
            waiting = { field, typed };
            window.htmx.trigger(field, "lookup");
            if (field === entry) {
                go(quantity);
            }
        }
        return true;
    };
    form.addEventListener("mousedown", (event) => event.target.closest("[role=option]") && event.preventDefault());
    form.addEventListener("click", (event) => {
        const option = event.target.closest("[role=option]:not([aria-disabled])");
        if (option) {
            choose($(`[aria-controls=${option.parentElement.id}]`), option);
        }
    });
    form.addEventListener("focusout", (event) => event.target.matches("[role=combobox]") && close(event.target));

    // ---- lines ----

    let last = Math.max(0, ...$$("tr", lines).map((row) => Number(row.dataset.line)));
    const addLine = () => {
        const code = entry.value.trim();
        if (!code) {
            go(entry);
            return;
        }
        lines.insertAdjacentHTML("beforeend", $("#desk-line").innerHTML.replaceAll("_k_", String(++last)));
        const row = lines.lastElementChild;
        $("[name=code]", row).value = code;
        $("[name=quantity]", row).value = quantity.value.trim() || "1";
        $(".mono", row).textContent = code;
        $(".what", row).textContent = entry.dataset.taken === code ? entry.dataset.name : "";
        waiting = null;
        tell(say("sayAdded", code));
        entry.value = "";
        quantity.value = "1";
        delete entry.dataset.taken;
        $("#entry-what").textContent = "";
        go(entry);
        requote(0);
    };
    const removeLine = (row) => {
        const next = row.nextElementSibling ?? row.previousElementSibling;
        tell(say("sayRemoved", $(".mono", row).textContent));
        row.remove();
        go(next ? $("[name=quantity]", next) : entry);
        requote(0);
    };
    const onQuantity = (field, event) => {
        const row = field.closest("tr");
        const step = { ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling" }[event.key];
        if (step) {
            go(row[step] ? $("[name=quantity]", row[step]) : step === "nextElementSibling" ? entry : field);
        } else if (event.key === "Enter" && /^0*$/.test(field.value.trim())) {
            removeLine(row);
        } else if (event.key === "Enter" || event.key === "Escape") {
            go(entry);
        } else {
            return false;
        }
        return true;
    };

    // ---- keys ----

    const fields = () => $$("input:not([type=hidden]), select, textarea", form).filter((field) => field.checkVisibility());
    const onField = (field, event) => {
        if (event.key !== "Enter" || !field.matches("input, select")) {
            return false;
        }
        if (field === quantity) {
            addLine();
        } else {
            const all = fields();
            go(all[all.indexOf(field) + 1] ?? $("#desk-place"));
        }
        return true;
    };
    const isTaken = (field, event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
            form.requestSubmit($("#desk-place"));
            return true;
        }
        if (event.ctrlKey || event.metaKey || event.altKey) {
            return false;
        }
        if (field === quantity && event.key === "Escape") {
            go(entry);
            return true;
        }
        if (field.matches("[role=combobox]")) {
            return onList(field, event);
        }
        return field.matches("#desk-lines [name=quantity]") ? onQuantity(field, event) : onField(field, event);
    };
    form.addEventListener("keydown", (event) => {
        if (!event.isComposing && isTaken(event.target, event)) {
            event.preventDefault();
            event.stopPropagation();
        }
    });
    document.addEventListener("keydown", (event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.defaultPrevented && event.target === document.body) {
            form.requestSubmit($("#desk-place"));
        }
    });

    form.addEventListener("input", (event) => {
        const field = event.target;
        if (field.matches("[aria-invalid]")) {
            field.removeAttribute("aria-invalid");
        }
        if (field === entry) {
            delete entry.dataset.taken;
            $("#entry-what").textContent = "";
        }
        if (field.matches("#find, #entry, #entry-quantity, #note")) {
            changed();
        } else {
            requote(field.matches("select, [type=radio], [type=checkbox]") ? 0 : 150);
        }
    });
    form.addEventListener("click", (event) => {
        const act = event.target.closest("[data-desk]")?.dataset.desk;
        if (act === "add") {
            addLine();
        } else if (act === "remove") {
            removeLine(event.target.closest("tr"));
        } else if (act === "change") {
            $$("#desk-buyer [name=customer], #desk-buyer [name=guest], #desk-buyer [name=number]").forEach((field) => (field.value = ""));
            then = () => go($("#find"));
            requote(0);
        }
    });
    // The browser gives the focus when it draws the page, which may be later than this.
    const first = $("[autofocus]", form);
    if (first && first === document.activeElement) {
        first.select?.();
    } else {
        first?.addEventListener("focus", () => first.select?.(), { once: true });
    }
})();
