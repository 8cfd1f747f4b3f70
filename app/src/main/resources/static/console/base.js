// What every page does beyond plain pages: sending forms, messages, theme, copying. Every page works without it, for reading and
// for sending forms. Other files find what they share with this one in window.orderwright.
(() => {
    "use strict";

    const $ = (selector, root = document) => root.querySelector(selector);
    const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
    const actions = {};
    // What scripts say stands on the page, in the language of its reader; {0} is put in here.
    const words = $("#words")?.dataset ?? {};
    const t = (name, ...values) => (words[`say${name[0].toUpperCase()}${name.slice(1)}`] ?? name).replace(/\{(\d)}/g, (hole, no) => values[no] ?? "");
    window.orderwright = { $, $$, t, actions };

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
    document.addEventListener("htmx:sendError", () => toast(t("unreachable"), "bad"));

    // A part of the page that is fetched again must not take the focus with it: who is on a link of it stays on that link.
    let held = null;
    const same = (element) => {
        for (const name of ["id", "href", "name", "data-key"]) {
            const value = element.getAttribute(name);
            if (value) {
                return `[${name}="${CSS.escape(value)}"]`;
            }
        }
        return null;
    };
    document.addEventListener("htmx:beforeSwap", (event) => {
        const active = document.activeElement;
        held = event.detail.target?.contains(active) && !active.closest(".scan") ? same(active) : null;
    });
    document.addEventListener("htmx:afterSettle", () => {
        if (held && (!document.activeElement || document.activeElement === document.body)) {
            $(held)?.focus({ preventScroll: true });
        }
        held = null;
    });

    // A form is sent once; the button says so while it travels.
    document.addEventListener("submit", (event) => {
        const form = event.target;
        // What opens in a window of its own, a paper, leaves the page as it is.
        if (event.defaultPrevented || form.method !== "post" || event.submitter?.formTarget) {
            return;
        }
        if (form.dataset.sent) {
            event.preventDefault();
            return;
        }
        form.dataset.sent = "yes";
        setTimeout(() => delete form.dataset.sent, 5000);
    });

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

    // Readers of the screen announce what is put into a place that stood on the page before.
    const said = $("#said");
    const show = (box) => {
        said?.replaceChildren(box);
        fade(box);
    };
    const toast = (text, tone = "neutral") => {
        const box = document.createElement("div");
        box.className = `toast tone-${tone}`;
        box.textContent = text;
        show(box);
    };
    const fade = (box) => {
        if (!box.classList.contains("tone-bad")) {
            const shown = $("form", box) ? 30_000 : 10_000;
            setTimeout(() => box.matches(":hover, :focus-within") ? fade(box) : box.remove(), shown);
        }
    };
    const first = $("#said .toast");
    if (first) {
        setTimeout(() => show(first), 150);
    }
    window.orderwright.toast = toast;

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

    // ---- tabs ----

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
            navigator.clipboard?.writeText(element.dataset.copy).then(() => toast(t("copied")));
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

    Object.assign(actions, {
        theme: nextTheme,
        close: (element) => element.closest(".toast")?.remove(),
        print: () => window.print(),
        back: () => history.back(),
    });
})();
